// Mail, and pages saved as mail or by Safari: what stands in their headers, each with the case just beside it.
import { describe, expect, test } from 'vitest';
import { readArticle } from '../../../src/article/open.ts';
import { said } from '../../said.ts';

const read = (lines: readonly string[], source = 'a.eml') =>
  readArticle(Buffer.from(lines.join('\r\n')), { source });
const head = [
  'From: Nawal <n@x.example>',
  'To: a@x.example',
  'Date: Sat, 7 Mar 2009 00:20:00 +0300',
  'MIME-Version: 1.0',
];

describe('a message', () => {
  test.each<[from: string, author: string | undefined]>([
    ['Nawal <n@x.example>', 'Nawal'],
    ['n.shatir@x.example', 'n.shatir'],
    ['<n.shatir@x.example>', 'n.shatir'],
    ['', undefined],
  ])('from %j is written by %j', async (from, author) => {
    const message = await read([`From: ${from}`, ...head.slice(1), 'Subject: s', '', 'words']);
    expect([message.author, message.title, message.text]).toEqual([author, 's', 's\n\nwords']);
  });

  test('says its language, and its date without a remark', async () => {
    const message = await read([
      'From: a@x.example',
      'To: b@x.example',
      'Subject: s',
      'Date: Sat, 7 Mar 2009 00:20:00 +0300 (AST)',
      'Content-Language: fa',
      '',
      'سلام دنیا',
    ]);
    expect(message).toMatchObject({ language: 'fa', date: '2009-03-07T00:20:00+03:00' });
    const undated = await read(['From: a@x.example', 'To: b@x.example', 'Subject: s', '', 'words']);
    expect(undated.date).toBeUndefined();
  });

  const parts = (...all: string[]) =>
    read([
      ...head,
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b\r\nContent-Type: text/plain\r\n\r\nfirst\r\n\r\nsecond',
      ...all.map((part) => `--b\r\n${part}`),
      '--b--',
    ]);

  test.each<[what: string, part: string, notices: string[]]>([
    [
      'a file',
      'Content-Type: application/pdf\r\nContent-Disposition: attachment; filename="a.pdf"\r\n\r\nx',
      ['the message has attachments that are not shown: a.pdf'],
    ],
    [
      'a file without a name',
      'Content-Type: application/pdf\r\nContent-Disposition: attachment\r\n\r\nx',
      ['the message has attachments that are not shown: application/pdf'],
    ],
    ['a picture among the words', 'Content-Type: image/png\r\nContent-Disposition: inline\r\n\r\nx', []],
    [
      'a picture that is a file',
      'Content-Type: image/png\r\nContent-Disposition: attachment; filename=p.png\r\n\r\nx',
      ['the message has attachments that are not shown: p.png'],
    ],
    [
      'a file among the words',
      'Content-Type: application/pdf\r\nContent-Disposition: inline; filename=p.pdf\r\n\r\nx',
      ['the message has attachments that are not shown: p.pdf'],
    ],
  ])('%s', async (_, part, notices) => {
    const message = await parts(part);
    expect(message.text).toBe('first\n\nsecond');
    expect(message.notices.map(said)).toEqual(notices);
  });
});

describe('a page that was saved as a message', () => {
  const page = (words: string, about = '') =>
    `<html><head>${about}<title>t</title></head><body><h1>t</h1><p>${words}</p></body></html>`;
  const part = (type: string, content: string, ...more: string[]) =>
    ['--b', `Content-Type: ${type}`, ...more, '', content].join('\r\n');
  const saved = (before: readonly string[], ...all: string[]) =>
    read(['MIME-Version: 1.0', ...before, '', ...all, '--b--'], 'a.mht');
  const related = 'Content-Type: multipart/related; boundary=b';
  const from = 'From: <Saved by Blink>';

  test.each<[what: string, before: string[], parts: string[], text: string, address: string | undefined]>([
    [
      'where its own part says it was found',
      [from, related, 'Snapshot-Content-Location: https://x.example/other'],
      [part('text/html', page('words'), 'Content-Location: https://x.example/a#part')],
      't\n\nwords',
      'https://x.example/a',
    ],
    [
      'else where the message says it',
      [related, 'Content-Location: https://x.example/b'],
      [part('text/html', page('words'))],
      't\n\nwords',
      'https://x.example/b',
    ],
    [
      'a header with such words in it is none',
      [from, related, 'X-Content-Location: https://x.example/c'],
      [part('text/html', page('words'), 'X-Content-Location: https://x.example/c')],
      't\n\nwords',
      undefined,
    ],
    [
      'an address that is none is left away',
      [from, related, 'Content-Location: cid:frame-1'],
      [part('text/html', page('words'))],
      't\n\nwords',
      undefined,
    ],
    [
      'boundaries between quotation marks, headers over several lines',
      [from, 'Content-Type: multipart/related;\r\n type="text/html";\r\n\tboundary="b"'],
      [part('text/html;\r\n charset="utf-8"', page('words'))],
      't\n\nwords',
      undefined,
    ],
    [
      'the first page is meant, whatever stands before it',
      [from, related],
      [part('text/css', 'p {}'), part('text/html', page('words')), part('text/html', page('frame'))],
      't\n\nwords',
      undefined,
    ],
  ])('%s', async (_, before, parts, text, address) => {
    const article = await saved(before, ...parts);
    expect([article.text, article.address]).toEqual([text, address]);
  });

  test('in the encoding that its part names', async () => {
    const bytes = Buffer.concat([
      Buffer.from(
        [
          from,
          related,
          '',
          '--b',
          'Content-Type: text/html; charset=windows-1256',
          'Content-Transfer-Encoding: 8bit',
          '',
          '<p>',
        ].join('\r\n'),
      ),
      Buffer.from('e3d1cdc8c7', 'hex'),
      Buffer.from('</p>\r\n--b--\r\n'),
    ]);
    expect((await readArticle(bytes, { source: 'a.mht' })).text).toBe('مرحبا');
  });

  test('bytes that are no letters of it are counted', async () => {
    const { text, notices } = await saved(
      [from, related],
      part(
        'text/html; charset=utf-8',
        `<p>${'مقال '.repeat(99)}a=FFb=FE`,
        'Content-Transfer-Encoding: quoted-printable',
      ),
    );
    expect(text.slice(-9)).toBe('مقال a\ufffdb\ufffd');
    expect(notices).toMatchObject([{ key: 'undecodable', count: 2 }]);
  });

  test.each<[what: string, lines: string[]]>([
    ['no page among its parts', [from, related, '', part('image/png', 'x'), '--b--']],
    ['no boundary', [from, 'Content-Type: multipart/related', '', page('words')]],
    ['an empty page', [from, related, '', part('text/html', '').trimEnd(), '--b--']],
  ])('%s: it is said', async (_, lines) =>
    expect(
      await read(['MIME-Version: 1.0', ...lines], 'a.mht').catch(({ problem }) => problem),
    ).toMatchObject({
      key: 'savedDamaged',
    }),
  );
});

describe('a web archive of Safari', () => {
  const archive = (...entries: string[]) =>
    readArticle(
      Buffer.from(
        `<?xml version="1.0"?><!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "x"><plist version="1.0"><dict>${entries.join('')}</dict></plist>`,
      ),
      { source: 'a.webarchive' },
    );
  const main = (inside: string) => `<key>WebMainResource</key><dict>${inside}</dict>`;
  const data = (bytes: Buffer) => `<key>WebResourceData</key><data>\n${bytes.toString('base64')}\n</data>`;
  const url = '<key>WebResourceURL</key><string> https://x.example/a#b </string>';

  test('is its main page, in the encoding that it names', async () => {
    const article = await archive(
      '<key>WebSubframeArchives</key><array><dict><key>WebMainResource</key><dict/></dict></array>',
      main(
        `<key>WebResourceTextEncodingName</key><string>windows-1256</string>${url}${data(Buffer.concat([Buffer.from('<p>'), Buffer.from('e3d1cdc8c7', 'hex')]))}`,
      ),
    );
    expect([article.text, article.address]).toEqual(['مرحبا', 'https://x.example/a']);
  });

  test.each([
    ['without data', main(url)],
    ['whose data are words', main('<key>WebResourceData</key><string>words</string>')],
    ['without a page', '<key>WebSubresources</key><array/>'],
  ])('%s: it is said', async (_, inside) =>
    expect(await archive(inside, '<!-- WebMainResource -->').catch(({ problem }) => problem)).toMatchObject({
      key: 'savedDamaged',
    }),
  );
});
