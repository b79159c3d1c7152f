// The worker that analyzes beside the reader, as the build makes it: its compiled code is kept, and it is gone when its work is.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { analyze } from '../../src/analysis/analyze.ts';
import type { Article } from '../../src/article/model/article.ts';
import type { analyzeBeside } from '../../src/session/analyzer.ts';
import { articleOf } from '../analysis/sample.ts';

const dist = path.resolve(import.meta.dirname, '../../dist');
const folder = mkdtempSync(path.join(tmpdir(), 'maqal-worker-'));
let beside: typeof analyzeBeside;

beforeAll(async () => {
  const { outputFiles } = await build({
    entryPoints: [path.resolve(import.meta.dirname, '../../src/session/analyzer.ts')],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    define: { 'import.meta.url': JSON.stringify(pathToFileURL(path.join(dist, 'reader.js')).href) },
  });
  const file = path.join(folder, 'analyzer.mjs');
  writeFileSync(file, outputFiles[0]!.text);
  ({ analyzeBeside: beside } = await import(/* @vite-ignore */ pathToFileURL(file).href));
});

beforeEach(() => {
  vi.stubEnv('XDG_CACHE_HOME', path.join(folder, 'cache'));
  vi.stubEnv('NODE_DISABLE_COMPILE_CACHE', undefined);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const article = articleOf('قال وزير الزراعة سامر الحداد إن الموسم جيد في دمشق يوم 3 مايو 2019.\n'.repeat(20));

/** Workers that have been started, each with a promise of its end. */
const started: { worker: Worker; ended: Promise<unknown> }[] = [];
process.on('worker', (worker: Worker) =>
  started.push({ worker, ended: new Promise((resolve) => worker.once('exit', resolve)) }),
);

const analyzed = (one: Article, signal = new AbortController().signal, tell = (_: number) => {}) =>
  beside(one, tell, signal);

test('it ends as soon as the analysis is there', async () => {
  started.length = 0;
  expect(await analyzed(article)).toEqual(analyze(article));
  expect(started.length).toBe(1);
  await started[0]!.ended;
  // No thread any more, so no heap of its own.
  expect(started[0]!.worker.threadId).toBe(-1);
});

/** Nice values of the threads of this process (proc_pid_stat(5), field 19), in order. */
const niceValues = (): number[] =>
  readdirSync('/proc/self/task')
    .map((thread) => readFileSync(`/proc/self/task/${thread}/stat`, 'utf8'))
    .map((line) => Number(line.slice(line.lastIndexOf(')') + 2).split(' ')[16]))
    .sort((a, b) => a - b);

test.runIf(process.platform === 'linux')('the thread that reads keys comes before it', async () => {
  const own = niceValues();
  expect(own[0]).toBeLessThan(10);
  let during: number[] = [];
  await analyzed(article, undefined, () => {
    during = niceValues();
  });
  expect(during.length).toBeGreaterThan(0);
  expect(during.filter((nice) => nice === 10).length).toBe(own.filter((nice) => nice === 10).length + 1);
});

test('it ends when it is called off, and one that has not begun never begins', async () => {
  started.length = 0;
  const off = new AbortController();
  const long = articleOf('قال سامر الحداد إن الموسم جيد.\n'.repeat(20_000));
  void analyzed(long, off.signal, () => off.abort());
  void analyzed(long, off.signal);
  await vi.waitUntil(() => off.signal.aborted, { timeout: 60_000 });
  await started[0]!.ended;
  expect(await analyzed(article)).toEqual(analyze(article));
  // The second of the three was called off before the first had loaded.
  expect(started.length).toBe(2);
});

test('what V8 has compiled of it is kept, for the user alone, and left as it is by the next', async () => {
  const code = path.join(folder, 'cache/maqal/code');
  const files = () => readdirSync(code).map((name) => path.join(code, name));
  await analyzed(article);
  const [file, ...others] = files();
  expect(others).toEqual([]);
  expect(path.basename(file!)).toContain('-analysis-');
  const { mode, mtimeMs, size } = statSync(file!);
  expect(mode & 0o777).toBe(0o600);
  expect(size).toBeGreaterThan(1_000_000);
  expect(await analyzed(article)).toEqual(analyze(article));
  expect(statSync(file!).mtimeMs).toBe(mtimeMs);
  // Damaged, it is made anew.
  writeFileSync(file!, readFileSync(file!).fill(1, 5000, 5001));
  expect(await analyzed(article)).toEqual(analyze(article));
  expect(statSync(file!).size).toBeGreaterThan(size / 2);
});
