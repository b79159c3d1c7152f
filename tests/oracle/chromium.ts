// Asks Chromium where it puts each letter of some documents.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { OracleDocument } from './documents.ts';

/** The command of an installed Chromium; undefined where there is none. */
export const chromium: string | undefined = ['chromium', 'chromium-browser', 'google-chrome'].find(
  (name) => spawnSync(name, ['--version'], { timeout: 20_000 }).status === 0,
);

/** Runs in the page: for each document, its rows, each the letters from left to right as they are written. */
const script = `
const texts = JSON.parse(document.getElementById('documents').textContent);
const blocks = new Set('P LI TR PRE H1 H2 H3'.split(' '));
const blockOf = (node) => { let at = node.parentElement; while (at && !blocks.has(at.tagName)) at = at.parentElement; return at; };
function rowsOf(frame) {
  const inside = frame.contentDocument;
  const walker = inside.createTreeWalker(inside.body, NodeFilter.SHOW_TEXT);
  const found = new Map();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const block = blockOf(node);
    if (!block) continue;
    if (!found.has(block)) found.set(block, []);
    for (let at = 0; at < node.data.length; at++) {
      if (/\\s/.test(node.data[at])) continue;
      const range = inside.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const { left, right, bottom } = range.getBoundingClientRect();
      found.get(block).push({ sign: node.data[at], middle: (left + right) / 2, bottom });
    }
  }
  const rows = [];
  for (const signs of found.values()) {
    const lines = [];
    for (const sign of signs) {
      const line = lines.find(({ bottom }) => Math.abs(bottom - sign.bottom) < 8);
      if (line) line.signs.push(sign);
      else lines.push({ bottom: sign.bottom, signs: [sign] });
    }
    for (const { signs: line } of lines.sort((a, b) => a.bottom - b.bottom))
      rows.push(line.sort((a, b) => a.middle - b.middle).map(({ sign }) => sign).join(''));
  }
  return rows;
}
(async () => {
  const all = [];
  for (const text of texts) {
    const frame = document.createElement('iframe');
    frame.style.cssText = 'width:4000px;height:2000px';
    frame.srcdoc = text;
    const loaded = new Promise((done) => { frame.onload = done; });
    document.body.append(frame);
    await loaded;
    all.push(rowsOf(frame));
    frame.remove();
  }
  document.body.textContent = 'ROWS' + btoa(unescape(encodeURIComponent(JSON.stringify(all)))) + 'END';
})();`;

/** The rows of each document as Chromium shows them, without white space. */
export function chromiumRows(documents: readonly OracleDocument[]): string[][] {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'maqal-chromium-'));
  try {
    const page = path.join(folder, 'page.html');
    const list = JSON.stringify(documents.map(({ html }) => html)).replaceAll('<', '\\u003c');
    writeFileSync(
      page,
      `<!doctype html><meta charset="utf-8"><body><script type="application/json" id="documents">${list}</script><script>${script}</script>`,
    );
    const shown = execFileSync(
      chromium!,
      [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        `--user-data-dir=${folder}/profile`,
        '--virtual-time-budget=60000',
        '--dump-dom',
        `file://${page}`,
      ],
      { encoding: 'utf8', timeout: 120_000, maxBuffer: 1 << 26, stdio: ['ignore', 'pipe', 'ignore'] },
    );
    const written = /ROWS([\w+/=]+)END/.exec(shown)![1]!;
    return JSON.parse(Buffer.from(written, 'base64').toString('utf8'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
