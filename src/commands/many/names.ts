import { createReadStream } from 'node:fs';

/** Longest name that is taken from a list, in bytes; the longest path of Linux is 4,096. */
const longestName = 1 << 16;

/**
 * The names in a list, `-` for standard input: one a line, or ended by NUL if there is one, as `find -print0` writes
 * them. Empty lines are passed over. Throws what the system says of the file.
 */
export async function* namesFrom(list: string): AsyncGenerator<string> {
  const bytes = list === '-' ? process.stdin : createReadStream(list);
  let rest = Buffer.alloc(0);
  let end: number | undefined;
  for await (const chunk of bytes as AsyncIterable<Buffer>) {
    rest = Buffer.concat([rest, chunk]);
    end ??= rest.includes(0) ? 0 : rest.includes(10) ? 10 : undefined;
    if (end === undefined) continue;
    for (let at = rest.indexOf(end); at >= 0; at = rest.indexOf(end)) {
      yield* nameIn(rest.subarray(0, at));
      rest = rest.subarray(at + 1);
    }
    if (rest.length > longestName) throw new RangeError('holds a name that is too long');
  }
  yield* nameIn(rest);
}

function* nameIn(bytes: Buffer): Generator<string> {
  const name = bytes.toString().replace(/\r$/, '');
  if (name !== '') yield name;
}
