import { assemble, type Piece } from '../assembly/assembly.ts';
import { withWaysBack } from '../assembly/notes.ts';
import { readDate } from '../dates/dates.ts';
import { HtmlBlocks } from '../html/blocks.ts';
import { addressOf, hrefOf } from '../links/href.ts';
import { readMarkup } from '../markup/markup.ts';
import { elementsNamed, parseXml, textOf } from '../markup/xml.ts';
import type { Article } from '../model/article.ts';
import { authorName, joinedNames } from '../model/author.ts';
import type { Declared } from '../plain/plain.ts';
import { type ContentsEntry, contentsIn } from './contents.ts';
import { type Book, bookOf, placeIn } from './package.ts';

/**
 * A book as one article: its chapters in reading order, with the lines of its table of contents as headings, which
 * make its outline; links from chapter to chapter lead to anchors. Throws SourceError for an archive that is no
 * book, or one that is locked, damaged or beyond all measure.
 */
export function epubArticle(bytes: Uint8Array, declared: Declared): Article {
  const book = bookOf(bytes, declared.source);
  const entries = entriesByPath(book);
  const pieces: Piece[] = [];
  const unshown = [...book.unshown];
  let hasWords = false;
  for (const { path, isPicture } of book.spine) {
    const chapter = book.read(path);
    if (typeof chapter !== 'string') {
      unshown.push({ name: path, ...chapter });
      continue;
    }
    const own = chapterPieces(isPicture ? wordsOfPicture(chapter) : chapter, path);
    hasWords ||= own.some(({ text }) => text.trim() !== '');
    for (const piece of withContents(own, path, entries.get(path))) pieces.push(piece);
  }
  const [language] = book.about('language');
  const article = assemble(hasWords ? withLivingLinks(withWaysBack(pieces)) : [], {
    kind: 'book',
    title: book.about('title')[0],
    author: joinedNames(book.about('creator').map(authorName)),
    site: book.about('publisher')[0],
    date: book
      .about('date')
      .map((date) => readDate(date, language))
      .find(Boolean),
    language: declared.language,
    direction: declared.direction,
    declaredLanguage: language,
    declaredDirection: book.direction,
    source: declared.source,
    notices: [
      ...declared.notices,
      ...(book.isUnordered ? [{ key: 'bookUnordered' } as const] : []),
      ...(unshown.length > 0
        ? [
            {
              key: 'chaptersMissing',
              missing: unshown.length,
              count: book.spine.length + book.unshown.length,
              chapters: unshown.slice(0, mostNamed),
            } as const,
          ]
        : []),
    ],
  });
  return declared.address === undefined ? article : { ...article, address: declared.address };
}

/** How many chapters that cannot be shown are named. */
const mostNamed = 5;

/** The words of a picture in SVG, as HTML: one paragraph for each text, and what it is called where it has none. */
function wordsOfPicture(svg: string): string {
  const root = parseXml(svg);
  const texts = ['text', 'title', 'desc'].map((name) => elementsNamed(root, name).map(textOf));
  const words = texts.find((found) => found.some((text) => text.trim() !== '')) ?? [];
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return words.map((text) => `<p>${escaped(text)}</p>`).join('');
}

function entriesByPath(book: Book): Map<string, ContentsEntry[]> {
  const entries = new Map<string, ContentsEntry[]>();
  const contents = book.contents === undefined ? undefined : book.read(book.contents);
  if (book.contents === undefined || typeof contents !== 'string') return entries;
  for (const entry of contentsIn(contents, book.contents)) {
    const others = entries.get(entry.path);
    if (others) others.push(entry);
    else entries.set(entry.path, [entry]);
  }
  return entries;
}

/** Elements whose content HTML reads to their closing tag, as XML may write them: empty, without one. */
const emptyRaw = /<(script|style|title|textarea|iframe|noscript|xmp)(\s[^<>]*)?\/>/gi;

/** Elements of a drawing in SVG by those of HTML that are shown like them. */
const drawn: Readonly<Record<string, string>> = {
  svg: 'div',
  text: 'p',
  desc: 'template',
  metadata: 'template',
  defs: 'template',
};

/** The pieces of a file of the book. The first is what links to the file lead to; names in it are `path#name`. */
function chapterPieces(xhtml: string, path: string): Piece[] {
  const blocks = new HtmlBlocks({
    name: (identifier) => `${path}#${identifier}`,
    href(written) {
      const place = placeIn(path, written);
      if (place) return place.fragment === '' ? `#${place.path}` : `#${place.path}#${place.fragment}`;
      const href = hrefOf(written);
      return href !== undefined && addressOf(href) ? href : undefined;
    },
  });
  // Some write XHTML with a prefix before all of its names. The labels of a drawing are lines.
  const local = (name: string) => {
    const own = name.slice(name.indexOf(':') + 1);
    return drawn[own] ?? own;
  };
  readMarkup(xhtml.replace(emptyRaw, '<$1$2></$1>'), 'html', {
    open: (name, attributes) => blocks.open(local(name), attributes),
    text: (words) => blocks.text(words),
    close: (name) => blocks.close(local(name)),
  });
  const [first = { kind: 'aside', text: '' }, ...others] = blocks.finish();
  return [{ ...first, anchors: [{ name: path, offset: 0 }, ...(first.anchors ?? [])] }, ...others];
}

/** How many pieces of a chapter are looked at for its heading. */
const look = 4;

/**
 * The pieces of a file, each line of the table of contents that leads there as a heading of its level: what stands
 * there is one already, or has the same words, or the line is put before it. Other headings keep their distance.
 */
function withContents(pieces: Piece[], path: string, entries: readonly ContentsEntry[] = []): Piece[] {
  if (entries.length === 0) return pieces;
  const places = new Map<string, number>();
  for (const [index, { anchors = [] }] of pieces.entries())
    for (const { name } of anchors) if (!places.has(name)) places.set(name, index);
  const levels = new Map<number, number>();
  const added = new Map<number, Piece[]>();
  for (const { fragment, title, level } of entries) {
    const name = fragment === '' ? path : `${path}#${fragment}`;
    const start = places.get(name) ?? 0;
    const near = pieces.slice(start, start + look);
    const same = near.findIndex(({ text }, index) => !levels.has(start + index) && areSame(text, title));
    const first = near.findIndex(({ kind }) => kind !== 'caption' && kind !== 'aside');
    const found = start + (same >= 0 ? same : first);
    if (same >= 0 || (pieces[found]?.kind === 'heading' && !levels.has(found))) levels.set(found, level);
    else {
      const heading: Piece = { kind: 'heading', level, text: title, anchors: [{ name, offset: 0 }] };
      added.set(start, [...(added.get(start) ?? []), heading]);
    }
  }
  const found: Piece[] = [];
  let shift = 0;
  for (const [index, piece] of pieces.entries()) {
    for (const heading of added.get(index) ?? []) {
      found.push(heading);
      shift = heading.level! - 1;
    }
    const level = levels.get(index);
    const own = piece.kind === 'heading' ? (piece.level ?? 1) : 1;
    if (level !== undefined) {
      shift = level - own;
      found.push({ ...piece, kind: 'heading', level: Math.min(6, level), marker: undefined });
    } else if (piece.kind === 'heading' && shift !== 0)
      found.push({ ...piece, level: Math.min(6, Math.max(1, own + shift)) });
    else found.push(piece);
  }
  return found;
}

/** Whether two lines have the same letters and digits. */
function areSame(text: string, title: string): boolean {
  if (text.length > title.length * 2 + 20) return false;
  const letters = (words: string) => words.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();
  return letters(text) === letters(title);
}

/** The pieces with the anchors that links lead to; a link to a place that its file does not have leads to the file. */
function withLivingLinks(pieces: readonly Piece[]): Piece[] {
  const names = new Set(pieces.flatMap(({ anchors = [] }) => anchors.map(({ name }) => name)));
  const wanted = new Set<string>();
  const living = (href: string): string => {
    if (!href.startsWith('#')) return href;
    const name = href.slice(1);
    const found = names.has(name) ? name : name.replace(/#.*$/s, '');
    wanted.add(found);
    return `#${found}`;
  };
  const found = pieces.map((piece) =>
    piece.links?.length
      ? { ...piece, links: piece.links.map((link) => ({ ...link, href: living(link.href) })) }
      : piece,
  );
  return found.map((piece) =>
    piece.anchors?.length
      ? { ...piece, anchors: piece.anchors.filter(({ name }) => wanted.has(name)) }
      : piece,
  );
}
