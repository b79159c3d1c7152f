import { parse } from 'parse5';
import { type Archive, unpack } from './archive.ts';
import type { Article } from './article.ts';
import { assemble, type Piece } from './assembly.ts';
import { decode } from './decoding.ts';
import { anchoredPieces, withAnchors } from './html-blocks.ts';
import { declaredEncoding } from './kind.ts';
import { languageNamed } from './language.ts';
import { dateOf } from './markdown.ts';
import { oneLine } from './one-line.ts';
import type { Declared } from './plain.ts';
import { SourceError } from './source.ts';
import { elementsNamed, parseXml, textOf, type XmlElement } from './xml.ts';

/** What a book says of itself in its package document (EPUB 3.3, section 5). */
interface Package {
  readonly about: (name: string) => string | undefined;
  /** Paths of the chapters, in reading order. */
  readonly spine: readonly string[];
  /** Path of the table of contents: a navigation document of EPUB 3, or an NCX of EPUB 2. */
  readonly contents: string | undefined;
  readonly direction: 'rtl' | 'ltr' | undefined;
}

/** Inside the book addresses are paths; this origin stands before them while links are resolved. */
const origin = 'https://book.invalid/';

/**
 * A book as one article: its chapters in reading order, each under a heading, which make its outline; links from
 * chapter to chapter lead to anchors. Throws SourceError for an archive that is no book, or one that is locked,
 * damaged or beyond all measure.
 */
export function epubArticle(bytes: Uint8Array, declared: Declared): Article {
  const { source } = declared;
  const files = unpacked(bytes, source);
  const book = packageOf(files, source);
  const titles = contentsOf(files, book.contents);
  const missing: string[] = [];
  const pieces = book.spine.flatMap((path) => {
    const chapter = files.get(path);
    if (!chapter) missing.push(path);
    return chapter ? chapterPieces(text(chapter), path, titles.get(path)) : [];
  });
  const targets = pieces.flatMap(({ links }) => (links ?? []).map(({ href }) => href));
  const wanted = new Set(targets.filter((href) => href.startsWith('#')).map((href) => href.slice(1)));
  const language = declared.language ?? languageNamed(book.about('language'));
  return assemble(withAnchors(pieces, wanted), {
    kind: 'book',
    title: book.about('title'),
    author: book.about('creator'),
    site: book.about('publisher'),
    date: dateOf(book.about('date')),
    language,
    direction: declared.direction ?? book.direction,
    source,
    notices:
      missing.length > 0
        ? [
            ...declared.notices,
            `${missing.length} of ${book.spine.length} chapters are missing from the book.`,
          ]
        : declared.notices,
  });
}

function unpacked(bytes: Uint8Array, source: string): Archive {
  let files: Archive;
  try {
    files = unpack(
      bytes,
      (path) => /(?:\.x?html?|\.xml|\.opf|\.ncx|\.htm)$/i.test(path) || path === 'mimetype',
    );
  } catch (error) {
    if (error instanceof RangeError)
      throw new SourceError(
        source,
        `unpacks to more than any book has (${error.message}); do not trust it`,
        error,
      );
    throw new SourceError(source, 'is a damaged archive; try another copy', error);
  }
  return files;
}

function text(bytes: Uint8Array): string {
  return decode(bytes, { declared: declaredEncoding(bytes) }).text;
}

function packageOf(files: Archive, source: string): Package {
  const container = files.get('META-INF/container.xml');
  if (!container)
    throw new SourceError(
      source,
      'is an archive or an office document, not a book; unpack it, or save it as text or HTML',
    );
  const path = elementsNamed(parseXml(text(container)), 'rootfile')[0]?.attributes['full-path'] ?? '';
  const found = files.get(path);
  if (!found) throw new SourceError(source, 'is a book without its contents; try another copy');
  const root = parseXml(text(found));
  const manifest = new Map<string, XmlElement>();
  for (const item of elementsNamed(root, 'item')) manifest.set(item.attributes.id ?? '', item);
  const pathOf = (item: XmlElement | undefined) => item && resolved(item.attributes.href ?? '', path)?.path;
  const spine = elementsNamed(root, 'spine')[0];
  const chapters = elementsNamed(spine ?? root, 'itemref').map(({ attributes }) =>
    pathOf(manifest.get(attributes.idref ?? '')),
  );
  const items = [...manifest.values()];
  const contents =
    items.find(({ attributes }) => / nav /.test(` ${attributes.properties} `)) ??
    manifest.get(spine?.attributes.toc ?? '') ??
    items.find(({ attributes }) => attributes['media-type'] === 'application/x-dtbncx+xml');
  const progression = spine?.attributes['page-progression-direction'];
  const metadata = elementsNamed(root, 'metadata')[0] ?? root;
  const reading = [...new Set(chapters.filter((chapter) => chapter !== undefined))];
  refuseLocked(files, reading, source);
  return {
    about: (name) => oneLine(elementsNamed(metadata, name).map(textOf)[0] ?? '') || undefined,
    spine: reading,
    contents: pathOf(contents),
    direction: progression === 'rtl' || progression === 'ltr' ? progression : undefined,
  };
}

/** A book whose chapters are encrypted cannot be read here; fonts often are, and do not matter. */
function refuseLocked(files: Archive, chapters: readonly string[], source: string): void {
  const encryption = files.get('META-INF/encryption.xml');
  if (!encryption) return;
  const locked = new Set(
    elementsNamed(parseXml(text(encryption)), 'cipherreference').map(
      ({ attributes }) => resolved(attributes.URI ?? '', '')?.path,
    ),
  );
  if (chapters.some((chapter) => locked.has(chapter)))
    throw new SourceError(source, 'is locked by its seller (DRM); open it in the program it was bought for');
}

/** A path and a fragment inside the book; undefined for what leads out of it. */
function resolved(href: string, from: string): { path: string; fragment: string } | undefined {
  try {
    const address = new URL(href, origin + from.split('/').map(encodeURIComponent).join('/'));
    if (!address.href.startsWith(origin)) return undefined;
    return {
      path: decodeURIComponent(address.pathname.slice(1)),
      fragment: decodeURIComponent(address.hash.slice(1)),
    };
  } catch {
    return undefined;
  }
}

/** What the table of contents calls each file: the first entry that leads to it. */
function contentsOf(files: Archive, path: string | undefined): Map<string, string> {
  const titles = new Map<string, string>();
  const found = path === undefined ? undefined : files.get(path);
  if (path === undefined || !found) return titles;
  const root = parseXml(text(found));
  const add = (href: string | undefined, title: string) => {
    const target = resolved(href ?? '', path)?.path;
    if (target !== undefined && title !== '' && !titles.has(target)) titles.set(target, title);
  };
  for (const point of elementsNamed(root, 'navpoint')) {
    const label = elementsNamed(point, 'navlabel')[0];
    add(elementsNamed(point, 'content')[0]?.attributes.src, oneLine(label ? textOf(label) : ''));
  }
  const navigation = elementsNamed(root, 'nav').find(
    ({ attributes }) => (attributes['epub:type'] ?? 'toc') === 'toc',
  );
  for (const link of navigation ? elementsNamed(navigation, 'a') : [])
    add(link.attributes.href, oneLine(textOf(link)));
  return titles;
}

/** Elements that stay empty in HTML; others close themselves only in XHTML. */
const selfClosing =
  /<((?!(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)\b)[a-zA-Z][\w:-]*)(?![\w:-])([^<>]*)\/>/g;

function chapterPieces(xhtml: string, path: string, title: string | undefined): Piece[] {
  const tree = parse(xhtml.replace(selfClosing, '<$1$2></$1>'));
  const own = anchoredPieces(tree, origin + path.split('/').map(encodeURIComponent).join('/'));
  const pieces = own.map((piece) => ({
    ...piece,
    anchors: piece.anchors?.map((name) => `${path}#${name}`),
    links: piece.links?.map((link) => ({ ...link, href: inBook(link.href, path) })),
  }));
  const first = pieces.findIndex(({ kind }) => kind !== 'caption' && kind !== 'aside');
  const headed = pieces[first]?.kind === 'heading';
  if (pieces.length === 0 || !title || headed) return marked(pieces, path);
  return marked([{ kind: 'heading', level: 1, text: title }, ...pieces], path);
}

/** The first piece of a file is what links to the whole file lead to. */
function marked(pieces: readonly Piece[], path: string): Piece[] {
  return pieces.map((piece, index) =>
    index === 0 ? { ...piece, anchors: [path, ...(piece.anchors ?? [])] } : piece,
  );
}

function inBook(href: string, path: string): string {
  if (!href.startsWith('#') && !href.startsWith(origin)) return href;
  const target = resolved(href, path);
  if (!target) return href;
  return target.fragment === '' ? `#${target.path}` : `#${target.path}#${target.fragment}`;
}
