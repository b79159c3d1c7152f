// Pages and texts as people have them, each with one thing that readers have got wrong, and what is right.
import { doc, H, ld, P, ps } from './news.ts';
import { both, checkAll, field, has, type Input, lacks } from './wanted.ts';

const all: Input[] = [];
const add = (...input: Input) => all.push(input);
const whole = has('(أول)', '(ثان)', '(ثالث)', '(رابع)');
// nothing dropped
add(
  'txt with --- and key-like line',
  `---\nالعنوان: شيء\nنص أول\n---\nنص ثان\n`,
  'a.txt',
  has('نص أول', 'نص ثان', 'العنوان'),
);
add(
  'md rule then prose then rule',
  `---\n\nفقرة بين خطين لا تعلن شيئا.\n\n---\n\nفقرة بعد.\n`,
  'a.md',
  has('فقرة بين', 'فقرة بعد'),
);
add('md dialogue Note: in rules', `---\nقال: مرحبا\nقالت: أهلا\n---\n\nبعد\n`, 'a.md', has('مرحبا', 'أهلا'));
add(
  'md english dialogue',
  `---\nRomeo: But soft\nJuliet: Ay me\n---\n\nAfter\n`,
  'a.md',
  has('But soft', 'Ay me'),
);
add(
  'md with Date: in prose',
  `---\nDate night was fun. Title: nothing.\nMore prose here.\n---\n\nAfter\n`,
  'a.md',
  has('Date night', 'More prose'),
);
add('front matter not first line', `\n---\ntitle: x\n---\nbody\n`, 'a.md', has('title: x'));
add('front matter toml', `+++\ntitle = "عنوان"\n+++\n\nنص\n`, 'a.md', has('نص', 'عنوان'));
add('md html comment only some', `# ع\n\n<!-- خفي -->\n\nنص ظاهر\n`, 'a.md', has('نص ظاهر'));
add(
  'md details',
  `# ع\n\n<details><summary>ملخص</summary>داخل التفاصيل</details>\n`,
  'a.md',
  has('داخل التفاصيل', 'ملخص'),
);
// article not a box
add(
  'cookie box',
  doc({
    body: `<div class="cookie-consent"><p>${'نستخدم ملفات تعريف الارتباط لتحسين تجربتك على موقعنا وعرض محتوى مناسب لك. '.repeat(5)}</p></div><div><h1>${H}</h1><div class="c"><p>${P[0]}</p><p>${P[1]}</p></div></div>`,
  }),
  'a.html',
  both(has('(أول)', '(ثان)')),
);
add(
  'login box after short',
  doc({
    body: `<main><h1>${H}</h1><p>${P[0]}</p></main><section class="legal"><p>${'كل الحقوق محفوظة للناشر ولا يجوز النسخ إلا بإذن مكتوب منه. '.repeat(7)}</p></section>`,
  }),
  'a.html',
  has('(أول)'),
);
add(
  'short in article, menu',
  doc({
    body: `<nav><ul><li><a href=/a>الصفحة الأولى</a></li><li><a href=/b>رياضة</a></li></ul></nav><article><h1>${H}</h1><p>${P[0]}</p></article><footer>خريطة الموقع</footer>`,
  }),
  'a.html',
  both(has('(أول)'), lacks('الصفحة الأولى', 'خريطة الموقع')),
);
add(
  'standfirst h2',
  doc({
    body: `<article><header><h1>${H}</h1><h2>مقدمة قصيرة تشرح الخبر في سطر واحد فقط</h2></header>${ps}</article>`,
  }),
  'a.html',
  both(has('مقدمة قصيرة تشرح'), whole),
);
add(
  'standfirst p.intro section',
  doc({
    body: `<h1>${H}</h1><section class="intro"><p>مقدمة قصيرة تشرح الخبر في سطر واحد فقط</p></section><article>${ps}</article>`,
  }),
  'a.html',
  both(has('مقدمة قصيرة تشرح'), whole),
);
add(
  'standfirst summary div data',
  doc({
    body: `<article><h1>${H}</h1><div class="article__summary">مقدمة قصيرة تشرح الخبر في سطر واحد فقط</div><div class="body">${ps}</div></article>`,
  }),
  'a.html',
  both(has('مقدمة قصيرة تشرح'), whole),
);
add(
  'ld body only escaped html',
  doc({
    head: ld(JSON.stringify({ '@type': 'NewsArticle', headline: H, articleBody: P.join('\n\n') })),
    body: '<div id=root></div>',
  }),
  'a.html',
  whole,
);
add(
  'ld body in @graph',
  doc({
    head: ld(
      JSON.stringify({
        '@context': 'https://schema.org',
        '@graph': [
          { '@type': 'WebSite', name: 'س' },
          { '@type': ['Article', 'NewsArticle'], headline: H, articleBody: P.join(' ') },
        ],
      }),
    ),
    body: '<div id=app>جار التحميل</div>',
  }),
  'a.html',
  whole,
);
add(
  'noscript whole',
  doc({ body: `<div id=app></div><noscript><article><h1>${H}</h1>${ps}</article></noscript>` }),
  'a.html',
  whole,
);
add(
  'shadow',
  doc({
    body: `<x-story><template shadowrootmode="open"><article><h1>${H}</h1>${ps}</article></template></x-story>`,
  }),
  'a.html',
  whole,
);
add(
  'shadow with slot',
  doc({
    body: `<x-story><template shadowrootmode="open"><div><slot></slot></div></template><h1>${H}</h1>${ps}</x-story>`,
  }),
  'a.html',
  whole,
);
add(
  'meta refresh file',
  doc({
    head: '<meta http-equiv="refresh" content="0; url=https://example.com/new">',
    body: '<p>انتقلنا</p>',
  }),
  'a.html',
  has('https://example.com/new'),
);
add(
  'meta refresh relative no base',
  doc({ head: `<meta http-equiv=refresh content="3;URL='next.html'">`, body: '' }),
  'a.html',
  has('next.html'),
);
// language, direction
add(
  'lang en-US ar',
  doc({ html: 'lang="en-US"' }),
  'a.html',
  both(field('language', 'ar'), field('direction', 'rtl')),
);
add(
  'lang en dir ltr he',
  `<!doctype html><html lang="en" dir="ltr"><title>ספינת הספרים בנמל</title><article><h1>ספינת הספרים בנמל</h1><p>${'ספינת הספרים עגנה אתמול בנמל הישן ומאות ילדים עלו אליה עם הוריהם בשעות הבוקר. '.repeat(4)}</p></article>`,
  'a.html',
  both(field('language', 'he'), field('direction', 'rtl')),
);
add(
  'article lang wins',
  doc({
    html: 'lang="en"',
    body: `<article lang="fa" dir="rtl"><h1>کشتی کتاب</h1>${'<p>کشتی کتاب دیروز در بندر کهنه پهلو گرفت و صدها کودک همراه خانواده‌هایشان به آن رفتند و کتاب خواندند.</p>'.repeat(4)}</article>`,
  }),
  'a.html',
  field('language', 'fa'),
);
add(
  'feed lang en he',
  `<rss version="2.0"><channel><title>חדשות הנמל</title><language>en-us</language><item><title>ספינת הספרים עגנה אתמול בנמל הישן</title><description>מאות ילדים עלו אליה עם הוריהם בשעות הבוקר</description></item></channel></rss>`,
  'a.xml',
  field('language', 'he'),
);
add(
  'json feed lang en ar',
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: H,
    language: 'en',
    items: [{ id: '1', title: P[0], content_text: P[1] }],
  }),
  'a.json',
  both(field('language', 'ar'), field('direction', 'rtl')),
);
// html told
for (const [n, start] of Object.entries({
  comment: '<!-- generated --><div>',
  xml: '<?xml version="1.0" encoding="utf-8"?>\n<html>',
  bom: '\ufeff\n<!-- x --><section>',
  php: '<br />\n<b>Notice</b>: Undefined variable in <b>/x.php</b> on line <b>3</b><br />\n<html>',
  phptext: 'PHP Warning: foo in /a/b.php on line 3\n<!DOCTYPE html><html>',
  table: '<table><tr><td>',
  center: '<center>',
  h1: '',
  main: '<main>',
  upper: '<HTML><BODY>',
}))
  add(`html starts ${n}`, `${start}<h1>${H}</h1>${ps}`, 'page', both(lacks('<p>'), whole));
// charset
const win = (s: string) => {
  const b: number[] = [];
  const map = new Map<string, number>();
  const d = new TextDecoder('windows-1256');
  for (let i = 0; i < 256; i++) map.set(d.decode(Uint8Array.of(i)), i);
  for (const c of s) b.push(map.get(c) ?? 63);
  return Uint8Array.from(b);
};
const w = (head: string) =>
  win(
    `<!doctype html><html><head>${head}<title>${H}</title></head><body><article><h1>${H}</h1>${ps}</article></body></html>`,
  );
add('cp1256 meta', w('<meta charset="windows-1256">'), 'a.html', whole);
add(
  'cp1256 meta in script lies',
  w('<script>var a="<meta charset=iso-8859-5>"</script><meta charset="windows-1256">'),
  'a.html',
  whole,
);
add('cp1256 meta in comment lies', w('<!-- <meta charset=koi8-r> -->'), 'a.html', whole);
add(
  'cp1256 meta attr lies',
  w(
    '<meta name=description content="x <meta charset=iso-8859-8>"><meta http-equiv=Content-Type content="text/html; charset=windows-1256">',
  ),
  'a.html',
  whole,
);
add(
  'utf16 meta, broken utf8',
  new Uint8Array([
    ...Buffer.from(doc({ head: '<meta charset="utf-16">' }).replace('<meta charset="utf-8">', '')),
    0xff,
  ]),
  'a.html',
  whole,
);

add(
  'ruby keeps its brackets',
  doc({
    body: `<article><h1>${H}</h1>${ps}<p>كتبها <ruby>東京<rp>(</rp><rt>طوكيو</rt><rp>)</rp></ruby> هكذا.</p></article>`,
  }),
  'a.html',
  has('東京(طوكيو)'),
);

checkAll(all);
