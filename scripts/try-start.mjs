// Types `npm start` in a pseudo-terminal of 100×30 cells and looks at the screen, as a newcomer does on a fresh clone:
// the article must hang from the right, joined, with its sidebar beside it. Exits with 0 if it does.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';

const [columns, rows] = [100, 30];
const limit = 120_000;

const screen = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
const { CI, ...env } = process.env;
// Nothing is remembered of an earlier start.
const home = mkdtempSync(path.join(tmpdir(), 'maqal-home-'));
const child = spawn('npm', ['start'], {
  name: 'xterm-256color',
  cols: columns,
  rows,
  env: { ...env, MAQAL_TERMINAL: 'visual', XDG_DATA_HOME: home, XDG_CONFIG_HOME: home },
});
screen.onData((data) => child.write(data));
child.onData((data) => screen.write(data));
const ended = new Promise((resolve) => child.onExit(({ exitCode }) => resolve(exitCode)));

const lines = () =>
  Array.from({ length: rows }, (_, row) => screen.buffer.active.getLine(row)?.translateToString(false) ?? '');
/** A row of a terminal that reorders nothing, in logical order. */
const logical = (line) => [...line].reverse().join('').normalize('NFKC');

function wrong() {
  if (screen.buffer.active.type !== 'alternate') return 'the alternate screen is not open';
  const seen = lines();
  const titled = seen.find((line) => logical(line).includes('بغداد وطهران'));
  if (!titled) return 'the title is not there';
  if (titled.trimEnd().length < columns - 4) return 'the title does not stand at the right edge';
  if (!seen.some((line) => line.includes('│'))) return 'there is no rule beside the article';
  if (!seen.some((line) => logical(line.split('│')[0]).includes('رحيم بور')))
    return 'the sidebar lists no speaker';
  return null;
}

const began = Date.now();
while (wrong() && Date.now() - began < limit) await new Promise((resolve) => setTimeout(resolve, 100));
const problem = wrong();
console.log(lines().join('\n'));
child.write('q');
const status = await Promise.race([
  ended,
  new Promise((resolve) => setTimeout(() => resolve('still running'), 5000)),
]);
if (problem || status !== 0) {
  console.error(problem ?? `q ended it with ${status}`);
  child.kill();
  process.exit(1);
}
process.exit(0);
