// Text in any direction as one Ink element: laid out by `maqal/text`, drawn as the blocks of our own panes are.
import { Box, type DOMElement, measureElement, Text, useStdout } from 'ink';
import {
  type ReactNode,
  type Ref,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { blocksOf } from './blocks.ts';
import { type ParagraphLook, paragraphRows, type TextStyle } from './paragraph.ts';
import { Rows } from './Rows.tsx';
import { type BidiTextHandle, handleOf } from './source.ts';

/** Properties of `<BidiText>`; looks are named as those of Ink's `<Text>`. */
export interface BidiTextProps
  extends TextStyle,
    Pick<ParagraphLook, 'direction' | 'align' | 'tashkeel' | 'spans'> {
  /** Cells; by default all the room that its box has. */
  readonly width?: number | undefined;
  /** The text, strings and numbers alone. What it is copied or read from stays as it is. */
  readonly children?: ReactNode;
  /** Gives the text as it is copied. */
  readonly ref?: Ref<BidiTextHandle>;
}

/**
 * A text of any script in a box: wrapped, reordered, its letters joined, hanging from the side where it begins. Where
 * `stdout` is not `rtl(process.stdout)`, or is no terminal, it is Ink's `<Text>`.
 */
export function BidiText({
  width,
  direction,
  align,
  tashkeel,
  spans,
  children,
  ref,
  ...style
}: BidiTextProps) {
  const { stdout } = useStdout();
  const box = useRef<DOMElement>(null);
  const [room, setRoom] = useState(0);
  const text = textOf(children);
  const { color, backgroundColor, bold, dimColor, italic, underline, strikethrough, inverse } = style;
  const cells = width ?? room;
  const rows = useMemo(
    () =>
      cells < 1
        ? []
        : paragraphRows(text, {
            width: cells,
            direction,
            align,
            tashkeel,
            spans,
            style: { color, backgroundColor, bold, dimColor, italic, underline, strikethrough, inverse },
          }),
    [
      text,
      cells,
      direction,
      align,
      tashkeel,
      spans,
      color,
      backgroundColor,
      bold,
      dimColor,
      italic,
      underline,
      strikethrough,
      inverse,
    ],
  );
  useImperativeHandle(ref, () => handleOf(text, rows, stdout), [text, rows, stdout]);
  // Ink knows how wide a box is only after it has laid it out.
  useLayoutEffect(() => {
    if (width !== undefined || !box.current) return;
    const measured = measureElement(box.current).width;
    if (measured !== room) setRoom(measured);
  });
  if (!blocksOf(stdout)) return <Text {...(style as object)}>{text}</Text>;
  if (width !== undefined) return <Rows rows={rows} width={cells} />;
  return (
    <Box ref={box} flexGrow={1} minHeight={1}>
      <Rows rows={rows} width={cells} />
    </Box>
  );
}

/** Strings and numbers, one after the other. */
function textOf(node: ReactNode): string {
  if (Array.isArray(node)) return node.map(textOf).join('');
  return typeof node === 'string' || typeof node === 'number' ? String(node) : '';
}
