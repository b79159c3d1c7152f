// What a worker runs that analyzes an article beside the reader: a script, as the reader is one, with the code that V8 has
// compiled of it before.
import { readFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type * as worker from './analysis/worker.ts';
import { bytesAs } from './article/bytes/encoding.ts';
import { runScript } from './compiled.ts';

// Keys come first: where both threads want one processor, the other is to have it. Elsewhere than on Linux this would be the
// priority of the whole program.
try {
  if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
} catch {
  // Where that is forbidden, they take turns.
}

const name = 'analysis.cjs';
const text = bytesAs(readFileSync(path.join(import.meta.dirname, name)), 'utf-8');
const { exports, keep } = runScript<typeof worker>(name, text, 'analysis');
exports.serve(parentPort!, workerData, keep);
