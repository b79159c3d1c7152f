// What the library answers when the reader asks for rows of a list.
import { openArticle } from '../article/open.ts';
import type { Ask, LibraryRow } from '../reader/state/shelf.ts';
import { bundledArticles } from '../settings/bundled.ts';
import { type Entry, factsOf } from '../store/library/entry.ts';
import type { Library } from '../store/library/library.ts';

/** People or names, and articles of one, that are listed at most. */
const mostPeople = 500;

/** Articles that are listed for a query: each is opened to show the words around what was found. */
const mostFound = 60;

/** People, or names, that are listed above the articles that a query finds. */
const fewPeople = 5;

/** Rows that answer an ask, and how many there are in all. */
export interface Answer {
  readonly rows: readonly LibraryRow[];
  readonly total: number;
  /** Whether there are more than are counted. */
  readonly more?: boolean;
}

const whole = (rows: readonly LibraryRow[]): Answer => ({ rows, total: rows.length });

const entry = (one: Entry): LibraryRow => ({ kind: 'entry', entry: one });

/** The articles that come with maqal, which need no library. */
export async function bundledAnswer(): Promise<Answer> {
  const entries: Entry[] = [];
  for (const source of bundledArticles()) {
    const article = await openArticle(source);
    entries.push({ ...factsOf(article), site: 'maqal', source, opened: null, kept: null, share: 0 });
  }
  return whole(entries.map(entry));
}

/** What a library answers; rejects with LibraryError where it cannot. */
export async function answerOf(library: Library, ask: Ask): Promise<Answer> {
  const { shelf, query, person, arrangement, from, count } = ask;
  if (person !== null) {
    const voices = await library.quotedIn(person, mostPeople);
    return whole(voices.map((voice) => ({ kind: 'voice', voice })));
  }
  if (query.trim() !== '') return foundIn(library, ask);
  if (shelf === 'people') return whole(await peopleIn(library, '', mostPeople));
  if (shelf === 'names') return whole(await thingsIn(library, '', mostPeople));
  const view = shelf === 'bundled' ? 'recent' : shelf;
  const [entries, total] = await Promise.all([
    library.list(view, from, count, arrangement),
    library.size(view, arrangement),
  ]);
  return { rows: entries.map(entry), total };
}

/** People or names that have a query in them, then the articles that have it. */
async function foundIn(library: Library, { shelf, query }: Ask): Promise<Answer> {
  const found = await library.find(query, mostFound + 1);
  const named =
    shelf === 'names'
      ? await thingsIn(library, query, fewPeople)
      : await peopleIn(library, query, shelf === 'people' ? mostPeople : fewPeople);
  const findings = found.slice(0, mostFound).map((finding): LibraryRow => ({ kind: 'finding', finding }));
  return { ...whole([...named, ...findings]), more: found.length > mostFound };
}

const peopleIn = async (library: Library, query: string, limit: number): Promise<LibraryRow[]> =>
  (await library.people(query, limit)).map((person) => ({ kind: 'person', person }));

/** Without the one that is asked for by its whole name: what is wanted then is its articles. */
const thingsIn = async (library: Library, query: string, limit: number): Promise<LibraryRow[]> =>
  (await library.things(query, limit))
    .filter(({ name }) => name !== query)
    .map((thing) => ({ kind: 'thing', thing }));
