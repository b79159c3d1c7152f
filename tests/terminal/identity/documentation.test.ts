import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../..');

test('docs/terminals.md is what scripts/terminals/generate.mjs makes of the program’s own table', () => {
  const made = execFileSync(
    process.execPath,
    [path.join(root, 'scripts/terminals/generate.mjs'), '--stdout'],
    {
      encoding: 'utf8',
    },
  );
  expect(readFileSync(path.join(root, 'docs/terminals.md'), 'utf8')).toBe(made);
});
