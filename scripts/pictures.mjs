// Makes the pictures of the README from real terminals (`npm run pictures`, or `npm run pictures -- tour`) on an X server of its
// own, typed into as a user would. Needs Xvfb, kitty, xterm, xdotool and ImageMagick.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const docs = path.join(root, 'docs');
const program = path.join(root, 'dist/cli.cjs');
const articles = ['en', 'ur', 'he', 'fa', 'ar'].map((name) => `content/${name}.md`);
const article = articles.at(-1);

const folder = mkdtempSync(path.join(tmpdir(), 'maqal-pictures-'));
const socket = `unix:${path.join(folder, 'kitty')}`;

const kitty = ({ width, height, points }, command) => {
  const settings = {
    font_family: 'DejaVu Sans Mono',
    font_size: points,
    initial_window_width: `${width}c`,
    initial_window_height: `${height}c`,
    remember_window_size: 'no',
    window_padding_width: 0,
    cursor_blink_interval: 0,
    background: '#000000',
    foreground: '#e0e0e0',
    allow_remote_control: 'yes',
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ['-o', `${name}=${value}`]);
  return ['kitty', '--config', 'NONE', '--listen-on', socket, ...options, ...command];
};

/** xterm reorders and joins nothing. */
const xterm = ({ width, height, points }, command) => {
  const looks = [
    '-fa',
    'DejaVu Sans Mono',
    '-fs',
    `${points}`,
    '-bg',
    'black',
    '-fg',
    '#e0e0e0',
    '-cr',
    'black',
  ];
  return ['xterm', ...looks, '-geometry', `${width}x${height}`, '-b', '0', '-bw', '0', '-e', ...command];
};

const read = [process.execPath, program, article];

/**
 * Keys as xdotool names them; behind `type:` stands what is typed. One with `shown` is a moving picture: a still after each
 * key, each for so many hundredths of a second.
 */
const scenes = {
  page: { terminal: kitty, command: read, keys: ['bracketright', 'bracketright'] },
  less: { terminal: xterm, command: ['less', article], keys: [] },
  library: { terminal: kitty, command: read, keys: ['l', 'Right'] },
  tour: {
    terminal: kitty,
    command: read,
    keys: [
      ...['bracketright', 'bracketright', 'bracketright', '2', 'Down', 'Down', 'e', 'Escape'],
      ...['slash', 'type:ابراهيم', 'Return', 'n', 'Escape', '4', 'Down'],
    ],
    points: 12,
    shown: 160,
  },
};

/** Milliseconds that a screen must not change to be taken for finished, and after which it is taken as it is. */
const still = 1500;
const patience = 30_000;

const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1400x900x24', '-nolisten', 'tcp'], {
  stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
});
server.on('error', () => fail('Xvfb is not there'));
const display = await new Promise((resolve) => {
  server.stdio[3].once('data', (data) => resolve(`:${`${data}`.trim()}`));
});

try {
  const asked = process.argv.slice(2);
  for (const name of asked.length > 0 ? asked : Object.keys(scenes))
    await take(name, scenes[name] ?? fail(`no picture is called ${name}`));
} finally {
  server.kill();
  rmSync(folder, { recursive: true, force: true, maxRetries: 9 });
}

/** Takes the picture of a scene, with a library that has the articles in it. */
async function take(name, { terminal, command, keys, points = 16, shown }) {
  const env = {
    PATH: process.env.PATH,
    HOME: path.join(folder, name),
    DISPLAY: display,
    LANG: 'C.UTF-8',
    LIBGL_ALWAYS_SOFTWARE: '1',
  };
  for (const one of articles)
    spawnSync(process.execPath, [program, 'library', 'add', one], { cwd: root, env, stdio: 'ignore' });
  const [file, ...words] = terminal({ width: 100, height: 30, points }, command);
  const running = spawn(file, words, { cwd: root, env, stdio: 'ignore' });
  running.on('error', () => fail(`${file} is not there`));
  const window = await windowOf(file);
  run('xdotool', ['windowmove', '--sync', window, '0', '0', 'windowfocus', window]);
  const pictures = [await settled(window, `${name}-0`)];
  for (const [at, key] of keys.entries()) {
    // xdotool loses letters that no key of the keyboard has.
    if (key.startsWith('type:')) run('kitty', ['@', '--to', socket, 'send-text', key.slice(5)]);
    else run('xdotool', ['key', key]);
    pictures.push(await settled(window, `${name}-${at + 1}`));
  }
  running.kill();
  const made = path.join(docs, `${name}.${shown ? 'gif' : 'png'}`);
  const joined = shown ? ['-delay', `${shown}`, '-loop', '0', ...pictures] : [pictures.at(-1)];
  if (shown) run('convert', [...joined, '-colors', '24', '-layers', 'OptimizePlus', made]);
  else run('convert', [...joined, '-colors', '48', `png8:${made}`]);
  console.log(`${made}: ${Math.round(statSync(made).size / 1000)} kB`);
}

async function windowOf(name) {
  for (const start = Date.now(); Date.now() - start < patience; await sleep(200)) {
    const { stdout } = ask('xdotool', ['search', '--onlyvisible', '--class', name]);
    if (stdout.trim() !== '') return stdout.split('\n')[0];
  }
  return fail(`${name} does not open`);
}

/** A picture of a window once it is still. */
async function settled(window, name) {
  const file = path.join(folder, `${name}.ppm`);
  let last = '';
  let since = Date.now();
  for (const start = since; Date.now() - start < patience; await sleep(250)) {
    run('import', ['-silent', '-window', window, file]);
    const now = createHash('sha1').update(readFileSync(file)).digest('hex');
    if (now !== last) since = Date.now();
    else if (Date.now() - since >= still) break;
    last = now;
  }
  return file;
}

function ask(name, words) {
  const answer = spawnSync(name, words, {
    encoding: 'utf8',
    env: { ...process.env, DISPLAY: display, LANG: 'C.UTF-8' },
  });
  if (answer.error) fail(`${name} is not there`);
  return answer;
}

function run(name, words) {
  const { status } = ask(name, words);
  if (status !== 0) fail(`${name} ${words.join(' ')}: status ${status}`);
}

function fail(why) {
  console.error(`pictures: ${why}`);
  server.kill();
  rmSync(folder, { recursive: true, force: true, maxRetries: 9 });
  process.exit(1);
}
