/**
 * Lists: what stands before an item, and how far its text stands in.
 */

/** What is asked of a block here. */
interface Listed {
  /** How many lists are around it. */
  readonly lists?: number | undefined;
  readonly marker?: string | undefined;
}

/** Cells of the narrowest marker with its blank, and of the widest that is given room: `1000.` is, a sentence is not. */
const narrowest = 2;
const widest = 7;

/**
 * How many cells each block stands in, since lists are around it: as far as the widest markers of those lists take,
 * so that the texts of a list begin below each other.
 */
export function hangsOf(blocks: readonly Listed[]): number[] {
  const hangs: number[] = [];
  /** The lists that are open: the widest marker, and the blocks that stand in it. */
  const open: { width: number; blocks: number[] }[] = [];
  const close = (): void => {
    const { width, blocks } = open.pop()!;
    for (const block of blocks) hangs[block]! += width;
  };
  for (const [index, { lists = 0, marker = '' }] of blocks.entries()) {
    hangs.push(0);
    while (open.length > lists) close();
    while (open.length < lists) open.push({ width: narrowest, blocks: [] });
    const list = open[lists - 1];
    if (list) list.width = Math.max(list.width, Math.min(widest, marker.length + 1));
    // No page is wide enough for more.
    for (const around of open.slice(-deepest)) around.blocks.push(index);
  }
  while (open.length > 0) close();
  return hangs;
}

/** Lists inside one another that are still told apart. */
const deepest = 16;

const romans = [
  ['m', 1000],
  ['cm', 900],
  ['d', 500],
  ['cd', 400],
  ['c', 100],
  ['xc', 90],
  ['l', 50],
  ['xl', 40],
  ['x', 10],
  ['ix', 9],
  ['v', 5],
  ['iv', 4],
  ['i', 1],
] as const;

function roman(number: number): string | undefined {
  if (number < 1 || number > 3999) return undefined;
  let written = '';
  let rest = number;
  for (const [sign, value] of romans) for (; rest >= value; rest -= value) written += sign;
  return written;
}

function letters(number: number): string | undefined {
  let written = '';
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26))
    written = String.fromCharCode(0x61 + ((rest - 1) % 26)) + written;
  return written === '' ? undefined : written;
}

function digits(number: number, zero: number): string {
  return String(number).replace(/\d/g, (digit) => String.fromCharCode(zero + Number(digit)));
}

/** The number of an item as a style of CSS Lists and Counter Styles writes it; in ASCII digits where it does not. */
export function ordinal(number: number, style: string): string {
  switch (style) {
    case 'lower-alpha':
    case 'lower-latin':
      return letters(number) ?? String(number);
    case 'upper-alpha':
    case 'upper-latin':
      return letters(number)?.toUpperCase() ?? String(number);
    case 'lower-roman':
      return roman(number) ?? String(number);
    case 'upper-roman':
      return roman(number)?.toUpperCase() ?? String(number);
    case 'arabic-indic':
      return digits(number, 0x660);
    case 'persian':
    case 'urdu':
      return digits(number, 0x6f0);
  }
  return String(number);
}

/** The style that the `type` of an `ol` names; case counts. */
export const listTypes: Readonly<Record<string, string>> = {
  a: 'lower-alpha',
  A: 'upper-alpha',
  i: 'lower-roman',
  I: 'upper-roman',
};

/** What stands before a task that is done, and before one that is not. */
export const boxes = { done: '☑', open: '☐' } as const;
