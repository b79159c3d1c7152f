import { addressOf } from '../links/href.ts';

/** Longest delay, in seconds, after which a page that sends on is taken for a redirect; others load themselves again. */
const longestDelay = 10;

const written =
  /^\s*(\d+(?:\.\d*)?|\.\d+)?\s*[;,]?\s*(?:url\s*=\s*)?(?:"([^"]*)"|'([^']*)'|([^"'\s].*))?\s*$/is;

/**
 * Where `<meta http-equiv="refresh">` sends the reader (WHATWG HTML, 4.2.5.3), as an address or, where the page has none, as it
 * is written; undefined where it sends nowhere else, or only after a while.
 */
export function refreshTarget(content: string | undefined, base: string | undefined): string | undefined {
  const match = content === undefined ? undefined : written.exec(content);
  if (!match || Number(match[1] ?? 0) > longestDelay) return undefined;
  const url = (match[2] ?? match[3] ?? match[4])?.trim();
  if (!url) return undefined;
  const target = addressOf(url, base);
  if (!target) return base === undefined ? url : undefined;
  if (target.protocol !== 'http:' && target.protocol !== 'https:') return undefined;
  const own = base === undefined ? undefined : addressOf(base);
  target.hash = '';
  return own && target.href === own.href.replace(/#.*$/s, '') ? undefined : target.href;
}
