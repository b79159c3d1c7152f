import { closeSync, constants, createReadStream, fstatSync, openSync, readFileSync } from 'node:fs';

/**
 * Why a source cannot be shown. `message` is one line, what is wrong and what to do; the command line puts
 * `maqal: SOURCE: ` before it and ends with status 2.
 */
export class SourceError extends Error {
  /** The source as the user named it. */
  readonly source: string;

  constructor(source: string, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'SourceError';
    this.source = source;
  }
}

/** Largest source that is opened, in bytes: well above any book, well below what a string can hold. */
export const largestSource = 256 * 2 ** 20;

/** Largest file that is read in one go, in bytes. */
const readAtOnce = 1 << 20;

/** The bytes behind a path, or behind `-`, standard input. Throws SourceError where there is nothing to read. */
export async function readBytes(source: string, limit = largestSource): Promise<Uint8Array> {
  if (source === '-') return readStandardInput(limit);
  let fd: number | undefined;
  try {
    const inherited = inheritedPipe(source);
    if (inherited) return await collect(inherited, source, limit);
    // Opening a named pipe waits for a writer, maybe for ever, unless told not to.
    fd = openSync(source, constants.O_RDONLY | constants.O_NONBLOCK);
    const status = fstatSync(fd);
    if (status.isDirectory()) throw new SourceError(source, 'is a folder; name a file inside it');
    if (!status.isFile())
      throw new SourceError(
        source,
        `is a ${specialName(status)}, not a file; send it through a pipe and open -`,
      );
    if (status.size > limit) throw tooLarge(source, limit);
    // What a page takes is read at once, milliseconds sooner. Files of the system say that they are empty.
    if (status.size > 0 && status.size <= readAtOnce) return readFileSync(fd);
    return await collect(
      createReadStream('', { fd, autoClose: false, highWaterMark: 1 << 20 }),
      source,
      limit,
    );
  } catch (error) {
    throw error instanceof SourceError ? error : explained(source, error);
  } finally {
    if (fd !== undefined) closeSync(fd);
  }
}

/**
 * Process substitution, `maqal <(command)`: the name stands for a pipe that the shell has opened already. It is
 * read by its number; opening it once more would wait for ever where the command has ended.
 */
function inheritedPipe(source: string): AsyncIterable<Uint8Array> | undefined {
  const match = /^\/(?:dev|proc\/self)\/fd\/(\d+)$/.exec(source);
  const fd = Number(match?.[1]);
  return match && fstatSync(fd).isFIFO() ? createReadStream('', { fd, autoClose: false }) : undefined;
}

async function readStandardInput(limit: number): Promise<Uint8Array> {
  if (process.stdin.isTTY)
    throw new SourceError('-', 'standard input is the keyboard; pipe a text into maqal or name a file');
  try {
    return await collect(process.stdin, '-', limit);
  } catch (error) {
    throw error instanceof SourceError ? error : explained('-', error);
  }
}

/** A whole stream in memory, given up as soon as it is longer than the limit. */
async function collect(
  stream: AsyncIterable<Uint8Array>,
  source: string,
  limit: number,
): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of stream) {
    length += piece.length;
    if (length > limit) throw tooLarge(source, limit);
    pieces.push(piece);
  }
  if (length === 0) throw new SourceError(source, 'is empty; there is nothing to read in it');
  return pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces, length);
}

function tooLarge(source: string, limit: number): SourceError {
  const megabytes = Math.floor(limit / 2 ** 20);
  return new SourceError(source, `is larger than ${megabytes} MB; split it and open a part`);
}

function specialName(status: { isFIFO(): boolean; isSocket(): boolean }): string {
  return status.isFIFO() ? 'named pipe' : status.isSocket() ? 'socket' : 'device';
}

/** What the system says, in words that tell what to do. */
function explained(source: string, error: unknown): SourceError {
  const code = (error as NodeJS.ErrnoException | null)?.code ?? '';
  return new SourceError(
    source,
    reasons[code] ?? `cannot be read (${code || String(error)}); try another copy`,
    error,
  );
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'no such file; check its name and folder',
  ENOTDIR: 'no such file: a part of its path is not a folder; check the path',
  EACCES: 'may not be read; ask for permission to read it (chmod +r)',
  EPERM: 'may not be read; ask for permission to read it (chmod +r)',
  ELOOP: 'is a link that leads back to itself; open what it should point to',
  ENAMETOOLONG: 'has a name longer than the system allows; check the name',
  EISDIR: 'is a folder; name a file inside it',
  EBADF: 'no such file; check its name and folder',
  ENXIO: 'is a socket or a device that is not there; name a file',
  EMFILE: 'cannot be opened: too many files are open; close some and try again',
  EIO: 'cannot be read: the disk reports an error; try another copy',
  ERR_INVALID_ARG_VALUE: 'is no possible file name; check the name',
};
