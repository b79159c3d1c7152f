import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createStore, type Store } from '../../src/app/store.ts';
import { arrive } from '../../src/panes/visits.ts';
import type { Notice } from '../../src/reader/state/state.ts';
import { saveWhileReading } from '../../src/session/saving.ts';
import { type Memory, openMemory } from '../../src/store/memory/memory.ts';
import { openSample } from '../reader/sample.ts';

let folder: string;
let memory: Memory;
let store: Store;
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'maqal-saving-'));
  memory = openMemory(folder);
  store = createStore(await openSample('ar'), () => {});
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const placeOf = () => memory.recall(store.get().article).remembered?.place.offset;
const move = async (paragraphs: number): Promise<void> => {
  for (let moved = 0; moved < paragraphs; moved += 1) store.dispatch({ type: 'paragraph', by: 1 });
  // Listeners are told behind the keys of one turn.
  await new Promise((resolve) => setImmediate(resolve));
};

test('whoever leaves while a slow disk is still writing has the last place all the same', async () => {
  // A disk so slow that nothing is written before one leaves, and what is called off never is.
  const writing = vi.fn<Memory['save']>(
    (_, __, signal) =>
      new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason))),
  );
  const complaints: Notice[] = [];
  const saving = saveWhileReading(store, { ...memory, save: writing }, (what) => complaints.push(what));
  await move(3);
  await vi.waitFor(() => expect(writing).toHaveBeenCalled(), 5000);
  saving.finish();
  expect(placeOf()).toBe(store.get().place.offset);
  await new Promise((resolve) => setImmediate(resolve));
  expect(complaints).toEqual([]);
});

test('the article that one leaves for another is saved as it was', async () => {
  const saving = saveWhileReading(store, memory, () => {});
  await move(4);
  const left = store.get();
  const { article } = await openSample('en');
  store.update((state) => arrive(state, article, { way: 'new', interface: 'en', remembered: null }));
  await new Promise((resolve) => setImmediate(resolve));
  expect(memory.recall(left.article).remembered?.place.offset).toBe(left.place.offset);
  expect(memory.recall(article).remembered).toBeNull();
  saving.finish();
  expect(memory.recall(article).remembered).toBeNull();
});

test('what cannot be saved is told once', async () => {
  const full = Object.assign(new Error('no space'), { code: 'ENOSPC' });
  const save = vi.fn<Memory['save']>(() => Promise.reject(full));
  const complaints: Notice[] = [];
  const saving = saveWhileReading(
    store,
    {
      ...memory,
      save,
      saveNow() {
        throw full;
      },
    },
    (what) => complaints.push(what),
  );
  await move(1);
  await vi.waitFor(() => expect(save).toHaveBeenCalledTimes(1), 5000);
  await move(1);
  await vi.waitFor(() => expect(save).toHaveBeenCalledTimes(2), 5000);
  await move(1);
  saving.finish();
  expect(complaints).toEqual([{ key: 'notSaved', why: 'full', code: 'ENOSPC' }]);
});

test('a change waits no longer than its rest and the write before it, however slow the disk', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  try {
    const begun: { time: number; offset: number }[] = [];
    const write = 300;
    const save: Memory['save'] = (_, { place }) => {
      begun.push({ time: performance.now(), offset: place.offset });
      return new Promise((resolve) => setTimeout(resolve, write));
    };
    const saving = saveWhileReading(store, { ...memory, save, saveNow: () => {} }, () => {});
    const changes: { time: number; offset: number }[] = [];
    for (let step = 0; step < 40; step += 1) {
      await move(1);
      changes.push({ time: performance.now(), offset: store.get().place.offset });
      await vi.advanceTimersByTimeAsync(70);
    }
    await vi.advanceTimersByTimeAsync(2000);
    for (const { time, offset } of changes) {
      const kept = begun.find((one) => one.offset >= offset);
      expect(kept!.time - time).toBeLessThanOrEqual(400 + write);
    }
    expect(begun.at(-1)!.offset).toBe(store.get().place.offset);
    saving.finish();
  } finally {
    vi.useRealTimers();
  }
});
