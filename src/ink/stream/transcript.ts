// What a program has written, as lines of glyphs: as much of a terminal as Ink's output needs, moves of the cursor and
// erasing among them, so that a row is known whole even if only a part of it is written anew.

import type { ScreenRow } from '../../terminal/output/cell.ts';
import { plain, type Style } from '../../terminal/output/style.ts';
import { clusters } from '../../text/grapheme.ts';
import { MARK, UNDRAWN, WIDE, widthTable } from '../../text/width.ts';
import type { Blocks } from '../blocks.ts';
import { linkAfter, styleAfter } from './styles.ts';

/** What stands in a column; of a wide one only its first column has it. */
export interface Glyph {
  readonly text: string;
  /** Cells: 1 or 2. */
  readonly width: number;
  readonly style: Style;
  /** The rows of a block whose upper left corner is here. */
  readonly block?: readonly ScreenRow[];
}

/** A line as it was written, by columns. */
export interface Line {
  glyphs: (Glyph | undefined)[];
  /** The column, from 0, in which what was written in a column is seen; set by whoever lays the line out. */
  place?: ((column: number) => number) | undefined;
}

/** A part of what was written. */
export type Token =
  /** Text and styles, on one line. */
  | {
      readonly kind: 'text';
      readonly raw: string;
      readonly line: Line;
      readonly column: number;
      readonly before: Style;
      readonly after: Style;
    }
  /** The cursor is sent to a column, from 0. */
  | { readonly kind: 'column'; readonly raw: string; readonly line: Line; readonly column: number }
  | { readonly kind: 'other'; readonly raw: string };

const pattern =
  // CSI, OSC, other strings, other escapes, controls, text.
  /\x1b\[([0-?]*)([ -/]*[@-~])|\x1b\]([^\x07\x1b]*)(?:\x07|\x1b\\)|\x1b[P_^X](?:[^\x1b]|\x1b(?!\\))*\x1b\\|\x1b[ -/]*[0-Z\\^-~]|[\x00-\x1a\x1c-\x1f\x7f]|[^\x00-\x1f\x7f]+/y;

/** Lines that are remembered: what Ink may go back to is no more than a screen. */
const kept = 300;

/** A terminal as far as the text goes. */
export class Transcript {
  readonly lines: Line[] = [{ glyphs: [] }];
  private readonly blocks: Blocks;
  private row = 0;
  private column = 0;
  private style: Style = plain;
  /** The beginning of an escape sequence that a write ended in. */
  private unfinished = '';

  constructor(blocks: Blocks) {
    this.blocks = blocks;
  }

  /** Takes what is written; its parts, in order. */
  feed(written: string): Token[] {
    const text = this.unfinished + written;
    this.unfinished = '';
    const tokens: Token[] = [];
    pattern.lastIndex = 0;
    for (let at = 0; at < text.length; at = pattern.lastIndex) {
      pattern.lastIndex = at;
      const match = pattern.exec(text);
      if (match === null) {
        this.unfinished = text.slice(at);
        break;
      }
      this.take(match, tokens);
    }
    if (this.row > kept) this.row -= this.lines.splice(0, this.row - kept).length;
    return tokens;
  }

  private get line(): Line {
    while (this.lines.length <= this.row) this.lines.push({ glyphs: [] });
    return this.lines[this.row]!;
  }

  private take([raw, parameters, final, string]: RegExpExecArray, tokens: Token[]): void {
    const before = this.style;
    const { line, column } = this;
    const first = raw.charCodeAt(0);
    if (final === 'm' && /^[\d;:]*$/.test(parameters!)) this.style = styleAfter(before, parameters!);
    else if (string !== undefined && linkAfter(before, string)) this.style = linkAfter(before, string)!;
    else if (first >= 0x20 && first !== 0x7f) this.write(raw);
    else {
      this.control(raw, parameters, final);
      if (final === 'G') tokens.push({ kind: 'column', raw, line: this.line, column: this.column });
      else tokens.push({ kind: 'other', raw });
      return;
    }
    const last = tokens.at(-1);
    if (last?.kind === 'text')
      tokens[tokens.length - 1] = { ...last, raw: last.raw + raw, after: this.style };
    else tokens.push({ kind: 'text', raw, line, column, before, after: this.style });
  }

  private write(text: string): void {
    const { glyphs } = this.line;
    for (const cluster of clusters(text)) {
      const width = clusterWidth(cluster);
      if (width === 0) {
        // A mark or a format character belongs to what stands before it.
        const last = glyphs[this.column - 1];
        if (last) glyphs[this.column - 1] = { ...last, text: last.text + cluster };
        continue;
      }
      while (glyphs.length < this.column) glyphs.push(undefined);
      const block = this.blocks.at(cluster);
      glyphs[this.column] = { text: cluster, width, style: this.style, ...(block ? { block } : {}) };
      if (width === 2) glyphs[this.column + 1] = undefined;
      this.column += width;
    }
  }

  private control(raw: string, parameters = '', final = ''): void {
    const count = Math.max(1, Number.parseInt(parameters, 10) || 1);
    if (raw === '\n') [this.row, this.column] = [this.row + 1, 0];
    else if (raw === '\r') this.column = 0;
    else if (raw === '\b') this.column = Math.max(0, this.column - 1);
    else if (raw === '\t') this.column += 8 - (this.column % 8);
    else if (raw === '\x1bc' || (final === 'h' && parameters === '?1049')) this.clear();
    else if (final === 'A') this.row = Math.max(0, this.row - count);
    else if (final === 'B') this.row += count;
    else if (final === 'C') this.column += count;
    else if (final === 'D') this.column = Math.max(0, this.column - count);
    else if (final === 'E') [this.row, this.column] = [this.row + count, 0];
    else if (final === 'F') [this.row, this.column] = [Math.max(0, this.row - count), 0];
    else if (final === 'G') this.column = count - 1;
    else if (final === 'H') {
      const [row = 1, column = 1] = parameters.split(';').map((part) => Number.parseInt(part, 10) || 1);
      [this.row, this.column] = [row - 1, column - 1];
    } else if (final === 'K') this.erase(parameters);
    else if (final === 'J' && (parameters === '2' || parameters === '3')) this.lines.length = 0;
    else if (final === 'J') {
      this.erase('');
      this.lines.length = this.row + 1;
    }
  }

  private clear(): void {
    this.lines.length = 0;
    [this.row, this.column] = [0, 0];
  }

  /** EL: to the end of the line, or with 2 all of it. */
  private erase(parameters: string): void {
    const { line } = this;
    if (parameters === '2') line.glyphs = [];
    else if (parameters === '' || parameters === '0')
      line.glyphs.length = Math.min(line.glyphs.length, this.column);
    else line.glyphs.fill(undefined, 0, this.column + 1);
    if (line.glyphs.length === 0) line.place = undefined;
  }
}

/** Cells of a grapheme cluster, as terminals count them. */
function clusterWidth(cluster: string): number {
  const table = widthTable();
  let width = 0;
  for (const character of cluster) {
    const drawn = table[character.codePointAt(0)!]!;
    if (drawn === MARK) continue;
    if (drawn !== UNDRAWN) width = Math.max(width, drawn === WIDE ? 2 : 1);
    else if (character === '\ufe0f' && width > 0) width = 2;
  }
  return width;
}
