import { expect, test } from 'vitest';
import { voiceOf } from '../../src/analysis/views/voice.ts';
import { entriesOf } from '../../src/panes/lists/entries.ts';
import { annotatedReader } from '../frames/annotated-reader.ts';

test('the lines of a quote are made when they are asked for, once', async () => {
  const state = await annotatedReader('ar', { columns: 100, rows: 30 });
  let asked = 0;
  const { text } = state.article;
  const article = {
    ...state.article,
    get text() {
      asked += 1;
      return text;
    },
  };
  // An analysis of its own: lists are known by it.
  const analysis = { ...state.analysis! };
  // Whose words are listed together is told of all of them at once.
  voiceOf(state.article, analysis, analysis.quotes[0]!);
  const entries = entriesOf({ ...state, article, analysis }, 'quotes');
  expect(entries.length).toBeGreaterThan(2);
  expect(asked).toBe(0);
  const [, second] = entries;
  expect(second!.lines[1]!.text.length).toBeGreaterThan(1);
  expect(second!.lines).toBe(second!.lines);
  expect(asked).toBe(1);
});
