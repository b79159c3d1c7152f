// Kills what fills a library, and looks whether anything is lost or there twice: npm run killed -- [--articles N] [--kills K]
// [--seconds S] [--seed S] [--server postgres://…/EMPTY]. First `library add` is killed at random moments and begun again until it
// has come to its end; then, of three `library work --wait`, one is killed each second in
// which something was analyzed. Each article has one quote of its own, so what
// is there afterwards can be counted. Ends with status 1 if the count is wrong.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import Store from 'libsql';
import pg from 'pg';

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '5000' },
    kills: { type: 'string', default: '20' },
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    server: { type: 'string', default: '' },
  },
});
const [count, kills, seconds] = [values.articles, values.kills, values.seconds].map(Number);
const program = path.resolve(import.meta.dirname, '../dist/cli.cjs');
const folder = mkdtempSync(path.join(tmpdir(), 'maqal-killed-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

/** Milliseconds after which one that has kept something is killed at the latest: all kills come before all is added. */
const longest = Math.min(15_000, (5 * count) / Math.max(1, kills));

let state = Number(values.seed);
/** The same numbers at every run, 0 to 1 (a linear congruential generator). */
const random = () => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return state / 2 ** 32;
};
const any = (words) => words[Math.floor(random() * words.length)];

const places = ['بغداد', 'دمشق', 'تونس', 'الرباط', 'صنعاء', 'مسقط', 'عمّان', 'القاهرة'];
const deeds = ['افتتحت المدرسة أبوابها', 'عاد الباعة إلى السوق', 'رُمم الجسر القديم', 'نزل المطر على الحقول'];
const when = ['صباح اليوم', 'بعد عام من الانتظار', 'قبل الموعد بأسبوع', 'في أول أيام الخريف'];

const news = path.join(folder, 'news');
mkdirSync(news);
for (let number = 0; number < count; number++) {
  const filling = Array.from(
    { length: 6 + Math.floor(random() * 20) },
    () => `${any(deeds)} في ${any(places)} ${any(when)}.`,
  );
  writeFileSync(
    path.join(news, `${number}.txt`),
    `خبر رقم ${number}\n\nقال المدير سامي الحلبي: «انتهى العمل رقم ${number}».\n\n${filling.join(' ')}\n`,
  );
}

function home(name, server) {
  const data = path.join(folder, name);
  const env = {
    ...process.env,
    LANG: 'C',
    XDG_DATA_HOME: data,
    XDG_CONFIG_HOME: data,
    MAQAL_LIBRARY: server,
  };
  if (server === '') delete env.MAQAL_LIBRARY;
  return {
    file: path.join(data, 'maqal', 'library.db'),
    run: (...args) =>
      spawnSync(process.execPath, [program, 'library', ...args], {
        encoding: 'utf8',
        env,
        maxBuffer: 2 ** 30,
      }),
    start: (...args) => spawn(process.execPath, [program, 'library', ...args], { env, stdio: 'ignore' }),
  };
}

const ended = (child) =>
  child.exitCode === null && child.signalCode === null
    ? new Promise((resolve) => child.once('exit', resolve))
    : Promise.resolve();

/** What is wrong with a library that should have every article and its quote once; nothing if all is well. */
function wrongs({ run }) {
  const lines = (what) =>
    run('export', what)
      .stdout.trim()
      .split('\n')
      .map((line) => JSON.parse(line));
  const extent = JSON.parse(run('--json').stdout);
  const [articles, quotes] = [lines('articles'), lines('quotes')];
  const [person] = JSON.parse(run('people', '--json').stdout);
  const figures = {
    kept: extent.kept,
    analyzed: count - extent.unread,
    articles: articles.length,
    'different articles': new Set(articles.map(({ source }) => source)).size,
    quotes: quotes.length,
    'different quotes': new Set(quotes.map(({ text }) => text)).size,
    'quotes of the speaker': person.quotes,
    'articles of the speaker': person.articles,
  };
  const check = run('check');
  return [
    ...Object.entries(figures).flatMap(([name, value]) => (value === count ? [] : [`${name}: ${value}`])),
    ...(check.status === 0 ? [] : [check.stdout.trim() + check.stderr.trim()]),
  ];
}

/** How many rows of a table a library has, as its store says without maqal; 0 where there is no library yet. */
async function countIn({ file }, table) {
  const client = values.server === '' ? undefined : new pg.Client({ connectionString: values.server });
  try {
    if (client) {
      await client.connect();
      return Number((await client.query(`select count(*) from maqal.${table}`)).rows[0].count);
    }
    const database = new Store(file);
    const [count] = database.prepare(`select cast(count(*) as integer) from ${table}`).raw().get([]);
    database.close();
    return count;
  } catch {
    return 0;
  } finally {
    await client?.end();
  }
}

/** Waits until a table has more or fewer rows than before: who is killed sooner has done nothing yet. */
async function begun(library, table, before, child) {
  while (child.exitCode === null && (await countIn(library, table)) === before) await wait(200);
}

/** Adds the articles, and kills that at random moments of the work that is left. */
async function killAdding(library) {
  let killed = 0;
  for (let done = false; !done; ) {
    const before = await countIn(library, 'body');
    const child = library.start('add', news);
    const end = ended(child).then(() => true);
    await begun(library, 'body', before, child);
    done = killed >= kills ? await end : await Promise.race([end, wait(random() * longest, false)]);
    if (done) break;
    child.kill('SIGKILL');
    await end;
    killed++;
    console.log(`killed ${killed}: ${JSON.parse(library.run('--json').stdout || '{"kept":0}').kept} kept`);
  }
  return killed;
}

/** Lets three workers analyze, and kills one of them each second. */
async function killWorkers(library) {
  library.run('add', '--later', news);
  const workers = [0, 1, 2].map(() => library.start('work', '--wait'));
  for (let second = 0; second < seconds; second++) {
    const before = await countIn(library, 'task');
    await wait(1000);
    const at = second % workers.length;
    if (before > 0) await begun(library, 'task', before, workers[at]);
    workers[at].kill('SIGKILL');
    await ended(workers[at]);
    workers[at] = library.start('work', '--wait');
  }
  const left = JSON.parse(library.run('--json').stdout).unread;
  // What the killed ones had in a file is free after ten seconds.
  while (JSON.parse(library.run('--json').stdout).unread > 0) await wait(1000);
  for (const one of workers) one.kill('SIGTERM');
  await Promise.all(workers.map(ended));
  return left;
}

let failed = false;
function tell(what, library) {
  const wrong = wrongs(library);
  console.log(`${what}: ${wrong.length === 0 ? `all ${count} articles, each once` : wrong.join('; ')}`);
  failed ||= wrong.length > 0;
}

if (kills > 0) {
  const library = home('added', values.server);
  tell(`add, killed ${await killAdding(library)} times`, library);
  if (values.server !== '')
    library.run('remove', ...Array.from({ length: count }, (_, at) => path.join(news, `${at}.txt`)));
}
if (seconds > 0) {
  const library = home('worked', values.server);
  const left = await killWorkers(library);
  tell(`three workers, one killed each second, ${seconds} times (${left} left then)`, library);
}
process.exit(failed ? 1 : 0);
