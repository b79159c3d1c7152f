import type { Feed } from './entry.ts';
import { jsonFeed } from './json-feed.ts';
import { xmlFeed } from './xml-feed.ts';

/** Most entries of a feed that are taken, unless told; the newest stand first in nearly all feeds. */
const mostEntries = 500;

/**
 * Reads a feed: RSS 0.90 to 2.0, Atom or JSON Feed. What is broken in it is left out; one without entries is empty.
 * `base` is its own address. Undefined for JSON that is damaged.
 */
export function parseFeed(text: string, base?: string, most = mostEntries): Feed | undefined {
  return /^\s*\{/.test(text) ? jsonFeed(text, base, most) : xmlFeed(text, base, most);
}
