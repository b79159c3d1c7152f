import { closeSync, constants, openSync } from 'node:fs';
import type { ReadStream } from 'node:tty';
import { readAnswers, unwaiting } from './answers.ts';

/** How long answers that are on their way are waited for, in milliseconds. */
const patience = 100;

/**
 * Takes from the terminal what it still answers, up to the answer to DA1, so that the shell does not read it as
 * typed. Blocks for a tenth of a second at most.
 */
export function drain(input: ReadStream): void {
  const { fd } = input as ReadStream & { fd?: number };
  try {
    const device = fd === undefined ? '/dev/tty' : `/proc/self/fd/${fd}`;
    const descriptor = openSync(device, constants.O_RDONLY | unwaiting);
    readAnswers(descriptor, patience);
    closeSync(descriptor);
  } catch {
    // No device to read: then nothing waits in it for the shell either.
  }
}
