import { expect, test } from 'vitest';
import { frameOf } from '../../src/app/frame.ts';
import { commandOf } from '../../src/app/input.ts';
import { helpColumns } from '../../src/panes/help/lines.ts';
import { reduce } from '../../src/panes/reducer.ts';
import type { ReaderState } from '../../src/reader/state/state.ts';
import type { Key } from '../../src/terminal/input/key.ts';
import { openSample } from '../reader/sample.ts';

function keys(state: ReaderState, ...pressed: (string | Key)[]): ReaderState {
  let now = state;
  for (const key of pressed) {
    const command = commandOf(now, typeof key === 'string' ? { name: 'char', text: key } : key);
    if (command) now = reduce(now, command).state;
  }
  return now;
}
const labels = (state: ReaderState) =>
  helpColumns(state)
    .flat()
    .flatMap((line) => (line.kind === 'key' ? [line.label] : []));

test('help is searched by what keys do and are called, folded as texts are', async () => {
  for (const [name, typed, expected] of [
    ['en', 'QUO', 'next quote'],
    ['ar', 'ملاحظه', 'ملاحظة على الفقرة أو التحديد'],
    ['en', 'ctrl-o', 'back to where I was'],
  ] as const) {
    const help = keys(await openSample(name), '?');
    const all = labels(help).length;
    const found = keys(help, '/', ...typed);
    expect(labels(found)).toContain(expected);
    expect(labels(found).length).toBeLessThan(all / 4);
    expect(frameOf(found).cursor).not.toBeNull();
    // Enter keeps what was found, and the keys of moving are keys again.
    const done = keys(found, { name: 'enter' });
    expect(labels(done)).toEqual(labels(found));
    expect(frameOf(done).cursor).toBeNull();
    expect(keys(done, 'j').help).not.toBeNull();
    // Esc leaves the search, then help.
    const left = keys(done, { name: 'escape' });
    expect([labels(left).length, left.help]).toEqual([all, 0]);
    expect(keys(left, { name: 'escape' })).toMatchObject({ help: null, helpQuery: null });
  }
});

test('what is not found leaves an empty page, and erasing nothing leaves the prompt', async () => {
  const help = keys(await openSample('en'), '?', '/', 'z', 'z', 'z');
  expect(labels(help)).toEqual([]);
  expect(frameOf(help).rows).toHaveLength(30);
  const back: Key = { name: 'backspace' };
  expect(keys(help, back, back, back, back)).toMatchObject({ help: 0, helpQuery: null });
});

const selecting = {
  ar: ['تحديد النص كما كُتب', 'الطرفية نفسها'],
  fa: ['انتخاب متن به ترتیب نوشته', 'خود پایانه'],
  he: ['בחירת הטקסט כפי שנכתב', 'המסוף עצמו'],
  ur: ['متن چنیں، جیسا لکھا ہے', 'ٹرمینل کا اپنا'],
  en: ['select text, as', 'the terminal’s own'],
} as const;

test('help says what the mouse does, and how to select as the terminal does', async () => {
  for (const name of ['ar', 'fa', 'he', 'ur', 'en'] as const) {
    const help = keys(await openSample(name), '?');
    const lines = helpColumns(help)
      .flat()
      .filter((line) => line.kind === 'key');
    const shift = lines.filter(({ keys }) => keys[0] === 'Shift');
    expect(shift, name).toHaveLength(1);
    // Selecting as the text goes, and as the terminal does.
    const [drag, terminal] = selecting[name];
    expect(shift[0]!.label).toContain(terminal);
    expect(lines.filter(({ label }) => label.includes(drag)).length, name).toBeGreaterThan(0);
    // In the order of help it comes last, and it is found as keys are.
    expect(labels(keys(help, '/', 'Shift'))).toContain(shift[0]!.label);
  }
});

/** What the screen shows, row by row from the left. */
const rowsOf = (state: ReaderState): string[] =>
  frameOf(state).rows.map((row) => row.map(({ text }) => text).join(''));

test.each(['ar', 'en', 'fa', 'he', 'ur'] as const)(
  'help cuts nothing that a key does, at any width: %s',
  async (name) => {
    for (const columns of [60, 88, 90, 100, 120, 160]) {
      const help = keys(await openSample(name, { columns, rows: 200 }), '?');
      expect(rowsOf(help).slice(0, -1).join('')).not.toContain('…');
    }
  },
);

test('the footer says that help goes on, as long as it does', async () => {
  const help = keys(await openSample('en', { columns: 100, rows: 20 }), '?');
  expect(rowsOf(help).at(-1)).toContain('more');
  const last = keys(help, 'G');
  expect(last.help).toBeGreaterThan(0);
  expect(rowsOf(last).at(-1)).not.toContain('more');
});
