// Uses the program for long, as its users do: npm run soak -- [--seconds N] [--seed S]. In a pseudo-terminal: random keys,
// resizes, searches, articles of 1 kB to 10 MB opened from the library. Memory in use (after a collection) and open files
// are counted after a warm-up and at the end, each time when all articles have been opened and searched once more and the
// smallest is on the screen: so what is kept at hand is the same. Ends with status 1 if memory has grown by more than a
// fifth, files have, a key was not answered, or Node has warned of something. Linux, whose /proc has the figures.
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '120' }, seed: { type: 'string', default: '1' } },
});
const seconds = Number(values.seconds);
/** Milliseconds after which a key counts as unanswered: that it never is, is looked for, and the machine may be busy. */
const patience = 60_000;
/** Seconds of random use before the first figures. */
const warmUp = Math.min(60, seconds / 3);
/** Seconds between two lines of figures. */
const interval = Math.max(60, seconds / 12);
/** By how much memory may grow after it. */
const mostGrowth = 0.2;

const program = path.resolve(import.meta.dirname, '../dist/cli.cjs');
const home = mkdtempSync(path.join(tmpdir(), 'maqal-soak-'));
const told = path.join(home, 'told');
const log = path.join(home, 'log');

/** A whole number below `limit` that looks random (mulberry32). */
let state = Number(values.seed) >>> 0;
function below(limit) {
  state = (state + 0x6d2b79f5) >>> 0;
  let mixed = Math.imul(state ^ (state >>> 15), state | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
}
const pick = (list) => list[below(list.length)];
const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const { CI, ...inherited } = process.env;
const env = {
  ...inherited,
  TERM: 'xterm-256color',
  LANG: 'C.UTF-8',
  MAQAL_TERMINAL: 'visual',
  MAQAL_SOAK: told,
  MAQAL_LOG: log,
  XDG_DATA_HOME: home,
  XDG_CONFIG_HOME: home,
};

/** Bytes of the articles; the last to be kept, the smallest, comes first in the library. */
const sizes = [10_000_000, 1_000_000, 300_000, 100_000, 30_000, 10_000, 1000];

function article(bytes) {
  const names = ['سامي الحلبي', 'ليلى حداد', 'كريم شاهين', 'هدى منصور'];
  const parts = [`مقال من ${bytes} بايت\n\n`];
  for (let at = 1, length = 0; length < bytes; at++) {
    const part = `${at % 20 === 0 ? `## فصل ${at}\n\n` : ''}قالت الوزيرة ${names[at % 4]} في بغداد يوم ${(at % 28) + 1} مايو 2024: «انتهى العمل رقم ${at} على ضفة النهر». وأضافت (by phone) أن الطريق مفتوح.\n\n`;
    length += Buffer.byteLength(part);
    parts.push(part);
  }
  const file = path.join(home, `${bytes}.md`);
  writeFileSync(file, parts.join(''));
  return file;
}

const files = sizes.map(article);
for (const file of files) {
  const { status, stderr } = spawnSync(process.execPath, [program, 'library', 'add', file], { env });
  if (status !== 0) throw new Error(String(stderr));
}

/** At SIGUSR2 the program collects what it does not need and writes down what it uses. */
const inside = `import { writeFileSync } from 'node:fs';
process.on('SIGUSR2', () => {
  gc(); gc();
  const { heapUsed, external, rss } = process.memoryUsage();
  writeFileSync(process.env.MAQAL_SOAK, JSON.stringify({ used: heapUsed + external, rss }));
});`;
let [columns, rows] = [100, 30];
const screen = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
const child = spawn(
  process.execPath,
  [
    '--expose-gc',
    `--import=data:text/javascript,${encodeURIComponent(inside)}`,
    program,
    '--ui',
    'en',
    files.at(-1),
  ],
  { name: 'xterm-256color', cols: columns, rows, env },
);
let hasEnded = null;
child.onExit(({ exitCode, signal }) => {
  hasEnded = `status ${exitCode}, signal ${signal}`;
});
screen.onData((data) => child.write(data));
child.onData((data) => screen.write(data));

const counts = { keys: 0, opened: 0, searches: 0, resizes: 0, probes: 0, unanswered: 0 };

/** What is said of the last steps when a key is not answered. */
const lately = [];

/** The end of the program's log, which has the trace of an exception. */
const lastWords = () =>
  existsSync(log) ? readFileSync(log, 'utf8').trimEnd().split('\n').slice(-40).join('\n') : '';

async function type(keys, pause = 10 + below(30)) {
  if (hasEnded)
    throw new Error(`the program has ended: ${hasEnded}; last typed: ${lately.join(' ')}\n${lastWords()}`);
  child.write(keys);
  counts.keys += keys.length;
  lately.push(JSON.stringify(keys));
  if (lately.length > 30) lately.shift();
  await wait(pause);
}

const shown = () =>
  Array.from({ length: rows }, (_, row) => screen.buffer.active.getLine(row)?.translateToString(true) ?? '');

async function until(holds, limit = patience) {
  for (const end = Date.now() + limit; Date.now() < end; await wait(10)) if (holds()) return true;
  return false;
}

/** Leaves whatever is open; an Esc with a key close behind it would be Alt and that key. */
async function leave() {
  for (let count = 0; count < 3; count++) await type('\x1b', 80);
}

/** Looks whether a key is answered: help comes, and goes. */
async function probe() {
  await leave();
  const isHelp = () => shown().some((line) => /Moving|next paragraph/.test(line));
  for (const [key, isDone] of [
    ['?', isHelp],
    ['\x1b', () => !isHelp()],
  ]) {
    counts.probes++;
    await type(key, 0);
    if (await until(isDone)) continue;
    counts.unanswered++;
    console.log(`not answered: ${lately.join(' ')}\n${shown().join('\n')}`);
  }
  await wait(80);
}

/** Opens the article with that number of the library. */
async function open(number) {
  await leave();
  for (const key of ['l', '2', 'g', ...'j'.repeat(number), '\r']) await type(key, 60);
  counts.opened++;
  await wait(300);
}

function resize() {
  [columns, rows] = [60 + below(120), 16 + below(40)];
  screen.resize(columns, rows);
  child.resize(columns, rows);
  counts.resizes++;
}

const keys = [
  ...'jjjjkkk  bbdunN][}{gGsfFert1234wza<>C*#vyYHLR',
  '\t',
  '\t',
  '\r',
  '\x1b[A',
  '\x1b[B',
  '\x1b[C',
  '\x1b[D',
  '\x0f',
  '\x1b',
  'ma',
  "'a",
  '5j',
];
const words = ['النهر', 'بغداد', 'phone', 'العمل رقم 7', 'ليس هنا'];

/** A step of a user. */
async function step() {
  const what = below(100);
  if (what < 3) return open(below(sizes.length));
  if (what < 6) return resize();
  if (what < 10) {
    counts.searches++;
    await leave();
    await type(pick(['/', 'l/']));
    await type(pick(words));
    return type('\r');
  }
  await type(pick(keys));
}

async function use(milliseconds) {
  for (const end = Date.now() + milliseconds; Date.now() < end; ) {
    for (let count = 0; count < 40 && Date.now() < end; count++) await step();
    await probe();
  }
}

/** Waits until the program does nothing: what it was asked for is analyzed, kept and drawn. A minute is enough. */
async function rest() {
  const ticks = () => {
    const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return Number(fields[11]) + Number(fields[12]);
  };
  for (let calm = 0, seconds = 0; calm < 3 && seconds < 60; seconds++) {
    const before = ticks();
    await wait(1000);
    // Ticks are hundredths of a second.
    calm = ticks() - before < 5 ? calm + 1 : 0;
  }
}

/** How many paragraphs the article on the screen has, as the status line says. */
const paragraphs = () => /paragraph \d+ of (\d+)/.exec(shown().at(-1))?.[1];
/** Whether the status line comes to say that: what an earlier key has asked for may be told there until the next one. */
async function stands() {
  for (const end = Date.now() + patience; Date.now() < end; await type('\x1b', 80))
    if (await until(() => paragraphs() !== undefined, 2000)) return true;
  return false;
}
/** Those of the smallest, with which the program was started. */
let fewest;
const isSmallest = () => fewest !== undefined && paragraphs() === fewest;

/** Opens and searches each article, and ends in the smallest. */
async function round() {
  // A key may have fetched another one anew, which then comes first in the library.
  const order = sizes.map((_, at) => at).reverse();
  for (const number of order) {
    await open(number);
    if (!(await stands())) throw new Error(`nothing opens: ${shown().at(-1)}`);
    for (const key of ['/', words[0], '\r', '\x1b']) await type(key, 200);
  }
  for (const number of order.reverse()) {
    if (await until(isSmallest, 1000)) return;
    await open(number);
  }
  if (!(await until(isSmallest, 3000))) throw new Error(`the small article does not open: ${shown().at(-1)}`);
}

/** What the program uses while it rests, the small article open. */
async function figures() {
  await round();
  await rest();
  rmSync(told, { force: true });
  process.kill(child.pid, 'SIGUSR2');
  if (!(await until(() => existsSync(told) && readFileSync(told, 'utf8').endsWith('}'))))
    throw new Error('the program says nothing of its memory');
  return { ...JSON.parse(readFileSync(told, 'utf8')), files: await openFiles() };
}

/** What is open, by name: the least of two seconds, since a worker or a file that is being written comes and goes. */
async function openFiles() {
  let least = [];
  for (let count = 0; count < 20; count++, await wait(100)) {
    const folder = `/proc/${child.pid}/fd`;
    const names = readdirSync(folder).flatMap((name) => {
      try {
        return readlinkSync(path.join(folder, name)).replace(/:\[.*/, '');
      } catch {
        // Closed meanwhile.
        return [];
      }
    });
    if (count === 0 || names.length < least.length) least = names;
  }
  return heldOnce(least.sort());
}

/**
 * With the library's file once. When a worker that has kept a book closes it, SQLite holds the descriptor back for the next one that
 * opens it: closing it would end the locks that the program has on the same file (os_unix.c, `setPendingFd`).
 */
function heldOnce(names) {
  return names.filter((name, at) => !(name.endsWith('/library.db') && name === names[at - 1]));
}

const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
const tell = (when, { used, rss, files: open }) =>
  console.log(`${when}: ${megabytes(used)} in use, ${megabytes(rss)} resident, ${open.length} open files`);

try {
  await stands();
  fewest = paragraphs();
  await round();
  await use(warmUp * 1000);
  const before = await figures();
  tell('after the warm-up', before);
  let after = before;
  for (let left = seconds - warmUp; left > 0; left -= interval) {
    await use(Math.min(left, interval) * 1000);
    after = await figures();
    tell(left > interval ? 'still in use' : 'at the end', after);
    if (after.files.length > before.files.length) console.log(`open now: ${after.files.join(' ')}`);
  }
  console.log(
    `${counts.keys} keys, ${counts.opened} articles opened, ${counts.searches} searches, ${counts.resizes} resizes; ` +
      `${counts.unanswered} of ${counts.probes} keys looked at were not answered`,
  );
  await leave();
  await type('q');
  const hasLeft = await until(() => hasEnded !== null);
  if (!hasLeft) console.log('q does not end it');
  const growth = after.used / before.used - 1;
  console.log(`memory in use ${growth < 0 ? 'fell' : 'grew'} by ${Math.abs(growth * 100).toFixed(1)} %`);
  // What Node complains of: a listener too many, say.
  const warnings = readFileSync(log, 'utf8').match(/^ *[\d.]+ warning .*$/gm) ?? [];
  for (const warning of warnings) console.log(warning);
  const hasMoreFiles = after.files.length > before.files.length;
  if (hasMoreFiles) console.log(`open before: ${before.files.join(' ')}`);
  const isWell = growth <= mostGrowth && !hasMoreFiles && counts.unanswered === 0 && warnings.length === 0;
  if (!isWell || !hasLeft) process.exitCode = 1;
} finally {
  if (!hasEnded) child.kill('SIGKILL');
  rmSync(home, { recursive: true, force: true });
}
