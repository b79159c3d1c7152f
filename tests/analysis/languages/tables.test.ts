import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';

test.each(['generate.mjs', 'shapes.mjs', 'arabic.mjs'])(
  'the tables of %s are those of their sources',
  (name) => {
    const program = path.resolve(import.meta.dirname, '../../../scripts/names', name);
    expect(() => execFileSync(process.execPath, [program, '--check'], { stdio: 'pipe' })).not.toThrow();
  },
);
