#!/usr/bin/env node
// The first thing that runs. Where Node can (22.8 and newer), V8's compiled code is kept between runs, in a folder of the
// user's own: it must be asked for before anything else is loaded.
import { mkdirSync, statSync } from 'node:fs';
import module from 'node:module';
import { readerLine } from './commands/reader-line.ts';
import { searchLine } from './commands/search-line.ts';
import { readerScript } from './script.ts';
import { cacheFolder, isOwn } from './settings/own-cache.ts';

const words = process.argv.slice(2);
const asked = readerLine(words);
const wanted = searchLine(words);

/** Has Node keep what it compiles; where the folder is not the user's alone, nothing is kept, and nothing taken from there. */
function keepCompiled(): void {
  const { enableCompileCache } = module as { enableCompileCache?: (folder: string) => void };
  if (!enableCompileCache || process.env.NODE_DISABLE_COMPILE_CACHE) return;
  const folder = cacheFolder('modules');
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (isOwn(statSync(folder))) enableCompileCache(folder);
  } catch {
    // A home that cannot be written: each start compiles anew.
  }
}

async function main(): Promise<void> {
  keepCompiled();
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
