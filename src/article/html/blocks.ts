import type { Direction } from '../../text/direction.ts';
import type { Piece } from '../assembly/assembly.ts';
import {
  bareWords,
  Inline,
  joined,
  type Stretch,
  shortened,
  type Words,
  without,
} from '../assembly/inline.ts';
import { boxes } from '../assembly/lists.ts';
import { isReference, referenceName } from '../assembly/notes.ts';
import { raised } from '../assembly/raised.ts';
import { type CellShape, TableBuilder } from '../assembly/table.ts';
import type { Attributes, MarkupReader } from '../markup/markup.ts';
import type { BlockKind } from '../model/article.ts';
import { cellShape, declaredDirection, isBlock, isUnseen, List, laysOut, stretchOf } from './elements.ts';

/** An open element, as far as it matters for what is inside. */
interface Level {
  readonly name: string;
  readonly unseen?: boolean;
  readonly direction?: Direction | 'auto' | undefined;
  /** What was begun for it. */
  readonly stretch?: Stretch | undefined;
}

/** How many stretches that are open where a block ends go on in the next one; more is disorder. */
const continued = 8;

/** How a document names places. */
export interface Places {
  /** Where a link leads that is written so; `#` and a name for a place in the article; undefined for nowhere. */
  readonly href: (written: string) => string | undefined;
  /** The name of the element that has this identifier. */
  readonly name: (identifier: string) => string;
}

/** A table that is open: its rows so far, and the row that is open. */
interface OpenTable {
  readonly builder: TableBuilder;
  /** The pieces of each cell of the row; undefined outside of rows, and where the table lays out a page. */
  row: { shape: CellShape; pieces: Piece[] }[] | undefined;
  /** Whether the cells of the row hold a page rather than facts. */
  isLayout: boolean;
}

/** Most words of a cell with several paragraphs, in code units; what is longer is a column of a page. */
const longestCell = 400;

/** Makes pieces of a document of HTML as it is read: what a browser without style sheets would show. */
export class HtmlBlocks implements MarkupReader {
  readonly #places: Places;
  readonly #pieces: Piece[] = [];
  readonly #levels: Level[] = [];
  readonly #lists: List[] = [];
  /** Markers that are known only once their list has ended, by the place of their piece. */
  readonly #late: { list: List; marker: (list: List) => string; piece: { marker: string | undefined } }[] =
    [];
  readonly #tables: OpenTable[] = [];
  readonly #stretches: Stretch[] = [];
  #inline = new Inline();
  #depthUnseen = 0;
  #quotes = 0;
  #captions = 0;
  #heading = 0;
  #listings = 0;
  #marker: ReturnType<List['marker']> | undefined;

  constructor(places: Places) {
    this.#places = places;
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'input' && this.#depthUnseen === 0) this.#input(attributes);
    const hidden = isUnseen(name, attributes);
    if (hidden) this.#depthUnseen++;
    let stretch: Stretch | undefined;
    if (this.#depthUnseen === 0) {
      if (isBlock(name) || name === 'td' || name === 'th') this.#begin(name);
      const identifier = attributes.id ?? (name === 'a' ? attributes.name : undefined);
      if (identifier) this.#inline.mark(this.#places.name(identifier));
      stretch = this.#enter(name, attributes);
      if (stretch) {
        this.#stretches.push(stretch);
        this.#inline.begin(stretch);
      }
    }
    // What is ordered by itself inside a line says nothing about its block; a cell has a direction of its own.
    const declares = !stretch?.isolate && name !== 'td' && name !== 'th';
    const direction =
      (declares ? declaredDirection(attributes) : undefined) ?? this.#levels.at(-1)?.direction;
    this.#levels.push({ name, unseen: hidden, direction, stretch });
  }

  /** What an element changes for its content. Gives the stretch that it begins, if it does. */
  #enter(name: string, attributes: Attributes): Stretch | undefined {
    if (/^h[1-6]$/.test(name)) this.#heading = Number(name[1]);
    else if (name === 'blockquote') this.#quotes++;
    else if (name === 'figcaption' || name === 'caption') this.#captions++;
    else if (name === 'pre') this.#listings++;
    else if (name === 'ul' || name === 'ol' || name === 'menu') this.#lists.push(new List(name, attributes));
    else if (name === 'li') this.#marker = this.#lists.at(-1)?.marker(attributes);
    else if (name === 'table') this.#openTable(attributes);
    else if (name === 'tr') this.#openRow();
    else if (name === 'td' || name === 'th') this.#openCell(cellShape(name, attributes));
    else if (name === 'br') this.#break();
    else if (name === 'hr')
      this.#pieces.push({ kind: 'aside', text: '* * *', ...this.#around(this.#levels.at(-1)?.direction) });
    else if (name === 'img') this.#picture(attributes);
    else if (name === 'a' && attributes.href !== undefined) {
      const href = this.#places.href(attributes.href);
      if (href !== undefined && isReference(attributes)) this.#inline.mark(referenceName(href));
      return { href, isolate: declaredDirection(attributes) };
    } else if (name === 'q') this.#inline.add('“');
    return isBlock(name) || name === 'td' || name === 'th' ? undefined : stretchOf(name, attributes);
  }

  close(name: string): void {
    const level = this.#levels.pop();
    if (!level) return;
    if (level.unseen) {
      this.#depthUnseen--;
      return;
    }
    if (this.#depthUnseen > 0) return;
    if (level.stretch) {
      this.#stretches.pop();
      this.#inline.end();
    }
    if (name === 'q') this.#inline.add('”');
    if (!isBlock(name)) return;
    this.#flush(level.direction);
    if (/^h[1-6]$/.test(name)) this.#heading = 0;
    else if (name === 'blockquote') this.#quotes--;
    else if (name === 'figcaption' || name === 'caption') this.#captions--;
    else if (name === 'pre') this.#listings--;
    else if (name === 'ul' || name === 'ol' || name === 'menu') this.#closeList();
    else if (name === 'li') this.#marker = undefined;
    else if (name === 'tr') this.#closeRow();
    else if (name === 'table') this.#closeTable(level.direction);
  }

  text(words: string): void {
    if (this.#depthUnseen > 0) return;
    if (this.#listings > 0) this.#inline.addVerbatim(words.replace(/\r\n?/g, '\n'));
    else this.#inline.add(this.#raised(words) ?? words);
  }

  /** The pieces, once the document has ended. */
  finish(): Piece[] {
    this.#flush();
    while (this.#tables.length > 0) this.#closeTable(undefined);
    while (this.#lists.length > 0) this.#closeList();
    const { anchors } = this.#inline.finish();
    const last = this.#pieces.at(-1);
    // What stands behind all words is named with the last of them.
    if (last && anchors.length > 0) {
      const offset = Math.max(0, last.text.length - 1);
      const names = anchors.map(({ name }) => ({ name, offset }));
      this.#pieces[this.#pieces.length - 1] = { ...last, anchors: [...(last.anchors ?? []), ...names] };
    }
    return this.#pieces;
  }

  /** Names that were given to no word, once the pieces have been taken from a document without any. */
  unplaced(): string[] {
    return this.#pieces.length > 0 ? [] : this.#inline.finish().anchors.map(({ name }) => name);
  }

  /**
   * Words that stand raised or lowered: the number of a note in brackets, since glued to the word before it it would
   * be read as part of it; other digits and signs as their raised forms, where there are such.
   */
  #raised(words: string): string | undefined {
    if (words.length > 16) return undefined;
    const [around, inner] = [this.#levels.at(-2)?.name, this.#levels.at(-1)?.name];
    const place = inner === 'a' ? around : inner;
    if (place !== 'sup' && place !== 'sub') return undefined;
    const isNote = inner === 'a' || this.#stretches.some(({ href }) => href?.includes('#'));
    if (isNote && /^\s*\p{Nd}{1,3}\s*$/u.test(words))
      return this.#inline.endsWith('[') ? undefined : `[${words.trim()}]`;
    return raised(words, place);
  }

  /** Ends the block that is open, since another one begins. */
  #begin(name: string): void {
    this.#flush();
    const table = this.#tables.at(-1);
    if (table?.row && laysOut(name)) this.#spill(table);
  }

  /** Ends the block that is open, if there is a word in it. */
  #flush(direction = this.#levels.at(-1)?.direction): void {
    const words = this.#inline.finish();
    this.#inline = new Inline();
    for (const stretch of this.#stretches.slice(-continued)) this.#inline.begin(stretch);
    if (!/[^\s|]/u.test(words.text)) {
      // Names given to nothing yet are for what comes.
      for (const { name } of words.anchors) this.#inline.mark(name);
    } else if (this.#listings > 0) this.#add('code', listing(words), direction);
    else this.#add(this.#kind(), words, direction);
  }

  #kind(): BlockKind {
    if (this.#heading > 0) return 'heading';
    if (this.#captions > 0) return 'caption';
    if (this.#lists.length > 0) return 'item';
    return this.#quotes > 0 ? 'quotation' : 'paragraph';
  }

  #level(kind: BlockKind): number | undefined {
    if (kind === 'heading') return this.#heading;
    if (kind === 'item') return this.#lists.length;
    return kind === 'quotation' ? this.#quotes : undefined;
  }

  /** Adds a piece to the cell that is open, else to the document. */
  #add(kind: BlockKind, words: Words, direction: Direction | 'auto' | undefined, picture?: true): void {
    const marker = this.#marker;
    this.#marker = undefined;
    const { text, links, emphasis, isolates, anchors } = words;
    // One shape for all, named field by field: books have a hundred thousand, and spreading takes longer than parsing.
    const added: Piece & { marker: string | undefined } = {
      kind,
      text,
      links,
      emphasis,
      isolates,
      anchors,
      level: this.#level(kind),
      marker: typeof marker === 'string' && marker !== '' ? marker : undefined,
      direction: direction || undefined,
      lists: this.#lists.length || undefined,
      quotes: this.#quotes || undefined,
      picture,
    };
    if (typeof marker === 'function') this.#late.push({ list: this.#lists.at(-1)!, marker, piece: added });
    const row = this.#tables.at(-1)?.row;
    const pieces = row && row.length > 0 ? row.at(-1)!.pieces : this.#pieces;
    const last = pieces.at(-1);
    // A picture is told once, by the words below it if they are the same.
    if (last?.picture && kind === 'caption' && last.text === text) pieces.pop();
    pieces.push(added);
  }

  #around(direction: Direction | 'auto' | undefined): Pick<Piece, 'direction' | 'lists' | 'quotes'> {
    return {
      ...(direction ? { direction } : {}),
      ...(this.#lists.length > 0 ? { lists: this.#lists.length } : {}),
      ...(this.#quotes > 0 ? { quotes: this.#quotes } : {}),
    };
  }

  #closeList(): void {
    const list = this.#lists.pop();
    while (list && this.#late.at(-1)?.list === list) {
      const { marker, piece } = this.#late.pop()!;
      piece.marker = marker(list);
    }
  }

  #openTable({ role }: Attributes): void {
    this.#tables.push({
      builder: new TableBuilder(),
      row: undefined,
      isLayout: role === 'presentation' || role === 'none',
    });
  }

  #openRow(): void {
    this.#closeRow();
    const table = this.#tables.at(-1);
    if (table && !table.isLayout) table.row = [];
  }

  #openCell(shape: CellShape): void {
    this.#tables.at(-1)?.row?.push({ shape, pieces: [] });
  }

  /** Ends the row that is open: cells of a table, or paragraphs of a page. */
  #closeRow(): void {
    const table = this.#tables.at(-1);
    const row = table?.row;
    if (!table || !row) return;
    const isPage = row.some(
      ({ pieces }) =>
        pieces.length > 1 && pieces.reduce((sum, { text }) => sum + text.length, 0) > longestCell,
    );
    if (isPage) {
      this.#spill(table);
      return;
    }
    table.row = undefined;
    table.builder.beginRow();
    for (const { shape, pieces } of row) table.builder.cell(joined(pieces.map(line), '\u2028'), shape);
    table.builder.endRow();
  }

  /** The table lays out a page: its rows are blocks of it. */
  #spill(table: OpenTable): void {
    const pieces = (table.row ?? []).flatMap((cell) => cell.pieces);
    table.row = undefined;
    table.isLayout = true;
    // Rows that were taken for a table's stand before it.
    this.#pieces.push(...table.builder.finish({}));
    for (const piece of pieces) this.#pieces.push(piece);
  }

  #closeTable(direction: Direction | 'auto' | undefined): void {
    this.#closeRow();
    const table = this.#tables.pop();
    if (table) for (const piece of table.builder.finish(this.#around(direction))) this.#pieces.push(piece);
  }

  /** A line break: two of them, as many write them, part two paragraphs. */
  #break(): void {
    if (this.#listings > 0) this.#inline.addVerbatim('\n');
    else if (this.#inline.endsLine()) this.#flush();
    else this.#inline.breakLine();
  }

  /** A box to tick stands before an item. */
  #input({ type, checked }: Attributes): void {
    if (type?.toLowerCase() === 'checkbox' && this.#marker !== undefined)
      this.#marker = checked === undefined ? boxes.open : boxes.done;
  }

  /** A picture of a figure, told by what stands for it. */
  #picture({ alt = '' }: Attributes): void {
    const figure = this.#levels.some(({ name }) => name === 'figure');
    if (!figure || this.#captions > 0 || !/\p{L}{2}/u.test(alt)) return;
    this.#add('caption', bareWords(alt.replace(/\s+/g, ' ').trim()), undefined, true);
  }
}

/** A block of a cell as a line of it. */
function line(piece: Piece): Partial<Words> {
  return piece.marker ? joined([bareWords(`${piece.marker} `), piece], '') : piece;
}

/** The lines of a listing, without empty ones around them and blanks at their ends. */
function listing(words: Words): Words {
  const first = /^(?:[^\S\n]*\n)*/.exec(words.text)![0].length;
  const cut = first === 0 ? words : without(words, first);
  const emphasis = cut.emphasis.filter(({ role }) => role !== 'code');
  return shortened({ ...cut, emphasis, isolates: [] }, cut.text.trimEnd().length);
}
