import bidiFactory from 'bidi-js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { outputModel } from '../../src/terminal/models/models.ts';
import { encodeRow } from '../../src/terminal/output/encode.ts';
import { type ModelName, modelNames, type Piece } from '../../src/terminal/output/model.ts';
import { createScreen } from '../../src/terminal/output/screen.ts';
import { restyled, rowOf, screenRow } from './rows.ts';

const bidi = bidiFactory();
const mark = '\u200e';

function written(name: ModelName, row: ReturnType<typeof rowOf>): string {
  return text(outputModel(name).encode(row));
}

function text(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (piece.control ? '' : piece.text)).join('');
}

/** Base characters from left to right as a terminal that reorders by UAX #9 shows them, left to right at base. */
function reordered(written: string): string {
  // A combining mark moves with its base (rule L3) and is of no class of its own.
  const bases = written.replace(/\p{M}/gu, '');
  const levels = bidi.getEmbeddingLevels(bases, 'ltr');
  const mirrored = bidi.getMirroredCharactersMap(bases, levels.levels);
  return bidi
    .getReorderedIndices(bases, levels)
    .map((index) => mirrored.get(index) ?? bases[index]!)
    .join('')
    .replaceAll(mark, '');
}

function bases(row: ReturnType<typeof rowOf>): string {
  return row.map((cell) => cell.text.replace(/\p{M}/gu, '')).join('');
}

describe.each(['visual-lrm', 'inverse-lrm'] as const)('%s', (name) => {
  test('is turned back into the visual row by the bidirectional algorithm', () => {
    fc.assert(
      fc.property(screenRow, (row) => {
        expect(reordered(written(name, row))).toBe(bases(row));
      }),
      { numRuns: 1000 },
    );
  });

  test('keeps Arabic numbers with a sign between them where they are', () => {
    expect(reordered(written(name, rowOf('ﺔ ٢-١ ﺏ')))).toBe('ﺔ ٢-١ ﺏ');
  });
});

// What each model does to the order of cells, said as cells and styles, so that no style is lost or moved.
describe.each(modelNames.filter((name) => name !== 'style-split' && name !== 'word-runs'))('%s', (name) => {
  test('gives every character the style of its cell', () => {
    fc.assert(
      fc.property(screenRow, (row) => {
        const looks = row.flatMap((cell) => [...cell.text].map((character) => look(character, cell.style)));
        const pieces = outputModel(name)
          .encode(row)
          .filter((piece) => !piece.control);
        const got = pieces.flatMap((piece) =>
          [...piece.text].filter((c) => c !== mark).map((character) => look(character, piece.style)),
        );
        expect(got.sort()).toEqual(looks.sort());
      }),
    );
  });
});

function look(character: string, style: object): string {
  return (
    character +
    JSON.stringify(
      Object.entries(style)
        .filter(([, value]) => value !== false)
        .sort(),
    )
  );
}

test('every model keeps a letter and its marks together', () => {
  fc.assert(
    fc.property(screenRow, fc.constantFrom(...modelNames), (row, name) => {
      const all = written(name, row);
      for (const cell of row)
        if (name === 'style-split' && cell.text === '│') expect(all).toContain('▏');
        else if (name !== 'word-runs') expect(all).toContain(cell.text);
        else expect(all).toContain([...cell.text][0]);
    }),
  );
});

describe('visual-lrm', () => {
  test('never begins a style or a row with a mark', () => {
    fc.assert(
      fc.property(screenRow, (row) => {
        for (const piece of outputModel('visual-lrm').encode(row)) expect(piece.text[0]).not.toBe(mark);
      }),
    );
  });

  test('has a mark behind every right-to-left cell, behind its combining marks', () => {
    expect(written('visual-lrm', rowOf('aﺔﺑَ(b'))).toBe('aﺔ\u200eﺑَ\u200e(b');
  });
});

describe('inverse-lrm', () => {
  test('writes runs in logical order with marks between and at both ends', () => {
    expect(written('inverse-lrm', rowOf('(ﺪﺟ ﻲﻓ) 12 ab'))).toBe('\u200e(\u200eﻓﻲ ﺟﺪ\u200e) 12 ab\u200e');
  });

  test('has no mark inside a word whose style changes', () => {
    const row = restyled(rowOf('ﻕﺍﺮﻌﻟﺍ'), 0, 4, { background: 0xf4d35e });
    expect(outputModel('inverse-lrm').encode(row)).toEqual([
      { text: mark, style: { background: 0xf4d35e } },
      { text: 'ﺍﻟ', style: {} },
      { text: `ﻌﺮﺍﻕ${mark}`, style: { background: 0xf4d35e } },
    ]);
  });
});

describe('word-runs', () => {
  const bold = { bold: true };

  test('writes the letters of each word in logical order, the words where they stand', () => {
    expect(written('word-runs', rowOf('ﺪﺟ ﻲﻓ ab'))).toBe('ﺟﺪ ﻓﻲ ab');
  });

  test('gives what touches a word the other weight', () => {
    expect(outputModel('word-runs').encode(rowOf('x .ﺪﺟ'))).toEqual([
      { text: 'x ', style: {} },
      { text: '.', style: bold },
      { text: 'ﺟﺪ', style: {} },
    ]);
  });

  test('gives both brackets of a pair one weight', () => {
    const weights = outputModel('word-runs')
      .encode(rowOf('(2 ab ﺪﺟ)'))
      .flatMap((piece) => [...piece.text].map((character) => [character, piece.style.bold === true]));
    expect(weights.filter(([character]) => character === '(' || character === ')')).toEqual([
      ['(', true],
      [')', true],
    ]);
  });

  test('leaves bold for what touches a bold word', () => {
    expect(outputModel('word-runs').encode(rowOf('.ﺪﺟ', bold))).toEqual([
      { text: '.', style: { bold: false } },
      { text: 'ﺟﺪ', style: bold },
    ]);
  });

  test('never changes weight inside a word, always between a word and what touches it', () => {
    // No run goes over from letters that most fonts have to those that they lack.
    const kind = ({ text, rtl }: { text: string; rtl: boolean }) =>
      !rtl && !/^[٠-٩۰-۹]/.test(text) ? 'other' : /^[א-תے]/.test(text) ? 'rare' : 'word';
    fc.assert(
      fc.property(screenRow, (row) => {
        const weights = outputModel('word-runs')
          .encode(row)
          .flatMap((piece) =>
            [...piece.text].filter((c) => !/\p{M}/u.test(c)).map(() => piece.style.bold === true),
          );
        // A word keeps its place, so cell by cell the row says what belongs to one.
        for (let at = 1; at < row.length; at++) {
          const [before, here] = [row[at - 1]!, row[at]!];
          const [left, right] = [kind(before), kind(here)];
          if (before.text === ' ' || here.text === ' ' || (left === 'other' && right === 'other')) continue;
          // Between three kinds, two weights cannot all differ: a sign between both kinds of letters heeds the common.
          if ([left, right].includes('rare') && [left, right].includes('other')) continue;
          expect(weights[at] === weights[at - 1]).toBe(left === right);
        }
      }),
    );
  });

  test('turns numbers in Arabic and Persian digits, which are drawn as words are', () => {
    expect(written('word-runs', rowOf('١٤ ۱۴ 14'))).toBe('٤١ ۴۱ 14');
    // The sign of per cent is heavier, rather than the longer number.
    expect(outputModel('word-runs').encode(rowOf('٪3.5'))).toEqual([
      { text: '٪', style: bold },
      { text: '3.5', style: {} },
    ]);
  });

  test('keeps one mark a letter, the shadda if there is one', () => {
    expect(written('word-runs', rowOf('ﺪَّﺟِ'))).toBe('ﺟِﺪّ');
  });

  test('leaves the hamza over a last heh out', () => {
    expect(written('word-runs', rowOf('ﻪٔﺘﻔﮔ'))).toBe('ﮔﻔﺘﻪ');
  });

  test('makes a run of their own of letters that many fonts lack, each run turned by itself', () => {
    // Urdu: bare, of which the last letter comes from another font than the others.
    expect(outputModel('word-runs').encode(rowOf('.ﮯﮍﺑ'))).toEqual([
      { text: '.', style: {} },
      { text: 'ﮯ', style: bold },
      { text: 'ﺑﮍ', style: {} },
    ]);
    expect(written('word-runs', rowOf('ﮯﮨ'))).toBe('ﮨﮯ');
  });

  test('leaves a color inside a word at its place, since letters are turned and colors are not', () => {
    const row = restyled(rowOf('ﻕﺍﺮﻌﻟﺍ'), 0, 4, { background: 0xf4d35e });
    expect(outputModel('word-runs').encode(row)).toEqual([
      { text: 'ﺍﻟﻌﺮ', style: { background: 0xf4d35e } },
      { text: 'ﺍﻕ', style: {} },
    ]);
  });
});

describe('style-split', () => {
  test('gives a right-to-left cell another color than its neighbors, a step of blue from its own at most', () => {
    fc.assert(
      fc.property(screenRow, (row) => {
        const pieces = outputModel('style-split', 'light').encode(row);
        const colors = pieces.flatMap((piece) =>
          [...piece.text].filter((c) => !/\p{M}/u.test(c)).map(() => piece.style.foreground!),
        );
        for (const [at, cell] of row.entries()) {
          expect(Math.abs(colors[at]! - (cell.style.foreground ?? 0))).toBeLessThanOrEqual(1);
          if (at > 0 && (cell.rtl || row[at - 1]!.rtl)) expect(colors[at]).not.toBe(colors[at - 1]);
        }
      }),
    );
  });

  test('a rule is a block, which stands in its cell however wide the letters before it are', () => {
    const pieces = outputModel('style-split', 'dark').encode(rowOf('ﮯﮯ  │ a'));
    expect(pieces.map(({ text }) => text).join('')).toBe('ﮯﮯ  ▏ a');
  });

  test('says every color, so that text can be read whatever the terminal’s own are', () => {
    for (const [ground, paper] of [
      ['dark', 0],
      ['unknown', 0],
      ['light', 0xffffff],
    ] as const)
      for (const piece of outputModel('style-split', ground).encode(rowOf('a ﺏ'))) {
        expect(piece.style.background).toBe(paper);
        expect(Math.abs(piece.style.foreground! - paper)).toBeGreaterThan(0xe00000);
      }
  });
});

describe('explicit-visual', () => {
  test('says at the start of every row that it is not to be reordered', () => {
    expect(encodeRow(rowOf('ﺏ'), outputModel('explicit-visual'), 'none')).toBe('\x1b[8lﺏ');
  });

  test('and before what stands in the row is erased, which would keep its old mode', () => {
    const written: string[] = [];
    const sink = { write: (text: string) => void written.push(text), writeNow: () => {}, close: () => {} };
    createScreen(sink, outputModel('explicit-visual'), 'none').draw({ rows: [rowOf('ﺏ')], cursor: null });
    expect(written.join('')).toContain('\x1b[1H\x1b[8l\x1b[Kﺏ');
  });
});

describe('logical', () => {
  test('is the source, whatever order the cells stand in', () => {
    fc.assert(
      fc.property(screenRow, fc.infiniteStream(fc.nat()), (row, random) => {
        const source = row.map((cell) => cell.source).join('');
        const order = row.map((cell) => ({ cell, key: random.next().value as number }));
        const shuffled = order.sort((a, b) => a.key - b.key).map(({ cell }) => cell);
        expect(written('logical', shuffled)).toBe(source);
      }),
    );
  });

  test('keeps two texts side by side apart, and padding where it is', () => {
    // Two texts of their own, each turned round, a rule between them.
    const left = rowOf('cba').map((cell, index) => ({ ...cell, start: 2 - index, end: 3 - index }));
    const rule = rowOf('│').map((cell) => ({ ...cell, source: '', end: cell.start }));
    const right = rowOf('  zyx').map((cell, index) => ({
      ...cell,
      start: 14 - index,
      end: index < 2 ? 14 - index : 15 - index,
    }));
    expect(written('logical', [...left, ...rule, ...right])).toBe('abc│  xyz');
  });

  test('puts labels side by side in order each by itself, and shows a cut as the cut', () => {
    const label = (text: string) =>
      rowOf(text).map((cell, index, { length }) => ({
        ...cell,
        start: length - 1 - index,
        end: length - index,
      }));
    const rule = rowOf('│').map((cell) => ({ ...cell, start: 0, end: 0 }));
    const cut = { ...rowOf('…')[0]!, source: ' and so on', start: 3, end: 13 };
    const row = [
      ...label('cba'),
      ...label('ed'),
      ...rowOf('  '),
      cut,
      ...label('zyx'),
      ...rule,
      ...label('nml'),
    ];
    expect(written('logical', row)).toBe('abcde  xyz…│lmn');
  });

  test('keeps a justified row in one piece', () => {
    const row = rowOf('fe..dc.ba').map((cell, index) => {
      const start = index < 3 ? 7 - index : 8 - index;
      if (index === 3) return { ...cell, text: ' ', source: '', start, end: start };
      return cell.text === '.'
        ? { ...cell, text: ' ', source: ' ', start, end: start + 1 }
        : { ...cell, start, end: start + 1 };
    });
    expect(written('logical', row)).toBe('ab cd  ef');
  });

  test('shows the replacement of a control, never the control', () => {
    const row = rowOf('a␛b').map((cell) => (cell.text === '␛' ? { ...cell, source: '\x1b' } : cell));
    expect(written('logical', row)).toBe('a␛b');
  });
});
