// What the library can be asked from the command line: one function a question, each a stream of answers.
import type { Quote } from '../../analysis/analysis.ts';
import { oneLine } from '../../article/model/one-line.ts';
import { libraryPlace } from '../../settings/folders.ts';
import type { Options } from '../../settings/options.ts';
import { tellProblem } from '../../settings/tell.ts';
import type { Entry, Library } from '../../store/library/library.ts';
import { openLibrary } from '../../store/library/open.ts';
import { fold } from '../../text/folding.ts';
import { type Answer, writeAnswers } from '../records.ts';
import { filterOf, type LibraryOptions } from './options.ts';

/** Answers that are given if no number is asked for. */
const usual = 50;

/** Entries that are read at once when all are asked for. */
const portion = 200;

/** Exit status if nothing was found, as grep has it. */
const nothing = 1;

/** Opens the library, does some work with it, and closes it. */
export async function withLibrary<Result>(
  options: Options,
  work: (library: Library) => Promise<Result> | Result,
): Promise<Result> {
  const library = await openLibrary(libraryPlace(options), (notice) => tellProblem(notice, null, options));
  try {
    return await work(library);
  } finally {
    await library.close();
  }
}

async function answer(
  options: LibraryOptions,
  columns: readonly string[],
  answers: (library: Library) => AsyncIterable<Answer>,
): Promise<number> {
  const count = await withLibrary(options, (library) => writeAnswers(answers(library), options, columns));
  return count > 0 ? 0 : nothing;
}

/** Columns that tell an article. */
const articleColumns = ['source', 'title', 'site', 'author', 'date', 'language'] as const;

const articleRow = ({ source, title, site, author, date, language }: Entry) => ({
  source,
  title,
  site: site ?? null,
  author: author ?? null,
  date: date ?? null,
  language,
});

/** Where and when an article is from, after its title. */
function headOf({ title, site, date }: Entry): string {
  return [title, site, date?.slice(0, 10)].filter(Boolean).join(' · ');
}

/** `library search`: the articles that have a query, each once, with the words around it. */
export function search(query: string, options: LibraryOptions): Promise<number> {
  const columns = [...articleColumns, 'where', 'start', 'end', 'before', 'text', 'after'];
  return answer(options, columns, async function* (library) {
    for (const finding of await library.find(query, options.limit ?? usual, filterOf(options))) {
      const { entry, where, before, text, after, span } = finding;
      const place = { start: span?.start ?? null, end: span?.end ?? null };
      const head = headOf(entry);
      const line = where === 'title' ? head : `${head}: ${before}${text}${after}`;
      yield { row: { ...articleRow(entry), where, ...place, before, text, after }, line };
    }
  });
}

/** `library people`: who is quoted and named, the most quoted first. */
export function people(query: string, options: LibraryOptions): Promise<number> {
  return answer(options, ['name', 'aliases', 'offices', 'quotes', 'articles'], async function* (library) {
    await library.settle();
    for (const person of await library.people(query, options.limit ?? usual)) {
      const { name, aliases, quotes, articles } = person;
      const offices = await library.offices(name, 3);
      const line = [name, ...offices.slice(0, 1), `${quotes} / ${articles}`].join(' · ');
      const row = { name, aliases: aliases.join('; '), offices: offices.join('; '), quotes, articles };
      yield { row, line };
    }
  });
}

/** `library names`: organizations and places, those in most articles first. */
export function names(query: string, options: LibraryOptions): Promise<number> {
  return answer(options, ['type', 'name', 'mentions', 'articles'], async function* (library) {
    for (const { kind, name, mentions, articles } of await library.things(query, options.limit ?? usual)) {
      const row = { type: kind, name, mentions, articles };
      yield { row, line: `${name} · ${articles}` };
    }
  });
}

/** The kept articles that a filter leaves, in the order in which they came. */
async function* kept(library: Library, options: LibraryOptions): AsyncGenerator<Entry> {
  const filter = filterOf(options);
  for (let after = 0; ; ) {
    const entries = await library.each(after, portion, filter);
    for (const { entry } of entries) yield entry;
    if (entries.length < portion) return;
    after = entries.at(-1)!.id;
  }
}

const quoteColumns = [...articleColumns, 'kind', 'speaker', 'role', 'start', 'end', 'text'] as const;

/** `library quotes`: what is said in the kept articles, by one person if one is named. */
export function quotes(options: LibraryOptions): Promise<number> {
  const { by, limit = by === undefined ? usual : Number.POSITIVE_INFINITY } = options;
  return answer(options, quoteColumns, async function* (library) {
    let count = 0;
    const isAsked = by === undefined ? () => true : await speakerTest(library, by);
    const entries = by === undefined ? kept(library, options) : speaking(library, by, options);
    for await (const entry of entries)
      for await (const one of quotesIn(library, entry, isAsked)) {
        if (count++ >= limit) return;
        yield one;
      }
  });
}

/** Articles of one person that are looked at, at most. */
const manyArticles = 1_000_000;

async function* speaking(library: Library, by: string, options: LibraryOptions): AsyncGenerator<Entry> {
  const filter = filterOf(options);
  for (const person of await library.people(by, 1))
    for (const { entry, quotes: count } of await library.quotedIn(person.name, manyArticles))
      if (count > 0 && passes(entry, filter)) yield entry;
}

/** The filter on an entry that was found by its people; the same conditions as in the library's own. */
function passes(entry: Entry, { since, site, language }: ReturnType<typeof filterOf>): boolean {
  const day = entry.date ?? (entry.kept === null ? '' : new Date(entry.kept).toISOString().slice(0, 10));
  const has = (text: string | undefined) => text?.toLowerCase().includes(site!.toLowerCase()) ?? false;
  return (
    (since === undefined || day >= since) &&
    (site === undefined || has(entry.site) || has(entry.source)) &&
    (language === undefined || entry.language === language)
  );
}

/** Tells whether a quote is by a person, under any of their names. */
async function speakerTest(library: Library, by: string): Promise<(speaker: string | null) => boolean> {
  const folded = (name: string) => fold(name, 2).text.trim();
  const [person] = await library.people(by, 1);
  const known = new Set([by, ...(person ? [person.name, ...person.aliases] : [])].map(folded));
  return (speaker) => speaker !== null && known.has(folded(speaker));
}

async function* quotesIn(
  library: Library,
  entry: Entry,
  isAsked: (speaker: string | null) => boolean,
): AsyncGenerator<Answer> {
  const analysis = await library.analysis(entry.source);
  const asked = analysis?.quotes.filter(({ speaker }) => isAsked(speaker)) ?? [];
  const text = asked.length > 0 ? (await library.article(entry.source))?.article.text : undefined;
  if (text === undefined) return;
  for (const quote of asked) yield quoteAnswer(entry, quote, text);
}

function quoteAnswer(entry: Entry, quote: Quote, text: string): Answer {
  const { kind, span, speaker } = quote;
  const { role = null } = quote as Quote & { role?: string | null };
  const words = oneLine(text.slice(span.start, span.end));
  const said = kind === 'direct' ? `«${words}»` : words;
  return {
    row: { ...articleRow(entry), kind, speaker, role, ...span, text: words },
    line: [speaker === null ? said : `${speaker}: ${said}`, headOf(entry)].join(' — '),
  };
}

/** `library export`: articles, quotes or mentions, all that a filter leaves, as JSON Lines unless told otherwise. */
export function exported(what: string, options: LibraryOptions): Promise<number> {
  const form = options.csv || options.json ? options : { ...options, jsonl: true };
  const limit = options.limit ?? Number.POSITIVE_INFINITY;
  async function* each(
    library: Library,
    of: (entry: Entry) => AsyncIterable<Answer>,
  ): AsyncGenerator<Answer> {
    let count = 0;
    for await (const entry of kept(library, options))
      for await (const one of of(entry)) {
        if (count++ >= limit) return;
        yield one;
      }
  }
  switch (what) {
    case 'quotes':
      return answer(form, quoteColumns, (library) =>
        each(library, (entry) => quotesIn(library, entry, () => true)),
      );
    case 'mentions':
      return answer(form, [...articleColumns, 'type', 'name', 'start', 'end', 'text'], (library) =>
        each(library, (entry) => mentionsIn(library, entry)),
      );
    default:
      return answer(form, [...articleColumns, 'words', 'opened', 'kept', 'text'], (library) =>
        each(library, (entry) => articleIn(library, entry)),
      );
  }
}

async function* mentionsIn(library: Library, entry: Entry): AsyncGenerator<Answer> {
  const analysis = await library.analysis(entry.source);
  const text = analysis ? (await library.article(entry.source))?.article.text : undefined;
  if (!analysis || text === undefined) return;
  for (const { type, name, mentions } of analysis.entities)
    for (const span of mentions) {
      const words = oneLine(text.slice(span.start, span.end));
      const row = { ...articleRow(entry), type, name, ...span, text: words };
      yield { row, line: `${name} · ${words}` };
    }
}

async function* articleIn(library: Library, entry: Entry): AsyncGenerator<Answer> {
  const found = await library.article(entry.source);
  if (!found) return;
  const { words, opened } = entry;
  const { text } = found.article;
  const row = { ...articleRow(entry), words, opened, kept: found.kept, text };
  yield { row, line: headOf(entry) };
}
