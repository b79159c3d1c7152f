import { readFileSync } from 'node:fs';
import { openReading } from '../session/open.ts';
import { bundledArticle } from '../settings/bundled.ts';
import type { Settings } from '../settings/configuration.ts';
import { tellProblem } from '../settings/tell.ts';
import { isTerminal } from '../terminal/lines.ts';
import { failure } from './run.ts';

/** As every Node has it; its types do not say so. */
declare const WebAssembly: { readonly Memory: new (limits: { readonly initial: number }) => object };

/** Least address space, in bytes: with less, Node ends the process where it stands as soon as a worker is started. */
const leastSpace = 2.4e9;

/**
 * Whether the shell allows less address space (ulimit -v) than reading needs, what is laid out by WebAssembly included: for
 * that Node 20 and 22 reserve ten gigabytes. Only Linux tells.
 */
function isShortOfMemory(): boolean {
  try {
    const [, bytes] = /^Max address space +(\d+)/m.exec(readFileSync('/proc/self/limits', 'latin1')) ?? [];
    if (bytes === undefined) return false;
    if (Number(bytes) < leastSpace) return true;
  } catch {
    return false;
  }
  try {
    new WebAssembly.Memory({ initial: 1 });
    return false;
  } catch {
    return true;
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
