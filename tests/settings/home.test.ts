import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

const program = path.resolve(import.meta.dirname, '../../dist/cli.cjs');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'maqal-no-home-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The line of `maqal config` that says where the settings are, run in the folder; nothing else is said. */
function settings(home: Record<string, string>): string {
  const { HOME, XDG_CONFIG_HOME, XDG_DATA_HOME, XDG_CACHE_HOME, ...env } = process.env;
  const { stdout, stderr } = spawnSync(process.execPath, [program, 'config'], {
    cwd: folder,
    env: { ...env, ...home },
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  return stdout.split('\n')[0]!;
}

test.runIf(process.platform === 'linux').each<[string, Record<string, string>]>([
  ['unset', {}],
  ['empty', { HOME: '' }],
  ['no whole path', { HOME: 'here' }],
])('with HOME %s the home is the one that the system knows, not the folder one stands in', (_, home) => {
  expect(settings(home)).toBe(path.join(userInfo().homedir, '.config/maqal/config.json'));
  expect(existsSync(path.join(folder, '.config'))).toBe(false);
  expect(existsSync(path.join(folder, 'here'))).toBe(false);
});

test('a HOME that is set is the home', () => {
  expect(settings({ HOME: folder })).toBe(path.join(folder, '.config/maqal/config.json'));
});

test.runIf(process.platform === 'linux')('nor does a user without home and without an entry end it', () => {
  const nobody = `import os from 'node:os'; import { syncBuiltinESMExports } from 'node:module';
    os.userInfo = () => { throw new Error('no entry'); };
    if (!process.env.HOME) os.homedir = () => process.env.HOME || os.userInfo().homedir;
    syncBuiltinESMExports();`;
  const NODE_OPTIONS = `--import=data:text/javascript,${encodeURIComponent(nobody)}`;
  expect(settings({ NODE_OPTIONS })).toBe('/.config/maqal/config.json');
});
