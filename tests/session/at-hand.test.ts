import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createStore } from '../../src/app/store.ts';
import { createFetch } from '../../src/session/effects/fetch.ts';
import type { Librarian } from '../../src/session/librarian.ts';
import type { Opened } from '../../src/session/opening.ts';
import type { Room } from '../../src/session/room.ts';
import { openMemory } from '../../src/store/memory/memory.ts';
import { openSample } from '../reader/sample.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'maqal-at-hand-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, units: number): string {
  const at = path.join(folder, name);
  writeFileSync(at, `${name}\n\n${'a word. '.repeat(units / 8)}\n`);
  return at;
}

/** What opens a source as the reader does, and gives what has come. */
async function opener(): Promise<(source: string) => Promise<Opened>> {
  const store = createStore(await openSample('ar'), () => {});
  const room: Room = {
    store,
    memory: openMemory(folder),
    librarian: { kept: async () => null } as unknown as Librarian,
    options: { remember: false },
    named: '',
    leaving: new AbortController().signal,
    hold: (work: Promise<unknown>) => work,
    quiet: async () => {},
    fail(error: unknown) {
      throw error;
    },
  } as unknown as Room;
  let came: (opened: Opened) => void;
  const fetch = createFetch(room, {
    leave: () => {},
    begin(opened) {
      fetch.atHand(opened);
      // Behind the load itself, which is over then.
      setImmediate(() => came(opened));
    },
    refreshed: async () => {},
    notePeople: async () => {},
  });
  return (source) =>
    new Promise((resolve) => {
      came = resolve;
      fetch.open({ type: 'open', source, way: 'new' });
    });
}

test('the way back is the very same article, for the last eight', async () => {
  const open = await opener();
  const sources = Array.from({ length: 10 }, (_, at) => file(`${at}.txt`, 800));
  const opened: Opened[] = [];
  for (const source of sources) opened.push(await open(source));
  // From the newest on, since each that is opened anew comes to hand.
  for (let at = 9; at >= 2; at--) expect(await open(sources[at]!)).toBe(opened[at]);
  expect(await open(sources[1]!)).not.toBe(opened[1]);
});

test('long articles are let go sooner, but for the one on the screen', async () => {
  const open = await opener();
  const [short, first, second] = [file('s.txt', 800), file('a.txt', 6_000_000), file('b.txt', 9_000_000)];
  const one = await open(short);
  const two = await open(first);
  expect(await open(short)).toBe(one);
  expect(await open(first)).toBe(two);
  const three = await open(second);
  expect(await open(second)).toBe(three);
  expect(await open(short)).not.toBe(one);
  expect(await open(first)).not.toBe(two);
});
