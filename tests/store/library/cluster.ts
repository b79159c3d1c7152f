import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';

/** A PostgreSQL server on loopback, of the tests alone. */
export interface Cluster {
  readonly port: number;
  /** The address of a database, for a user. */
  readonly address: (database: string, user?: string, password?: string) => string;
  /** Makes a new, empty database; gives its address. */
  readonly database: (options?: string) => Promise<string>;
  /** Runs statements in a database, as its owner. */
  readonly run: (database: string, sql: string) => Promise<Record<string, unknown>[]>;
  readonly start: () => Promise<void>;
  /** Ends it at once, as a power cut does. */
  readonly stop: () => Promise<void>;
  readonly remove: () => Promise<void>;
}

const secret = 'كلمة سر';

/** The folder of the newest PostgreSQL of this machine; undefined if there is none of 15 or newer. */
function programs(): string | undefined {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).map(Number) : [];
  const newest = Math.max(0, ...versions.filter((version) => version >= 15));
  if (newest > 0) return path.join(root, String(newest), 'bin');
  const folder = process.env.PATH?.split(path.delimiter).find((one) => existsSync(path.join(one, 'initdb')));
  return folder;
}

const bin = programs();

/** Whether there is a PostgreSQL to test with. */
export const hasPostgres = bin !== undefined;

/** PostgreSQL refuses to be run by root. */
function owner(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Makes a server in a folder of its own and starts it; a power cut would harm it, unless its settings say otherwise. */
export async function startCluster(own: Readonly<Record<string, string>> = {}): Promise<Cluster> {
  const folder = mkdtempSync(path.join(tmpdir(), 'maqal-postgres-'));
  const { uid, gid } = owner();
  if (uid !== undefined) chownSync(folder, uid, gid!);
  const file = path.join(folder, 'password');
  writeFileSync(file, secret);
  const data = path.join(folder, 'data');
  const as = { uid, gid, cwd: folder };
  const auth = ['--auth=scram-sha-256', `--pwfile=${file}`, '--username=maqal', '--no-sync'];
  execFileSync(path.join(bin!, 'initdb'), ['-D', data, '--locale=C.UTF-8', '--encoding=UTF8', ...auth], {
    ...as,
    stdio: 'ignore',
  });
  const port = await freePort();
  let server: ChildProcess | undefined;
  let made = 0;
  const address: Cluster['address'] = (database, user = 'maqal', password = secret) =>
    `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;

  async function run(database: string, sql: string): Promise<Record<string, unknown>[]> {
    const client = new pg.Client({ connectionString: address(database) });
    await client.connect();
    try {
      return (await client.query(sql)).rows ?? [];
    } finally {
      await client.end();
    }
  }

  async function start(): Promise<void> {
    const settings = {
      port,
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      fsync: 'off',
      ...own,
    };
    const words = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    server = spawn(path.join(bin!, 'postgres'), ['-D', data, ...words], { ...as, stdio: 'ignore' });
    for (let tries = 0; ; tries++)
      try {
        await run('postgres', 'select 1');
        return;
      } catch (error) {
        if (tries > 300) throw error;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
  }

  async function stop(): Promise<void> {
    const running = server;
    if (!running || running.exitCode !== null) return;
    const ended = new Promise((resolve) => running.once('exit', resolve));
    // SIGQUIT: immediate shutdown (postgresql.org/docs/15/server-shutdown.html).
    running.kill('SIGQUIT');
    await ended;
  }

  await start();
  return {
    port,
    address,
    run,
    async database(options = '') {
      const name = `library_${++made}`;
      await run('postgres', `create database ${name} ${options}`);
      return address(name);
    },
    start,
    stop,
    async remove() {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
