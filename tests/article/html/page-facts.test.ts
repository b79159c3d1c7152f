import { parse } from 'parse5';
import { describe, expect, test } from 'vitest';
import { describedArticle, looseJson } from '../../../src/article/html/json-ld.ts';
import { factsOf, type PageFacts } from '../../../src/article/html/page-facts.ts';

/** What a page says of itself, by its head and body. */
const facts = (head: string, body = '', html = ''): PageFacts =>
  factsOf(parse(`<!doctype html><html${html}><head>${head}</head><body>${body}</body></html>`));
const ld = (description: unknown): string =>
  `<script type="application/ld+json">${JSON.stringify(description)}</script>`;

describe('the title', () => {
  test.each<[what: string, head: string, body: string, title: string | undefined]>([
    [
      'is the heading that the title repeats',
      '<title>News | Deal signed today</title>',
      '<h1>Deal signed today</h1>',
      'Deal signed today',
    ],
    [
      'of several headings the one that does',
      '<title>Deal signed today</title>',
      '<h1>The Daily</h1><h1>Deal signed today</h1>',
      'Deal signed today',
    ],
    [
      'no heading of a word or two of a long title',
      '<title>The river came back after years</title>',
      '<h1>The river</h1>',
      'The river came back after years',
    ],
    ['no heading of three letters', '<title>War and peace</title>', '<h1>War</h1>', 'War and peace'],
    ['of four letters it is one', '<title>Peace, now</title>', '<h1>Peac</h1><h1>Peace, n</h1>', 'Peac'],
    [
      'is what a description says',
      `${ld({ '@type': 'NewsArticle', headline: 'Told' })}<title>Other</title>`,
      '<h1>Third</h1>',
      'Told',
    ],
    [
      'is what Open Graph says before the title',
      '<meta property="og:title" content="Graph"><title>Other</title>',
      '',
      'Graph',
    ],
    ['is the only heading where nothing else is said', '', '<h1></h1><h1>Heading</h1>', 'Heading'],
    [
      'is without the site behind it',
      '<meta property="og:site_name" content="The Daily"><title>Deal signed - The Daily</title>',
      '',
      'Deal signed',
    ],
    [
      'is without the site before it',
      '<meta property="og:site_name" content="The Daily"><title>The Daily : Deal signed</title>',
      '',
      'Deal signed',
    ],
    [
      'keeps a part that is not the site',
      '<meta property="og:site_name" content="The Daily"><title>Iraq - Deal signed</title>',
      '',
      'Iraq - Deal signed',
    ],
    ['loses what is behind a bar', '<title>A deal was signed | The Daily</title>', '', 'A deal was signed'],
    [
      'but not most of itself',
      '<title>Iraq | A deal was signed yesterday in Baghdad</title>',
      '',
      'Iraq | A deal was signed yesterday in Baghdad',
    ],
    ['keeps a dash', '<title>A deal was signed - Iraq</title>', '', 'A deal was signed - Iraq'],
    ['is nothing where nothing is said', '', '<p>words</p>', undefined],
  ])('%s', (_, head, body, title) => expect(facts(head, body).title).toBe(title));

  test('is the first of the page, not that of a picture', () =>
    expect(facts('<title>Page</title>', '<svg><title>Drawing</title></svg>').title).toBe('Page'));

  test('of a hundred headings the first eight are looked at', () => {
    const headings = (count: number) => `${'<h1>Other words</h1>'.repeat(count)}<h1>Deal signed today</h1>`;
    const head = '<title>Deal signed today | News of the day</title>';
    expect(facts(head, headings(7)).title).toBe('Deal signed today');
    expect(facts(head, headings(8)).title).toBe('Deal signed today');
    expect(facts('<title>xx Deal signed today - x</title>', headings(7)).title).toBe('Deal signed today');
    expect(facts('<title>xx Deal signed today - x</title>', headings(8)).title).toBe(
      'xx Deal signed today - x',
    );
  });
});

describe('the author', () => {
  test.each<[what: string, head: string, author: string | undefined]>([
    ['a name', ld({ '@type': 'Article', author: 'Layla Haddad' }), 'Layla Haddad'],
    ['a person', ld({ '@type': 'Article', author: { name: 'Layla Haddad' } }), 'Layla Haddad'],
    [
      'a creator where there is no author',
      ld({ '@type': 'Article', creator: { name: 'Layla Haddad' } }),
      'Layla Haddad',
    ],
    [
      'somebody described elsewhere',
      ld({
        '@graph': [
          { '@type': 'Article', author: { '@id': '#me' } },
          { '@type': 'Person', '@id': '#me', name: 'Layla Haddad' },
        ],
      }),
      'Layla Haddad',
    ],
    ['a meta', '<meta name="author" content="Layla Haddad">', 'Layla Haddad'],
    ['a meta in capitals', '<META NAME="Author" CONTENT="Layla Haddad">', 'Layla Haddad'],
    [
      'the first of two',
      '<meta name="author" content="One One"><meta name="author" content="Two Two">',
      'One One',
    ],
    ['an empty one', '<meta name="author" content="">', undefined],
    ['of something else', ld({ '@type': 'Person', author: 'Nobody Here' }), undefined],
  ])('%s', (_, head, author) => expect(facts(head).author).toBe(author));

  test('several are named together', () => {
    const author = facts(
      ld({ '@type': 'Article', author: [{ name: 'Layla Haddad' }, 'Sami Halabi'] }),
    ).author;
    expect(author).toContain('Layla Haddad');
    expect(author).toContain('Sami Halabi');
  });

  test('in microdata, as content or as words, each of them', () => {
    const body = `<article itemscope itemtype="https://schema.org/NewsArticle">
      <meta itemprop="datePublished" content="2024-05-03"><span itemprop="headline">Deal signed</span>
      <span itemprop="author" itemscope itemtype="https://schema.org/Person"><b itemprop="name">Layla Haddad</b></span>
      <span itemprop="publisher" itemscope><i itemprop="name">The Daily</i></span>
      <time itemprop="dateCreated" datetime="2020-01-01"></time><i itemprop="nonsense">x</i></article>`;
    expect(facts('', body)).toMatchObject({
      title: 'Deal signed',
      author: 'Layla Haddad',
      site: 'The Daily',
      date: '2024-05-03',
    });
  });

  test('the first article in microdata is the page’s', () => {
    const item = (name: string) =>
      `<div itemscope itemtype="https://schema.org/Article"><i itemprop="author">${name}</i></div>`;
    expect(facts('', item('One One') + item('Two Two')).author).toBe('One One');
  });
});

describe('the day', () => {
  const article = (time: string, around = '') =>
    facts('<title>Deal signed today</title>', `<article><h1>Deal signed today</h1>${time}</article>${around}`)
      .date;
  test.each<[what: string, date: string | undefined, wanted: string | undefined]>([
    ['in the article', article('<time datetime="2024-05-03">x</time>'), '2024-05-03'],
    ['in words', article('<time>2024-05-03</time>'), '2024-05-03'],
    ['not beside it', article('<aside><time>2024-05-03</time></aside>'), undefined],
    ['not in a menu', article('<nav><time>2024-05-03</time></nav>'), undefined],
    ['not at its foot', article('<footer><time>2024-05-03</time></footer>'), undefined],
    [
      'of publication before that of a change',
      article('<time class="updated">2024-06-06</time><time>2024-05-03</time>'),
      '2024-05-03',
    ],
    [
      'of a change where there is no other',
      article('<time itemprop="dateModified">2024-06-06</time>'),
      '2024-06-06',
    ],
    ['not of another article', article('', '<article><time>2024-05-03</time></article>'), undefined],
    [
      'not before the headline',
      facts('<title>Deal signed</title>', '<time>2024-05-03</time><h1>Deal signed</h1>').date,
      undefined,
    ],
    [
      'behind the headline',
      facts('<title>Deal signed</title>', '<h1>Deal signed</h1><time>2024-05-03</time>').date,
      '2024-05-03',
    ],
    [
      'not behind another headline',
      facts('<title>Deal signed</title>', '<h1>Deal signed</h1><h1>Other words</h1><time>2024-05-03</time>')
        .date,
      undefined,
    ],
    [
      'that a description gives before all',
      facts(
        `${ld({ '@type': 'Article', datePublished: '2024-05-03' })}<meta name="date" content="2020-01-01">`,
      ).date,
      '2024-05-03',
    ],
    [
      'of creation behind all',
      facts(`${ld({ '@type': 'Article', dateCreated: '2020-01-01' })}<meta name="date" content="2024-05-03">`)
        .date,
      '2024-05-03',
    ],
    ['of creation alone', facts(ld({ '@type': 'Article', dateCreated: '2020-01-01' })).date, '2020-01-01'],
    [
      'that is none is passed over',
      facts('<meta name="date" content="soon"><meta name="pubdate" content="2024-05-03">').date,
      '2024-05-03',
    ],
  ])('%s', (_, date, wanted) => expect(date).toBe(wanted));

  test.each([
    'article:published_time',
    'og:published_time',
    'og:article:published_time',
    'datePublished',
    'date',
    'DC.date.issued',
    'DC.date',
    'dcterms.issued',
    'dcterms.created',
    'dcterms.date',
    'parsely-pub-date',
    'sailthru.date',
    'pubdate',
    'publishdate',
    'publish-date',
    'publication_date',
    'citation_publication_date',
    'citation_date',
  ])('in the meta %s', (name) =>
    expect(facts(`<meta name="${name}" content="2024-05-03">`).date).toBe('2024-05-03'),
  );
});

describe('language and direction', () => {
  const part = '<article lang="ar" dir="rtl"><p>x</p></article>';
  test.each<[what: string, found: PageFacts, language: string | undefined, direction: string | undefined]>([
    ['of the article', facts('', part, ' lang="en" dir="ltr"'), 'ar', 'rtl'],
    ['of what is around it', facts('', `<div lang="fa" dir="rtl"><main><p>x</p></main></div>`), 'fa', 'rtl'],
    ['of the page', facts('', '<p>x</p>', ' lang="he" dir="RTL"'), 'he', 'rtl'],
    [
      'of the body before the page',
      factsOf(parse('<html lang="en" dir="ltr"><body lang="ur" dir="rtl">')),
      'ur',
      'rtl',
    ],
    ['of XML', facts('', '', ' xml:lang="fa"'), 'fa', undefined],
    ['of a description', facts(ld({ '@type': 'Article', inLanguage: 'he' })), 'he', undefined],
    ['of Open Graph', facts('<meta property="og:locale" content="ar_IQ">'), 'ar_IQ', undefined],
    ['of the server', facts('<meta http-equiv="Content-Language" content="fa">'), 'fa', undefined],
    ['of none of two articles', facts('', part + part), undefined, undefined],
    ['a direction that is none', facts('', '', ' dir="sideways"'), undefined, undefined],
  ])('%s', (_, { language, direction }, tag, wanted) => expect([language, direction]).toEqual([tag, wanted]));
});

test('the rest that a page says of itself', () => {
  const found = facts(
    `<base href="/a/"><base href="/b/"><meta name="description" content="In &amp;amp; short">
     <meta http-equiv="refresh" content="0;url=x"><meta name="application-name" content="Daily">`,
    '<div><div><p>x</p></div></div>',
  );
  expect(found).toMatchObject({ base: '/a/', summary: 'In & short', refresh: '0;url=x', site: 'Daily' });
  // The document, html, body, two of div, p and its text.
  expect(found.depth).toBe(6);
  expect(found.elements).toBe(11);
  expect(facts(ld({ '@type': 'Article', articleBody: 'All of it' })).body).toBe('All of it');
  expect(facts(ld({ '@type': 'Article', articleBody: ['x'] })).body).toBeUndefined();
});

describe('descriptions', () => {
  const described = (value: unknown, ...headlines: string[]) =>
    describedArticle([JSON.stringify(value)], headlines);

  test.each([
    'Article',
    'NewsArticle',
    'BlogPosting',
    'Report',
    'ReportageNewsArticle',
    'Review',
    'SocialMediaPosting',
  ])('of a %s is of an article', (type) =>
    expect(described({ '@type': type, headline: 'x' }).headline).toBe('x'),
  );
  test.each(['Person', 'WebPage', 'Organization', 'Reviewer', 'Recipe'])('of a %s is none', (type) =>
    expect(described({ '@type': type, headline: 'x' })).toEqual({}),
  );
  test.each(['@graph', 'mainEntity', 'mainEntityOfPage', 'hasPart'])('inside %s is found', (key) =>
    expect(described({ '@type': 'WebPage', [key]: [{ '@type': 'Article', headline: 'x' }] }).headline).toBe(
      'x',
    ),
  );
  test('of several the one of the headline is meant, else the first', () => {
    const two = [
      { '@type': 'Article', headline: 'one' },
      { '@type': 'Article', headline: 'two' },
    ];
    expect(described(two, 'two').headline).toBe('two');
    expect(described(two, 'three').headline).toBe('one');
  });
  test('beyond two thousand nodes nothing is looked at', () => {
    const many = (count: number) => [
      ...Array(count).fill({ '@type': 'Person' }),
      { '@type': 'Article', headline: 'x' },
    ];
    expect(described(many(1990)).headline).toBe('x');
    expect(described(many(2100))).toEqual({});
  });

  test.each<[what: string, written: string, read: unknown]>([
    ['plain', '{"a":1}', { a: 1 }],
    ['in CDATA', '//<![CDATA[\n{"a":1}\n//]]>', { a: 1 }],
    ['in CDATA of CSS', '/*<![CDATA[*/{"a":1}/*]]>*/', { a: 1 }],
    ['in a comment of HTML', '<!-- {"a":1} -->', { a: 1 }],
    ['with a semicolon behind it', ' {"a":1} ; ', { a: 1 }],
    ['with comments', '{/* x */"a":1 // y\n}', { a: 1 }],
    ['with what looks like a comment in a string', '{"a":"http://x/*y*/",}', { a: 'http://x/*y*/' }],
    ['with commas behind the last', '{"a":[1,2,],}', { a: [1, 2] }],
    ['with a comma in a string', '{"a":",}",}', { a: ',}' }],
    ['with a line end in a string', '{"a":"x\ny"}', { a: 'x\ny' }],
    ['with a wrong escape', '{"a":"c\\d"}', { a: 'c\\d' }],
    ['with a right one kept', '{"a":"\\u0041\\n\\"",}', { a: 'A\n"' }],
    ['none', 'window.x = 1', undefined],
    ['nothing', '', undefined],
  ])('as JSON %s', (_, written, read) => expect(looseJson(written)).toEqual(read));
});
