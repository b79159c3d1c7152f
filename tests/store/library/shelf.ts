import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach } from 'vitest';
import type { Article } from '../../../src/article/model/article.ts';
import { plainArticle } from '../../../src/article/plain/plain.ts';
import type { Library } from '../../../src/store/library/library.ts';
import { openLibrary } from '../../../src/store/library/open.ts';
import { said } from '../../said.ts';

const undo: (() => void)[] = [];
afterEach(() => {
  while (undo.length > 0) undo.pop()!();
});

/** A folder that is gone after the test. */
export function temporary(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'maqal-library-'));
  undo.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A library that is closed after the test, and what it has told. */
export async function opened(folder: string): Promise<Library & { readonly told: string[] }> {
  const told: string[] = [];
  const library = await openLibrary(folder, (notice) => told.push(said(notice)));
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
