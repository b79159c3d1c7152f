import { isAddress } from '../article/links/address.ts';
import type { Article } from '../article/model/article.ts';
import { SourceError } from '../article/model/problem.ts';
import type { FetchOptions } from '../article/net/fetching.ts';
import { type OpenOptions, openArticle } from '../article/open.ts';
import { isKeptOnly } from '../store/library/entry.ts';
import type { Librarian } from './librarian.ts';

/** An article, and when the copy was kept that it is, in milliseconds since 1970; null for the source itself. */
export interface Opened {
  readonly article: Article;
  readonly kept: number | null;
}

/** How a source is opened: by what the user decided, `fresh` not from a copy. */
export type OpeningOptions = OpenOptions & FetchOptions & { readonly fresh?: boolean };

/**
 * Opens a source: an address by its kept copy, where there is one and the user decides nothing; anything else itself,
 * and by its kept copy where it is gone. Throws SourceError where there is neither.
 */
export async function openSource(
  source: string,
  librarian: Librarian,
  { fresh = false, ...options }: OpeningOptions = {},
): Promise<Opened> {
  const { encoding, language, direction } = options;
  // A copy is as it was read: what the user decides anew is for the source.
  const isDecided = (encoding ?? language ?? direction) !== undefined;
  const copied = isKeptOnly(source) || (isAddress(source) && !fresh && !isDecided);
  if (copied) {
    const copy = await librarian.kept(source);
    if (copy) return { article: { ...copy.article, source }, kept: copy.kept };
    if (isKeptOnly(source)) throw new SourceError(source, { key: 'noLongerKept' });
  }
  try {
    return { article: await openArticle(source, options), kept: null };
  } catch (error) {
    const copy = error instanceof SourceError && !fresh && !copied ? await librarian.kept(source) : null;
    if (!copy) throw error;
    return { article: { ...copy.article, source }, kept: copy.kept };
  }
}
