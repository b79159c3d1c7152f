// Files that are whole at any moment: written beside their place and moved over it.
import {
  close,
  fsync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFile,
  writeFileSync,
} from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { makeFolder } from './folder.ts';

const writeAll = promisify(writeFile);
const sync = promisify(fsync);
const shut = promisify(close);

/** Only the user may read what is kept of what they read. */
const fileMode = 0o600;

let written = 0;

/** Files that are being written beside their place. */
const unfinished = new Set<string>();

/** A name beside a file that nobody else uses: its process and number, for `clearLeftovers`. */
function beside(file: string): string {
  // However the program ends; a signal that kills it is for `removeUnfinished` and `clearLeftovers`.
  if (written === 0) process.once('exit', removeUnfinished);
  written += 1;
  const name = `${file}.${process.pid}-${written}.new`;
  unfinished.add(name);
  return name;
}

/**
 * Writes a file so that whoever reads it, at any moment and after any crash, finds the old text or the new one, whole:
 * beside it, and moved over it, unless it has been called off by then. Throws what the system says.
 */
export async function writeWhole(file: string, text: string, signal?: AbortSignal): Promise<void> {
  const fresh = beside(file);
  try {
    makeFolder(path.dirname(file));
    // At once: what another thread makes after `removeUnfinished` nobody would remove.
    const descriptor = openSync(fresh, 'w', fileMode);
    try {
      await writeAll(descriptor, text);
      // Else a power cut may leave the name with nothing behind it.
      await sync(descriptor);
    } finally {
      await shut(descriptor);
    }
    signal?.throwIfAborted();
    await rename(fresh, file);
  } catch (error) {
    await rm(fresh, { force: true }).catch(() => {});
    throw error;
  } finally {
    unfinished.delete(fresh);
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
    remove(fresh);
    throw error;
  } finally {
    unfinished.delete(fresh);
  }
}

/** Removes what is half written, for a program that ends at once: what it is about has been written, or never will be. */
export function removeUnfinished(): void {
  for (const name of unfinished) remove(name);
  unfinished.clear();
}

/** How old a file beside another may be until nobody can be writing it any more, in milliseconds. */
const longAgo = 24 * 60 * 60 * 1000;

/** Removes from a folder what programs that were killed have left half written. */
export function clearLeftovers(folder: string): void {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return;
  }
  for (const name of names) {
    const pid = /\.(\d+)-\d+\.new$/.exec(name)?.[1];
    if (pid === undefined || Number(pid) === process.pid) continue;
    const file = path.join(folder, name);
    if (!isRunning(Number(pid)) || isOld(file)) remove(file);
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/** Its number may be another program's by now. */
function isOld(file: string): boolean {
  const status = statSync(file, { throwIfNoEntry: false });
  return status !== undefined && Date.now() - status.mtimeMs > longAgo;
}

function remove(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // The disk itself refuses: nothing is left to clean.
  }
}
