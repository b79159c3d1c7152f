import { isAscii, isUtf8, transcode } from 'node:buffer';

/** The encodings of the five languages, by their WHATWG names: those that can be recognized by the bytes alone. */
export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1256',
  'iso-8859-6',
  'windows-1255',
  'iso-8859-8',
  'windows-1252',
] as const;

/**
 * The WHATWG name of an encoding that goes by many (cp1256, latin1); undefined for one that this platform does not
 * read. Besides the encodings above there are some thirty, for what declares them.
 */
export function encodingNamed(name: string): string | undefined {
  const label = name
    .trim()
    .toLowerCase()
    .replace(/^cp-?(?=125\d$)/, 'windows-');
  try {
    const standard = new TextDecoder(label).encoding;
    // The same letters; the difference, the order they are stored in, is for whoever lays them out.
    return standard === 'iso-8859-8-i' ? 'iso-8859-8' : standard;
  } catch {
    return undefined;
  }
}

/** WHATWG windows-1252, 0x80 to 0x9F: Node 20 leaves these as C1 controls. */
const western = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Bytes of a known encoding as text; U+FFFD for what means nothing in it. A byte order mark stays. */
export function bytesAs(bytes: Uint8Array, encoding: string): string {
  // Most of what is ASCII is what it seems to be; UTF-16 and ISO-2022-JP may be made of such bytes, too.
  if (!/^utf-16|^iso-2022/.test(encoding) && isAscii(bytes))
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  if (encoding === 'windows-1252')
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
      .toString('latin1')
      .replace(/[\x80-\x9f]/g, (control) => western[control.charCodeAt(0) - 0x80]!);
  // By way of UTF-16 in a third of the time, until Node's decoder became ten times as fast.
  if (encoding === 'utf-8' && process.version.startsWith('v20.') && isUtf8(bytes))
    return transcode(bytes, 'utf8', 'utf16le').toString('utf16le');
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
}
