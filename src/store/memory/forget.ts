import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { sourceKey } from './memory.ts';

/** Length of a key, in code units: it begins the name of each file, and is all that the file of a source holds. */
const keyLength = 32;

/**
 * Deletes from the folder of places what is remembered of a source, where there is one, and of texts by their content keys:
 * place, marks and notes, what was set aside or left half written, and every source that the texts were known by. Gives how
 * many texts something was known of. Throws what the system says.
 */
export function forgetPlaces(folder: string, source: string | null, texts: readonly string[]): number {
  const names = namesIn(folder);
  const doomed = new Set(texts);
  const own = source === null ? undefined : sourceKey(source);
  const former = own === undefined ? '' : textIn(path.join(folder, `${own}.json`));
  if (former.length === keyLength) doomed.add(former);
  const places = [...doomed].filter((key) => names.some((name) => name.startsWith(key))).length;
  if (own !== undefined) doomed.add(own);
  for (const name of names) {
    const file = path.join(folder, name);
    if (statSync(file, { throwIfNoEntry: false })?.size === keyLength && doomed.has(textIn(file)))
      doomed.add(name.slice(0, keyLength));
  }
  const last = lastIn(folder);
  const isLast = last !== null && doomed.has(sourceKey(last));
  const files = names.filter((name) => doomed.has(name.slice(0, keyLength)));
  for (const name of isLast ? [...files, 'last.json'] : files)
    rmSync(path.join(folder, name), { force: true });
  // That it was opened is something as well.
  return places === 0 && (isLast || files.length > 0) ? 1 : places;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

function textIn(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** The source that was opened last. */
function lastIn(folder: string): string | null {
  try {
    const { source } = JSON.parse(textIn(path.join(folder, 'last.json'))) as { source?: unknown };
    return typeof source === 'string' ? source : null;
  } catch {
    return null;
  }
}
