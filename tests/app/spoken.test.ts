import { expect, test } from 'vitest';
import { spokenLines } from '../../src/app/spoken.ts';
import { reduce } from '../../src/panes/reducer.ts';
import type { Command } from '../../src/reader/state/command.ts';
import type { ReaderState } from '../../src/reader/state/state.ts';
import { openSample } from '../reader/sample.ts';

/** What each command says, one after the other. */
function said(state: ReaderState, ...commands: readonly Command[]): string[][] {
  let before = state;
  return commands.map((command) => {
    const now = reduce(before, command).state;
    const lines = spokenLines(before, now);
    before = now;
    return lines;
  });
}

test('an article that opens says its title, who wrote it, and what is in it', async () => {
  const lines = spokenLines(null, await openSample('en'));
  expect(lines[0]).toBe('A reading boat returns to the Shatt al-Arab');
  expect(lines[1]).toContain('12 October 2024');
  expect(lines[2]).toMatch(/^Quotes: \d+\. Names: \d+\.$/);
});

test('a paragraph is one line of logical text, a quote begins with who said it', async () => {
  const state = await openSample('ar');
  const [paragraph, quote] = said(state, { type: 'paragraph', by: 1 }, { type: 'quote', by: 1 });
  const block = state.article.blocks[1]!;
  expect(paragraph).toEqual([state.article.text.slice(block.span.start, block.span.end)]);
  const first = state.analysis!.quotes[0]!;
  expect(quote).toHaveLength(1);
  expect(quote![0]).toMatch(
    new RegExp(
      `^${first.speaker}.*: .*${state.article.text.slice(first.span.start, first.span.end).slice(0, 20)}`,
      'u',
    ),
  );
});

test('lists, help and the prompt say what changed in them, and nothing twice', async () => {
  const state = await openSample('en');
  const [list, down, back, help, closed, asked, typed] = said(
    state,
    { type: 'tab', tab: 'entities' },
    { type: 'list', by: 1 },
    { type: 'jump' },
    { type: 'help' },
    { type: 'leave' },
    { type: 'prompt' },
    { type: 'promptText', text: 'books' },
  );
  expect(list![0]).toMatch(/^Names: \d+$/);
  expect(down).toHaveLength(1);
  expect(back!.length).toBeGreaterThan(0);
  expect(help).toContain('j ↓ next paragraph');
  expect(closed).toEqual([expect.stringMatching(/^paragraph \d+ of \d+ · \d+%$/)]);
  expect(asked).toEqual(['search:']);
  expect(typed).toEqual([expect.stringMatching(/^search: books · .*hits?$/)]);
  expect(spokenLines(state, state)).toEqual([]);
  const [, , whole] = said(
    state,
    { type: 'prompt' },
    { type: 'promptText', text: 'book' },
    { type: 'searchToggle', toggle: 'word' },
  );
  expect(whole).toEqual([expect.stringMatching(/^search \(word\): book · /)]);
});

test('the page of a name begins with the name, and as many names are told as the list has', async () => {
  const opened = await openSample('en');
  const list = reduce(opened, { type: 'tab', tab: 'entities' }).state;
  const page = reduce(list, { type: 'entityPage' }).state;
  const name = opened.analysis!.entities[page.sidebar.entity!]!.name;
  expect(spokenLines(list, page)[0]).toMatch(new RegExp(`^${name}(?:, .+)?, \\d+$`, 'u'));
  const [head] = spokenLines(opened, list);
  expect(spokenLines(null, opened)).toContainEqual(
    expect.stringMatching(new RegExp(`^Quotes: \\d+\\. ${head}\\.$`, 'u')),
  );
});
