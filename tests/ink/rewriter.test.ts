// What Ink writes, and what becomes of it: seen on the screen of an emulator that reorders nothing.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Blocks } from '../../src/ink/blocks.ts';
import { createRewriter } from '../../src/ink/stream/rtl.ts';
import { outputModel } from '../../src/terminal/models/models.ts';
import { type ModelName, modelNames } from '../../src/terminal/output/model.ts';
import { Emulator } from '../terminal/emulator.ts';
import { rowOf } from '../terminal/rows.ts';

const columns = 40;

function rewriter(model: ModelName = 'visual', blocks = new Blocks(false)) {
  return createRewriter({ model: outputModel(model), columns: () => columns, blocks });
}

/** The screen after some writes, its letters in the forms that people type, left to right as they stand. */
async function screen(...writes: string[]): Promise<string[]> {
  const emulator = new Emulator(columns, 16);
  const rewrite = rewriter();
  for (const written of writes) await emulator.write(rewrite(written).replaceAll('\n', '\r\n'));
  const rows = emulator.text().map((row) => row.normalize('NFKC'));
  while (rows.at(-1) === '') rows.pop();
  return rows;
}

const reversed = (text: string) => [...text].reverse().join('');

describe('a box', () => {
  test('keeps what stands in it, right-to-left text at its right side', async () => {
    const rows = await screen(
      '╭──────────────╮\n│ بيت كبير     │\n│ بيت          │\n│ house        │\n╰──────────────╯\n',
    );
    expect(rows).toEqual([
      '╭──────────────╮',
      `│     ${reversed('بيت كبير')} │`,
      `│          ${reversed('بيت')} │`,
      '│ house        │',
      '╰──────────────╯',
    ]);
  });

  test('beside another keeps its text from it', async () => {
    const rows = await screen('┌─────┐ ┌──────┐\n│ بيت │ │ دار  │\n└─────┘ └──────┘\n');
    expect(rows[1]).toBe(`│ ${reversed('بيت')} │ │  ${reversed('دار')} │`);
  });

  test('has a text at its right side stay there, and one in the middle', async () => {
    const rows = await screen('┌─────────┐\n│     بيت │\n│   بيت   │\n└─────────┘\n');
    expect(rows.slice(1, 3)).toEqual([`│     ${reversed('بيت')} │`, `│   ${reversed('بيت')}   │`]);
  });

  test('has a title in its border stay there', async () => {
    expect((await screen('┌─ بيت ──┐\n│ دار    │\n└────────┘\n'))[0]).toBe(`┌─ ${reversed('بيت')} ──┐`);
  });
});

test('columns without frames keep their places', async () => {
  const rows = await screen('بيت    house\nكبير   دار\n');
  expect(rows).toEqual([` ${reversed('بيت')}   house`, `${reversed('كبير')}     ${reversed('دار')}`]);
});

test('without a frame a row hangs from the right side of the widest one', async () => {
  const rows = await screen('┌────────┐\n└────────┘\nبيت\n');
  expect(rows[2]).toBe(`       ${reversed('بيت')}`);
});

test('a rule is a frame, the same sign alone a bullet', async () => {
  const rows = await screen('┌────────┐\n└────────┘\n─ بيت\n── بيت\n');
  expect(rows[2]).toBe(`     ${reversed('بيت')} ─`);
  expect(rows[3]).toMatch(/^── /);
});

test('rows that Ink has wrapped are one paragraph, in the direction of all of it', async () => {
  // The second row alone would be left-to-right.
  const box = ['┌────────────┐', '│ قال الوزير │', '│ in London  │', '│ إن البيت   │', '└────────────┘'];
  const rows = await screen(`${box.join('\n')}\n`);
  expect(rows[2]).toBe('│  in London │');
});

test('a row that begins with a mark of a list is a paragraph of its own', async () => {
  const box = ['┌────────────┐', '│ قال الوزير │', '│ • London   │', '│ 2. Paris   │', '└────────────┘'];
  expect((await screen(`${box.join('\n')}\n`)).slice(2, 4)).toEqual(box.slice(2, 4));
});

test('the blank that Ink leaves where it wraps does not indent', async () => {
  const rows = await screen('┌──────────┐\n└──────────┘\nقال الوزير\n إن البيت\n');
  expect(rows[2]!.length).toBe(12);
  expect(rows[3]!.length).toBe(12);
});

test('a line longer than the terminal is wide is wrapped from its beginning on', async () => {
  const rows = await screen(`${'بيت '.repeat(12).trim()}\nدار\n`);
  expect(rows[0]!.trim()).toBe(reversed('بيت '.repeat(10).trim()));
  expect(rows[1]!.trim()).toBe(reversed('بيت '.repeat(2).trim()));
  expect(rows.slice(2).map((row) => row.trim())).toEqual([reversed('دار')]);
});

test('colors stay on their letters', async () => {
  const emulator = new Emulator(columns, 4);
  await emulator.write(rewriter()('│ \x1b[31mبيت\x1b[39m \x1b[48;2;1;2;3mدار\x1b[49m │'));
  const style = (column: number) => emulator.cell(0, column).style;
  for (const column of [6, 7, 8]) expect(style(column)).toEqual({ foreground: 'palette 1' });
  for (const column of [2, 3, 4]) expect(style(column)).toEqual({ background: 0x010203 });
  expect(style(5)).toEqual({});
});

describe('the cursor', () => {
  const at = async (column: number) => {
    const emulator = new Emulator(columns, 6);
    const rewrite = rewriter();
    const frame = '┌──────────┐\n│ بيت      │\n└──────────┘\n';
    await emulator.write(rewrite(`${frame}\x1b[2A\x1b[${column + 1}G\x1b[?25h`).replaceAll('\n', '\r\n'));
    return emulator.terminal.buffer.active.cursorX;
  };

  test('stands where its letter is', async () => {
    expect([await at(2), await at(3), await at(4)]).toEqual([9, 8, 7]);
  });

  test('stands where the next letter will be, at the end of the text', async () => {
    expect(await at(5)).toBe(6);
  });

  test('is left alone beside left-to-right text', async () => {
    expect(rewriter()('house\n\x1b[1A\x1b[3G')).toBe('house\n\x1b[1A\x1b[3G');
  });
});

test('the inverse blank that a text field shows for its cursor is a part of the text', async () => {
  const emulator = new Emulator(columns, 4);
  await emulator.write(rewriter()('│ بيت\x1b[7m \x1b[27m   │'));
  expect([3, 4, 5].map((column) => emulator.cell(0, column).style)).toEqual([{}, { inverse: true }, {}]);
});

describe('frames that replace each other', () => {
  const frame = (text: string) => `┌──────────┐\n│ ${text.padEnd(8)} │\n└──────────┘\n`;
  const erase = `${'\x1b[2K\x1b[1A'.repeat(3)}\x1b[2K\x1b[G`;

  test('come out as the last one', async () => {
    expect(await screen(frame('بيت كبير'), erase + frame('بيت'))).toEqual(await screen(frame('بيت')));
    expect(await screen(frame('بيت كبير'), erase + frame('house'))).toEqual(await screen(frame('house')));
  });

  test('that write one line anew, or a part of it, come out as whole ones', async () => {
    const line = `\x1b[3A\x1b[E\x1b[G\x1b[K│ ${'دار'.padEnd(8)} │\n\x1b[E`;
    expect(await screen(frame('بيت'), line)).toEqual(await screen(frame('دار')));
    const part = '\x1b[3A\x1b[E\x1b[4G\x1b[Kب       │\n\x1b[E';
    expect(await screen(frame('بيت'), part)).toEqual(await screen(frame('بب')));
  });
});

test('a block of rows stands where its handle is', async () => {
  const blocks = new Blocks(false);
  const handle = blocks.claim([rowOf('ﺖﻴﺑ'), rowOf('abc')]);
  const emulator = new Emulator(columns, 6);
  const rewrite = rewriter('visual', blocks);
  await emulator.write(rewrite(`┌─────┐\n│ ${handle}   │\n│     │\n└─────┘\n`).replaceAll('\n', '\r\n'));
  expect(emulator.text().slice(1, 3)).toEqual(['│ ﺖﻴﺑ │', '│ abc │']);
});

const latin = fc.stringMatching(/^[ -~\n─│•é漢]{0,60}$/);

test('what holds no right-to-left letter goes through as it came', () => {
  fc.assert(
    fc.property(fc.array(latin), fc.constantFrom(...modelNames), (writes, model) => {
      const rewrite = rewriter(model);
      for (const written of writes) expect(rewrite(written)).toBe(written);
    }),
  );
});

test('nothing is lost however the bytes are cut', async () => {
  const whole = '│ \x1b[1mبيت\x1b[22m \x1b[38;5;9mكبير\x1b[39m house │\n';
  const once = await screen(whole);
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length), fc.nat(whole.length), async (a, b) => {
      const [from, to] = [Math.min(a, b), Math.max(a, b)];
      expect(await screen(whole.slice(0, from), whole.slice(from, to), whole.slice(to))).toEqual(once);
    }),
    { numRuns: 60 },
  );
});
