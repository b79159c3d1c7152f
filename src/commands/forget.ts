// `maqal forget`: deletes what is stored of a source, or everything that is stored but the settings.
import { lstatSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { isAddress } from '../article/links/address.ts';
import type { Article } from '../article/model/article.ts';
import { SourceError } from '../article/model/problem.ts';
import { openArticle } from '../article/open.ts';
import { type Settings, withoutPassword } from '../settings/configuration.ts';
import { libraryPlace, placesFolder, storedFiles } from '../settings/folders.ts';
import { type Options, openOptions } from '../settings/options.ts';
import { tellProblem } from '../settings/tell.ts';
import { isKeptOnly, keptOnlyName } from '../store/library/entry.ts';
import { type Library, LibraryError } from '../store/library/library.ts';
import { forgetPlaces } from '../store/memory/forget.ts';
import { contentKey, lastingSource } from '../store/memory/memory.ts';
import { withLibrary } from './library/ask.ts';
import { CommandError, failure, tellFailure } from './run.ts';

/** What is asked of the command besides sources. */
export interface ForgetWishes {
  readonly all?: boolean;
  /** Not to be asked. */
  readonly yes?: boolean;
}

/** Exit status if there was nothing to delete, or the user would not have it deleted. */
const nothing = 1;

/** Deletes what is stored of sources, or all of it, and tells how much that was. Gives the exit status. */
export async function forget(
  sources: readonly string[],
  { options }: Settings,
  { all = false, yes = false }: ForgetWishes,
): Promise<number> {
  try {
    if (all) return await forgetAll(options, yes);
    return await forgetSources(sources, options);
  } catch (error) {
    const { code, path: file } = error as NodeJS.ErrnoException;
    if (code === undefined || file === undefined) throw error;
    throw new CommandError('forget', { key: 'notDeleted', file, code });
  }
}

async function forgetSources(sources: readonly string[], options: Options): Promise<number> {
  if (!mayHaveLibrary(options)) return forgetEach(sources, null, options);
  try {
    return await withLibrary(options, (library) => forgetEach(sources, library, options));
  } catch (error) {
    if (!(error instanceof LibraryError)) throw error;
    // Without the library, the places are deleted nevertheless.
    await forgetEach(sources, null, options);
    tellFailure(error, options);
    return failure;
  }
}

/** Whether there is a library: to open one would make it. */
function mayHaveLibrary(options: Options): boolean {
  return options.library !== undefined || storedFiles().library.length > 0;
}

async function forgetEach(
  sources: readonly string[],
  library: Library | null,
  options: Options,
): Promise<number> {
  let [places, texts, status] = [0, 0, 0];
  for (const source of sources) {
    const article = await articleAt(source, options);
    const name = nameOf(source, article);
    const copy = (await library?.article(name))?.article;
    const keys = [article, copy].flatMap((one) => (one ? [contentKey(one)] : []));
    const found = forgetPlaces(placesFolder(), lastingSource(source), keys);
    const isThere = library !== null && (await library.has(name));
    if (isThere) await library.forget(name);
    places += found;
    texts += isThere ? 1 : 0;
    if (found > 0 || isThere) continue;
    tellProblem({ key: 'nothingRemembered' }, source, options);
    status = nothing;
  }
  if (places + texts > 0) tellProblem({ key: 'forgotten', places, texts }, null, options);
  return status;
}

/** What a source says now, by which a moved file is known; null where that cannot be read, and nothing is fetched. */
async function articleAt(source: string, options: Options): Promise<Article | null> {
  if (isAddress(source) || isKeptOnly(source)) return null;
  try {
    return await openArticle(source, openOptions(options));
  } catch (error) {
    if (error instanceof SourceError) return null;
    throw error;
  }
}

/** The name of a source in the library. */
function nameOf(source: string, article: Article | null): string {
  if (isKeptOnly(source)) return source;
  return lastingSource(source) ?? (article ? keptOnlyName(contentKey(article)) : source);
}

async function forgetAll(options: Options, yes: boolean): Promise<number> {
  const { folder, server } = libraryPlace(options);
  const { places, habits, library } = storedFiles();
  const files = [...places, ...habits, ...library];
  if (server !== undefined)
    tellProblem({ key: 'serverStays', server: withoutPassword(server) }, null, options);
  if (files.length === 0) {
    tellProblem({ key: 'nothingStored' }, null, options);
    return nothing;
  }
  const bytes = files.reduce((sum, file) => sum + sizeOf(file), 0);
  const extent = { places: placesIn(places), megabytes: Math.ceil(bytes / 1e5) / 10 };
  if (!yes) {
    if (!process.stdin.isTTY || !process.stderr.isTTY)
      throw new CommandError('forget', { key: 'forgettingUnasked' });
    tellProblem({ key: 'forgetAll', folder, ...extent }, null, options);
    if (!(await saysYes())) {
      tellProblem({ key: 'nothingForgotten' }, null, options);
      return nothing;
    }
  }
  for (const file of files) rmSync(file, { recursive: true, force: true });
  tellProblem({ key: 'allForgotten', ...extent }, null, options);
  return 0;
}

/** Bytes of a file, or of all in a folder; links are what they are, wherever they lead. */
function sizeOf(file: string): number {
  const status = lstatSync(file, { throwIfNoEntry: false });
  if (!status?.isDirectory()) return status?.size ?? 0;
  return readdirSync(file).reduce((sum, name) => sum + sizeOf(path.join(file, name)), 0);
}

/** How many articles have a place: what is no article's is a key of 32 letters, or the source that was opened last. */
function placesIn(folders: readonly string[]): number {
  return folders
    .filter((folder) => lstatSync(folder).isDirectory())
    .flatMap((folder) => readdirSync(folder).map((name) => path.join(folder, name)))
    .filter((file) => file.endsWith('.json') && path.basename(file) !== 'last.json' && sizeOf(file) > 32)
    .length;
}

/** Yes in the languages of the interface. */
const yesWords = /^(?:y|yes|نعم|بله|כן|ہاں)$/i;

/** Whether the next line that is typed says yes; the end of the input says no. */
async function saysYes(): Promise<boolean> {
  const lines = createInterface({ input: process.stdin });
  const answer = await new Promise<string>((resolve) => {
    lines.once('line', resolve);
    lines.once('close', () => resolve(''));
  });
  lines.close();
  return yesWords.test(answer.trim());
}
