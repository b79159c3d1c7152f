import { describe, expect, test } from 'vitest';
import { frameOf } from '../../src/app/frame.ts';
import { commandOf } from '../../src/app/input.ts';
import { layoutOf } from '../../src/app/layout.ts';
import { readArticle } from '../../src/article/open.ts';
import { reduce } from '../../src/panes/reducer.ts';
import type { Command } from '../../src/reader/state/command.ts';
import { selectedSpan } from '../../src/reader/state/selection.ts';
import { openReader, type ReaderState } from '../../src/reader/state/state.ts';
import { countClicks } from '../../src/terminal/input/clicks.ts';
import type { Key } from '../../src/terminal/input/key.ts';
import { openSample } from '../reader/sample.ts';

const done = (state: ReaderState, ...commands: Command[]) =>
  commands.reduce((now, command) => reduce(now, command).state, state);
const char = (text: string): Key => ({ name: 'char', text });
function keys(state: ReaderState, ...pressed: Key[]): ReaderState {
  let now = state;
  for (const key of pressed) {
    const command = commandOf(now, key);
    if (command) now = reduce(now, command).state;
  }
  return now;
}
const selected = ({ selection, article }: ReaderState) => {
  if (!selection) return null;
  const { start, end } = selectedSpan(selection);
  return article.text.slice(start, end);
};
/** Where a letter of the text is drawn. */
function cellOf(state: ReaderState, offset: number): { row: number; column: number } {
  const pane = layoutOf(state).placed.find(({ pane }) => pane.name === 'article')!;
  // From below: the line under the title is no part of the text, and has offsets of its own.
  for (const [row, cells] of [...pane.drawing.rows.entries()].reverse()) {
    let column = pane.left;
    for (const cell of cells) {
      if (cell.start <= offset && offset < cell.end) return { row: pane.top + row, column };
      column += cell.width;
    }
  }
  throw new Error(`not in sight: ${offset}`);
}
const mouse = (name: 'press' | 'drag' | 'release', at: { row: number; column: number }, clicks = 1): Key =>
  name === 'press' ? { name, button: 0, ...at, clicks } : { name, button: 0, ...at };

async function on(text: string, columns = 60): Promise<ReaderState> {
  const article = await readArticle(Buffer.from(text), { source: 'x.md' });
  const preferences = { theme: 'dark', interface: 'en', tashkeel: 'keep', justify: false } as const;
  return openReader(article, { columns, rows: 24 }, preferences, false);
}

describe('with the mouse', () => {
  test.each([
    ['ar', 'قال الوزير إن المؤتمر (الثاني عشر) سيعقد في 14 آذار بلندن London، ثم غادر بلادنا.'],
    ['en', 'The minister (the second one) said “مرحبا بكم” and left for London on the 14th.'],
  ])('what is dragged over is the text between, in its own order: %s', async (_, line) => {
    const state = await on(`# t\n\n${line}\n`);
    const base = state.article.text.indexOf(line);
    const words = [...line.matchAll(/[\p{L}\p{N}]+/gu)].map(
      ({ index, 0: word }) => [index, index + word.length] as const,
    );
    for (const [from] of words)
      for (const [, to] of words) {
        if (to <= from) continue;
        const first = cellOf(state, base + from);
        const last = cellOf(state, base + to - 1);
        for (const [begin, end] of [
          [first, last],
          [last, first],
        ] as const) {
          const now = keys(state, mouse('press', begin), mouse('drag', end), mouse('release', end));
          // A click that does not move selects nothing; lam and alef are one cell.
          if (begin.row === end.row && begin.column === end.column) expect(selected(now)).toBeNull();
          else expect(selected(now)).toBe(line.slice(from, to));
        }
      }
  });

  test('what is selected is drawn so, and nothing else', async () => {
    const state = await on('# t\n\nقال الوزير إن المؤتمر سيعقد غدا.\n');
    const at = state.article.text.indexOf('الوزير');
    const end = state.article.text.indexOf(' المؤتمر');
    const now = keys(state, mouse('press', cellOf(state, at)), mouse('drag', cellOf(state, end - 1)));
    const drawn = frameOf(now)
      .rows.flat()
      .filter(({ style }) => style.inverse)
      .sort((a, b) => a.start - b.start)
      .map(({ source }) => source)
      .join('');
    expect(drawn).toBe('الوزير إن');
  });

  test('a double click selects a word, a third one the paragraph, and dragging goes on so', async () => {
    const state = await on('# t\n\nقال الوَزِير (الأول) كلمة.\n');
    const { text } = state.article;
    const at = cellOf(state, text.indexOf('وَزِ'));
    expect(selected(keys(state, mouse('press', at, 2), mouse('release', at)))).toBe('الوَزِير');
    expect(selected(keys(state, mouse('press', at, 3), mouse('release', at)))).toBe(
      'قال الوَزِير (الأول) كلمة.',
    );
    const to = cellOf(state, text.indexOf('كلمة') + 1);
    expect(selected(keys(state, mouse('press', at, 2), mouse('drag', to)))).toBe('الوَزِير (الأول) كلمة');
  });

  test('quick presses at one cell are counted', () => {
    const count = countClicks();
    const at = { name: 'press', button: 0, row: 1, column: 2 } as const;
    const clicks = (key: Key, now: number) => (count(key, now) as { clicks?: number }).clicks;
    expect([0, 300, 600, 900, 2_000].map((now) => clicks(at, now))).toEqual([1, 2, 3, 1, 1]);
    expect(clicks({ ...at, column: 3 }, 2_100)).toBe(1);
    expect(count({ name: 'focus' }, 2_200)).toEqual({ name: 'focus' });
  });

  test('held beyond the page it scrolls, and what leaves the screen stays selected', async () => {
    const state = await openSample('ar', { columns: 80, rows: 20 }, false);
    const from = state.article.blocks[2]!.span.start;
    let now = keys(state, mouse('press', cellOf(state, from)));
    for (let time = 0; time < 60; time++) now = keys(now, mouse('drag', { row: 19, column: 40 }));
    expect(now.top.offset).toBeGreaterThan(from);
    const span = selectedSpan(now.selection!);
    expect(span.start).toBe(from);
    expect(span.end).toBeGreaterThan(now.top.offset);
    now = keys(now, mouse('release', { row: 19, column: 40 }));
    expect(selected(now)).toBe(state.article.text.slice(span.start, span.end));
    // And back.
    for (let time = 0; time < 90; time++)
      now = keys(
        now,
        ...(time === 0 ? [mouse('press', { row: 5, column: 40 })] : []),
        mouse('drag', { row: 0, column: 40 }),
      );
    expect(now.top.block).toBe(0);
  });

  test('copied with `y` and `Y`, and let go', async () => {
    const state = await on('# عنوان\n\nقال الوزير إن المؤتمر سيعقد غدا.\n');
    const at = cellOf(state, state.article.text.indexOf('الوزير'));
    const now = keys(state, mouse('press', at, 2), mouse('release', at));
    const step = reduce(now, commandOf(now, char('y'))!);
    expect(step.effect).toEqual({ type: 'copy', text: 'الوزير' });
    expect(step.state.selection).toBeNull();
    expect(reduce(now, commandOf(now, char('Y'))!).effect).toEqual({
      type: 'copy',
      text: '«الوزير» — «عنوان»',
    });
    // Esc lets it go, and so does moving on; scrolling does not.
    expect(keys(now, { name: 'escape' }).selection).toBeNull();
    expect(keys(now, char('k')).selection).toBeNull();
    expect(keys(now, { name: 'wheel-down', ...at }).selection).not.toBeNull();
  });

  test('a click chooses a paragraph, follows a link, chooses a name', async () => {
    const state = await on('# t\n\nفقرة أولى.\n\nانظر [هنا](#t) وغيره.\n');
    const { text } = state.article;
    const click = (at: number): Key[] => [
      mouse('press', cellOf(state, at)),
      mouse('release', cellOf(state, at)),
    ];
    expect(keys(state, ...click(text.indexOf('أولى'))).place.block).toBe(1);
    expect(keys(state, ...click(text.indexOf('هنا'))).place.block).toBe(0);
    const sample = await openSample('ar');
    const entity = sample.analysis!.entities.findIndex(({ type }) => type === 'person');
    const { start } = sample.analysis!.entities[entity]!.mentions[0]!;
    const at = cellOf(sample, start + 1);
    const chosen = keys(sample, mouse('press', at), mouse('release', at));
    expect(chosen.chosen).toMatchObject({ kind: 'entity', entity, mention: 0 });
    expect(chosen.sidebar.tab).toBe('entities');
    expect(chosen.focus).toBe('article');
  });

  test('a link that may deceive waits for a second click', async () => {
    const state = await on('# t\n\nانظر [bank.example](https://evil.example/) وغيره.\n');
    const at = cellOf(state, state.article.text.indexOf('bank'));
    const once = keys(state, mouse('press', at), mouse('release', at));
    expect(once.notice?.key).toBe('linkWarning');
    const again = keys(once, mouse('press', at, 1));
    const step = reduce(again, commandOf(again, mouse('release', at))!);
    expect(step.effect).toMatchObject({ type: 'open', source: 'https://evil.example/' });
  });
});

describe('by keys', () => {
  test('`v` begins with a word; words, letters, rows and the ends of the paragraph extend it', async () => {
    const state = await on('# t\n\nقال الوَزِير: «كلام» طويل.\n');
    const there = done(state, { type: 'paragraph', by: 1 });
    const v = keys(there, char('v'));
    expect(selected(v)).toBe('قال');
    expect(selected(keys(v, char('w')))).toBe('قال الوَزِير');
    expect(selected(keys(v, char('w'), char('w')))).toBe('قال الوَزِير: «كلام');
    expect(selected(keys(v, char('w'), char('w'), char('b')))).toBe('قال الوَزِير');
    // In a right-to-left text ← leads on.
    expect(selected(keys(v, char('w'), char('w'), { name: 'left' }))).toBe('قال الوَزِير: «كلام»');
    expect(selected(keys(v, char('w'), char('w'), { name: 'left' }, { name: 'right' }))).toBe(
      'قال الوَزِير: «كلام',
    );
    expect(selected(keys(v, char('G')))).toBe('قال الوَزِير: «كلام» طويل.');
    // The other end moves.
    expect(selected(keys(v, char('w'), char('w'), char('o'), char('w')))).toBe('الوَزِير: «كلام');
    expect(keys(v, char('v')).selection).toBeNull();
    expect(keys(v, { name: 'escape' }).selection).toBeNull();
    expect(keys(v, { name: 'escape' }).place).toBe(there.place);
  });

  test('a row on and a row back are the same place', async () => {
    const state = done(await openSample('ar'), { type: 'paragraph', by: 1 });
    const v = keys(state, char('v'));
    const down = keys(v, char('j'));
    expect(selected(down)!.length).toBeGreaterThan(20);
    expect(selectedSpan(keys(down, char('k')).selection!).start).toBe(selectedSpan(v.selection!).start);
    expect(selected(keys(v, char('5'), char('w')))!.split(/\s+/u).length).toBe(6);
  });

  test('`v` at a hit or a quote begins with it', async () => {
    const state = await openSample('ar');
    const hit = done(
      state,
      { type: 'prompt' },
      { type: 'promptText', text: 'العراق' },
      { type: 'promptDone' },
    );
    expect(selected(keys(hit, char('v')))).toBe(
      hit.article.text.slice(
        hit.search!.hits[hit.search!.current]!.span.start,
        hit.search!.hits[hit.search!.current]!.span.end,
      ),
    );
    const quote = done(state, { type: 'quote', by: 1 });
    const { span } = state.analysis!.quotes[(quote.chosen as { quote: number }).quote]!;
    expect(selected(keys(quote, char('v')))).toBe(state.article.text.slice(span.start, span.end));
  });
});
