// The table of what a user feels (`npm run bench`), and whether it has become worse (`-- --check`).
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { checked, type Verdict } from './table/check.ts';
import { document, head, lineOf } from './table/document.ts';
import { type Growth, growthAt, lengths } from './table/growth.ts';
import { commandRows, keyRows, type Row, sizeRows, startRows, typedRows } from './table/rows.ts';

const stored = path.resolve(import.meta.dirname, '../table.json');

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

/** Measures everything with each version of Node that is named, this one if none is; `runs` counted runs of each. */
export async function table(
  versions: readonly string[],
  runs: number,
  flags: readonly string[],
): Promise<boolean> {
  const before = JSON.parse(readFileSync(stored, 'utf8')) as Table;
  const verdicts: Verdict[] = [];
  const tables = new Map<string, Row[]>();
  const growth: Growth[] = [];
  for (const version of versions.length > 0 ? versions : [undefined]) {
    const node = nodeOf(version);
    const major = spawnSync(node, ['-p', 'process.versions.node.split(".")[0]'], {
      encoding: 'utf8',
    }).stdout.trim();
    console.log(`\nNode ${major}, ${runs} runs\n\n${head}`);
    const rows: Row[] = [];
    tables.set(major, rows);
    const figures: Table[string] = {};
    const parts = [startRows, keyRows, typedRows, sizeRows, commandRows];
    for (const part of parts)
      for (const row of await part(node, runs)) {
        rows.push(row);
        console.log(lineOf(row));
        const { median } = row.figures;
        figures[row.name] = { median: Number(median.toFixed(2)), unit: row.unit };
      }
    verdicts.push(checked(major, rows, before[major]));
    before[major] = figures;
    if (!flags.includes('--save')) continue;
    // After each version: what has been measured is not lost where the next one fails.
    writeFileSync(stored, `${JSON.stringify(before, null, 2)}\n`);
    document(tables, []);
  }
  if (flags.includes('--save')) {
    console.log('\nby length of the text');
    for (const bytes of lengths) {
      const one = await growthAt(nodeOf(versions[0]), bytes);
      growth.push(one);
      console.log(JSON.stringify(one));
    }
    document(tables, growth);
  }
  if (!flags.includes('--check')) return false;
  for (const { worse, missing } of verdicts) {
    for (const line of missing) console.error(`stored, but not measured: ${line}`);
    for (const line of worse) console.error(`worse by more than 15 %: ${line}`);
  }
  return verdicts.some(({ worse }) => worse.length > 0);
}
