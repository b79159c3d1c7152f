import { openReading } from '../session/open.ts';
import { bundledArticle } from '../settings/bundled.ts';
import type { Options } from '../settings/options.ts';

/** Opens the reader on the sources; prints them if there is no terminal to read on. Gives the exit status. */
export async function read(sources: readonly string[], given: Options): Promise<number> {
  if (process.stdout.isTTY) return openReading(sources, given);
  const named = sources.length > 0 ? sources : [bundledArticle];
  return (await import('./print.ts')).print(named, given);
}
