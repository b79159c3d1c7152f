import type { Direction } from '../text/direction.ts';
import { declaredEncoding } from './bytes/declared-encoding.ts';
import { decode } from './bytes/decoding.ts';
import { bytesAs, encodingNamed, encodings } from './bytes/encoding.ts';
import { binaryKind, isArchive, isMail, isWebArchive } from './bytes/kind.ts';
import { otherSigns, plainBeginning } from './bytes/plainly.ts';
import { glance, readBytes } from './bytes/source.ts';
import { isFeed, isFictionBook, isHtml, isMarkdown } from './bytes/text-kind.ts';
import { isAddress } from './links/address.ts';
import { markdownArticle } from './markdown/markdown.ts';
import type { Article, Language } from './model/article.ts';
import { SourceError } from './model/problem.ts';
import type { FetchOptions } from './net/fetching.ts';
import { type Declared, plainArticle } from './plain/plain.ts';

/** What the user decides about an article before it is read; each beats what the source says of itself. */
export interface OpenOptions {
  /** A name of the WHATWG Encoding standard, for example `windows-1256`. */
  readonly encoding?: string | undefined;
  readonly language?: Language | undefined;
  readonly direction?: Direction | undefined;
  /** The article that was made of the source before: it stands as it was if the server says that its page has not changed. */
  readonly earlier?: Article | undefined;
}

/** Opens a source, a path, an address or `-`, as an article. Throws SourceError where nothing can be shown. */
export async function openArticle(
  source: string,
  options: OpenOptions & FetchOptions = {},
): Promise<Article> {
  if (!isAddress(source))
    return readArticle(await readBytes(source, { signal: options.signal }), { ...options, source });
  return openAddress(source, source, options, 0);
}

/** Whether a text, decoded, is worth being made an article. */
export type Wanted = (text: string, kind: 'plain' | 'markdown') => boolean;

/**
 * As `openArticle`, but undefined for a file of plain text or Markdown that is not `wanted`: a text is asked in a
 * thirtieth of the time that the article takes. All other sources are opened.
 */
export async function openWanted(
  source: string,
  wanted: Wanted,
  options: OpenOptions & FetchOptions = {},
): Promise<Article | undefined> {
  if (isAddress(source)) return openArticle(source, options);
  return read(await readBytes(source, { signal: options.signal }), { ...options, source, wanted });
}

/** Whether bytes are worth being decoded: asked only of what begins as UTF-8 text. */
export type WorthDecoding = (bytes: Uint8Array, kind: 'plain' | 'markdown') => boolean;

/**
 * Whether a file is a text that is not worth being decoded, so that `openWanted` would give nothing for it; false for all that
 * cannot be told by a look at its bytes.
 */
export function isPassedOver(source: string, isWorth: WorthDecoding): boolean {
  if (source === '-' || isAddress(source)) return false;
  const bytes = glance(source);
  const beginning = bytes && plainBeginning(bytes, source);
  // Front matter says what is shown in its own way, and what has no letter may be nothing but white space, which is told.
  if (beginning === undefined || !/[\p{L}\p{N}]/u.test(beginning) || /^\s*---/.test(beginning)) return false;
  // What may be Markdown is taken for it: of that more is worth being decoded.
  return !isWorth(bytes!, /\.(?:txt|text)$/i.test(source) ? 'plain' : 'markdown');
}

/** How many pages in a row may send on by `<meta http-equiv="refresh">`. */
const mostRefreshes = 5;
/** Shortest text, in code units, for which a page that comes with an error is shown. */
const shortestErrorPage = 500;

/** Opens what is at an address, under the name of a source. */
async function openAddress(
  source: string,
  target: string,
  options: OpenOptions & FetchOptions,
  refreshes: number,
): Promise<Article> {
  const { fetchAddress } = await import('./net/fetching.ts');
  // After a page that sends on, what was made earlier is of another address.
  const before = versionsOf(options).get(target) ?? (refreshes === 0 ? options.earlier : undefined);
  const fetched = await fetchAddress(target, { ...options, known: before?.version });
  if (fetched.isUnchanged && before) return { ...before, source };
  const { bytes, address, charset, type, version, problem } = fetched;
  const follow = (next: string) => {
    if (refreshes === mostRefreshes) throw new SourceError(source, { key: 'redirectsForever' });
    const fromOutside = options.fromOutside || fetched.isPublic;
    return openAddress(source, next, { ...options, fromOutside }, refreshes + 1);
  };
  const read = await readArticle(bytes, { ...options, source, address, declared: charset, type, follow });
  if (problem && read.text.length < shortestErrorPage) throw new SourceError(source, problem);
  const site = read.site ?? new URL(address).hostname.replace(/^www\./, '');
  if (!version.etag && !version.lastModified) return { ...read, site };
  const article = { ...read, site, ...(target === source ? { version } : {}) };
  remember(target, { ...article, version }, options);
  return article;
}

/** How many articles are remembered for when their pages are asked for again. */
const mostVersions = 16;
/** By what the user decided, then by address. */
const versions = new Map<string, Map<string, Article>>();

function versionsOf({ encoding, language, direction }: OpenOptions): Map<string, Article> {
  const decided = [encoding, language, direction].join();
  const own = versions.get(decided) ?? new Map<string, Article>();
  versions.set(decided, own);
  return own;
}

function remember(address: string, article: Article, options: OpenOptions): void {
  const own = versionsOf(options);
  own.delete(address);
  own.set(address, article);
  const [oldest] = own.keys();
  if (own.size > mostVersions && oldest !== undefined) own.delete(oldest);
}

/** What is known of bytes besides what they are. */
export interface Origin {
  readonly source: string;
  /** The encoding that a header declares. */
  readonly declared?: string | undefined;
  /** The media type that a header declares. */
  readonly type?: string | undefined;
  /** Where the bytes were found on the web, after all redirects: what links are relative to. */
  readonly address?: string | undefined;
  /** Opens the page that a page sends its reader to; without it that address is shown. */
  readonly follow?: ((address: string) => Promise<Article>) | undefined;
}

/**
 * An article from its bytes, whatever they turn out to be. Throws SourceError where they are no text, and when it is
 * called off between decoding and building.
 */
export async function readArticle(
  bytes: Uint8Array,
  options: OpenOptions & Origin & Pick<FetchOptions, 'signal'>,
): Promise<Article> {
  return (await read(bytes, options))!;
}

async function read(
  bytes: Uint8Array,
  options: OpenOptions & Origin & Pick<FetchOptions, 'signal'> & { readonly wanted?: Wanted },
): Promise<Article | undefined> {
  const { source } = options;
  if (options.signal) await pause(options);
  if (options.encoding !== undefined && !encodingNamed(options.encoding))
    throw new SourceError(source, { key: 'noSuchEncoding', name: options.encoding, known: encodings });
  if (bytes.length === 0) throw new SourceError(source, { key: 'isEmpty' });
  const declared = {
    source,
    language: options.language,
    direction: options.direction,
    address: options.address?.replace(/#.*$/s, ''),
  };
  const plainly = options.wanted && options.encoding === undefined ? plainTextIn(bytes, source) : undefined;
  if (plainly !== undefined) {
    const article = await textArticle(plainly, { ...declared, notices: [] }, options.wanted);
    return article && withText(article);
  }
  if (isArchive(bytes)) {
    const { officeArticle } = await import('./office/office.ts');
    const office = officeArticle(bytes, { ...declared, notices: [] });
    if (office) return withText(office);
    const { epubArticle } = await import('./epub/epub.ts');
    return withText(epubArticle(bytes, { ...declared, notices: [] }));
  }
  if (isWebArchive(bytes)) {
    const { webArchiveArticle } = await import('./saved/web-archive.ts');
    return withText(webArchiveArticle(bytes, { ...declared, notices: [] }));
  }
  if (isMail(bytes, source)) {
    const { mailArticle } = await import('./saved/mail.ts');
    return withText(await mailArticle(bytes, { ...declared, notices: [] }));
  }
  const binary = binaryKind(bytes, options.encoding !== undefined);
  if (binary) throw new SourceError(source, { key: 'isBinary', kind: binary });
  const { text, encoding, replaced } = decode(bytes, {
    encoding: options.encoding,
    declared: options.declared,
    ownWord: declaredEncoding,
  });
  if (options.signal) await pause(options);
  const notices = replaced > 0 ? [{ key: 'undecodable', count: replaced, encoding } as const] : [];
  const article = await articleOf(text, { ...declared, notices }, options);
  return article && withText(article);
}

/** The text of bytes that have no sign of being anything but text; undefined where more than a look is needed. */
function plainTextIn(bytes: Uint8Array, source: string): string | undefined {
  if (plainBeginning(bytes, source) === undefined) return undefined;
  const text = bytesAs(bytes, 'utf-8');
  return otherSigns.test(text) ? undefined : text;
}

/** Lets keys be read between two steps of a load, and ends one that has been called off. */
async function pause({ source, signal }: Origin & Pick<FetchOptions, 'signal'>): Promise<void> {
  if (!signal) return;
  await new Promise((resolve) => setImmediate(resolve));
  if (signal.aborted) throw new SourceError(source, { key: 'gaveUp' });
}

function withText(article: Article): Article {
  if (article.blocks.length > 0) return article;
  throw new SourceError(article.source, { key: 'onlySpace' });
}

/** Formats are loaded when they are met: the parsers of pages take longer than all the rest. */
async function articleOf(
  text: string,
  declared: Declared,
  { type, follow, wanted }: Origin & { readonly wanted?: Wanted },
): Promise<Article | undefined> {
  const { source } = declared;
  if (isFictionBook(text))
    return (await import('./saved/fiction-book.ts')).fictionBookArticle(text, declared);
  if (isFeed(text)) return (await import('./feed/article.ts')).feedArticle(text, declared);
  if (isHtml(text, source, type)) {
    const { htmlArticle, refreshOf } = await import('./html/html.ts');
    const next = follow && refreshOf(text, declared.address);
    return next === undefined ? htmlArticle(text, declared) : follow!(next);
  }
  return textArticle(text, declared, wanted);
}

/** A text that is no page, feed or book; undefined if it is not wanted. */
async function textArticle(
  text: string,
  declared: Declared,
  wanted: Wanted | undefined,
): Promise<Article | undefined> {
  const kind = isMarkdown(text, declared.source) ? 'markdown' : 'plain';
  // What has no letter may be nothing but white space, which is told.
  if (wanted && !wanted(text, kind) && /[\p{L}\p{N}]/u.test(text)) return undefined;
  return kind === 'markdown' ? markdownArticle(text, declared) : plainArticle(text, declared);
}
