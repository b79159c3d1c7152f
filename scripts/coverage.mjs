// What the tests run of src/, in their own process and in the programs that they start: npm run coverage -- [TESTS…].
// Node writes down what each of those has run of a bundle that keeps the branches of its sources and has source maps;
// by these it is added to what vitest has counted. A page is made in coverage/, and a summary printed. dist/ is built
// anew at the end.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { mergeProcessCovs } from '@bcoe/v8-coverage';
import { convert } from 'ast-v8-to-istanbul';
import coverage from 'istanbul-lib-coverage';
import { createContext } from 'istanbul-lib-report';
import reports from 'istanbul-reports';
import { parseAst } from 'vitest/node';

const root = path.resolve(import.meta.dirname, '..');
const dist = path.join(root, 'dist');
const folder = path.join(root, 'coverage');
const told = mkdtempSync(path.join(tmpdir(), 'maqal-coverage-'));

function run(args, env) {
  return spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } })
    .status;
}

/** What all the programs have run of each file of dist/. */
function programs() {
  let merged = { result: [] };
  const some = [];
  const join = () => {
    merged = mergeProcessCovs([merged, ...some.splice(0)]);
  };
  for (const name of readdirSync(told)) {
    try {
      const { result } = JSON.parse(readFileSync(path.join(told, name), 'utf8'));
      some.push({ result: result.filter(({ url }) => url.startsWith('file:') && isBuilt(url)) });
    } catch {
      // Half written: that program was killed, or its disk was full on purpose.
    }
    if (some.length >= 50) join();
  }
  join();
  return merged.result;
}

const isBuilt = (url) => fileURLToPath(url).startsWith(dist + path.sep);
const at = ({ line, column }) => `${line}:${column}`;

/** Adds the counts of a program to those of the tests, where both know the same place of the source. */
function add(known, found) {
  let both = 0;
  const places = (map, place) => new Map(Object.entries(map).map(([id, entry]) => [at(place(entry)), id]));
  const each = (map, place, counts, use) => {
    const there = places(known[map], place);
    for (const [id, entry] of Object.entries(found[map])) {
      const own = there.get(at(place(entry)));
      if (own === undefined) continue;
      both++;
      use(own, found[counts][id]);
    }
  };
  const plus = (kind) => (id, count) => {
    known[kind][id] += count;
  };
  each('statementMap', ({ start }) => start, 's', plus('s'));
  each('fnMap', ({ loc }) => loc.start, 'f', plus('f'));
  each(
    'branchMap',
    ({ loc }) => loc.start,
    'b',
    (id, counts) => {
      if (counts.length === known.b[id].length)
        known.b[id] = known.b[id].map((count, index) => count + counts[index]);
    },
  );
  return [both, ...['statementMap', 'fnMap', 'branchMap'].map((map) => Object.keys(found[map]).length)];
}

try {
  rmSync(folder, { recursive: true, force: true });
  if (run(['scripts/build.mjs'], { MAQAL_SOURCE_MAPS: '1' }) !== 0) process.exit(1);
  const tests = ['node_modules/vitest/vitest.mjs', 'run', '--coverage', ...process.argv.slice(2)];
  process.exitCode = run(tests, { MAQAL_COVERAGE: told });
  const known = JSON.parse(readFileSync(path.join(folder, 'coverage-final.json'), 'utf8'));
  let [both, all] = [0, 0];
  for (const script of programs()) {
    const file = fileURLToPath(script.url);
    if (!existsSync(`${file}.map`)) continue;
    const code = readFileSync(file, 'utf8');
    const found = await convert({
      code,
      ast: parseAst(code),
      coverage: script,
      sourceMap: JSON.parse(readFileSync(`${file}.map`, 'utf8')),
    });
    for (const [source, data] of Object.entries(found)) {
      if (!known[source]) continue;
      const [matched, ...counts] = add(known[source], data);
      both += matched;
      all += counts.reduce((sum, count) => sum + count, 0);
    }
  }
  const map = coverage.createCoverageMap(known);
  const context = createContext({ dir: folder, coverageMap: map });
  for (const name of ['html', 'json-summary', 'text-summary']) reports.create(name).execute(context);
  console.log(
    `programs started by the tests: ${readdirSync(told).length}, ${both} of ${all} places found again`,
  );
} finally {
  rmSync(told, { recursive: true, force: true });
  run(['scripts/build.mjs']);
}
