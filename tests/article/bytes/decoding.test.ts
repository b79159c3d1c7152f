import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode } from '../../../src/article/bytes/decoding.ts';
import { encodingNamed, encodings } from '../../../src/article/bytes/encoding.ts';

const hex = (bytes: string) => new Uint8Array(Buffer.from(bytes, 'hex'));

// Bytes by GNU iconv.
describe('a forced encoding reads what iconv wrote', () => {
  test.each<[(typeof encodings)[number], string, string]>([
    ['windows-1256', 'dec7e13a20e4dae3a120e1c7bf', 'قال: نعم، لا؟'],
    ['windows-1256', '818d2090ddca20ab8ebb', 'پچ گفت «ژ»'],
    ['iso-8859-6', 'e2c7e43a20e6d9e5ac20e4c7bf', 'قال: نعم، لا؟'],
    ['windows-1255', 'f9c8ece5ed2093f2e5eced94', 'שָלום “עולם”'],
    ['iso-8859-8', 'f9ece5ed', 'שלום'],
    ['windows-1252', '936e61ef76659420636166e9209620352080', '“naïve” café – 5 €'],
    ['utf-16le', '420045062e00', 'Bم.'],
    ['utf-16be', '00420645002e', 'Bم.'],
  ])('%s %s', (encoding, bytes, text) => {
    expect(decode(hex(bytes), { encoding })).toEqual({ text, encoding, replaced: 0 });
  });
});

test.each([
  ['cp1256', 'windows-1256'],
  ['CP-1255', 'windows-1255'],
  ['latin1', 'windows-1252'],
  ['arabic', 'iso-8859-6'],
  ['hebrew', 'iso-8859-8'],
  ['UTF8', 'utf-8'],
  ['utf-16', 'utf-16le'],
  ['cp1251', 'windows-1251'],
  ['nonsense', undefined],
])('the name %s stands for %s', (name, encoding) => expect(encodingNamed(name)).toBe(encoding));

test('every listed encoding can be named', () => {
  for (const encoding of encodings) expect(encodingNamed(encoding)).toBe(encoding);
});

const articles = Object.fromEntries(
  ['ar', 'fa', 'he', 'ur', 'en'].map((language) => [
    language,
    readFileSync(path.resolve(import.meta.dirname, `../../../content/${language}.md`), 'utf8'),
  ]),
);

/** Text in a one-byte encoding, what it does not have left out: the inverse of the platform's own decoder. */
function encode(text: string, encoding: string): Uint8Array {
  const table = new Map<string, number>();
  for (let byte = 255; byte >= 0; byte--) {
    const letter = decode(Uint8Array.of(byte), { encoding }).text;
    if (letter !== '\ufffd') table.set(letter, byte);
  }
  return Uint8Array.from([...text].flatMap((letter) => table.get(letter) ?? []));
}

describe('letters tell the code page', () => {
  test.each<[string, string]>([
    ['ar', 'windows-1256'],
    ['ar', 'iso-8859-6'],
    ['fa', 'windows-1256'],
    ['ur', 'windows-1256'],
    ['he', 'windows-1255'],
  ])('%s in %s, whole and in single paragraphs', (language, encoding) => {
    const text = articles[language]!.split('\n---\n')[1]!;
    for (const part of [text, ...text.split('\n').filter((line) => line.length > 60)]) {
      const bytes = encode(part, encoding);
      const decoded = decode(bytes);
      expect(decoded.text).toBe(decode(bytes, { encoding }).text);
    }
  });

  test('Hebrew in ISO-8859-8 reads the same as windows-1255', () => {
    const words = articles.he!.replace(/[^א-ת\n ]/g, '');
    expect(decode(encode(words, 'iso-8859-8')).text).toBe(words);
  });

  test.each([
    ['French', 'Le président a déclaré à la presse que l’été serait très chaud, où qu’on aille.'],
    ['Spanish', '¿Qué pasó mañana? El niño comió piñones en la montaña; su tía también.'],
    ['German', 'Größe und Maße: „Übermäßig schön“, sagte er über die Straße.'],
    ['English', 'He said: “I don’t know — maybe 5 £ or 6 €.”'],
  ])('%s in windows-1252', (_, text) => {
    expect(decode(encode(text, 'windows-1252'))).toEqual({ text, encoding: 'windows-1252', replaced: 0 });
  });
});

describe('Unicode', () => {
  test.each<[string, string, Uint8Array]>([
    ['a mark', 'utf-8', Buffer.from('\ufeffقال')],
    ['no mark', 'utf-8', Buffer.from('قال')],
    ['a mark', 'utf-16le', Buffer.from('\ufeffقال', 'utf16le')],
    ['a mark', 'utf-16be', Buffer.from('\ufeffقال', 'utf16le').swap16()],
  ])('with %s: %s', (_, encoding, bytes) =>
    expect(decode(bytes)).toEqual({ text: 'قال', encoding, replaced: 0 }),
  );

  test.each(['ar', 'fa', 'he', 'ur', 'en'])('UTF-16 of %s is known without a mark', (language) => {
    const text = articles[language]!;
    expect(decode(Buffer.from(text, 'utf16le')).text).toBe(text);
    expect(decode(Buffer.from(text, 'utf16le').swap16()).text).toBe(text);
  });

  test('only the first mark goes', () => expect(decode(Buffer.from('\ufeff\ufeffa')).text).toBe('\ufeffa'));

  test('damaged UTF-8 stays UTF-8, and the damage is counted', () => {
    const bytes = Buffer.concat([Buffer.from(articles.ar!), hex('ff'), Buffer.from('تم'), hex('d9')]);
    const decoded = decode(bytes);
    expect(decoded).toMatchObject({ encoding: 'utf-8', replaced: 2 });
    expect(decoded.text).toBe(`${articles.ar}\ufffdتم\ufffd`);
  });

  test('a U+FFFD that was written is not counted', () =>
    expect(decode(Buffer.from('a\ufffdb'))).toMatchObject({ replaced: 0 }));
});

test('a declaration is believed over the letters, not over valid UTF-8', () => {
  const bytes = hex('e9e8');
  expect(decode(bytes, { declared: 'windows-1255' }).text).toBe('יט');
  expect(decode(Buffer.from('شيء'), { declared: 'windows-1256' }).text).toBe('شيء');
  expect(decode(bytes, { declared: 'no-such' }).encoding).not.toBe('utf-8');
  expect(decode(hex('cff0e8e2e5f2'), { declared: 'windows-1251' }).text).toBe('Привет');
});

test('Arabic that is declared as Latin-1 is read by its letters', () => {
  const bytes = encode('قال الوزير إن الاجتماع كان ناجحا', 'windows-1256');
  expect(decode(bytes, { declared: 'iso-8859-1' }).text).toBe('قال الوزير إن الاجتماع كان ناجحا');
  expect(decode(encode('café où', 'windows-1252'), { declared: 'iso-8859-1' }).text).toBe('café où');
});

test('any bytes give a text, of no more code units than bytes', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 200 }),
      fc.constantFrom(undefined, ...encodings),
      (bytes, encoding) => {
        const { text, replaced } = decode(bytes, { encoding });
        expect(text.length).toBeLessThanOrEqual(bytes.length + 1);
        expect(replaced).toBeLessThanOrEqual(text.length);
      },
    ),
  );
});

test('UTF-8 of any text comes back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      fc.pre(!text.startsWith('\ufeff') && !text.includes('\0'));
      expect(decode(Buffer.from(text)).text).toBe(text);
    }),
  );
});
