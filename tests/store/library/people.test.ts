import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Analysis, Entity, Quote } from '../../../src/analysis/analysis.ts';
import { analyze } from '../../../src/analysis/analyze.ts';
import { article, engines, opened } from './shelf.ts';

const quote = (speaker: string | null, start: number, more: Partial<Quote> = {}): Quote => ({
  kind: 'direct',
  span: { start, end: start + 5 },
  speaker,
  speakerMention: null,
  cue: null,
  reason: speaker === null ? 'none' : 'subject',
  ...more,
});
const entity = (type: Entity['type'], name: string, starts: number[], aliases: string[] = []): Entity => ({
  type,
  name,
  aliases,
  mentions: starts.map((start) => ({ start, end: start + 2 })),
});

const person = (name: string) => ({ kind: 'person', name }) as const;

describe.each(engines)('$name', ({ place, often }) => {
  test('people are counted over all articles, the most quoted first', async () => {
    const library = await opened(await place());
    await library.keep(article('أول'), '/a', 1);
    await library.noteOpened(article('ثان'), '/b', 2);
    await library.notePeople('/a', {
      quotes: [quote('إبراهيم الجعفري', 40), quote('الجعفري', 60), quote(null, 80), quote('وزارة النفط', 90)],
      entities: [
        entity('person', 'إبراهيم الجعفري', [3, 30], ['الجعفري']),
        entity('person', 'أسامة', [9]),
        entity('organization', 'وزارة النفط', [50]),
        entity('organization', 'البنك', [55]),
        entity('place', 'بغداد', [58]),
        entity('date', '2014', [59]),
      ],
    });
    await library.notePeople('/b', {
      quotes: [
        quote('ابراهيم الجعفري', 7, { reason: 'pronoun' }),
        quote('مصدر أمني', 12, { reason: 'unnamed' }),
        quote('مصدر أمني', 20, { reason: 'carried' }),
      ],
      entities: [entity('person', 'أسامه', [4, 6, 8])],
    });
    expect(await library.people('', 9)).toEqual([
      { name: 'إبراهيم الجعفري', aliases: [], quotes: 3, articles: 2 },
      { name: 'وزارة النفط', aliases: [], quotes: 1, articles: 1 },
      { name: 'أسامة', aliases: [], quotes: 0, articles: 2 },
    ]);
    expect((await library.people('', 1)).map(({ name }) => name)).toEqual(['إبراهيم الجعفري']);
    expect((await library.people('ابراهيم', 9)).map(({ name }) => name)).toEqual(['إبراهيم الجعفري']);
    expect((await library.people('اسامه', 9)).map(({ name }) => name)).toEqual(['أسامة']);
    expect(await library.people('%', 9)).toEqual([]);
    const where = await library.quotedIn('ابراهيم الجعفري', 9);
    expect(where.map(({ entry, ...counts }) => ({ source: entry.source, ...counts }))).toEqual([
      { source: '/a', quotes: 2, mentions: 2, span: { start: 40, end: 45 } },
      { source: '/b', quotes: 1, mentions: 0, span: { start: 7, end: 12 } },
    ]);
    expect(
      (await library.quotedIn('أسامة', 9)).map(({ entry, mentions, span }) => [entry.source, mentions, span]),
    ).toEqual([
      ['/b', 3, { start: 4, end: 6 }],
      ['/a', 1, { start: 9, end: 11 }],
    ]);
    expect(await library.quotedIn('إبراهيم الجعفري', 1)).toHaveLength(1);
    expect(await library.quotedIn('مصدر أمني', 9)).toEqual([]);
  });

  test('where one speaks first under two names is one place, not the begin of one and the end of another', async () => {
    const library = await opened(await place());
    await library.keep(article('نص'), '/a', 1);
    const [one, other] = ['هدى بنت عبدالعزيز', 'أم الياس'];
    await library.notePeople('/a', {
      quotes: [quote(one, 40, { span: { start: 40, end: 90 } }), quote(other, 60)],
      entities: [entity('person', one, [40]), entity('person', other, [60])],
    });
    await library.decide(one, other, true);
    await library.people('', 9);
    const [voice] = await library.quotedIn(other, 9);
    expect(voice).toMatchObject({ quotes: 2, span: { start: 40, end: 90 } });
  });

  test('how widely somebody is spoken of is told under any of their names, as seen from one article', async () => {
    const library = await opened(await place());
    const dated = (date?: string) => ({ ...article('نص'), ...(date === undefined ? {} : { date }) });
    const one = 'هدى بنت عبدالعزيز';
    const other = 'هدى بنت عبد العزيز';
    for (const [source, date, name] of [
      ['/a', '2019-05-04', one],
      ['/b', '2024-01-31T08:00:00Z', other],
      ['/c', '2021', one],
      ['/d', undefined, one],
      ['/e', '1999-01-01', 'سلمى'],
    ] as const) {
      await library.keep(dated(date), source, 1);
      await library.notePeople(source, { quotes: [quote(name, 0)], entities: [entity('person', name, [9])] });
    }
    await library.people('', 9);
    const months = ['2019-05', '2024-01'];
    const dates = { first: '2019-05-04', last: '2024-01-31T08:00:00Z', months };
    expect(await library.presence(person(other), '/a')).toEqual({ articles: 4, elsewhere: 3, ...dates });
    expect(await library.presence(person(one), '/none')).toEqual({ articles: 4, elsewhere: 4, ...dates });
    expect(await library.presence(person('سلمى'), '/e')).toMatchObject({ articles: 1, elsewhere: 0 });
    expect(await library.presence(person('أحد'), '/e')).toEqual({
      articles: 0,
      elsewhere: 0,
      first: null,
      last: null,
      months: [],
    });
  });

  test('an organization and a place are in the articles that name them, in any spelling, and no others', async () => {
    const library = await opened(await place());
    for (const [source, date, kind, name] of [
      ['/a', '2019-05-04', 'organization', 'بيت آل سعود'],
      ['/b', '2024-01-31', 'organization', 'بيت السعود'],
      ['/c', '2021-03-01', 'place', 'بيت السعود'],
      ['/d', '2022-03-01', 'person', 'بيت السعود'],
    ] as const) {
      await library.keep({ ...article('نص'), date }, source, 1);
      await library.notePeople(source, { quotes: [], entities: [entity(kind, name, [9])] });
    }
    expect(await library.presence({ kind: 'organization', name: 'بيت آل سعود' }, '/b')).toEqual({
      articles: 2,
      elsewhere: 1,
      first: '2019-05-04',
      last: '2024-01-31',
      months: ['2019-05', '2024-01'],
    });
    const only = { articles: 1, elsewhere: 1, first: '2021-03-01', last: '2021-03-01', months: ['2021-03'] };
    expect(await library.presence({ kind: 'place', name: 'بيت السعود' }, '/b')).toEqual(only);
    expect(await library.presence({ kind: 'place', name: 'بغداد' }, '/b')).toMatchObject({ articles: 0 });
  });

  test('who is quoted in an older text is forgotten with it, and stays with the same', async () => {
    const library = await opened(await place());
    const said = { quotes: [quote('هدى', 0)], entities: [] };
    await library.notePeople('/unknown', said);
    expect(await library.people('', 9)).toEqual([]);
    await library.noteOpened(article('نص'), '/a');
    await library.notePeople('/a', said);
    await library.keep(article('نص'), '/a');
    await library.keep(article('نص'), '/a');
    expect(await library.people('', 9)).toHaveLength(1);
    await library.keep(article('نص آخر'), '/a');
    expect(await library.people('', 9)).toEqual([]);
    await library.notePeople('/a', said);
    await library.forget('/a');
    expect(await library.people('', 9)).toEqual([]);
  });

  test('sums stay true whatever is noted and forgotten', async () => {
    const library = await opened(await place());
    const name = fc.constantFrom('علي', 'على', 'عمر', 'هدى', 'ليلى');
    const analysis = fc.record({
      quotes: fc.array(
        fc.tuple(name, fc.nat(99)).map(([speaker, start]) => quote(speaker, start)),
        { maxLength: 6 },
      ),
      entities: fc
        .uniqueArray(name, { maxLength: 4 })
        .map((names) => names.map((one) => entity('person', one, [1]))),
    });
    const step = fc.record({ source: fc.constantFrom('/a', '/b', '/c'), analysis: fc.option(analysis) });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const noted = new Map<string, Analysis>();
        for (const source of ['/a', '/b', '/c']) await library.forget(source);
        for (const { source, analysis: found } of steps) {
          if (found) {
            await library.noteOpened(article('نص'), source);
            await library.notePeople(source, found);
            noted.set(source, found);
          } else {
            await library.forget(source);
            noted.delete(source);
          }
        }
        const key = (one: string) => one.replace('ى', 'ي');
        const keys = new Set<string>();
        for (const { quotes, entities } of noted.values()) {
          for (const { speaker } of quotes) keys.add(key(speaker!));
          for (const one of entities) keys.add(key(one.name));
        }
        const expected = [...keys].map((one) => {
          const here = ({ quotes, entities }: Analysis) => [
            quotes.filter(({ speaker }) => key(speaker!) === one).length,
            entities.some((other) => key(other.name) === one),
          ];
          const counts = [...noted.values()].map(here);
          const sum = counts.reduce((total, [quotes]) => total + Number(quotes), 0);
          return `${one} ${sum} ${counts.filter(([quotes, named]) => Number(quotes) > 0 || named).length}`;
        });
        const found = await library.people('', 99);
        expect(found.map((one) => `${key(one.name)} ${one.quotes} ${one.articles}`).sort()).toEqual(
          expected.sort(),
        );
        for (const one of found)
          expect((await library.quotedIn(one.name, 99)).reduce((sum, { quotes }) => sum + quotes, 0)).toBe(
            one.quotes,
          );
      }),
      { numRuns: 40 * often },
    );
  });

  test('a real article: where a person speaks first is where the article has the words', async () => {
    const library = await opened(await place());
    const folder = path.resolve(import.meta.dirname, '../../analysis/articles');
    const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));
    for (const name of names) {
      const read = article(readFileSync(path.join(folder, name), 'utf8'));
      await library.keep(read, name);
      await library.notePeople(name, analyze(read));
    }
    const everybody = await library.people('', 9999);
    expect(everybody.length).toBeGreaterThan(names.length);
    const most = await library.quotedIn(everybody[0]!.name, 99);
    expect(most.reduce((sum, { quotes }) => sum + quotes, 0)).toBe(everybody[0]!.quotes);
    for (const { entry, span } of most) {
      const { article: kept } = (await library.article(entry.source))!;
      const first = analyze(kept).quotes.find((one) => one.span.start === span.start);
      expect(first?.speaker).not.toBeNull();
      expect(kept.text.slice(span.start, span.end).trim()).not.toBe('');
    }
  });
});
