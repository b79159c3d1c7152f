import type { Size } from '../../terminal/session.ts';
import type { Direction } from '../../text/direction.ts';

/** Below this the program asks for a larger window: a sentence and its footer no longer fit. */
export const smallest: Size = { columns: 40, rows: 10 };

/** Widest line of prose, in cells: typographers ask for 45 to 75 characters a line, 66 being the classic middle. */
export const measure = 66;

/** Cells between the page's edge and its text; the bar of the current paragraph stands in the starting margin. */
const margin = 3;

/** The sidebar's share of the screen, and its bounds in cells: beyond the widest a line of a list is read no better. */
const sidebarShare = 0.38;
const sidebarNarrowest = 24;
const sidebarWidest = 60;

/** Narrowest article beside a sidebar, margins included; on a screen narrower than both the sidebar covers the article. */
const articleNarrowest = 40;

/** A stretch of columns. */
export interface Columns {
  readonly left: number;
  readonly width: number;
}

/** Where everything stands on the screen. */
export interface Geometry {
  readonly size: Size;
  readonly direction: Direction;
  /** Rows above the footer; row 0 is left blank for air where the screen is high enough. */
  readonly body: { readonly top: number; readonly height: number };
  /** Null where the sidebar is closed, or has to make way for the article. */
  readonly sidebar: Columns | null;
  /** Column of the thin rule between the two, or null. */
  readonly rule: number | null;
  /** Null where the sidebar covers it on a narrow screen. */
  readonly article: Columns | null;
  /** The text inside the article's pane, as wide as the measure allows. */
  readonly text: Columns;
  readonly footer: number;
}

/**
 * Places the panes. In a right-to-left article the sidebar is on the left of the page; mirrored for left-to-right. What
 * the page does not need the sidebar has, as far as it is read well; beyond that the two stand together in the middle. Where
 * they do not fit side by side, the one with the focus has the screen.
 */
export function geometry(
  size: Size,
  direction: Direction,
  sidebar: 'closed' | 'open' | 'focused',
  widest = measure,
): Geometry {
  const { columns, rows } = size;
  const air = rows >= 16 ? 1 : 0;
  const body = { top: air, height: Math.max(1, rows - 2 * air - 1) };
  const footer = rows - 1;
  const share = Math.max(sidebarNarrowest, Math.floor(columns * sidebarShare));
  const page = widest + 2 * margin;
  const side = Math.min(sidebarWidest, Math.max(share, columns - 1 - page));
  const isNarrow = Math.min(side, share) + 1 + articleNarrowest > columns;
  if (sidebar === 'closed' || isNarrow) {
    const whole = { left: 0, width: columns };
    const isList = sidebar === 'focused';
    const common = { size, direction, body, rule: null, footer };
    return {
      ...common,
      sidebar: isList ? whole : null,
      article: isList ? null : whole,
      text: textIn(whole, widest),
    };
  }
  const width = Math.min(page, columns - side - 1);
  const left = Math.floor((columns - side - 1 - width) / 2);
  const isMirrored = direction === 'rtl';
  const list = { left: isMirrored ? left : left + width + 1, width: side };
  const article = { left: isMirrored ? left + side + 1 : left, width };
  const rule = isMirrored ? left + side : left + width;
  return { size, direction, body, sidebar: list, rule, article, text: textIn(article, widest), footer };
}

/** The text in the middle of its pane. */
function textIn(pane: Columns, widest: number): Columns {
  const width = Math.max(1, Math.min(widest, pane.width - 2 * margin));
  return { left: pane.left + Math.floor((pane.width - width) / 2), width };
}
