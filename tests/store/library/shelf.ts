import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, afterEach } from 'vitest';
import type { Article } from '../../../src/article/model/article.ts';
import { plainArticle } from '../../../src/article/plain/plain.ts';
import type { Library } from '../../../src/store/library/library.ts';
import { openLibrary } from '../../../src/store/library/open.ts';
import { said } from '../../said.ts';
import { type Cluster, hasPostgres, startCluster } from './cluster.ts';

const undo: (() => unknown)[] = [];
afterEach(async () => {
  while (undo.length > 0) await undo.pop()!();
});

let cluster: Promise<Cluster> | undefined;
afterAll(async () => {
  await (await cluster)?.remove();
});

/** The server of a file of tests, which is started when it is first needed. */
export function server(): Promise<Cluster> {
  cluster ??= startCluster();
  return cluster;
}

/** A folder that is gone after the test. */
export function temporary(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'maqal-library-'));
  undo.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

interface Place {
  readonly name: string;
  readonly place: () => Promise<string>;
  /** How often a property is tried, as part of the usual: a server answers more slowly. */
  readonly often: number;
}

/** Kinds of libraries, each with what gives a place for a new one. */
export const engines: readonly Place[] = [
  { name: 'SQLite', place: async () => temporary(), often: 1 },
  ...(hasPostgres
    ? [{ name: 'PostgreSQL', place: async () => (await server()).database(), often: 0.2 }]
    : []),
];
if (!hasPostgres) console.warn('no PostgreSQL 15 or newer was found: the library is tested in files only');

/** A library, in a folder or at an address, that is closed after the test, and what it has told. */
export async function opened(place: string): Promise<Library & { readonly told: string[] }> {
  const told: string[] = [];
  const where = place.startsWith('postgres:') ? { folder: '', server: place } : place;
  const library = await openLibrary(where, (notice) => told.push(said(notice)));
  undo.push(library.close);
  return { ...library, told };
}

setFlagsFromString('--expose_gc');

/** Lets go of the files of libraries that were closed: the store does so when their statements are collected. */
export const letGo: () => void = runInNewContext('gc');

/** A plain text as an article. */
export function article(text: string, more: Partial<Article> = {}): Article {
  return { ...plainArticle(text, { source: 'as it was named', notices: [] }), ...more };
}
