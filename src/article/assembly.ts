import { type Direction, letterDirection } from '../text/direction.ts';
import type { Span } from '../text/span.ts';
import type { Article, ArticleKind, Block, BlockKind, Language, Link } from './article.ts';
import { directionOf, languageOf } from './language.ts';
import { firstWords, oneLine } from './one-line.ts';

/** A block of a marked-up document before it has its place: its words without markup, on one line. */
export interface Piece {
  readonly kind: BlockKind;
  readonly text: string;
  readonly level?: number | undefined;
  readonly marker?: string | undefined;
  readonly direction?: Direction | undefined;
  /** Stands on the line after the piece before it, as the lines of a listing and the rows of a table do. */
  readonly joined?: boolean | undefined;
  /** Names by which links of the document lead here. */
  readonly anchors?: readonly string[] | undefined;
  /** Spans of `text`. */
  readonly links?: readonly Link[] | undefined;
  readonly emphasis?: readonly Span[] | undefined;
}

/** What a document says about itself. */
export interface Particulars {
  readonly kind?: ArticleKind | undefined;
  readonly title?: string | undefined;
  readonly author?: string | undefined;
  readonly site?: string | undefined;
  readonly date?: string | undefined;
  readonly language?: Language | undefined;
  readonly direction?: Direction | undefined;
  readonly source: string;
  readonly notices: readonly string[];
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
    ? [repeats ? { ...opening, kind: 'title', level: undefined } : { kind: 'title', text: title }]
    : [];
  for (const [index, piece] of pieces.entries()) if (!(repeats && index === first)) all.push(piece);

  const texts: string[] = [];
  const placed: { piece: Piece; span: Span }[] = [];
  let length = 0;
  let parted = false;
  for (const piece of all) {
    // Offset for offset, so that the spans of the piece stay right.
    const words = piece.text.replace(separators, ' ');
    if (words.trim() === '') {
      parted = true;
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
    length += words.length;
  }
  const text = texts.join('');
  const language = particulars.language ?? languageOf(text);
  const direction = particulars.direction ?? letterDirection(text) ?? directionOf(language) ?? 'ltr';
  const links = placed.flatMap(({ piece, span }) =>
    (piece.links ?? []).map((link) => ({ ...link, span: moved(link.span, span.start) })),
  );
  const anchors = placed.flatMap(({ piece, span }) =>
    (piece.anchors ?? []).map((name) => ({ name, offset: span.start })),
  );
  const emphasis = placed.flatMap(({ piece, span }) =>
    (piece.emphasis ?? []).map((own) => moved(own, span.start)),
  );
  const blocks = placed.map(
    ({ piece, span }): Block => ({
      kind: piece.kind,
      span,
      direction: piece.direction ?? letterDirection(piece.text) ?? direction,
      ...(piece.level === undefined ? {} : { level: piece.level }),
      ...(piece.marker === undefined ? {} : { marker: piece.marker }),
    }),
  );
  const { kind, author, site, date, source, notices } = particulars;
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
    notices,
    ...(links.length > 0 ? { links } : {}),
    ...(emphasis.length > 0 ? { emphasis } : {}),
    ...(anchors.length > 0 ? { anchors } : {}),
  };
}

function moved(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by };
}
