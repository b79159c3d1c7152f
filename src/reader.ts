// The reader as the script that the build makes of it (scripts/reader.mjs), for a command line of sources and nothing
// else: what is typed most does without the parser's five milliseconds.
import { read } from './commands/read.ts';
import { endAtDefects, run } from './commands/run.ts';

/** Opens the reader on the sources and leaves the program when it is left. */
export async function start(sources: readonly string[]): Promise<void> {
  endAtDefects();
  await run({ mouse: true }, (settings) => read(sources, settings));
}
