import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';

test('the tables of names are those of their sources', () => {
  const program = path.resolve(import.meta.dirname, '../../../scripts/names/generate.mjs');
  expect(() => execFileSync(process.execPath, [program, '--check'], { stdio: 'pipe' })).not.toThrow();
});
