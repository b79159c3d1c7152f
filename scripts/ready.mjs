// Makes a fresh clone ready: installs what package-lock.json says where node_modules does not match it, and with
// --build bundles the program where a source is newer than the bundle. Runs on Node and npm alone.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const at = (...parts) => path.join(root, ...parts);
const time = (file) => (existsSync(file) ? statSync(file).mtimeMs : 0);

/** Runs a command; whether it succeeded. What it tells goes to standard error: standard output is the article's. */
function run(command, args) {
  const options = { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' };
  return spawnSync(command, args, options).status === 0;
}

/** Milliseconds of the newest change below a folder. */
function newest(folder) {
  let latest = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    latest = Math.max(latest, time(path.join(entry.parentPath, entry.name)));
  }
  return latest;
}

if (time(at('node_modules/.package-lock.json')) < time(at('package-lock.json'))) {
  console.error('maqal: installing what it is made of …');
  const options = ['--include=dev', '--loglevel=error', '--no-audit', '--no-fund'];
  if (!run('npm', ['ci', ...options])) process.exit(1);
}

if (process.argv.includes('--build')) {
  const sources = Math.max(
    newest(at('src')),
    newest(at('content')),
    time(at('scripts/build.mjs')),
    time(at('scripts/reader.mjs')),
    time(at('package.json')),
  );
  if (time(at('dist/cli.cjs')) < sources)
    process.exitCode = run(process.execPath, [at('scripts/build.mjs')]) ? 0 : 1;
}
