import { isAscii } from 'node:buffer';

/** The encodings that are recognized, and that can be forced, by their WHATWG names. */
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
export type Encoding = (typeof encodings)[number];

/** The encoding that a name stands for (cp1256, latin1 and the like), or undefined for one that is not read here. */
export function encodingNamed(name: string): Encoding | undefined {
  const label = name
    .trim()
    .toLowerCase()
    .replace(/^cp-?(?=125\d$)/, 'windows-');
  try {
    const standard = new TextDecoder(label).encoding;
    if (standard === 'iso-8859-8-i') return 'iso-8859-8';
    return encodings.find((encoding) => encoding === standard);
  } catch {
    return undefined;
  }
}

/** WHATWG windows-1252, 0x80 to 0x9F: Node 20 leaves these as C1 controls. */
const western = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Bytes of a known encoding as text; U+FFFD for what means nothing in it. A byte order mark stays. */
export function bytesAs(bytes: Uint8Array, encoding: Encoding): string {
  const narrow = !encoding.startsWith('utf-16');
  if (narrow && isAscii(bytes))
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  if (encoding === 'windows-1252')
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
      .toString('latin1')
      .replace(/[\x80-\x9f]/g, (control) => western[control.charCodeAt(0) - 0x80]!);
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
}
