import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { program } from '../e2e/terminal.ts';
import { engines } from '../store/library/shelf.ts';

const count = 80;
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'maqal-work-'));
  mkdirSync(path.join(folder, 'news'));
  for (let number = 0; number < count; number++) {
    const filling = `وصف المراسل الشارع رقم ${number} وما فيه من دكاكين ومقاه، ثم عاد إلى مكتبه.\n\n`.repeat(
      30,
    );
    writeFileSync(
      path.join(folder, 'news', `${number}.txt`),
      `خبر رقم ${number}\n\nقال المدير سامي الحلبي: «انتهى العمل رقم ${number} في بغداد».\n\n${filling}`,
    );
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(engines)('$name', ({ name, place }) => {
  test('three workers, one killed again and again: every article is analyzed once', {
    timeout: 180_000,
  }, async () => {
    const home = path.join(folder, name);
    const where = await place();
    const env = {
      ...process.env,
      LANG: 'C',
      XDG_DATA_HOME: home,
      XDG_CONFIG_HOME: home,
      ...(where.startsWith('postgres:') ? { MAQAL_LIBRARY: where } : {}),
    };
    const library = (...args: string[]) =>
      spawnSync(process.execPath, [program, 'library', ...args], { encoding: 'utf8', env });
    expect(library('add', '--later', path.join(folder, 'news')).stderr).toBe(`maqal: ${count} kept\n`);
    const unread = () => JSON.parse(library('--json').stdout).unread as number;
    expect(unread()).toBe(count);

    const worker = (): ChildProcess =>
      spawn(process.execPath, [program, 'library', 'work', '--wait'], { env, stdio: 'ignore' });
    const ended = (child: ChildProcess) =>
      new Promise<void>((resolve) =>
        child.exitCode === null ? child.once('exit', () => resolve()) : resolve(),
      );
    const workers = [worker(), worker(), worker()];
    let killed = 0;
    for (let left = count; left > 0; left = unread()) {
      const victim = workers[killed % workers.length]!;
      // Two thirds of them in the middle of their work; later ones live longer, so that there is an end.
      await new Promise((resolve) => setTimeout(resolve, 500 + 100 * killed));
      victim.kill('SIGKILL');
      await ended(victim);
      workers[killed % workers.length] = worker();
      killed++;
    }
    for (const one of workers) one.kill('SIGTERM');
    await Promise.all(workers.map(ended));
    expect(killed).toBeGreaterThan(1);

    const [person] = JSON.parse(library('people', '--json').stdout);
    expect(person).toMatchObject({ name: 'سامي الحلبي', quotes: count, articles: count });
    const quotes = library('export', 'quotes')
      .stdout.trim()
      .split('\n')
      .map((line) => JSON.parse(line).source);
    expect(quotes).toHaveLength(count);
    expect(new Set(quotes).size).toBe(count);
    expect(library('work').stderr).toBe('maqal: 0 analyzed\n');
  });
});
