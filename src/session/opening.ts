import { isAddress } from '../article/links/address.ts';
import type { Article } from '../article/model/article.ts';
import { SourceError } from '../article/model/problem.ts';
import type { FetchOptions } from '../article/net/fetching.ts';
import { type OpenOptions, openArticle } from '../article/open.ts';
import { bundledArticle } from '../settings/bundled.ts';
import { type Options, openOptions } from '../settings/options.ts';
import { isKeptOnly } from '../store/library/entry.ts';
import type { Memory } from '../store/memory/memory.ts';
import type { Librarian } from './librarian.ts';
import { progressLine } from './progress-line.ts';

/** An article, and when the copy was kept that it is, in milliseconds since 1970; null for the source itself. */
export interface Opened {
  readonly article: Article;
  readonly kept: number | null;
  /** It is only what a feed says of an article that cannot be fetched: nothing to be kept. */
  readonly isExcerpt?: boolean;
}

/** How a source is opened: by what the user decided, `fresh` not from a copy. */
export type OpeningOptions = OpenOptions &
  FetchOptions & {
    readonly fresh?: boolean;
    /** The article, where it is known already: it is not fetched. */
    readonly known?: Article | undefined;
  };

/**
 * Opens a source: an address by its kept copy, where there is one and the user decides nothing; anything else itself,
 * and by its kept copy where it is gone. Throws SourceError where there is neither.
 */
export async function openSource(
  source: string,
  librarian: Librarian,
  { fresh = false, known, ...options }: OpeningOptions = {},
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
  if (known && !fresh) return { article: known, kept: null };
  // Fetched anew, it stands as it was kept if the server says that it is still the same.
  const earlier =
    fresh && isAddress(source) && !isDecided ? (await librarian.kept(source))?.article : undefined;
  try {
    return { article: await openArticle(source, { ...options, earlier }), kept: null };
  } catch (error) {
    const copy = error instanceof SourceError && !fresh && !copied ? await librarian.kept(source) : null;
    if (!copy) throw error;
    return { article: { ...copy.article, source }, kept: copy.kept };
  }
}

/** What was opened; `instead` of what, and why, if that could not be opened. */
export interface Found extends Opened {
  readonly instead?: SourceError;
}

/** The article that was read last; the first time, or if that cannot be opened, the one that comes along. */
export async function openLast(memory: Memory, librarian: Librarian, options: Options): Promise<Found> {
  const last = options.remember === false ? null : memory.lastSource();
  const bundled = () => openSource(bundledArticle, librarian, openOptions(options));
  if (last === null) return bundled();
  try {
    return await openShowing(last, librarian, options);
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    return { ...(await bundled()), instead: error };
  }
}

/** Opens a source before there is a page; how much of it has come is told on the terminal. */
export async function openShowing(source: string, librarian: Librarian, options: Options): Promise<Found> {
  const line = progressLine(source);
  try {
    return await openSource(source, librarian, { ...openOptions(options), onProgress: line.tell });
  } finally {
    line.clear();
  }
}
