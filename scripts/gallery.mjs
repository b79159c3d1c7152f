// Draws every golden frame with its colors as SVG into gallery/, with a page that shows them all (`npm run gallery`):
// to see a change of looks before and after.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const folder = path.join(root, 'gallery');
const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);
const { status } = spawnSync(process.execPath, [vitest, 'run', 'tests/frames'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, MAQAL_GALLERY: folder },
});

const pictures = readdirSync(folder).filter((name) => name.endsWith('.svg'));
const figures = pictures.map(
  (name) =>
    `<figure><figcaption>${name.slice(0, -4)}</figcaption><img src="${name}" loading="lazy"></figure>`,
);
const page = path.join(folder, 'index.html');
writeFileSync(
  page,
  `<!doctype html><meta charset="utf-8"><title>maqal: frames</title>\n${figures.join('\n')}\n`,
);
console.log(`${pictures.length} frames: ${page}`);
process.exit(status ?? 1);
