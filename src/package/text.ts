// `maqal/text`: direction, grapheme clusters, rows of cells and letter folding, for strings of any script.
import * as direction from '../text/direction.ts';
import * as folding from '../text/folding.ts';
import * as grapheme from '../text/grapheme.ts';
import * as layout from '../text/layout.ts';
import * as logicalText from '../text/logical.ts';
import * as unfolding from '../text/unfolding.ts';
import { expectLists, expectNumber, expectObject, expectOneOf, expectText } from './expect.ts';

export type { Direction } from '../text/direction.ts';
export type { Folding, FoldLevel } from '../text/folding.ts';
export type { Paragraph } from '../text/layout.ts';
export type { Cell, Row } from '../text/row.ts';
export type { Span } from '../text/span.ts';

type Direction = direction.Direction;
const directions = ['ltr', 'rtl'] as const;

/** How a paragraph becomes rows; the direction is that of most of its letters unless it is given. */
export type ParagraphOptions = Omit<layout.ParagraphOptions, 'direction'> & {
  readonly direction?: Direction;
};

/** How one line becomes one row; the direction is that of most of its letters unless it is given. */
export type LineOptions = Omit<layout.LineOptions, 'direction'> & { readonly direction?: Direction };

/**
 * The direction a text asks for by itself: that of most of its letters, ties by the first; `fallback` for a text
 * without letters (UAX #9 P2, P3, HL1). Looks at the first 8,192 code units.
 */
export function baseDirection(text: string, fallback: Direction = 'ltr'): Direction {
  expectText('baseDirection: text', text);
  expectOneOf('baseDirection: fallback', fallback, directions);
  return direction.baseDirection(text, fallback);
}

/** The extended grapheme clusters of a text (UAX #29, Unicode 17), in order. A lone surrogate is one of its own. */
export function clusters(text: string): Generator<string> {
  expectText('clusters: text', text);
  return grapheme.clusters(text);
}

/**
 * A paragraph as rows of cells: broken by UAX #14, reordered by UAX #9, Arabic letters joined, brackets mirrored. Each
 * cell knows the stretch of the text behind it, in UTF-16 code units. An empty text has one empty row. Throws
 * RangeError where `width` is below 1.
 */
export function layoutParagraph(text: string, options: ParagraphOptions): Row[] {
  return layout.layoutParagraph(text, laidOptions('layoutParagraph', text, options));
}

/** As `layoutParagraph`, but rows are made when they are taken, from any offset: for texts of megabytes. */
export function openParagraph(text: string, options: ParagraphOptions): layout.Paragraph {
  return layout.openParagraph(text, laidOptions('openParagraph', text, options));
}

/** A line of text as one row, cut with … where it is full, on the side where the text goes on. */
export function layoutLine(text: string, options: LineOptions): Row {
  return layout.layoutLine(text, laidOptions('layoutLine', text, options));
}

/** The text that a row shows, in logical order, as one would copy it. */
export function logical(row: Row): string {
  expectLists('logical: row', row, 'a row, as layoutLine gives it', ['cells']);
  return logicalText.logical(row);
}

/**
 * A text as it is read when it is searched: spellings that people treat as one are one string. Level 1 (the default)
 * makes equal what nobody tells apart when typing (أ إ آ ا; ى ي ی; ک ك; tashkeel and tatweel; digits; case), level 2
 * what is contested as well (ة ه, ؤ و, ئ ي). `offsets` leads from each code unit back to the original.
 */
export function fold(text: string, level: folding.FoldLevel = 1): folding.Folding {
  expectText('fold: text', text);
  expectOneOf('fold: level', level, [1, 2]);
  return folding.fold(text, level);
}

/**
 * The stretch of `text` behind `start` to `end` of its folding: whole letters, with the marks that hang on the last.
 */
export function unfold(text: string, folded: folding.Folding, start: number, end: number): Span {
  expectText('unfold: text', text);
  expectObject('unfold: folded', folded);
  expectNumber('unfold: start', start);
  expectNumber('unfold: end', end);
  return unfolding.unfold(text, folded.offsets, start, end);
}

type Row = ReturnType<typeof layout.layoutLine>;
type Span = ReturnType<typeof unfolding.unfold>;

function laidOptions<Options extends { width: number; direction?: Direction }>(
  name: string,
  text: string,
  options: Options,
): Options & { direction: Direction } {
  expectText(`${name}: text`, text);
  expectObject(`${name}: options`, options);
  expectNumber(`${name}: options.width`, options.width);
  return { ...options, direction: directionOf(name, text, options.direction) };
}

function directionOf(name: string, text: string, given: Direction | undefined): Direction {
  if (given === undefined) return direction.baseDirection(text);
  expectOneOf(`${name}: options.direction`, given, directions);
  return given;
}
