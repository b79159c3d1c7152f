// Where a word of Arabic letters is stretched by a tatweel (kashida), as calligraphers of Naskh do it.
import { FINAL, INITIAL } from './shaping.ts';
import type { Span } from './span.ts';
import { BLANK, INK, LAM_ALEF, TAB, type Units } from './units.ts';
import type { Laid } from './visual-row.ts';

/** The letter that stretches a word where two letters join. */
export const TATWEEL = '\u0640';

/** A place behind a cell where its word may be stretched; a lower rank is a better place. */
export interface Kashida {
  readonly cell: number;
  readonly rank: number;
}

/** How many ranks there are. */
export const ranks = 6;

/** Fewest letters of a word that is stretched: a short one would be torn apart. What is written with it does not count. */
const shortest = 4;
/** And, so: one letter, which is written with the word behind it. */
const proclitic = /[وف]/;

/** Letters that are stretched behind them, and a stretch that the writer has set. */
const teeth = /[سشصضښڛڜڝڞۺۻـ]/;
/** Letters that are stretched before their final form, with the rank of that place. */
const finals: readonly (readonly [RegExp, number])[] = [
  [/[اأإآٱدذڈهةہەۀۂۃ]/, 1],
  [/[لكکگطظ]/, 2],
  [/[وؤۇعغقفڤ]/, 4],
  [/./, 5],
];
/** A tooth, and the tails that it leads to: stretched before the tooth, which is rank 3. */
const tooth = /[بتثنيئپٹی]/;
const tail = /[رزيىیېےڑژ]/;
const letter = /[ؠ-يٮ-ۓۺ-ۿݐ-ݿ]/;

/**
 * The best place of each word of a row, in logical order, the order of preference being that of the Arabic text
 * layout requirements of the W3C: behind seen and sad, before a final alef, dal or heh, a final lam, kaf or tah, a tooth
 * that leads to reh or yeh, a final waw, ain, qaf or feh, any other final letter. Of equals the last one. Never in
 * lam-alef, which is one cell, nor in the name of God, nor behind the first letter of a word or its article unless it is seen or sad,
 * nor in a word that reaches into a stretch of `unstretched`.
 */
export function kashidas(
  { forms, starts, kinds, start, text }: Units,
  { origins }: Laid,
  unstretched: readonly Span[] = [],
): Kashida[] {
  const found: Kashida[] = [];
  if (!forms) return found;
  const letterAt = (cell: number) => text[starts[origins[cell]!]!] ?? '';
  const formAt = (cell: number) => forms[starts[origins[cell]!]! - start]!;
  const isInk = (cell: number) => kinds[origins[cell]!] === INK;

  function rankOf(cell: number): number {
    const [one, next, third] = [letterAt(cell), letterAt(cell + 1), letterAt(cell + 2)];
    if (!isInk(cell) || !(formAt(cell) & INITIAL) || !letter.test(one) || !letter.test(next)) return ranks;
    if (one === 'ل' && (next === 'ل' || (letterAt(cell - 1) === 'ل' && next === 'ه'))) return ranks;
    if (teeth.test(one)) return 0;
    const joinsOn = kinds[origins[cell + 1]!] === LAM_ALEF || formAt(cell + 1) & INITIAL;
    if (joinsOn) return tooth.test(next) && tail.test(third) && formAt(cell + 2) === FINAL ? 3 : ranks;
    return finals.find(([set]) => set.test(next))![1];
  }

  /** Whether a word reaches into a stretch that is to stay as it is. */
  function isKept(first: number, last: number): boolean {
    const [from, to] = [starts[origins[first]!]!, starts[origins[last]! + 1]!];
    return unstretched.some((kept) => kept.start < to && kept.end > from);
  }

  let letters = 0;
  let first = 0;
  let best: Kashida | undefined;
  for (let cell = 0; cell <= origins.length; cell++) {
    const kind = kinds[origins[cell]!];
    if (cell === origins.length || kind === BLANK || kind === TAB) {
      if (best && letters >= shortest && !isKept(first, cell - 1)) found.push(best);
      letters = 0;
      first = cell + 1;
      best = undefined;
    } else if (letter.test(letterAt(cell))) {
      if (letters > 0 || !proclitic.test(letterAt(cell))) letters += kind === LAM_ALEF ? 2 : 1;
      const rank = cell + 1 < origins.length ? rankOf(cell) : ranks;
      // Not behind its first letter, nor behind its article, where none of them is seen or sad: كـانون, يـأتي, الـتي.
      const isArticle = letters === 2 && letterAt(cell) === 'ل' && letterAt(cell - 1) === 'ا';
      const isEarly = rank > 0 && (letters < 2 || isArticle);
      if (!isEarly && rank < ranks && rank <= (best?.rank ?? ranks)) best = { cell, rank };
    }
  }
  return found;
}
