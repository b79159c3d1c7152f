// What a reader should know before a link is followed: that its words name another address, or that a page of the
// public internet leads into a private network.
import { hostOf, isAddress } from '../links/address.ts';
import { destinationOf } from '../links/destination.ts';
import { decoded } from '../links/href.ts';
import type { Article, Link } from '../model/article.ts';
import { isPrivateHost } from './network-address.ts';

/** Why a link waits for its key a second time; `host` is where it leads, in ASCII, with its port. */
export interface LinkWarning {
  readonly why: 'otherHost' | 'private';
  readonly host: string;
}

/** The host of an address as it is written: a name whose last part is a word, or a number. */
const named = String.raw`(?:[\p{L}\p{N}\p{M}_-]+\.)+(?:xn--[a-z\d-]+|[\p{L}\p{M}]{2,})`;
const hostPattern = String.raw`(${named}|\d+(?:\.\d+){3}|\[[\da-f:.]+\])`;
const user = String.raw`(?:[^\s/@]*@)?`;

/** Words that are an address themselves, with or without its scheme: the host of it is what a reader expects. */
const writtenAddress = new RegExp(String.raw`^${user}${hostPattern}\.?(?::\d+)?(?:[/?#]\S*)?$`, 'iu');
/** An address among other words: only what no one would take for anything else. */
const addressWithin = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:[a-z][a-z\d+.-]*:\/\/\s*${user}|(?=www\.))${hostPattern}`,
  'giu',
);
/** What may stand around an address, as quotation marks and full stops do. */
const around = /^[\s"'“‘«‹(<{]+|[\s"'”’»›)>},;:!?،؛؟.…]+$/gu;
/** A name of a file, which looks like a host. */
const fileName =
  /\.(?:md|txt|rst|html?|xml|json|ya?ml|toml|csv|pdf|epub|docx?|odt|zip|gz|[mc]?[jt]sx?|py|rb|rs|go|java|[ch](?:c|pp)?|cs|php|pl|sh|css|svg|png|jpe?g|gif|mp[34])$/iu;

/** Longest words in which addresses are looked for, in code units. */
const longestWords = 2_000;

/** The warning about a link of an article; null if it leads where it says, or does not say. */
export function linkWarning(article: Article, link: Link): LinkWarning | null {
  const to = destinationOf(article, link.href);
  if (to.kind !== 'source' || !isAddress(to.source)) return null;
  const target = new URL(to.source);
  const host = hostOf(to.source);
  const from = article.address ?? (isAddress(article.source) ? article.source : undefined);
  if (from && !isPrivateHost(new URL(from).hostname) && isPrivateHost(target.hostname))
    return { why: 'private', host };
  const words = legible(article.text.slice(link.span.start, link.span.end).slice(0, longestWords));
  const hosts = writtenHosts(words);
  if (hosts.length === 0) return null;
  // A name of a file (report.md) looks like a host; the link leads to that file.
  if (fileName.test(words) && decoded(target.pathname).endsWith(`/${words}`)) return null;
  return hosts.some((written) => isSameSite(written, target.hostname)) ? null : { why: 'otherHost', host };
}

/** The hosts that words name: the one that they are, else those among them. */
function writtenHosts(words: string): string[] {
  const whole = writtenAddress.exec(words)?.[1];
  if (whole !== undefined) return [whole];
  return [...words.matchAll(addressWithin)].map((found) => found[1]!);
}

/**
 * Words as a reader sees them: without what shows nothing (Default_Ignorable_Code_Point, the blank of Braille), wide letters and dots as the usual
 * ones (NFKC, UTS #46), and without the marks around them.
 */
function legible(words: string): string {
  return words
    .replace(/[\p{Cf}\p{DI}\u2800]/gu, '')
    .normalize('NFKC')
    .replaceAll('\u3002', '.')
    .replace(around, '');
}

/** Whether a written host is the one of an address, but for `www.`, or one that it belongs to. */
function isSameSite(written: string, hostname: string): boolean {
  if (!URL.canParse(`http://${written}`)) return false;
  const bare = (name: string): string => name.replace(/\.$/, '').replace(/^www\./, '');
  const expected = bare(new URL(`http://${written}`).hostname);
  const real = bare(hostname);
  return real === expected || real.endsWith(`.${expected}`);
}
