import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openArticle } from '../../src/article/open.ts';
import { openLibrary } from '../../src/store/library/open.ts';
import { TestTerminal } from './terminal.ts';

/** Moments at which the program is killed, in lanes that each have a memory and a library of their own. */
const moments = 200;
const lanes = 4;
const articlesEach = 3;

const folder = mkdtempSync(path.join(tmpdir(), 'maqal-killing-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Digits of the footer as a number. */
function number(digits: string): number {
  return Number([...digits].map((digit) => digit.charCodeAt(0) & 0xf).join(''));
}

/** The paragraph that the footer tells, or undefined before there is one. */
function paragraph(terminal: TestTerminal): number | undefined {
  const found = /الفقرة ([٠-٩]+)/u.exec(terminal.logical().at(-1)!);
  // A row that is read back from the right has its figures reversed.
  return found ? number([...found[1]!].reverse().join('')) : undefined;
}

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** What may be remembered of an article: no earlier paragraph than the last that was saved, no later than asked for. */
interface Bounds {
  low: number;
  high: number;
}

/** How long a reader lives: so many milliseconds, from the start or, if it is to keep the article, from then. */
interface Life {
  readonly life: number;
  readonly untilKept: boolean;
}

/** Reads an article for a while and is killed; gives what may be remembered then. */
async function readAndDie(
  source: string,
  home: string,
  known: Bounds,
  { life, untilKept }: Life,
): Promise<Bounds> {
  const log = path.join(home, 'log');
  rmSync(log, { force: true });
  const env = { XDG_DATA_HOME: home, XDG_CONFIG_HOME: home, MAQAL_LOG: log };
  const terminal = new TestTerminal([source, '--ui', 'ar'], { columns: 60, rows: 12, env });
  let first: number | undefined;
  let death = untilKept ? Number.POSITIVE_INFINITY : Date.now() + life;
  let typed = 0;
  while (Date.now() < death) {
    if (
      death === Number.POSITIVE_INFINITY &&
      / kept true\n/.test(readFileSync(log, { encoding: 'utf8', flag: 'a+' }))
    )
      death = Date.now() + life;
    const now = terminal.torn ? undefined : paragraph(terminal);
    if (now !== undefined) {
      if (first === undefined) {
        first = now;
        // What the last one left, after it was killed.
        expect(now).toBeGreaterThanOrEqual(known.low);
        expect(now).toBeLessThanOrEqual(known.high);
        terminal.type('K');
      }
      terminal.type('j');
      typed += 1;
    }
    await wait(5 + Math.random() * 40);
  }
  terminal.kill('SIGKILL');
  await terminal.end();
  terminal.dispose();
  if (first === undefined) return known;
  return { low: lastSaved(source, log) ?? known.low, high: first + typed };
}

/** The paragraph that the log of a reading says was saved last, or undefined; a line may be cut off by the death. */
function lastSaved(source: string, log: string): number | undefined {
  const offsets = [...readFileSync(log, 'utf8').matchAll(/ saved \{"offset":(\d+)\}\n/g)];
  const offset = offsets.at(-1)?.[1];
  if (offset === undefined) return undefined;
  return readFileSync(source, 'utf8').slice(0, Number(offset)).split('\n\n').length;
}

/** One after the other, the deaths of a lane; gives how many articles it has kept. */
async function lane(index: number): Promise<number> {
  const home = path.join(folder, `home-${index}`);
  mkdirSync(home);
  const sources = Array.from({ length: articlesEach }, (_, at) => {
    const source = path.join(folder, `${index}-${at}.txt`);
    const paragraphs = Array.from({ length: 1500 }, (_, line) => `قال ${line} كلامًا قصيرًا ${at}.`);
    writeFileSync(source, `عنوان المقال ${at}\n\n${paragraphs.join('\n\n')}\n`);
    return source;
  });
  const bounds = new Map(sources.map((source) => [source, { low: 1, high: 1 }]));
  const data = path.join(home, 'maqal');
  const kept = new Set<string>();
  /** What was kept once is there and whole; nothing was set aside. */
  async function expectWhole(): Promise<void> {
    if (!existsSync(data)) return;
    const notices: unknown[] = [];
    const library = await openLibrary(data, (notice) => notices.push(notice));
    for (const { source } of await library.list('kept', 0, 100)) {
      expect((await library.article(source))?.article).toEqual(await openArticle(source));
      kept.add(source);
    }
    expect(await library.size('kept')).toBe(kept.size);
    await library.close();
    expect(notices).toEqual([]);
    const places = path.join(data, 'places');
    if (existsSync(places))
      expect(readdirSync(places).filter((name) => name.endsWith('.broken'))).toEqual([]);
  }
  for (let death = 0; death < moments / lanes; death += 1) {
    const source = sources[death % sources.length]!;
    const life = { life: 100 + Math.random() * 900, untilKept: death % 8 === 0 };
    bounds.set(source, await readAndDie(source, home, bounds.get(source)!, life));
    if (death % 5 === 4) await expectWhole();
  }
  return kept.size;
}

test('killed at any moment, it has the place saved last or a later one, and every kept article whole', {
  timeout: 300_000,
}, async () => {
  const kept = await Promise.all(Array.from({ length: lanes }, (_, index) => lane(index)));
  expect(Math.max(...kept)).toBeGreaterThan(0);
});
