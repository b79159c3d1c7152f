import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Analysis } from '../../../../src/analysis/analysis.ts';
import type { Article } from '../../../../src/article/model/article.ts';
import { type Library, LibraryError } from '../../../../src/store/library/library.ts';
import { openLibrary } from '../../../../src/store/library/open.ts';
import { said } from '../../../said.ts';
import { article, letGo, temporary } from '../shelf.ts';

const analysis: Analysis = {
  quotes: [],
  entities: [{ type: 'person', name: 'هدى', aliases: [], mentions: [{ start: 1, end: 3 }] }],
};

const originals = new Map<string, Article>(
  Array.from({ length: 14 }, (_, number) => [
    `/${number}`,
    article(`مقال ${number}\n\n${`كلمات ${number * 7} في فقرة من مقال\n\n`.repeat(5 + number * 9)}`, {
      site: `موقع ${number}`,
    }),
  ]),
);

/** The bytes of a library that was closed, and of one that a program was killed in: with its log. */
let closedFile: Buffer;
let log: { readonly file: Buffer; readonly wal: Buffer };

beforeAll(async () => {
  const [closed, killed] = [temporary(), temporary()];
  for (const folder of [closed, killed]) {
    const library = await openLibrary(folder);
    for (const [source, one] of originals) {
      await library.noteOpened(one, source);
      await library.keep(one, source);
      await library.notePeople(source, analysis);
    }
    if (folder === closed) await library.close();
    else {
      const at = (suffix: string) => readFileSync(path.join(folder, `library.db${suffix}`));
      log = { file: at(''), wal: at('-wal') };
      await library.close();
    }
  }
  letGo();
  await new Promise((resolve) => setTimeout(resolve, 1));
  closedFile = readFileSync(path.join(closed, 'library.db'));
});

/** Does everything that a library can do: gives what it threw, which may be nothing but LibraryError. */
async function everything(library: Library): Promise<Error[]> {
  const thrown: Error[] = [];
  const attempt = async (work: () => Promise<unknown>) => {
    try {
      await work();
    } catch (error) {
      thrown.push(error as Error);
    }
  };
  for (const view of ['recent', 'kept', 'feeds'] as const) {
    await attempt(() => library.size(view));
    await attempt(() => library.list(view, 0, 100));
  }
  for (const [source, one] of originals) {
    await attempt(async () => {
      const kept = await library.article(source);
      if (kept) expect(kept.article).toEqual(one);
    });
  }
  for (const query of ['مقال', 'كلمات 7', 'هذه ليست هنا']) await attempt(() => library.find(query, 100));
  await attempt(() => library.people('', 9));
  await attempt(() => library.quotedIn('هدى', 9));
  await attempt(() => library.noteReached('/3', 0.5));
  await attempt(() => library.noteOpened(originals.get('/4')!, '/4'));
  await attempt(() => library.notePeople('/5', analysis));
  await attempt(() => library.keep(originals.get('/6')!, '/6'));
  await attempt(() => library.forget('/7'));
  return thrown;
}

/** One way to ruin bytes. */
type Ruin = (bytes: Buffer) => Buffer;

const somewhere = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const ruins: fc.Arbitrary<Ruin> = fc.oneof(
  somewhere.map(
    (at): Ruin =>
      (bytes) =>
        bytes.subarray(0, Math.floor(at * bytes.length)),
  ),
  fc.array(fc.tuple(somewhere, fc.nat(255)), { minLength: 1, maxLength: 30 }).map(
    (changes): Ruin =>
      (bytes) => {
        for (const [at, byte] of changes) bytes[Math.floor(at * bytes.length)] = byte;
        return bytes;
      },
  ),
  // The beginnings of pages say where everything stands in them; the first page holds the tables.
  fc.array(fc.tuple(somewhere, fc.nat(140), fc.nat(255)), { minLength: 1, maxLength: 6 }).map(
    (changes): Ruin =>
      (bytes) => {
        for (const [at, within, byte] of changes)
          bytes[Math.min(bytes.length - 1, 4096 * Math.floor((at * bytes.length) / 4096) + within)] = byte;
        return bytes;
      },
  ),
  fc.tuple(somewhere, fc.uint8Array({ minLength: 1, maxLength: 6000 })).map(
    ([at, garbage]): Ruin =>
      (bytes) => {
        bytes.set(
          garbage.subarray(0, bytes.length - Math.floor(at * bytes.length)),
          Math.floor(at * bytes.length),
        );
        return bytes;
      },
  ),
  fc.tuple(somewhere, somewhere).map(
    ([from, to]): Ruin =>
      (bytes) => {
        const page = (at: number) => 4096 * Math.floor((at * bytes.length) / 4096);
        bytes.copy(bytes, page(to), page(from), page(from) + 4096);
        return bytes;
      },
  ),
  fc.uint8Array({ maxLength: 9000 }).map(
    (garbage): Ruin =>
      () =>
        Buffer.from(garbage),
  ),
);

describe('whatever happens to the file, the library goes on and gives whole articles or none', () => {
  let rounds = 0;

  async function goesOn(folder: string): Promise<void> {
    const told: string[] = [];
    const library = await openLibrary(folder, (notice) => told.push(said(notice)));
    const thrown = await everything(library);
    expect(thrown.filter((error) => !(error instanceof LibraryError))).toEqual([]);
    const fresh = article('جديد\n\nكلام لم يسبق');
    await library.keep(fresh, '/new');
    expect((await library.article('/new'))!.article).toEqual(fresh);
    expect(await library.find('لم يسبق', 9)).toHaveLength(1);
    await library.close();
    const aside = readdirSync(folder).filter((name) => name.includes('broken'));
    expect(told.some((one) => one.includes('set aside'))).toBe(aside.length > 0);
    rounds++;
    if (rounds % 20 > 0) return;
    letGo();
    await new Promise((resolve) => setTimeout(resolve, 1));
  }

  test('the database', async () => {
    await fc.assert(
      fc.asyncProperty(ruins, async (ruin) => {
        const folder = temporary();
        writeFileSync(path.join(folder, 'library.db'), ruin(Buffer.from(closedFile)));
        await goesOn(folder);
      }),
      { numRuns: 150 },
    );
  });

  test('its log', async () => {
    await fc.assert(
      fc.asyncProperty(ruins, ruins, fc.boolean(), async (ruin, other, both) => {
        const folder = temporary();
        writeFileSync(path.join(folder, 'library.db'), both ? other(Buffer.from(log.file)) : log.file);
        writeFileSync(path.join(folder, 'library.db-wal'), ruin(Buffer.from(log.wal)));
        await goesOn(folder);
      }),
      { numRuns: 60 },
    );
  });
});
