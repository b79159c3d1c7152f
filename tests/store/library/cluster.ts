import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';

/** A PostgreSQL server on loopback, of the tests alone. */
export interface Cluster {
  readonly port: number;
  /** The address of a database, for a user. */
  readonly address: (database: string, user?: string, password?: string) => string;
  /** Makes a new, empty database, unless one of that name is there; gives its address. */
  readonly database: (options?: string, name?: string) => Promise<string>;
  /** Runs statements in a database, as its owner. */
  readonly run: (database: string, sql: string) => Promise<Record<string, unknown>[]>;
  readonly start: () => Promise<void>;
  /** Ends it at once, as a power cut does. */
  readonly stop: () => Promise<void>;
  /** Ends it and deletes what is no longer wanted: everything, unless a folder was given. */
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

/** Makes the files of a server in an empty folder. */
function makeData(folder: string, data: string, as: { uid?: number; gid?: number; cwd: string }): void {
  if (as.uid !== undefined) chownSync(folder, as.uid, as.gid!);
  const file = path.join(folder, 'password');
  writeFileSync(file, secret);
  const auth = ['--auth=scram-sha-256', `--pwfile=${file}`, '--username=maqal', '--no-sync'];
  execFileSync(path.join(bin!, 'initdb'), ['-D', data, '--locale=C.UTF-8', '--encoding=UTF8', ...auth], {
    ...as,
    stdio: 'ignore',
  });
}

/**
 * Makes a server in a folder of its own and starts it; a power cut would harm it, unless its settings say otherwise. In a
 * folder that is given it stays, and is started again if it is there.
 */
export async function startCluster(
  own: Readonly<Record<string, string>> = {},
  kept?: string,
): Promise<Cluster> {
  const folder = kept ?? mkdtempSync(path.join(tmpdir(), 'maqal-postgres-'));
  mkdirSync(folder, { recursive: true });
  const as = { ...owner(), cwd: folder };
  const data = path.join(folder, 'data');
  if (!existsSync(data)) makeData(folder, data, as);
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

  /** SIGQUIT: immediate shutdown; SIGINT: fast shutdown (postgresql.org/docs/15/server-shutdown.html). */
  async function stop(signal: 'SIGQUIT' | 'SIGINT' = 'SIGQUIT'): Promise<void> {
    const running = server;
    if (!running || running.exitCode !== null) return;
    const ended = new Promise((resolve) => running.once('exit', resolve));
    running.kill(signal);
    await ended;
  }

  await start();
  return {
    port,
    address,
    run,
    async database(options = '', name = `library_${++made}`) {
      const there = await run('postgres', `select 1 from pg_database where datname = '${name}'`);
      if (there.length === 0) await run('postgres', `create database ${name} ${options}`);
      return address(name);
    },
    start,
    stop: () => stop(),
    async remove() {
      await stop(kept ? 'SIGINT' : 'SIGQUIT');
      if (!kept) rmSync(folder, { recursive: true, force: true });
    },
  };
}
