import { shownRows } from '../panes/library/draw.ts';
import { rowsEach } from '../panes/library/reduce.ts';
import { sidebarPane } from '../panes/lists/draw.ts';
import { pageRows } from '../reader/page/page.ts';
import type { Command } from '../reader/state/command.ts';
import { geometryOf, type ReaderState, viewOf } from '../reader/state/state.ts';

/** Rows a turn of the wheel moves the page by. */
const wheelRows = 3;

/** What the mouse asks for at a cell of the screen (row and column from 0), or null. */
export function pointAt(
  state: ReaderState,
  act: 'press' | 'wheel-up' | 'wheel-down',
  row: number,
  column: number,
): Command | null {
  const { sidebar, article, body } = geometryOf(state);
  if (state.help !== null)
    return act === 'press' ? { type: 'leave' } : { type: 'scrollHelp', by: act === 'wheel-up' ? -1 : 1 };
  if (state.library) {
    if (act !== 'press') return { type: 'list', by: act === 'wheel-up' ? -1 : 1 };
    const at = row - body.top;
    const pressed = shownRows(state, state.library).find(({ top }) => at >= top && at < top + rowsEach);
    return pressed ? { type: 'choose', index: pressed.index } : null;
  }
  const inSidebar = sidebar && column >= sidebar.left && column < sidebar.left + sidebar.width;
  if (act !== 'press') {
    const by = act === 'wheel-up' ? -1 : 1;
    return inSidebar && state.focus === 'sidebar'
      ? { type: 'list', by }
      : { type: 'scroll', by: by * wheelRows };
  }
  const at = row - body.top;
  if (at < 0 || at >= body.height) return null;
  if (inSidebar) {
    const { header, items } = sidebarPane(state);
    let from = header.length;
    for (const { index, rows } of items) {
      if (at >= from && at < from + rows.length) return { type: 'choose', index };
      from += rows.length;
    }
    return null;
  }
  if (!article) return null;
  const hit = pageRows(viewOf(state), state.top)[at];
  return hit?.row ? { type: 'goTo', offset: state.article.blocks[hit.block]!.span.start } : null;
}
