import { openReading } from '../session/open.ts';
import { bundledArticle } from '../settings/bundled.ts';
import type { Settings } from '../settings/configuration.ts';
import { isTerminal } from '../terminal/lines.ts';

/** Opens the reader on the sources; prints them if there is no terminal to read on. Gives the exit status. */
export async function read(sources: readonly string[], settings: Settings): Promise<number> {
  // Lines need no more than a terminal that takes lines.
  if (isTerminal(process.stdout) || (settings.options.plain && process.stdout.isTTY)) {
    const status = await openReading(sources, settings);
    // What is worth waiting for has been waited for: parts still loading and workers must not hold up the shell.
    process.exit(status);
  }
  const named = sources.length > 0 ? sources : [bundledArticle];
  return (await import('./print.ts')).print(named, settings);
}
