// The way to a PostgreSQL server: a few connections, transactions, and patience where it restarts.
import type { ClientConfig, Pool, PoolClient } from 'pg';
import { LibraryError } from '../failure.ts';
import { explained, isAway } from './trouble.ts';

/** What is written: arrays go as arrays of PostgreSQL. */
export type Value = number | string | boolean | Buffer | null | readonly (number | string | Buffer | null)[];

/** A row by the names of its columns; numbers of 64 bits come as numbers. */
export type Row = Readonly<Record<string, unknown>>;

/** Where statements go: a transaction, or each by itself. */
export interface Session {
  readonly rows: (sql: string, ...values: readonly Value[]) => Promise<Row[]>;
  readonly row: (sql: string, ...values: readonly Value[]) => Promise<Row | undefined>;
}

/** A transaction that stays open over other work. Its own methods reject with LibraryError. */
export interface Held {
  readonly work: <Result>(work: (session: Session) => Promise<Result>) => Promise<Result>;
  readonly commit: () => Promise<void>;
  readonly rollback: () => Promise<void>;
}

/** A server, connected to. Everything rejects with LibraryError. */
export interface Server {
  /** Host and database, without a password, to be shown. */
  readonly name: string;
  /** Does some work that reads, or is one statement. */
  readonly within: <Result>(work: (session: Session) => Promise<Result>) => Promise<Result>;
  /**
   * Does some work as one transaction: all of it is written or nothing. Where the server goes away in the middle, the work is
   * done again when it is back, so it must come to the same if it was written and only the answer was lost.
   */
  readonly write: <Result>(work: (session: Session) => Promise<Result>) => Promise<Result>;
  /** Begins a transaction that the caller ends. */
  readonly hold: () => Promise<Held>;
  readonly close: () => Promise<void>;
}

/** Connections of one program: one for what is asked, one for what is written, and one that holds articles for analysis. */
const connections = 4;

/** Milliseconds to connect, and how long a server that goes away in the middle of work is waited for, and between two tries. */
const patience = 4000;
const absence = 30_000;
const pause = 500;

/** How often a transaction that got in another's way is tried again. */
const attempts = 5;

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A server by its address, `postgres://USER@HOST/DATABASE`; the driver is loaded here. Nothing is connected to yet. */
export async function openServer(address: string): Promise<Server> {
  if (!URL.canParse(address)) throw new LibraryError({ key: 'libraryBadAddress' });
  const { default: pg } = await import('pg');
  const parse = (text: string) => Number(text);
  // 64-bit integers and sums of them (numeric) come as text: none of ours is beyond 2^53.
  const types = new pg.TypeOverrides();
  for (const oid of [20, 1700]) types.setTypeParser(oid, parse);
  const config: ClientConfig = {
    connectionString: address,
    connectionTimeoutMillis: patience,
    application_name: 'maqal',
    keepAlive: true,
    types,
  };
  const pool: Pool = new pg.Pool({ ...config, max: connections });
  // An idle connection that the server ends is replaced at the next use.
  pool.on('error', () => {});
  const name = nameOf(address);
  let closed = false;
  const held = new Set<Transaction>();
  /** Whether it has ever answered: one that never did is not waited for. */
  let isKnown = false;

  async function told<Result>(work: () => Promise<Result>): Promise<Result> {
    if (closed) throw new LibraryError({ key: 'libraryClosed' });
    try {
      return await work();
    } catch (error) {
      throw explained(error, name);
    }
  }

  async function hold(): Promise<Transaction> {
    const transaction = await begin(pool);
    isKnown = true;
    return transaction;
  }

  async function once<Result>(work: (session: Session) => Promise<Result>): Promise<Result> {
    const { session, commit, rollback } = await hold();
    let result: Result;
    try {
      result = await work(session);
    } catch (error) {
      await rollback();
      throw error;
    }
    await commit();
    return result;
  }

  async function again<Result>(work: () => Promise<Result>): Promise<Result> {
    const began = performance.now();
    for (let attempt = 1; ; attempt++) {
      try {
        return await work();
      } catch (error) {
        const away = isKnown && isAway(error) && performance.now() - began < absence;
        if (!away && !(isInTheWay(error) && attempt < attempts)) throw error;
        await wait(away ? pause : attempt * 20);
      }
    }
  }

  return {
    name,
    within: (work) => told(() => work(sessionOf(pool))),
    write: (work) => told(() => again(() => once(work))),
    hold: () =>
      told(async () => {
        const transaction = await hold();
        held.add(transaction);
        const end = (how: 'commit' | 'rollback') => async (): Promise<void> => {
          // One that was ended when the server was closed has been rolled back.
          if (held.delete(transaction)) await told(transaction[how]);
        };
        return {
          work: (work) => told(() => work(transaction.session)),
          commit: end('commit'),
          rollback: end('rollback'),
        };
      }),
    async close() {
      if (closed) return;
      for (const { rollback } of held) await rollback();
      held.clear();
      closed = true;
      await pool.end();
    },
  };
}

const sessionOf = (client: Pool | PoolClient): Session => {
  const rows: Session['rows'] = async (sql, ...values) => {
    // Without values several statements may stand in one text.
    const result = await (values.length === 0 ? client.query(sql) : client.query(sql, values as unknown[]));
    return (result.rows ?? []) as Row[];
  };
  return { rows, row: async (sql, ...values) => (await rows(sql, ...values))[0] };
};

/** A transaction, on a connection of its own. */
interface Transaction {
  readonly session: Session;
  readonly commit: () => Promise<void>;
  readonly rollback: () => Promise<void>;
}

/** Begins a transaction on a connection of its own. */
async function begin(pool: Pool): Promise<Transaction> {
  const client = await pool.connect();
  // The loss of a connection between two statements is met by the next one.
  const lost = (): void => {};
  client.on('error', lost);
  const end = async (how: 'commit' | 'rollback'): Promise<void> => {
    let broken: Error | undefined;
    try {
      await client.query(how);
    } catch (error) {
      broken = error as Error;
      if (how === 'commit') throw error;
    } finally {
      client.off('error', lost);
      client.release(broken);
    }
  };
  try {
    await client.query('begin');
  } catch (error) {
    client.release(error as Error);
    throw error;
  }
  return { session: sessionOf(client), commit: () => end('commit'), rollback: () => end('rollback') };
}

/** Thrown inside a transaction to have it done again: somebody changed what it stands on. */
export class Overtaken extends Error {}

/** Deadlock, serialization, a row that another transaction has taken out or put in meanwhile. */
function isInTheWay(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return error instanceof Overtaken || ['40P01', '40001', '23503', '23505'].includes(String(code));
}

/** The host and the database of an address. */
function nameOf(address: string): string {
  const { hostname, host, pathname, searchParams } = new URL(address);
  return `${hostname === '' ? (searchParams.get('host') ?? 'localhost') : host}${pathname}`;
}
