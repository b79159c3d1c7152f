// Tells of a text, before it is made an article, that a query cannot be in it. A search of many files opens only the
// others: one pass of a regular expression, where opening and folding take thirty times as long.
import { fold, foldWide } from '../text/folding.ts';
import type { SearchOptions } from './hit.ts';
import { formsOf } from './search.ts';

/** How a text becomes an article: as it is, or as Markdown, whose signs are left out. */
export type TextKind = 'plain' | 'markdown';

/**
 * Letters that folding makes of each other by what stands beside them: hamzas and their seats, and what a hamza or a
 * dagger alef turns into one. A run of them is looked for as one of them, or more.
 */
const changeable = 'اأإآٱءؤئويىیے\u0640\u0653\u0654\u0670';

/** What is asked for its folding when a query is: letters, digits and signs of ASCII, Latin, Hebrew and Arabic. */
const asked = [
  [0x21, 0x7e],
  [0xc0, 0x24f],
  [0x5d0, 0x6ff],
] as const;

/**
 * What may fold to nothing, so may stand between two letters; all but what surely does not. In Markdown the signs that set
 * words off, too.
 */
const skipped: Readonly<Record<TextKind, string>> = {
  plain: '[^\\s!-~\u05d0-\u05ea\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3]',
  markdown: '[^\\s0-9A-Za-z\u05d0-\u05ea\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3]',
};

/** What folds to several letters, or to some though it is not in the ranges above: a text that has one is not judged. */
const composite = /[\u05f0-\u05f2\u0675-\u0678\u06d3\u2135-\u2138\ufb1d-\ufdff\ufe80-\ufefc\ud83b]/;
/** The same for queries in Latin letters and digits. */
const compositeLatin = new RegExp(
  '[ª²³¹-¾ÆÞßæþĲĳĿŀŉŒœǄ-ǌǢǣǱ-ǳǼǽ\u02b0-\u02e3\u1d2c-\u1dbf\u1e00-\u1eff\u2070-\u209c\u20a8\u2100-\u2189\u2460-\u24ea\u2c7c\u2c7d' +
    '\u3250-\u33ff\ua7f1-\ua7f9\ufb00-\ufb06\uff10-\uff5a\ud801\ud833\ud835]|\ud83c[\udd00-\udd90]|\ud83e[\udff0-\udff9]',
);

/** Letters of a query that are looked for: more of them tell nothing that these do not. */
const longest = 12;

/**
 * A test that is false only for texts in which no reading of the query can stand, whether they are read as plain text or as
 * Markdown; undefined for a query that no such test can be made for: of one letter, or of signs.
 */
export function prefilterOf(
  query: string,
  options: SearchOptions = {},
): ((text: string, kind: TextKind) => boolean) | undefined {
  if (options.regex || options.exact) return undefined;
  const runs = formsOf(query).map(({ text }) => longestRun(text));
  if (runs.length === 0 || runs.some((run) => run.length < 2)) return undefined;
  const isLatin = runs.some((run) => /[a-z0-9]/.test(run));
  const sources = sourcesOf();
  for (const letter of runs.join(''))
    if (!changeable.includes(letter) && !sources.has(letter)) return undefined;
  const patterns = {} as Record<TextKind, RegExp>;
  for (const kind of ['plain', 'markdown'] as const)
    patterns[kind] = new RegExp([...new Set(runs.map((run) => patternOf(run, sources, kind)))].join('|'));
  return (text, kind) =>
    patterns[kind].test(text) ||
    composite.test(text) ||
    (isLatin && compositeLatin.test(text)) ||
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
  if (known) return known;
  known = new Map();
  for (const [first, last] of asked)
    for (let code = first; code <= last; code++) {
      const written = String.fromCharCode(code);
      for (const letter of new Set(fold(written, 1).text + fold(written, 2).text + foldWide(written).text))
        known.set(letter, (known.get(letter) ?? '') + written);
    }
  return known;
}

/** A run of letters as a regular expression. */
function patternOf(run: string, sources: ReadonlyMap<string, string>, kind: TextKind): string {
  const changing = `[${changeable}${Array.from(changeable, (letter) => sources.get(letter) ?? '').join('')}]`;
  const steps: string[] = [];
  let isChanging = false;
  for (const letter of run) {
    const wasChanging = isChanging;
    isChanging = changeable.includes(letter);
    if (isChanging && wasChanging) continue;
    steps.push(
      isChanging
        ? `${changing}(?:${changing}|${skipped[kind]})*`
        : `[${sources.get(letter)!.replace(/[\\\]^-]/g, '\\$&')}]${skipped[kind]}*`,
    );
  }
  if (kind === 'plain') return steps.join('');
  // Within brackets words may stand that are not shown, the address of a link: what goes on there is not judged.
  return steps.reduceRight((rest, step) => (rest === '' ? step : `${step}(?:[[\\]<]|${rest})`), '');
}
