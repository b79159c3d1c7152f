import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { analyze } from '../../src/analysis/analyze.ts';
import type { WorkerMessage } from '../../src/analysis/worker.ts';
import { articleOf } from './sample.ts';

test('the worker gives the analysis, and how far it has come before', async () => {
  const { outputFiles } = await build({
    stdin: {
      contents: `import { parentPort, workerData } from 'node:worker_threads';
        import { serve } from '../../src/analysis/worker.ts';
        serve(parentPort, workerData);`,
      resolveDir: import.meta.dirname,
    },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
  });
  const article = articleOf('قال محمد علي إن الباب مفتوح في لندن منذ 3 مايو 2019.\n'.repeat(1500));
  const told: number[] = [];
  const analysis = await new Promise((resolve, reject) => {
    const worker = new Worker(outputFiles[0]!.text, { eval: true, workerData: article });
    worker.on('error', reject);
    worker.on('message', (message: WorkerMessage) => {
      if ('progress' in message) told.push(message.progress);
      else resolve(message.analysis);
    });
  });
  expect(analysis).toEqual(analyze(article));
  expect(told).toEqual([...told].sort((a, b) => a - b));
  expect(told.length).toBeGreaterThan(0);
  // Each report draws a frame: what shows the same percentage is not reported again.
  expect(new Set(told.map((share) => Math.round(share * 100))).size).toBe(told.length);
});
