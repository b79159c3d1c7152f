import { describe, expect, test } from 'vitest';
import { looseJson } from '../../../src/article/html/json-ld.ts';
import { refreshTarget } from '../../../src/article/html/refresh.ts';
import type { Article } from '../../../src/article/model/article.ts';
import { authorName, isLabel } from '../../../src/article/model/author.ts';
import { readArticle } from '../../../src/article/open.ts';

const title = 'حديقة جديدة على ضفة النهر';
const sentences = [
  'فتحت الحديقة أبوابها صباح اليوم أمام الزوار بعد ثلاث سنوات من العمل على ضفة النهر الشرقية.',
  'وقال مهندس المشروع طارق الخطيب إن الأشجار كلها من أنواع محلية لا تحتاج إلى كثير من الماء.',
  'ويمتد ممر للدراجات من البوابة الشمالية إلى الجسر القديم، وتحيط به مقاعد من الخشب والحجر.',
  'وستبقى الحديقة مفتوحة حتى العاشرة ليلا، على أن تقام فيها أمسيات للموسيقى في نهاية كل أسبوع.',
];
const body = sentences.map((sentence) => `<p>${sentence}</p>`).join('');
const menu = '<nav><ul><li><a href="/">الصفحة الأولى</a></li><li><a href="/w">طقس</a></li></ul></nav>';
const page = (inside: string, head = '', root = 'lang="ar" dir="rtl"') =>
  `<!doctype html><html ${root}><head><title>${title}</title>${head}</head><body>${menu}${inside}<footer>كل الحقوق محفوظة للموقع</footer></body></html>`;
const article = (inside = '', after = body) => `<article><h1>${title}</h1>${inside}${after}</article>`;
const read = (html: string, options = {}) => readArticle(Buffer.from(html), { source: 'p.html', ...options });
const lines = ({ text, blocks }: Article) => blocks.map(({ span }) => text.slice(span.start, span.end));

describe('the article and not a box', () => {
  const box = `<div class="legal"><p>${'يستخدم هذا الموقع ملفات تعريف الارتباط لقياس عدد الزوار وتحسين الخدمة المقدمة لهم. '.repeat(4)}</p></div>`;
  test.each([
    [
      'in a part that looks like a comment',
      page(`<div class="comment-body"><h1>${title}</h1>${body}</div>${box}`),
    ],
    [
      'in a part without a name',
      page(`<div><div><h1>${title}</h1></div><div class="x">${body}</div></div>${box}`),
    ],
    ['of two paragraphs', page(`${article('', `<p>${sentences[0]}</p><p>${sentences[3]}</p>`)}${box}`)],
  ])('%s', async (_, html) => {
    const found = await read(html);
    expect(found.title).toBe(title);
    expect(found.text).toContain(sentences[0]);
    expect(found.text).toContain(sentences[3]);
    expect(found.text).not.toContain('تعريف الارتباط');
  });

  test.each([
    ['a sentence', 'انتهت الأعمال في الحديقة قبل موعدها بشهر كامل.'],
    ['two', `${sentences[0]}</p><p>${sentences[1]!.slice(0, 40)}`],
  ])('short news in an article of its own keeps menus out: %s', async (_, words) => {
    const found = await read(page(article('', `<p>${words}</p>`)));
    expect(found.text).toContain(words.slice(0, 40));
    expect(found.text).not.toMatch(/طقس|الحقوق/);
  });
});

describe('the lead stays', () => {
  const lead = 'بعد انتظار طويل تستعيد المدينة ضفتها الشرقية، وتفتح للناس طريقا إلى الماء.';
  const long = body + body.replaceAll('<p>', '<p>ثم ');
  test.each([
    [
      'in the head of the article',
      page(`<article><header><h1>${title}</h1><p>${lead}</p></header><div>${long}</div></article>`),
    ],
    [
      'in a head before it',
      page(
        `<header><h1>${title}</h1><div class="lead">${lead}</div></header><div class="text">${long}</div>`,
      ),
    ],
    [
      'as a lower heading',
      page(`<article><div class="top"><h1>${title}</h1><h2>${lead}</h2></div><div>${long}</div></article>`),
    ],
    [
      'in a section of its own',
      page(
        `<main><h1>${title}</h1><section class="intro"><p>${lead}</p></section><section>${long}</section></main>`,
      ),
    ],
    [
      'behind a date',
      page(
        `<div><h1>${title}</h1><time>2024-05-12</time><p class="sub-title">${lead}</p></div><div>${long}</div>`,
      ),
    ],
  ])('%s', async (_, html) => {
    const found = lines(await read(html));
    expect(found.filter((line) => line === lead)).toHaveLength(1);
    expect(found.indexOf(lead)).toBeLessThan(found.indexOf(sentences[0]!));
  });

  test('what is no lead is not taken for one', async () => {
    const other = `<div class="related"><p>اقرأ أيضا: الحديقة القديمة تغلق أبوابها أمام الزوار حتى الصيف المقبل</p></div><p><a href="/x">تابعوا آخر الأخبار على قناتنا الجديدة من هنا الآن</a></p>`;
    const found = await read(
      page(`<header><h1>${title}</h1>${other}</header><div class="text">${long}</div>`),
    );
    expect(found.text).not.toMatch(/اقرأ أيضا|قناتنا/);
  });
});

describe('an article that the page does not show', () => {
  const described = (text: string) =>
    `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: title, articleBody: text })}</script>`;
  test.each([
    ['in its description', page('<div id="app">جار التحميل</div>', described(sentences.join('\n\n')))],
    ['in its description, as HTML', page('<div id="app"></div>', described(body))],
    ['where scripts do not run', page(`<div id="app"></div><noscript>${article()}</noscript>`)],
    ['in a shadow root', page(`<x-story><template shadowrootmode="open">${article()}</template></x-story>`)],
  ])('%s', async (_, html) => {
    const found = await read(html);
    expect(found.title).toBe(title);
    for (const sentence of sentences) expect(lines(found)).toContain(sentence);
    expect(found.text).not.toContain('طقس');
  });

  test('is not taken from there if the page shows it', async () => {
    const found = await read(page(article(), described('شيء آخر تماما')));
    expect(found.text).not.toContain('شيء آخر');
  });

  test('is told to be elsewhere', async () => {
    const found = await read(
      '<meta http-equiv=refresh content="2;URL=\'https://n.example/a\'"><p>انتقل الموقع</p>',
    );
    expect(found.links!.map(({ href }) => href)).toEqual(['https://n.example/a']);
  });
});

describe('where a page sends on', () => {
  test.each([
    ['0; url=/b', 'https://a.example/b'],
    ['0;URL="https://b.example/x#y"', 'https://b.example/x'],
    [' 5 , https://b.example/', 'https://b.example/'],
    ['url=b', 'https://a.example/b'],
    ['600; url=/b', undefined],
    ['0', undefined],
    ['0; url=/', undefined],
    ['0; url=#top', undefined],
    ['0; url=javascript:alert(1)', undefined],
    ['', undefined],
  ])('%s', (content, target) => expect(refreshTarget(content, 'https://a.example/')).toBe(target));
});

describe('descriptions as the web writes them', () => {
  const plain = `{"@type": "NewsArticle", "headline": "${title}", "author": {"name": "ريم"}, "datePublished": "2009-03-07T00:20:00+03:00"}`;
  const script = (json: string, type = 'application/ld+json') => `<script type="${type}">${json}</script>`;
  test.each([
    ['in CDATA', script(`//<![CDATA[\n${plain}\n//]]>`)],
    ['in CDATA in a comment', script(`/*<![CDATA[*/${plain}/*]]>*/`)],
    ['in a comment', script(`<!--\n${plain}\n//-->`)],
    ['with a comment', script(plain.replace('{"@type"', '{ // the article\n/* see "schema.org" */ "@type"'))],
    [
      'with a line end in a string',
      script(plain.replace('"author"', '"description": "سطر\n\tسطر", "author"')),
    ],
    [
      'with a comma too many',
      script(plain.replace('"ريم"}', '"ريم",},').replace(', "date', '"date').replace(/\}$/, ',}')),
    ],
    ['with a sign too many', script(`${plain};`)],
    ['with a stray backslash', script(plain.replace('"author"', '"description": "a\\d", "author"'))],
    ['with parameters of its type', script(plain, 'Application/LD+JSON; charset=utf-8')],
    [
      'in a graph, by reference',
      script(
        `{"@graph": [{"@type": "WebPage"}, {"@id": "#p", "@type": "Person", "name": "ريم"}, ${plain.replace('{"name": "ريم"}', '{"@id": "#p"}')}]}`,
      ),
    ],
    [
      'with types in a list',
      script(plain.replace('"NewsArticle"', '["Thing", "https://schema.org/BlogPosting"]')),
    ],
    [
      'with names in lists',
      script(plain.replace('{"name": "ريم"}', '[{"@type": "Person", "name": ["ريم"]}]')),
    ],
    [
      'as the last of several',
      script(`[{"@type": "NewsArticle", "headline": "غيره", "datePublished": "2001-01-01"}, ${plain}]`),
    ],
  ])('%s', async (_, head) =>
    expect(await read(page(article(), head))).toMatchObject({
      author: 'ريم',
      date: '2009-03-07T00:20:00+03:00',
    }),
  );

  test.each(['', 'var x = 1', '{"a": ', '[1, 2', '"'])('%j is none', (json) => {
    expect(looseJson(json)).toBeUndefined();
  });

  test('of microdata', async () => {
    const html = page(
      `<div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">${title}</h1><span itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">ريم</span></span><meta itemprop="datePublished" content="2009-03-07">${body}</div>`,
    );
    expect(await read(html)).toMatchObject({ author: 'ريم', date: '2009-03-07' });
  });

  test.each([
    [
      '<meta property="og:title" content="قالت: &amp;quot;لا&amp;quot; &amp;#8211; ثم مضت">',
      'قالت: "لا" – ثم مضت',
    ],
    [script('{"@type":"Article","headline":"<em>عاجل</em> &amp; مهم"}'), 'عاجل & مهم'],
  ])('are undone once more where they were escaped twice: %s', async (head, wanted) => {
    expect((await read(page(`<article>${body}</article>`, head))).title).toBe(wanted);
  });
});

describe('bylines', () => {
  test.each([
    ['<div class="byline">بقلم: ريم الخطيب</div>', 'ريم الخطيب'],
    ['<span class="author">Published by</span> <a href="/r">Reem Khatib</a>', 'Reem Khatib'],
    ['<p class="byline"><span class="author">נכתב על ידי</span> <b>דנה לוי</b></p>', 'דנה לוי'],
    ['<div class="byline">نشر في</div>', undefined],
    ['<div class="author">Posted on</div>', undefined],
  ])('%s', async (byline, author) => {
    const found = await read(page(article(byline, body + body.replaceAll('<p>', '<p>ثم '))));
    expect(found.author).toBe(author);
    if (author) expect(found.text).toContain(author);
  });

  test('that another name is declared for are still there', async () => {
    const head = '<script type="application/ld+json">{"@type":"Article","author":"هيئة التحرير"}</script>';
    const found = await read(
      page(article('<div class="byline">كتبت ريم الخطيب من الضفة</div>', body + body), head),
    );
    expect(found.author).toBe('هيئة التحرير');
    expect(found.text).toContain('ريم الخطيب');
  });

  test.each([
    ['بواسطة', true],
    ['Written by:', true],
    ['Byron', false],
    ['كتب قديمة', false],
    ['ريم', false],
  ])('%s is only a label: %s', (line, only) => expect(isLabel(line)).toBe(only));

  test('addresses are no names', () => {
    expect(authorName('https://x.example/reem')).toBeUndefined();
    expect(authorName('reem@x.example')).toBeUndefined();
    expect(authorName('By Reem <reem@x.example>')).toBe('Reem');
  });
});

describe('the day of the article and not of the page', () => {
  const time = '<time datetime="2009-03-07T00:20:00+03:00">أمس</time>';
  const clock = '<time datetime="2026-11-28">اليوم</time>';
  test.each([
    [
      'beside a clock in the head',
      page(`<header>${clock}</header>${article(time)}`),
      '2009-03-07T00:20:00+03:00',
    ],
    [
      'beside other articles',
      page(`<article><h2>خبر آخر</h2>${clock}</article>${article(time)}`),
      '2009-03-07T00:20:00+03:00',
    ],
    [
      'after its last change',
      page(article(`<time class="updated" datetime="2010-01-01"></time>${time}`)),
      '2009-03-07T00:20:00+03:00',
    ],
    [
      'without a part of its own',
      page(`<header>${clock}</header><div><h1>${title}</h1>${time}${body}</div>`),
      '2009-03-07T00:20:00+03:00',
    ],
    ['in words', page(article('<time>٧ مارس ٢٠٠٩</time>')), '2009-03-07'],
    [
      'after what is no day',
      page(article(`<time datetime="PT5M">٥ دقائق</time>${time}`)),
      '2009-03-07T00:20:00+03:00',
    ],
    ['or none', page(`${clock}${article()}<aside>${time}</aside>`), undefined],
    [
      'as a page says it in RFC 822',
      page(article(), '<meta name="date" content="Sat, 07 Mar 2009 00:20:00 +0300">'),
      '2009-03-07T00:20:00+03:00',
    ],
  ])('%s', async (_, html, date) => expect((await read(html)).date).toBe(date));
});

describe('the language of the article before that of the page', () => {
  test('as the letters are', async () => {
    expect(await read(page(article(), '', 'lang="en-US"'))).toMatchObject({
      language: 'ar',
      direction: 'rtl',
    });
    expect(await read(page(article(), '', 'lang="en" dir="ltr"'))).toMatchObject({
      language: 'ar',
      direction: 'rtl',
    });
  });

  test('as the article declares', async () => {
    const urdu = page(article().replace('<article>', '<article lang="ur">'));
    expect((await read(urdu)).language).toBe('ur');
  });
});

test('what is hidden until it is found, and formulas, are there', async () => {
  const found = await read(
    page(
      article(
        '',
        `${body}<p hidden="until-found">فقرة مطوية حتى يبحث عنها القارئ.</p><p>المساحة <math><mi>A</mi><annotation encoding="application/x-tex">A=\\pi r^2</annotation></math> معروفة.</p>`,
      ),
    ),
  );
  expect(found.text).toContain('فقرة مطوية');
  expect(found.text).toContain('المساحة A=\\pi r^2 معروفة.');
});
