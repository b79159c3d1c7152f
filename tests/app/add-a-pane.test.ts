import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { afterAll, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const copy = mkdtempSync(path.join(os.tmpdir(), 'maqal-pane-'));
afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** The blocks of code of docs/panes.md with the file that is named before each. */
function blocks(): { file: string; language: string; code: string }[] {
  const page = readFileSync(path.join(root, 'docs/panes.md'), 'utf8');
  const found = [];
  let file = '';
  for (const match of page.matchAll(/^`(src\/[^`]+)`$|^```(\w+)\n([\s\S]*?)^```$/gm)) {
    if (match[1]) file = match[1];
    else found.push({ file, language: match[2]!, code: match[3]! });
  }
  return found;
}

/** Puts the added lines of a hunk where the lines around them stand, once and only once. */
function applied(source: string, hunk: string): string {
  const lines = hunk.trimEnd().split('\n');
  const before = lines.filter((line) => !line.startsWith('+')).map((line) => line.slice(1));
  const after = lines.map((line) => line.slice(1));
  expect(source.split(`${before.join('\n')}\n`)).toHaveLength(2);
  return source.replace(`${before.join('\n')}\n`, `${after.join('\n')}\n`);
}

const probe = `
import path from 'node:path';
import { frameOf } from './src/app/frame.ts';
import { commandOf } from './src/app/input.ts';
import { mountApp } from './src/app/mount.tsx';
import { createStore } from './src/app/store.ts';
import { openArticle } from './src/article/open.ts';
import { reduce } from './src/panes/reducer.ts';
import { openReader } from './src/reader/state/state.ts';

const text = (row) => row.map((cell) => cell.text).join('');
const preferences = { theme: 'dark', interface: 'ar', tashkeel: 'keep', justify: false };
const article = await openArticle(path.join(process.argv[2], 'content/ar.md'));
const opened = openReader(article, { columns: 100, rows: 30 }, preferences, true);
const state = [1, 1, 1, 1].reduce((now, by) => reduce(now, { type: 'paragraph', by }).state, opened);
const store = createStore(state, () => {});
let shown;
const app = mountApp(store, (frame) => { shown = frame; });
const first = text(frameOf(state).rows[0]);
const same = JSON.stringify(shown.rows.map(text)) === JSON.stringify(frameOf(state).rows.map(text));
const press = commandOf(state, { name: 'press', button: 0, row: 0, column: 99 });
store.dispatch({ type: 'end' });
await new Promise((resolve) => setTimeout(resolve, 0));
const last = text(shown.rows[0]);
app.unmount();
process.stdout.write(JSON.stringify({ first, same, press, last }));
`;

test('the pane of docs/panes.md can be added as the page says, and stands on the screen', async () => {
  cpSync(path.join(root, 'src'), path.join(copy, 'src'), { recursive: true });
  for (const file of ['package.json', 'tsconfig.json']) cpSync(path.join(root, file), path.join(copy, file));
  symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'), 'dir');
  const given = blocks();
  expect(given.map(({ language }) => language)).toEqual(['ts', 'tsx', 'diff', 'diff', 'diff', 'diff']);
  for (const { file, language, code } of given) {
    const target = path.join(copy, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, language === 'diff' ? applied(readFileSync(target, 'utf8'), code) : code);
  }
  execFileSync(path.join(root, 'node_modules/.bin/tsc'), ['--noEmit', '-p', copy], { stdio: 'pipe' });

  writeFileSync(path.join(copy, 'probe.mjs'), probe);
  await build({
    absWorkingDir: copy,
    entryPoints: ['probe.mjs'],
    outfile: 'out.mjs',
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    jsx: 'automatic',
    logLevel: 'error',
    define: { MAQAL_VERSION: '"0"' },
  });
  const out = execFileSync(process.execPath, [path.join(copy, 'out.mjs'), root], {
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production' },
    cwd: copy,
  });
  const { first, same, press, last } = JSON.parse(out) as Record<string, unknown>;
  // From the right, and only as far as has been read; at the end, all across the page.
  expect(first).toMatch(/ ━+$/);
  expect(last).toMatch(/^ *│━+$/);
  expect(same).toBe(true);
  expect(press).toEqual({ type: 'end' });
});
