import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { isMarkdown } from '../../../src/article/bytes/text-kind.ts';
import type { SourceError } from '../../../src/article/model/problem.ts';
import { readArticle } from '../../../src/article/open.ts';
import { said } from '../../said.ts';

const refusal = (bytes: Uint8Array, options = {}) =>
  readArticle(bytes, { source: 'x', ...options }).then(
    () => 'opened',
    (error: SourceError) => said(error.problem),
  );

describe('what is no text is refused by what it is', () => {
  test.each<[string, Uint8Array, RegExp]>([
    ['a PDF', Buffer.from('%PDF-1.7\n%âãÏÓ'), /^is a PDF document, /],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d', 'hex'), /^is a PNG picture, /],
    ['an archive', gzipSync('نص'), /^is a gzip archive, /],
    ['a program', Buffer.from('7f454c460201010000000000', 'hex'), /^is a program, /],
    [
      'random bytes',
      Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 7919 + (index >> 3)) % 256)),
      /^is a binary file, /,
    ],
    ['zeros', new Uint8Array(1000), /^is a binary file, /],
    ['zeros among letters', Buffer.from('abc\0\0'.repeat(100)), /^is a binary file, /],
    [
      'numbers of two bytes',
      Uint8Array.from({ length: 4000 }, (_, index) => (index % 2 ? 0 : index % 40)),
      /^is a binary file, /,
    ],
    ['a sound', Buffer.concat([Buffer.from('ID3'), new Uint8Array(50)]), /^is an MP3 recording, /],
    ['nothing', new Uint8Array(0), /^is empty; /],
  ])('%s', async (_, bytes, message) => expect(await refusal(bytes)).toMatch(message));

  test('an encoding that is not known', async () =>
    expect(await refusal(Buffer.from('a'), { encoding: 'klingon' })).toMatch(
      /^no such encoding: klingon; try utf-8, /,
    ));
});

test.each<[string, Uint8Array]>([
  ['a stray zero', Buffer.from(`قال\0نعم`)],
  ['escapes', Buffer.from('\u001b[31mأحمر\u001b[0m')],
  ['text with marks in one code page', Buffer.from('c7e1e3dee1c9', 'hex')],
  ['one letter', Buffer.from('ا')],
  ['a word that begins as a recording does', Buffer.from('ID3 هو اسم الوسم')],
  ['Arabic in UTF-16 without a mark', Buffer.from('قال الوزير إن الاجتماع كان ناجحا جدا', 'utf16le')],
  ['English in UTF-16 without a mark', Buffer.from('The minister said so.', 'utf16le').swap16()],
  [
    'a long text in UTF-16',
    Buffer.from(readFileSync(path.resolve(import.meta.dirname, '../../../content/he.md'), 'utf8'), 'utf16le'),
  ],
])('%s is text', async (_, bytes) => expect(await refusal(bytes)).toBe('opened'));

test.each([
  ['---\ntitle: x\n---\n\ntext', '-', true],
  ['---\ntitle: x\n---\n\ntext', 'a.txt', false],
  ['# عنوان\n\nنص [رابط](https://x.example)', '-', true],
  ['نص عادي', 'a.md', true],
  ['# عنوان\n\n> قول\n', 'a.txt', false],
  ['#وسم واحد\n- حوار\nنص', '-', false],
  ['---\nلا نهاية له', '-', false],
  ['['.repeat(60_000), '-', false],
])('%j as %s: Markdown %s', (text, name, markdown) => expect(isMarkdown(text, name)).toBe(markdown));
