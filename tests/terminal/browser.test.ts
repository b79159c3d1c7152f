import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { browse, browserCommands } from '../../src/terminal/browser.ts';

const address = 'https://example.org/a?b=c&d=$(x)';

test.each([
  [{ BROWSER: 'firefox' }, 'linux', [['firefox', address]]],
  [
    { BROWSER: 'one -new %s:two' },
    'linux',
    [
      ['one', '-new', address],
      ['two', address],
    ],
  ],
  [{ BROWSER: 'w', SSH_TTY: '/dev/pts/1' }, 'linux', [['w', address]]],
  [{ DISPLAY: ':0' }, 'linux', [['xdg-open', address]]],
  [{ DISPLAY: ':0', SSH_CONNECTION: '1' }, 'linux', []],
  [{}, 'linux', []],
  [{ WAYLAND_DISPLAY: 'wayland-0' }, 'linux', [['xdg-open', address]]],
  [{ BROWSER: ' : ', DISPLAY: ':0' }, 'linux', [['xdg-open', address]]],
  [{ BROWSER: ' one  -x ' }, 'linux', [['one', '-x', address]]],
  [{ BROWSER: 'one %s#%s' }, 'linux', [['one', `${address}#${address}`]]],
  [{ TERMUX_VERSION: '1', DISPLAY: ':0' }, 'linux', [['termux-open-url', address]]],
  [{ DISPLAY: ':0' }, 'win32', [['explorer.exe', address]]],
  [{}, 'darwin', [['open', address]]],
  [
    { WSL_DISTRO_NAME: 'x' },
    'linux',
    [
      ['wslview', address],
      ['explorer.exe', address],
    ],
  ],
] as const)('in %j on %s', (environment, platform, commands) => {
  expect(browserCommands(address, environment, platform)).toEqual(commands);
});

test('nothing in an address is an order to what puts it into the command, or too long for it', async () => {
  const orders = "https://example.org/$&$$$`$'$1%s";
  expect(browserCommands(orders, { BROWSER: 'one a=%s' }, 'linux')).toEqual([['one', `a=${orders}`]]);
  expect(await browse(`https://example.org/${'a'.repeat(4e6)}`, { BROWSER: process.execPath })).toBe(false);
});

test('a program takes the address as it is; one that is not there is passed over', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'maqal-browser-'));
  const seen = path.join(folder, 'seen');
  const node = `${process.execPath} -e require('fs').writeFileSync('${seen}',process.argv[1])`;
  const environment = { PATH: process.env.PATH ?? '', BROWSER: `/no/such/browser:${node}` };
  expect(await browse(address, environment)).toBe(true);
  for (let wait = 0; wait < 200 && !existsSync(seen); wait++)
    await new Promise((resolve) => setTimeout(resolve, 25));
  expect(readFileSync(seen, 'utf8')).toBe(address);
  expect(await browse(address, { BROWSER: '/no/such/browser' })).toBe(false);
  // Nothing but the web is handed on.
  expect(await browse('--help', environment)).toBe(false);
  expect(await browse('file:///etc/passwd', environment)).toBe(false);
  rmSync(folder, { recursive: true, force: true });
});
