import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Quote } from '../../src/analysis/analysis.ts';
import { analyze } from '../../src/analysis/analyze.ts';
import { frameOf } from '../../src/app/frame.ts';
import { layoutOf } from '../../src/app/layout.ts';
import { entriesOf } from '../../src/panes/lists/entries.ts';
import type { Entry } from '../../src/panes/lists/entry.ts';
import { standingOut } from '../../src/panes/lists/standing.ts';
import { reduce } from '../../src/panes/reducer.ts';
import type { Command } from '../../src/reader/state/command.ts';
import { rememberedOf } from '../../src/reader/state/remembering.ts';
import type { ReaderState } from '../../src/reader/state/state.ts';
import { articleOf } from '../analysis/sample.ts';
import { openSample } from '../reader/sample.ts';

const run = (state: ReaderState, ...commands: readonly Command[]): ReaderState =>
  commands.reduce((now, command) => reduce(now, command).state, state);

/** The letters of the list's pane, in logical order. */
function letters(state: ReaderState): string {
  const { drawing } = layoutOf(state).placed.find(({ pane }) => pane.name === 'lists')!;
  return drawing.rows
    .map((row) =>
      row
        .filter(({ end, start }) => end > start)
        .sort((a, b) => a.start - b.start)
        .map(({ source }) => source)
        .join(''),
    )
    .join('\n');
}

const bare = (text: string): string => text.replace(/[\s▐▌│]/gu, '');

test('while one moves in the list the page follows; Escape goes back, Enter stays', async () => {
  const start = run(await openSample('ar'), { type: 'paragraph', by: 1 }, { type: 'tab', tab: 'quotes' });
  const moved = run(start, { type: 'listEdge', by: 1 });
  const { target } = entriesOf(moved).at(-1)!;
  expect(moved.place.offset).toBe(target!.start);
  expect(moved.top).not.toEqual(start.top);
  // What is remembered of the article is where one reads, not where one looks.
  expect(rememberedOf(moved).place).toEqual(rememberedOf(start).place);

  const back = run(moved, { type: 'leave' });
  expect([back.place, back.top, back.focus, back.preview]).toEqual([start.place, start.top, 'article', null]);

  const stayed = run(moved, { type: 'jump' });
  expect([stayed.place, stayed.top, stayed.focus]).toEqual([moved.place, moved.top, 'article']);
  expect(run(stayed, { type: 'back' }).place).toEqual(start.place);
});

test('the page follows by any number of moves, and one Escape undoes them all', async () => {
  const samples = [await openSample('ar'), await openSample('en')];
  const move = fc.oneof(
    fc.integer({ min: -5, max: 5 }).map((by): Command => ({ type: 'list', by })),
    fc.constantFrom<Command>(
      { type: 'listPage', by: 1 },
      { type: 'listPage', by: -1 },
      { type: 'listEdge', by: 1 },
    ),
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...samples),
      fc.nat(12),
      fc.array(move, { maxLength: 6 }),
      (sample, paragraphs, moves) => {
        const read = run(sample, ...new Array<Command>(paragraphs).fill({ type: 'paragraph', by: 1 }));
        const list = run(read, { type: 'toggleFocus' });
        const after = run(list, ...moves, { type: 'leave' });
        expect([after.place, after.top, after.history]).toEqual([read.place, read.top, read.history]);
      },
    ),
  );
});

test('the chosen quote is whole in the list, whatever its length, where the list is high enough', async () => {
  for (const name of ['ar', 'en'] as const) {
    const sample = run(await openSample(name, { columns: 100, rows: 40 }), { type: 'tab', tab: 'quotes' });
    for (let at = 0; at < entriesOf(sample).length; at += 1) {
      const state = run(sample, { type: 'list', by: at });
      const { text } = entriesOf(state)[at]!.lines[1]!;
      expect(bare(letters(state))).toContain(bare(text));
    }
  }
});

test('a speaker who goes on is named once, and again on top of what is in sight', async () => {
  const state = run(await openSample('ar'), { type: 'tab', tab: 'quotes' });
  const entries = entriesOf(state);
  const at = entries.findIndex(({ sharesName }) => sharesName);
  expect(at).toBeGreaterThan(0);
  expect(entries[at]!.lines[0]!.text).toBe(entries[at - 1]!.lines[0]!.text);
  const name = entries[at]!.lines[0]!.text;
  const seen = letters(state)
    .split('\n')
    .filter((row) => row.includes(name)).length;
  const groups = entries.filter(({ lines, sharesName }) => lines[0]!.text === name && !sharesName).length;
  expect(seen).toBeLessThanOrEqual(groups);
});

test('an outline marks the section that one reads', async () => {
  let state = run(await openSample('en'), { type: 'tab', tab: 'outline' }, { type: 'toggleFocus' });
  const entries = entriesOf(state);
  for (let block = 0; block < state.article.blocks.length - 1; block += 1) {
    const { list } = layoutOf(state).placed.find(({ pane }) => pane.name === 'lists')!.drawing;
    const marked = entries[list!.entries[list!.chosen]!.index]!.target!.start;
    const { end } = state.article.blocks[state.place.block]!.span;
    expect(marked).toBe(entries.filter(({ target }) => target!.start < end).at(-1)!.target!.start);
    state = run(state, { type: 'paragraph', by: 1 });
  }
});

test('as one reads on, the list marks a quote of the paragraph where there is one', async () => {
  let state = run(await openSample('ar'), { type: 'tab', tab: 'quotes' }, { type: 'toggleFocus' });
  const entries = entriesOf(state);
  let marked = 0;
  for (let block = 0; block < state.article.blocks.length - 1; block += 1) {
    const { span } = state.article.blocks[state.place.block]!;
    const inIt = entries.filter(
      ({ target }) => target && target.start >= span.start && target.start < span.end,
    );
    const { index, look } = standingOut(state, entries);
    if (inIt.length > 0) {
      expect(inIt).toContain(entries[index]);
      marked += 1;
    } else expect(look).not.toBe('here');
    state = run(state, { type: 'paragraph', by: 1 });
  }
  expect(marked).toBeGreaterThan(2);
});

test('the timeline says what happened: each date with the sentence that it stands in', async () => {
  const state = run(await openSample('ar'), { type: 'tab', tab: 'timeline' });
  const entries = entriesOf(state);
  expect(entries.length).toBeGreaterThan(2);
  for (const { lines, target } of entries) {
    const sentence = lines[1]!.text;
    const { text } = state.article;
    expect(sentence).toContain(text.slice(target!.start, target!.end).replace(/\s+/gu, ' '));
    // A whole one: it begins where another ends or the paragraph begins, and so it ends.
    const at = text.replace(/\s/gu, ' ').indexOf(sentence);
    const [before, after] = [text.slice(0, at), text.slice(at + sentence.length)];
    expect(before).toMatch(/(?:^|\n|[.!?؟۔…][»”"]*\s+)$/u);
    if (!/^(?:\n|$)/u.test(after)) expect(sentence).toMatch(/[.!?؟۔…][»”"]*$/u);
  }
});

test('what is found stands in the list by paragraph as one types, and goes when the search does', async () => {
  const start = run(await openSample('ar'), { type: 'tab', tab: 'outline' }, { type: 'toggleFocus' });
  const typing = run(start, { type: 'prompt' }, { type: 'promptText', text: 'العراق' });
  expect(typing.sidebar.tab).toBe('hits');
  const entries = entriesOf(typing);
  const { hits } = typing.search!;
  const blockOf = (at: number) =>
    start.article.blocks.findIndex(({ span }) => at >= span.start && at < span.end);
  expect(entries.map(({ target }) => blockOf(target!.start))).toEqual([
    ...new Set(hits.map(({ span }) => blockOf(span.start))),
  ]);
  for (const { lines, target, hit } of entries) {
    expect(hits[hit!]!.span).toEqual(target);
    const [line] = lines;
    const [first] = line!.marks!;
    expect(line!.text.slice(first!.start, first!.end)).toBe(
      start.article.text.slice(target!.start, target!.end),
    );
  }
  expect(run(typing, { type: 'leave' }).sidebar).toEqual(start.sidebar);

  const done = run(typing, { type: 'promptDone' });
  expect(done.sidebar.tab).toBe('hits');
  // What is remembered of the article is the list that stood there.
  expect(rememberedOf(done).sidebar.tab).toBe('outline');
  expect(run(done, { type: 'leave' }).sidebar.tab).toBe('outline');
  const listed = run(done, { type: 'toggleFocus' }, { type: 'list', by: 2 });
  const { target } = entries[2]!;
  expect([listed.place.offset, listed.search!.hits[listed.search!.current]!.span]).toEqual([
    target!.start,
    target,
  ]);
  expect(run(listed, { type: 'leave' }).place).toEqual(done.place);
  const none = run(start, { type: 'prompt' }, { type: 'promptText', text: 'لايوجد' });
  expect(entriesOf(none)).toEqual([]);
  expect(letters(none)).toContain('لا نتائج');
});

test('F puts the quotes by speaker, each named once with the share of the quoted words; ] goes by the text still', async () => {
  const plain = run(await openSample('ar'), { type: 'tab', tab: 'quotes' }, { type: 'list', by: 3 });
  const state = run(plain, { type: 'groupBySpeaker' });
  const entries = entriesOf(state);
  expect(new Set(entries.map(({ quote }) => quote))).toEqual(
    new Set(entriesOf(plain).map(({ quote }) => quote)),
  );
  const names = entries.filter(({ sharesName }) => !sharesName).map(({ lines }) => lines[0]!.text);
  const known = state.analysis!.quotes.flatMap(({ speaker }) => (speaker === null ? [] : [speaker]));
  // Each once who has a name; two without one may have the same words.
  const unknown = known.length < state.analysis!.quotes.length ? ['متحدث غير معروف'] : [];
  expect(new Set(names)).toEqual(new Set([...known, ...unknown]));
  const twice = names.filter((name, at) => names.indexOf(name) !== at);
  expect(new Set(twice)).toEqual(new Set(['مسؤول إيراني']));
  expect(state.chosen).toEqual(plain.chosen);
  expect(entries[state.sidebar.cursor.quotes]!.quote).toBe((plain.chosen as { quote: number }).quote);
  const digits = (text: string) => text.replace(/[٠-٩]/gu, (digit) => String(digit.charCodeAt(0) - 0x660));
  const shares = entries.flatMap(({ sharesName, lines }) =>
    sharesName || !lines[0]!.aside ? [] : [lines[0]!.aside],
  );
  const sum = shares.reduce((total, share) => total + Number.parseInt(digits(share), 10), 0);
  const parts = shares.map((share) => Number.parseInt(digits(share), 10));
  expect(parts).toEqual([...parts].sort((a, b) => b - a));
  // Who has no name has no share.
  const length = (some: readonly Entry[]): number =>
    some.reduce((total, { target }) => total + target!.end - target!.start, 0);
  const nameless = entries.filter(({ lines }) => !lines[0]!.aside);
  const whole = sum + (100 * length(nameless)) / length(entries);
  expect(whole).toBeGreaterThan(90);
  expect(whole).toBeLessThan(110);
  expect(letters(state)).toContain('٪ من الكلام المقتبس');

  let walk = run(state, { type: 'leave' }, { type: 'start' });
  const seen: number[] = [];
  for (let time = 0; time < entries.length; time += 1) {
    walk = run(walk, { type: 'quote', by: 1 });
    seen.push((walk.chosen as { quote: number }).quote);
  }
  expect(seen).toEqual([...seen].sort((a, b) => a - b));
  expect(seen).toHaveLength(new Set(seen).size);
});

test('a name has a small line beside its count that shows where in the article it stands', async () => {
  for (const name of ['ar', 'en'] as const) {
    for (const columns of [100, 200]) {
      const opened = run(await openSample(name, { columns, rows: 60 }), { type: 'tab', tab: 'entities' });
      const { drawing } = layoutOf(opened).placed.find(({ pane }) => pane.name === 'lists')!;
      const start = opened.article.blocks[0]!.span.start;
      const length = opened.article.blocks.at(-1)!.span.end - start;
      const entries = entriesOf(opened);
      let seen = 0;
      for (const { index, rows } of drawing.list!.entries) {
        const { entity } = entries[index]!;
        // In the order of the text: a right-to-left one begins at the right.
        const cells = rows(false)[0]!.map(({ text }) => text);
        if (opened.article.direction === 'rtl') cells.reverse();
        const line = /[·•]{5,}/u.exec(cells.join(''))?.[0];
        if (entity === undefined) {
          expect(line).toBeUndefined();
          continue;
        }
        if (!line) continue;
        seen += 1;
        const { mentions } = opened.analysis!.entities[entity]!;
        for (const [part, dot] of [...line].entries()) {
          const inside = mentions.some(
            (mention) => Math.floor(((mention.start - start) / length) * line.length) === part,
          );
          expect([entries[index]!.lines[0]!.text, part, dot === '•']).toEqual([
            entries[index]!.lines[0]!.text,
            part,
            inside,
          ]);
        }
      }
      expect(seen).toBeGreaterThan(8);
    }
  }
});

/** The rows of the entries in sight that are asked for, as letters in logical order. */
function entryRowsOf(state: ReaderState, only: (entry: Entry) => boolean): string[][] {
  const { drawing } = layoutOf(state).placed.find(({ pane }) => pane.name === 'lists')!;
  return drawing
    .list!.entries.filter(({ index }) => only(entriesOf(state)[index]!))
    .map(({ rows }) =>
      rows(false).map((row) =>
        [...row]
          .sort((a, b) => a.start - b.start)
          .map(({ source }) => source)
          .join('')
          .trim(),
      ),
    );
}

test('an office stands below its name, whole, where both do not fit into one row', async () => {
  const below: string[] = [];
  for (const tab of ['entities', 'quotes'] as const)
    for (const columns of [60, 80, 100, 120]) {
      const state = run(await openSample('ar', { columns, rows: 90 }), { type: 'tab', tab });
      const entries = entriesOf(state).filter(({ lines, sharesName }) => lines[0]!.more && !sharesName);
      const drawn = entryRowsOf(state, (entry) => entries.includes(entry));
      expect(drawn.length).toBeGreaterThan(0);
      drawn.forEach((rows, at) => {
        const { text, more } = entries[at]!.lines[0]!;
        expect(rows[0]).not.toContain('…');
        expect(bare(rows.slice(0, 4).join('')).replace(/[٠-٩•]/gu, '')).toContain(bare(more!));
        if (!bare(rows[0]!).includes(bare(more!))) below.push(text);
      });
    }
  expect(below.length).toBeGreaterThan(0);
});

test('the line that shows where a name stands makes way for a narrow list', async () => {
  const opened = run(await openSample('ar', { columns: 66, rows: 40 }), { type: 'tab', tab: 'entities' });
  const named = entryRowsOf(opened, ({ entity }) => entity !== undefined);
  expect(named.length).toBeGreaterThan(5);
  for (const [row] of named) expect(row).not.toMatch(/[·•]{2}/u);
});

test('what is quoted inside a quote of the same speaker is listed once, wherever quotes are', async () => {
  const sample = await openSample('en');
  const quote = (start: number, end: number, speaker: string | null): Quote => ({
    kind: 'indirect',
    span: { start, end },
    speaker,
    speakerMention: null,
    cue: null,
    reason: 'subject',
  });
  const [name, other] = sample.analysis!.entities.filter(({ type }) => type === 'person');
  const quotes = [
    quote(500, 700, name!.name),
    quote(510, 550, name!.name),
    quote(560, 600, null),
    quote(610, 640, other!.name),
    quote(650, 690, name!.name),
    quote(800, 900, other!.name),
    quote(1000, 1100, null),
  ];
  const analysis = { ...sample.analysis!, quotes };
  const state = run({ ...sample, analysis }, { type: 'tab', tab: 'quotes' });
  expect(entriesOf(state).map(({ quote: at }) => at)).toEqual([0, 3, 5, 6]);
  const tab = layoutOf(state).placed.find(({ pane }) => pane.name === 'lists')!.drawing.rows[0]!;
  expect(tab.map(({ text }) => text).join('')).toContain('Quotes 4');
  const page = run(
    { ...state, chosen: { kind: 'entity', entity: analysis.entities.indexOf(name!), mention: 0 } },
    { type: 'entityPage' },
  );
  expect(entriesOf(page).filter(({ quote: at }) => at === 0 || at === 1 || at === 4)).toHaveLength(1);
  // Of 430 letters that are quoted 200 are his.
  expect(entriesOf(page).flatMap(({ lines }) => lines.map(({ aside }) => aside))).toContain('1 · 47%');
});

test('where tashkeel is hidden no line of the screen has any, whatever is open', async () => {
  const sample = await openSample('ar');
  const hidden = { ...sample, preferences: { ...sample.preferences, tashkeel: 'hide' as const } };
  const marked = (state: ReaderState): string[] =>
    frameOf(state).rows.flatMap((row) =>
      row.map(({ text }) => text).filter((text) => /[\u064b-\u0652\u0670]/u.test(text.normalize('NFKD'))),
    );
  const everything: readonly Command[] = [
    { type: 'end' },
    { type: 'tab', tab: 'quotes' },
    { type: 'listEdge', by: 1 },
    { type: 'tab', tab: 'entities' },
    { type: 'tab', tab: 'outline' },
    { type: 'tab', tab: 'timeline' },
    { type: 'help' },
  ];
  let shown = 0;
  everything.reduce((state, command) => {
    const next = reduce(state, command).state;
    expect(marked(next), JSON.stringify(command)).toEqual([]);
    shown += marked({ ...next, preferences: sample.preferences }).length;
    return next;
  }, hidden as ReaderState);
  // They are there where they are not hidden.
  expect(shown).toBeGreaterThan(0);
});

test('the number beside a tab is that of the entries in its list', async () => {
  const state = run(await openSample('ar'), { type: 'tab', tab: 'quotes' });
  const { quotes } = state.analysis!;
  const entries = entriesOf(state).length;
  // A saying inside another is one with it.
  expect(entries).toBeLessThan(quotes.length);
  expect(letters(state)).toContain(`اقتباسات ${entries.toLocaleString('ar-EG')}`);
});

/** An article of our own, analyzed. */
async function reading(text: string): Promise<ReaderState> {
  const article = articleOf(text);
  return { ...(await openSample('ar')), article, analysis: analyze(article), chosen: null };
}

test('two without a name are two, who is meant by the article is one; f says how many of all are listed, and the key for all', async () => {
  const state = await reading(
    [
      'قال مسؤول إيراني إن بلاده مستعدة للحوار مع جيرانها.',
      'وأضاف المسؤول الإيراني أن الحوار يبدأ قريبا.',
      'وقالت سلمى الراوي إن الحوار ضروري للمنطقة كلها.',
      'وفي طهران قال مسؤول إيراني إن الحوار مرفوض.',
    ].join('\n\n'),
  );
  const speakers = state.analysis!.quotes.map(({ speaker }) => speaker);
  expect(speakers.filter((one) => one === 'مسؤول إيراني').length).toBeGreaterThan(1);
  const listed = (index: number): (number | undefined)[] =>
    entriesOf(
      run(
        state,
        { type: 'tab', tab: 'quotes' },
        { type: 'listEdge', by: -1 },
        { type: 'list', by: index },
        {
          type: 'filterBySpeaker',
        },
      ),
    ).map(({ quote }) => quote);
  expect([0, 1, 2, 3].map(listed)).toEqual([[0, 1], [0, 1], [2], [3]]);
  const grouped = run(state, { type: 'groupBySpeaker' });
  const asides = entriesOf(grouped).flatMap(({ lines }) => (lines[0]!.aside ? [lines[0]!.text] : []));
  expect(new Set(asides)).toEqual(new Set(['سلمى الراوي']));
  const only = run(state, { type: 'quote', by: 1 }, { type: 'filterBySpeaker' });
  // Two texts stand in that row: their letters are counted, whatever their order.
  const told = (now: ReaderState): string => [...bare(letters(now).split('\n')[1]!)].sort().join('');
  expect(told(only)).toBe([...bare('مسؤول إيراني ٢ من ٤ · Esc للكل')].sort().join(''));
  expect(told(run(only, { type: 'leave' }))).toBe('');
});

test('the page of a name begins with the mention that one is at', async () => {
  const start = run(await openSample('ar'), { type: 'tab', tab: 'entities' }, { type: 'jump' });
  const third = run(start, { type: 'mention', by: 1 }, { type: 'mention', by: 1 });
  expect(third.chosen).toMatchObject({ kind: 'entity', mention: 2 });
  const page = run(third, { type: 'entityPage' });
  expect(page.chosen).toEqual(third.chosen);
  expect(entriesOf(page)[page.sidebar.cursor.entities]).toMatchObject({ mention: 2 });
});

test('what is to be told of the terminal and of the way are told one after the other', async () => {
  const start: ReaderState = {
    ...(await openSample('ar')),
    notice: { key: 'unknownTerminal' },
    later: [{ key: 'articleOf', index: 1, count: 2 }],
  };
  const moved = run(start, { type: 'paragraph', by: 1 });
  expect(moved.notice).toEqual({ key: 'articleOf', index: 1, count: 2 });
  expect(run(moved, { type: 'paragraph', by: 1 }).notice).toBeNull();
  // A key that has something to tell itself is told first, and what is typed is not covered.
  const asked = run(start, { type: 'copy' });
  expect(asked.notice).toMatchObject({ key: 'copied' });
  expect(run(asked, { type: 'prompt' }, { type: 'promptText', text: 'x' }).notice).toBeNull();
  expect(run(asked, { type: 'prompt' }, { type: 'leave' }).notice).toMatchObject({ key: 'articleOf' });
});
