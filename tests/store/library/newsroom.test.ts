import { describe, expect, test } from 'vitest';
import type { Analysis } from '../../../src/analysis/analysis.ts';
import { analyze } from '../../../src/analysis/analyze.ts';
import { prepare } from '../../../src/store/library/prepared.ts';
import { article, engines, opened } from './shelf.ts';

const text = (number: number) =>
  article(`مقال رقم ${number}\n\nقال المدير سامي الحلبي إن العمل في بغداد انتهى، وأضاف أن الشركة وصلت.`);

const prepared = (number: number, stamp: string | null = null) => {
  const read = text(number);
  return prepare(read, `/${number}`, analyze(read), stamp);
};

describe.each(engines)('$name', ({ place }) => {
  test('many articles come in at once, each with what was found in it and what its file looked like', async () => {
    const library = await opened(await place());
    await library.keepAll(
      Array.from({ length: 30 }, (_, number) => prepared(number, `${number} bytes`)),
      5,
    );
    expect(await library.extent()).toMatchObject({ kept: 30, unread: 0 });
    expect(await library.stamp('/7')).toBe('7 bytes');
    expect(await library.stamp('/77')).toBeNull();
    expect(await library.article('/7')).toEqual({ article: text(7), kept: 5 });
    expect(await library.analysis('/7')).toEqual(JSON.parse(JSON.stringify(analyze(text(7)))));
    expect((await library.people('الحلبي', 9))[0]).toMatchObject({ articles: 30 });
    expect(await library.things('بغداد', 9)).toEqual([
      { kind: 'place', name: 'بغداد', mentions: 30, articles: 30 },
    ]);
    await library.forget('/7');
    expect((await library.things('بغداد', 9))[0]).toMatchObject({ mentions: 29, articles: 29 });
    expect(await library.analysis('/7')).toBeNull();
  });

  test('an article that comes again is there once, and keeps what was found in the same text', async () => {
    const library = await opened(await place());
    await library.keepAll([prepared(1, 'a')], 1);
    await library.keepAll([prepared(1, 'b')], 2);
    expect(await library.extent()).toMatchObject({ kept: 1, unread: 0 });
    expect(await library.stamp('/1')).toBe('b');
    await library.keep(text(1), '/1', 3);
    expect(await library.analysis('/1')).not.toBeNull();
    expect(await library.stamp('/1')).toBeNull();
    await library.keep(text(2), '/1', 4);
    expect(await library.analysis('/1')).toBeNull();
    expect(await library.people('', 9)).toEqual([]);
  });

  test('a filter leaves what is of the day, the site and the language', async () => {
    const library = await opened(await place());
    const day = (iso: string) => Date.parse(iso);
    await library.keep(article('عن النهر', { date: '2026-01-05', site: 'الصحيفة', language: 'ar' }), '/a', 1);
    await library.keep(
      article('عن النهر', { site: 'other', language: 'fa' }),
      'https://news.example/b',
      day('2026-03-01'),
    );
    const found = async (filter: object) =>
      (await library.find('النهر', 9, filter)).map(({ entry }) => entry.source);
    expect(await found({ since: '2026-01-05' })).toEqual(['https://news.example/b', '/a']);
    expect(await found({ since: '2026-01-06' })).toEqual(['https://news.example/b']);
    expect(await found({ site: 'صحيفة' })).toEqual(['/a']);
    expect(await found({ site: 'NEWS.example' })).toEqual(['https://news.example/b']);
    expect(await found({ language: 'fa' })).toEqual(['https://news.example/b']);
    expect((await library.each(0, 9, { language: 'ar' })).map(({ entry }) => entry.source)).toEqual(['/a']);
  });

  const speech = (speaker: string): Analysis => ({
    quotes: [
      {
        kind: 'direct',
        span: { start: 0, end: 2 },
        speaker,
        speakerMention: null,
        cue: null,
        reason: 'subject',
      },
    ],
    entities: [{ type: 'person', name: speaker, aliases: [], mentions: [{ start: 0, end: 2 }] }],
  });

  test('one person under two spellings is one, and what the user says of them is kept and obeyed', async () => {
    const folder = await place();
    const library = await opened(folder);
    const say = (number: number, speaker: string) =>
      library.keepAll([prepare(text(number), `/${number}`, speech(speaker))], number);
    await say(1, 'سلمان بن عبد العزيز آل سعدون');
    await say(2, 'سلمان بن عبدالعزيز');
    await say(3, 'سامي الحلبي');
    await say(4, 'الحلبي');
    expect((await library.people('', 9)).map(({ name, articles }) => `${name} ${articles}`).sort()).toEqual([
      'سامي الحلبي 2',
      'سلمان بن عبد العزيز آل سعدون 2',
    ]);
    expect((await library.people('عبدالعزيز', 9))[0]!.aliases).toEqual(['سلمان بن عبدالعزيز']);
    expect((await library.quotedIn('سلمان بن عبدالعزيز', 9)).map(({ entry }) => entry.source)).toEqual([
      '/2',
      '/1',
    ]);
    await library.decide('الحلبي', 'سامي الحلبي', false);
    expect(await library.people('حلبي', 9)).toHaveLength(2);
    await library.close();
    const again = await opened(folder);
    expect(await again.people('حلبي', 9)).toHaveLength(2);
    await again.decide('سامي الحلبي', 'الحلبي', true);
    expect(await again.people('حلبي', 9)).toHaveLength(1);
  });
});
