import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Input } from '../../../src/terminal/input/key.ts';
import { createKeyboard } from '../../../src/terminal/input/keyboard.ts';

/** What a keyboard makes of the reads, nothing more to come. */
function typed(...reads: readonly (string | Uint8Array)[]): Input[] {
  const keyboard = createKeyboard();
  const list = reads.flatMap((read) => keyboard.feed(typeof read === 'string' ? Buffer.from(read) : read));
  return [...list, ...keyboard.flush()];
}

const char = (text: string, more: object = {}): Input => ({ name: 'char', text, ...more });
const reply = (sequence: string): Input => ({ name: 'reply', sequence });
const alt = (text: string): Input => ({ name: 'char', text, alt: true });
const press: Input = { name: 'press', button: 0, row: 0, column: 0 };

describe('keys', () => {
  test.each<[string, string, object]>([
    ['a letter', 'a', char('a')],
    ['an Arabic letter', 'ش', char('ش')],
    ['a character beyond the BMP', '😀', char('😀')],
    ['Enter', '\r', { name: 'enter' }],
    ['Tab', '\t', { name: 'tab' }],
    ['Shift-Tab', '\x1b[Z', { name: 'shift-tab' }],
    ['Backspace', '\x7f', { name: 'backspace' }],
    ['Backspace of some', '\b', { name: 'backspace' }],
    ['Ctrl-C', '\x03', { name: 'ctrl-c' }],
    ['Ctrl-O', '\x0f', { name: 'ctrl-o' }],
    ['Ctrl-Z', '\x1a', { name: 'ctrl-z' }],
    ['Ctrl-Space', '\0', { name: 'ctrl-space' }],
    ['Ctrl-\\', '\x1c', { name: 'ctrl-\\' }],
    ['Alt-x', '\x1bx', char('x', { alt: true })],
    ['Alt with an Arabic letter', '\x1bش', char('ش', { alt: true })],
    ['Alt-Backspace', '\x1b\x7f', { name: 'backspace', alt: true }],
    ['Esc', '\x1b', { name: 'escape' }],
    ['up', '\x1b[A', { name: 'up' }],
    ['up in application mode', '\x1bOA', { name: 'up' }],
    ['Shift-up', '\x1b[1;2A', { name: 'up', shift: true }],
    ['Ctrl-right', '\x1b[1;5C', { name: 'right', ctrl: true }],
    ['Ctrl-Alt-Shift-left', '\x1b[1;8D', { name: 'left', shift: true, alt: true, ctrl: true }],
    ['Home', '\x1b[H', { name: 'home' }],
    ['Home of the Linux console', '\x1b[1~', { name: 'home' }],
    ['Home of rxvt', '\x1b[7~', { name: 'home' }],
    ['End', '\x1b[F', { name: 'end' }],
    ['End of rxvt', '\x1b[8~', { name: 'end' }],
    ['Page Up', '\x1b[5~', { name: 'pageup' }],
    ['Page Down', '\x1b[6~', { name: 'pagedown' }],
    ['Delete', '\x1b[3~', { name: 'delete' }],
    ['Ctrl-Delete', '\x1b[3;5~', { name: 'delete', ctrl: true }],
    ['F1', '\x1bOP', { name: 'f1' }],
    ['F1 of the Linux console', '\x1b[[A', { name: 'f1' }],
    ['F3 with Shift', '\x1b[1;2R', { name: 'f3', shift: true }],
    ['F5', '\x1b[15~', { name: 'f5' }],
    ['F12', '\x1b[24~', { name: 'f12' }],
    ['Shift-up of rxvt', '\x1b[a', { name: 'up', shift: true }],
    ['Ctrl-up of rxvt', '\x1bOa', { name: 'up', ctrl: true }],
    ['Shift-Page Up of rxvt', '\x1b[5$', { name: 'pageup', shift: true }],
    ['Ctrl-Page Down of rxvt', '\x1b[6^', { name: 'pagedown', ctrl: true }],
    ['Ctrl-Shift-Delete of rxvt', '\x1b[3@', { name: 'delete', shift: true, ctrl: true }],
    ['Alt-up of rxvt', '\x1b\x1b[A', { name: 'up', alt: true }],
    ['Enter of the keypad', '\x1bOM', { name: 'enter' }],
    ['5 of the keypad', '\x1bOu', char('5')],
    ['Ctrl-i by modifyOtherKeys', '\x1b[27;5;105~', { name: 'ctrl-i' }],
    ['Ctrl-i by CSI u', '\x1b[105;5u', { name: 'ctrl-i' }],
    ['Shift-Enter by CSI u', '\x1b[13;2u', { name: 'enter', shift: true }],
    ['Shift-Tab by CSI u', '\x1b[9;2u', { name: 'shift-tab' }],
    ['Esc by CSI u', '\x1b[27u', { name: 'escape' }],
    ['Alt-a by CSI u', '\x1b[97;3u', char('a', { alt: true })],
    ['A by CSI u', '\x1b[97;2u', char('A')],
    ['the wheel', '\x1b[<64;10;5M', { name: 'wheel-up', row: 4, column: 9 }],
    ['the wheel, down', '\x1b[<65;1;1M', { name: 'wheel-down', row: 0, column: 0 }],
    ['a click', '\x1b[<0;3;4M', { name: 'press', button: 0, row: 3, column: 2 }],
    ['its end', '\x1b[<0;3;4m', { name: 'release', button: 0, row: 3, column: 2 }],
    ['a click far out', '\x1b[<2;300;200M', { name: 'press', button: 2, row: 199, column: 299 }],
    ['a click with Ctrl', '\x1b[<16;3;4M', { name: 'press', button: 0, row: 3, column: 2, ctrl: true }],
    ['a click of old', '\x1b[M !!', { name: 'press', button: 0, row: 0, column: 0 }],
    ['the window in front', '\x1b[I', { name: 'focus' }],
    ['the window behind', '\x1b[O', { name: 'blur' }],
    ['a paste', '\x1b[200~one\rtwo\x1b[A\x1b[201~', { name: 'paste', text: 'one\ntwo\x1b[A' }],
  ])('%s', (_, bytes, key) => {
    expect(typed(bytes)).toEqual([key]);
  });

  test.each<[string, string, Input[]]>([
    ['Alt-up cut in two', '\x1b\x1b|[A', [{ name: 'up', alt: true }]],
    ['Esc twice', '\x1b\x1b', [{ name: 'escape' }, { name: 'escape' }]],
    ['Esc, and Alt with a letter', '\x1b\x1ba', [{ name: 'escape' }, alt('a')]],
    ['Esc, and Alt with a bracket', '\x1b\x1b[', [{ name: 'escape' }, alt('[')]],
    ['Esc before a key of the keypad', '\x1b\x1bOu', [{ name: 'escape' }, char('5')]],
    ['Esc before a click', '\x1b\x1b[<0;1;1M', [{ name: 'escape' }, press]],
    ['Esc before an answer', '\x1b\x1b[?6c', [{ name: 'escape' }, reply('\x1b[?6c')]],
    ['Esc as the window comes', '\x1b\x1b[I', [{ name: 'escape' }, { name: 'focus' }]],
    ['Esc as the window goes', '\x1b\x1b[O', [{ name: 'escape' }, { name: 'blur' }]],
    ['Esc before what is unknown', '\x1b\x1b[99~', [{ name: 'escape' }]],
    ['Alt with a bracket', '\x1b[', [alt('[')]],
    ['Alt with O', '\x1bO', [alt('O')]],
    ['Alt with O, then numbers', '\x1bO12345678', [alt('O'), ...[...'12345678'].map((digit) => char(digit))]],
    ['F1 with Ctrl in application mode', '\x1bO1;5P', [{ name: 'f1', ctrl: true }]],
    ['F5 of the Linux console', '\x1b[[E', [{ name: 'f5' }]],
    ['a letter behind what is no F6 of it', '\x1b[[F', [char('F')]],
    ['a report of another row than the first', '\x1b[24;5R', [reply('\x1b[24;5R')]],
    ['a report of the window', '\x1b[8;24;80t', [reply('\x1b[8;24;80t')]],
    ['a report of the mouse without its sign', '\x1b[10;5;3M', []],
    ['an arrow of rxvt with modifiers', '\x1b[1;2a', []],
    ['a modified key that is not named', '\x1b[27;5~', []],
    ['control characters of eight bits', '\x80\x85\x9f', []],
    ['a blank that is none of them', '\xa0', [char('\xa0')]],
    ['halves of characters by CSI u', '\x1b[55296u\x1b[57343u', []],
    ['more than there are characters', '\x1b[1114112u', []],
    ['the last of them', '\x1b[1114111u', [char('\u{10ffff}')]],
    ['a letter whose capital is two', '\x1b[223;2u', [char('ß')]],
  ])('%s', (_, reads, keys) => expect(typed(...reads.split('|'))).toEqual(keys));

  test('several in one read', () => {
    expect(typed('jj\x1b[Bq')).toEqual([char('j'), char('j'), { name: 'down' }, char('q')]);
  });

  test('a character split over reads', () => {
    const bytes = Buffer.from('ش😀');
    expect(typed(...[...bytes].map((byte) => Uint8Array.of(byte)))).toEqual([char('ش'), char('😀')]);
  });

  test('releases of the kitty protocol are no keys', () => {
    expect(typed('\x1b[97;1:3u\x1b[1;1:3A')).toEqual([]);
  });

  test('what is unknown is nothing, and never its letters', () => {
    expect(
      typed('\x1b[99~\x1b[5n\x1b[?1;2;3z\x1b[38;2;1;2;3mq').filter((key) => key.name !== 'reply'),
    ).toEqual([char('q')]);
  });

  test('Esc before an arrow that comes later is Esc', () => {
    const keyboard = createKeyboard();
    expect(keyboard.feed(Buffer.from('\x1b'))).toEqual([]);
    expect(keyboard.pending()).toBeLessThanOrEqual(50);
    expect(keyboard.flush()).toEqual([{ name: 'escape' }]);
    expect(keyboard.feed(Buffer.from('\x1b[A'))).toEqual([{ name: 'up' }]);
  });

  test('brackets after Esc are keys', () => {
    for (const key of ['[', ']', 'P', '?', '12']) {
      const keyboard = createKeyboard();
      keyboard.feed(Buffer.from('\x1b'));
      keyboard.flush();
      expect(
        keyboard
          .feed(Buffer.from(key))
          .map((entry) => 'text' in entry && entry.text)
          .join(''),
      ).toBe(key);
    }
  });

  test('a paste whose end comes late is one, and what follows is keys', () => {
    const keyboard = createKeyboard();
    expect(keyboard.feed(Buffer.from('\x1b[200~a\x1b[20'))).toEqual([]);
    expect(keyboard.pending()).toBe(1000);
    expect(keyboard.feed(Buffer.from('1~b'))).toEqual([{ name: 'paste', text: 'a' }, char('b')]);
    expect(keyboard.pending()).toBeUndefined();
  });

  test('ten megabytes pasted in pieces', () => {
    const keyboard = createKeyboard();
    const piece = Buffer.from('م'.repeat(32_768));
    keyboard.feed(Buffer.from('\x1b[200~'));
    for (let count = 0; count < 160; count++) keyboard.feed(piece);
    const [paste] = keyboard.feed(Buffer.from('\x1b[201~'));
    expect(paste).toMatchObject({ name: 'paste' });
    expect((paste as { text: string }).text.length).toBe(160 * 32_768);
  });
});

// What terminals answer, as they were seen to.
const replies = [
  '\x1bP>|XTerm(379)\x1b\\',
  '\x1bP>|kitty(0.26.5)\x1b\\',
  '\x1b[8;1$y',
  '\x1b[?2501;0$y',
  '\x1bP1+r544e=6D6C7465726D\x1b\\',
  '\x1b[>41;379;0c',
  '\x1b]11;rgb:ffff/ffff/ffff\x1b\\',
  '\x1b]10;rgb:0000/0000/0000\x07',
  '\x1b[?64;1;2;6;9;15;16;17;18;21;22;28c',
  '\x1b[?6c',
  '\x1b[24;80R',
  '\x1b[?1u',
];

describe('answers', () => {
  test.each(replies)('%j is no key', (sequence) => {
    const whole = sequence.replace(/(?:\x07|\x1b\\)$/, '');
    expect(typed(sequence)).toEqual([reply(whole)]);
  });

  test('among keys, in any cutting', () => {
    const stream = `j${replies.join('k')}q`;
    const expected = typed(stream);
    expect(expected.filter((input) => input.name === 'reply').length).toBe(replies.length);
    for (let at = 1; at < stream.length; at++)
      expect(typed(stream.slice(0, at), stream.slice(at))).toEqual(expected);
  });

  test('cut in two by a long silence anywhere are not typed', () => {
    for (const sequence of replies)
      for (let at = 1; at < sequence.length; at++) {
        const keyboard = createKeyboard();
        const before = [...keyboard.feed(Buffer.from(sequence.slice(0, at))), ...keyboard.flush()];
        const after = [...keyboard.feed(Buffer.from(sequence.slice(at))), ...keyboard.flush()];
        const typed = [...before, ...after].filter((input) => input.name !== 'reply');
        // What was already given as a key cannot be taken back: Esc, or Alt with the opener.
        expect([sequence, at, after.filter((input) => input.name !== 'reply')]).toEqual([sequence, at, []]);
        expect(typed.length).toBeLessThanOrEqual(at <= 2 ? 1 : 0);
      }
  });

  test('in eight bits, or without their escape, are answers all the same', () => {
    const asked = [
      '\x1bP>|XTerm(379)\x1b\\',
      '\x1bP1+r544e=6D6C7465726D\x1b\\',
      '\x1b[8;1$y',
      '\x1b[?2501;0$y',
      '\x1b[>41;379;0c',
      '\x1b]11;rgb:ffff/ffff/ffff\x1b\\',
      '\x1b]10;rgb:0000/0000/0000\x07',
      '\x1b[2;3R',
      '\x1b[?64;1;2c',
    ];
    const eight = (sequence: string) =>
      Buffer.from(
        sequence
          .replace('\x1b\\', '\x9c')
          .replace(/\x1b([[P\]])/, (_, opener) => String.fromCharCode(opener.charCodeAt(0) + 64)),
        'latin1',
      );
    const expected = asked.map((sequence) => reply(sequence.replace(/(?:\x07|\x1b\\)$/, '')));
    expect(typed(Buffer.concat(asked.map(eight)), 'q')).toEqual([...expected, char('q')]);
    expect(typed(asked.map((sequence) => eight(sequence).toString('latin1')).join(''), 'q')).toEqual([
      ...expected,
      char('q'),
    ]);
    expect(typed(asked.map((sequence) => sequence.slice(1)).join(''), 'q')).toEqual([...expected, char('q')]);
  });

  test('of a title are answers, whatever it was set to', () => {
    for (const sequence of ['\x1b]lq quit', '\x1b]Lq quit'])
      expect(typed(`${sequence}\x1b\\`, 'q')).toEqual([reply(sequence), char('q')]);
  });

  test('are not seen in what a person types, or pastes', () => {
    const text = '[?6c [2;3R ]11;rgb:00/00/00\x07';
    expect(typed(...text).filter((key) => key.name === 'reply')).toEqual([]);
    for (const keys of ['[]?', '[[', ']1', '[12', 'P>', '[?', '[1;2', '[?c'])
      expect(typed(keys).map((key) => 'text' in key && key.text)).toEqual([...keys]);
    expect(typed(`\x1b[200~${text}\x1b[201~`)).toEqual([{ name: 'paste', text }]);
  });

  test('an answer that is never ended does not swallow keys for ever', () => {
    const keyboard = createKeyboard();
    keyboard.feed(Buffer.from('\x1b]11;rgb:ff'));
    expect(keyboard.pending()).toBe(1000);
    expect(keyboard.flush()).toEqual([]);
    expect(keyboard.feed(Buffer.from('q'))).toEqual([char('q')]);
  });

  test('an answer that is never ended gives way to a key that cannot be part of it', () => {
    expect(typed('\x1b]11;rgb:ff\rq')).toEqual([{ name: 'enter' }, char('q')]);
    expect(typed('\x1bP>|XTerm\x1b[Aq')).toEqual([{ name: 'up' }, char('q')]);
  });
});

describe('what is begun and not ended, after a silence', () => {
  /** What the reads mean with a silence after each. */
  function typedSlowly(...reads: readonly string[]): Input[] {
    const keyboard = createKeyboard();
    return reads.flatMap((read) => {
      const list = keyboard.feed(Buffer.from(read));
      return keyboard.pending() === undefined ? list : [...list, ...keyboard.flush()];
    });
  }

  test.each(
    [
      '\x1b[1;',
      '\x1b[1;5',
      '\x1b[',
      '\x1b[[',
      '\x1b[M',
      '\x1b[M ',
      '\x1b[<0;3',
      '\x1bO1;',
      '\x1b[=',
      '\x1b[?64;1',
      '\x1b[8;1$',
      '\x1b\x1b[1;',
      '\x1b]11;rgb:ff',
      '\x1bP>|XTerm',
      '\x1b_Gi=1',
      '\x1b[200~an endless paste',
      '\x1b[200~',
      '\x1b[200~a\x1b[201',
      `\x1b[${'1'.repeat(300)}`,
      `\x1b]11;${'x'.repeat(9000)}`,
      `\x1bP>|${'x'.repeat(9000)}\x1b`,
    ].map((begun) => [JSON.stringify(begun).slice(0, 30), begun] as const),
  )('%s leaves the next key alone', (_, begun) => {
    for (const [key, expected] of [
      ['q', char('q')],
      ['\x03', { name: 'ctrl-c' }],
      ['\x1b[B', { name: 'down' }],
      ['ش', char('ش')],
    ] as const)
      expect(typedSlowly(begun, key).at(-1), JSON.stringify(key)).toEqual(expected);
    expect(typedSlowly(begun, 'jjjj').slice(-4)).toEqual(['j', 'j', 'j', 'j'].map((key) => char(key)));
  });

  test.each([
    ['\x1b[1;', '5C'],
    ['\x1b[5', '~'],
    ['\x1b[<0;3;4', 'M'],
    ['\x1b[<0;3', ';4m'],
    ['\x1b[27;5', ';105~'],
  ])('the rest of %j, which is %j, is not typed when it comes at last', (begun, rest) => {
    expect(typedSlowly(begun, rest)).toEqual(typed(begun + rest));
  });

  test('a paste that stops and goes on is text all the while, and the key behind it is a key', () => {
    const reads = ['\x1b[200~first ', 'dq', 'q second', 'third q\x1b[20', '1~', 'q'];
    const list = typedSlowly(...reads);
    expect(
      list.filter((input) => input.name === 'paste').map((input) => 'text' in input && input.text),
    ).toEqual(['first ', 'dq', 'q second', 'third q']);
    expect(list.filter((input) => input.name !== 'paste')).toEqual([char('q')]);
  });

  test.each<[string, string[], Input[]]>([
    [
      'a letter and the end of a line go on with a paste',
      ['\x1b[200~a', 'q\r', '\x1b[201~'],
      [
        { name: 'paste', text: 'a' },
        { name: 'paste', text: 'q\n' },
      ],
    ],
    [
      'two arrows do not',
      ['\x1b[200~a', '\x1b[A\x1b[B'],
      [{ name: 'paste', text: 'a' }, { name: 'up' }, { name: 'down' }],
    ],
    ['the letter that ends a click is one behind half a key', ['\x1b[1;', 'm'], [char('m')]],
    ['the end of a string ends it', ['\x1bP>|x\x1b', '\\j'], [reply('\x1bP>|x'), char('j')]],
    ['a backslash behind a letter is typed', ['\x1bP>|x\x1b', 'q\\'], [char('q'), char('\\')]],
  ])('%s', (_, reads, keys) => expect(typedSlowly(...reads)).toEqual(keys));

  test('half a character at the end of a paste does not take the key behind it', () => {
    const keyboard = createKeyboard();
    keyboard.feed(Buffer.concat([Buffer.from('\x1b[200~a'), Buffer.of(0xd8)]));
    expect(keyboard.flush()).toEqual([{ name: 'paste', text: 'a' }]);
    expect(keyboard.feed(Buffer.from('q'))).toEqual([char('q')]);
  });

  test('of a paste without an end, sixteen million code units are kept', () => {
    const keyboard = createKeyboard();
    const piece = Buffer.from('x'.repeat(1 << 20));
    keyboard.feed(Buffer.from('\x1b[200~'));
    for (let count = 0; count < 20; count++) expect(keyboard.feed(piece)).toEqual([]);
    const [paste] = keyboard.feed(Buffer.from('\x1b[201~'));
    expect((paste as { text: string }).text.length).toBe(1 << 24);
    expect(keyboard.feed(Buffer.from('q'))).toEqual([char('q')]);
  });
});

const fragment = fc.oneof(
  fc.constantFrom(
    ...replies,
    '\x1b',
    '\x1b\x1b',
    '\x1b[',
    '\x1bO',
    '\x1b]',
    '\x1bP',
    '\x1b_G',
    '\x1b[200~',
    '\x1b[201~',
    '\x1b[M',
  ),
  fc.constantFrom(
    '\x1b[A',
    '\x1b[5$',
    '\x1b[1;5D',
    '\x1b[27;5;105~',
    '\x1b[<0;1;2M',
    'a',
    'ش',
    '\r',
    '\x07',
    '\\',
  ),
  fc.uint8Array({ maxLength: 6 }).map((bytes) => Buffer.from(bytes)),
);

test('any bytes in any cutting give the same keys, and nothing throws', () => {
  fc.assert(
    fc.property(
      fc.array(fragment, { maxLength: 12 }),
      fc.array(fc.nat(), { maxLength: 10 }),
      (parts, cuts) => {
        const bytes = Buffer.concat(parts.map((part) => Buffer.from(part as string)));
        const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].sort(
          (a, b) => a - b,
        );
        const reads = places.slice(1).map((end, index) => bytes.subarray(places[index], end));
        expect(typed(...reads)).toEqual(typed(bytes));
      },
    ),
    { numRuns: 3000 },
  );
});

test('an answer in eight bits, or without its escape, is one if it comes in one read; cut in two, it is letters', () => {
  const bytes = Buffer.from([0x90, 0x3e, 0x7c, 0x33, 0x9c]);
  expect(typed(bytes)).toEqual([{ name: 'reply', sequence: '\x1bP>|3' }]);
  expect(typed(bytes.subarray(0, 3), bytes.subarray(3))).toEqual(
    [...'\ufffd>|3\ufffd'].map((text) => char(text)),
  );
  expect(typed('[?64;1c')).toEqual([{ name: 'reply', sequence: '\x1b[?64;1c' }]);
});

test('a sequence is read up to 256 code units; of what is longer nothing is typed, and nothing behind it is lost', () => {
  expect(typed(`\x1b[${'1'.repeat(255)}Aq`)).toEqual([{ name: 'up' }, char('q')]);
  expect(typed(`\x1b[${'1'.repeat(300)}Aq`)).toEqual([char('q')]);
  expect(typed(`\x1b[${'1'.repeat(300)}\rq`)).toEqual([{ name: 'enter' }, char('q')]);
});

test.each([
  ['\x1b]11;', '\x07'],
  ['\x1b]11;', '\x1b\\'],
  ['\x1bP>|', '\x1b\\'],
  ['\x1b_G', '\x1b\\'],
])('a string of a hundred thousand letters behind %j is no key, in any cutting', (opener, end) => {
  const bytes = `${opener}${'q'.repeat(100_000)}${end}q`;
  expect(typed(bytes)).toEqual([char('q')]);
  for (const at of [1, 2, 3, 8000, 8193, 8195, 50_000, bytes.length - 3, bytes.length - 2, bytes.length - 1])
    expect(typed(bytes.slice(0, at), bytes.slice(at))).toEqual([char('q')]);
});

test('whatever is pasted is a paste and nothing else, in any cutting, and the next key is a key', () => {
  fc.assert(
    fc.property(
      fc.array(fragment, { maxLength: 12 }),
      fc.array(fc.nat(), { maxLength: 6 }),
      (parts, cuts) => {
        const body = Buffer.concat(parts.map((part) => Buffer.from(part as string)))
          .toString()
          .replaceAll('\x1b[201~', '');
        const bytes = Buffer.from(`\x1b[200~${body}\x1b[201~q`);
        const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].sort(
          (a, b) => a - b,
        );
        const reads = places.slice(1).map((end, index) => bytes.subarray(places[index], end));
        expect(typed(...reads)).toEqual([{ name: 'paste', text: body.replace(/\r\n?/g, '\n') }, char('q')]);
      },
    ),
  );
});

test.each([
  ['Esc', '\x1b'],
  ['half a report', '\x1b]11;rgb:ff'],
  ['half a sequence', '\x1b[1;'],
  ['mouse reports', '\x1b[<0;1;1M'],
  ['old mouse reports', '\x1b[M   '],
  ['ends of pastes', '\x1b[201~'],
  ['letters', 'j'],
  ['noise', '\x9b\x00\x1b_\x1bO'],
])('a megabyte of %s, and q behind it is q', (_, piece) => {
  const keyboard = createKeyboard();
  const read = Buffer.from(piece.repeat(Math.ceil(65_536 / piece.length)));
  for (let count = 0; count < 16; count++) keyboard.feed(read);
  keyboard.flush();
  expect([...keyboard.feed(Buffer.from('q')), ...keyboard.flush()].at(-1)).toEqual(char('q'));
});
