import { describe, expect, test } from 'vitest';
import { frameOf } from '../../src/app/frame.ts';
import { commandOf } from '../../src/app/input.ts';
import { layoutOf } from '../../src/app/layout.ts';
import { readArticle } from '../../src/article/open.ts';
import { entriesOf } from '../../src/panes/lists/entries.ts';
import { reduce } from '../../src/panes/reducer.ts';
import type { Command } from '../../src/reader/state/command.ts';
import { notesInOrder } from '../../src/reader/state/notes.ts';
import { rememberedOf, sameToMemory, withRemembered } from '../../src/reader/state/remembering.ts';
import { openReader, type ReaderState } from '../../src/reader/state/state.ts';
import { parseRemembered } from '../../src/store/memory/remembered.ts';
import type { Key } from '../../src/terminal/input/key.ts';
import { openSample } from '../reader/sample.ts';

const done = (state: ReaderState, ...commands: Command[]) =>
  commands.reduce((now, command) => reduce(now, command).state, state);
function keys(state: ReaderState, typed: string | Key[]): ReaderState {
  let now = state;
  const list = typeof typed === 'string' ? [...typed].map((text): Key => ({ name: 'char', text })) : typed;
  for (const key of list) {
    const command = commandOf(now, key);
    if (command) now = reduce(now, command).state;
  }
  return now;
}
const enter: Key[] = [{ name: 'enter' }];
const said = (state: ReaderState) => {
  const { text } = state.article;
  return notesInOrder(state.notes).map((note) => [note.text, text.slice(note.span.start, note.span.end)]);
};
const signs = (state: ReaderState) =>
  frameOf(state).rows.filter((row) => row.some(({ text }) => text === '✎')).length;

describe('a note', () => {
  test('is written on the paragraph, changed, and removed by leaving nothing of it', async () => {
    for (const name of ['ar', 'en'] as const) {
      const state = keys(await openSample(name), 'jj');
      const { span } = state.article.blocks[state.place.block]!;
      const paragraph = state.article.text.slice(span.start, span.end);
      const noted = keys(keys(keys(state, 'c'), 'q؟ j'), enter);
      expect(said(noted)).toEqual([['q؟ j', paragraph]]);
      expect(noted.notice).toEqual({ key: 'noted' });
      expect(noted.place).toBe(state.place);
      expect([signs(state), signs(noted)]).toEqual([0, 1]);
      const again = keys(keys(keys(noted, 'c'), ' x'), enter);
      expect(said(again)).toEqual([['q؟ j x', paragraph]]);
      const gone = keys(keys(keys(again, 'c'), [{ name: 'ctrl-u' } as Key]), enter);
      expect(said(gone)).toEqual([]);
      expect(gone.notice).toEqual({ key: 'noteRemoved' });
      // It was there, so that no other program brings it back.
      expect(Object.values(gone.notes)).toEqual([null]);
    }
  });

  test('is left with Esc as it was, and nothing is noted by Enter alone', async () => {
    const state = keys(await openSample('ar'), 'j');
    expect(keys(keys(state, 'cabc'), [{ name: 'escape' }]).notes).toBe(state.notes);
    expect(keys(keys(state, 'c'), enter).notes).toBe(state.notes);
  });

  test('is about what is selected, which it lets go', async () => {
    const state = keys(await openSample('ar'), 'jvw');
    const { start, end } = { start: state.selection!.anchor.start, end: state.selection!.head.end };
    const noted = keys(keys(state, 'cمهم'), enter);
    expect(said(noted)).toEqual([['مهم', state.article.text.slice(start, end)]]);
    expect(noted.selection).toBeNull();
  });

  test('stands in the list of notes and marks, in the order of the text, and is gone to from there', async () => {
    let state = keys(await openSample('ar'), 'jjjj');
    state = keys(keys(state, 'cثانية'), enter);
    state = keys(state, 'kkma');
    state = keys(keys(state, 'kcأولى'), enter);
    const listed = keys(state, 'C');
    expect(entriesOf(listed).map(({ lines }) => lines[0]!.text)).toEqual(['أولى', 'a', 'ثانية']);
    const there = keys(keys(listed, 'G'), enter);
    expect(there.place.block).toBe(4 + (await openSample('ar')).place.block);
    // What is written on the way is in the list.
    const more = keys(keys(keys(listed, 'j'), 'cc'), enter);
    expect(entriesOf(done(more, { type: 'tab', tab: 'notes' }))).toHaveLength(4);
  });

  test('of controls keeps none', async () => {
    const state = keys(await openSample('ar'), 'jc');
    const pasted = done(
      state,
      { type: 'promptText', text: 'a\u001b[31m\u0007b\nc\u009b' },
      { type: 'promptDone' },
    );
    expect(said(pasted)[0]![0]).toBe('a[31mb c');
  });
});

describe('between two readings', () => {
  test('notes come back, and find their words when the text has grown', async () => {
    const state = keys(keys(keys(await openSample('ar'), 'jjjvw'), 'cمهم'), enter);
    const file = JSON.parse(JSON.stringify(rememberedOf(state)));
    const { text } = state.article;
    const { preferences, size } = state;
    const grown = await readArticle(Buffer.from(`مقدمة جديدة لم تكن هنا.\n\n${text}`), { source: 'x.txt' });
    const back = withRemembered(
      openReader(grown, size, preferences, true),
      parseRemembered(JSON.stringify(file))!,
    );
    expect(said(back)).toEqual(said(state));
    expect(sameToMemory(state, keys(keys(state, 'cx'), enter))).toBe(false);
  });

  test('a file from before there were notes is read, and one with nonsense among them', async () => {
    const state = keys(keys(keys(await openSample('ar'), 'j'), 'cنص'), enter);
    const { notes, ...old } = rememberedOf(state);
    expect(parseRemembered(JSON.stringify(old))!.notes).toEqual({});
    const [name] = Object.keys(notes);
    const bad = {
      a: 1,
      b: { text: 'x' },
      c: { ...notes[name!], text: '\u0000 ' },
      d: { ...notes[name!], text: 'a\u0007b' },
    };
    const read = parseRemembered(JSON.stringify({ ...old, notes: { ...bad, e: null } }))!.notes;
    expect(Object.keys(read)).toEqual(['d', 'e']);
    expect(read.d!.text).toBe('a b');
    expect(parseRemembered(JSON.stringify({ ...old, notes: 'x' }))!.notes).toEqual({});
  });
});

test('a note is whole in the list, not only while it is chosen', async () => {
  const text = 'سؤال طويل عن هذه الفقرة لا يسعه سطر واحد من القائمة مهما كان عرضها';
  let state = keys(await openSample('ar', { columns: 100, rows: 40 }), 'jjc');
  state = keys(done(state, { type: 'promptText', text }), [...enter, { name: 'char', text: 'C' }]);
  state = done(state, { type: 'toggleFocus' }, { type: 'start' });
  const { drawing } = layoutOf(state).placed.find(({ pane }) => pane.name === 'lists')!;
  expect(drawing.list!.chosen).toBe(-1);
  const shown = drawing.rows
    .map((row) =>
      [...row]
        .sort((a, b) => a.start - b.start)
        .map(({ source }) => source)
        .join(''),
    )
    .join('')
    .replace(/[\s│▐]/gu, '');
  expect(shown).toContain(text.replace(/ /gu, ''));
});

test('that tashkeel is hidden is said where there is some', async () => {
  const told = async (text: string): Promise<string> => {
    const article = await readArticle(Buffer.from(`# T\n\n${text}\n`), { source: 'a.md' });
    const preferences = { theme: 'dark', interface: 'en', tashkeel: 'hide', justify: false } as const;
    const state = openReader(article, { columns: 100, rows: 24 }, preferences, false);
    const rows = frameOf(state).rows;
    return rows
      .at(-1)!
      .map(({ text: cell }) => cell)
      .join('');
  };
  expect(await told('A reading boat, السُنّي.')).toContain('no tashkeel');
  expect(await told('A reading boat, قلم.')).not.toContain('tashkeel');
});
