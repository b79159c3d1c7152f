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
