#!/usr/bin/env node
// The first thing that runs. Where Node can (22.8 and newer), V8's compiled code is kept between runs, in the system's
// folder for temporary files: it must be asked for before anything else is loaded.
import module from 'node:module';
import { readerLine } from './commands/reader-line.ts';
import { searchLine } from './commands/search-line.ts';
import { readerScript } from './script.ts';

const words = process.argv.slice(2);
const asked = readerLine(words);
const wanted = searchLine(words);

async function main(): Promise<void> {
  (module as { enableCompileCache?: () => void }).enableCompileCache?.();
  if (asked) await readerScript('read').start(asked);
  else if (wanted) await readerScript('search').find(wanted);
  else await import('./main.ts');
}

main().catch((error: NodeJS.ErrnoException) => {
  if (error.code !== 'EMFILE' && !/too many open files/i.test(error.message)) throw error;
  // Not even the words can be loaded.
  process.stderr.write(
    'maqal: too few files may be open at once; raise the limit (ulimit -n) and start again\n',
  );
  process.exit(2);
});
