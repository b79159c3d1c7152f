import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockDirection } from '../../../src/article/assembly/direction.ts';
import { readArticle } from '../../../src/article/open.ts';

const prose = {
  ar: 'تقول هذه الفقرة ما يكفي من الكلام حتى تُعرف لغة المقال من أوله إلى آخره',
  he: 'הפסקה הזאת אומרת די והותר כדי שתיוודע שפת המאמר מתחילתו ועד סופו',
  fa: 'این بند آن‌قدر سخن می‌گوید که زبان نوشته از آغاز تا پایان دانسته شود',
  ur: 'یہ پیراگراف اتنا کچھ کہتا ہے کہ مضمون کی زبان شروع سے آخر تک معلوم ہو جائے',
  en: 'This paragraph says enough for the language of the article to be known throughout',
} as const;

/** Order and side of the last block but one, in an article of a language. */
async function between(language: keyof typeof prose, block: string, name = 'a.txt') {
  const text = `${prose[language]}.\n\n${block}\n\n${prose[language]}.\n`;
  const { blocks } = await readArticle(Buffer.from(text), { source: name });
  const { direction, side = direction } = blocks.at(-2)!;
  return `${direction} from ${side}`;
}

describe('a block that declares nothing', () => {
  test.each<[keyof typeof prose, string, string]>([
    ['ar', 'شاهد https://www.example.org/long/path/of/an/article.', 'rtl from rtl'],
    ['ar', 'راسل editors.of.the.review@example.org', 'rtl from rtl'],
    ['ar', 'www.example.org/a-long-path هو العنوان', 'rtl from rtl'],
    ['ar', 'نظرة على Visual Studio Code Insiders Edition', 'rtl from rtl'],
    ['ar', 'Firefox متصفح حر', 'rtl from rtl'],
    ['ar', 'An English sentence about one كلمة only.', 'ltr from ltr'],
    ['ar', '2026-11-28', 'ltr from rtl'],
    ['ar', '١٢ - ١٥', 'rtl from rtl'],
    ['he', 'Apple ו־Google: תחרות גדולה', 'rtl from rtl'],
    ['he', 'שלום to everyone who reads this long line', 'rtl from rtl'],
    ['fa', 'Python زبان خوبی است', 'rtl from rtl'],
    ['ur', 'GitHub پر دیکھیں', 'rtl from rtl'],
    ['en', 'مقال is the Arabic word for article', 'ltr from ltr'],
    ['en', 'He said مرحبا and left', 'ltr from ltr'],
    ['en', 'هذه جملة عربية كاملة عن Linux', 'rtl from rtl'],
    ['en', '- 5 %', 'ltr from ltr'],
  ])('in %s: %s is %s', async (language, block, wanted) =>
    expect(await between(language, block)).toBe(wanted),
  );

  test('code in it has no vote', async () => {
    const block = '`npm install --save-dev typescript` يثبته';
    expect(await between('ar', block, 'a.md')).toBe('rtl from rtl');
  });
});

describe('what is declared holds for every block without its own', () => {
  const read = (html: string, direction?: 'ltr' | 'rtl') =>
    readArticle(Buffer.from(html), { source: 'a.html', direction });
  const page = (body: string, attributes = '') =>
    `<html${attributes}><body><p>${prose.ar}.</p>${body}<p>${prose.ar}.</p></body></html>`;
  const middle = async (html: string, direction?: 'ltr' | 'rtl') => {
    const { blocks } = await read(html, direction);
    const { direction: order, side = order } = blocks.at(-2)!;
    return `${order} from ${side}`;
  };

  test.each([
    ['the page', page('<p>OpenAI و Meta: سباق</p>', ' dir=RTL'), 'rtl from rtl'],
    [
      'an element around',
      page('<div dir=rtl><section><p>OpenAI and Meta و</p></section></div>'),
      'rtl from rtl',
    ],
    ['the nearest of them', page('<div dir=rtl><div dir=ltr><p>سباق OpenAI</p></div></div>'), 'ltr from ltr'],
    ['auto', page('<p dir=auto>نعم, said all of the others who were there</p>', ' dir=ltr'), 'rtl from rtl'],
    ['nonsense is nothing', page('<p dir=sideways>سباق OpenAI و Meta</p>'), 'rtl from rtl'],
    ['no right-to-left letter', page('<p>OpenAI!</p>', ' dir=rtl'), 'ltr from rtl'],
  ])('%s', async (_, html, wanted) => expect(await middle(html)).toBe(wanted));

  test('the user', async () => {
    expect(await middle(page('<p>OpenAI و Meta: سباق</p>'), 'ltr')).toBe('ltr from ltr');
    expect(await middle(page('<p dir=rtl>OpenAI و Meta: سباق</p>'), 'ltr')).toBe('rtl from rtl');
  });

  test('front matter, and a div around Markdown', async () => {
    const matter = `---\ntitle: x\ndirection: rtl\n---\n\n${prose.fa}.\n\nVisual Studio Code: ویرایشگر\n\n${prose.fa}.\n`;
    const article = await readArticle(Buffer.from(matter), { source: 'a.md' });
    expect(article.blocks.at(-2)!.direction).toBe('rtl');
    const div = `${prose.en}.\n\n<div dir="rtl">\n\nVisual Studio Code **is** an editor ویرایشگر\n\n</div>\n\n${prose.en}.\n`;
    const { blocks } = await readArticle(Buffer.from(div), { source: 'a.md' });
    expect(blocks.map(({ direction }) => direction)).toEqual(['ltr', 'rtl', 'ltr']);
  });
});

test('items of a list begin on one side', async () => {
  const text = `${prose.ar}.\n\n1. أولا\n2. npm install\n3. ثالثا\n\n${prose.ar}.\n`;
  const { blocks } = await readArticle(Buffer.from(text), { source: 'a.md' });
  expect(blocks.slice(1, 4).map(({ direction, side = direction }) => `${direction} ${side}`)).toEqual([
    'rtl rtl',
    'ltr rtl',
    'rtl rtl',
  ]);
});

test('a block that begins with a letter of the article is looked at no further, which changes nothing', () => {
  const parts = fc.constantFrom(
    ...[
      'سلام',
      'שלום',
      'word',
      '12',
      '٣',
      ' ',
      'https://a.example/ب',
      'x@a.example',
      'www.a.example',
      '\u2067',
      '\u2069',
      '\u2066',
      '…',
    ],
  );
  fc.assert(
    fc.property(
      fc.array(parts, { maxLength: 8 }),
      fc.constantFrom<'rtl' | 'ltr'>('rtl', 'ltr'),
      fc.constantFrom<'rtl' | 'ltr' | 'auto' | undefined>('rtl', 'ltr', 'auto', undefined),
      (all, around, declared) => {
        const text = all.join('');
        const span = { start: 0, end: text.length };
        // A silent stretch without a letter in it takes the other way.
        const silent = [{ start: text.length, end: text.length }];
        expect(blockDirection(text, span, { around, declared })).toEqual(
          blockDirection(text, span, { around, declared, silent }),
        );
      },
    ),
    { numRuns: 3000 },
  );
});
