import type { Span } from '../../text/span.ts';
import type { Block } from './article.ts';

/** What parts the cells of a row. */
export const cellSeparator = '\t';

/** The cells of a row in its text, the empty ones too; of any other block the block itself. */
export function cellSpans(text: string, { kind, span }: Pick<Block, 'kind' | 'span'>): Span[] {
  if (kind !== 'row') return [span];
  const cells: Span[] = [];
  let { start } = span;
  for (;;) {
    const cut = text.indexOf(cellSeparator, start);
    if (cut < 0 || cut >= span.end) break;
    cells.push({ start, end: cut });
    start = cut + 1;
  }
  cells.push({ start, end: span.end });
  return cells;
}
