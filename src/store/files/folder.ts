import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** Only the user may see into the folders that are made for what they read. */
const folderMode = 0o700;

const isFolder = (name: string): boolean => statSync(name, { throwIfNoEntry: false })?.isDirectory() ?? false;

/**
 * Makes a folder, and those it is in, where they are not there. Throws what the system says. Node's own way of doing so
 * never ends where the system says of a folder that it is there and yet that nothing is (ENOENT), as in `/proc`.
 */
export function makeFolder(folder: string): void {
  if (isFolder(folder)) return;
  const parent = path.dirname(folder);
  if (parent !== folder) makeFolder(parent);
  try {
    mkdirSync(folder, { mode: folderMode });
  } catch (error) {
    // Another program may have made it meanwhile.
    if (!isFolder(folder)) throw error;
  }
}
