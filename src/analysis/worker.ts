import { parentPort, workerData } from 'node:worker_threads';
import type { Article } from '../article/article.ts';
import { analysisSteps } from './analyze.ts';

/** Progress is told at most so often, in milliseconds. */
const pause = 100;

// Analyses the article it is started with; posts { progress } and at the end { analysis }.
const steps = analysisSteps(workerData as Article);
let told = performance.now();
for (;;) {
  const step = steps.next();
  if (step.done) {
    parentPort?.postMessage({ analysis: step.value });
    break;
  }
  if (performance.now() - told > pause) {
    told = performance.now();
    parentPort?.postMessage({ progress: step.value });
  }
}
