import { closeSync, constants, openSync, readSync } from 'node:fs';
import type { ReadStream } from 'node:tty';

/** How long answers that are on their way are waited for, in milliseconds. */
const patience = 100;

/**
 * Takes from the terminal what it still answers, up to the answer to DA1, so that the shell does not read it as
 * typed. Blocks for a tenth of a second at most.
 */
export function drain(input: ReadStream): void {
  const { fd } = input as ReadStream & { fd?: number };
  let descriptor: number;
  try {
    descriptor = openSync(
      fd === undefined ? '/dev/tty' : `/proc/self/fd/${fd}`,
      constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY,
    );
  } catch {
    return;
  }
  const bytes = Buffer.alloc(4096);
  const end = Date.now() + patience;
  let read = '';
  while (Date.now() < end && !/\x1b\[\?[\d;]*c/.test(read)) {
    try {
      const count = readSync(descriptor, bytes);
      if (count === 0) break;
      read += bytes.toString('latin1', 0, count);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') break;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);
    }
  }
  closeSync(descriptor);
}
