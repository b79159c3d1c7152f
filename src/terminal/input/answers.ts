import { constants, readSync } from 'node:fs';

/** How a terminal's device is opened to read its answers without waiting in the call. */
export const unwaiting = constants.O_NONBLOCK | constants.O_NOCTTY;

/** How long a read that finds nothing waits before the next, in milliseconds. */
const pause = 2;

/**
 * What the terminal sends up to its answer to DA1, which every terminal gives and gives last, one byte a code unit.
 * Blocks until then, until the device ends or until `patience` milliseconds are over; gives what came. `descriptor` is
 * open with `unwaiting`.
 */
export function readAnswers(descriptor: number, patience: number): string {
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
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause);
    }
  }
  return read;
}
