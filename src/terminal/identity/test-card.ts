import type { Direction } from '../../text/direction.ts';
import { layoutLine } from '../../text/layout.ts';
import type { Frame, ScreenRow, StyledCell } from '../output/cell.ts';
import { plain, type Style } from '../output/style.ts';
import type { Size } from '../session.ts';
import type { Detection } from './detection.ts';

/** A line that shows one thing, and how it looks when it is right. */
interface Sample {
  readonly text: string;
  readonly right: string;
  /** Letters that stand on a color of their own. */
  readonly marked?: string;
}

const samples: readonly Sample[] = [
  { text: 'السلام عليكم ورحمة الله', right: 'Starts at the line; letters join.' },
  { text: 'لا إله إلا الله', right: 'No hole behind لا.' },
  { text: '(قوس) [مربع] «اقتباس»', right: 'Every bracket embraces its word.' },
  { text: 'في 2014 و١٤٣٦ نحو 3.5٪', right: '2014, then ١٤٣٦, then 3.5 and its sign.' },
  {
    text: 'طائرة F-4 Phantom (فانتوم).',
    right: 'F-4 Phantom is readable; full stop left.',
  },
  { text: 'مُحَمَّدٌ رَسُولٌ', right: 'Every mark is at its letter.' },
  { text: 'والعراقية', marked: 'عراق', right: 'Four letters have a ground; all join.' },
  { text: 'گفت‌وگوی ۱۲ پژوهشگر', right: 'Persian: letters join.' },
  { text: 'ٹھیک ہے، بڑے لوگ', right: 'Urdu: the letters join.' },
  { text: 'שלום (עולם) 12', right: 'Hebrew; 12 reads 12.' },
];

const hidden = 'Marks are hidden: it draws them wrongly.';
const heading: Style = { bold: true };
const soft: Style = { dim: true };
const ground: Style = { background: 0xf4d35e, foreground: 0x000000 };

/** Columns that a sample takes, the rule after it not counted. */
const sampleWidth = 30;

/** The test card as rows of the given width, in cells. */
export function testCard(detection: Detection, columns: number): ScreenRow[] {
  const left = Math.min(sampleWidth, Math.max(1, columns - 4));
  const title = `${detection.terminal.name}: ${detection.model}`;
  const rows = [line(title, columns, heading), line('', columns, plain)];
  for (const sample of samples) {
    const tashkeel = /\p{M}/u.test(sample.text);
    const text = tashkeel && detection.tashkeel === 'hide' ? sample.text.replace(/\p{M}/gu, '') : sample.text;
    const right = tashkeel && detection.tashkeel === 'hide' ? hidden : sample.right;
    rows.push(cardRow({ ...sample, text, right }, left, columns), line('', left, plain, columns));
  }
  rows.push(line('The line in the middle is straight, and no row is longer or shorter.', columns, soft));
  return rows;
}

/** The card as a frame, cut to the screen, with a last row that says how to go on. */
export function cardFrame(detection: Detection, size: Size): Frame {
  const rows = testCard(detection, size.columns).slice(0, size.rows - 1);
  while (rows.length < size.rows - 1) rows.push(line('', size.columns, plain));
  rows.push(line('Any key: back, with the report.', size.columns, soft));
  return { rows, cursor: null };
}

function cardRow({ text, marked, right }: Sample, left: number, columns: number): StyledCell[] {
  const start = marked === undefined ? -1 : text.indexOf(marked);
  const cells = laid(text, left, 'rtl').map((cell) =>
    start >= 0 && cell.source !== '' && cell.start >= start && cell.start < start + marked!.length
      ? { ...cell, style: ground }
      : { ...cell, style: plain },
  );
  return beside(cells, right, columns);
}

/** A row that is text from `width` cells on the left, or with `columns`, only up to the rule in the middle. */
function line(text: string, width: number, style: Style, columns?: number): StyledCell[] {
  const cells = laid(text, width, 'ltr').map((cell) => ({ ...cell, style }));
  return columns === undefined ? cells : beside(cells, '', columns);
}

function beside(cells: StyledCell[], text: string, columns: number): StyledCell[] {
  const room = columns - cells.length - 3;
  if (room < 1) return cells.concat(laid('', columns - cells.length, 'ltr').map(styled(plain)));
  return [
    ...cells,
    ...laid(' │ ', 3, 'ltr').map(styled(soft)),
    ...laid(text, room, 'ltr').map(styled(plain)),
  ];
}

function laid(text: string, width: number, direction: Direction) {
  return layoutLine(text, { width, direction }).cells;
}

function styled(style: Style): (cell: ReturnType<typeof laid>[number]) => StyledCell {
  return (cell) => ({ ...cell, style });
}
