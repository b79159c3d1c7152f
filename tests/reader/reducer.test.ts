import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { entriesOf } from '../../src/panes/lists/entries.ts';
import { reduce, withAnalysis } from '../../src/panes/reducer.ts';
import { pageRows } from '../../src/reader/page/page.ts';
import type { Command } from '../../src/reader/state/command.ts';
import { goTo } from '../../src/reader/state/movement.ts';
import { geometryOf, type ReaderState, viewOf } from '../../src/reader/state/state.ts';
import { anyCommand } from './any-command.ts';
import { openSample } from './sample.ts';
import { worldOf } from './world.ts';

const run = (state: ReaderState, ...commands: Command[]): ReaderState =>
  commands.reduce((now, command) => reduce(now, command).state, state);

/** Whether an offset stands on the page. */
const inSight = (state: ReaderState, offset: number): boolean =>
  pageRows(viewOf(state), state.top).some(
    ({ row }) => row && row.span.start <= offset && offset < Math.max(row.span.end, row.span.start + 1),
  );

let arabic: ReaderState;
beforeAll(async () => {
  arabic = await openSample('ar');
});

test('whatever is asked for, in any order, at any size, the place stays in the article and the page is never empty', async () => {
  const world = await worldOf();
  fc.assert(
    fc.property(fc.array(anyCommand, { maxLength: 25 }), (commands) => {
      let state = arabic;
      for (const command of commands) {
        state = world(reduce(state, command));
        const block = state.article.blocks[state.place.block];
        expect(block).toBeDefined();
        expect(state.place.offset).toBeGreaterThanOrEqual(block!.span.start);
        expect(state.place.offset).toBeLessThanOrEqual(block!.span.end);
        expect(pageRows(viewOf(state), state.top).some(({ row }) => row)).toBe(true);
        const entries = entriesOf(state);
        expect(state.sidebar.cursor[state.sidebar.tab]).toBeLessThan(Math.max(1, entries.length));
        const { library } = state;
        if (library) expect(library.cursor).toBeLessThan(Math.max(1, library.rows.length));
      }
      // Escape leads back to the article from wherever one has got to.
      for (let escapes = 0; escapes < 9; escapes += 1) state = world(reduce(state, { type: 'leave' }));
      expect(state).toMatchObject({
        library: null,
        prompt: null,
        help: null,
        focus: 'article',
        chosen: null,
      });
    }),
    { numRuns: 150 },
  );
});

describe('moving', () => {
  test('paragraph by paragraph the current one is in sight, and every one is visited', () => {
    let state = arabic;
    const seen = [state.place.block];
    while (state.place.block < state.article.blocks.length - 1) {
      state = run(state, { type: 'paragraph', by: 1 });
      seen.push(state.place.block);
      expect(inSight(state, state.place.offset)).toBe(true);
    }
    expect(seen).toEqual(state.article.blocks.map((_, index) => index));
    while (state.place.block > 0) {
      state = run(state, { type: 'paragraph', by: -1 });
      expect(inSight(state, state.place.offset)).toBe(true);
    }
    expect(run(state, { type: 'paragraph', by: -1 }).top).toEqual({ block: 0, offset: 0 });
  });

  test('page by page no row is skipped, and the last page is full', () => {
    let state = arabic;
    const seen = new Set<number>();
    const note = () => {
      for (const { row } of pageRows(viewOf(state), state.top)) if (row) seen.add(row.span.start);
    };
    note();
    for (let count = 0; count < 40; count += 1) {
      state = run(state, { type: 'page', by: 1 });
      note();
    }
    const all = pageRows(viewOf(state), { block: 0, offset: 0 }, 10_000).flatMap(({ row }) =>
      row ? [row.span.start] : [],
    );
    expect([...seen].sort((a, b) => a - b)).toEqual(all);
    // A page begins with text, so the blank row above it may be missing.
    expect(pageRows(viewOf(state), state.top).length).toBeGreaterThanOrEqual(viewOf(state).height - 1);
    expect(state.place.block).toBe(state.article.blocks.length - 1);
  });

  test('a resize keeps the first words on top and the place in sight', () => {
    const far = run(arabic, { type: 'page', by: 1 }, { type: 'paragraph', by: 1 });
    for (const size of [
      { columns: 61, rows: 23 },
      { columns: 200, rows: 50 },
      { columns: 40, rows: 10 },
    ]) {
      const state = run(far, { type: 'resize', size });
      // The first row shown holds what stood on top, where the place is in sight below it.
      const [first] = pageRows(viewOf(state), state.top);
      if (size.rows > 20) {
        expect(first!.row!.span.start).toBeLessThanOrEqual(far.top.offset);
        expect(first!.row!.span.end).toBeGreaterThan(far.top.offset);
      }
      expect(state.place).toEqual(far.place);
      expect(inSight(state, state.place.offset)).toBe(true);
      const back = run(state, { type: 'resize', size: far.size });
      expect(inSight(back, far.place.offset)).toBe(true);
    }
  });
});

describe('quotes and names', () => {
  test('] goes to each quote in turn and chooses it in the list', () => {
    let state = arabic;
    const { quotes } = state.analysis!;
    // A quote inside one of the same speaker is part of that saying, and is not listed by itself.
    const listed = quotes.flatMap((quote, at) => {
      const before = quotes[at - 1];
      const isPart = before?.speaker === quote.speaker && quote.span.end <= before.span.end;
      return isPart ? [] : [at];
    });
    expect(listed.length).toBeGreaterThan(2);
    for (const index of listed) {
      state = run(state, { type: 'quote', by: 1 });
      expect(state.chosen).toEqual({ kind: 'quote', quote: index });
      expect(state.place.offset).toBe(quotes[index]!.span.start);
      expect(inSight(state, quotes[index]!.span.start)).toBe(true);
      expect(entriesOf(state)[state.sidebar.cursor.quotes]!.quote).toBe(index);
    }
    expect(run(state, { type: 'quote', by: 1 }).notice).toEqual({ key: 'noQuotes' });
    const back = run(state, { type: 'quote', by: -1 });
    expect(back.chosen).toEqual({ kind: 'quote', quote: listed.at(-2) });
  });

  test('Ctrl-O goes back the way one came', () => {
    const first = run(arabic, { type: 'quote', by: 1 });
    const second = run(first, { type: 'quote', by: 1 });
    const back = run(second, { type: 'back' });
    expect(back.place).toEqual(first.place);
    expect(run(back, { type: 'back' }).place).toEqual(arabic.place);
    expect(run(back, { type: 'back' }, { type: 'back' }).notice).toEqual({ key: 'nowhereBack' });
  });

  test('} visits every mention of the chosen name and goes round', () => {
    let state = run(arabic, { type: 'tab', tab: 'entities' });
    const { entity } = entriesOf(state)[state.sidebar.cursor.entities]!;
    state = run(state, { type: 'jump' });
    const { mentions } = state.analysis!.entities[entity!]!;
    const visited = [state.place.offset];
    for (let count = 1; count < mentions.length; count += 1) {
      state = run(state, { type: 'mention', by: 1 });
      visited.push(state.place.offset);
    }
    expect(visited).toEqual(mentions.map(({ start }) => start));
    expect(state.notice).toBeNull();
    const round = run(state, { type: 'mention', by: 1 });
    expect(round.place.offset).toBe(mentions[0]!.start);
    const count = mentions.length;
    expect(round.notice).toEqual({ key: 'wrapped', by: 1, index: 1, count });
    expect(run(round, { type: 'mention', by: -1 }).notice).toMatchObject({ by: -1, index: count });
  });

  test('y copies the quote one is at, else the paragraph, as the article has it', () => {
    const { text, blocks } = arabic.article;
    expect(reduce(arabic, { type: 'copy' }).effect).toEqual({
      type: 'copy',
      text: text.slice(blocks[0]!.span.start, blocks[0]!.span.end),
    });
    const quote = run(arabic, { type: 'quote', by: 1 });
    const { span } = quote.analysis!.quotes[0]!;
    expect(reduce(quote, { type: 'copy' }).effect).toEqual({
      type: 'copy',
      text: text.slice(span.start, span.end),
    });
  });
});

describe('searching', () => {
  const type = (state: ReaderState, query: string) =>
    run(state, { type: 'prompt' }, { type: 'promptText', text: query });

  test('shows hits while one types, and Escape puts everything back', () => {
    const typed = type(arabic, 'الجعفري');
    expect(typed.search!.hits.length).toBeGreaterThan(1);
    expect(inSight(typed, typed.search!.hits[0]!.span.start)).toBe(true);
    const left = run(typed, { type: 'leave' });
    expect([left.place, left.top, left.search]).toEqual([arabic.place, arabic.top, arabic.search]);
  });

  test('Enter goes to the first hit behind the place, n and N go on and round', () => {
    const found = run(type(arabic, 'الجعفري'), { type: 'promptDone' });
    const { hits } = found.search!;
    expect(found.place.offset).toBe(hits[0]!.span.start);
    const next = run(found, { type: 'hit', by: 1 });
    expect(next.place.offset).toBe(hits[1]!.span.start);
    const round = run(found, { type: 'hit', by: -1 });
    expect(round.place.offset).toBe(hits.at(-1)!.span.start);
    expect(round.notice).toEqual({ key: 'wrapped', by: -1, index: hits.length, count: hits.length });
  });

  test('what is not there is said, and nothing moves', () => {
    const lost = run(type(arabic, 'قسطنطينية'), { type: 'promptDone' });
    expect(lost.notice).toEqual({ key: 'notFound', query: 'قسطنطينية', near: [] });
    expect(lost.place).toEqual(arabic.place);
  });

  test('n goes on from where one has gone meanwhile', () => {
    const found = run(type(arabic, 'الجعفري'), { type: 'promptDone' });
    const { hits } = found.search!;
    const last = run(found, { type: 'end' }, { type: 'hit', by: -1 });
    expect(last.place.offset).toBe(hits.at(-1)!.span.start);
  });

  test('the prompt edits by what a reader calls a letter', () => {
    const typed = type(arabic, 'أَبٌ');
    const erased = run(typed, { type: 'promptEdit', edit: 'erase' });
    expect(erased.prompt).toMatchObject({ text: 'أَ', caret: 2 });
    const inside = run(erased, { type: 'promptEdit', edit: 'back' }, { type: 'promptText', text: 'ن' });
    expect(inside.prompt).toMatchObject({ text: 'نأَ', caret: 1 });
  });

  test('↑ brings back older queries', () => {
    const twice = run(type(run(type(arabic, 'ظريف'), { type: 'promptDone' }), 'طهران'), {
      type: 'promptDone',
    });
    const older = run(twice, { type: 'prompt' }, { type: 'promptEdit', edit: 'older' });
    expect(older.prompt!.text).toBe('طهران');
    expect(run(older, { type: 'promptEdit', edit: 'older' }).prompt!.text).toBe('ظريف');
  });
});

test('inside a paragraph taller than the page, the place is where one reads', () => {
  const small = run(arabic, { type: 'resize', size: { columns: 40, rows: 10 } });
  const lengths = small.article.blocks.map(({ span }) => span.end - span.start);
  const long = lengths.indexOf(Math.max(...lengths));
  const { start: from } = small.article.blocks[long]!.span;
  let state = goTo(small, { start: from, end: from });
  const start = state.place;
  state = run(state, { type: 'page', by: 1 });
  expect(state.place.offset).toBeGreaterThan(start.offset);
  expect(inSight(state, state.place.offset)).toBe(true);
  const marked = run(state, { type: 'setMark' }, { type: 'markName', name: 'b' }, { type: 'end' });
  const back = run(marked, { type: 'goToMark' }, { type: 'markName', name: 'b' });
  expect(back.place).toEqual(state.place);
  const none = run(back, { type: 'goToMark' }, { type: 'markName', name: 'toString' });
  expect(none.notice).toEqual({ key: 'noSuchMark', name: 'toString' });
});

test('on a narrow screen the list covers the article, and a jump shows the article again', () => {
  const narrow = run(
    arabic,
    { type: 'resize', size: { columns: 50, rows: 20 } },
    { type: 'tab', tab: 'quotes' },
  );
  expect(geometryOf(narrow).article).toBeNull();
  expect(geometryOf(run(narrow, { type: 'jump' })).article).not.toBeNull();
});

test('keys about what is not known yet wait in their order; Escape gives them up', async () => {
  const known = await openSample('ar');
  const early: ReaderState = { ...known, analysis: null, chosen: null };
  const commands: Command[] = [
    { type: 'tab', tab: 'entities' },
    { type: 'list', by: 1 },
    { type: 'list', by: 1 },
    { type: 'entityPage' },
    { type: 'list', by: 1 },
    { type: 'cite' },
  ];
  const asked = commands.reduce((now, command) => reduce(now, command).state, early);
  expect(asked.notice).toEqual({ key: 'wait' });
  expect(asked.waiting).toEqual(commands.slice(1));
  const after = withAnalysis(asked, known.analysis!);
  expect([after.waiting, after.notice]).toEqual([[], null]);
  const late = commands.reduce((now, command) => reduce(now, command).state, known);
  const done = asked.waiting.reduce((now, command) => reduce(now, command).state, after);
  expect(done.sidebar).toEqual(late.sidebar);
  expect([done.place, done.chosen, done.notice]).toEqual([late.place, late.chosen, late.notice]);
  expect(reduce(asked, { type: 'leave' }).state.waiting).toEqual([]);
  // The outline is there, and moving in the article is not about names.
  const outline = reduce(early, { type: 'tab', tab: 'outline' }).state;
  expect(reduce(outline, { type: 'list', by: 1 }).state.waiting).toEqual([]);
  expect(reduce(asked, { type: 'page', by: 1 }).state.waiting).toEqual(commands.slice(1));
  const thrice = ['3'].reduce(
    (now, digit) => reduce(now, { type: 'count', digit: Number(digit) }).state,
    early,
  );
  expect(reduce(thrice, { type: 'quote', by: 1 }).state.waiting).toHaveLength(3);
});
