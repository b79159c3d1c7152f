import { describe, expect, test } from 'vitest';
import { analyze } from '../../../src/analysis/analyze.ts';
import type { Claim } from '../../../src/store/library/library.ts';
import { unpack } from '../../../src/store/library/passage.ts';
import { type Found, foundIn, prepare } from '../../../src/store/library/prepared.ts';
import { article, engines, opened } from './shelf.ts';

const text = (number: number) =>
  article(`مقال رقم ${number}\n\nقال المدير سامي الحلبي إن العمل رقم ${number} في بغداد انتهى.`);
const unread = (count: number, from = 0) =>
  Array.from({ length: count }, (_, at) => prepare(text(from + at), `/${from + at}`, null));

/** What is found in the texts of a claim. */
function foundOf({ texts }: Claim): Map<number, Found> {
  return new Map(
    texts.map(({ id, source, text: stored }) => [id, foundIn(analyze(unpack(stored!, source)!))]),
  );
}
const sources = (claim: Claim | null) => claim?.texts.map(({ source }) => source);

describe.each(engines)('$name', ({ place }) => {
  test('a text is given to one worker at a time, and back if it is not analyzed', async () => {
    const where = await place();
    const [one, other] = [await opened(where), await opened(where)];
    await one.keepAll(unread(5));
    expect(await one.extent()).toMatchObject({ unread: 5 });
    const first = await one.claim(2);
    const second = await other.claim(9);
    expect(sources(first)).toEqual(['/0', '/1']);
    expect(sources(second)).toEqual(['/2', '/3', '/4']);
    expect(await one.claim(9)).toBeNull();
    await first!.release();
    const third = await other.claim(9);
    expect(sources(third)).toEqual(['/0', '/1']);
    await third!.finish(foundOf(third!), []);
    await second!.finish(foundOf(second!), []);
    expect(await one.claim(9)).toBeNull();
    expect(await one.extent()).toMatchObject({ unread: 0, quotes: 5, people: 1 });
    expect((await one.people('سامي', 9))[0]).toMatchObject({ quotes: 5, articles: 5 });
    expect(await one.analysis('/3')).toEqual(JSON.parse(JSON.stringify(analyze(text(3)))));
  });

  test('what cannot be analyzed is not given out again until it is kept anew', async () => {
    const library = await opened(await place());
    await library.keepAll(unread(2));
    const claim = await library.claim(2);
    const found = foundOf(claim!);
    const [bad] = claim!.texts;
    found.delete(bad!.id);
    await claim!.finish(found, [bad!.id]);
    expect(await library.claim(9)).toBeNull();
    expect(await library.extent()).toMatchObject({ unread: 1 });
    await library.keepAll(unread(1));
    const again = await library.claim(9);
    expect(sources(again)).toEqual(['/0']);
    await again!.release();
  });

  test('what was found in a text that has come anew meanwhile is not taken for the newer one', async () => {
    const where = await place();
    const [library, other] = [await opened(where), await opened(where)];
    await library.keepAll(unread(1));
    const claim = await library.claim(1);
    // On a server this waits for the worker; in a file the worker comes too late.
    const keeping = other.keepAll([prepare(article('نص آخر\n\nلا أحد هنا'), '/0', null)]);
    await claim!.finish(foundOf(claim!), []);
    await keeping;
    expect(await library.people('', 9)).toEqual([]);
    const again = await library.claim(1);
    expect(sources(again)).toEqual(['/0']);
    await again!.finish(foundOf(again!), []);
    expect(await library.extent()).toMatchObject({ unread: 0, quotes: 0 });
  });

  test('an article that is kept with its analysis is not in the queue', async () => {
    const library = await opened(await place());
    await library.keepAll([prepare(text(1), '/1', analyze(text(1)))]);
    expect(await library.claim(9)).toBeNull();
    await library.keep(text(1), '/1');
    expect(await library.claim(9)).toBeNull();
  });
});
