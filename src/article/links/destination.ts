import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Article } from '../model/article.ts';
import { isAddress } from './address.ts';
import { addressOf, decoded } from './href.ts';
import { slugsOf } from './slug.ts';

/** Where a link leads. */
export type Destination =
  /** To a place in the article itself, in code units. */
  | { readonly kind: 'inside'; readonly offset: number }
  /** To another source, an address or a path; `fragment` names a place in it, for `offsetOfFragment`. */
  | { readonly kind: 'source'; readonly source: string; readonly fragment?: string }
  /**
   * To what is never followed. `scheme` is what its address begins with, in lower case, without the colon:
   * `mailto`, `tel`, `javascript`; `file` for a path where paths are not followed; empty for what leads nowhere.
   */
  | { readonly kind: 'outside'; readonly scheme: string };

/**
 * Where a link of an article leads. What is relative is relative to the address of the article, or to the folder
 * of its file. Only an article from a file leads to files: never one from the network, a feed, a book, or what
 * came through a pipe, which may be from anywhere.
 */
export function destinationOf(article: Article, href: string): Destination {
  if (href.startsWith('#')) return inside(article, href.slice(1)) ?? nowhere;
  const base = article.address ?? (isAddress(article.source) ? article.source : undefined);
  const address = addressOf(href, base) ?? (href.startsWith('//') ? addressOf(`https:${href}`) : undefined);
  if (!address) {
    if (base !== undefined || /^(?:\/\/|[a-z][a-z\d+.-]*:)/i.test(href)) return nowhere;
    return isFile(article) ? fileAt(article, href) : { kind: 'outside', scheme: 'file' };
  }
  const { protocol, hash } = address;
  if (protocol === 'http:' || protocol === 'https:') {
    const source = address.href.slice(0, address.href.length - hash.length).replace(/#$/, '');
    const own = base === undefined ? undefined : addressOf(base);
    if (own && source === withoutFragment(own.href))
      return inside(article, hash.slice(1)) ?? leading(source, hash);
    return leading(source, hash);
  }
  if (protocol === 'file:' && isFile(article)) {
    try {
      return toFile(article, fileURLToPath(address), hash);
    } catch {
      return nowhere;
    }
  }
  return { kind: 'outside', scheme: protocol.slice(0, -1) };
}

/**
 * Where in an article a fragment of an address leads, written with or without percent signs; undefined where the
 * article has no such place. Looks for an anchor, then for a heading of these words. An empty fragment, or `top`,
 * is the start (WHATWG HTML, "find the indicated part").
 */
export function offsetOfFragment(article: Article, fragment: string): number | undefined {
  // What follows is for browsers alone: words to look for (URL Fragment Text Directives).
  const name = fragment.replace(/^#/, '').replace(/:~:.*$/su, '');
  if (name === '') return 0;
  for (const written of new Set([name, decoded(name)])) {
    const anchor = article.anchors?.find((other) => other.name === written);
    if (anchor) return anchor.offset;
  }
  const slug = decoded(name).toLowerCase();
  return slugsOf(article).get(slug) ?? (slug === 'top' ? 0 : undefined);
}

const nowhere: Destination = { kind: 'outside', scheme: '' };

function inside(article: Article, fragment: string): Destination | undefined {
  const offset = offsetOfFragment(article, fragment);
  return offset === undefined ? undefined : { kind: 'inside', offset };
}

function leading(source: string, hash: string): Destination {
  return hash.length > 1 ? { kind: 'source', source, fragment: hash.slice(1) } : { kind: 'source', source };
}

/** Whether an article was read from a file of its own: what came by a pipe, even one with a name, may be from anywhere. */
function isFile({ kind, address, source }: Article): boolean {
  if (address !== undefined || isAddress(source) || source === '-') return false;
  return kind === undefined && !/^\/(?:dev|proc)\//.test(path.resolve(source));
}

/** The file that a relative address names, from the folder of the article's own. A query says nothing to a file. */
function fileAt(article: Article, href: string): Destination {
  const [, named = '', hash = ''] = /^([^?#]*)(?:\?[^#]*)?(#.*)?$/s.exec(href) ?? [];
  const own = path.resolve(article.source);
  return toFile(article, named === '' ? own : path.resolve(path.dirname(own), decoded(named)), hash);
}

function toFile(article: Article, source: string, hash: string): Destination {
  if (source.includes('\0')) return nowhere;
  const here = source === path.resolve(article.source) ? inside(article, hash.slice(1)) : undefined;
  return here ?? leading(source, hash);
}

function withoutFragment(address: string): string {
  const at = address.indexOf('#');
  return at < 0 ? address : address.slice(0, at);
}
