import type { Alignment } from '../model/article.ts';
import type { Piece, TableShape } from './assembly.ts';
import { joined, type Words } from './inline.ts';

/** Rows and columns that one cell may go over; a page that asks for more is in disorder. */
const mostSpanned = 1000;

/** What is said of a cell. */
export interface CellShape {
  readonly header?: boolean | undefined;
  readonly align?: Alignment;
  /** How many columns and rows it goes over. */
  readonly columns?: number | undefined;
  readonly rows?: number | undefined;
  /** Declared for the cell itself. */
  readonly direction?: 'ltr' | 'rtl' | 'auto' | undefined;
}

/** What all rows of a table have in common: direction, and what is around it. */
export type Around = Pick<Piece, 'direction' | 'lists' | 'quotes'>;

/** Builds the pieces of a table from its cells. What a cell goes over beyond its first place is empty. */
export class TableBuilder {
  readonly #rows: { cells: Partial<Words>[]; header: boolean }[] = [];
  readonly #align: Alignment[] = [];
  /** Of each column: the rows for which a cell above reaches into it. */
  #reaching: number[] = [];
  #row: Partial<Words>[] | undefined;
  #isHeader = true;

  beginRow(): void {
    this.endRow();
    this.#row = [];
    this.#isHeader = true;
  }

  /** Adds a cell to the row that is open. */
  cell(words: Partial<Words>, shape: CellShape = {}): void {
    this.#row ??= [];
    const row = this.#row;
    this.#skip(row);
    const text = words.text ?? '';
    const column = row.length;
    if (text.trim() !== '' && !shape.header) this.#isHeader = false;
    if (shape.align && (!shape.header || this.#align[column] === undefined))
      this.#align[column] = shape.align;
    const whole = { start: 0, end: text.length };
    const { direction } = shape;
    const isolates = direction
      ? [{ ...whole, direction }, ...(words.isolates ?? [])]
      : (words.isolates ?? []);
    // A tab parts cells.
    row.push({ ...words, text: text.replaceAll('\t', ' '), isolates: text === '' ? [] : isolates });
    const columns = Math.min(mostSpanned, Math.max(1, shape.columns ?? 1));
    for (let more = 1; more < columns; more++) row.push({});
    const rows = Math.min(mostSpanned, Math.max(1, shape.rows ?? 1));
    if (rows > 1) for (let at = column; at < row.length; at++) this.#reaching[at] = rows;
  }

  endRow(): void {
    const row = this.#row;
    if (!row) return;
    this.#row = undefined;
    this.#skip(row);
    this.#reaching = this.#reaching.map((rows) => Math.max(0, rows - 1));
    this.#rows.push({ cells: row, header: this.#isHeader });
  }

  /** Leaves the places empty into which cells from above reach. */
  #skip(row: Partial<Words>[]): void {
    while ((this.#reaching[row.length] ?? 0) > 0) row.push({});
  }

  /** The rows, those without a word left out; paragraphs where no row has two cells. */
  finish(around: Around): Piece[] {
    this.endRow();
    const rows = this.#rows.filter(({ cells }) => cells.some(({ text = '' }) => text.trim() !== ''));
    const isTable = rows.some(({ cells }) => cells.length > 1);
    const table: TableShape = { align: this.#align };
    return rows.map(({ cells, header }) => {
      while ((cells.at(-1)?.text ?? '') === '') cells.pop();
      const words = joined(cells, '\t');
      if (!isTable) return { ...around, kind: 'paragraph', ...words };
      return { ...around, kind: 'row', table, ...(header ? { header } : {}), ...words };
    });
  }
}

/** The alignment that a style or an attribute asks for. */
export function alignmentOf({ align, style }: Readonly<Record<string, string>>): Alignment {
  const asked = (/text-align\s*:\s*(\w+)/i.exec(style ?? '')?.[1] ?? align)?.toLowerCase();
  return asked === 'left' || asked === 'right' || asked === 'center' ? asked : undefined;
}
