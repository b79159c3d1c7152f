import { type Archive, BeyondLimits, openArchive, UnknownPacking } from '../bytes/archive.ts';
import { declaredEncoding } from '../bytes/declared-encoding.ts';
import { decode } from '../bytes/decoding.ts';
import { decoded } from '../links/href.ts';
import { elementsNamed, parseXml, textOf, type XmlElement } from '../markup/xml.ts';
import { oneLine } from '../model/one-line.ts';
import { SourceError, type UnshownChapter } from '../model/problem.ts';

/** A book unpacked, and what it says of itself in its package document (EPUB 3.3, section 5). */
export interface Book {
  /** What the metadata say under a name of Dublin Core, for example `creator`; several of them in their order. */
  readonly about: (name: string) => readonly string[];
  /** The chapters in reading order, each once. */
  readonly spine: readonly Chapter[];
  /** Parts of the reading order that the book does not have as text. */
  readonly unshown: readonly UnshownChapter[];
  /** Whether the book has no reading order, so that its files stand in the order of their list. */
  readonly isUnordered: boolean;
  /** Path of the table of contents: a navigation document of EPUB 3, or an NCX of EPUB 2. */
  readonly contents: string | undefined;
  readonly direction: 'rtl' | 'ltr' | undefined;
  /** The text of a file, or why there is none. */
  readonly read: (path: string) => string | Omit<UnshownChapter, 'name'>;
}

/** A file in the reading order. */
export interface Chapter {
  readonly path: string;
  readonly isPicture: boolean;
}

/** A place in a book. */
export interface BookPlace {
  readonly path: string;
  /** The identifier of an element; empty for the file as a whole. */
  readonly fragment: string;
}

/** Media types of chapters: XHTML, and what EPUB 2 and its forerunners had. SVG is a picture that may have words. */
const chapterTypes =
  /^(?:application\/xhtml\+xml|text\/html|application\/x-dtbook\+xml|text\/x-oeb1-document|text\/plain|application\/xml|text\/xml)$/;

/** Opens a book. Throws SourceError for an archive that is none, or one that is locked, damaged or beyond all measure. */
export function bookOf(bytes: Uint8Array, source: string): Book {
  const files = filesOf(bytes, source);
  const read = (path: string): string | Omit<UnshownChapter, 'name'> => {
    try {
      const file = files.get(path);
      return file ? decode(file, { ownWord: declaredEncoding }).text : { why: 'missing' };
    } catch (error) {
      if (error instanceof BeyondLimits) throw new SourceError(source, { key: error.problem }, error);
      return error instanceof UnknownPacking ? { why: 'packed', method: error.method } : { why: 'damaged' };
    }
  };
  const text = (path: string) => {
    const found = read(path);
    if (typeof found === 'string') return found;
    if (found.why === 'packed') throw new SourceError(source, { key: 'bookPacked', method: found.method! });
    return undefined;
  };
  const container = text('META-INF/container.xml');
  const path = packagePath(container, files, text);
  if (container === undefined && path === undefined)
    throw new SourceError(source, { key: 'isOfficeDocument' });
  const described = path === undefined ? undefined : text(path);
  if (path === undefined || described === undefined) throw new SourceError(source, { key: 'bookIncomplete' });
  const root = parseXml(described);
  const manifest = new Map<string, XmlElement>();
  for (const item of elementsNamed(root, 'item')) manifest.set(identifier(item.attributes.id), item);
  const items = [...manifest.values()];
  const pathOf = (item: XmlElement | undefined) => item && placeIn(path, item.attributes.href ?? '')?.path;
  const spine = elementsNamed(root, 'spine')[0];
  const contents =
    items.find(({ attributes }) => / nav /.test(` ${attributes.properties} `)) ??
    manifest.get(identifier(spine?.attributes.toc)) ??
    items.find(({ attributes }) => attributes['media-type'] === 'application/x-dtbncx+xml');
  const ordered = elementsNamed(spine ?? root, 'itemref');
  const listed = items.filter((item) => item !== contents && chapterTypes.test(mediaType(item)));
  const references = ordered.map(({ attributes }) => ({
    name: attributes.idref ?? '',
    item: manifest.get(identifier(attributes.idref)),
  }));
  const chapters = new Map<string, Chapter>();
  const unshown: UnshownChapter[] = [];
  for (const { name, item } of ordered.length > 0
    ? references
    : listed.map((one) => ({ name: '', item: one }))) {
    const shown = item && withFallback(item, manifest);
    const found = pathOf(shown);
    if (shown && found) chapters.set(found, { path: found, isPicture: isPicture(shown) });
    else unshown.push({ name: pathOf(item) ?? name, why: item ? 'notText' : 'missing' });
  }
  const progression = spine?.attributes['page-progression-direction'];
  const metadata = elementsNamed(root, 'metadata')[0] ?? root;
  const locks = text('META-INF/encryption.xml');
  if (locks !== undefined && areLocked([...chapters.keys()], locks))
    throw new SourceError(source, { key: 'bookLocked' });
  return {
    about: (name) => elementsNamed(metadata, name).flatMap((one) => oneLine(textOf(one)) || []),
    spine: [...chapters.values()],
    unshown,
    isUnordered: ordered.length === 0 && listed.length > 0,
    contents: pathOf(contents),
    direction: progression === 'rtl' || progression === 'ltr' ? progression : undefined,
    read,
  };
}

/** The package document: the first of the container's that is there, else one that the archive has by its name. */
function packagePath(
  container: string | undefined,
  files: Archive,
  text: (path: string) => string | undefined,
): string | undefined {
  const roots = container === undefined ? [] : elementsNamed(parseXml(container), 'rootfile');
  const isPackage = ({ attributes }: XmlElement) =>
    attributes['media-type'] === 'application/oebps-package+xml';
  const named = [...roots.filter(isPackage), ...roots.filter((root) => !isPackage(root))].flatMap(
    ({ attributes }) => attributes['full-path']?.trim() || [],
  );
  return (
    named.find((path) => text(path) !== undefined) ??
    files.paths.find((path) => /\.opf$/i.test(path)) ??
    named[0]
  );
}

/** An identifier as it is compared: some have blanks around them, which XML does not keep apart. */
function identifier(written: string | undefined): string {
  return (written ?? '').trim().replace(/\s+/g, ' ');
}

function mediaType({ attributes }: XmlElement): string {
  return (attributes['media-type'] ?? '').trim().toLowerCase();
}

function isPicture(item: XmlElement): boolean {
  return mediaType(item) === 'image/svg+xml';
}

/** An item that is a chapter: this one, or the first of its fallbacks that is (EPUB 3.3, section 3.5.1). */
function withFallback(item: XmlElement, manifest: ReadonlyMap<string, XmlElement>): XmlElement | undefined {
  const seen = new Set<XmlElement>();
  for (let next: XmlElement | undefined = item; next && !seen.has(next); ) {
    seen.add(next);
    const type = mediaType(next);
    if (type === '' || chapterTypes.test(type) || isPicture(next)) return next;
    next = manifest.get(identifier(next.attributes.fallback));
  }
  return undefined;
}

function filesOf(bytes: Uint8Array, source: string): Archive {
  try {
    return openArchive(bytes);
  } catch (error) {
    throw new SourceError(
      source,
      { key: error instanceof BeyondLimits ? error.problem : 'archiveDamaged' },
      error,
    );
  }
}

/** Whether chapters are encrypted, which then cannot be read here; fonts often are, and do not matter. */
function areLocked(chapters: readonly string[], encryption: string): boolean {
  const locked = new Set(
    elementsNamed(parseXml(encryption), 'cipherreference').map(
      ({ attributes }) => placeIn('', attributes.URI ?? '')?.path,
    ),
  );
  return chapters.some((chapter) => locked.has(chapter));
}

/** Inside the book addresses are paths; this origin stands before them while links are resolved. */
const origin = 'https://book.invalid/';

/** Where a link in a file of the book leads inside the book; undefined for what leads out of it. */
export function placeIn(from: string, href: string): BookPlace | undefined {
  try {
    const address = new URL(href, origin + from.split('/').map(encodeURIComponent).join('/'));
    if (!address.href.startsWith(origin)) return undefined;
    return {
      path: decoded(address.pathname.slice(1)),
      fragment: decoded(address.hash.slice(1)),
    };
  } catch {
    return undefined;
  }
}
