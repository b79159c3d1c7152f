// The reader as the script that the build makes of it (scripts/reader.mjs), for a command line that asks for nothing else:
// what is typed most does without the parser.
import { read } from './commands/read.ts';
import type { ReaderLine } from './commands/reader-line.ts';
import { endAtDefects, run } from './commands/run.ts';

/** Opens the reader as it is asked for and leaves the program when it is left. */
export async function start({ sources, options }: ReaderLine): Promise<void> {
  endAtDefects();
  await run(options, (settings) => read(sources, settings));
}
