// `maqal/ink`: right-to-left text in any Ink app. Bundled by itself, since React and Ink must be the app's own.
export { BidiText, type BidiTextProps } from '../ink/BidiText.tsx';
export type { Alignment, StyledSpan, TextStyle } from '../ink/paragraph.ts';
export { Rows, type RowsProps } from '../ink/Rows.tsx';
export type { BidiTextHandle, BlockCell, Stretch } from '../ink/source.ts';
export type { ScreenRow, StyledCell } from '../terminal/output/cell.ts';
export { type RtlOptions, rtl } from './rtl.ts';
