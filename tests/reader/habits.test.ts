// Keys that vi, less and readline have taught everybody.
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { noticeText } from '../../src/panes/footer/notice.ts';
import { reduce } from '../../src/panes/reducer.ts';
import { commandFor } from '../../src/reader/keys/lookup.ts';
import { edited, typedInto } from '../../src/reader/state/line-edit.ts';
import type { ReaderState } from '../../src/reader/state/state.ts';
import { words } from '../../src/reader/words/words.ts';
import type { Key } from '../../src/terminal/input/key.ts';
import { openSample } from './sample.ts';

let arabic: ReaderState;
beforeAll(async () => {
  arabic = await openSample('ar');
});

/** A key as it is written in help: a letter, `ctrl-f`, `alt-b`, `alt-left`. */
function keyOf(name: string): Key {
  const alt = /^alt-(.)$/u.exec(name);
  if (alt) return { name: 'char', text: alt[1]!, alt: true };
  const arrow = /^(alt|ctrl)-(left|right)$/u.exec(name);
  if (arrow) return { name: arrow[2] as 'left', [arrow[1]!]: true };
  return [...name].length === 1 ? { name: 'char', text: name } : ({ name } as Key);
}

/** The state after keys, parted by blanks. */
function press(state: ReaderState, keys: string): ReaderState {
  return keys.split(' ').reduce((now, name) => {
    const command = commandFor(now, keyOf(name));
    return command ? reduce(now, command).state : now;
  }, state);
}

test('a number repeats the next key, with any digits, and is told while it is typed', () => {
  expect(press(arabic, '5 j').place.block).toBe(arabic.place.block + 5);
  expect(press(arabic, 'alt-1 2 j').place.block).toBe(arabic.place.block + 12);
  expect(press(arabic, '٥ j').place.block).toBe(arabic.place.block + 5);
  expect(press(arabic, '7').notice).toEqual({ key: 'count', count: 7 });
  expect(press(arabic, '7 escape j').place.block).toBe(arabic.place.block + 1);
  expect(press(arabic, '9 G').place.block).toBe(8);
  // Without a number a figure opens its list, as ever.
  expect(press(arabic, '2').sidebar.tab).toBe('entities');
  // A number larger than the article is none too slow, and stops at the end.
  expect(press(arabic, '9 9 9 9 j').place.block).toBe(arabic.article.blocks.length - 1);
});

test('the control keys of less and vi move as their letters do', () => {
  for (const [control, letter] of [
    ['ctrl-f', 'space'],
    ['ctrl-b', 'b'],
    ['ctrl-d', 'd'],
    ['ctrl-u', 'u'],
  ] as const) {
    const from = press(arabic, 'space space space');
    expect(press(from, control).top).toEqual(press(from, letter).top);
  }
  const down = press(arabic, 'ctrl-e');
  expect(down.top).not.toEqual(arabic.top);
  expect(press(down, 'ctrl-y').top).toEqual(arabic.top);
  expect(press(arabic, 'f1').help).toBe(0);
  expect(press(arabic, 'shift-tab').focus).toBe('sidebar');
});

test("'' goes to where the last jump came from and back; Ctrl-O has a way forward", () => {
  const there = press(arabic, '] ] ]');
  const back = press(there, "' '");
  expect(back.place).toEqual(press(arabic, '] ]').place);
  expect(press(back, "' '").place).toEqual(there.place);
  const twice = press(there, 'ctrl-o ctrl-o');
  expect(press(twice, 'alt-o alt-o').place).toEqual(there.place);
  expect(press(twice, 'alt-o alt-o alt-o').notice).toEqual({ key: 'nowhereForward' });
});

test("`'` names the marks that there are", () => {
  const asks = (state: ReaderState): string => noticeText(state, words(state.preferences))!;
  const bare = asks(press(arabic, "'"));
  const marked = press(arabic, 'm b j m a');
  // Names stand in isolates.
  expect(asks(press(marked, "'")).replace(/[\u2068\u2069]/gu, '')).toBe(`${bare} a b`);
  // Any name may be given to a new one.
  expect(asks(press(marked, 'm'))).toBe(bare);
});

test('* and # look for the chosen name among the words', () => {
  // Iran, which the article names often, in more than one way.
  const iran = arabic.analysis!.entities.findIndex(({ name }) => name === 'إيران');
  const chosen: ReaderState = { ...arabic, chosen: { kind: 'entity', entity: iran, mention: -1 } };
  const next = press(chosen, '*');
  expect(next.search!.hits.length).toBeGreaterThan(1);
  expect(next.place.offset).toBeGreaterThan(chosen.place.offset);
  expect(press(next, '#').place.offset).toBe(
    next.search!.hits[next.search!.current - 1]?.span.start ?? next.search!.hits.at(-1)!.span.start,
  );
  expect(press(arabic, '*').notice).toEqual({ key: 'noMention' });
});

test('an unknown key says so, and which is near', () => {
  expect(press(arabic, 'J').notice).toEqual({ key: 'unknownKey', typed: 'J', near: 'nextParagraph' });
  expect(press(arabic, '~').notice).toEqual({ key: 'unknownKey', typed: '~', near: null });
});

test('the prompt edits as readline does', () => {
  const typed = press(arabic, '/');
  const write = (text: string, keys: string) => {
    const state = reduce(typed, { type: 'promptText', text }).state;
    const { prompt } = keys === '' ? state : press(state, keys);
    return `${prompt!.text.slice(0, prompt!.caret)}|${prompt!.text.slice(prompt!.caret)}`;
  };
  expect(write('abc', 'home delete')).toBe('|bc');
  expect(write('one two', 'ctrl-a ctrl-k')).toBe('|');
  expect(write('one two', 'alt-b')).toBe('one |two');
  expect(write('one two', 'alt-b alt-b alt-f')).toBe('one| two');
  expect(write('one two', 'alt-b alt-d')).toBe('one |');
  expect(write('وزير-الخارجية العراقي', 'ctrl-w')).toBe('وزير-الخارجية |');
  expect(write('a/b c/d', 'alt-backspace')).toBe('a/b c/|');
  // In a right-to-left article ← goes on; with Control, by words.
  expect(write('واحد اثنان', 'ctrl-right')).toBe('واحد |اثنان');
  expect(write('واحد اثنان', 'ctrl-right ctrl-right ctrl-left')).toBe('واحد| اثنان');
  expect(write('abc', 'ctrl-b ctrl-b ctrl-f')).toBe('ab|c');
  // Alt-B is that key with an Arabic layout on, too, and types nothing.
  expect(write('one two', 'alt-لا')).toBe('one two|');
  expect(write('one two', 'alt-x')).toBe('one two|');
});

test('whatever is edited, the caret stays between letters, and what is left is what was there', () => {
  const edits = [
    'erase',
    'eraseForward',
    'eraseBlankWord',
    'eraseWord',
    'eraseWordForward',
    'eraseToStart',
    'eraseToEnd',
    'back',
    'forward',
    'wordBack',
    'wordForward',
    'toStart',
    'toEnd',
  ] as const;
  const letters = fc.constantFrom('a', ' ', 'ب', 'بَّ', '👨‍👩‍👧', '-', '٣', 'e\u0301');
  fc.assert(
    fc.property(
      fc.array(letters, { maxLength: 12 }),
      fc.array(fc.constantFrom(...edits), { maxLength: 8 }),
      (parts, list) => {
        let line = typedInto({ text: '', caret: 0 }, parts.join(''));
        for (const edit of list) {
          line = edited(line, edit);
          const borders = [
            0,
            ...[...new Intl.Segmenter().segment(line.text)].map(
              ({ index, segment }) => index + segment.length,
            ),
          ];
          expect(borders).toContain(line.caret);
        }
        for (const { segment } of new Intl.Segmenter().segment(line.text))
          expect(parts.join('')).toContain(segment);
      },
    ),
  );
});
