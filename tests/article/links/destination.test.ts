import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { destinationOf, offsetOfFragment } from '../../../src/article/links/destination.ts';
import type { Article } from '../../../src/article/model/article.ts';

const article = (source: string, more: Partial<Article> = {}): Article => ({
  text: 'عنوان أول\n\nنص فيه حاشية\n\nعنوان أول\n\nعنوان «ثان»: تتمة',
  blocks: [
    { kind: 'title', span: { start: 0, end: 9 }, direction: 'rtl' },
    { kind: 'paragraph', span: { start: 11, end: 23 }, direction: 'rtl' },
    { kind: 'heading', span: { start: 25, end: 34 }, direction: 'rtl', level: 2 },
    { kind: 'heading', span: { start: 36, end: 54 }, direction: 'rtl', level: 2 },
  ],
  title: 'عنوان أول',
  language: 'ar',
  direction: 'rtl',
  source,
  notices: [],
  anchors: [
    { name: 'حاشية', offset: 18 },
    { name: 'a b', offset: 11 },
    { name: '%61', offset: 15 },
    { name: 'top', offset: 25 },
  ],
  ...more,
});

const onTheWeb = article('https://site.example/dir/page');
const moved = article('https://short.example/1', { address: 'https://site.example/dir/page' });
const inFile = article('/home/reader/texts/page.html');
const inPipe = article('-');

describe('a fragment leads to', () => {
  test.each<[string, number | undefined]>([
    ['حاشية', 18],
    [encodeURIComponent('حاشية'), 18],
    ['#a%20b', 11],
    ['%61', 15],
    ['', 0],
    ['top', 25],
    ['عنوان-أول', 0],
    ['عنوان-أول-1', 25],
    ['عنوان-ثان-تتمة', 36],
    ['حاشية:~:text=x', 18],
    [':~:text=x', 0],
    ['nowhere', undefined],
    ['%', undefined],
  ])('%j: %j', (fragment, offset) => expect(offsetOfFragment(onTheWeb, fragment)).toBe(offset));

  test('the start, where it is the top and nothing else is called so', () =>
    expect(offsetOfFragment({ ...onTheWeb, anchors: [] }, 'TOP')).toBe(0));
});

describe('from an address', () => {
  test.each<[string, object]>([
    ['#a%20b', { kind: 'inside', offset: 11 }],
    ['https://site.example/dir/page#a%20b', { kind: 'inside', offset: 11 }],
    ['page#a%20b', { kind: 'inside', offset: 11 }],
    ['https://site.example/dir/page', { kind: 'inside', offset: 0 }],
    ['?page=2', { kind: 'source', source: 'https://site.example/dir/page?page=2' }],
    [
      'https://site.example/dir/page#x',
      { kind: 'source', source: 'https://site.example/dir/page', fragment: 'x' },
    ],
    ['../up?q=1#n', { kind: 'source', source: 'https://site.example/up?q=1', fragment: 'n' }],
    ['//other.example', { kind: 'source', source: 'https://other.example/' }],
    ['/etc/passwd', { kind: 'source', source: 'https://site.example/etc/passwd' }],
    ['file:///etc/passwd', { kind: 'outside', scheme: 'file' }],
    ['mailto:a@b.example', { kind: 'outside', scheme: 'mailto' }],
    ['TEL:+964', { kind: 'outside', scheme: 'tel' }],
    ['javascript:x()', { kind: 'outside', scheme: 'javascript' }],
    ['http://[', { kind: 'outside', scheme: '' }],
    ['#nowhere', { kind: 'outside', scheme: '' }],
  ])('%s', (href, destination) => {
    expect(destinationOf(onTheWeb, href)).toEqual(destination);
    expect(destinationOf(moved, href)).toEqual(destination);
  });
});

describe('from a file', () => {
  test.each<[string, object]>([
    ['next.html', { kind: 'source', source: '/home/reader/texts/next.html' }],
    [
      '../%D9%81%D8%B5%D9%84%202.md?x=1#n',
      { kind: 'source', source: '/home/reader/فصل 2.md', fragment: 'n' },
    ],
    ['page.html#a%20b', { kind: 'inside', offset: 11 }],
    ['?print', { kind: 'inside', offset: 0 }],
    ['/about', { kind: 'source', source: '/about' }],
    ['100%.txt', { kind: 'source', source: '/home/reader/texts/100%.txt' }],
    ['file:///tmp/a%20b.txt#n', { kind: 'source', source: '/tmp/a b.txt', fragment: 'n' }],
    ['file://host/share', { kind: 'outside', scheme: '' }],
    ['//site.example/a', { kind: 'source', source: 'https://site.example/a' }],
    ['//', { kind: 'outside', scheme: '' }],
    ['https://site.example/a#b', { kind: 'source', source: 'https://site.example/a', fragment: 'b' }],
    ['a%00b', { kind: 'outside', scheme: '' }],
    ['file:///home/reader/texts/page.html#a%20b', { kind: 'inside', offset: 11 }],
  ])('%s', (href, destination) => expect(destinationOf(inFile, href)).toEqual(destination));

  test('whose path is relative: from the folder that one is in', () =>
    expect(destinationOf(article('texts/page.md'), 'next.md')).toEqual({
      kind: 'source',
      source: path.resolve('texts/next.md'),
    }));
});

describe('what may be from anywhere leads to no file', () => {
  test.each([
    ['a pipe', inPipe],
    ['a pipe with a name', article('/dev/fd/63')],
    ['a pipe of a process', article('/proc/self/fd/11')],
    ['a feed', article('/tmp/feed.xml', { kind: 'feed' })],
    ['a book', article('/tmp/book.epub', { kind: 'book' })],
  ])('%s', (_, from) => {
    for (const href of ['x.txt', '/etc/passwd', '../x', 'file:///etc/passwd'])
      expect(destinationOf(from, href)).toEqual({ kind: 'outside', scheme: 'file' });
    expect(destinationOf(from, 'https://a.example/')).toEqual({
      kind: 'source',
      source: 'https://a.example/',
    });
    expect(destinationOf(from, '#a%20b')).toEqual({ kind: 'inside', offset: 11 });
  });
});

describe('whatever is written as a link', () => {
  const part = fc.constantFrom(
    ...[
      'file:',
      'FILE:',
      'http:',
      'https:',
      '//',
      '///',
      '/',
      '\\',
      '..',
      '.',
      '#',
      '?',
      '%',
      '%2F',
      '%00',
      ':',
      ' ',
    ],
    ...[
      '\n',
      '\0',
      'etc',
      'passwd',
      'حاشية',
      'javascript:',
      'site.example',
      '@',
      '[',
      'page',
      '\u202e',
      '🙂',
    ],
  );
  const href = fc.array(part, { maxLength: 7 }).map((parts) => parts.join(''));
  const check = (from: Article, sourceIs: RegExp) =>
    fc.assert(
      fc.property(fc.oneof(href, fc.webUrl({ withFragments: true })), (written) => {
        const to = destinationOf(from, written);
        if (to.kind === 'source') expect(to.source).toMatch(sourceIs);
        if (to.kind === 'source') expect(to.source).not.toMatch(/\0/);
        if (to.kind === 'inside') expect(from.text.length).toBeGreaterThan(to.offset);
        if (to.kind === 'outside') expect(to.scheme).toMatch(/^[a-z\d+.-]*$/);
      }),
      { numRuns: 1000 },
    );

  test('the web leads to the web', () => {
    check(onTheWeb, /^https?:\/\/[^#]*$/);
    check(moved, /^https?:\/\/[^#]*$/);
    check(inPipe, /^https?:\/\/[^#]*$/);
  });
  test('a file leads to the web, or to an absolute path', () => check(inFile, /^(?:https?:\/\/[^#]*$|\/)/));
});
