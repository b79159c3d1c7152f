// What sort of text a text is taken for by its first signs, and what the elements of a feed are called.
import { describe, expect, test } from 'vitest';
import { frontMatterIn, isFeed, isFictionBook, isMarkdown } from '../../../src/article/bytes/text-kind.ts';
import { elementName, prefixesInside } from '../../../src/article/feed/vocabulary.ts';

describe('Markdown', () => {
  const signs = {
    heading: '# عنوان\n',
    deep: '###### عنوان\n',
    link: '[نهر](https://x.example/a)\n',
    'link to a place': '[نهر](#a)\n',
    listing: '```\nx\n```\n',
    'listing by tildes': '~~~\nx\n~~~\n',
    'strong words': 'قال **نعم** له\n',
    'strong words by lines': '__نعم__ قال\n',
    quotation: '> قول\n',
    table: '| a | b |\n| - | :-: |\n',
    note: '[^1]: ملاحظة\n',
    'address of a link': '[a]: https://x.example\n',
    list: '- أول\n- ثان\n',
  };
  const names = Object.keys(signs) as (keyof typeof signs)[];
  // Signs of one kind are one.
  const kindOf = (name: string) =>
    ({
      deep: 'heading',
      'link to a place': 'link',
      'listing by tildes': 'listing',
      'strong words by lines': 'strong words',
      'address of a link': 'note',
    })[name] ?? name;

  test('is a text with signs of two kinds', () => {
    for (const one of names)
      for (const other of names) {
        const text = `نص\n\n${signs[one]}\nنص\n\n${signs[other]}`;
        expect([one, other, isMarkdown(text, '-')]).toEqual([one, other, kindOf(one) !== kindOf(other)]);
      }
  });

  test.each([
    ['#عنوان\n\n> قول\n'],
    ['####### عنوان\n\n> قول\n'],
    ['5 # عنوان\n\n> قول\n'],
    ['> قول\n\n[نهر](نهر)\n'],
    ['> قول\n\n** نعم **\n'],
    ['> قول\n\n- أول\nثان\n'],
    ['> قول\n\n| a | b |\n| c | d |\n'],
    ['> قول\n\n>> قول'],
  ])('%j has one at most', (text) => expect(isMarkdown(text, '-')).toBe(false));

  test.each([
    ['نص', 'a.md', true],
    ['نص', 'A.Markdown', true],
    ['نص', 'a.mkd', true],
    ['نص', 'a.mdown', true],
    ['نص', 'a.md.bak', false],
    ['نص', 'amd', false],
    ['# a\n\n> b\n', 'a.txt', false],
    ['# a\n\n> b\n', 'a.text', false],
    ['# a\n\n> b\n', 'a.txt.x', true],
    ['---\ntitle: x\n---\nنص', 'a', true],
  ])('%j as %s: %s', (text, name, is) => expect(isMarkdown(text, name)).toBe(is));

  test('a sign that only the end of a line of a thousand letters has is none', () => {
    const far = (length: number) => `> قول\n\n${'ا'.repeat(length)} **نعم**\n`;
    expect(isMarkdown(far(900), '-')).toBe(true);
    expect(isMarkdown(far(1100), '-')).toBe(false);
  });
});

describe('front matter', () => {
  test.each<[text: string, yaml: string | undefined, body?: string]>([
    ['---\ntitle: x\n---\nنص', 'title: x\n', 'نص'],
    ['---\ntitle: x\n...\nنص', 'title: x\n', 'نص'],
    ['--- \t\r\nTitle : x\r\n--- \r\nنص', 'Title : x\r\n', 'نص'],
    ['---\n"date": x\n---', '"date": x\n', ''],
    ['---\nx: 1\nlang: ar\n---\nنص', 'x: 1\nlang: ar\n', 'نص'],
    ['---\ntitle:\n---\nنص', 'title:\n', 'نص'],
    ['---\n---\nنص', undefined],
    ['---\nنص بين خطين\n---\nنص', undefined],
    ['---\nentitled: x\n---\nنص', undefined],
    ['---\ntitle:x\n---\nنص', undefined],
    ['---\ntitle: x\nنص', undefined],
    ['----\ntitle: x\n----\nنص', undefined],
    [' ---\ntitle: x\n---\nنص', undefined],
    ['---\ntitle: x\n---y\nنص', undefined],
  ])('of %j is %j', (text, yaml, body) => {
    const found = frontMatterIn(text);
    expect(found?.yaml).toBe(yaml);
    if (found) expect(text.slice(found.body)).toBe(body);
  });
});

test.each([
  ['<FictionBook xmlns="x">', true],
  ['\ufeff <?xml version="1.0"?>\n<!-- x -->\n<fictionbook>', true],
  ['<!DOCTYPE x [<!ENTITY a "b">]> <f:FictionBook>', true],
  ['<FictionBooks>', false],
  ['a <FictionBook>', false],
  ['<!-- <FictionBook> -->', false],
])('%j is a FictionBook: %s', (text, is) => expect(isFictionBook(text)).toBe(is));

describe('a feed', () => {
  test.each([
    ['<rss>', true],
    ['<?xml version="1.0"?><!-- x --><RSS version="2.0">', true],
    ['<rss2>', false],
    ['<feed xmlns="http://www.w3.org/2005/Atom">', true],
    ['<a:feed xmlns:a="http://purl.org/atom/ns#">', true],
    ['<feed version="0.3"><title>x</title>', true],
    ['<feed version="0.3"><x:entry>x', true],
    ['<feed version="0.3"><name>x</name>', false],
    ['<feed><title>x</title>', false],
    ['<rdf:RDF xmlns="http://purl.org/rss/1.0/">', true],
    ['<rdf:RDF xmlns="http://my.netscape.com/rdf/simple/0.9/">', true],
    ['<rdf:RDF xmlns="http://xmlns.com/foaf/0.1/">', false],
    ['Warning: x in y on line 3\n<rss></rss>', true],
    ['Warning: x in y on line 3\n<rss></rss> \n', true],
    ['Warning: x in y on line 3\n<rss></rss>x', false],
    ['<p>Write <rss> first and </rss>', false],
    ['<body><rss></rss>', false],
    [`${'x'.repeat(1900)}<rss></rss>`, true],
    [`${'x'.repeat(2100)}<rss></rss>`, false],
    ['{"version": "https://jsonfeed.org/version/1.1"}', true],
    [' {"a": 1, "version":"http:\\/\\/www.jsonfeed.org\\/version\\/1"}', true],
    ['{"version": "1.1", "home": "jsonfeed.org"}', false],
    ['{"version": "https://jsonfeed.example/version/1"}', false],
    ['["version": "https://jsonfeed.org/version/1"]', false],
  ])('%j: %s', (text, is) => expect(isFeed(text)).toBe(is));
});

describe('an element of a feed', () => {
  const inside = (attributes: Record<string, string>, around = new Map<string, string>()) =>
    prefixesInside(around, attributes);

  test.each<[attributes: Record<string, string>, tag: string, name: string]>([
    [{}, 'title', 'title'],
    [{}, 'dc:creator', 'dc:creator'],
    [{}, 'atom:link', 'link'],
    [{}, 'rss:title', 'title'],
    [{ 'xmlns:d': 'http://purl.org/dc/elements/1.1/' }, 'd:creator', 'dc:creator'],
    [{ 'xmlns:d': ' HTTPS://purl.org/dc/terms/ ' }, 'd:issued', 'dcterms:issued'],
    [{ 'xmlns:A': 'http://www.w3.org/2005/Atom' }, 'a:entry', 'entry'],
    [{ xmlns: 'http://www.w3.org/1999/xhtml' }, 'div', 'html:div'],
    [{ xmlns: 'http://x.example/' }, 'title', 'title'],
    [{ 'xmlns:atom': 'http://x.example/' }, 'atom:title', 'atom:title'],
    [{ 'xmlns:c': 'http://purl.org/rss/1.0/modules/content/' }, 'c:encoded', 'content:encoded'],
    [{ 'xmlns:c': 'http://purl.org/rss/1.0/modules/slash/' }, 'c:comments', 'module:comments'],
    [{ 'xmlns:m': 'http://search.yahoo.com/mrss/' }, 'm:title', 'media:title'],
    [{ 'xmlns:i': 'http://www.itunes.com/dtds/podcast-1.0.dtd' }, 'i:author', 'itunes:author'],
    [{ 'xmlns:x': 'x://www.w3.org/2005/Atom' }, 'x:title', 'x:title'],
    [{ 'data-xmlns:d': 'http://purl.org/dc/elements/1.1/' }, 'd:creator', 'd:creator'],
  ])('with %j: %s is %s', (attributes, tag, name) => expect(elementName(tag, inside(attributes))).toBe(name));

  test('has the prefixes of those around it, and its own first', () => {
    const outer = inside({
      'xmlns:d': 'http://purl.org/dc/elements/1.1/',
      xmlns: 'http://www.w3.org/1999/xhtml',
    });
    const inner = prefixesInside(outer, { xmlns: 'http://www.w3.org/2005/Atom' });
    expect([elementName('d:date', inner), elementName('div', inner)]).toEqual(['dc:date', 'div']);
    expect(elementName('div', outer)).toBe('html:div');
    expect(prefixesInside(outer, { id: 'x' })).toBe(outer);
  });
});
