import { pipeline, Readable } from 'node:stream';
import zlib from 'node:zlib';

/** Most ways of packing, one over the other: no server needs more than one. */
export const mostEncodings = 5;

/** The ways of packing that a `Content-Encoding` header names, the outermost last. */
export function encodingsIn(header: string | undefined): string[] {
  const names = (header ?? '').toLowerCase().split(',');
  return names.map((name) => name.trim()).filter((name) => name !== '' && name !== 'identity');
}

/** A body without its packing, as browsers undo it. An error on either side ends both. */
export async function* unpacked(body: Readable, encodings: readonly string[]): AsyncGenerator<Buffer> {
  let pieces: AsyncIterable<Buffer> = body;
  for (const encoding of encodings.toReversed()) pieces = without(pieces, encoding);
  yield* pieces;
}

/** Pieces without one way of packing, if their first bytes are packed so: some servers only say that they are. */
async function* without(pieces: AsyncIterable<Buffer>, encoding: string): AsyncGenerator<Buffer> {
  const iterator = pieces[Symbol.asyncIterator]();
  let start = Buffer.alloc(0);
  let ended = false;
  while (start.length < 2 && !ended) {
    const next = await iterator.next();
    ended = next.done === true;
    if (!next.done) start = Buffer.concat([start, next.value]);
  }
  const whole = (async function* () {
    if (start.length > 0) yield start;
    while (!ended) {
      const next = await iterator.next();
      if (next.done) return;
      yield next.value;
    }
  })();
  const unpack = unpacker(encoding, start);
  if (!unpack) {
    yield* whole;
    return;
  }
  // The error of either side is thrown by the loop over the stream.
  yield* pipeline(Readable.from(whole), unpack, () => {}) as AsyncIterable<Buffer>;
}

function unpacker(name: string, [first = 0, second = 0]: Uint8Array) {
  if (name === 'gzip' || name === 'x-gzip')
    return first === 0x1f && second === 0x8b ? zlib.createGunzip() : undefined;
  if (name === 'br') return zlib.createBrotliDecompress();
  if (name !== 'deflate') return undefined;
  // RFC 9110 means zlib's format (RFC 1950), whose first bytes are a multiple of 31; many servers leave its header out.
  const hasHeader = (first & 0x0f) === 8 && ((first << 8) | second) % 31 === 0;
  return hasHeader ? zlib.createInflate() : zlib.createInflateRaw();
}
