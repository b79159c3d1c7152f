// Which pieces of a page are its text, and which are menus and lines about it.
import type { Piece } from '../assembly/assembly.ts';
import type { Anchor } from '../model/article.ts';
import { oneLine } from '../model/one-line.ts';

/** How many pieces from the start may be bylines, and the longest of them, in code units. */
const frontLength = 6;
const longestByline = 90;

/** The line that repeats the title, wherever it stands: menus and pictures may come first; and the other pieces. */
export function parted(pieces: readonly Piece[], title: string | undefined) {
  const repeated = pieces.findIndex(
    ({ kind, text }) => (kind === 'heading' || kind === 'paragraph') && oneLine(text) === title,
  );
  return { headline: pieces[repeated], rest: pieces.filter((_, index) => index !== repeated) };
}

/** The pieces, those before the first paragraph that name the author or a date told for what they are. */
export function withBylines(pieces: readonly Piece[], author: string | undefined): readonly Piece[] {
  const start = firstParagraph(pieces);
  return pieces.map((piece, index) => {
    const { kind, text } = piece;
    if (index >= Math.min(start, frontLength) || (kind !== 'paragraph' && kind !== 'item')) return piece;
    const names = author !== undefined && text.includes(author);
    return names || dateLine.test(text)
      ? { ...piece, kind: 'byline', level: undefined, marker: undefined }
      : piece;
  });
}

/** The first piece that is surely text of an article; -1 where there is none. */
export function firstParagraph(pieces: readonly Piece[]): number {
  return pieces.findIndex(
    (piece) => piece.kind === 'paragraph' && piece.text.length > longestByline && !isMenu(piece),
  );
}

/** The pieces without the menus that stand before the first paragraph. */
export function withoutMenus(pieces: readonly Piece[]): readonly Piece[] {
  const start = firstParagraph(pieces);
  return without(pieces, (piece, index) => index < start && isMenu(piece));
}

/** The pieces without the words of some. What has a name in them is from there on where the next piece starts. */
function without(
  pieces: readonly Piece[],
  isUnwanted: (piece: Piece, index: number) => boolean,
): readonly Piece[] {
  const kept: Piece[] = [];
  let names: Anchor[] = [];
  for (const [index, piece] of pieces.entries()) {
    const { anchors = [] } = piece;
    if (isUnwanted(piece, index)) names.push(...anchors);
    else {
      const moved = names.map(({ name }) => ({ name, offset: 0 }));
      kept.push(names.length > 0 ? { ...piece, anchors: [...moved, ...anchors] } : piece);
      names = [];
    }
  }
  return kept;
}

/** How many code units of pieces are text rather than links. */
export function proseLength(pieces: readonly Piece[]): number {
  return pieces.reduce(
    (sum, { text, links = [] }) => sum + Math.max(0, text.length - linkedLength(links)),
    0,
  );
}

/** Whether a piece is nothing but links, and several of them. */
export function isMenu({ text, links = [] }: Piece): boolean {
  return links.length > 1 && linkedLength(links) + links.length * 3 >= text.length;
}

/** Whether most of a piece is links. */
export function isLinks({ text, links = [] }: Piece): boolean {
  return linkedLength(links) * 2 > text.length;
}

function linkedLength(links: NonNullable<Piece['links']>): number {
  return links.reduce((sum, { span }) => sum + span.end - span.start, 0);
}

/** A line of a date or an hour and few words. */
export const dateLine = /^(?=.*(?:\p{Nd}{4}|\p{Nd}{1,2}[:/.]\p{Nd}{2}))(?!.*[.؟!۔]$).{4,60}$/u;
