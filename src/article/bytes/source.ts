import { closeSync, constants, createReadStream, fstatSync, openSync, read, readSync } from 'node:fs';
import { promisify } from 'node:util';
import { type PlainProblem, SourceError } from '../model/problem.ts';

/** Largest source that is opened, in bytes: well above any book, well below what a string can hold. */
export const largestSource = 256 * 2 ** 20;

/** Largest file that is read in one go, in bytes. */
const readAtOnce = 1 << 20;

/** How bytes are read. */
export interface ReadOptions {
  /** Largest source, in bytes. */
  readonly limit?: number | undefined;
  /** Calls it off. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * The bytes behind a path, or behind `-`, standard input. Throws SourceError where there is nothing to read, and when it
 * is called off.
 */
export async function readBytes(
  source: string,
  { limit = largestSource, signal }: ReadOptions = {},
): Promise<Uint8Array> {
  if (source === '-') return readStandardInput(limit);
  let fd: number | undefined;
  try {
    const inherited = inheritedPipe(source);
    if (inherited) return await collect(inherited, source, limit);
    // Opening a named pipe waits for a writer, maybe for ever, unless told not to.
    fd = openSync(source, constants.O_RDONLY | constants.O_NONBLOCK);
    const status = fstatSync(fd);
    if (status.isDirectory()) throw new SourceError(source, { key: 'isFolder' });
    if (!status.isFile()) throw new SourceError(source, { key: specialKind(status) });
    if (status.size > limit) throw tooLarge(source, limit);
    // What a page takes is read at once, milliseconds sooner. Files of the system say that they are empty.
    if (status.size > 0 && status.size <= readAtOnce) return readWhole(fd, status.size);
    const whole = await readAll(fd, status.size, signal);
    return await collect(restOf(fd, signal), source, limit, whole.length > 0 ? [whole] : []);
  } catch (error) {
    if (signal?.aborted) throw new SourceError(source, { key: 'gaveUp' }, error);
    throw error instanceof SourceError ? error : explained(source, error);
  } finally {
    if (fd !== undefined) closeSync(fd);
  }
}

let glanced: Buffer | undefined;

/**
 * The bytes of a small file, in memory that the next call uses again; undefined for whatever is large or empty, is no file or
 * cannot be read. No promise, no size, no new memory: a third of the time of `readBytes`.
 */
export function glance(file: string): Uint8Array | undefined {
  glanced ??= Buffer.allocUnsafeSlow(readAtOnce);
  let fd: number | undefined;
  try {
    fd = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
    let length = 0;
    // By place: of a pipe nothing is taken.
    for (let count = -1; count !== 0 && length < glanced.length; length += count)
      count = readSync(fd, glanced, length, glanced.length - length, length);
    return length > 0 && length < glanced.length ? glanced.subarray(0, length) : undefined;
  } catch {
    return undefined;
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
  if (process.stdin.isTTY) throw new SourceError('-', { key: 'keyboard' });
  try {
    return await collect(process.stdin, '-', limit);
  } catch (error) {
    throw error instanceof SourceError ? error : explained('-', error);
  }
}

/** So many bytes of a file, or all that it still has, while everything waits. `readFileSync` asks for its size once more. */
function readWhole(fd: number, size: number): Uint8Array {
  const bytes = Buffer.allocUnsafeSlow(size);
  let length = 0;
  while (length < size) {
    const count = readSync(fd, bytes, length, size - length, null);
    if (count === 0) break;
    length += count;
  }
  return bytes.subarray(0, length);
}

const readSlice = promisify(read);

/** So many bytes of a file, or all that it still has: in one buffer, since two would be 20 MB of a book of 10. */
async function readAll(fd: number, size: number, signal: AbortSignal | undefined): Promise<Uint8Array> {
  const bytes = Buffer.allocUnsafeSlow(size);
  let length = 0;
  while (length < size) {
    signal?.throwIfAborted();
    const { bytesRead } = await readSlice(fd, bytes, length, Math.min(readAtOnce, size - length), null);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return bytes.subarray(0, length);
}

/** Bytes of the rest of a file that are read at once. */
const readOfRest = 1 << 16;

/**
 * What a file still has, in pieces. Not by a stream: when it is called off, it closes the file as well, whose number may be that
 * of another file by then, and it tells of either where nobody can catch it.
 */
async function* restOf(fd: number, signal: AbortSignal | undefined): AsyncGenerator<Uint8Array> {
  for (;;) {
    signal?.throwIfAborted();
    const piece = Buffer.allocUnsafe(readOfRest);
    const { bytesRead } = await readSlice(fd, piece, 0, piece.length, null);
    if (bytesRead === 0) return;
    yield piece.subarray(0, bytesRead);
  }
}

/** A whole stream in memory, behind what is there of it, given up as soon as it is longer than the limit. */
async function collect(
  stream: AsyncIterable<Uint8Array>,
  source: string,
  limit: number,
  pieces: Uint8Array[] = [],
): Promise<Uint8Array> {
  let length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  for await (const piece of stream) {
    length += piece.length;
    if (length > limit) throw tooLarge(source, limit);
    pieces.push(piece);
  }
  if (length === 0) throw new SourceError(source, { key: 'isEmpty' });
  return pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces, length);
}

function tooLarge(source: string, limit: number): SourceError {
  return new SourceError(source, { key: 'fileTooLarge', megabytes: Math.floor(limit / 2 ** 20) });
}

function specialKind(status: { isFIFO(): boolean; isSocket(): boolean }): PlainProblem {
  return status.isFIFO() ? 'isPipe' : status.isSocket() ? 'isSocket' : 'isDevice';
}

/** What the system says, as a problem. */
function explained(source: string, error: unknown): SourceError {
  const code = (error as NodeJS.ErrnoException | null)?.code ?? '';
  const known = problems[code];
  return new SourceError(
    source,
    known ? { key: known } : { key: 'unreadable', code: code || String(error) },
    error,
  );
}

const problems: Readonly<Record<string, PlainProblem>> = {
  ENOENT: 'noSuchFile',
  ENOTDIR: 'noSuchFolder',
  EACCES: 'notPermitted',
  EPERM: 'notPermitted',
  ELOOP: 'linkLoop',
  ENAMETOOLONG: 'nameTooLong',
  EISDIR: 'isFolder',
  EBADF: 'noSuchFile',
  ENXIO: 'noSuchDevice',
  EMFILE: 'tooManyFiles',
  EIO: 'diskFails',
  ERR_INVALID_ARG_VALUE: 'impossibleName',
};
