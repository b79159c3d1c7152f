// Tells of a text, before it is made an article, that a query cannot be in it. A search of many files opens only the
// others: one pass of a regular expression, where opening and folding take thirty times as long.
import type { SearchOptions } from './hit.ts';
import { spellings } from './made/spellings.ts';
import { formsOf } from './search.ts';

/** How a text becomes an article: as it is, or as Markdown, whose signs are left out. */
export type TextKind = 'plain' | 'markdown';

/**
 * Letters that folding makes of each other by what stands beside them: hamzas and their seats, and what a hamza or a
 * dagger alef turns into one. A run of them is looked for as one of them, or more.
 */
const changeable = 'اأإآٱءؤئويىیے\u0640\u0653\u0654\u0670';

/**
 * What may fold to nothing, so may stand between two letters; all but what surely does not. In Markdown the signs that set
 * words off, too.
 */
export const skipped: Readonly<Record<TextKind, string>> = {
  plain: '[^\\s!-~\u05d0-\u05ea\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3]',
  markdown: '[^\\s0-9A-Za-z\u05d0-\u05ea\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3]',
};

/** What folds to several letters, or to some though it is not in the ranges above: a text that has one is not judged. */
const composite = /[\u05f0-\u05f2\u0675-\u0678\u06d3\u2135-\u2138\ufb1d-\ufdff\ufe80-\ufefc\ud83b]/;
/** The same for queries in Latin letters and digits. */
const compositeLatin = new RegExp(
  '[ª²³¹º¼-¾ÆÞßæþĲĳĿŀŉŒœǄ-ǌǢǣǱ-ǳǼǽ\u02b0-\u02e3\u1d2c-\u1dbf\u1e00-\u1eff\u2070-\u209c\u20a8\u2100-\u2189\u2460-\u24ea\u2c7c\u2c7d' +
    '\u3250-\u33ff\ua7f1-\ua7f9\ufb00-\ufb06\uff10-\uff5a\ud801\ud833\ud835]|\ud83c[\udd00-\udd90]|\ud83e[\udff0-\udff9]',
);

/** Letters of a query that are looked for: more of them tell nothing that these do not. */
const longest = 12;

/** A letter of what is looked for, or a run of those that change by what stands beside them. */
export interface Step {
  /** All that it may be written as. */
  readonly letters: string;
  /** Whether more of these may follow. */
  readonly isRun: boolean;
}

/** What a query must have left in a text. */
export interface Traces {
  /** For each of its readings the longest word, letter by letter. */
  readonly words: readonly (readonly Step[])[];
  /** Finds what may stand for several letters of them: a text that has such is not judged. */
  readonly several: readonly RegExp[];
}

/** What to look for when a query is; undefined for one of a single letter, or of signs or letters that are not known here. */
export function tracesOf(query: string): Traces | undefined {
  const runs = [...new Set(formsOf(query).map(({ text }) => longestRun(text)))];
  if (runs.length === 0 || runs.some((run) => run.length < 2)) return undefined;
  const sources = sourcesOf();
  for (const letter of runs.join(''))
    if (!changeable.includes(letter) && !sources.has(letter)) return undefined;
  const isLatin = runs.some((run) => /[a-z0-9]/.test(run));
  return {
    words: runs.map((run) => stepsOf(run, sources)),
    several: isLatin ? [composite, compositeLatin] : [composite],
  };
}

function stepsOf(run: string, sources: ReadonlyMap<string, string>): Step[] {
  const changing = changeable + Array.from(changeable, (letter) => sources.get(letter) ?? '').join('');
  const steps: Step[] = [];
  for (const letter of run) {
    const isRun = changeable.includes(letter);
    if (!isRun) steps.push({ letters: sources.get(letter)!, isRun });
    else if (!steps.at(-1)?.isRun) steps.push({ letters: changing, isRun });
  }
  return steps;
}

/**
 * A test that is false only for texts in which no reading of the query can stand, whether they are read as plain text or as
 * Markdown; undefined for a query that no such test can be made for: of one letter, or of signs.
 */
export function prefilterOf(
  query: string,
  options: SearchOptions = {},
): ((text: string, kind: TextKind) => boolean) | undefined {
  const traces = options.regex || options.exact ? undefined : tracesOf(query);
  if (!traces) return undefined;
  const { words, several } = traces;
  const patterns = {} as Record<TextKind, RegExp>;
  for (const kind of ['plain', 'markdown'] as const)
    patterns[kind] = new RegExp(words.map((steps) => patternOf(steps, kind)).join('|'));
  return (text, kind) =>
    patterns[kind].test(text) ||
    several.some((letters) => letters.test(text)) ||
    // Letters may be written by their names, or by numbers; and front matter says what is shown in its own way.
    (kind === 'markdown' && (text.includes('&') || /^\s*---/.test(text)));
}

/** The longest run of letters and digits of a folded query. */
function longestRun(text: string): string {
  const runs = text.match(/[\p{L}\p{N}]+/gu) ?? [''];
  return runs.reduce((longest, run) => (run.length > longest.length ? run : longest)).slice(0, longest);
}

let known: Map<string, string> | undefined;

/** For each folded letter what it may be folded from. */
function sourcesOf(): ReadonlyMap<string, string> {
  known ??= new Map(
    spellings()
      .split('\n')
      .map((line) => [line[0]!, line.slice(1)]),
  );
  return known;
}

/** A word as a regular expression. */
function patternOf(steps: readonly Step[], kind: TextKind): string {
  const parts = steps.map(({ letters, isRun }) => {
    const one = `[${letters.replace(/[\\\]^-]/g, '\\$&')}]`;
    return isRun ? `${one}(?:${one}|${skipped[kind]})*` : `${one}${skipped[kind]}*`;
  });
  if (kind === 'plain') return parts.join('');
  // Within brackets words may stand that are not shown, the address of a link: what goes on there is not judged.
  return parts.reduceRight((rest, part) => (rest === '' ? part : `${part}(?:[[\\]<]|${rest})`), '');
}
