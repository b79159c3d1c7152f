import { readFileSync } from 'node:fs';
import { openReading } from '../session/open.ts';
import { bundledArticle } from '../settings/bundled.ts';
import type { Settings } from '../settings/configuration.ts';
import { tellProblem } from '../settings/tell.ts';
import { isTerminal } from '../terminal/lines.ts';
import { failure } from './run.ts';

/**
 * Least address space, in bytes: with less, Node ends the process where it stands as soon as a worker is started. Before
 * version 24 it also reserves ten gigabytes for WebAssembly, by which Ink lays out.
 */
const leastSpace = Number(process.versions.node.split('.')[0]) >= 24 ? 2.5e9 : 13.5e9;

/** Whether the shell allows less (ulimit -v). Only Linux tells. */
function isShortOfMemory(): boolean {
  try {
    const [, bytes] = /^Max address space +(\d+)/m.exec(readFileSync('/proc/self/limits', 'latin1')) ?? [];
    return bytes !== undefined && Number(bytes) < leastSpace;
  } catch {
    return false;
  }
}

/** Opens the reader on the sources; prints them if there is no terminal to read on. Gives the exit status. */
export async function read(sources: readonly string[], settings: Settings): Promise<number> {
  // Lines need no more than a terminal that takes lines.
  if (isTerminal(process.stdout) || (settings.options.plain && process.stdout.isTTY)) {
    if (isShortOfMemory()) {
      tellProblem({ key: 'tooLittleMemory' }, null, settings.options);
      return failure;
    }
    const status = await openReading(sources, settings);
    // What is worth waiting for has been waited for: parts still loading and workers must not hold up the shell.
    process.exit(status);
  }
  const named = sources.length > 0 ? sources : [bundledArticle];
  return (await import('./print.ts')).print(named, settings);
}
