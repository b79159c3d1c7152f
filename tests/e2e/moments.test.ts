// Ends of every kind at moments that nobody chose: a few here, fifty of each by `npm run endings`, which prints what it
// has counted. After each, the terminal is as it was and what is stored is whole.
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { constants, tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openLibrary } from '../../src/store/library/open.ts';
import { parseRemembered } from '../../src/store/memory/remembered.ts';
import { asItWas, leastOfNode, program, TestTerminal } from './terminal.ts';

const moments = Number(process.env.MAQAL_MOMENTS ?? 2);
/** Milliseconds from the start in which a moment lies: the first page is there after some hundred. */
const span = 2500;

const root = mkdtempSync(path.join(tmpdir(), 'maqal-moments-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const short = path.join(root, 'short.txt');
writeFileSync(short, `عنوان المقال\n\n${'قالت ليلى حداد إن النهر «عاد إلى مجراه» أمس.\n\n'.repeat(300)}`);
/** Long enough to be analyzed by a worker. */
const long = path.join(root, 'long.txt');
writeFileSync(long, `عنوان الكتاب\n\n${'قالت ليلى حداد إن النهر «عاد إلى مجراه» أمس.\n\n'.repeat(8000)}`);

/** What Node itself needs, by its version: open files, and kilobytes, of which it takes more or less at each start. */
const leastFiles = leastOfNode('-n', [20, 21, 22, 23, 24]);
const leastMemory = leastOfNode('-v', [700_000, 800_000, 900_000, 1_000_000, 1_200_000, 1_400_000]) + 300_000;

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const keys = [
  'j',
  'k',
  ' ',
  '/نهر\r',
  'n',
  ']',
  '2',
  '\t',
  '\t',
  'K',
  't',
  'l',
  '\x1b',
  'd',
  'm',
  'a',
  "'a",
  'R',
];

/** Does something in maqal's own process after so many milliseconds, but not before it is maqal: till then it is Node's. */
const inside = (deed: string, delay: number) => ({
  NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(
    `const deed = () => { if (process.listenerCount('uncaughtException') === 0) setTimeout(deed, 5); else { ${deed} } }; setTimeout(deed, ${delay}).unref();`,
  )}`,
});

interface Kind {
  readonly name: string;
  /** What is done at its moment; nothing if it is done from inside. */
  readonly blow?: (terminal: TestTerminal, child: number) => void;
  /** Whether that is a key, which needs somebody to read it. */
  readonly isTyped?: true;
  /** Variables by the moment; a limit of the shell, by the number of the turn. */
  readonly env?: (delay: number) => Record<string, string>;
  readonly limit?: (turn: number) => string;
  readonly source?: string;
  /** The statuses it may end with. */
  readonly ends?: readonly number[];
  /** Whether nobody is there to see the terminal any more. */
  readonly isGone?: true;
  /** What the shell runs in place of the program alone, by the moment. */
  readonly runs?: (delay: number) => string;
  /** Bytes that the disk has for what is stored, by the number of the turn. */
  readonly room?: (turn: number) => number;
  /** What the line on standard error says. */
  readonly says?: RegExp;
}

const leave = '\x1b\x1bq';
const q = (terminal: TestTerminal) => terminal.type(leave);
const says = /maqal: [^\n]*on purpose/;

const kinds: readonly Kind[] = [
  ...(['SIGHUP', 'SIGINT', 'SIGQUIT', 'SIGTERM'] as const).map(
    (name): Kind => ({
      name,
      blow: (_, child) => process.kill(child, name),
      // With status 0 if a key has ended it just before.
      ends: [128 + constants.signals[name], 0],
    }),
  ),
  { name: 'q', blow: q, isTyped: true, ends: [0] },
  { name: 'Ctrl-C', blow: (terminal) => terminal.type('\x03'), isTyped: true, ends: [0, 130] },
  { name: 'a closed terminal', blow: (terminal) => terminal.hangUp(), isGone: true },
  {
    // Without the signal, reading and writing give EIO.
    name: 'a closed terminal, unheard',
    limit: () => "trap '' HUP; ",
    blow: (terminal) => terminal.hangUp(),
    isGone: true,
  },
  { name: 'a dead parent', blow: (terminal) => terminal.kill('SIGKILL'), isGone: true },
  { name: 'an exception', env: (delay) => inside("throw new Error('on purpose')", delay), ends: [70], says },
  {
    name: 'a rejection',
    env: (delay) => inside("Promise.reject(new Error('on purpose'))", delay),
    ends: [70],
    says,
  },
  {
    name: 'a worker that dies',
    source: long,
    env: (delay) => ({
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(`process.on('worker', (worker) => setTimeout(() => worker.terminate(), ${Math.round(delay / 10)}));`)}`,
    }),
    blow: q,
    isTyped: true,
    ends: [0],
  },
  {
    name: 'files that may not grow',
    limit: (turn) => `ulimit -f ${turn * 3}; `,
    blow: q,
    isTyped: true,
    ends: [0],
  },
  {
    name: 'too few files',
    limit: (turn) => `ulimit -n ${leastFiles + turn * 2}; `,
    blow: q,
    isTyped: true,
    ends: [0, 2],
  },
  {
    name: 'too little memory',
    limit: (turn) => `ulimit -v ${leastMemory + turn * 300_000}; `,
    blow: q,
    isTyped: true,
    ends: [0, 2],
  },
  { name: 'a full disk', room: (turn) => turn * 4096, blow: q, isTyped: true, ends: [0] },
  {
    name: 'a reader of a pipe that leaves',
    source: long,
    runs: (delay) =>
      `"$0" "$1" print "$2" | { sleep ${delay / 1000}; head -c 1000 >/dev/null; }; exit "\${PIPESTATUS[0]}"`,
    ends: [0],
  },
];

/** A disk of its own for what is stored, with some room; undefined where that takes more rights than one has. */
function smallDisk(home: string, room: number): (() => void) | undefined {
  const size = Math.max(room, 4096) + 64 * 1024;
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', home]).status !== 0) return undefined;
  const { bavail, bsize } = statfsSync(home);
  writeFileSync(path.join(home, 'filler'), Buffer.alloc(Math.max(0, bavail * bsize - room)));
  return () => void spawnSync('umount', [home]);
}
const mayMount = process.getuid?.() === 0 && isMounting();

function isMounting(): boolean {
  const folder = mkdtempSync(path.join(tmpdir(), 'maqal-disk-'));
  const free = smallDisk(folder, 0);
  free?.();
  rmSync(folder, { recursive: true });
  return free !== undefined;
}

/** A shell that writes down the settings of the line before and after, as stty has them, and ends as its child does. */
const script = (limit: string, runs = 'exec "$0" "$@"') =>
  `stty -g >"$MAQAL_BEFORE"; (echo "$BASHPID" >"$MAQAL_CHILD"; ${limit}${runs}); ended=$?; stty -g >"$MAQAL_AFTER"; exit $ended`;

/** The process of the program, as the shell has written it down before it became that. */
async function childIn(file: string): Promise<number> {
  for (;;) {
    const said = existsSync(file) ? readFileSync(file, 'utf8') : '';
    if (said.endsWith('\n')) return Number(said);
    await wait(2);
  }
}

async function once(kind: Kind, turn: number, home: string): Promise<void> {
  const delay = Math.round(Math.random() * span);
  const [before, after, started] = [
    path.join(root, 'before'),
    path.join(root, 'after'),
    path.join(root, 'child'),
  ];
  rmSync(started, { force: true });
  const env = {
    XDG_DATA_HOME: home,
    XDG_CONFIG_HOME: home,
    MAQAL_BEFORE: before,
    MAQAL_AFTER: after,
    MAQAL_CHILD: started,
    ...kind.env?.(delay),
  };
  const words = [
    '-c',
    script(kind.limit?.(turn) ?? '', kind.runs?.(delay)),
    process.execPath,
    program,
    kind.source ?? short,
  ];
  const terminal = new TestTerminal(words, { env, command: 'bash' });
  try {
    const child = await childIn(started);
    // What is typed before the terminal is taken, or after it was given back, is echoed by the line itself.
    if (kind.isTyped) await terminal.until(({ alternate, exited }) => alternate || exited !== null);
    const death = Date.now() + delay;
    let typed = '';
    const typingEnds = kind.blow ? death : death - 300;
    while (Date.now() < death && !terminal.exited) {
      if (terminal.alternate && Date.now() < typingEnds) {
        const key = keys[Math.floor(Math.random() * keys.length)]!;
        terminal.type(key);
        typed += key;
      }
      await wait(Math.min(10 + Math.random() * 60, Math.max(1, death - Date.now())));
    }
    if (!terminal.exited) kind.blow?.(terminal, child);
    if (kind.blow === q) typed += leave;
    // A prompt may have taken the key.
    const again = setInterval(() => kind.isTyped && terminal.alternate && kind.blow?.(terminal, child), 3000);
    const over = await Promise.race([terminal.end().then(() => true), wait(30_000).then(() => false)]);
    clearInterval(again);
    expect(over, 'no end within 30 seconds').toBe(true);
    const { exitCode } = terminal.exited!;
    if (kind.isGone) return await isOver(child);
    expect(kind.ends, `ended by ${exitCode}`).toContain(exitCode);
    asItWas(terminal);
    // What was typed while it ended by itself is echoed by the line.
    if (terminal.cursor.column > 0 && exitCode === 2) expect(typed).toContain(lastLine(terminal.output));
    else expect(terminal.cursor.column).toBe(0);
    expect(readFileSync(after, 'utf8')).toBe(readFileSync(before, 'utf8'));
    const shown = terminal.lines().filter((row) => row.trim() !== '');
    if (kind.says) expect(terminal.output).toMatch(kind.says);
    else if (exitCode === 0) expect(shown).toEqual([]);
    expect(terminal.output).not.toMatch(/ at .*\.js:\d+/);
  } finally {
    terminal.dispose();
  }
}

/** What stands behind the last line break; an Escape that is echoed is two signs. */
const lastLine = (output: string): string =>
  output.slice(output.lastIndexOf('\n') + 1).replaceAll('^[', '\x1b');

/** The program itself has ended too, though nobody is there any more. */
async function isOver(child: number): Promise<void> {
  const isThere = () => {
    try {
      return process.kill(child, 0);
    } catch {
      return false;
    }
  };
  for (const end = Date.now() + 30_000; isThere() && Date.now() < end; ) await wait(20);
  expect(isThere(), 'still running').toBe(false);
}

/** What is stored is whole: every place can be read, nothing half written is left, nothing was set aside. */
async function expectWhole(home: string): Promise<number> {
  const data = path.join(home, 'maqal');
  const places = path.join(data, 'places');
  let read = 0;
  if (existsSync(places))
    for (const name of readdirSync(places)) {
      expect(name).not.toMatch(/\.(?:broken|new)/);
      const text = readFileSync(path.join(places, name), 'utf8');
      // The others say which text a source had last.
      if (name !== 'last.json' && text.startsWith('{')) expect(parseRemembered(text)).not.toBeNull();
      else expect(text).not.toBe('');
      read++;
    }
  if (!existsSync(data)) return read;
  const notices: unknown[] = [];
  const library = await openLibrary(data, (notice) => notices.push(notice));
  for (const { source } of await library.list('kept', 0, 100))
    expect((await library.article(source))?.article.text).toBe(readFileSync(source, 'utf8'));
  await library.close();
  expect(notices).toEqual([]);
  return read;
}

test.each(kinds.filter(({ room }) => !room || mayMount))(
  '$name, at any moment',
  { timeout: moments * 40_000 },
  async (kind) => {
    const home = path.join(root, kind.name.replaceAll(/\W+/g, '-'));
    mkdirSync(home);
    let stored = 0;
    for (let turn = 0; turn < moments; turn++) {
      if (kind.room) {
        const free = smallDisk(home, kind.room(turn));
        const copy = `${home}-${turn}`;
        try {
          await once(kind, turn, home);
          // The library is opened where there is room for that.
          if (existsSync(path.join(home, 'maqal'))) cpSync(home, copy, { recursive: true });
        } finally {
          free?.();
        }
        stored += await expectWhole(copy);
        continue;
      }
      await once(kind, turn, home);
      stored += await expectWhole(home);
    }
    const looked = kind.isGone ? 'nobody left to see the terminal' : 'the terminal as before after each';
    if (process.env.MAQAL_MOMENTS)
      console.log(`${kind.name}: ${moments} ends, ${looked}, ${stored} stored files read whole`);
  },
);
