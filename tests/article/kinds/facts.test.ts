// What pages say of themselves, in all the ways in which they say it.
import { doc, H, ld, ps } from './news.ts';
import { both, checkAll, field, has, type Input, type Wanted } from './wanted.ts';

const all: Input[] = [];
const add = (...input: Input) => all.push(input);
const fact = (name: string, head: string, body: string | undefined, want: Wanted) =>
  add(name, doc({ head, ...(body ? { body } : {}) }), 'a.html', want);
fact(
  'ld cdata js comment',
  ld(
    `//<![CDATA[\n{"@type":"NewsArticle","headline":"${H}","author":{"@type":"Person","name":"نوال الشاطر"},"datePublished":"2023-11-04"}\n//]]>`,
  ),
  undefined,
  both(field('author', 'نوال الشاطر'), field('date', '2023-11-04')),
);
fact(
  'ld charset param',
  ld(`{"@type":"NewsArticle","author":"نوال الشاطر"}`, 'application/ld+json; charset=utf-8'),
  undefined,
  field('author', 'نوال الشاطر'),
);
fact(
  'ld graph id',
  ld(
    JSON.stringify({
      '@graph': [
        { '@type': 'Person', '@id': '#p', name: 'نوال الشاطر' },
        {
          '@type': 'BlogPosting',
          headline: H,
          author: { '@id': '#p' },
          datePublished: '2023-11-04T00:10:00+03:00',
        },
      ],
    }),
  ),
  undefined,
  both(field('author', 'نوال الشاطر'), field('date', '2023-11-04')),
);
fact(
  'ld id in another script',
  ld(JSON.stringify({ '@type': 'Person', '@id': '#p', name: 'نوال الشاطر' })) +
    ld(JSON.stringify({ '@type': 'BlogPosting', headline: H, author: [{ '@id': '#p' }] })),
  undefined,
  field('author', 'نوال الشاطر'),
);
fact(
  'ld two authors',
  ld(JSON.stringify({ '@type': 'Article', author: [{ name: 'نوال الشاطر' }, { name: 'سامي البحر' }] })),
  undefined,
  (a) => (a.author?.includes('نوال الشاطر') && a.author.includes('سامي البحر')) || a.author,
);
fact(
  'ld author url',
  ld(JSON.stringify({ '@type': 'Article', author: 'https://example.com/author/12' })),
  undefined,
  field('author', undefined),
);
fact(
  'ld list top',
  ld(
    JSON.stringify([
      { '@type': 'BreadcrumbList' },
      { '@type': 'http://schema.org/NewsArticle', author: { name: ['نوال الشاطر'] } },
    ]),
  ),
  undefined,
  field('author', 'نوال الشاطر'),
);
fact(
  'ld trailing comma and comment',
  ld(`{ /* x */ "@type": "NewsArticle", "author": { "name": "نوال الشاطر", }, }`),
  undefined,
  field('author', 'نوال الشاطر'),
);
fact(
  'microdata',
  '',
  `<article itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">${H}</h1><span itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">نوال الشاطر</span></span><meta itemprop="datePublished" content="2023-11-04T00:10:00+03:00">${ps}</article>`,
  both(field('author', 'نوال الشاطر'), field('date', '2023-11-04')),
);
fact(
  'microdata body',
  '',
  `<div itemscope itemtype="http://schema.org/BlogPosting"><h2 itemprop="name headline">${H}</h2><a itemprop="author" href="/x">نوال الشاطر</a><time itemprop="datePublished" datetime="2023-11-04">أمس</time><div itemprop="articleBody">${ps}</div></div>`,
  both(field('author', 'نوال الشاطر'), field('date', '2023-11-04')),
);
for (const label of [
  'بقلم',
  'بواسطة:',
  'كتب:',
  'كتبت:',
  'תגובה',
  'נכתב על ידי',
  'מאת:',
  'By',
  'Published by',
  'Written by',
  'نویسنده:',
  'تحریر:',
  'Posted by',
  'نوشته‌ی',
])
  fact(
    `byline ${label}`,
    '',
    `<article><h1>${H}</h1><div class="byline">${label} <span class="author">ليلى النجار</span></div>${ps}</article>`,
    (a) =>
      (label === 'תגובה' ? true : a.author === 'ليلى النجار') ||
      `author ${a.author} | ${a.text.slice(0, 90)}`,
  );
fact(
  'byline admin and name in text',
  '<meta name="author" content="admin">',
  `<article><h1>${H}</h1><p class="writer">كتبت نوال الشاطر</p>${ps}</article>`,
  has('نوال الشاطر'),
);
fact(
  'rel author',
  '',
  `<article><h1>${H}</h1><p><a rel="author" href="/a">نوال الشاطر</a></p>${ps}</article>`,
  has('نوال الشاطر'),
);
fact(
  'og twice escaped',
  '<meta property="og:title" content="قال: &amp;quot;لا&amp;quot; للبحر">',
  `<article>${ps}</article>`,
  (a) => a.title === 'قال: "لا" للبحر' || a.title === H || a.title,
);
// dates in html
const day = (name: string, head: string, body: string | undefined, v: string | undefined) =>
  fact(`date ${name}`, head, body, field('date', v));
const m = (v: string) => `<meta property="article:published_time" content="${v}">`;
day('riyadh midnight', m('2024-03-01T00:20:00+03:00'), undefined, '2024-03-01');
day('arabic words', m('١٢ مايو ٢٠٢٤'), undefined, '2024-05-12');
day('levant', m('12 أيار/مايو 2024'), undefined, '2024-05-12');
day('maghreb', m('12 ماي 2024'), undefined, '2024-05-12');
day('hijri', m('4 ذو القعدة 1445 هـ'), undefined, '2024-05-12');
day('jalali', m('۲۳ اردیبهشت ۱۴۰۳'), undefined, '2024-05-12');
day('jalali digits', m('1403/02/23'), undefined, '2024-05-12');
day('hebrew', m('12 במאי 2024'), undefined, '2024-05-12');
day('urdu', m('12 مئی 2024ء'), undefined, '2024-05-12');
day('english', m('May 12th, 2024'), undefined, '2024-05-12');
day('31/12', m('31/12/2024'), undefined, '2024-12-31');
day('impossible', m('2024-02-30'), undefined, undefined);
day('zero', m('0000-00-00 00:00:00'), undefined, undefined);
day('epoch', m('1970-01-01T00:00:00Z'), undefined, undefined);
day('unix seconds', m('1715472000'), undefined, undefined);
day('day name', m('الأحد 12 مايو 2024 - 10:30 صباحا'), undefined, '2024-05-12');
day('mecca', m('الأحد، 4 ذو القعدة 1445هـ الموافق 12 مايو 2024م'), undefined, '2024-05-12');
day('dari', m('۲۳ ثور ۱۴۰۳'), undefined, '2024-05-12');
day(
  'time own',
  '',
  `<header><time datetime="2020-01-01">ساعة</time></header><article><h1>${H}</h1><time datetime="2024-05-12T10:00Z">12 مايو</time>${ps}</article>`,
  '2024-05-12',
);
day(
  'time updated after',
  '',
  `<article><h1>${H}</h1><time class="updated" datetime="2024-06-01">1</time><time class="published" datetime="2024-05-12">12</time>${ps}</article>`,
  '2024-05-12',
);

checkAll(all);
