// The rows of the table: what a user feels, beside what else is on the machine.
import path from 'node:path';
import { cost, installed, peakOf, percentile99, type Spread, spreadOf } from './measure.ts';
import { frameEnd, Program, pause } from './program.ts';
import { article, manyFiles, textOf } from './texts.ts';

/** A figure of the table. */
export interface Row {
  readonly name: string;
  readonly unit: '×' | 'ms' | 'bytes' | 'MiB' | 's';
  readonly figures: Spread;
  /** What it should be at most. */
  readonly aim?: number;
  /** Whether a worse figure than the stored one is a fault: ratios and bytes, not times and sizes of one machine. */
  readonly isChecked?: boolean;
}

const program = path.resolve(import.meta.dirname, '../../dist/cli.cjs');
const small = [100, 30] as const;
const large = [200, 50] as const;

const alone = (value: number): Spread => ({ min: value, median: value, max: value });

/** Runs both in turn and gives the ratios. */
async function ratios(
  runs: number,
  ours: () => Promise<number> | number,
  theirs: () => Promise<number> | number,
): Promise<Spread> {
  const found: number[] = [];
  for (let run = 0; run < runs; run++) {
    const a = await ours();
    found.push(a / (await theirs()));
  }
  return spreadOf(found);
}

async function bareNode(node: string): Promise<number> {
  const bare = new Program([node, '-e', 'process.stdout.write("x")'], ...small);
  const time = await bare.shown('x');
  await bare.end('');
  return time;
}

async function firstPage(
  node: string,
  file: string,
  [columns, rows]: readonly [number, number],
): Promise<number> {
  const maqal = new Program([node, program, file], columns, rows);
  const time = await maqal.shown(frameEnd);
  await maqal.end('q');
  return time;
}

/** The first page. */
export async function startRows(node: string, runs: number): Promise<Row[]> {
  const big = textOf(10_000_000);
  const row = (name: string, figures: Spread, aim: number): Row => ({
    name,
    unit: '×',
    figures,
    aim,
    isChecked: true,
  });
  const bare = () => bareNode(node);
  return [
    row(
      'first page, 100×30, beside bare node',
      await ratios(runs, () => firstPage(node, article, small), bare),
      1.4,
    ),
    row(
      'first page, 200×50, beside bare node',
      await ratios(runs, () => firstPage(node, article, large), bare),
      1.6,
    ),
    row(
      'first page of 10 MB, beside that of an article',
      await ratios(
        runs,
        () => firstPage(node, big, small),
        () => firstPage(node, article, small),
      ),
      1.3,
    ),
  ];
}

/** Milliseconds of keys pressed one after the other as soon as the page stands, for a second. */
async function firstKeys(node: string): Promise<number[]> {
  const maqal = new Program([node, program, article], ...small);
  await maqal.shown(frameEnd);
  const times: number[] = [];
  const end = performance.now() + 1000;
  while (performance.now() < end) {
    times.push((await maqal.press(times.length % 16 < 8 ? 'j' : 'k', frameEnd)).time);
    await pause(20);
  }
  await maqal.end('q');
  return times;
}

async function steadyKeys(
  command: readonly string[],
  [columns, rows]: readonly [number, number],
  keys: readonly string[],
  quit: string,
  mark?: string,
): Promise<{ times: number[]; bytes: number[]; peak: number | undefined }> {
  const reader = new Program(command, columns, rows);
  await reader.settled();
  await pause(4000);
  const times: number[] = [];
  const bytes: number[] = [];
  for (const key of keys) {
    const pressed = await reader.press(key, mark);
    times.push(pressed.time);
    bytes.push(pressed.bytes);
    await pause(20);
  }
  const peak = reader.peak();
  await reader.end(quit);
  return { times, bytes, peak };
}

const forthAndBack = Array.from({ length: 60 }, (_, count) => (count % 20 < 10 ? 'j' : 'k'));

/** Milliseconds of each letter of a word typed into the prompt of 10 MB, until its frame or until nothing more is written. */
async function typedLetters(node: string, mark?: string): Promise<number[]> {
  const maqal = new Program([node, program, textOf(10_000_000)], ...small);
  await maqal.settled();
  await pause(4000);
  await maqal.press('/', frameEnd);
  const times: number[] = [];
  for (const letter of 'الحكومة') {
    times.push((await maqal.press(letter, mark)).time);
    await pause(500);
  }
  await maqal.press('\x1b', frameEnd);
  await maqal.end('q');
  return times;
}

/** A search as one types. */
export async function typedRows(node: string): Promise<Row[]> {
  const row = (name: string, times: readonly number[], aim: number): Row => ({
    name,
    unit: 'ms',
    figures: spreadOf(times),
    aim,
  });
  return [
    row('a letter of a search in 10 MB, until the first hit', await typedLetters(node, frameEnd), 50),
    row('a letter of a search in 10 MB, until all are counted', await typedLetters(node), 250),
  ];
}

/** Keys: in the first second, and when all is loaded. */
export async function keyRows(node: string, runs: number): Promise<Row[]> {
  const early: number[] = [];
  for (let run = 0; run < runs; run++) early.push(...(await firstKeys(node)));
  const list: Row[] = [
    { name: 'a key in the first second, median', unit: 'ms', figures: spreadOf(early), aim: 16 },
    {
      name: 'a key in the first second, the slowest',
      unit: 'ms',
      figures: alone(Math.max(...early)),
      aim: 33,
    },
  ];
  for (const [name, file, size] of [
    ['100×30', article, small],
    ['200×50', article, large],
    ['100×30, 10 MB', textOf(10_000_000), small],
  ] as const) {
    const { times } = await steadyKeys([node, program, file], size, forthAndBack, 'q', frameEnd);
    list.push(
      { name: `a key, ${name}`, unit: 'ms', figures: spreadOf(times), aim: 6 },
      { name: `a key, ${name}, 99 of 100 within`, unit: 'ms', figures: alone(percentile99(times)), aim: 16 },
    );
  }
  for (const [name, command, down, up, quit] of [
    ['emacs', ['emacs', '-nw', '-Q', article], '\x0e', '\x10', '\x18\x03'],
    ['less', ['less', article], 'j', 'k', 'q'],
  ] as const) {
    if (!installed(name)) continue;
    const keys = forthAndBack.map((key) => (key === 'j' ? down : up));
    const { times } = await steadyKeys(command, small, keys, quit);
    list.push({ name: `a key in ${name}, for comparison`, unit: 'ms', figures: spreadOf(times) });
  }
  return list;
}

/** What is written for a key, and what is held in memory. */
export async function sizeRows(node: string): Promise<Row[]> {
  const { bytes, peak } = await steadyKeys(
    [node, program, article],
    small,
    new Array<string>(16).fill('j'),
    'q',
    frameEnd,
  );
  const big = textOf(10_000_000);
  const read = new Program([node, program, big], ...small);
  await read.shown(frameEnd);
  await pause(300);
  const afterReading = read.peak();
  // The tabs show their numbers once the analysis is there.
  for (let waited = 0; !/[٠-٩]{2,}/u.test(read.output.slice(-20_000)) && waited < 60; waited++)
    await pause(500);
  await pause(15_000);
  const atMost = read.peak();
  const afterAnalysis = read.resident();
  await read.end('q');
  const memory = (name: string, value: number | undefined, aim: number): Row[] =>
    value === undefined ? [] : [{ name: `memory: ${name}`, unit: 'MiB', figures: alone(value), aim }];
  return [
    {
      name: 'bytes of a step within the page',
      unit: 'bytes',
      figures: spreadOf(bytes.slice(0, 4)),
      aim: 600,
      isChecked: true,
    },
    {
      name: 'bytes of a step that scrolls',
      unit: 'bytes',
      figures: spreadOf(bytes.slice(6)),
      aim: 3500,
      isChecked: true,
    },
    ...memory('an article', peak, 95),
    ...memory('10 MB, read', afterReading, 140),
    ...memory('10 MB, analyzed', afterAnalysis, 200),
    ...memory('10 MB, most while it is analyzed', atMost, 200),
  ];
}

/** Whole commands. */
export async function commandRows(node: string, runs: number): Promise<Row[]> {
  const list: Row[] = [];
  const big = textOf(10_000_000);
  const few = Math.min(3, runs);
  const print = `${node} ${program} print --terminal visual --width 80 ${big}`;
  if (installed('fribidi')) {
    const fribidi = `fribidi --rtl --width 80 ${big}`;
    const figures = await ratios(
      few,
      () => cost(print).cpu,
      () => cost(fribidi).cpu,
    );
    list.push({ name: 'print of 10 MB, beside fribidi (CPU)', unit: '×', figures, aim: 6, isChecked: true });
  }
  const peak = peakOf(print);
  if (peak) list.push({ name: 'memory: print of 10 MB', unit: 'MiB', figures: alone(peak), aim: 120 });
  const files = manyFiles(5000);
  if (installed('rg'))
    for (const [where, word, aim] of [
      ['a word of none', 'قسطنطينية', 8],
      ['a word of all', 'العراق', undefined],
    ] as const) {
      // Nothing found is a status of 1.
      const figures = await ratios(
        few,
        () => cost(`${node} ${program} search ${word} ${files}/*.txt || true`).cpu,
        () => cost(`rg ${word} ${files} || true`).cpu,
      );
      const name = `search of 5,000 files, ${where}, beside rg (CPU)`;
      list.push({ name, unit: '×', figures, ...(aim === undefined ? {} : { aim }), isChecked: true });
    }
  // Once: it takes as long as all the rest.
  const analyze = alone(cost(`${node} ${program} analyze --json ${big}`).wall);
  list.push({ name: 'analysis of 10 MB, to JSON', unit: 's', figures: analyze, aim: 5 });
  return list;
}
