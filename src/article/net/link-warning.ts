// What a reader should know before a link is followed: that its words name another address, or that a page of the
// public internet leads into a private network.
import { hostOf, isAddress } from '../links/address.ts';
import { destinationOf } from '../links/destination.ts';
import type { Article, Link } from '../model/article.ts';
import { isPrivateHost } from './network-address.ts';

/** Why a link waits for its key a second time; `host` is where it leads, in ASCII, with its port. */
export interface LinkWarning {
  readonly why: 'otherHost' | 'private';
  readonly host: string;
}

/** Words that are an address themselves, with or without its scheme: the host of it is what a reader expects. */
const writtenAddress =
  /^(?:https?:\/\/)?(?:[^\s/@]*@)?((?:[\p{L}\p{N}_-]+\.)+\p{L}{2,}|\d+(?:\.\d+){3})\.?(?::\d+)?(?:[/?#]\S*)?$/iu;

/** The warning about a link of an article; null if it leads where it says, or does not say. */
export function linkWarning(article: Article, link: Link): LinkWarning | null {
  const to = destinationOf(article, link.href);
  if (to.kind !== 'source' || !isAddress(to.source)) return null;
  const target = new URL(to.source);
  const host = hostOf(to.source);
  const from = article.address ?? (isAddress(article.source) ? article.source : undefined);
  if (from && !isPrivateHost(new URL(from).hostname) && isPrivateHost(target.hostname))
    return { why: 'private', host };
  const words = article.text.slice(link.span.start, link.span.end).replace(invisible, '').trim();
  const written = writtenAddress.exec(words)?.[1];
  if (written === undefined) return null;
  // A name of a file (report.md) looks like a host; the link leads to that file.
  if (!/[/:]/.test(words) && decodeURI(target.pathname).endsWith(`/${words}`)) return null;
  return isSameSite(written, target.hostname) ? null : { why: 'otherHost', host };
}

/** Format characters: they could hide that words are an address. */
const invisible = /\p{Cf}/gu;

/** Whether a written host is the one of an address, but for `www.`, or one that it belongs to. */
function isSameSite(written: string, hostname: string): boolean {
  if (!URL.canParse(`http://${written}`)) return false;
  const bare = (name: string): string => name.replace(/\.$/, '').replace(/^www\./, '');
  const expected = bare(new URL(`http://${written}`).hostname);
  const real = bare(hostname);
  return real === expected || real.endsWith(`.${expected}`);
}
