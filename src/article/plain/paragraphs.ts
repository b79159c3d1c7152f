import type { Span } from '../../text/span.ts';
import { follows, indented, type Lines, linesOf } from './lines.ts';

/** The paragraphs of a plain text, and the text itself as long as before. */
export interface Paragraphs {
  /** As given, but for the line ends inside paragraphs, whose code units are blanks. */
  readonly text: string;
  readonly spans: readonly Span[];
}

/**
 * Finds the paragraphs of a plain text. A line is a paragraph, unless the text is hard-wrapped: then lines that
 * were broken only because the next word had no room are one.
 */
export function paragraphsOf(text: string): Paragraphs {
  const lines = linesOf(text);
  const width = wrapWidth(text, lines);
  const spans: Span[] = [];
  const ends: number[] = [];
  for (let line = 0; line < lines.count; ) {
    const first = line++;
    if (width > 0)
      for (; line < lines.count && continues(text, lines, line, width); line++)
        ends.push(lines.ends[line - 1]!, lines.starts[line]!);
    spans.push({ start: lines.starts[first]!, end: lines.ends[line - 1]! });
  }
  return { text: ends.length === 0 ? text : blanked(text, ends), spans };
}

/** The text with blanks instead of all that stands between pairs of offsets. */
function blanked(text: string, pairs: readonly number[]): string {
  const parts: string[] = [];
  let from = 0;
  for (let pair = 0; pair < pairs.length; pair += 2) {
    parts.push(text.slice(from, pairs[pair]), ' '.repeat(pairs[pair + 1]! - pairs[pair]!));
    from = pairs[pair + 1]!;
  }
  parts.push(text.slice(from));
  return parts.join('');
}

/** Lines longer than this, in letters, are paragraphs of their own: nobody wraps so wide. */
const widest = 120;
const narrowest = 30;
/** How many lines are asked. */
const sampled = 4000;

/**
 * The width at which a text was hard-wrapped, in letters; 0 where it was not. Wrapping breaks a line only where
 * the next word does not fit, so in a wrapped text this holds for nearly all lines that another follows;
 * in verse, lists, headlines and paragraphs of one line it does not.
 */
function wrapWidth(text: string, lines: Lines): number {
  const lengths: number[] = [];
  const needed: number[] = [];
  for (let line = 1; line < Math.min(lines.count, sampled); line++) {
    // Only lines that would be one paragraph if this is a wrapped text.
    if (!(lines.marks[line]! & follows) || lines.marks[line]! & indented || startsItem(text, lines, line))
      continue;
    const length = letters(text, lines, line - 1);
    lengths.push(length);
    needed.push(length + 1 + firstWord(text, lines, line));
  }
  if (lengths.length < 3) return 0;
  // One line in fifty may stand out: an address that could not be broken.
  const width = [...lengths].sort((one, other) => one - other)[Math.ceil(lengths.length * 0.98) - 1]!;
  if (width > widest || width < narrowest) return 0;
  const full = needed.filter((length) => length > width).length;
  return full >= lengths.length * 0.7 ? width : 0;
}

/** Whether a line goes on with the paragraph of the line before it. */
function continues(text: string, lines: Lines, line: number, width: number): boolean {
  if (!(lines.marks[line]! & follows)) return false;
  if (lines.marks[line]! & indented && !(lines.marks[line - 1]! & indented)) {
    // An indented line after a bullet belongs to its item; elsewhere an indent begins a paragraph.
    return startsItem(text, lines, line - 1);
  }
  if (startsItem(text, lines, line)) return false;
  // A quarter short of the width is no accident of wrapping: the writer ended the line.
  return letters(text, lines, line - 1) + 1 + firstWord(text, lines, line) > width * 0.75;
}

const bullet = /^(?:[-*•·▪◦–—]|[\d٠-٩۰-۹]{1,3}[.)\-–])\s/;

function startsItem(text: string, lines: Lines, line: number): boolean {
  return bullet.test(text.slice(lines.starts[line]!, lines.starts[line]! + 8));
}

/** The letters of a line that take room: marks and format characters do not. */
function letters(text: string, lines: Lines, line: number): number {
  const start = lines.starts[line]!;
  const end = lines.ends[line]!;
  if (end - start > 4 * widest) return end - start;
  return text.slice(start, end).replace(weightless, '').length;
}

function firstWord(text: string, lines: Lines, line: number): number {
  const start = lines.starts[line]!;
  const word = text.slice(start, Math.min(lines.ends[line]!, start + widest)).match(/^\S+/)?.[0] ?? '';
  return word.replace(weightless, '').length;
}

const weightless = /[\p{Mn}\p{Cf}]/gu;
