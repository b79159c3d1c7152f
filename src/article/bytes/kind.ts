import { isUtf8 } from 'node:buffer';
import type { BinaryKind } from '../model/problem.ts';
import { wideOrder } from './decoding.ts';

/** The beginnings of files that hold no text to read. */
const signatures: readonly (readonly [kind: BinaryKind, hex: string, at?: number])[] = [
  ['pdf', '255044462d'],
  ['png', '89504e470d0a'],
  ['jpeg', 'ffd8ff'],
  ['gif', '47494638'],
  ['webp', '57454250', 8],
  ['gzip', '1f8b08'],
  ['sevenZip', '377abcaf271c'],
  ['rar', '526172211a07'],
  ['xz', 'fd377a585a00'],
  ['bzip2', '425a68'],
  ['zstandard', '28b52ffd'],
  ['program', '7f454c46'],
  ['program', 'cafebabe'],
  ['program', 'cffaedfe'],
  ['webAssembly', '0061736d'],
  ['oldWord', 'd0cf11e0a1b11ae1'],
  ['rtf', '7b5c727466'],
  ['sqlite', '53514c69746520666f726d6174'],
  ['mp3', '494433'],
  ['media', '4f676753'],
  ['media', '66747970', 4],
  ['media', '1a45dfa3'],
  ['media', '52494646'],
];

/**
 * What a file that is not text is; undefined for text. Where the user has named the
 * encoding, only the beginning is looked at.
 */
export function binaryKind(bytes: Uint8Array, isNamed = false): BinaryKind | undefined {
  const start = Buffer.from(bytes.subarray(0, 32)).toString('hex');
  const signature = signatures.find(([, hex, at = 0]) => start.startsWith(hex, at * 2));
  const binary = !isNamed && looksBinary(bytes);
  if (!signature) return binary ? 'binary' : undefined;
  // A text may begin with the letters ID3 or RIFF.
  const [kind, hex] = signature;
  const inLetters = /^(?:[2-7].)+$/.test(hex) && kind !== 'pdf' && kind !== 'rtf';
  return inLetters && !binary && isUtf8(bytes) ? undefined : kind;
}

/** How much of a file is looked at, in bytes. */
const sampled = 1 << 16;

/**
 * Bytes that no text has, in number: zeros outside UTF-16 and control characters other than tab, line ends, form
 * feed, backspace, escape and the separators. A stray few are shown as what they are.
 */
function looksBinary(bytes: Uint8Array): boolean {
  const length = Math.min(bytes.length, sampled);
  let strange = 0;
  for (let at = 0; at < length; at++) {
    const byte = bytes[at]!;
    if (byte < 0x07 || (byte > 0x0d && byte < 0x1b) || byte === 0x7f) strange++;
  }
  if (strange <= Math.max(8, length / 50)) return false;
  const isMarked = (bytes[0]! ^ bytes[1]!) === 1 && (bytes[0]! & 0xfe) === 0xfe;
  return !isMarked && wideOrder(bytes) === undefined;
}

const matter = /^---[ \t]*\r?\n(?:[^\n]*\n)*?(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;
const marks: readonly RegExp[] = [
  /^#{1,6} \S/m,
  /\[[^\]\n]+\]\((?:https?:|mailto:|[./#])[^)\n]*\)/,
  /^(?:```|~~~)/m,
  /(?:^|\s)(?:\*\*|__)[^\s*_][^\n]*?(?:\*\*|__)/,
  /^> \S/m,
  /^\|(?:[^|\n]+\|)+\n\|(?:\s*:?-+:?\s*\|)+/m,
  /^\[\^?[^\]\n]+\]: \S/m,
  /^(?:[-*+] \S.*\n){2}/m,
];

/** Whether a text is Markdown: it opens with front matter, its name says so, or it has marks of two kinds. */
export function isMarkdown(text: string, name: string): boolean {
  const head = text.slice(0, sampled);
  if (matter.test(head)) return true;
  if (/\.(?:md|markdown|mdown|mkd)$/i.test(name)) return true;
  if (/\.(?:txt|text)$/i.test(name)) return false;
  // Of a line its start will do; some marks take quadratic time to be looked for.
  const lines = head.replace(/[^\n]{1000}[^\n]+/g, (line) => line.slice(0, 1000));
  return marks.filter((mark) => mark.test(lines)).length >= 2;
}

/** Whether a text is HTML: it opens as a page does, after what may stand before that. */
export function isHtml(text: string, name: string): boolean {
  const head = text.slice(0, 4096);
  if (
    /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:[^-]|-(?!->))*-->\s*)*<(?:!doctype\s+html|html|head|body)[\s>]/i.test(
      head,
    )
  )
    return true;
  return /\.x?html?$/i.test(name) && /^\s*<[a-z!?]/i.test(head);
}

/** The encoding that a page or an XML document declares in its first bytes (WHATWG HTML, 1,024 bytes; we look further). */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  return (
    /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1] ??
    /<meta\b[^>]*\bcharset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1]
  );
}

/** What may stand before the root of a document of XML. */
const prolog = /^\s*(?:(?:<\?.*?\?>|<!--.*?-->|<!doctype[^>[]*(?:\[.*?\]\s*)?>)\s*)*/is;
/** A root element of a feed, whatever its prefix. */
const feedRoot = /<(?:[\w.-]+:)?(rss|rdf|feed)(?=[\s>])([^>]*)>/i;
/** How much may stand before a feed: the warnings that a program prints. */
const longestJunk = 2000;

/** Whether a text is RSS 0.90 to 2.0, Atom or JSON Feed. */
export function isFeed(text: string): boolean {
  if (/^\s*\{/.test(text.slice(0, 1000)))
    return (
      text.includes('jsonfeed.org') &&
      /"version"\s*:\s*"https?:\/\/(?:www\.)?jsonfeed\.org\/version\//.test(text.replaceAll('\\/', '/'))
    );
  const head = text.slice(0, sampled);
  const start = prolog.exec(head)?.[0].length ?? 0;
  const root = feedRoot.exec(head.slice(start, start + longestJunk));
  if (!root) return false;
  const [tag, name, attributes] = root as unknown as [string, string, string];
  const isFeedRoot =
    name.toLowerCase() === 'rss' ||
    (name.toLowerCase() === 'feed'
      ? /2005\/Atom|purl\.org\/atom/.test(attributes)
      : /purl\.org\/(?:rss|net\/rss)|netscape\.com\/(?:rdf|publish)/.test(attributes));
  if (!isFeedRoot || root.index === 0) return isFeedRoot;
  // A page or a text may speak of feeds; one that has junk before it is a feed to its end.
  const end = tag.slice(1).split(/[\s>]/)[0]!;
  return (
    !/<(?:!doctype|html|body|head|article|div|p)[\s>]/i.test(head.slice(start, start + root.index)) &&
    text.trimEnd().endsWith(`</${end}>`)
  );
}

/** Whether bytes are a zip archive. */
export function isArchive(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}
