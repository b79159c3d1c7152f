import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import type { Analysis } from '../../src/analysis/analysis.ts';
import { analyze } from '../../src/analysis/analyze.ts';
import { type PackedAnalysis, unpacked } from '../../src/analysis/packed.ts';
import { parted, put } from '../../src/analysis/portions.ts';
import type { WorkerMessage, WorkerTask } from '../../src/analysis/worker.ts';
import { articleOf } from './sample.ts';

test('the worker gives the analysis in small messages, and how far it has come before', async () => {
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
  const sizes: number[] = [];
  const { head, portions } = parted(article);
  expect(head.blocks).toEqual([]);
  const analysis = await new Promise<Analysis>((resolve, reject) => {
    const worker = new Worker(outputFiles[0]!.text, { eval: true, workerData: head });
    const post = (task: WorkerTask): void => worker.postMessage(task);
    let packed: PackedAnalysis;
    worker.on('error', reject);
    worker.on('message', (message: WorkerMessage) => {
      if ('isLoaded' in message) return;
      if ('progress' in message) return void told.push(message.progress);
      if ('head' in message) packed = message.head;
      if ('portion' in message) {
        sizes.push(message.portion.items.length);
        put(packed, message.portion);
      }
      if (!('isWhole' in message)) return post('more');
      void worker.terminate();
      resolve(unpacked(packed));
    });
    for (const portion of portions) {
      sizes.push(portion.items.length);
      post({ portion });
    }
    post('begin');
  });
  expect(analysis).toEqual(analyze(article));
  // What a key may have to wait for is one message.
  expect(analysis.quotes.length).toBeGreaterThan(1000);
  expect(Math.max(...sizes)).toBe(400);
  expect(told).toEqual([...told].sort((a, b) => a - b));
  expect(told.length).toBeGreaterThan(0);
  // Each report draws a frame: what shows the same percentage is not reported again.
  expect(new Set(told.map((share) => Math.round(share * 100))).size).toBe(told.length);
});
