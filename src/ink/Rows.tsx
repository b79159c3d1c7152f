// The one primitive that knows the canvas: a block of finished rows as an Ink element. Everything an app draws with our
// rows is made of it; lay it out with Ink's Box as any other element.
import { Box, Text } from 'ink';
import { createContext, memo, useContext, useEffect, useInsertionEffect, useState } from 'react';
import type { ScreenRow } from '../terminal/output/cell.ts';
import type { Canvas } from './canvas.ts';

/** The canvas that the app is drawn into; `renderOnCanvas` provides it. */
export const CanvasContext = createContext<Canvas | null>(null);

/** Properties of `<Rows>`. */
export interface RowsProps {
  /** Finished rows, each `width` cells wide. */
  readonly rows: readonly ScreenRow[];
  /** Cells. */
  readonly width: number;
}

/** Finished rows in a box of their size: `width` cells by as many rows as there are. Throws outside a canvas. */
export const Rows = memo(function Rows({ rows, width }: RowsProps) {
  const canvas = useContext(CanvasContext);
  if (!canvas) throw new Error('<Rows> needs a canvas: render the app with renderOnCanvas');
  const [handle] = useState(() => canvas.claim());
  // Insertion effects are the last to run before Ink makes its frame of the tree.
  useInsertionEffect(() => canvas.put(handle, rows), [canvas, handle, rows]);
  useEffect(() => () => canvas.release(handle), [canvas, handle]);
  return (
    <Box width={width} height={rows.length} flexShrink={0}>
      {rows.length > 0 && <Text>{handle}</Text>}
    </Box>
  );
});
