// Compiled code that is kept between runs. Whoever writes there has code run by whoever starts the program next.
import type { Stats } from 'node:fs';
import path from 'node:path';
import './home.ts';
import envPaths from 'env-paths';

/** A folder in the user's own folder for caches, unlike the system's for temporary files, where anybody may have been first. */
export function cacheFolder(name: string): string {
  return path.join(envPaths('maqal', { suffix: '' }).cache, name);
}

/**
 * Whether a file or folder is the user's alone to write: with HOME kept, as sudo may do, it is another's. On Windows, where
 * nobody else writes into a profile, it is.
 */
export function isOwn({ uid, mode }: Pick<Stats, 'uid' | 'mode'>): boolean {
  return process.geteuid === undefined || (uid === process.geteuid() && (mode & 0o022) === 0);
}
