import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { serialize } from 'parse5';
import { assemble, type Particulars, type Piece } from '../assembly/assembly.ts';
import { addressOf, decoded } from '../links/href.ts';
import type { Anchor, Article } from '../model/article.ts';
import { oneLine } from '../model/one-line.ts';
import type { Declared } from '../plain/plain.ts';
import { factsOf } from './page-facts.ts';
import { htmlPieces, markupPieces, treePieces } from './pieces.ts';
import { type Document, documentTree } from './tree.ts';

/**
 * Largest tree that the article is looked for in: Readability walks up from every paragraph, and goes over the
 * whole several times. A page beyond opens as all of its text.
 */
const mostElements = 40_000;
/** Most characters written as entities: the light DOM makes a node of each. */
const mostEntities = 40_000;
const deepestTree = 150;
/** Shortest article, in code units; below it the page is taken for none. */
const shortestArticle = 140;

/**
 * A page as the article alone: without menus, advertisements and whatever else stands around it. A page that is
 * no article opens as its text. Scripts do not run, and nothing is loaded.
 */
export function htmlArticle(html: string, declared: Declared): Article {
  const { source, address, notices } = declared;
  // As browsers build the tree from whatever was written; the light DOM then has well-formed HTML before it.
  const tree = documentTree(html);
  if (!tree) return assemble(markupPieces(html, address), declared);
  const facts = factsOf(tree);
  const base = baseOf(facts.base, address);
  const small = facts.elements <= mostElements && facts.depth <= deepestTree;
  const found = small ? mainPart(tree) : undefined;
  const particulars: Particulars = {
    title: facts.title,
    author: facts.author ?? found?.author,
    site: facts.site ?? found?.site,
    date: facts.date,
    language: declared.language,
    direction: declared.direction,
    declaredLanguage: facts.language,
    declaredDirection: facts.direction,
    source,
    address,
    notices,
  };
  if (found) {
    const { headline, rest } = parted(htmlPieces(found.html, base), facts.title);
    const length = rest.reduce((sum, { text }) => sum + text.length, 0);
    if (length >= shortestArticle)
      return assemble(withBylines(withoutMenus(rest), particulars.author), { ...particulars, headline });
  }
  const { headline, rest } = parted(treePieces(tree, base), facts.title);
  return assemble(rest, { ...particulars, headline });
}

/** The line that repeats the title, wherever it stands: menus and pictures may come first; and the other pieces. */
function parted(pieces: readonly Piece[], title: string | undefined) {
  const repeated = pieces.findIndex(
    ({ kind, text }) => (kind === 'heading' || kind === 'paragraph') && oneLine(text) === title,
  );
  return { headline: pieces[repeated], rest: pieces.filter((_, index) => index !== repeated) };
}

/** How many pieces from the start may be bylines, and the longest of them, in code units. */
const frontLength = 6;
const longestByline = 90;

/** The pieces, those before the first paragraph that name the author or a date told for what they are. */
function withBylines(pieces: readonly Piece[], author: string | undefined): readonly Piece[] {
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

function firstParagraph(pieces: readonly Piece[]): number {
  return pieces.findIndex(
    (piece) => piece.kind === 'paragraph' && piece.text.length > longestByline && !isMenu(piece),
  );
}

/** The pieces without the menus that stand before the first paragraph. */
function withoutMenus(pieces: readonly Piece[]): readonly Piece[] {
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

/** Whether a piece is nothing but links, and several of them. */
function isMenu({ text, links = [] }: Piece): boolean {
  const linked = links.reduce((sum, { span }) => sum + span.end - span.start, 0);
  return links.length > 1 && linked + links.length * 3 >= text.length;
}

/** A line of a date or an hour and few words. */
const dateLine = /^(?=.*(?:\p{Nd}{4}|\p{Nd}{1,2}[:/.]\p{Nd}{2}))(?!.*[.؟!۔]$).{4,60}$/u;

interface MainPart {
  readonly html: string;
  readonly author: string | undefined;
  readonly site: string | undefined;
}

function mainPart(tree: Document): MainPart | undefined {
  const html = serialize(tree);
  if (html.split('&', mostEntities + 1).length > mostEntities) return undefined;
  const { document } = parseHTML(html);
  // Addresses are made absolute later, since those that lead into the page itself must not be.
  for (const base of document.querySelectorAll('base')) base.remove();
  keepNotes(document);
  try {
    const found = new Readability(document as unknown as globalThis.Document, { charThreshold: 300 }).parse();
    if (!found?.content) return undefined;
    return {
      html: found.content.replace(' id="readability-page-1"', ''),
      author: found.byline || undefined,
      site: found.siteName || undefined,
    };
  } catch {
    // Its walk is recursive in places: what it cannot manage is no article to it.
    return undefined;
  }
}

/** Readability drops what is a footer or stands aside; where the article leads into it, it holds its notes. */
function keepNotes(document: ReturnType<typeof parseHTML>['document']): void {
  const targets = new Set(
    [...document.querySelectorAll('a[href^="#"]')].map((link) =>
      decoded(link.getAttribute('href')!.slice(1)),
    ),
  );
  if (targets.size === 0) return;
  const aside = ['article', 'main'].flatMap((part) => [`${part} footer`, `${part} aside`]).join();
  for (const element of document.querySelectorAll(aside)) {
    const names = [element, ...element.querySelectorAll('[id], a[name]')].map(
      (inside) => inside.getAttribute('id') ?? inside.getAttribute('name') ?? '',
    );
    if (!names.some((name) => targets.has(name))) continue;
    const section = document.createElement('section');
    if (element.id) section.id = element.id;
    section.append(...element.childNodes);
    element.replaceWith(section);
  }
}

/** What addresses are relative to: what the page says of itself, from its own address; a path where it has none. */
function baseOf(declared: string | undefined, address: string | undefined): string | undefined {
  if (!declared) return address;
  return addressOf(declared, address)?.href ?? (address === undefined ? declared : address);
}
