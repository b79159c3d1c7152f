import type { Size } from '../../terminal/session.ts';
import type { Direction } from '../../text/direction.ts';

/** Below this the program asks for a larger window: a sentence and its footer no longer fit. */
export const smallest: Size = { columns: 40, rows: 10 };

/** Widest line of prose, in cells: typographers ask for 45 to 75 characters a line, 66 being the classic middle. */
export const measure = 66;

/** Cells between the page's edge and its text; the bar of the current paragraph stands in the starting margin. */
const margin = 3;

/** The sidebar's share of the screen, and its bounds in cells. */
const sidebarShare = 0.38;
const sidebarNarrowest = 24;
const sidebarWidest = 44;

/** Narrowest article beside a sidebar, margins included; on a screen narrower than both the sidebar covers the article. */
const articleNarrowest = 40;

/** On a wide screen the page moves away from its starting edge by at most so many cells more. */
const widestInset = 12;

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
 * Places the panes. In a right-to-left article the sidebar is on the left, and the page hangs from its right edge;
 * mirrored for left-to-right. Where they do not fit side by side, the one with the focus has the screen.
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
  const mirrored = direction === 'rtl';
  const side = Math.min(sidebarWidest, Math.max(sidebarNarrowest, Math.floor(columns * sidebarShare)));
  const both = side + 1 + articleNarrowest <= columns;
  const textIn = (pane: Columns): Columns => {
    const width = Math.max(1, Math.min(widest, pane.width - 2 * margin));
    // The page hangs near its starting edge, and moves in a little where the screen is wide.
    const start = margin + Math.min(widestInset, Math.floor((pane.width - 2 * margin - width) / 2));
    return { left: mirrored ? pane.left + pane.width - start - width : pane.left + start, width };
  };
  const footer = rows - 1;
  if (sidebar === 'closed' || !both) {
    const whole = { left: 0, width: columns };
    const list = sidebar === 'focused';
    return {
      size,
      direction,
      body,
      sidebar: list ? whole : null,
      rule: null,
      article: list ? null : whole,
      text: textIn(whole),
      footer,
    };
  }
  const list = { left: mirrored ? 0 : columns - side, width: side };
  const article = { left: mirrored ? side + 1 : 0, width: columns - side - 1 };
  const rule = mirrored ? side : columns - side - 1;
  return { size, direction, body, sidebar: list, rule, article, text: textIn(article), footer };
}
