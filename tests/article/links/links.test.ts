import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bareAddresses } from '../../../src/article/links/bare-address.ts';
import { boundariesAround } from '../../../src/article/links/boundary.ts';
import { hrefOf } from '../../../src/article/links/href.ts';
import { readArticle } from '../../../src/article/open.ts';

const found = (text: string) => bareAddresses(text).map(({ span }) => text.slice(span.start, span.end));

describe('addresses that are written out', () => {
  test.each<[string, string[]]>([
    ['انظر https://site.example/a?b=1&c#d.', ['https://site.example/a?b=1&c#d']],
    ['(راجع http://a.example/x_(y)).', ['http://a.example/x_(y)']],
    [
      '[https://a.example], «https://b.example»; “https://c.example” <https://d.example>',
      ['https://a.example', 'https://b.example', 'https://c.example', 'https://d.example'],
    ],
    [
      'هل رأيت https://a.example/ب؟ أو https://a.example/ب، ثم https://a.example/ب؛',
      ['https://a.example/ب', 'https://a.example/ب', 'https://a.example/ب'],
    ],
    ['یہ https://a.example/اردو۔', ['https://a.example/اردو']],
    ['https://ar.example/دالاس،_تكساس', ['https://ar.example/دالاس،_تكساس']],
    ['https://fa.example/می\u200cخواهم\u200c.', ['https://fa.example/می\u200cخواهم']],
    ['https://a.example/عَرَبِيّ', ['https://a.example/عَرَبِيّ']],
    ['على https://موقع.مثال/صفحة.', ['https://موقع.مثال/صفحة']],
    ['https://a.exampleوقال', ['https://a.example']],
    ['وhttps://a.example', ['https://a.example']],
    ['https://a.example،وقال', ['https://a.example']],
    ['\u2067https://a.example/\u2069\u200f', ['https://a.example/']],
    ['HTTPS://A.EXAMPLE/B', ['HTTPS://A.EXAMPLE/B']],
    ['http://localhost:8080/x, http://[::1]/y', ['http://localhost:8080/x', 'http://[::1]/y']],
    ['https://a.example/https://b.example/', ['https://a.example/https://b.example/']],
    ['https://a.example\nhttps://b.example', ['https://a.example', 'https://b.example']],
    ['https://a.example/…', ['https://a.example/']],
    [
      "*https://a.example/b*, _https://a.example/c_ 'https://a.example/d'",
      ['https://a.example/b', 'https://a.example/c', 'https://a.example/d'],
    ],
    ['שלום https://a.example/ב", סוף', ['https://a.example/ב']],
    ['https://en.example/Iran–Iraq', ['https://en.example/Iran–Iraq']],
    ['xhttps://a.example ftp://b.example https:// https://. http:///x https://user@a.example', []],
    [`https://a.example/${'x'.repeat(5000)} https://b.example`, ['https://b.example']],
  ])('%j', (text, expected) => expect(found(text)).toEqual(expected));

  test('lead where they say, in letters that every program reads', () =>
    expect(bareAddresses('https://موقع.example/ب ج')[0]!.href).toBe('https://xn--4gbrim.example/%D8%A8'));

  test('of ten megabytes take no longer than their length', () => {
    for (const unit of ['https://a.example/', 'http://', '://', 'https://a.b)) ', 'https://a.b,', 'كلمة '])
      expect(bareAddresses(unit.repeat(5_000_000 / unit.length)).length).toBeGreaterThanOrEqual(0);
  });

  test('whatever stands around them: whole, apart, valid', () => {
    const part = fc.constantFrom(
      ...[
        'https://',
        'http://',
        '://',
        'a.example',
        'موقع',
        '.',
        '/',
        '،',
        '؟',
        ' ',
        '\n',
        '(',
        ')',
        '[',
        ']',
        '"',
      ],
      ...[
        '\u064e',
        '\u200d',
        '👨‍👩‍👧',
        '\u0600',
        '«',
        '»',
        ':',
        '@',
        '#',
        '?',
        '%',
        '%ff',
        '\ud800',
        '\udc00',
        '\u200f',
      ],
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 14 }), (parts) => {
        const text = parts.join('');
        let last = 0;
        for (const { span, href } of bareAddresses(text)) {
          const written = text.slice(span.start, span.end);
          expect(span.start).toBeGreaterThanOrEqual(last);
          expect(written).toMatch(/^https?:\/\/[^\s"«»،؟.:]/i);
          expect(written).not.toMatch(/[\s"«».,:،؟\u200f]$/);
          expect(href).toBe(new URL(written).href);
          last = span.end;
        }
      }),
      { numRuns: 3000 },
    );
  });
});

describe('plain text', () => {
  const read = (text: string) => readArticle(Buffer.from(text), { source: 'x.txt' });

  test('links the addresses in it, offset for offset', async () => {
    const text =
      'عنوان\r\n\r\nنص طويل يحيل إلى https://a.example/١، وإلى (http://b.example).\r\nسطر آخر بلا رابط.';
    const article = await read(text);
    expect(article.text).toBe(text);
    expect(article.links).toEqual([
      { span: { start: text.indexOf('https'), end: text.indexOf('،') }, href: 'https://a.example/%D9%A1' },
      { span: { start: text.indexOf('http://'), end: text.indexOf(').') }, href: 'http://b.example/' },
    ]);
    expect(article.anchors).toBeUndefined();
  });

  test('of ten megabytes of links opens with each of them', async () => {
    const line = 'نص يحيل إلى https://site.example/page/1234567890 وإلى غيره من الصفحات الكثيرة\n';
    const { links } = await read(line.repeat(5_000_000 / line.length));
    expect(links).toHaveLength(Math.floor(5_000_000 / line.length));
  });

  test('a link is whole grapheme clusters in one block, whatever stands around it', async () => {
    const part = fc.constantFrom(
      ...[
        'https://a.example/',
        'https://a.example',
        '\u064e',
        '\u200d',
        '\u0600',
        'ب',
        ' ',
        '\n\n',
        '\u0301',
        ')',
        '.',
        '🏴',
      ],
    );
    const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
    await fc.assert(
      fc.asyncProperty(fc.array(part, { minLength: 2, maxLength: 10 }), async (parts) => {
        const text = parts.join('');
        fc.pre(/\S/.test(text));
        const article = await read(text).catch(() => undefined);
        for (const { span } of article?.links ?? []) {
          const block = article!.blocks.find(
            (other) => other.span.start <= span.start && span.end <= other.span.end,
          );
          expect(block).toBeDefined();
          const { start, end } = block!.span;
          const boundaries = new Set([end]);
          for (const { index } of segmenter.segment(text.slice(start, end))) boundaries.add(start + index);
          expect(boundaries).toContain(span.start);
          expect(boundaries).toContain(span.end);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

test('boundaries are those that the platform finds, in any text', () => {
  const unit = fc.constantFrom(
    ...['a', 'ب', '\u064e', '\u0301', '\u200d', '\u0600', '👩', '🏽', '🇮🇶', '\r', '\n', 'ก', '각', 'क', '्'],
  );
  const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 20 }), fc.array(fc.nat(60)), (units, places) => {
      const text = units.join('');
      const all = [...[...segmenter.segment(text)].map(({ index }) => index), text.length];
      const offsets = [...new Set(places.map((place) => place % (text.length + 1)))].sort((a, b) => a - b);
      const near = boundariesAround(text, offsets, 0, text.length);
      for (const offset of offsets)
        expect(near.get(offset)).toEqual({
          before: all.findLast((boundary) => boundary <= offset),
          after: all.find((boundary) => boundary >= offset),
        });
    }),
    { numRuns: 2000 },
  );
});

describe('what is written as a link', () => {
  test.each<[string, string | undefined, string | undefined]>([
    ['b', 'https://s.example/a/', 'https://s.example/a/b'],
    [' b\n', 'https://s.example/a', 'https://s.example/b'],
    ['//t.example/x', undefined, 'https://t.example/x'],
    ['b.html', undefined, 'b.html'],
    ['../b.html', 'sub/dir/', 'sub/b.html'],
    ['b.html', 'sub/page.html?x=/', 'sub/b.html'],
    ['/b', 'sub/', '/b'],
    ['https://t.example', 'sub/', 'https://t.example/'],
    ['#x', 'https://s.example/', '#x'],
    ['#', 'https://s.example/', undefined],
    ['', 'https://s.example/', undefined],
    ['tel:+964', 'https://s.example/', 'tel:+964'],
    ['file:///etc/passwd', undefined, 'file:///etc/passwd'],
    ['java\nscript:x()', 'https://s.example/', undefined],
    ['\u202ejavascript:x()', undefined, undefined],
    ['data:text/html,x', undefined, undefined],
    ['http://[', undefined, undefined],
    ['//', undefined, undefined],
  ])('%j from %j: %j', (written, base, href) => expect(hrefOf(written, base)).toBe(href));
});
