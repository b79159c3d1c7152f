// Documents whose order Chromium is asked for: one structure each, in several languages.

/** A page, as its root and its body. */
export interface OracleDocument {
  readonly name: string;
  readonly html: string;
}

/** Words of a language: a subject, a verb, an object, and a short sentence. */
const languages = {
  ar: { dir: 'rtl', words: ['النظام', 'يعمل', 'مع', 'الملف'], sentence: 'هذه فقرة عربية كاملة عن الموضوع' },
  he: { dir: 'rtl', words: ['המערכת', 'עובדת', 'עם', 'הקובץ'], sentence: 'זוהי פסקה שלמה בעברית על הנושא' },
  fa: {
    dir: 'rtl',
    words: ['سامانه', 'با', 'این', 'پرونده'],
    sentence: 'این یک بند فارسی کامل درباره موضوع است',
  },
  en: {
    dir: 'ltr',
    words: ['system', 'works', 'with', 'file'],
    sentence: 'this is a whole English paragraph about it',
  },
} as const;

type Words = (typeof languages)[keyof typeof languages];

/** The structures; `w` are the words, `o` those of a language of the other direction. */
const structures: Readonly<Record<string, (w: Words, o: Words) => string>> = {
  'direction inherited': ({ words: [a, b, c] }, { words: [x, y] }) =>
    `<p>${x} ${a}, ${y} (1) ${b}: ${c}!</p>`,
  'direction of a div': ({ words: [a, b] }, { words: [x, y], dir }) =>
    `<div dir="${dir}"><p>${a} ${x}, ${b} ${y}. 12 ${x}</p></div>`,
  'direction in capitals': ({ words: [a, b] }, { words: [x], dir }) =>
    `<p dir="${dir.toUpperCase()}">${x} ${a}? ${b} 3%</p>`,
  'direction auto': ({ words: [a, b] }, { words: [x, y] }) =>
    `<p dir="auto">${x}, ${a} ${y} (1).</p><p dir="auto">${b}; ${x} ${a}!</p>`,
  'a bdi': ({ words: [a, b, c] }, { words: [x] }) =>
    `<p>${a} <bdi>${x}!</bdi>: 12 ${b}, <bdi>-5</bdi> ${c}</p>`,
  'bdis in a list of names': ({ words: [a] }, { words: [x, y] }) =>
    `<ul><li><bdi>${x}</bdi>: 3 ${a}</li><li><bdi>${a}</bdi>: 5 ${a}</li><li><bdi>${y} 7</bdi>: 9 ${a}</li></ul>`,
  'a bdo': ({ words: [a, b] }, { words: [x], dir }) =>
    `<p>${a} <bdo dir="${dir}">abc ${a} 12</bdo> ${b} ${x} ${a}</p>`,
  'nested lists': ({ words: [a, b, c, d] }, { words: [x, y] }) =>
    `<ol><li>${a} ${x} (2)<ul><li>${b}: ${y}!</li><li>${c} ${x}</li></ul></li><li>${d} 3-4 ${a}</li></ol>`,
  'a table': ({ words: [a, b, c, d] }, { words: [x, y] }) =>
    `<table><tr><th>${a}</th><th>${b}</th><th>${c}</th></tr><tr><td>${x}</td><td>12</td><td>${d}</td></tr><tr><td>${y} ${a}</td><td>7</td><td>${b}</td></tr></table>`,
  'inline code': ({ words: [a, b] }) =>
    `<p>${a} <code dir="ltr">--help=x</code> ${b} <code dir="ltr">./src/*.ts</code>. ${a}</p>`,
  'a listing': ({ words: [a, b] }) =>
    `<p>${a} ${b}</p><pre dir="ltr">if (x) {\n  y = "z"; // 1\n}</pre><p>${b} ${a}</p>`,
  'a span with a direction': ({ words: [a, b, c] }) =>
    `<p>${a} <span dir="ltr">+966 50 123 4567</span> ${b} <b dir="ltr">1 + 2 = 3</b> ${c}</p>`,
  'an isolate in another': ({ words: [a, b] }, { words: [x, y], dir }) =>
    `<p>${a} <span dir="${dir}">${x} (<bdi>${b} 1</bdi>) ${y}</span>! ${b}</p>`,
  'a quote': ({ words: [a, b, c] }, { words: [x] }) =>
    `<blockquote><p>${a}: «${b} ${x}»، 20${c}</p></blockquote><p>${a} ${b}</p>`,
  'a link with its address': ({ words: [a, b] }) =>
    `<p>${a}: <a dir="ltr" href="https://www.example.com/a-b/2024">https://www.example.com/a-b/2024</a>. ${b}</p>`,
  'numbers and signs': ({ words: [a, b] }) => `<p>${a} 10–15 ${b} (3) ${a} 5% ${b} 1,234.5 ${a}</p>`,
  headings: ({ words: [a, b] }, { words: [x, y] }) =>
    `<h2>${a} ${x} 15 ${y}</h2><p>${b} ${a}</p><h3>${x} ${b}?</h3><p>${a} ${a}</p>`,
  'no right-to-left letter': ({ words: [a] }, { sentence }) =>
    `<p>-5 % (2)</p><p>${a}</p><p>OpenAI: C++ !</p><p>${sentence}.</p>`,
  'code that says no direction': ({ words: [a, b] }) =>
    `<p>${a} <code>--help</code> ${b} <code>*.txt</code> ${a}</p>`,
};

export const documents: readonly OracleDocument[] = Object.entries(languages).flatMap(([language, words]) =>
  Object.entries(structures).map(([name, structure]) => {
    const other = words.dir === 'rtl' ? languages.en : languages.he;
    const body = structure(words, other);
    return {
      name: `${name} (${language})`,
      html: `<!doctype html><html lang="${language}" dir="${words.dir}"><head><meta charset="utf-8"><title>t</title></head><body><p>${words.sentence}.</p>${body}<p>${words.sentence}.</p></body></html>`,
    };
  }),
);
