import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Article, Block } from '../../../src/article/model/article.ts';
import { readArticle } from '../../../src/article/open.ts';
import { type Only, type Order, orders } from '../../../src/store/library/filter.ts';
import { type Entry, LibraryError } from '../../../src/store/library/library.ts';
import { article, engines, opened } from './shelf.ts';

const content = path.resolve(import.meta.dirname, '../../../content');
const fixtures = path.resolve(import.meta.dirname, '../../article/fixtures');

describe.each(engines)('$name', ({ place, often }) => {
  describe('an article that is kept comes back as it was', () => {
    const bundled = readdirSync(content).filter((name) => name.endsWith('.md') && name !== 'README.md');
    const files = [
      ...bundled.map((name) => path.join(content, name)),
      ...readdirSync(fixtures, { recursive: true, encoding: 'utf8' })
        .map((name) => path.join(fixtures, name))
        .filter((name) => /\.(?:html?|md|txt|xml|json|epub)$/.test(name)),
    ];

    test('articles are found', () => expect(bundled.length).toBeGreaterThan(4));

    test.each(files.map((file) => [path.relative(path.dirname(content), file), file]))(
      '%s',
      async (_, file) => {
        const read = await readArticle(readFileSync(file), { source: file });
        const folder = await place();
        await (await opened(folder)).keep(read, file, 5);
        expect(await (await opened(folder)).article(file)).toEqual({ article: read, kept: 5 });
      },
    );

    /** Any text, lone surrogates and U+0000 with it, cut into any blocks. */
    const anyArticle = fc
      .tuple(
        fc.string({ unit: 'binary', maxLength: 40 }),
        fc.array(fc.nat(9), { maxLength: 6 }),
        fc.nat(3),
        fc.nat(1),
      )
      .map(([words, lengths, times, gap]): Article => {
        const text = `\ud800${words}\0`.repeat(1 + times * 9000);
        const blocks: Block[] = [];
        let start = 0;
        for (const length of lengths) {
          const end = Math.min(text.length, start + Math.floor((length * text.length) / 30));
          blocks.push({ kind: 'paragraph', span: { start, end }, direction: 'rtl' });
          start = Math.min(text.length, end + gap);
        }
        return article('', {
          text,
          blocks,
          title: words,
          links: [{ span: { start: 0, end: 1 }, href: '#x' }],
        });
      });

    test('whatever it is, a book too', async () => {
      const library = await opened(await place());
      await fc.assert(
        fc.asyncProperty(anyArticle, fc.string({ unit: 'grapheme' }), async (any, source) => {
          await library.keep(any, source);
          expect((await library.article(source))?.article).toEqual(any);
          await library.forget(source);
          expect(await library.article(source)).toBeNull();
        }),
        { numRuns: 60 * often },
      );
      expect(library.told).toEqual([]);
    });
  });

  test('an entry tells what the article does, and where its reader was', async () => {
    const library = await opened(await place());
    const more = { site: 'صحيفة', author: 'كاتبة', date: '2019-05-03', kind: 'book' } as const;
    await library.noteOpened(article('عنوان\n\nثلاث كلمات هنا', more), '/a', 7);
    const entry = {
      source: '/a',
      title: 'عنوان',
      ...more,
      language: 'ar',
      direction: 'rtl',
      words: 4,
      opened: 7,
      kept: null,
      share: 0,
    };
    expect(await library.list('recent', 0, 9)).toEqual([entry]);
    await library.noteReached('/a', 0.25);
    await library.noteReached('/unknown', 1);
    expect(await library.list('recent', 0, 9)).toEqual([{ ...entry, share: 0.25 }]);
    await library.keep(article('عنوان آخر\n\nكلمة'), '/a', 8);
    const { site: _, author: __, date: ___, ...rest } = entry;
    expect(await library.list('kept', 0, 9)).toEqual([
      { ...rest, title: 'عنوان آخر', kind: 'article', words: 3, kept: 8, share: 0.25 },
    ]);
    for (const [share, stored] of [
      [-1, 0],
      [7, 1],
      [Number.NaN, 0],
    ] as const) {
      await library.noteReached('/a', share);
      expect((await library.list('recent', 0, 1))[0]!.share).toBe(stored);
    }
  });

  /** What a library should answer, kept in the plainest way. */
  interface Model {
    readonly opened: Map<string, number>;
    readonly kept: Map<string, { at: number; feed: boolean }>;
  }

  test('the views have what was done to them, newest first, whatever was done', async () => {
    const source = fc.constantFrom('/a', '/b', '/c', '/d', 'https://e.example/');
    const step = fc.record({
      what: fc.constantFrom('open', 'keep', 'keep feed', 'forget'),
      source,
      from: fc.nat(3),
      count: fc.nat(4),
    });
    const library = await opened(await place());
    let now = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const model: Model = { opened: new Map(), kept: new Map() };
        for (const name of ['/a', '/b', '/c', '/d', 'https://e.example/']) await library.forget(name);
        // The kind of an entry is that of what was seen last.
        const kinds = new Map<string, boolean>();
        for (const { what, source: name, from, count } of steps) {
          now++;
          if (what === 'open') {
            await library.noteOpened(article(`مقال ${now}`), name, now);
            model.opened.set(name, now);
            kinds.set(name, false);
          } else if (what === 'forget') {
            await library.forget(name);
            model.opened.delete(name);
            model.kept.delete(name);
          } else {
            const feed = what === 'keep feed';
            await library.keep(article(`مقال ${now}`, feed ? { kind: 'feed' } : {}), name, now);
            model.kept.set(name, { at: now, feed });
            kinds.set(name, feed);
          }
          const keptNames = [...model.kept]
            .sort(([, one], [, other]) => other.at - one.at)
            .map(([key]) => key);
          const expected = {
            recent: [...model.opened].sort(([, one], [, other]) => other - one).map(([key]) => key),
            kept: keptNames.filter((key) => !kinds.get(key)),
            feeds: keptNames.filter((key) => kinds.get(key)),
          };
          for (const view of ['recent', 'kept', 'feeds'] as const) {
            expect(await library.size(view)).toBe(expected[view].length);
            const listed = (await library.list(view, from, count)).map((entry) => entry.source);
            expect(listed).toEqual(expected[view].slice(from, from + count));
          }
        }
      }),
      { numRuns: 25 * often },
    );
  });

  test('a list is narrowed down and sorted as it is asked for', async () => {
    const library = await opened(await place());
    const facts = fc.record(
      {
        site: fc.constantFrom('الجريدة', 'Zeit', 'a.example'),
        date: fc.constantFrom('2024', '2024-03', '2024-03-09', '2025-01-01'),
      },
      { requiredKeys: [] },
    );
    const source = fc.constantFrom('/a/1', '/a/2', '/ab/1', 'https://e.example/1', 'https://e.example/2');
    const added = fc.record({ source, facts, keeps: fc.boolean(), share: fc.constantFrom(0, 0.5, 1) });
    const only: fc.Arbitrary<Only | null> = fc.constantFrom<Only | null>(
      null,
      { kind: 'site', site: 'Zeit', prefix: '' },
      { kind: 'site', site: null, prefix: '/a/' },
      { kind: 'site', site: null, prefix: 'https://e.example/' },
      { kind: 'day', from: 3, until: 6 },
      { kind: 'unread' },
      { kind: 'kept' },
    );
    const isAsked = (entry: Entry, time: number, asked: Only | null): boolean => {
      switch (asked?.kind) {
        case 'site':
          return asked.site === null
            ? entry.site === undefined && entry.source.startsWith(asked.prefix)
            : entry.site === asked.site;
        case 'day':
          return time >= asked.from && time < asked.until;
        case 'unread':
          return entry.share < 1;
        case 'kept':
          return entry.kept !== null;
        default:
          return true;
      }
    };
    const byBytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));
    const firstBy: Record<Order, (a: Entry, b: Entry) => number> = {
      time: () => 0,
      date: (a, b) => byBytes(b.date ?? '', a.date ?? ''),
      site: (a, b) => byBytes(a.site ?? a.source, b.site ?? b.source),
    };
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(added, { selector: (one) => one.source, minLength: 1 }),
        only,
        async (all, asked) => {
          for (const entry of await library.list('recent', 0, 99)) await library.forget(entry.source);
          for (const [at, one] of all.entries()) {
            await library.noteOpened(article('عنوان', one.facts), one.source, at + 1);
            if (one.keeps) await library.keep(article('عنوان', one.facts), one.source, 9 - at);
            await library.noteReached(one.source, one.share);
          }
          for (const view of ['recent', 'kept'] as const) {
            const time = (entry: Entry) => (view === 'recent' ? entry.opened! : entry.kept!);
            const whole = await library.list(view, 0, 99);
            for (const order of orders) {
              const arrangement = { order, only: asked };
              const wanted = whole
                .filter((entry) => isAsked(entry, time(entry), asked))
                .sort((a, b) => firstBy[order](a, b) || time(b) - time(a));
              expect(await library.list(view, 0, 99, arrangement)).toEqual(wanted);
              expect(await library.list(view, 1, 1, arrangement)).toEqual(wanted.slice(1, 2));
              expect(await library.size(view, arrangement)).toBe(wanted.length);
            }
          }
        },
      ),
      { numRuns: 25 * often },
    );
  });

  test('what was kept twice is the newer text, and nothing of the older is found', async () => {
    const library = await opened(await place());
    await library.keep(article('عنوان\n\nالبرتقال في السوق'), '/a', 1);
    await library.keep(article('عنوان\n\nالليمون في السوق'), '/b', 2);
    await library.keep(article('عنوان\n\nالتفاح في السوق'), '/a', 3);
    expect((await library.article('/a'))!.article.text).toContain('التفاح');
    expect(await library.find('البرتقال', 9)).toEqual([]);
    expect((await library.find('السوق', 9)).map(({ entry }) => entry.source)).toEqual(['/a', '/b']);
    await library.forget('/a');
    expect(await library.find('التفاح', 9)).toEqual([]);
    expect((await library.find('السوق', 9)).map(({ entry }) => entry.source)).toEqual(['/b']);
  });

  test('a library that was closed says so', async () => {
    const library = await opened(await place());
    await library.close();
    await library.close();
    for (const use of [() => library.size('kept'), () => library.keep(article('نص'), '/a')])
      await expect(use()).rejects.toThrow(new LibraryError({ key: 'libraryClosed' }));
  });
});
