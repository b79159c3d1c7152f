import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { destinationOf } from '../../../src/article/links/destination.ts';
import type { Article } from '../../../src/article/model/article.ts';
import { SourceError } from '../../../src/article/model/problem.ts';
import { readArticle } from '../../../src/article/open.ts';
import { refusalOf, said } from '../../said.ts';

const title = 'سوق السمك يفتح أبوابه';
const words = [
  'عاد الصيادون إلى الميناء قبل الفجر بقوارب ملأى بعد أسبوع من الريح الشديدة.',
  'وقال رئيس النقابة إن الأسعار ستهبط في الأيام القليلة المقبلة كما في كل ربيع.',
];
const html = `<!doctype html><html lang="ar"><head><title>${title}</title></head><body><nav><ul><li><a href="/">أقسام</a></li></ul></nav><article><h1>${title}</h1><p>${words[0]} <a href="/x">رابط</a></p><p>${words[1]}</p></article></body></html>`;
const read = (bytes: Uint8Array | string, source = 'x') => readArticle(Buffer.from(bytes), { source });
const base64 = (text: string) => Buffer.from(text).toString('base64').replace(/.{76}/g, '$&\r\n');
const quoted = (bytes: Buffer) =>
  [...bytes]
    .map((byte) =>
      byte > 126 || byte === 61 || byte < 32
        ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
        : String.fromCharCode(byte),
    )
    .join('')
    .replace(/(?:=..|[^=]){1,20}/g, '$&=\r\n');
const lines = ({ text, blocks }: Article) => blocks.map(({ span }) => text.slice(span.start, span.end));

const mhtml = (page: Buffer, type = 'text/html', encoding = quoted(page)) =>
  [
    'From: <Saved by Blink>',
    'Snapshot-Content-Location: https://port.example/news/1',
    `Subject: =?utf-8?B?${Buffer.from(title).toString('base64')}?=`,
    'Date: Sat, 7 Mar 2009 00:20:00 +0300',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related;',
    '\ttype="text/html";',
    '\tboundary="----Boundary--x----"',
    '',
    '',
    '------Boundary--x----',
    `Content-Type: ${type}`,
    'Content-Transfer-Encoding: quoted-printable',
    'Content-Location: https://port.example/news/1',
    '',
    encoding,
    '------Boundary--x----',
    'Content-Type: text/html',
    'Content-Location: https://ads.example/frame',
    '',
    '<p>إعلان عن شيء آخر لا صلة له بالسوق</p>',
    '------Boundary--x------',
    '',
  ].join('\r\n');

describe('a page that a browser saved', () => {
  const archived = `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "x">\n<plist version="1.0"><dict><key>WebSubresources</key><array/><key>WebMainResource</key><dict><key>WebResourceMIMEType</key><string>text/html</string><key>WebResourceURL</key><string>https://port.example/news/1</string><key>WebResourceData</key><data>\n${base64(html)}\n</data></dict></dict></plist>`;
  test.each([
    ['as MHTML', mhtml(Buffer.from(html))],
    [
      'as MHTML, in an encoding that the page declares',
      mhtml(Buffer.concat([Buffer.from('<meta charset=windows-1256>'), encoded(html)])),
    ],
    ['as a web archive', archived],
    ['as a web archive in binary', Buffer.from(binaryArchive(html), 'latin1')],
  ])('%s', async (_, bytes) => {
    const article = await read(bytes);
    expect(lines(article)).toEqual([title, `${words[0]} رابط`, words[1]]);
    expect(article.address).toBe('https://port.example/news/1');
    expect(destinationOf(article, article.links![0]!.href)).toMatchObject({
      source: 'https://port.example/x',
    });
  });

  test('or what is left of it', async () => {
    for (const whole of [mhtml(Buffer.from(html)), archived])
      for (let length = 200; length < whole.length; length += 97) {
        const opened = await read(whole.slice(0, length)).catch((error: unknown) => error);
        if (opened instanceof Error) expect(opened).toBeInstanceOf(SourceError);
      }
    expect(
      await refusalOf(read(mhtml(Buffer.from(''), 'image/png').replace(/text\/html\r\n/g, 'image/gif\r\n'))),
    ).toMatch(/^is a saved page or a message without its text/);
    expect(await refusalOf(read(Buffer.from('bplist00 WebMainResource')))).toMatch(/^is a saved page/);
  });
});

describe('a message of mail', () => {
  const head = [
    `From: =?utf-8?B?${Buffer.from('ريم الخطيب').toString('base64')}?= <reem@port.example>`,
    'To: a@port.example',
    `Subject: =?utf-8?B?${Buffer.from(title).toString('base64')}?=`,
    'Date: Sat, 07 Mar 2009 00:20:00 +0300 (AST)',
    'MIME-Version: 1.0',
  ];
  const message = (...more: string[]) => [...head, ...more].join('\r\n');
  const facts = {
    title,
    author: 'ريم الخطيب',
    date: '2009-03-07T00:20:00+03:00',
    language: 'ar',
    direction: 'rtl',
  };

  test('in text', async () => {
    const article = await read(
      message(
        'Content-Type: text/plain; charset=utf-8',
        'Content-Transfer-Encoding: base64',
        '',
        base64(words.join('\r\n\r\n')),
      ),
    );
    expect(article).toMatchObject(facts);
    expect(lines(article)).toEqual([title, ...words]);
  });

  test('in HTML beside text, with pictures and a file', async () => {
    const parts = [
      '--o\r\nContent-Type: multipart/alternative; boundary=i\r\n',
      `--i\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${words[0]}`,
      `--i\r\nContent-Type: text/html; charset=windows-1256\r\nContent-Transfer-Encoding: base64\r\n\r\n${encoded(`<p>${words[0]}</p><p>${words[1]}</p><img src="cid:p">`).toString('base64')}`,
      '--i--',
      '--o\r\nContent-Type: image/png\r\nContent-ID: <p>\r\nContent-Disposition: inline\r\n\r\nx',
      '--o\r\nContent-Type: application/pdf; name="a.pdf"\r\nContent-Disposition: attachment; filename="a.pdf"\r\n\r\nx',
      '--o--',
    ];
    const article = await read(message('Content-Type: multipart/mixed; boundary=o', '', ...parts));
    expect(article).toMatchObject(facts);
    expect(lines(article)).toEqual([title, ...words]);
    expect(article.notices.map(said)).toEqual(['the message has attachments that are not shown: a.pdf']);
  });

  test.each([
    ['notes', 'To: remember\nSubject: milk\n\nOnly a list.'],
    ['a dialogue', 'سلمى: أين كنت؟\nسامي: في السوق.\n\nوانتهى الحديث.'],
    ['YAML', 'name: x\ndate: y\nversion: z\n\nmore'],
  ])('is not what only looks like one: %s', async (_, text) => expect((await read(text)).text).toBe(text));

  test('nested without end', async () => {
    const nest = Array.from(
      { length: 300 },
      (_, depth) => `Content-Type: multipart/mixed; boundary=b${depth}\r\n\r\n--b${depth}\r\n`,
    );
    expect(await refusalOf(read(message(nest.join(''))))).toMatch(
      /^is a saved page or a message without its text/,
    );
  });

  test('damaged anywhere: an article, or one line', async () => {
    const whole = Buffer.from(mhtml(Buffer.from(html)));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 20 }),
        async (changes) => {
          const bytes = Buffer.from(whole);
          for (const [place, value] of changes) bytes[place] = value;
          const opened = await read(bytes).catch((error: unknown) => error);
          if (opened instanceof Error) expect(opened).toBeInstanceOf(SourceError);
        },
      ),
      { numRuns: 200 },
    );
  });
});

test('a book in FictionBook 2', async () => {
  const book = `<?xml version="1.0" encoding="utf-8"?>
<FictionBook xmlns="http://www.gribuser.ru/xml/fictionbook/2.0" xmlns:l="http://www.w3.org/1999/xlink"><description><title-info><author><first-name>ريم</first-name><last-name>الخطيب</last-name></author><book-title>حكايات الميناء</book-title><date value="2009-03-07">ربيع</date><lang>ar</lang></title-info></description>
<body><section><title><p>الفصل الأول</p><p>القارب</p></title><p>${words[0]}<a l:href="#n1" type="note">[1]</a></p><poem><stanza><v>يا بحر</v><v>يا ريح</v></stanza></poem><section><title><p>الليل</p></title><p><emphasis>هدأ</emphasis> الموج.</p></section></section></body>
<body name="notes"><section id="n1"><p>حاشية.</p></section></body><binary id="c" content-type="image/png">aGVsbG8=</binary></FictionBook>`;
  const article = await read(book);
  expect(article).toMatchObject({
    kind: 'book',
    title: 'حكايات الميناء',
    author: 'ريم الخطيب',
    date: '2009-03-07',
    language: 'ar',
  });
  expect(
    article.blocks.map(
      ({ kind, level, span }) => `${kind}${level ?? ''} ${article.text.slice(span.start, span.end)}`,
    ),
  ).toEqual([
    'title حكايات الميناء',
    'heading1 الفصل الأول\u2028القارب',
    `paragraph ${words[0]}[1]`,
    'paragraph يا بحر',
    'paragraph يا ريح',
    'heading2 الليل',
    'paragraph هدأ الموج.',
    'paragraph حاشية. ↩',
  ]);
  expect(article.text).not.toContain('aGVsbG8');
});

/** Arabic and ASCII in windows-1256, by Node's own table. */
function encoded(text: string): Buffer {
  const table = new Map(
    Array.from({ length: 256 }, (_, byte) => [
      new TextDecoder('windows-1256').decode(Uint8Array.of(byte)),
      byte,
    ]),
  );
  return Buffer.from([...text].map((letter) => table.get(letter) ?? 63));
}

/** A binary property list of one dictionary in another: eight objects, each at a place that the table at the end tells. */
function binaryArchive(page: string): string {
  const long = (mark: number, bytes: Buffer) => {
    const size = Buffer.alloc(4);
    size.writeUInt32BE(bytes.length);
    return Buffer.concat([Buffer.from([mark | 15, 0x12]), size, bytes]);
  };
  const ascii = (text: string) => long(0x50, Buffer.from(text));
  const objects = [
    Buffer.from([0xd1, 1, 2]),
    ascii('WebMainResource'),
    Buffer.from([0xd2, 3, 4, 5, 6]),
    ascii('WebResourceData'),
    ascii('WebResourceURL'),
    long(0x40, Buffer.from(page)),
    ascii('https://port.example/news/1'),
  ];
  let at = 8;
  const offsets = Buffer.alloc(objects.length * 4);
  for (const [index, object] of objects.entries()) {
    offsets.writeUInt32BE(at, index * 4);
    at += object.length;
  }
  const trailer = Buffer.alloc(32);
  trailer[6] = 4;
  trailer[7] = 1;
  trailer.writeUInt32BE(objects.length, 12);
  trailer.writeUInt32BE(at, 28);
  return Buffer.concat([Buffer.from('bplist00'), ...objects, offsets, trailer]).toString('latin1');
}
