import { describe, expect, test } from 'vitest';
import { declaredEncoding } from '../../../src/article/bytes/declared-encoding.ts';
import { isHtml } from '../../../src/article/bytes/text-kind.ts';
import { readArticle } from '../../../src/article/open.ts';
import { refusalOf } from '../../said.ts';

describe('a page is known', () => {
  test.each([
    '<!DOCTYPE html><p>x',
    '\ufeff\ufeff<html>',
    '<?xml version="1.0"?>\n<!-- saved --><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN" "x"><html>',
    '<?php /* > */ ?>\n<HTML>',
    '<!-- a > b -- c --><head>',
    '<link rel=stylesheet href=a><p>x</p>',
    '<base href="/"><p>x',
    '<section><h2>عنوان</h2></section>',
    '<span dir=rtl>نص</span>',
    '<table><tr><td>خانة</td></tr></table>',
    'Warning: Cannot modify header information in /srv/b.php on line 9\n\n<!doctype html><p>نص',
    '<br />\n<b>Deprecated</b>: each() in <b>/srv/b.php</b> on line <b>9</b><br />\n<html><body>نص',
    'connected\n<html><body>نص</body></html>\n',
  ])('%s', (html) => expect(isHtml(html, '-')).toBe(true));

  test('by its media type, whatever it begins with', () => {
    expect(isHtml('نص <b>مهم</b>', 'https://x.example/a', 'text/html')).toBe(true);
    expect(isHtml('نص <b>مهم</b>', 'https://x.example/a', 'text/plain')).toBe(false);
  });

  test.each([
    ['<p>عنوان</p>\n\n# فصل\n\n> قول\n', '-'],
    ['<div align="center"><img src="a.png"></div>\n\n# اسم\n\n```\nnpm i\n```\n', 'README'],
    ['<p>نص</p>', 'a.md'],
    ['<b', '-'],
    ['<3 قلوب</3>', '-'],
    ['<pre أو غيرها', '-'],
    ['اكتب <html> في أول الصفحة ثم </html> في آخرها.\nوانتهى.', '-'],
    ['a < b and c > d', '-'],
  ])('%j as %s is none', (text, name) => expect(isHtml(text, name)).toBe(false));
});

describe('a declared encoding counts where a parser sees it', () => {
  test.each([
    ['<meta charset=windows-1256>', 'windows-1256'],
    ["<META  CharSet = 'ISO-8859-6' />", 'ISO-8859-6'],
    ['<meta content="text/html; charset=windows-1255" http-equiv="Content-Type">', 'windows-1255'],
    ['<?xml version="1.0" encoding="windows-1256"?><html>', 'windows-1256'],
    ['<!-- <meta charset=koi8-r> --><meta charset=windows-1256>', 'windows-1256'],
    ['<!--><meta charset=windows-1256>', 'windows-1256'],
    ['<script>w("<meta charset=koi8-r>")</script><meta charset=windows-1256>', 'windows-1256'],
    ['<title><meta charset=koi8-r></title><meta charset=windows-1256>', 'windows-1256'],
    ['<body data-a="<meta charset=koi8-r>"><meta charset=windows-1256>', 'windows-1256'],
    ['<meta name=description content="charset=koi8-r"><meta charset=windows-1256>', 'windows-1256'],
    ['<meta property="a>b" charset=windows-1256>', 'windows-1256'],
    [`<script>${'x'.repeat(9000)}</script><meta charset=windows-1256>`, 'windows-1256'],
    ['<meta charset="utf-16">', 'utf-8'],
    ['<meta http-equiv=content-type content="text/html;charset=UTF-16LE">', 'utf-8'],
    ['<meta charset=x-user-defined>', 'windows-1252'],
    ['<metadata charset=koi8-r>', undefined],
    ['<!-- <meta charset=koi8-r>', undefined],
    ['<script><meta charset=koi8-r>', undefined],
    ['a < b charset=koi8-r', undefined],
  ])('%s', (html, encoding) => expect(declaredEncoding(Buffer.from(html))).toBe(encoding));

  test('what is made to be slow takes no longer', () => {
    for (const part of ['<', '<a ', '<meta ', '<meta a="', '<!--', '<script>', '</script', "<a b='"])
      expect(declaredEncoding(Buffer.from(part.repeat(50_000)))).toBeUndefined();
  });

  test('a page of one byte a letter opens in it', async () => {
    const page = (declared: string) =>
      Buffer.concat([
        Buffer.from(`<!doctype html><!-- charset=koi8-r -->${declared}<p>`),
        Buffer.from('d3e1c7e3', 'hex'),
        Buffer.from('</p>'),
      ]);
    expect((await readArticle(page('<meta charset=windows-1256>'), { source: 'a' })).text).toBe('سلام');
  });
});

test.each([
  ['a PDF behind a byte order mark', '\ufeff%PDF-1.4\nx', /^is a PDF document, /],
  ['a PDF behind line ends', '\r\n\r\n%PDF-1.4\nx', /^is a PDF document, /],
  ['RTF behind a byte order mark', '\ufeff{\\rtf1\\ansi x}', /^is an RTF document, /],
])('%s is refused', async (_, text, line) =>
  expect(await refusalOf(readArticle(Buffer.from(text), { source: 'x' }))).toMatch(line),
);
