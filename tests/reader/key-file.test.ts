import { afterEach, describe, expect, test } from 'vitest';
import { frameOf } from '../../src/app/frame.ts';
import { commandOf } from '../../src/app/input.ts';
import { reduce } from '../../src/panes/reducer.ts';
import { bindings, defaultBindings, keysOf, rebind } from '../../src/reader/keys/table.ts';
import type { ReaderState } from '../../src/reader/state/state.ts';
import { parseKeys } from '../../src/settings/key-file.ts';
import type { Key } from '../../src/terminal/input/key.ts';
import { openSample } from './sample.ts';

afterEach(() => rebind(new Map()));

const char = (text: string): Key => ({ name: 'char', text });
function keys(state: ReaderState, ...pressed: Key[]): ReaderState {
  let now = state;
  for (const key of pressed) {
    const command = commandOf(now, key);
    if (command) now = reduce(now, command).state;
  }
  return now;
}
const footer = (state: ReaderState) =>
  frameOf(state)
    .rows.at(-1)!
    .map(({ text }) => text)
    .join('');

describe('the text of a file of keys', () => {
  test('gives lines of the table other keys', () => {
    const { keys, complaints } = parseKeys(
      '# mine\n\nnextParagraph n down\r\nsearch /  ctrl-s\ntashkeel none\n#quit x\n',
    );
    expect(complaints).toEqual([]);
    expect(keys.get('nextParagraph')).toEqual(['n', 'down']);
    expect(keys.get('search')).toEqual(['/', 'ctrl-s']);
    expect(keys.get('tashkeel')).toEqual([]);
    expect(keys.has('quit')).toBe(false);
    // In a list `n` is still the next hit.
    expect(keys.has('nextHit')).toBe(false);
  });

  test('takes a key of one mode and leaves it in the others', () => {
    const { keys } = parseKeys('nextHit j\n');
    expect(keys.get('nextParagraph')).toEqual(['down']);
    expect(keys.get('listDown')).toEqual(['down']);
    const reading = parseKeys('nextParagraph n\n').keys;
    expect(reading.has('nextHit')).toBe(false);
  });

  test.each([
    ['nextParagrap n', { key: 'noSuchKeyName', name: 'nextParagrap', nearest: 'nextParagraph' }],
    ['zzzz n', { key: 'noSuchKeyName', name: 'zzzz', nearest: '' }],
    ['toString n', { key: 'noSuchKeyName', name: 'toString', nearest: '' }],
    ['search', { key: 'noKeys', name: 'search' }],
    ['search left', { key: 'noSuchKey', name: 'left' }],
    ['search strg-x', { key: 'noSuchKey', name: 'strg-x' }],
    ['search ab', { key: 'noSuchKey', name: 'ab' }],
    ['search g,', { key: 'noSuchKey', name: 'g,' }],
    ['search \u0007', { key: 'noSuchKey', name: '\u0007' }],
    ['quit x', { key: 'keyTaken', name: 'x', other: 'start' }],
    ['quit x,y', { key: 'keyTaken', name: 'x,y', other: 'start' }],
  ])('%j is told by its line', (line, problem) => {
    const { keys, complaints } = parseKeys(`start x\n${line}\nend e\n`);
    expect(complaints).toEqual([{ line: 2, problem }]);
    // The lines around it hold.
    expect([keys.get('start'), keys.get('end')]).toEqual([['x'], ['e']]);
  });

  test('the usual keys, written into a file, change nothing', () => {
    const text = defaultBindings.map(({ name, keys }) => `${name} ${keys.join(' ')}`).join('\n');
    const { keys, complaints } = parseKeys(text);
    expect(complaints).toEqual([]);
    for (const binding of defaultBindings) expect(keys.get(binding.name), binding.name).toEqual(binding.keys);
  });
});

describe('keys in force', () => {
  test('do what the usual ones did, and stand in help, footer and hints', async () => {
    const state = await openSample('en');
    rebind(parseKeys('nextParagraph ctrl-n\nhelp h\nquit none\n').keys);
    expect(commandOf(state, char('j'))).toEqual({ type: 'unknownKey', key: 'j' });
    expect(commandOf(state, { name: 'ctrl-n' })).toEqual({ type: 'paragraph', by: 1 });
    expect(keysOf('help', 'quit')).toEqual(['h']);
    expect(footer(reduce(state, { type: 'resize', size: state.size }).state)).toContain('h help');
    expect(footer({ ...state })).not.toContain('q quit');
    // Ctrl-C always ends the program.
    expect(commandOf(state, { name: 'ctrl-c' })).toEqual({ type: 'quit' });
    const help = frameOf(keys(state, char('h')))
      .rows.map((row) => row.map(({ text }) => text).join(''))
      .join('\n');
    expect(help).toMatch(/Ctrl-N|ctrl-n/u);
    expect(bindings().find(({ name }) => name === 'nextParagraph')!.keys).toEqual(['ctrl-n']);
  });

  test('of several strokes wait for the next, which the footer shows', async () => {
    const state = await openSample('en');
    rebind(parseKeys('start g,g\nend g,e\ntheme ctrl-x,t\n').keys);
    const far = keys(state, char('g'), char('e'));
    expect(far.place.block).toBe(state.article.blocks.length - 1);
    const pending = keys(far, char('g'));
    expect(footer(pending)).toContain('g …');
    expect(keys(pending, char('g')).place.block).toBe(0);
    expect(keys(pending, char('g')).strokes).toBe('');
    expect(keys(pending, { name: 'escape' })).toMatchObject({ strokes: '', place: far.place });
    const wrong = keys(pending, char('x'));
    expect(wrong).toMatchObject({ strokes: '', notice: { key: 'unknownKey', typed: 'g x' } });
    expect(keys(state, { name: 'ctrl-x' }, char('t')).preferences.theme).not.toBe(state.preferences.theme);
    // A mouse or a resize in between takes nothing away.
    const resized = reduce(pending, { type: 'resize', size: { columns: 90, rows: 30 } }).state;
    expect(keys(resized, char('g')).place.block).toBe(0);
  });

  test('work on other layouts', async () => {
    const state = await openSample('ar');
    rebind(parseKeys('start g,g\n').keys);
    const end = keys(state, { name: 'end' });
    expect(keys(end, char('ل'), char('ل')).place.block).toBe(0);
  });
});
