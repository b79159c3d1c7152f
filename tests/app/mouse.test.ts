// What the mouse points at: by what is drawn, in both directions.
import { expect, test } from 'vitest';
import { frameOf } from '../../src/app/frame.ts';
import { commandOf } from '../../src/app/input.ts';
import { reduce } from '../../src/panes/reducer.ts';
import type { Command } from '../../src/reader/state/command.ts';
import type { ReaderState } from '../../src/reader/state/state.ts';
import { openSample } from '../reader/sample.ts';

/** What a press asks for on every cell of a row of the screen. */
const pressed = (state: ReaderState, row: number): (Command | null)[] =>
  Array.from({ length: state.size.columns }, (_, column) =>
    commandOf(state, { name: 'press', button: 0, row, column }),
  );

test('a click on the name of a list opens it', async () => {
  for (const [name, tabs] of [
    ['ar', { فهرس: 'outline', زمن: 'timeline', أسماء: 'entities' }],
    ['en', { Outline: 'outline', Time: 'timeline', Names: 'entities' }],
  ] as const) {
    const state = await openSample(name);
    const asked = pressed(state, 1);
    for (const [word, tab] of Object.entries(tabs)) {
      const columns = asked.flatMap((command, column) =>
        command?.type === 'tab' && command.tab === tab ? [column] : [],
      );
      const there = columns.map((column) => frameOf(state).rows[1]![column]!.source);
      expect(state.article.direction === 'rtl' ? there.reverse().join('') : there.join('')).toContain(word);
    }
    expect(asked.filter((command) => command?.type === 'tab' && command.tab === 'outline')).toHaveLength(
      name === 'ar' ? 4 : 7,
    );
  }
});

test('a click on a hint of the footer does what its key does', async () => {
  for (const name of ['ar', 'en'] as const) {
    const state = await openSample(name);
    const last = state.size.rows - 1;
    const asked = pressed(state, last);
    const types = new Set(asked.flatMap((command) => (command ? [command.type] : [])));
    for (const type of ['help', 'toggleFocus', 'quote', 'prompt', 'copy', 'quit'] as const)
      expect(types).toContain(type);
    // The two keys of a hint are two targets.
    const quotes = asked.flatMap((command) => (command?.type === 'quote' ? [command.by] : []));
    expect(quotes.sort()).toEqual([-1, 1]);
    // Latin letters stand from left to right in both.
    const letters = frameOf(state).rows[last]!.map(({ source }) => source || ' ');
    const tab = letters.findIndex((_, at) => letters.slice(at, at + 3).join('') === 'Tab');
    expect(asked[tab]).toEqual({ type: 'toggleFocus' });
    expect(reduce(state, asked[tab]!).state.focus).toBe('sidebar');
  }
});
