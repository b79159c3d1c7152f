// Where the panes of a state stand and what is in them: worked out once, for the first frame, for Ink and for the mouse.

import { remembered } from '../panes/draw/remembered.ts';
import { styleOf } from '../panes/draw/theme.ts';
import { allPanes, type PaneName } from '../panes/index.ts';
import { type Context, type Pane, type Placed, sameRows } from '../panes/pane.ts';
import { smallest } from '../reader/page/geometry.ts';
import { geometryOf, type ReaderState, viewOf } from '../reader/state/state.ts';
import { words } from '../reader/words/words.ts';

/** A pane of the screen. */
export interface PlacedPane extends Placed {
  readonly pane: Pane & { readonly name: PaneName };
}

/** The screen of a state: what its panes are drawn from, and those that are to be seen. */
export interface Layout {
  readonly context: Context;
  readonly placed: readonly PlacedPane[];
}

/** Lays out the screen of a state. The same state gives the very same layout. */
export const layoutOf = remembered((state: ReaderState): Layout => {
  const context = contextOf(state);
  const placed = allPanes.flatMap((pane): PlacedPane[] => {
    const area = pane.area(context);
    return area ? [{ pane, ...area, drawing: pane.draw(context, area) }] : [];
  });
  return { context, placed };
});

function contextOf(state: ReaderState): Context {
  const { preferences, size, help, library } = state;
  const isSmall = size.columns < smallest.columns || size.rows < smallest.rows;
  return {
    state,
    geometry: geometryOf(state),
    cover: isSmall ? 'tooSmall' : help !== null ? 'help' : library ? 'library' : null,
    view: viewOf(state),
    say: words(preferences),
    direction: preferences.interface === 'en' ? 'ltr' : 'rtl',
    style: (role) => styleOf(preferences.theme, role),
    // What has no key is no hint.
    hints: (paneWithKeys(state).hints?.(state) ?? []).filter(({ keys }) => keys.length > 0),
  };
}

/** The pane that the keys go to. */
export function paneWithKeys(state: ReaderState): Pane {
  return allPanes.find(({ hasKeys }) => hasKeys?.(state))!;
}

/** Whether two panes look the same and stand at the same place. */
export function samePlaced(a: Placed | null, b: Placed | null): boolean {
  return (
    a === b ||
    (a !== null &&
      b !== null &&
      a.top === b.top &&
      a.left === b.left &&
      a.width === b.width &&
      a.drawing.list?.chosen === b.drawing.list?.chosen &&
      a.drawing.list?.entries[0]?.index === b.drawing.list?.entries[0]?.index &&
      a.drawing.cursor?.column === b.drawing.cursor?.column &&
      sameRows(a.drawing.rows, b.drawing.rows))
  );
}
