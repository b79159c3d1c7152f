import { isUtf8 } from 'node:buffer';
import { guessCodePage } from './code-page.ts';
import { bytesAs, encodingNamed } from './encoding.ts';

export interface Decoded {
  readonly text: string;
  /** A WHATWG name. */
  readonly encoding: string;
  /** How many U+FFFD stand for bytes that mean nothing in this encoding. */
  readonly replaced: number;
}

export interface DecodingOptions {
  /** The user's word: nothing else is asked. Any name of the WHATWG Encoding standard. */
  readonly encoding?: string | undefined;
  /** What a header declares: believed unless the bytes are plainly UTF-8 or have a mark. */
  readonly declared?: string | undefined;
  /** What the document itself declares: asked, and believed, where a header says nothing and the bytes are not plainly UTF-8. */
  readonly ownWord?: ((bytes: Uint8Array) => string | undefined) | undefined;
}

/**
 * Bytes as text, a byte order mark apart. What decides, in this order: the user, the byte order mark, valid UTF-8,
 * the declaration, zero bytes in the places of UTF-16, UTF-8 with few errors, and last the letters themselves.
 */
export function decode(bytes: Uint8Array, options: DecodingOptions = {}): Decoded {
  const forced = options.encoding === undefined ? undefined : encodingNamed(options.encoding);
  const { encoding, skip } = forced
    ? { encoding: forced, skip: markLength(bytes, forced) }
    : recognize(bytes, options);
  const body = skip > 0 ? bytes.subarray(skip) : bytes;
  const text = bytesAs(body, encoding);
  return { text, encoding, replaced: replacements(text, body, encoding) };
}

function recognize(bytes: Uint8Array, options: DecodingOptions): { encoding: string; skip: number } {
  for (const encoding of ['utf-8', 'utf-16le', 'utf-16be'] as const) {
    const skip = markLength(bytes, encoding);
    if (skip > 0) return { encoding, skip };
  }
  if (isUtf8(bytes) && !bytes.subarray(0, sampled).includes(0)) return { encoding: 'utf-8', skip: 0 };
  const word = options.declared ?? options.ownWord?.(bytes);
  const declared = word === undefined ? undefined : encodingNamed(word);
  // Pages in Arabic and Hebrew were often served as Latin-1, since nobody had said otherwise.
  if (declared && declared !== 'utf-8' && declared !== 'windows-1252') return { encoding: declared, skip: 0 };
  const wide = wideOrder(bytes);
  if (wide) return { encoding: wide, skip: 0 };
  if (isUtf8(bytes) || mostlyUtf8(bytes)) return { encoding: 'utf-8', skip: 0 };
  return { encoding: guessCodePage(bytes), skip: 0 };
}

function markLength(bytes: Uint8Array, encoding: string): number {
  if (encoding === 'utf-8') return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  if (encoding === 'utf-16le') return bytes[0] === 0xff && bytes[1] === 0xfe ? 2 : 0;
  if (encoding === 'utf-16be') return bytes[0] === 0xfe && bytes[1] === 0xff ? 2 : 0;
  return 0;
}

/** How much of a long file is looked at for evidence, in bytes. */
const sampled = 1 << 16;

/**
 * UTF-16 without a mark: in one half of the byte pairs nearly every byte is the high byte of Latin (00), Hebrew
 * (05), Arabic (06) or general punctuation (20), blanks are 00 20, and there are few controls.
 */
export function wideOrder(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const pairs = Math.min(bytes.length, sampled) >> 1;
  if (pairs === 0 || bytes.length % 2 === 1) return undefined;
  let little = 0;
  let big = 0;
  let zeros = 0;
  let controls = 0;
  for (let at = 0; at < pairs * 2; at += 2) {
    const [even, odd] = [bytes[at]!, bytes[at + 1]!];
    if (high(odd)) little++;
    if (high(even)) big++;
    if (even === 0 || odd === 0) zeros++;
    const unit = even === 0 ? odd : odd === 0 ? even : 0x20;
    if (unit < 0x09 || (unit > 0x0d && unit < 0x1b)) controls++;
  }
  if (zeros === 0 || controls > pairs / 20) return undefined;
  if (little > pairs * 0.9 && big < pairs * 0.5) return 'utf-16le';
  if (big > pairs * 0.9 && little < pairs * 0.5) return 'utf-16be';
  return undefined;
}

function high(byte: number): boolean {
  return byte === 0 || byte === 5 || byte === 6 || byte === 0x20;
}

/**
 * Whether bytes that are not valid UTF-8 are still UTF-8 that was damaged: whole multi-byte sequences outnumber
 * stray bytes ten to one. In Arabic or Hebrew of one byte a letter nearly every byte would be astray.
 */
function mostlyUtf8(bytes: Uint8Array): boolean {
  let whole = 0;
  let astray = 0;
  // The first errors may stand anywhere, so the whole is looked at, until there are plenty of either.
  for (let at = 0; at < bytes.length && whole + astray < 1 << 20; at++) {
    const lead = bytes[at]!;
    if (lead < 0x80) continue;
    const more =
      lead >= 0xc2 && lead < 0xe0 ? 1 : lead >= 0xe0 && lead < 0xf0 ? 2 : lead >= 0xf0 && lead < 0xf5 ? 3 : 0;
    let found = 0;
    while (found < more && (bytes[at + found + 1]! & 0xc0) === 0x80) found++;
    if (more > 0 && found === more) whole++;
    else astray++;
    at += found;
  }
  return whole > astray * 10;
}

function replacements(text: string, bytes: Uint8Array, encoding: string): number {
  let count = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) count++;
  if (count === 0 || (encoding === 'utf-8' && isUtf8(bytes))) return 0;
  return count;
}
