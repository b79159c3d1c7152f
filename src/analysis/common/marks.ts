import type { Span } from '../../text/span.ts';

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

/** Opening mark → the marks that close it. German and Hebrew open low, Swedish closes as it opens. */
const closers: Record<string, string> = {
  '«': '»',
  '»': '«»',
  '‹': '›',
  '“': '”',
  '”': '”“',
  '„': '“”‟',
  '‟': '”',
  '"': '"',
  '‘': '’',
  '‚': '‘’',
  "'": "'",
  '’': '’',
  '「': '」',
  '『': '』',
  '″': '″',
  '״': '״',
};

const single = new Set(["'", '’', '‘', '‚', '״', '″']);
const marks = /[«»‹›“”„‟"‘’‚'「」『』″״]/g;
const combining = /[\p{M}\u200c\u200d]/u;
const letter = /[\p{L}\p{N}\p{M}]/u;

/** Nesting deeper than this is not writing; it bounds the work on hostile text. */
const deepest = 4;

interface Open {
  readonly mark: string;
  readonly at: number;
}

/**
 * The quotations of one block, outer before inner. A mark opens where a word follows it and none stands before
 * it, closes otherwise: so `»` opens in a text that types its marks the wrong way round, a stray closing
 * mark is nothing, and apostrophes inside words are letters.
 */
export function quotationsOf(text: string, block: Span, index: number): Quotation[] {
  const found: Quotation[] = [];
  const open: Open[] = [];
  const slice = text.slice(block.start, block.end);
  marks.lastIndex = 0;
  for (let match = marks.exec(slice); match; match = marks.exec(slice)) {
    const mark = match[0];
    const before = slice[match.index - 1] ?? ' ';
    const after = slice[match.index + 1] ?? ' ';
    // و"…": one letter written onto the mark is a particle, not a word that the mark closes.
    const wordBefore =
      letter.test(before) &&
      before !== 'ـ' &&
      (letter.test(slice[match.index - 2] ?? ' ') || !letter.test(after));
    // With a mark of its own on it, the sign is some other sign.
    if (combining.test(after)) continue;
    const wordAfter = letter.test(after);
    if (single.has(mark) && wordBefore && wordAfter) continue;
    const top = lastClosedBy(open, mark);
    const opensHere =
      closers[mark] !== undefined &&
      open.length < deepest &&
      (mark === '«' || mark === '“' || mark === '„' || mark === '‹' || mark === '「' || mark === '『'
        ? !(mark === '“' && top >= 0 && wordBefore && !wordAfter)
        : top < 0 && !wordBefore && !/[.!?؟،…]/.test(before) && !/[\s.,،]/.test(after));
    if (opensHere && !(single.has(mark) && wordBefore)) {
      open.push({ mark, at: match.index });
    } else if (top >= 0 && !(single.has(mark) && wordAfter)) {
      const opener = open[top]!;
      open.length = top;
      found.push(quotation(block, index, opener.at, match.index, true, top));
    }
  }
  // What stays open runs to the end of the block; inner ones of an unclosed quotation are likely slips.
  const opener = open[0];
  if (opener && !single.has(opener.mark))
    found.push(quotation(block, index, opener.at, trimmedEnd(slice), false, 0));
  return found.sort((a, b) => a.outer.start - b.outer.start || b.outer.end - a.outer.end);
}

function lastClosedBy(open: readonly Open[], mark: string): number {
  for (let i = open.length - 1; i >= 0; i--) if (closers[open[i]!.mark]!.includes(mark)) return i;
  return -1;
}

function trimmedEnd(slice: string): number {
  return slice.trimEnd().length;
}

function quotation(
  block: Span,
  index: number,
  open: number,
  close: number,
  closed: boolean,
  depth: number,
): Quotation {
  const start = block.start + open;
  const inner = { start: start + 1, end: Math.max(start + 1, block.start + close) };
  const outer = { start, end: closed ? block.start + close + 1 : inner.end };
  return { outer, inner, closed, depth, block: index, continues: false };
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
