import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openHabits } from '../../../src/store/memory/habits.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'maqal-habits-'));
  file = path.join(folder, 'new', 'habits.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('what is changed is read again, also by another program', async () => {
  const habits = openHabits(file);
  expect(habits.read()).toEqual({ fields: {}, broken: null });
  await Promise.all([habits.change({ justify: true }), habits.change({ names: 'all' })]);
  await openHabits(file).change({ width: 60 });
  expect(openHabits(file).read().fields).toEqual({ justify: true, names: 'all', width: 60 });
  await habits.change({ names: undefined });
  expect(habits.read().fields).toEqual({ justify: true, width: 60 });
});

test('what a newer program keeps stays', async () => {
  const habits = openHabits(file);
  await habits.change({ later: [1, 2] });
  await habits.change({ justify: true });
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ later: [1, 2], justify: true });
});

test.each(['', '{"justify": tr', '[1]', 'null'])('a file that holds %j is set aside', async (text) => {
  const habits = openHabits(file);
  await habits.change({});
  writeFileSync(file, text);
  expect(habits.read()).toEqual({ fields: {}, broken: `${file}.broken` });
  expect(readFileSync(`${file}.broken`, 'utf8')).toBe(text);
  expect(existsSync(file)).toBe(false);
  await habits.change({ justify: true });
  expect(habits.read()).toEqual({ fields: { justify: true }, broken: null });
});
