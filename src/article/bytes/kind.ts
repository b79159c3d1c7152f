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
  // Behind a byte order mark or white space a PDF is still one.
  let first = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  while (first < 16 && (bytes[first] === 0x0a || bytes[first] === 0x0d || bytes[first] === 0x20)) first++;
  const start = Buffer.from(bytes.subarray(first, first + 32)).toString('hex');
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
  // Nearly all texts have none: a regular expression tells so in a fifth of the time of the loop.
  if (!/[\0-\x06\x0e-\x1a\x7f]/.test(latin1(bytes, sampled))) return false;
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

/** Whether bytes are a zip archive. */
export function isArchive(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

/** Whether bytes are a web archive of Safari: a property list with a main resource. */
export function isWebArchive(bytes: Uint8Array): boolean {
  const head = latin1(bytes, 1 << 12);
  const isList =
    head.startsWith('bplist') || /^(?:\xef\xbb\xbf)?\s*<\?xml[^>]*>\s*<!DOCTYPE plist\b/.test(head);
  return isList && latin1(bytes, bytes.length).includes('WebMainResource');
}

const mailHeaders =
  /^(?:from|to|subject|date|mime-version|message-id|received|content-type|return-path|snapshot-content-location):/gim;

/** Whether bytes are a message of mail, or a page that was saved as one: headers, then an empty line. */
export function isMail(bytes: Uint8Array, name: string): boolean {
  // A header is a line without blanks before its colon, and may go on in the lines below.
  const head = /^(?:[!-9;-~]+:[^\r\n]*\r?\n(?:[ \t]+[^\r\n]*\r?\n)*){2,}\r?\n/.exec(
    latin1(bytes, sampled),
  )?.[0];
  if (head === undefined) return false;
  const known = new Set(head.match(mailHeaders)?.map((header) => header.toLowerCase()));
  const isNamed = /\.(?:eml|mht|mhtml)$/i.test(name);
  return (
    known.size >= 2 &&
    (isNamed || known.has('mime-version:') || known.has('message-id:') || known.has('received:'))
  );
}

function latin1(bytes: Uint8Array, length: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, length)).toString('latin1');
}
