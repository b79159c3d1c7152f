// What is opened only if it is wanted takes a shorter way: it must come to the same article, or the same failure, as the long one.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { otherSigns } from '../../src/article/bytes/plainly.ts';
import { isPassedOver, openArticle, openWanted } from '../../src/article/open.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'maqal-wanted-'));

async function outcome(opened: Promise<unknown>): Promise<unknown> {
  return opened.catch((error: { problem?: unknown }) => error.problem ?? error);
}

const hasOtherSigns = (seen: Uint8Array) => otherSigns.test(Buffer.from(seen).toString());

async function expectSame(bytes: Uint8Array | string, name: string): Promise<void> {
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  expect(await outcome(openWanted(file, () => true))).toEqual(await outcome(openArticle(file)));
  // What a look at the bytes leaves out is a text, and not wanted; the filter itself knows of signs of another kind.
  if (isPassedOver(file, hasOtherSigns)) expect(await outcome(openWanted(file, () => false))).toBeUndefined();
}

const prose = 'قال وزير الزراعة إن الموسم جيد.\n\nوأضاف أن السعر عادل، وهذا كل ما في الأمر.\n';
const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');

const inputs: readonly (readonly [name: string, bytes: Uint8Array | string])[] = [
  ['plain.txt', prose],
  ['plain', prose],
  ['marked.txt', `\ufeff${prose}`],
  ['blanks.txt', ' \n\t \n'],
  ['empty.txt', ''],
  ['front.md', `---\ntitle: الموسم\n---\n\n# عنوان\n\n${prose}`],
  ['signs', `# عنوان\n\n- واحد\n- اثنان\n\n${prose}`],
  ['page.html', `<!doctype html><title>الموسم</title><p>${prose}</p>`],
  ['page', `<p>${prose}</p>`],
  [
    'feed.json',
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'س',
      items: [{ id: '1', content_text: prose }],
    }),
  ],
  ['list.json', JSON.stringify([prose])],
  [
    'mail.eml',
    `From: a@example.org\nTo: b@example.org\nSubject: x\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n${prose}`,
  ],
  ['headers.txt', `From: a@example.org\nMessage-ID: <x@example.org>\nTo: b\n\n${prose}`],
  ['book.pdf', '%PDF-1.7\nكتاب'],
  ['letter.rtf', '{\\rtf1 كتاب}'],
  ['sound.txt', `ID3 ${prose}`],
  ['controls.txt', `${prose}\u0001\u0002${prose}`],
  ['binary', new Uint8Array(400).fill(1)],
  ['zip.txt', 'PK\u0003\u0004'],
  ['packed.txt', 'BZh كتاب'],
  ['small.txt', `bz ${prose}`],
  ['plist.txt', `bplist00 WebMainResource ${prose}`],
  ['wide.txt', utf16(prose)],
  ['old.txt', Uint8Array.from([0xd3, 0xe1, 0xc7, 0xe3, 0x20, 0xda, 0xe1, 0xed, 0xdf, 0xe3])],
  ['broken.txt', Buffer.concat([Buffer.from(prose), Uint8Array.of(0xff, 0xd8)])],
];

test.each(inputs)('%s opens the short way as it does the long one', async (name, bytes) => {
  await expectSame(bytes, name);
});

test('so does whatever begins with a few signs', async () => {
  const sign = fc.constantFrom(...'PKBZhID3%{<\\rtf-b\u0000\u0003\u001b\ufeff \n:', 'كتاب', 'GIF8', 'RIFF');
  await fc.assert(
    fc.asyncProperty(
      fc.array(sign, { maxLength: 8 }),
      fc.constantFrom('a.txt', 'a.md', 'a'),
      async (signs, name) => {
        await expectSame(signs.join('') + prose, name);
      },
    ),
    { numRuns: 60 },
  );
});

test('of these only texts are left out by a look at their bytes', () => {
  const passed = inputs
    .map(([name]) => name)
    .filter((name) => isPassedOver(path.join(folder, name), hasOtherSigns));
  expect(passed).toEqual(['plain.txt', 'plain', 'signs', 'list.json', 'sound.txt', 'packed.txt']);
});

test('what is not wanted is no article', async () => {
  const file = path.join(folder, 'unwanted.txt');
  writeFileSync(file, prose);
  expect(await openWanted(file, () => false)).toBeUndefined();
});
