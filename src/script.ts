// The reader's script, which is run with the code that V8 has compiled of it before, and kept at its end.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { runScript } from './compiled.ts';
import type * as reader from './reader.ts';

const name = 'reader.cjs';

/** The functions of the reader's script, with what was compiled of it when it was last used for the same. */
export function readerScript(use: 'read' | 'search'): typeof reader {
  // Nothing in it is beyond ASCII (scripts/reader.mjs).
  const text = readFileSync(path.join(import.meta.dirname, name), 'latin1');
  const { exports, keep } = runScript<typeof reader>(name, text, use);
  if (keep) keepLater(keep);
  return exports;
}

/** Milliseconds after which a reader has used what it needs; V8 forgets compiled code that is not used for long. */
const settled = 20_000;

/** Keeps what has been compiled, once: when the reader has been used for a while, or is left as it should be before that. */
function keepLater(keep: () => void): void {
  let isKept = false;
  const once = (): void => {
    if (!isKept) keep();
    isKept = true;
  };
  const timer = setTimeout(once, settled).unref();
  process.once('exit', (status) => {
    clearTimeout(timer);
    // 1: nothing was found.
    if (status <= 1) once();
  });
}
