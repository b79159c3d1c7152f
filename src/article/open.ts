import type { Direction } from '../text/direction.ts';
import { declaredEncoding } from './bytes/declared-encoding.ts';
import { decode } from './bytes/decoding.ts';
import { encodingNamed, encodings } from './bytes/encoding.ts';
import { binaryKind, isArchive, isMail, isWebArchive } from './bytes/kind.ts';
import { readBytes } from './bytes/source.ts';
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
}

/** Opens a source, a path, an address or `-`, as an article. Throws SourceError where nothing can be shown. */
export async function openArticle(
  source: string,
  options: OpenOptions & FetchOptions = {},
): Promise<Article> {
  if (!isAddress(source))
    return readArticle(await readBytes(source, { signal: options.signal }), { ...options, source });
  const { fetchAddress } = await import('./net/fetching.ts');
  const { bytes, address, charset, type } = await fetchAddress(source, options);
  const article = await readArticle(bytes, { ...options, source, address, declared: charset, type });
  return article.site ? article : { ...article, site: new URL(address).hostname.replace(/^www\./, '') };
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
}

/**
 * An article from its bytes, whatever they turn out to be. Throws SourceError where they are no text, and when it is
 * called off between decoding and building.
 */
export async function readArticle(
  bytes: Uint8Array,
  options: OpenOptions & Origin & Pick<FetchOptions, 'signal'>,
): Promise<Article> {
  const { source } = options;
  await pause(options);
  if (options.encoding !== undefined && !encodingNamed(options.encoding))
    throw new SourceError(source, { key: 'noSuchEncoding', name: options.encoding, known: encodings });
  if (bytes.length === 0) throw new SourceError(source, { key: 'isEmpty' });
  const declared = {
    source,
    language: options.language,
    direction: options.direction,
    address: options.address?.replace(/#.*$/s, ''),
  };
  if (isArchive(bytes)) {
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
    declared: options.declared ?? declaredEncoding(bytes),
  });
  await pause(options);
  const notices = replaced > 0 ? [{ key: 'undecodable', count: replaced, encoding } as const] : [];
  return withText(await articleOf(text, { ...declared, notices }, options.type));
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
async function articleOf(text: string, declared: Declared, type: string | undefined): Promise<Article> {
  const { source } = declared;
  if (isFictionBook(text))
    return (await import('./saved/fiction-book.ts')).fictionBookArticle(text, declared);
  if (isFeed(text)) return (await import('./feed/article.ts')).feedArticle(text, declared);
  if (isHtml(text, source, type)) return (await import('./html/html.ts')).htmlArticle(text, declared);
  if (isMarkdown(text, source)) return markdownArticle(text, declared);
  return plainArticle(text, declared);
}
