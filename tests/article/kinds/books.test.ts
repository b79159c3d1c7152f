// Books in EPUB, each with one thing that readers have got wrong, and what is right.
import { strToU8, zipSync } from 'fflate';
import { both, checkAll, has, type Input, quiet } from './wanted.ts';

const all: Input[] = [];
const add = (...input: Input) => all.push(input);
const container = (p: string, more = '') =>
  `<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>${more}<rootfile full-path="${p}" media-type="application/oebps-package+xml"/></rootfiles></container>`;
const opf = (manifest: string, spine: string, attrs = '', meta = '') =>
  `<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>كتاب البحر</dc:title><dc:language>ar</dc:language>${meta}</metadata><manifest>${manifest}</manifest><spine ${attrs}>${spine}</spine></package>`;
const ch = (t: string) =>
  `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><h1>فصل</h1><p>${t}</p></body></html>`;
const X = 'application/xhtml+xml';
const epub = (files: Record<string, string | Uint8Array>) =>
  zipSync(
    Object.fromEntries(
      Object.entries({ mimetype: 'application/epub+zip', ...files }).map(([k, v]) => [
        k,
        typeof v === 'string' ? strToU8(v) : v,
      ]),
    ),
  );
const one = (href: string, file: string, extra = '', type = X) =>
  epub({
    'META-INF/container.xml': container('OPS/p.opf'),
    'OPS/p.opf': opf(`<item id="a" href="${href}" media-type="${type}" ${extra}/>`, '<itemref idref="a"/>'),
    [file]: ch('نص الفصل الأول'),
  });
const good = both(has('نص الفصل الأول'), quiet);
add('epub plain', one('a.xhtml', 'OPS/a.xhtml'), 'a.epub', good);
add('epub .zip name', one('a.xhtml', 'OPS/a.xhtml'), 'a.zip', good);
add('epub NFD name', one('caf\u00e9.xhtml', 'OPS/cafe\u0301.xhtml'), 'a', good);
add('epub NFC of NFD href', one('cafe\u0301.xhtml', 'OPS/caf\u00e9.xhtml'), 'a', good);
add('epub case', one('Text/A.XHTML', 'OPS/text/a.xhtml'), 'a', good);
add('epub percent', one('%D9%81%D8%B5%D9%84%201.xhtml', 'OPS/فصل 1.xhtml'), 'a', good);
add('epub raw percent', one('100%.xhtml', 'OPS/100%.xhtml'), 'a', good);
add('epub blank', one('a b.xhtml', 'OPS/a b.xhtml'), 'a', good);
add('epub parent', one('../x/a.xhtml', 'x/a.xhtml'), 'a', good);
add('epub backslash zip', one('t/a.xhtml', 'OPS\\t\\a.xhtml'), 'a', good);
add('epub text/html .htm', one('a.htm', 'OPS/a.htm', '', 'text/html'), 'a', good);
add('epub no ext', one('chapter1', 'OPS/chapter1'), 'a', good);
add('epub fragment href', one('a.xhtml#top', 'OPS/a.xhtml'), 'a', good);
add(
  'epub fallback chain',
  epub({
    'META-INF/container.xml': container('p.opf'),
    'p.opf': opf(
      `<item id="z" href="z.pdf" media-type="application/pdf" fallback="y"/><item id="y" href="y.png" media-type="image/png" fallback="a"/><item id="a" href="a.xhtml" media-type="${X}"/>`,
      '<itemref idref="z"/>',
    ),
    'z.pdf': 'x',
    'y.png': 'x',
    'a.xhtml': ch('نص الفصل الأول'),
  }),
  'a',
  good,
);
add(
  'epub fallback loop',
  epub({
    'META-INF/container.xml': container('p.opf'),
    'p.opf': opf(
      `<item id="z" href="z.pdf" media-type="application/pdf" fallback="y"/><item id="y" href="y.png" media-type="image/png" fallback="z"/><item id="a" href="a.xhtml" media-type="${X}"/>`,
      '<itemref idref="z"/><itemref idref="a"/>',
    ),
    'z.pdf': 'x',
    'y.png': 'x',
    'a.xhtml': ch('نص الفصل الأول'),
  }),
  'a',
  both(has('نص الفصل الأول'), (a) => a.notices.length === 1 || 'no notice'),
);
add(
  'epub rootfiles',
  epub({
    'META-INF/container.xml': container(
      'p.opf',
      '<rootfile full-path="missing.opf" media-type="application/oebps-package+xml"/>',
    ),
    'p.opf': opf(`<item id="a" href="a.xhtml" media-type="${X}"/>`, '<itemref idref="a"/>'),
    'a.xhtml': ch('نص الفصل الأول'),
  }),
  'a',
  good,
);
add(
  'epub pdf rendition first',
  epub({
    'META-INF/container.xml': container(
      'p.opf',
      '<rootfile full-path="b.pdf" media-type="application/pdf"/>',
    ),
    'b.pdf': '%PDF',
    'p.opf': opf(`<item id="a" href="a.xhtml" media-type="${X}"/>`, '<itemref idref="a"/>'),
    'a.xhtml': ch('نص الفصل الأول'),
  }),
  'a',
  good,
);
add(
  'epub svg',
  epub({
    'META-INF/container.xml': container('p.opf'),
    'p.opf': opf(`<item id="s" href="s.svg" media-type="image/svg+xml"/>`, '<itemref idref="s"/>'),
    's.svg': '<svg xmlns="http://www.w3.org/2000/svg"><text x="1">نص الفصل <tspan>الأول</tspan></text></svg>',
  }),
  'a',
  (a) => /نص الفصل\s+الأول/.test(a.text) || a.text,
);
add(
  'epub svg inline labels',
  epub({
    'META-INF/container.xml': container('p.opf'),
    'p.opf': opf(`<item id="a" href="a.xhtml" media-type="${X}"/>`, '<itemref idref="a"/>'),
    'a.xhtml': `<html xmlns="http://www.w3.org/1999/xhtml"><body><p>قبل</p><svg xmlns="http://www.w3.org/2000/svg"><text>وسم الرسم</text></svg><p>بعد</p></body></html>`,
  }),
  'a',
  (a) => a.text.includes('وسم الرسم') || `labels of drawing lost: ${a.text}`,
);
add(
  'epub missing chapter named',
  epub({
    'META-INF/container.xml': container('p.opf'),
    'p.opf': opf(
      `<item id="a" href="a.xhtml" media-type="${X}"/><item id="b" href="b.xhtml" media-type="${X}"/>`,
      '<itemref idref="a"/><itemref idref="b"/><itemref idref="c"/>',
    ),
    'a.xhtml': ch('نص الفصل الأول'),
  }),
  'a',
  (a) =>
    (a.notices.length === 1 &&
      JSON.stringify(a.notices).includes('b.xhtml') &&
      JSON.stringify(a.notices).includes('"c"')) ||
    JSON.stringify(a.notices),
);
add(
  'epub linear no',
  epub({
    'META-INF/container.xml': container('p.opf'),
    'p.opf': opf(`<item id="a" href="a.xhtml" media-type="${X}"/>`, '<itemref idref="a" linear="no"/>'),
    'a.xhtml': ch('نص الفصل الأول'),
  }),
  'a',
  good,
);
add(
  'epub opf prefix',
  epub({
    'META-INF/container.xml': container('p.opf'),
    'p.opf': `<opf:package xmlns:opf="http://www.idpf.org/2007/opf" version="2.0"><opf:metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>ك</dc:title></opf:metadata><opf:manifest><opf:item id="a" href="a.xhtml" media-type="${X}"/></opf:manifest><opf:spine><opf:itemref idref="a"/></opf:spine></opf:package>`,
    'a.xhtml': ch('نص الفصل الأول'),
  }),
  'a',
  good,
);
add(
  'epub lang lie',
  epub({
    'META-INF/container.xml': container('p.opf'),
    'p.opf': opf(
      `<item id="a" href="a.xhtml" media-type="${X}"/>`,
      '<itemref idref="a"/>',
      'page-progression-direction="ltr"',
    ).replace('<dc:language>ar', '<dc:language>en'),
    'a.xhtml': ch('وقفت السفينة في الميناء القديم وصعد إليها الأطفال مع أهلهم في الصباح. '.repeat(5)),
  }),
  'a',
  (a) => (a.language === 'ar' && a.direction === 'rtl') || `${a.language} ${a.direction}`,
);

checkAll(all);
