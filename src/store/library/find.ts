// What a query finds in a library: an index proposes titles and passages, and `search` itself finds the places in them. So
// every engine finds the same, at the same offsets.
import type { Article } from '../../article/model/article.ts';
import { findings } from '../../search/report.ts';
import { formsOf, search } from '../../search/search.ts';
import { foldFurther } from '../../text/folding.ts';
import type { Span } from '../../text/span.ts';
import type { Entry } from './entry.ts';
import type { Filter } from './filter.ts';
import { unpackPassage } from './passage.ts';
import { askedBeside, askedReadings, indexed } from './readings.ts';

/** An article that has what was looked for, and where it has it first. */
export interface LibraryHit {
  readonly entry: Entry;
  readonly where: 'title' | 'text';
  /** One line, without controls: what stands there, and the words around it. */
  readonly before: string;
  readonly text: string;
  readonly after: string;
  /** Where it stands in the text of the article; null for a title. */
  readonly span: Span | null;
}

/** A stored passage that may have what is looked for. */
export interface Candidate {
  /** The number of its entry. */
  readonly id: number;
  readonly entry: Entry;
  /** Where it starts, in code units of the article. */
  readonly start: number;
  readonly content: Buffer;
  /** Which of its blocks may have it, counted from 0, rising; null if any may. */
  readonly blocks: readonly number[] | null;
}

/** What is asked of an index: a query in articles that a filter leaves. */
export interface Question {
  /** For titles: any of these stands in one that has the query. */
  readonly folded: readonly string[];
  /** For texts: whole forms of the query. */
  readonly whole: readonly string[];
  /** For texts: parts of its wide form; what has the query and no whole form of it has one of these among the words that read otherwise. */
  readonly beside: readonly string[];
  readonly filter: Filter;
  /** How many findings are wanted at most. */
  readonly limit: number;
}

/** What an engine knows of its texts. It may propose too much, never too little. */
export interface TextIndex {
  /** Entries with one of the folded texts in their title, the last used first. */
  readonly titles: (question: Question) => Promise<{ readonly id: number; readonly entry: Entry }[]>;
  /** Passages that may have one of them, the last kept first; without those of an entry that `isFound`. */
  readonly passages: (question: Question, isFound: (id: number) => boolean) => AsyncIterable<Candidate>;
}

/** Letters that a query must have to be looked for in texts: every text has every letter. */
const shortest = 2;

/**
 * The articles that have a query, each once, at most so many: first those that have it in their title, the last used
 * first, then those that were kept and have it in their text, the last kept first. What is found is what
 * `search` finds. A query of one letter is looked for in titles only.
 */
export async function find(
  index: TextIndex,
  query: string,
  limit: number,
  filter: Filter = {},
): Promise<LibraryHit[]> {
  const forms = foldedForms(query);
  const { folded } = forms;
  if (folded.length === 0 || limit <= 0) return [];
  const question = { ...forms, filter, limit };
  const found = new Map<number, LibraryHit>();
  for (const { id, entry } of await index.titles(question)) {
    const { title, direction } = entry;
    const span = { start: 0, end: title.length };
    const first = firstFinding({ text: title, blocks: [{ kind: 'title', span, direction }] }, query);
    if (first) found.set(id, { entry, where: 'title', ...first, span: null });
  }
  if (found.size < limit && [...folded[0]!].length >= shortest) {
    for await (const candidate of index.passages(question, (one) => found.has(one))) {
      const { id, entry, start } = candidate;
      const first = placeIn(candidate, query);
      if (!first) continue;
      const span = { start: first.span.start + start, end: first.span.end + start };
      found.set(id, { entry, where: 'text', ...first, span });
      if (found.size === limit) break;
    }
  }
  return [...found.values()];
}

/** Where a candidate has a query; undefined if it has not, and where it is damaged, which is told when it is opened. */
function placeIn({ content, blocks }: Candidate, query: string): ReturnType<typeof firstFinding> {
  const passage = unpackPassage(content);
  if (!passage) return undefined;
  const { text, blocks: all } = passage;
  return firstFinding({ text, blocks: blocks ? blocks.flatMap((at) => all[at] ?? []) : all }, query);
}

/** Words of a query by which an index is asked: a text that has all has these. */
const mostWords = 12;

/** A query in all its readings, as an index has them; the first is that of the looser level. */
function foldedForms(query: string): Pick<Question, 'folded' | 'whole' | 'beside'> {
  const forms = formsOf(query).map(({ reading, text }) => {
    const first = text.split(' ', mostWords).join(' ');
    return { isWide: reading === 'wide', text: reading === 'strict' ? foldFurther(first) : first };
  });
  const wide = forms.filter(({ isWide }) => isWide).map(({ text }) => text);
  const each = (texts: readonly string[]): string[] => [...new Set(texts.map(indexed))];
  return {
    folded: each(forms.flatMap(({ isWide, text }) => (isWide ? askedReadings(text) : [text]))),
    whole: each(forms.map(({ text }) => text)),
    beside: each(wide.flatMap(askedBeside)),
  };
}

/** Code units that are looked through first: what is found often is found there. */
const firstStretch = 512;

/**
 * The first place of a query in some blocks, with the words around it. Nothing is found across two blocks, so they are
 * looked through in stretches that grow: of most texts the beginning is enough.
 */
function firstFinding(
  { text, blocks }: Pick<Article, 'text' | 'blocks'>,
  query: string,
): { before: string; text: string; after: string; span: Span } | undefined {
  let length = firstStretch;
  for (let from = 0; from < blocks.length; length *= 4) {
    const { start } = blocks[from]!.span;
    let to = from + 1;
    while (to < blocks.length && blocks[to]!.span.end <= start + length) to++;
    const article: Article = {
      text,
      blocks: blocks.slice(from, to),
      title: '',
      language: 'und',
      direction: 'ltr',
      source: '',
      notices: [],
    };
    const [finding] = findings(article, search(article, query).slice(0, 1));
    if (finding) {
      const { before, text: words, after } = finding;
      return { before, text: words, after, span: { start: finding.start, end: finding.end } };
    }
    from = to;
  }
  return undefined;
}
