import { once } from 'node:events';

let watched = false;

/** Writes to standard output, waiting for a slow reader; false once nobody reads any more. */
export async function write(text: string): Promise<boolean> {
  const { stdout } = process;
  if (stdout.destroyed) return false;
  if (!watched) {
    watched = true;
    stdout.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      // The reader of the pipe has left (head, less): that is no error of ours.
      process.exit(0);
    });
  }
  if (!stdout.write(text)) await Promise.race([once(stdout, 'drain'), once(stdout, 'close')]);
  return !stdout.destroyed;
}
