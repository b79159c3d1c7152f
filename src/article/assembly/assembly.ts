import { type Direction, letterDirection } from '../../text/direction.ts';
import type { Isolate } from '../../text/isolate.ts';
import type { Span } from '../../text/span.ts';
import { stretchesOf } from '../links/links.ts';
import type {
  Alignment,
  Anchor,
  Article,
  ArticleKind,
  Block,
  BlockKind,
  Emphasis,
  Language,
  Link,
  Table,
} from '../model/article.ts';
import { directionOf, toldDirection, toldLanguage } from '../model/language.ts';
import { firstWords, oneLine, titleOfSource } from '../model/one-line.ts';
import type { ArticleNotice } from '../model/problem.ts';
import { type Directed, directionsOf } from './block-directions.ts';
import { textDirection } from './direction.ts';
import { bareWords, joined, moved, type Words } from './inline.ts';
import { hangsOf } from './lists.ts';

/** A block of a marked-up document before it has its place: its words without markup. */
export interface Piece extends Partial<Words> {
  readonly kind: BlockKind;
  readonly text: string;
  readonly level?: number | undefined;
  readonly marker?: string | undefined;
  /** Declared, by the block or by what is around it. */
  readonly direction?: Direction | 'auto' | undefined;
  /** How many lists, and how many block quotes, are around it. */
  readonly lists?: number | undefined;
  readonly quotes?: number | undefined;
  /** Of a row: its table, the same object for all of its rows, which follow each other. */
  readonly table?: TableShape | undefined;
  /** Of a row: whether it holds the names of the columns. */
  readonly header?: boolean | undefined;
  /** Whether the words stand for a picture. */
  readonly picture?: boolean | undefined;
}

/** What is said of a table as a whole. */
export interface TableShape {
  readonly align: readonly Alignment[];
}

/** What a document says about itself. */
export interface Particulars {
  readonly kind?: ArticleKind | undefined;
  readonly title?: string | undefined;
  /** The piece that repeats the title, where it stands somewhere else than before all others. */
  readonly headline?: Piece | undefined;
  readonly author?: string | undefined;
  readonly site?: string | undefined;
  readonly date?: string | undefined;
  /** The user's word. */
  readonly language?: Language | undefined;
  readonly direction?: Direction | undefined;
  /** What the document says, a BCP 47 tag and a direction: believed where the letters do not contradict. */
  readonly declaredLanguage?: string | undefined;
  readonly declaredDirection?: Direction | undefined;
  readonly source: string;
  /** Where on the web it was found, without a fragment. */
  readonly address?: string | undefined;
  readonly notices: readonly ArticleNotice[];
}

/** Paragraph separators of UAX #9 (class B), which no block holds, the line feeds of code apart. */
const separators = /[\n\r\x1c-\x1e\u0085\u2029]/g;
const separatorsInCode = /[\r\x1c-\x1e\u0085\u2029]/g;

/** Longest title made of the first words of a document without one, in code units. */
const longestTitle = 80;

/** How many code units of a document are asked for its language. */
const sampled = 1 << 16;

/**
 * An article of pieces: the title first, then each piece, with an empty line between them; rows of one table follow
 * each other directly. A title that the document repeats as its first heading stands once.
 */
export function assemble(pieces: readonly Piece[], particulars: Particulars): Article {
  const { title, all } = titled(pieces, particulars);
  const prose = proseOf(all);
  const language = particulars.language ?? toldLanguage(particulars.declaredLanguage, prose);
  const { text, placed, written } = placedIn(all.map((piece) => told(piece, language)));
  const declared = particulars.direction ?? toldDirection(particulars.declaredDirection, prose);
  const direction =
    declared ?? textDirection(prose) ?? directionOf(language) ?? letterDirection(text) ?? 'ltr';
  const tables = tablesOf(placed, declared);
  const blocks = withDirections(text, placed, direction, declared, tables);
  const { kind, author, site, date, source, address, notices } = particulars;
  return {
    ...(kind ? { kind } : {}),
    text,
    blocks,
    title: title || firstWords(text, longestTitle) || titleOfSource(source),
    ...(author ? { author: oneLine(author) } : {}),
    ...(site ? { site: oneLine(site) } : {}),
    ...(date ? { date } : {}),
    language,
    direction,
    source,
    ...(address === undefined ? {} : { address }),
    notices,
    ...(tables.length > 0 ? { tables } : {}),
    ...stretchesOf({ text, blocks, address }, written),
  };
}

/** The pieces with the title before them, and the title; empty if nothing says one. */
function titled(pieces: readonly Piece[], { title: given, headline }: Particulars) {
  const declared = given ? oneLine(given) : '';
  const first = pieces.findIndex((piece) => piece.kind !== 'aside' && piece.kind !== 'caption');
  const opening = pieces[first];
  const repeats =
    opening?.kind === 'heading' && opening.level === 1 && (!declared || oneLine(opening.text) === declared);
  const title = declared || (repeats ? oneLine(opening.text) : '');
  const all: Piece[] = title
    ? [repeats ? { ...opening, kind: 'title', level: undefined } : titlePiece(title, headline)]
    : [];
  for (const [index, piece] of pieces.entries()) {
    // Many pictures are described by the headline alone.
    const isSaid = piece.picture && oneLine(piece.text) === title;
    if (!(repeats && index === first) && !isSaid) all.push(piece);
  }
  return { title, all };
}

/** The first words of pieces that are no code: what is asked for language and direction. */
export function proseOf(pieces: readonly Pick<Piece, 'kind' | 'text'>[]): string {
  const texts: string[] = [];
  let length = 0;
  for (const { kind, text } of pieces) {
    if (kind === 'code') continue;
    texts.push(text);
    length += text.length;
    if (length > sampled) break;
  }
  return texts.join('\n');
}

/** A piece that stands for a picture says so. */
function told(piece: Piece, language: Language): Piece {
  if (!piece.picture || piece.text.trim() === '') return piece;
  const parts = [bareWords(`[${pictureWords[language]}: `), piece, bareWords(']')];
  return { ...piece, ...joined(parts, '') };
}

/** What a picture is called. */
const pictureWords: Readonly<Record<Language, string>> = {
  ar: 'صورة',
  fa: 'تصویر',
  he: 'תמונה',
  ur: 'تصویر',
  en: 'Image',
  und: '▣',
};

/** A piece, and where in the text it stands. */
interface Placed {
  readonly piece: Piece;
  readonly span: Span;
}

/** The text of pieces, where each stands in it, and what stands in them. */
function placedIn(pieces: readonly Piece[]) {
  const texts: string[] = [];
  const placed: Placed[] = [];
  const written = {
    links: [] as Link[],
    emphasis: [] as Emphasis[],
    isolates: [] as Isolate[],
    anchors: [] as Anchor[],
  };
  let length = 0;
  // Names of pieces without words are for the next one.
  let names: Anchor[] = [];
  let before: Piece | undefined;
  for (const piece of pieces) {
    // Offset for offset, so that the spans of the piece stay right.
    const words = piece.text.replace(piece.kind === 'code' ? separatorsInCode : separators, ' ');
    if (words.trim() === '') {
      names.push(...(piece.anchors ?? []));
      continue;
    }
    if (before) {
      const gap = piece.table && piece.table === before.table ? '\n' : '\n\n';
      texts.push(gap);
      length += gap.length;
    }
    before = piece;
    texts.push(words);
    placed.push({ piece, span: { start: length, end: length + words.length } });
    for (const { span, href } of piece.links ?? []) written.links.push({ span: moved(span, length), href });
    for (const stretch of piece.emphasis ?? []) written.emphasis.push(moved(stretch, length));
    for (const isolate of piece.isolates ?? []) written.isolates.push(moved(isolate, length));
    for (const { name } of names) written.anchors.push({ name, offset: length });
    for (const { name, offset } of piece.anchors ?? [])
      written.anchors.push({ name, offset: length + offset });
    if (names.length > 0) names = [];
    length += words.length;
  }
  for (const { name } of names) if (length > 0) written.anchors.push({ name, offset: length - 1 });
  return { text: texts.join(''), placed, written };
}

/** The tables of the pieces, in their order. */
function tablesOf(placed: readonly Placed[], inherited: Direction | undefined): Table[] {
  const tables: Table[] = [];
  for (let first = 0; first < placed.length; first++) {
    const { table, direction = inherited } = placed[first]!.piece;
    if (!table) continue;
    let end = first;
    let count = 0;
    for (; end < placed.length && placed[end]!.piece.table === table; end++)
      count = Math.max(count, placed[end]!.piece.text.split('\t').length);
    const columns = Array.from({ length: count }, (_, column) => {
      const align = table.align[column];
      return align ? { align } : {};
    });
    const declared = direction && direction !== 'auto' ? { direction } : {};
    tables.push({ first, end, ...declared, columns });
    first = end - 1;
  }
  return tables;
}

/** The blocks of placed pieces. */
function withDirections(
  text: string,
  placed: readonly Placed[],
  around: Direction,
  inherited: Direction | undefined,
  tables: readonly Table[],
): Block[] {
  const found = directionsOf(text, placed.map(directed), around, inherited, tables);
  const hangs = hangsOf(placed.map(({ piece }) => piece));
  const rows = new Map<number, number>();
  for (const [index, { first, end }] of tables.entries())
    for (let row = first; row < end; row++) rows.set(row, index);
  return placed.map(({ piece, span }, index): Block => {
    const { direction, side } = found[index]!;
    const table = rows.get(index);
    return {
      kind: piece.kind,
      span,
      direction,
      ...(side === direction ? {} : { side }),
      ...(piece.level === undefined ? {} : { level: piece.level }),
      ...(piece.marker === undefined ? {} : { marker: piece.marker }),
      ...(piece.lists ? { lists: piece.lists } : {}),
      ...(hangs[index] ? { hang: hangs[index] } : {}),
      ...(piece.quotes ? { quotes: piece.quotes } : {}),
      ...(table === undefined ? {} : { table }),
      ...(piece.header ? { header: true } : {}),
    };
  });
}

function directed({ piece, span }: Placed): Directed {
  const { kind, direction, lists, emphasis = [] } = piece;
  const silent = emphasis.filter(({ role }) => role === 'code').map((stretch) => moved(stretch, span.start));
  return { kind, span, direction, lists, silent };
}

/** The title, with the names of what repeats it. */
function titlePiece(title: string, headline: Piece | undefined): Piece {
  const anchors = headline?.anchors?.map(({ name }) => ({ name, offset: 0 }));
  return { kind: 'title', text: title, anchors };
}
