import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pty from '@lydell/node-pty';

/** One figure of a benchmark. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

const program = path.resolve(import.meta.dirname, '../../dist/cli.cjs');
const runs = 9;

/** Output has ended when nothing came for so long, in milliseconds. */
const quiet = 30;

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;

/** A program in a pseudo-terminal that answers as a plain VT100 does. */
function open(args: readonly string[], columns: number, rows: number) {
  const { CI: _, ...env } = process.env;
  // Nothing is remembered from one run to the next.
  const home = mkdtempSync(path.join(tmpdir(), 'maqal-bench-'));
  const began = performance.now();
  const child = pty.spawn(process.execPath, [...args], {
    cols: columns,
    rows,
    env: { ...env, TERM: 'xterm-256color', XTERM_VERSION: 'XTerm(379)', XDG_DATA_HOME: home } as Record<
      string,
      string
    >,
  });
  let output = '';
  let last = began;
  child.onData((data) => {
    output += data;
    last = performance.now();
    if (data.includes('\x1b[c')) child.write('\x1b[?62;22c');
  });
  const ended = new Promise<void>((resolve) =>
    child.onExit(() => {
      rmSync(home, { recursive: true, force: true });
      resolve();
    }),
  );
  return {
    child,
    began,
    ended,
    output: () => output,
    /** Milliseconds from `since` to the last byte of the burst that holds what is waited for. */
    async settled(since: number, holds: (output: string) => boolean): Promise<number> {
      while (!(holds(output) && last > since && performance.now() - last > quiet)) {
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
      return last - since;
    },
    /** Milliseconds from the start to the end of the first frame: synchronized output ends there. */
    async first(mark: string): Promise<number> {
      while (!output.includes(mark)) await new Promise((resolve) => setImmediate(resolve));
      return performance.now() - began;
    },
  };
}

async function bare(): Promise<number> {
  const node = open(['-e', 'console.log("maqal")'], 100, 30);
  const time = await node.first('maqal');
  await node.ended;
  return time;
}

async function firstFrame(columns: number, rows: number): Promise<number> {
  const maqal = open([program], columns, rows);
  const time = await maqal.first('\x1b[?2026l');
  await maqal.settled(maqal.began, () => true);
  maqal.child.write('q');
  await maqal.ended;
  return time;
}

async function keys(columns: number, rows: number, key: string): Promise<number> {
  const maqal = open([program], columns, rows);
  await maqal.settled(maqal.began, (output) => output.includes('\x1b[?2026l'));
  // Until Ink and the analysis are there.
  await new Promise((resolve) => setTimeout(resolve, 600));
  const times: number[] = [];
  for (let count = 0; count < 20; count += 1) {
    const since = performance.now();
    maqal.child.write(key);
    times.push(await maqal.settled(since, () => true));
  }
  maqal.child.write('q');
  await maqal.ended;
  return median(times);
}

/** Start-up and key times, from outside: beside bare node, since machines differ. Medians. */
export async function run(): Promise<Figure[]> {
  const nodes: number[] = [];
  const small: number[] = [];
  const large: number[] = [];
  for (let count = 0; count < runs; count += 1) {
    nodes.push(await bare());
    small.push(await firstFrame(100, 30));
    large.push(await firstFrame(200, 50));
  }
  return [
    { name: 'bare node, first output', value: median(nodes), unit: 'ms' },
    { name: 'first frame, 100×30', value: median(small), unit: 'ms' },
    {
      name: 'first frame, 100×30, times bare node',
      value: median(small.map((time, at) => time / nodes[at]!)),
      unit: '×',
    },
    {
      name: 'first frame, 200×50, times bare node',
      value: median(large.map((time, at) => time / nodes[at]!)),
      unit: '×',
    },
    { name: 'a key (j) from outside, 100×30', value: await keys(100, 30, 'j'), unit: 'ms' },
    { name: 'a key (j) from outside, 200×50', value: await keys(200, 50, 'j'), unit: 'ms' },
  ];
}
