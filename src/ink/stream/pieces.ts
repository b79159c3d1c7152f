// Where the texts of a frame stand: lines are cut at the frames of boxes and at the gaps between columns, and rows that
// were wrapped from one paragraph are put together again. Ink's output is all there is to go by.
import type { Glyph, Line } from './transcript.ts';

/** A stretch of one line that holds one text. Columns from 0, half-open. */
export interface TextPiece {
  /** The index of its line. */
  readonly line: number;
  /** Its first column that is not blank, and the one after its last. */
  readonly start: number;
  readonly end: number;
  /** Where the room between two frames begins that it stands in, and where it ends, if a frame ends it. */
  readonly left: number;
  readonly right: number | undefined;
  /** Whether nothing else stands in that room on its line. */
  readonly isAlone: boolean;
}

/** Blanks that are always a gap between two columns of text. Two are one if the text below or above begins there too. */
const gap = 3;

const isBlank = (glyph: Glyph | undefined) => {
  if (glyph === undefined) return true;
  const { background, inverse, underline, strike } = glyph.style;
  // An inverse blank is the cursor of a text field, and a background is a look of the text's.
  return glyph.text === ' ' && background === undefined && !inverse && !underline && !strike;
};

const isHorizontal = /^[─━═┄┅┈┉╌╍╴╶╸╺╼╾]/;
const isBoxDrawing = /^[\u2500-\u257f]/;
const isBlockElement = /^[\u2580-\u259f]/;

/** Whether the glyph at a column belongs to a frame: a border, a rule, a bar. A sign alone among letters is a bullet. */
export function isFrame(lines: readonly Line[], index: number, column: number): boolean {
  const { glyphs } = lines[index]!;
  const text = glyphs[column]?.text ?? '';
  if (isBlockElement.test(text)) return true;
  const besides = [glyphs[column - 1], glyphs[column + 1]];
  if (isHorizontal.test(text)) return besides.some((glyph) => isBoxDrawing.test(glyph?.text ?? ''));
  if (isBoxDrawing.test(text)) return true;
  if (text !== '|') return false;
  return [lines[index - 1], lines[index + 1]].some((line) => /^[|+]/.test(line?.glyphs[column]?.text ?? ''));
}

/** The texts of the lines. `taken` says of the columns of a line which are covered by blocks. */
export function textPieces(
  lines: readonly Line[],
  taken: (line: number, column: number) => boolean,
): TextPiece[] {
  return lines.flatMap(({ glyphs }, line) => {
    const pieces: TextPiece[] = [];
    for (let column = 0; column < glyphs.length; ) {
      if (taken(line, column) || isFrame(lines, line, column)) {
        column++;
        continue;
      }
      const left = column;
      while (column < glyphs.length && !taken(line, column) && !isFrame(lines, line, column)) column++;
      const right = column < glyphs.length ? column : undefined;
      const texts = splitAtGaps(lines, line, left, column);
      const isAlone = texts.length === 1;
      for (const { start, end } of texts) pieces.push({ line, start, end, left, right, isAlone });
    }
    return pieces;
  });
}

/** The stretches of text between two columns. */
function splitAtGaps(
  lines: readonly Line[],
  line: number,
  from: number,
  to: number,
): { start: number; end: number }[] {
  const { glyphs } = lines[line]!;
  const list: { start: number; end: number }[] = [];
  for (let column = from; column < to; column++) {
    if (isBlank(glyphs[column]) && glyphs[column - 1]?.width !== 2) continue;
    if (isBlank(glyphs[column])) continue;
    const last = list.at(-1);
    const end = column + glyphs[column]!.width;
    const blanks = last ? column - last.end : 0;
    if (last && !isGap(lines, line, column, blanks)) last.end = end;
    else list.push({ start: column, end });
  }
  return list;
}

function isGap(lines: readonly Line[], line: number, column: number, blanks: number): boolean {
  if (blanks >= gap) return true;
  if (blanks < 2) return false;
  return [lines[line - 1], lines[line + 1]].some(
    (other) =>
      other !== undefined &&
      !isBlank(other.glyphs[column]) &&
      isBlank(other.glyphs[column - 1]) &&
      isBlank(other.glyphs[column - 2]),
  );
}

/** A first word that begins an entry of a list: a sign alone, or a number with its point. */
const listMark = /^(?:[^\p{L}\p{N}]|[\p{Nd}]{1,3}[.)-])$/u;

/**
 * Puts pieces together that are rows of one paragraph: the first word of a row would not have fitted into the row before,
 * or the row begins with the blank at which Ink has wrapped it. `columns` is the room without frames.
 */
export function paragraphs(
  lines: readonly Line[],
  pieces: readonly TextPiece[],
  columns: number,
): TextPiece[][] {
  const list: TextPiece[][] = [];
  for (const piece of pieces) {
    const before = list.findLast((paragraph) => {
      const last = paragraph.at(-1)!;
      return last.line === piece.line - 1 && last.left === piece.left && last.right === piece.right;
    });
    if (before && goesOn(lines, before, piece, columns)) before.push(piece);
    else list.push([piece]);
  }
  return list;
}

function goesOn(
  lines: readonly Line[],
  before: readonly TextPiece[],
  piece: TextPiece,
  columns: number,
): boolean {
  const [first, last] = [before[0]!, before.at(-1)!];
  // Ink writes no line that is too long: that is somebody else's.
  if (!last.isAlone || !piece.isAlone || last.end > columns) return false;
  if (piece.start === first.start + 1) return true;
  if (piece.start !== first.start) return false;
  const { glyphs } = lines[piece.line]!;
  let word = piece.start;
  while (word < piece.end && !isBlank(glyphs[word])) word++;
  const letters = glyphs.slice(piece.start, word).map((glyph) => glyph?.text ?? '');
  if (listMark.test(letters.join(''))) return false;
  const indent = first.start - first.left;
  const room = (piece.right ?? columns) - (piece.right === undefined ? 0 : indent);
  return last.end + 1 + (word - piece.start) > room;
}
