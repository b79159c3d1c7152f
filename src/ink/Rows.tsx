// The one primitive that knows of blocks: finished rows as an Ink element. Everything an app draws with our rows is made of
// it; lay it out with Ink's Box as any other element.
import { Box, Text, useStdout } from 'ink';
import { memo, useEffect, useInsertionEffect, useMemo } from 'react';
import type { ScreenRow } from '../terminal/output/cell.ts';
import { blocksOf } from './blocks.ts';

/** Properties of `<Rows>`. */
export interface RowsProps {
  /** Finished rows, each `width` cells wide. */
  readonly rows: readonly ScreenRow[];
  /** Cells. */
  readonly width: number;
}

const none: readonly ScreenRow[] = [];

/**
 * Finished rows in a box of their size: `width` cells by as many rows as there are. Throws in an app whose `stdout` does
 * not know of them: it must be `rtl(process.stdout)`.
 */
export const Rows = memo(function Rows({ rows, width }: RowsProps) {
  const blocks = blocksOf(useStdout().stdout);
  if (!blocks)
    throw new Error('<Rows> needs a stdout that knows of it: render(app, {stdout: rtl(process.stdout)})');
  const first = blocks.takesAllFrames ? none : rows;
  const handle = useMemo(() => blocks.claim(first), [blocks, first]);
  // Insertion effects are the last to run before Ink makes its frame of the tree.
  useInsertionEffect(() => blocks.put(handle, rows), [blocks, handle, rows]);
  useEffect(() => () => blocks.release(handle), [blocks, handle]);
  return (
    <Box width={width} height={rows.length} flexShrink={0}>
      {rows.length > 0 && <Text>{handle}</Text>}
    </Box>
  );
});
