import { getEventListeners } from 'node:events';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createQuiet } from '../../src/session/quiet.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Whether the work has been done, after so much time. */
async function doneAfter(milliseconds: number, work: { done: boolean }): Promise<boolean> {
  await vi.advanceTimersByTimeAsync(milliseconds);
  return work.done;
}

/** Work that waits for quiet. */
function waiting(wait: () => Promise<void>): { done: boolean } {
  const work = { done: false };
  void wait().then(() => {
    work.done = true;
  });
  return work;
}

test('nothing is done in the first second', async () => {
  const work = waiting(createQuiet(new AbortController().signal).wait);
  expect(await doneAfter(990, work)).toBe(false);
  expect(await doneAfter(20, work)).toBe(true);
});

test('keys come first, however long they are held', async () => {
  const quiet = createQuiet(new AbortController().signal);
  const work = waiting(quiet.wait);
  for (let keys = 0; keys < 100; keys++) {
    quiet.pressed();
    expect(await doneAfter(30, work)).toBe(false);
  }
  expect(await doneAfter(300, work)).toBe(true);
});

test('between two slices of work keys are read, and put the second off', async () => {
  const quiet = createQuiet(new AbortController().signal);
  expect(await doneAfter(1100, waiting(quiet.wait))).toBe(true);
  quiet.pressed();
  const second = waiting(quiet.wait);
  expect(await doneAfter(200, second)).toBe(false);
  expect(await doneAfter(200, second)).toBe(true);
});

test('whoever leaves waits for nothing', async () => {
  const controller = new AbortController();
  const work = waiting(createQuiet(controller.signal).wait);
  await vi.advanceTimersByTimeAsync(10);
  controller.abort();
  expect(await doneAfter(1, work)).toBe(true);
});

test('many that wait are one that listens for the end, and all go on together', async () => {
  const { signal } = new AbortController();
  const { wait } = createQuiet(signal);
  const works = Array.from({ length: 30 }, () => waiting(wait));
  await vi.advanceTimersByTimeAsync(500);
  expect(getEventListeners(signal, 'abort')).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(520);
  expect(works.every(({ done }) => done)).toBe(true);
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});

test('quiet that is over is waited for anew', async () => {
  const quiet = createQuiet(new AbortController().signal);
  await vi.advanceTimersByTimeAsync(2000);
  expect(await doneAfter(1, waiting(quiet.wait))).toBe(true);
  quiet.pressed();
  const work = waiting(quiet.wait);
  expect(await doneAfter(200, work)).toBe(false);
  expect(await doneAfter(200, work)).toBe(true);
});
