// How much is written for a key: what a slow line feels.
import { expect, test } from 'vitest';
import { frameOf } from '../../src/app/frame.ts';
import { reduce } from '../../src/panes/reducer.ts';
import type { Command } from '../../src/reader/state/command.ts';
import { outputModel } from '../../src/terminal/models/models.ts';
import { createScreen } from '../../src/terminal/output/screen.ts';
import { annotatedReader } from './annotated-reader.ts';

/** Bytes of UTF-8 that each command makes a terminal of 100×30 write, one after the other, the sidebar open. */
async function written(commands: readonly Command[]): Promise<number[]> {
  let state = await annotatedReader('ar', { columns: 100, rows: 30 });
  let bytes = 0;
  const sink = {
    write(text: string, done: () => void) {
      bytes += Buffer.byteLength(text);
      done();
    },
    writeNow() {},
    close() {},
  };
  const screen = createScreen(sink, { ...outputModel('visual'), movesRows: true }, '256');
  screen.draw(frameOf(state));
  return commands.map((command) => {
    bytes = 0;
    ({ state } = reduce(state, command));
    screen.draw(frameOf(state));
    return bytes;
  });
}

/** For each command, how many rows of the screen look other than before, and how many of them were encoded. */
async function encoded(commands: readonly Command[]): Promise<{ changed: number; encoded: number }[]> {
  let state = await annotatedReader('ar', { columns: 100, rows: 30 });
  let count = 0;
  const sink = { write: (_: string, done: () => void) => done(), writeNow() {}, close() {} };
  // A terminal that reorders is given whole rows.
  const model = outputModel('visual-lrm');
  const counting = {
    ...model,
    encode(row: Parameters<typeof model.encode>[0]) {
      count++;
      return model.encode(row);
    },
  };
  const screen = createScreen(sink, counting, '256');
  const looks = (): string[] =>
    frameOf(state).rows.map((row) => JSON.stringify(row.map(({ text, style }) => [text, style])));
  screen.draw(frameOf(state));
  return commands.map((command) => {
    const before = looks();
    count = 0;
    ({ state } = reduce(state, command));
    screen.draw(frameOf(state));
    return { changed: looks().filter((row, at) => row !== before[at]).length, encoded: count };
  });
}

const down: Command = { type: 'paragraph', by: 1 };

test('a step within the page writes the cells that change', async () => {
  const [first, second] = await written([down, down]);
  expect(Math.max(first!, second!)).toBeLessThanOrEqual(600);
});

test('a step that scrolls moves rows rather than writing them', async () => {
  // The list goes along with the page: it marks what one is reading.
  const steps = await written(new Array<Command>(16).fill(down));
  expect(Math.max(...steps)).toBeGreaterThan(600);
  expect(Math.max(...steps)).toBeLessThanOrEqual(3_500);
});

test('a step encodes no row but those that look other than before', async () => {
  const steps = await encoded(new Array<Command>(8).fill(down));
  for (const { changed, encoded } of steps) expect(encoded).toBeLessThanOrEqual(changed);
  // A step within the page is a few rows of thirty.
  expect(steps[0]!.encoded).toBeGreaterThan(0);
  expect(steps[0]!.encoded).toBeLessThanOrEqual(10);
});
