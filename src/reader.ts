// The reader as the script that the build makes of it (scripts/reader.mjs), for a command line that asks for nothing else, and
// the search, which is run over and over: what is typed most does without the parser.
import { read } from './commands/read.ts';
import type { ReaderLine } from './commands/reader-line.ts';
import { endAtDefects, run } from './commands/run.ts';
import { search } from './commands/search.ts';
import type { SearchLine } from './commands/search-line.ts';

/** Opens the reader as it is asked for and leaves the program when it is left. */
export async function start({ sources, options }: ReaderLine): Promise<void> {
  endAtDefects();
  await run(options, (settings) => read(sources, settings));
}

/** Searches as it is asked to. */
export async function find({ query, sources, options }: SearchLine): Promise<void> {
  endAtDefects();
  await run(options, (settings) => search(query, sources, settings, options));
}
