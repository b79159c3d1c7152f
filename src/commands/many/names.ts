import { createReadStream } from 'node:fs';
import type { Problem } from '../../reader/words/problem.ts';

/** Longest name that is taken from a list, in bytes; the longest path of Linux is 4,096. */
const longestName = 1 << 16;

/**
 * The names in a list, `-` for standard input: one a line, or ended by NUL if there is one, as `find -print0` writes
 * them. Empty lines are passed over. Throws what the system says of the file.
 */
async function* namesFrom(list: string): AsyncGenerator<string> {
  const bytes = list === '-' ? process.stdin : createReadStream(list);
  let rest = Buffer.alloc(0);
  let end: number | undefined;
  for await (const chunk of bytes as AsyncIterable<Buffer>) {
    rest = Buffer.concat([rest, chunk]);
    end ??= rest.includes(0) ? 0 : rest.includes(10) ? 10 : undefined;
    for (let at = indexOf(rest, end); at >= 0; at = indexOf(rest, end)) {
      yield* nameIn(rest.subarray(0, at));
      rest = rest.subarray(at + 1);
    }
    if (rest.length > longestName) throw new RangeError('holds a name that is too long');
  }
  yield* nameIn(rest);
}

const indexOf = (bytes: Buffer, end: number | undefined): number =>
  end === undefined ? -1 : bytes.indexOf(end);

function* nameIn(bytes: Buffer): Generator<string> {
  const name = bytes.toString().replace(/\r$/, '');
  if (name !== '') yield name;
}

/** The sources on the command line, then those of a list, if there is one; `fail` is told of a list that cannot be read. */
export async function* namedSources(
  names: readonly string[],
  list: string | undefined,
  fail: (list: string, problem: Problem) => void,
): AsyncGenerator<string> {
  yield* names;
  if (list === undefined) return;
  try {
    yield* namesFrom(list);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) fail(list, { key: 'nameTooLongInList' });
    else fail(list, code === 'ENOENT' ? { key: 'noSuchFile' } : { key: 'unreadable', code });
  }
}
