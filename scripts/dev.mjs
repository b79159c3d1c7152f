// Runs the program and starts it anew whenever a source has changed and the bundle could be made; where it could not,
// says why and waits for the next change. `npm run dev -- FILE` reads FILE; quitting the program ends all.
import { spawn, spawnSync } from 'node:child_process';
import { watch } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const named = process.argv.slice(2);
const sources = named.length > 0 ? named : [path.join(root, 'content/ar.md')];

let child;
let isRestarting = false;

/** Bundles; what went wrong, or nothing. */
function build() {
  const { status, stderr } = spawnSync(process.execPath, [path.join(root, 'scripts/build.mjs')], {
    encoding: 'utf8',
  });
  return status === 0 ? undefined : stderr;
}

function start() {
  const started = spawn(process.execPath, [path.join(root, 'dist/cli.cjs'), ...sources], {
    stdio: 'inherit',
  });
  child = started;
  started.on('exit', (code, signal) => {
    if (child !== started) return;
    child = undefined;
    if (!isRestarting) process.exit(code ?? (signal ? 1 : 0));
  });
}

/** Ends the program, which gives the terminal back; resolves when it has. */
async function stop() {
  if (!child) return;
  const stopped = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await stopped;
}

async function restart() {
  isRestarting = true;
  const wrong = build();
  await stop();
  isRestarting = false;
  if (wrong) console.error(`${wrong}\nwaiting for the next change; Ctrl-C ends`);
  else start();
}

// The program itself answers Ctrl-C; there is nothing to end here while it runs.
process.on('SIGINT', () => {
  if (!child) process.exit(130);
});

const wrong = build();
if (wrong) console.error(`${wrong}\nwaiting for the next change; Ctrl-C ends`);
else start();

let timer;
for (const folder of ['src', 'content'])
  watch(path.join(root, folder), { recursive: true }, () => {
    clearTimeout(timer);
    // Editors write a file in several steps.
    timer = setTimeout(restart, 100);
  });
