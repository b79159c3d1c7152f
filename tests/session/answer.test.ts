import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { analyze } from '../../src/analysis/analyze.ts';
import { plainArticle } from '../../src/article/plain/plain.ts';
import { libraryPane } from '../../src/panes/library/pane.ts';
import { withRows } from '../../src/panes/library/reduce.ts';
import { reduce } from '../../src/panes/reducer.ts';
import type { Command } from '../../src/reader/state/command.ts';
import type { Ask, LibraryRow } from '../../src/reader/state/shelf.ts';
import type { ReaderState } from '../../src/reader/state/state.ts';
import { createLibrarian, type Librarian } from '../../src/session/librarian.ts';
import { openLibrary } from '../../src/store/library/open.ts';
import { openSample } from '../reader/sample.ts';

const undo: (() => unknown)[] = [];
afterEach(async () => {
  while (undo.length > 0) await undo.pop()!();
});

const texts = [
  'قالت وزارة الصحة في بغداد إن اللقاح متوفر.',
  'أعلنت وزارة الصحة أمس فتح مركز جديد في البصرة.',
  'زار الوفد بغداد ثم عاد إلى عمّان.',
];

/** A librarian of a library that holds those texts. */
async function librarianOf(): Promise<Librarian> {
  const folder = mkdtempSync(path.join(tmpdir(), 'maqal-answer-'));
  undo.push(() => rmSync(folder, { recursive: true, force: true }));
  const library = await openLibrary(folder, () => {});
  for (const [at, text] of texts.entries()) {
    const article = plainArticle(text, { source: `/texts/${at}.txt`, notices: [] });
    await library.keep(article, article.source);
    await library.notePeople(article.source, analyze(article));
  }
  await library.close();
  const librarian = createLibrarian({ folder }, () => {});
  undo.push(librarian.close);
  return librarian;
}

/** The state once a command is done and what it asks of the library is answered. */
async function done(state: ReaderState, command: Command, librarian: Librarian): Promise<ReaderState> {
  const { state: next, effect } = reduce(state, command);
  if (effect?.type !== 'ask') return next;
  const { rows, total, more } = await librarian.answer(effect.ask);
  return withRows(next, effect.ask, rows, total, more);
}

function told(row: LibraryRow): string {
  if (row.kind === 'thing') return `${row.thing.kind} ${row.thing.name} ${row.thing.articles}`;
  return row.kind === 'finding' ? row.finding.entry.source : row.kind;
}

test('organizations and places of all articles have a shelf, and Enter leads to the articles that name one', async () => {
  const librarian = await librarianOf();
  let state = await done(await openSample('ar'), { type: 'library' }, librarian);
  state = await done(state, { type: 'shelf', shelf: 'names' }, librarian);
  expect(state.library!.rows.map(told).sort()).toEqual([
    'organization وزارة الصحة 2',
    'place البصرة 1',
    'place بغداد 2',
    'place عمّان 1',
  ]);
  expect(libraryPane.hints(state).map(({ label }) => label)).not.toContain('remove');
  const cursor = state.library!.rows.findIndex((row) => told(row).startsWith('place بغداد'));
  state = await done(state, { type: 'choose', index: cursor }, librarian);
  expect(state.library!.rows.map(told).sort()).toEqual(['/texts/0.txt', '/texts/2.txt']);
  expect(libraryPane.hints(state).map(({ label }) => label)).toContain('remove');
  state = await done(state, { type: 'leave' }, librarian);
  expect(state.library).toMatchObject({ shelf: 'names', query: '', total: 4 });
});

test('a query on that shelf finds names above articles', async () => {
  const librarian = await librarianOf();
  const ask: Ask = { shelf: 'names', query: 'وزارة', person: null, from: 0, count: 9 };
  const { rows } = await librarian.answer(ask);
  expect(rows.map(told)).toEqual(['organization وزارة الصحة 2', '/texts/1.txt', '/texts/0.txt']);
});
