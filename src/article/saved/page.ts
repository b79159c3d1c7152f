import { declaredEncoding } from '../bytes/declared-encoding.ts';
import { decode } from '../bytes/decoding.ts';
import { htmlArticle } from '../html/html.ts';
import { isAddress } from '../links/address.ts';
import type { Article } from '../model/article.ts';
import { SourceError } from '../model/problem.ts';
import type { Declared } from '../plain/plain.ts';

/** A page as a browser saved it, inside a file of another kind. */
export interface SavedPage {
  readonly bytes: Uint8Array;
  /** Where it was found. */
  readonly address: string | undefined;
  readonly encoding: string | undefined;
}

/** The article of a saved page. Throws SourceError if there is no page in it. */
export function savedArticle(page: SavedPage | undefined, declared: Declared): Article {
  if (!page || page.bytes.length === 0) throw new SourceError(declared.source, { key: 'savedDamaged' });
  const { text, encoding, replaced } = decode(page.bytes, {
    declared: page.encoding,
    ownWord: declaredEncoding,
  });
  const notices = replaced > 0 ? [{ key: 'undecodable', count: replaced, encoding } as const] : [];
  const address =
    page.address && isAddress(page.address) ? page.address.replace(/#.*$/s, '') : declared.address;
  return htmlArticle(text, { ...declared, address, notices: [...declared.notices, ...notices] });
}
