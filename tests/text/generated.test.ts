import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { lamAlefs, letters } from '../../src/text/generated/forms.ts';

const root = path.resolve(import.meta.dirname, '../..');

test('the tables are those that `npm run unicode` makes', () => {
  const made = JSON.parse(
    execFileSync(process.execPath, [path.join(root, 'scripts/unicode/generate.mjs'), '--stdout'], {
      encoding: 'utf8',
    }),
  );
  const folder = path.join(root, 'src/text/generated');
  expect(Object.keys(made).sort()).toEqual(readdirSync(folder).sort());
  for (const [name, text] of Object.entries(made))
    expect(readFileSync(path.join(folder, name), 'utf8') === text, `${name} is stale`).toBe(true);
});

test('every presentation form decomposes into its letter, as String.normalize says', () => {
  for (let place = 0; place < letters.length; place += 5)
    for (const form of letters.slice(place + 1, place + 5))
      if (form !== '\0') expect(form.normalize('NFKD')).toBe(letters[place]!.normalize('NFKD'));
  for (let place = 0; place < lamAlefs.length; place += 3)
    for (const form of lamAlefs.slice(place + 1, place + 3))
      expect(form.normalize('NFKD')).toBe(`\u0644${lamAlefs[place]}`.normalize('NFKD'));
});
