import { type Direction, lettersOf } from '../../text/direction.ts';
import type { Span } from '../../text/span.ts';
import type { BlockKind, Table } from '../model/article.ts';
import { type BlockDirection, blockDirection } from './direction.ts';

/** What is asked of a block for its direction. */
export interface Directed {
  readonly kind: BlockKind;
  readonly span: Span;
  /** Declared, by the block or by what is around it. */
  readonly direction?: Direction | 'auto' | undefined;
  /** How many lists are around it. */
  readonly lists?: number | undefined;
  /** Its spans that have no say: inline code. */
  readonly silent: readonly Span[];
}

/**
 * The directions of the blocks of a text: each its own, all rows of a table one, the items of a list on one side.
 * `around` is that of the article; `inherited` is declared for all of it.
 */
export function directionsOf(
  text: string,
  blocks: readonly Directed[],
  around: Direction,
  inherited: Direction | undefined,
  tables: readonly Pick<Table, 'first' | 'end'>[],
): BlockDirection[] {
  const found = blocks.map((block) => directionIn(text, block, block.span, around, inherited));
  for (const { first, end } of tables) {
    // A table has one direction, by all of its words.
    const whole = { start: blocks[first]!.span.start, end: blocks[end - 1]!.span.end };
    const silent = blocks.slice(first, end).flatMap((row) => row.silent);
    const { side } = directionIn(text, { ...blocks[first]!, silent }, whole, around, inherited);
    found.fill({ direction: side, side }, first, end);
  }
  alignItems(blocks, found, around);
  return found;
}

function directionIn(
  text: string,
  { kind, direction, silent }: Directed,
  span: Span,
  around: Direction,
  inherited: Direction | undefined,
): BlockDirection {
  if (kind === 'code') {
    // Code is left-to-right, a poem that was set as code is not.
    const { left, right } = lettersOf(text, span.start, span.end);
    const own = right > 0 && left === 0 ? 'rtl' : 'ltr';
    return { direction: own, side: own };
  }
  return blockDirection(text, span, { around, declared: direction ?? inherited, silent });
}

/** Where one item of a list begins on the side of the article, all do: their markers stand below each other. */
function alignItems(blocks: readonly Directed[], found: BlockDirection[], around: Direction): void {
  for (let first = 0; first < blocks.length; first++) {
    let end = first;
    while (end < blocks.length && blocks[end]!.lists) end++;
    const list = found.slice(first, end);
    if (list.some(({ side }) => side === around))
      for (const [index, { direction }] of list.entries())
        if (blocks[first + index]!.kind !== 'code' && direction === 'ltr')
          found[first + index] = { direction, side: around };
    first = Math.max(first, end - 1);
  }
}
