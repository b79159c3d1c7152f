import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { makeFolder } from './folder.ts';

/** Only the user may read what is kept of what they read. */
const fileMode = 0o600;

let written = 0;

/** A name beside a file that nobody else uses. */
function beside(file: string): string {
  written += 1;
  return `${file}.${process.pid}-${written}.new`;
}

/**
 * Writes a file so that whoever reads it, at any moment and after any crash, finds the old text or the new one, whole:
 * beside it, and moved over it, unless it has been called off by then. Throws what the system says.
 */
export async function writeWhole(file: string, text: string, signal?: AbortSignal): Promise<void> {
  const fresh = beside(file);
  try {
    makeFolder(path.dirname(file));
    const handle = await open(fresh, 'w', fileMode);
    try {
      await handle.writeFile(text);
      // Else a power cut may leave the name with nothing behind it.
      await handle.sync();
    } finally {
      await handle.close();
    }
    signal?.throwIfAborted();
    await rename(fresh, file);
  } catch (error) {
    await rm(fresh, { force: true }).catch(() => {});
    throw error;
  }
}

/** The same at once, for a program that is leaving. */
export function writeWholeNow(file: string, text: string): void {
  const fresh = beside(file);
  try {
    makeFolder(path.dirname(file));
    writeFileSync(fresh, text, { mode: fileMode, flush: true });
    renameSync(fresh, file);
  } catch (error) {
    try {
      rmSync(fresh, { force: true });
    } catch {
      // The disk itself refuses: nothing is left to clean.
    }
    throw error;
  }
}
