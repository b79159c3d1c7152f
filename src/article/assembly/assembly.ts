import { type Direction, letterDirection } from '../../text/direction.ts';
import type { Span } from '../../text/span.ts';
import { stretchesOf } from '../links/links.ts';
import type { Anchor, Article, ArticleKind, Block, BlockKind, Language, Link } from '../model/article.ts';
import { directionOf, toldDirection, toldLanguage } from '../model/language.ts';
import { firstWords, oneLine } from '../model/one-line.ts';
import type { ArticleNotice } from '../model/problem.ts';
import type { Words } from './inline.ts';

/** A block of a marked-up document before it has its place: its words without markup, on one line. */
export interface Piece extends Partial<Words> {
  readonly kind: BlockKind;
  readonly text: string;
  readonly level?: number | undefined;
  readonly marker?: string | undefined;
  readonly direction?: Direction | undefined;
  /** Stands on the line after the piece before it, as the lines of a listing and the rows of a table do. */
  readonly joined?: boolean | undefined;
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

/** Paragraph separators of UAX #9 (class B), which no block holds. */
const separators = /[\n\r\x1c-\x1e\u0085\u2029]/g;

/** Longest title made of the first words of a document without one, in code units. */
const longestTitle = 80;

/**
 * An article of pieces: the title first, then each piece, with an empty line between them; lines of one listing
 * and rows of one table follow each other directly. A title that the document repeats as its first heading stands once.
 */
export function assemble(pieces: readonly Piece[], particulars: Particulars): Article {
  const declared = particulars.title ? oneLine(particulars.title) : '';
  const first = pieces.findIndex((piece) => piece.kind !== 'aside' && piece.kind !== 'caption');
  const opening = pieces[first];
  const repeats =
    opening?.kind === 'heading' && opening.level === 1 && (!declared || oneLine(opening.text) === declared);
  const title = declared || (repeats ? oneLine(opening.text) : '');
  const all: Piece[] = title
    ? [repeats ? { ...opening, kind: 'title', level: undefined } : titlePiece(title, particulars.headline)]
    : [];
  for (const [index, piece] of pieces.entries()) if (!(repeats && index === first)) all.push(piece);

  const texts: string[] = [];
  const placed: { piece: Piece; span: Span }[] = [];
  const written = { links: [] as Link[], emphasis: [] as Span[], anchors: [] as Anchor[] };
  let length = 0;
  let parted = false;
  // Names of pieces without words are for the next one.
  let names: Anchor[] = [];
  for (const piece of all) {
    // Offset for offset, so that the spans of the piece stay right.
    const words = piece.text.replace(separators, ' ');
    if (words.trim() === '') {
      parted = true;
      names.push(...(piece.anchors ?? []));
      continue;
    }
    if (placed.length > 0) {
      const gap = piece.joined && !parted ? '\n' : '\n\n';
      texts.push(gap);
      length += gap.length;
    }
    parted = false;
    texts.push(words);
    placed.push({ piece, span: { start: length, end: length + words.length } });
    for (const { span, href } of piece.links ?? []) written.links.push({ span: moved(span, length), href });
    for (const span of piece.emphasis ?? []) written.emphasis.push(moved(span, length));
    for (const { name } of names) written.anchors.push({ name, offset: length });
    for (const { name, offset } of piece.anchors ?? [])
      written.anchors.push({ name, offset: length + offset });
    if (names.length > 0) names = [];
    length += words.length;
  }
  for (const { name } of names) if (length > 0) written.anchors.push({ name, offset: length - 1 });
  const text = texts.join('');
  const language = particulars.language ?? toldLanguage(particulars.declaredLanguage, text);
  const direction =
    particulars.direction ??
    toldDirection(particulars.declaredDirection, text) ??
    letterDirection(text) ??
    directionOf(language) ??
    'ltr';
  const blocks = placed.map(
    ({ piece, span }): Block => ({
      kind: piece.kind,
      span,
      direction: piece.direction ?? letterDirection(piece.text) ?? direction,
      ...(piece.level === undefined ? {} : { level: piece.level }),
      ...(piece.marker === undefined ? {} : { marker: piece.marker }),
    }),
  );
  const { kind, author, site, date, source, address, notices } = particulars;
  return {
    ...(kind ? { kind } : {}),
    text,
    blocks,
    title: title || firstWords(text, longestTitle) || source,
    ...(author ? { author: oneLine(author) } : {}),
    ...(site ? { site: oneLine(site) } : {}),
    ...(date ? { date } : {}),
    language,
    direction,
    source,
    ...(address === undefined ? {} : { address }),
    notices,
    ...stretchesOf({ text, blocks, address }, written),
  };
}

/** The title, with the names of what repeats it. */
function titlePiece(title: string, headline: Piece | undefined): Piece {
  const anchors = headline?.anchors?.map(({ name }) => ({ name, offset: 0 }));
  return { kind: 'title', text: title, anchors };
}

function moved(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by };
}
