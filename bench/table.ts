// The table of what a user feels (`npm run bench`), and whether it has become worse (`-- --check`).
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { commandRows, keyRows, type Row, sizeRows, startRows } from './table/rows.ts';

const stored = path.resolve(import.meta.dirname, '../table.json');

/** How much worse than the stored figure a figure may be. */
const allowance = 1.15;

/** Figures by version of Node and name. */
type Table = Record<string, Record<string, { median: number; unit: string }>>;

/** The program of a version of Node: this one, or that of the registry's package for this machine. */
function nodeOf(version: string | undefined): string {
  if (version === undefined) return process.execPath;
  const { platform, arch } = process;
  const name = `node-${platform === 'win32' ? 'win' : platform}-${arch}@${version}`;
  const { stdout } = spawnSync(
    'npm',
    ['exec', '--yes', `--package=${name}`, '-c', 'node -p process.execPath'],
    {
      encoding: 'utf8',
    },
  );
  if (!stdout.trim()) throw new Error(`${name} could not be installed`);
  return stdout.trim().split('\n').at(-1)!;
}

const shown = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toFixed(1));

function print(row: Row): void {
  const { name, unit, figures, aim } = row;
  const { min, median, max } = figures;
  const reached = aim === undefined ? '' : median <= aim ? ` ≤ ${aim}` : ` ≤ ${aim} not reached`;
  console.log(`| ${name} | ${shown(min)} | ${shown(median)} | ${shown(max)} | ${unit} |${reached} |`);
}

/** Measures everything with each version of Node that is named, this one if none is; `runs` counted runs of each. */
export async function table(
  versions: readonly string[],
  runs: number,
  flags: readonly string[],
): Promise<boolean> {
  const before = JSON.parse(readFileSync(stored, 'utf8')) as Table;
  const worse: string[] = [];
  for (const version of versions.length > 0 ? versions : [undefined]) {
    const node = nodeOf(version);
    const major = spawnSync(node, ['-p', 'process.versions.node.split(".")[0]'], {
      encoding: 'utf8',
    }).stdout.trim();
    console.log(
      `\nNode ${major}, ${runs} runs\n\n| what | min | median | max | | to reach |\n| --- | --- | --- | --- | --- | --- |`,
    );
    const figures: Table[string] = {};
    const parts = [startRows, keyRows, sizeRows, commandRows];
    for (const part of parts)
      for (const row of await part(node, runs)) {
        print(row);
        const { median } = row.figures;
        figures[row.name] = { median: Number(median.toFixed(2)), unit: row.unit };
        const known = before[major]?.[row.name]?.median;
        if (row.isChecked && known !== undefined && median > known * allowance)
          worse.push(`Node ${major}: ${row.name}: ${shown(median)} where ${shown(known)} is stored`);
      }
    if (flags.includes('--check') && before[major] === undefined)
      console.error(`nothing is stored for Node ${major} to check against: npm run bench -- --save`);
    before[major] = figures;
  }
  if (flags.includes('--save')) writeFileSync(stored, `${JSON.stringify(before, null, 2)}\n`);
  if (flags.includes('--check')) for (const line of worse) console.error(`worse by more than 15 %: ${line}`);
  return flags.includes('--check') && worse.length > 0;
}
