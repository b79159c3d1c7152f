// Hostile input by kind, each with what must come of it: text that would act on a terminal, names, and state files.
import { describe, expect, test } from 'vitest';
import { oneLine, titleOfSource } from '../../src/article/model/one-line.ts';
import { parseRemembered } from '../../src/store/memory/remembered.ts';
import { outputModel } from '../../src/terminal/models/models.ts';
import { encodeRow } from '../../src/terminal/output/encode.ts';
import { modelNames } from '../../src/terminal/output/model.ts';
import { plain } from '../../src/terminal/output/style.ts';
import { baseDirection } from '../../src/text/direction.ts';
import { layoutParagraph } from '../../src/text/layout.ts';
import { isolatedName, pipedLine, visible } from '../../src/text/visible.ts';

/** What a terminal that reorders nothing is given for a paragraph, all rows. */
function drawn(text: string): string {
  const rows = layoutParagraph(text, { width: 200, direction: baseDirection(text) });
  return rows
    .map(({ cells }) =>
      cells
        .map((cell) => cell.text)
        .join('')
        .trimEnd(),
    )
    .join('');
}

describe('escape sequences in an article are drawn as signs', () => {
  const sequences: readonly [name: string, sequence: string, signs: string][] = [
    ['color', '\x1b[31m', '␛[31m'],
    ['clearing the screen', '\x1b[2J', '␛[2J'],
    ['the cursor home', '\x1b[H', '␛[H'],
    ['the alternate screen', '\x1b[?1049h', '␛[?1049h'],
    ['a title', '\x1b]0;title\x07', '␛]0;title␇'],
    ['a title ended by ST', '\x1b]2;title\x1b\\', '␛]2;title␛\\'],
    ['the clipboard', '\x1b]52;c;aGk=\x07', '␛]52;c;aGk=␇'],
    ['a link', '\x1b]8;;http://e.example\x1b\\x', '␛]8;;http://e.example␛\\x'],
    ['a notification', '\x1b]9;hi\x07', '␛]9;hi␇'],
    ['a file by iTerm2', '\x1b]1337;File=:AA\x07', '␛]1337;File=:AA␇'],
    ['a picture by kitty', '\x1b_Ga=T;AA\x1b\\', '␛_Ga=T;AA␛\\'],
    ['a picture by sixel', '\x1bPq#0~\x1b\\', '␛Pq#0~␛\\'],
    ['a device string', '\x1bP$qm\x1b\\', '␛P$qm␛\\'],
    ['a question', '\x1b[c', '␛[c'],
    ['a question for the title', '\x1b[21t', '␛[21t'],
    ['a reset', '\x1bc', '␛c'],
    ['a soft reset', '\x1b[!p', '␛[!p'],
    ['a mouse', '\x1b[?1003h', '␛[?1003h'],
    ['the end of a paste', '\x1b[201~', '␛[201~'],
    ['another character set', '\x1b(0', '␛(0'],
    ['shift out', '\x0e', '␎'],
    ['a bell', '\x07', '␇'],
    ['a backspace over words', 'no\x08\x08yes', 'no␈␈yes'],
    ['enquiry', '\x05', '␅'],
    ['a null', 'a\x00b', 'a␀b'],
    ['delete', 'a\x7fb', 'a␡b'],
    ['XOFF', '\x13', '␓'],
    ['half a sequence', '\x1b[', '␛['],
    ['a lone ESC', 'x\x1b', 'x␛'],
    ['repetition', 'a\x1b[9999b', 'a␛[9999b'],
  ];
  test.each(sequences)('%s', (_, sequence, signs) => expect(drawn(sequence)).toBe(signs));

  const c1 = [0x80, 0x84, 0x88, 0x8d, 0x8e, 0x90, 0x98, 0x9a, 0x9b, 0x9c, 0x9d, 0x9e, 0x9f];
  test.each(c1.map((code) => [`U+00${code.toString(16)}`, String.fromCharCode(code)]))(
    'the C1 control %s is one sign among its letters',
    (_, control) => {
      const text = drawn(`a${control}b`);
      expect(text).toMatch(/^a.b$/u);
      expect(text).not.toMatch(/[\x80-\x9f]/);
    },
  );

  test.each(modelNames)('and none of them gets through the model %s', (name) => {
    const model = outputModel(name, 'dark');
    for (const [, sequence] of sequences)
      for (const text of [sequence, `قال ${sequence} ثم`, `x ${sequence} 12 שלום`])
        for (const { cells } of layoutParagraph(text, { width: 40, direction: baseDirection(text) })) {
          const bytes = encodeRow(
            cells.map((cell) => ({ ...cell, style: plain })),
            model,
            'none',
          );
          const own = /\x1b\[(?:[\d;]*m|\d+G|8[lh]|\?250[01][hl])/g;
          expect(bytes.replace(own, '')).not.toMatch(/[\0-\x1f\x7f-\x9f]/);
        }
  });
});

describe('names', () => {
  test.each<[name: string, shown: string]>([
    ['ann\u202etxt.exe', 'ann<U+202E>txt.exe'],
    ['\u2069\u202elive', '<U+2069><U+202E>live'],
    ['a\u2066b\u2067c\u2068d\u2069', 'a<U+2066>b<U+2067>c<U+2068>d<U+2069>'],
    ['a\u202ab\u202bc\u202cd\u202de', 'a<U+202A>b<U+202B>c<U+202C>d<U+202D>e'],
    ['x\x1b]0;t\x07.txt', 'x␛]0;t␇.txt'],
    ['a\nmaqal: all good', 'a␊maqal: all good'],
    ['a\r\nb', 'a␍␊b'],
    ['a\u2028b\u2029c', 'a<U+2028>b<U+2029>c'],
    ['c1\x9b2J', 'c1<U+009B>2J'],
    ['del\x7f', 'del␡'],
    ['tab\tname', 'tab␉name'],
    ['مقال.txt', 'مقال.txt'],
    ['e\u0301.txt', 'e\u0301.txt'],
    ['a\u200fb', 'a\u200fb'],
  ])('%j is shown as %s, isolated', (name, shown) => {
    expect(visible(name)).toBe(shown);
    expect(isolatedName(name)).toBe(`\u2068${shown}\u2069`);
    expect(pipedLine(`maqal: ${isolatedName(name)}: x`)).toBe(`maqal: ${shown}: x`);
  });

  test('of a name of a million letters the beginning and the end are shown', () => {
    const shown = visible(`${'a'.repeat(1e6)}.exe`);
    expect(shown.length).toBeLessThanOrEqual(300);
    expect(shown).toMatch(/^a+…a+\.exe$/);
  });

  test.each<[source: string, title: string]>([
    ['/home/me/\u202etxt.exe', 'txt.exe'],
    ['/home/me/x\x1b[31m.txt', 'x[31m.txt'],
    ['/home/me/folder/', 'folder'],
    ['C:\\Users\\me\\a.txt', 'a.txt'],
    ['https://www.a.example/x?y#z', 'a.example/x'],
    ['https://a.example/\u202ex', 'a.example/x'],
    ['\x07', '-'],
    ['///', '-'],
    ['a\n\nb', 'a b'],
    ['x\ud83d', 'x\ufffd'],
  ])('the title of %j is %j', (source, title) => expect(titleOfSource(source)).toBe(title));

  test.each<[field: string, line: string]>([
    ['a\u202eb', 'ab'],
    ['a\u2066b\u2069', 'ab'],
    ['a\u0085b', 'a b'],
    ['a\u2028b', 'a b'],
    ['\ufeffa', 'a'],
    ['a\x1b[31mb', 'a[31mb'],
    ['a\u200bb\u200e\u200f\u061c', 'ab'],
    ['a\u200cb\u200dc', 'a\u200cb\u200dc'],
    ['\udc00a', '\ufffda'],
    ['  a \t b\v\f ', 'a b'],
  ])('a field %j becomes the line %j', (field, line) => expect(oneLine(field)).toBe(line));
});

describe('state files', () => {
  const whole = {
    place: { offset: 12, words: 'كلام' },
    top: { offset: 0, words: '' },
    marks: { a: { offset: 3, words: 'x' } },
    query: 'نهر',
    sidebar: { open: true, tab: 'quotes', cursor: { quotes: 1 }, speaker: null },
    notes: {},
  };
  const parsed = (change: object) => parseRemembered(JSON.stringify({ ...whole, ...change }));

  test('a whole one is read', () => expect(parsed({})).toEqual(whole));

  test.each<[string, string]>([
    ['nothing', ''],
    ['zeros', '\0\0\0\0'],
    ['half', JSON.stringify(whole).slice(0, 40)],
    ['null', 'null'],
    ['a list', '[]'],
    ['a number', '7'],
    ['a text', '"x"'],
    ['another object', '{}'],
    ['two objects', '{}{}'],
    ['a hundred thousand brackets', '['.repeat(100_000)],
  ])('%s is nothing', (_, text) => expect(parseRemembered(text)).toBeNull());

  test.each<[string, object]>([
    ['no place', { place: null }],
    ['a place before the text', { place: { offset: -1, words: 'x' } }],
    ['a place that is no number', { place: { offset: '1', words: 'x' } }],
    ['a place of half a letter', { place: { offset: 1.5, words: 'x' } }],
    ['a place beyond all numbers', { place: { offset: 1e300, words: 'x' } }],
    ['a place without words', { place: { offset: 1 } }],
    ['marks in a list', { marks: [] }],
    ['a sidebar that is a text', { sidebar: 'open' }],
    ['a sidebar neither open nor shut', { sidebar: { ...whole.sidebar, open: 1 } }],
    ['a list without a name', { sidebar: { ...whole.sidebar, tab: 3 } }],
    ['cursors in a list', { sidebar: { ...whole.sidebar, cursor: [1] } }],
  ])('%s is nothing', (_, change) => expect(parsed(change)).toBeNull());

  test.each<[string, object, object]>([
    [
      'a mark that is none',
      { marks: { a: 1, b: { offset: 2, words: 'y' } } },
      { marks: { b: { offset: 2, words: 'y' } } },
    ],
    ['a query that is no text', { query: 5 }, { query: null }],
    ['a field of a newer version', { more: 1 }, {}],
    [
      'cursors that are none',
      { sidebar: { ...whole.sidebar, cursor: { a: -1, b: 0, c: 1.5, d: '2' } } },
      { sidebar: { ...whole.sidebar, cursor: { b: 0 } } },
    ],
    [
      'a speaker',
      { sidebar: { ...whole.sidebar, speaker: 'ليلى' } },
      { sidebar: { ...whole.sidebar, speaker: 'ليلى' } },
    ],
    ['a speaker that is no text', { sidebar: { ...whole.sidebar, speaker: 5 } }, {}],
  ])('of one with %s the rest is read', (_, change, read) =>
    expect(parsed(change)).toEqual({ ...whole, ...read }),
  );

  test('names that every object has stand for nothing', () => {
    const text = JSON.stringify(whole).replace('"marks":{', '"marks":{"__proto__":{"offset":1,"words":"x"},');
    const read = parseRemembered(text)!;
    expect(({} as Record<string, unknown>).offset).toBeUndefined();
    expect(Object.keys(read.marks)).not.toContain('offset');
  });
});
