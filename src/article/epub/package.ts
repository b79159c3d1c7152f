import { type Archive, BeyondLimits, openArchive } from '../bytes/archive.ts';
import { decode } from '../bytes/decoding.ts';
import { declaredEncoding } from '../bytes/declared-encoding.ts';
import { elementsNamed, parseXml, textOf, type XmlElement } from '../markup/xml.ts';
import { oneLine } from '../model/one-line.ts';
import { SourceError } from '../model/problem.ts';

/** A book unpacked, and what it says of itself in its package document (EPUB 3.3, section 5). */
export interface Book {
  /** What the metadata say under a name of Dublin Core, for example `creator`. */
  readonly about: (name: string) => string | undefined;
  /** Paths of the chapters, in reading order, each once. */
  readonly spine: readonly string[];
  /** Path of the table of contents: a navigation document of EPUB 3, or an NCX of EPUB 2. */
  readonly contents: string | undefined;
  readonly direction: 'rtl' | 'ltr' | undefined;
  /** The text of a file; undefined where the book does not have it, or has it damaged. */
  readonly text: (path: string) => string | undefined;
}

/** A place in a book. */
export interface BookPlace {
  readonly path: string;
  /** The identifier of an element; empty for the file as a whole. */
  readonly fragment: string;
}

/** Opens a book. Throws SourceError for an archive that is none, or one that is locked, damaged or beyond all measure. */
export function bookOf(bytes: Uint8Array, source: string): Book {
  const files = filesOf(bytes, source);
  const read = (path: string) => {
    const file = files.get(path);
    return file && decode(file, { declared: declaredEncoding(file) }).text;
  };
  const text = (path: string) => {
    try {
      return read(path);
    } catch {
      return undefined;
    }
  };
  const container = text('META-INF/container.xml');
  if (container === undefined) throw new SourceError(source, { key: 'isOfficeDocument' });
  const path = elementsNamed(parseXml(container), 'rootfile')[0]?.attributes['full-path'] ?? '';
  const described = text(path);
  if (described === undefined) throw new SourceError(source, { key: 'bookIncomplete' });
  const root = parseXml(described);
  const manifest = new Map<string, XmlElement>();
  for (const item of elementsNamed(root, 'item')) manifest.set(item.attributes.id ?? '', item);
  const pathOf = (item: XmlElement | undefined) => item && placeIn(path, item.attributes.href ?? '')?.path;
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
  const locks = text('META-INF/encryption.xml');
  if (locks !== undefined && areLocked(reading, locks)) throw new SourceError(source, { key: 'bookLocked' });
  return {
    about: (name) => oneLine(elementsNamed(metadata, name).map(textOf)[0] ?? '') || undefined,
    spine: reading,
    contents: pathOf(contents),
    direction: progression === 'rtl' || progression === 'ltr' ? progression : undefined,
    text,
  };
}

function filesOf(bytes: Uint8Array, source: string): Archive {
  try {
    return openArchive(bytes, (path) => /\.(?:x?html?|xml|opf|ncx)$/i.test(path));
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
      path: decodeURIComponent(address.pathname.slice(1)),
      fragment: decodeURIComponent(address.hash.slice(1)),
    };
  } catch {
    return undefined;
  }
}
