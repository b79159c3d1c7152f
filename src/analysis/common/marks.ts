import type { Span } from '../../text/span.ts';
import { type Mark, marksIn } from './mark-signs.ts';

// Quotation marks of any language as quotations. What opens and what closes is told by what stands beside a mark and by
// balance, since keyboards, habits and CLDR differ: ”…“ (Arabic, Urdu), „…“ (German), »…« (Uyghur), ”…” (Hebrew).

/** Words between quotation marks. */
export interface Quotation {
  /** From the opening mark to after the closing one. */
  readonly outer: Span;
  /** What stands between, marks excluded. */
  readonly inner: Span;
  /** False where the text never closes it; it then ends with its block. */
  readonly closed: boolean;
  /** 0 for an outermost quotation. */
  readonly depth: number;
  /** The index of the block it begins in. */
  readonly block: number;
  /** It goes on in the next block, which opens with a mark again (the habit of long quotations). */
  readonly continues: boolean;
}

/** Opening sign → the signs that close it, whichever way round they are typed. */
const closers: Readonly<Record<string, readonly string[]>> = {
  '«': ['»'],
  '»': ['«', '»'],
  '‹': ['›'],
  '›': ['‹', '›'],
  '“': ['”'],
  '”': ['”', '“', '„'],
  '„': ['“', '”', '‟'],
  '‟': ['”', '“'],
  '"': ['"'],
  '‘': ['’'],
  '’': ['‘', '’'],
  '‚': ['‘', '’'],
  "'": ["'"],
  '`': ["'", '´'],
  '´': ['´'],
  '″': ['″'],
  '״': ['״'],
  '「': ['」'],
  '『': ['』'],
  '〝': ['〞', '〟'],
  '❝': ['❞'],
  '＂': ['＂'],
  '《': ['》'],
  '≪': ['≫'],
  '((': ['))'],
  '<<': ['>>'],
  '>>': ['<<'],
  '‹‹': ['››'],
  "''": ["''"],
  '``': ["''"],
  '‘‘': ['’’'],
  '’’': ['‘‘', '’’'],
  '‚‚': ['‘‘', '’’'],
  ',,': ["''", '“', '”', '"', '‘‘', '’’'],
};

/** Signs that open where nothing beside them tells. */
const openers = new Set([...'«“„‹‘‚「『〝❝《≪', '((', '<<', '‹‹', '``', '‘‘', '‚‚', ',,']);

/** Signs for which a quotation that never ends is more likely than a slip. */
const lasting = new Set([...'«»“”„"‟「『〝❝＂']);

/** Signs whose look-alikes are typed in their place: “…" and «…" end all the same. */
const doubles = new Set([...'«»“”„"‟״″＂']);

const blank = /\s/u;

/** Nesting deeper than this is not writing; it bounds the work on hostile text. */
const deepest = 4;

interface Open {
  readonly mark: Mark;
  /** It leans to the right, as an opening mark does: not merely taken for one. */
  readonly sure: boolean;
}

/** The quotations of one block, outer before inner. A stray closing mark is nothing; apostrophes inside words are letters. */
export function quotationsOf(text: string, block: Span, index: number): Quotation[] {
  const slice = text.slice(block.start, block.end);
  const marks = marksIn(slice);
  const left = new Map<string, number>();
  for (const { sign, lean } of marks) if (lean < 1) left.set(sign, (left.get(sign) ?? 0) + 1);
  const found: Quotation[] = [];
  const open: Open[] = [];
  const strays: Mark[] = [];
  const make = (opener: Mark, close: number, after: number, closed: boolean, depth: number): void => {
    const start = block.start + opener.at;
    const inner = bare(text, start + opener.sign.length, block.start + close);
    const outer = { start, end: closed ? block.start + after : inner.end };
    found.push({ outer, inner, closed, depth, block: index, continues: false });
  };
  for (const mark of marks) {
    if (mark.lean < 1) left.set(mark.sign, left.get(mark.sign)! - 1);
    const top = closedBy(open, mark, left);
    if (top >= 0 && closes(mark, open[top]!.mark)) {
      make(open[top]!.mark, mark.at, mark.at + mark.sign.length, true, top);
      open.length = top;
    } else if (opens(mark, top, left)) {
      if (open.length < deepest) open.push({ mark, sure: mark.lean > 0 });
    } else if (mark.lean < 0) strays.push(mark);
  }
  const opener = open.find(({ mark, sure }) => sure || lasting.has(mark.sign));
  const stray =
    opener && strays.find(({ sign, at }) => at < opener.mark.at && closers[sign]?.includes(opener.mark.sign));
  // قال" نعم "ومضى: a pair that leans the wrong way.
  if (opener && stray && found.every(({ inner }) => inner.start > block.start + opener.mark.at))
    make(stray, opener.mark.at, opener.mark.at + opener.mark.sign.length, true, 0);
  // What stays open runs to the end of the block; inner ones of an unclosed quotation are likely slips.
  else if (opener === open[0] && opener?.sure && lasting.has(opener.mark.sign))
    make(opener.mark, slice.trimEnd().length, 0, false, 0);
  return found.sort((a, b) => a.outer.start - b.outer.start || b.outer.end - a.outer.end);
}

/** The words between two marks, without blanks at the edges. */
function bare(text: string, start: number, end: number): Span {
  let from = start;
  let to = Math.max(start, end);
  while (from < to && blank.test(text[from]!)) from++;
  while (to > from && blank.test(text[to - 1]!)) to--;
  return { start: from, end: to };
}

/** The index of the open mark that this one closes, or -1. */
function closedBy(open: readonly Open[], { sign, lean }: Mark, left: ReadonlyMap<string, number>): number {
  for (let at = open.length - 1; at >= 0; at--) if (closers[open[at]!.mark.sign]?.includes(sign)) return at;
  if (lean > -1) return -1;
  // «نعم« and „نعم„: the same sign twice.
  for (let at = open.length - 1; at >= 0; at--) if (open[at]!.mark.sign === sign) return at;
  // “نعم": a look-alike, where no proper closing mark is still to come.
  const top = open.at(-1)?.mark.sign;
  const proper = top !== undefined && closers[top]?.some((closer) => (left.get(closer) ?? 0) > 0);
  return top !== undefined && doubles.has(top) && doubles.has(sign) && !proper ? open.length - 1 : -1;
}

/** Whether a mark closes one that it may close, seen where it stands. */
function closes(mark: Mark, opener: Mark): boolean {
  if (mark.at === opener.at + opener.sign.length) return mark.lean < 0;
  if (mark.lean < 1) return mark.lean < 0 || !(mark.sign === '“' && opener.sign === '“');
  return false;
}

/** Whether a mark that closes nothing opens a quotation. */
function opens({ sign, lean, single }: Mark, top: number, left: ReadonlyMap<string, number>): boolean {
  const ends = closers[sign];
  if (!ends) return false;
  const coming = ends.some((closer) => (left.get(closer) ?? 0) > 0);
  // Brackets and single signs are marks only in pairs.
  if ((single || sign.length > 1) && !coming) return false;
  if (lean > 0) return true;
  if (lean < 0) return false;
  return openers.has(sign) || (top < 0 && coming);
}

/**
 * The quotations of every block in order. One that stays open while the next block opens with the same mark
 * is marked as continuing there.
 */
export function quotations(text: string, blocks: readonly Span[]): Quotation[][] {
  const all = blocks.map((block, index) => quotationsOf(text, block, index));
  for (let i = 0; i + 1 < all.length; i++) {
    const last = all[i]!.find((quotation) => !quotation.closed);
    if (!last) continue;
    const next = all[i + 1]![0];
    const begins = text.slice(blocks[i + 1]!.start, blocks[i + 1]!.end).search(/\S/) + blocks[i + 1]!.start;
    if (next && next.outer.start === begins && text[next.outer.start] === text[last.outer.start])
      all[i] = all[i]!.map((quotation) =>
        quotation === last ? { ...quotation, continues: true } : quotation,
      );
  }
  return all;
}
