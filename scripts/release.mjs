// Packs what is to be published: npm run release [-- --to FOLDER]. Twice, from two fresh clones of the last commit in
// different places, and ends with status 1 unless both packs have the same bytes: anybody can pack the commit again and
// compare. The file is then published where npm can say of which commit and by which machine it was built
// (docs.npmjs.com/generating-provenance-statements): `publishConfig` in package.json asks for that.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

const root = path.resolve(import.meta.dirname, '..');
const { values } = parseArgs({ options: { to: { type: 'string', default: '.' } } });
const work = mkdtempSync(path.join(tmpdir(), 'maqal-release-'));
// What may be read in the package does not depend on who packs it.
process.umask(0o022);

function run(cwd, command, ...args) {
  const { status } = spawnSync(command, args, { cwd, stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: status ${status}`);
}

/** Packs a fresh clone that stands in a folder of that name; gives the file. */
function pack(name) {
  const folder = path.join(work, name);
  mkdirSync(folder, { recursive: true });
  run(work, 'git', 'clone', '--quiet', root, path.join(folder, 'maqal'));
  run(path.join(folder, 'maqal'), 'npm', 'pack', '--silent', '--pack-destination', folder);
  return path.join(
    folder,
    readdirSync(folder).find((file) => file.endsWith('.tgz')),
  );
}

const hash = (file) => createHash('sha256').update(readFileSync(file)).digest('hex');

try {
  const [one, other] = [pack('one'), pack('another/place')];
  if (hash(one) !== hash(other)) throw new Error('two packs of the same commit differ');
  const file = path.join(path.resolve(values.to), path.basename(one));
  copyFileSync(one, file);
  console.log(`${file}\nsha256 ${hash(file)}\nto publish it: npm publish ${file}`);
} finally {
  rmSync(work, { recursive: true, force: true });
}
