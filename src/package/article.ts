// `maqal/article`: a file, an address or bytes as an article, one logical string with spans into it.
import type { Article } from '../article/model/article.ts';
import { SourceError } from '../article/model/problem.ts';
import type { FetchOptions } from '../article/net/fetching.ts';
import * as open from '../article/open.ts';
import { expectObject, expectText } from './expect.ts';

export type {
  Anchor,
  Article,
  ArticleKind,
  Block,
  BlockKind,
  Language,
  Link,
} from '../article/model/article.ts';
export type {
  ArticleNotice,
  BinaryKind,
  Peer,
  PeerProblem,
  PlainProblem,
  SourceProblem,
} from '../article/model/problem.ts';
export type { FetchOptions } from '../article/net/fetching.ts';
export type { OpenOptions, Origin } from '../article/open.ts';
export type { Direction } from '../text/direction.ts';
export type { Span } from '../text/span.ts';
export { SourceError };

/**
 * Opens a path, an http or https address, or `-` (standard input) as an article: text, Markdown, HTML, EPUB or a feed,
 * in whatever encoding. Rejects with SourceError where there is nothing to read.
 */
export async function openArticle(
  source: string,
  options: open.OpenOptions & FetchOptions = {},
): Promise<Article> {
  expectText('openArticle: source', source);
  expectObject('openArticle: options', options);
  return open.openArticle(source, options);
}

/** An article from its bytes, whatever they turn out to be. Rejects with SourceError where they are no text. */
export async function readArticle(
  bytes: Uint8Array,
  options: open.OpenOptions & open.Origin,
): Promise<Article> {
  if (!(bytes instanceof Uint8Array))
    throw new TypeError('readArticle: bytes must be a Uint8Array or a Buffer');
  expectObject('readArticle: options', options);
  expectText('readArticle: options.source', options.source);
  return open.readArticle(bytes, options);
}
