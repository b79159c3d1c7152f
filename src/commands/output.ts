// The one way to standard output. Text goes through `write`, which lets nothing act on a terminal; rows that were
// encoded for this terminal through `writeRows`, and values through `writeJson`.
import { tellProblem } from '../settings/tell.ts';
import { safeJson, visibleText } from '../text/visible.ts';
import { failure } from './run.ts';

let watched = false;

/** Writes text, every control in it as a sign, waiting for a slow reader; false as soon as nobody reads any more. */
export function write(text: string): Promise<boolean> {
  return writeRows(visibleText(text));
}

/** Writes a value as JSON. */
export function writeJson(value: unknown, indent = 2): Promise<boolean> {
  return writeRows(`${safeJson(value, indent)}\n`);
}

/** Writes rows as `encodeRow` gave them. */
export async function writeRows(encoded: string): Promise<boolean> {
  const { stdout } = process;
  if (stdout.destroyed) return false;
  if (!watched) {
    watched = true;
    stdout.on('error', leave);
  }
  if (!stdout.write(encoded)) await taken();
  return !stdout.destroyed;
}

/** Waits until the reader of standard output has taken what was written, or is gone. */
function taken(): Promise<void> {
  const { stdout } = process;
  return new Promise((resolve) => {
    const end = (): void => {
      stdout.off('drain', end);
      stdout.off('close', end);
      resolve();
    };
    stdout.on('drain', end);
    stdout.on('close', end);
  });
}

/** Ends the program that cannot write any more. */
function leave(error: NodeJS.ErrnoException): never {
  // The reader of the pipe has left (head, less), or the terminal is gone (EIO): not an error of ours.
  if (error.code === 'EPIPE' || error.code === 'EIO') process.exit(0);
  tellProblem({ key: 'cannotWrite', code: error.code ?? error.message }, null, {});
  process.exit(failure);
}
