// The mouse on the page: which letter it points at, and what a click on a link or a name does.

import { pageRows } from '../../reader/page/page.ts';
import { within } from '../../reader/page/within.ts';
import type { Command } from '../../reader/state/command.ts';
import { blockAt } from '../../reader/state/movement.ts';
import { release, spanAtColumn } from '../../reader/state/selecting.ts';
import type { Notice, ReaderState } from '../../reader/state/state.ts';
import type { Step } from '../../reader/state/step.ts';
import type { Span } from '../../text/span.ts';
import { entriesOf } from '../lists/entries.ts';
import { followLink } from '../lists/links.ts';
import type { Context, Pointer } from '../pane.ts';

/** Rows that a mouse held beyond the page scrolls it by. */
const dragRows = 1;

/** What the mouse asks for at a cell of the page, in cells from its upper left corner, or beyond it. */
export function pointed(context: Context, pointer: Pointer): Command | null {
  const at = spanAt(context, pointer);
  if (!at) return null;
  const { act, row, clicks = 1 } = pointer;
  switch (act) {
    case 'press':
      return { type: 'pressText', at, unit: clicks === 1 ? 'letter' : clicks === 2 ? 'word' : 'paragraph' };
    case 'drag': {
      const { height } = context.geometry.body;
      // Where no row is left above the page, its first one counts as beyond it.
      const top = context.geometry.body.top === 0 ? 1 : 0;
      return { type: 'dragText', at, rows: row < top ? -dragRows : row >= height ? dragRows : 0 };
    }
    case 'release':
      return { type: 'releaseText', at };
    default:
      return null;
  }
}

/** The letter at a cell of the page; of a blank row, beside or beyond the text the nearest end. */
function spanAt({ state, view, geometry }: Context, { act, row, column }: Pointer): Span | null {
  const rows = pageRows(view, state.top);
  const at = Math.max(0, Math.min(row, rows.length - 1));
  const line = rows[at];
  if (line?.row) {
    const left = geometry.text.left - (geometry.article?.left ?? 0) + (line.side === 'rtl' ? 0 : line.indent);
    return spanAtColumn(line.row, column - left);
  }
  if (act === 'press') return null;
  const before = rows.slice(0, at).findLast((one) => one.row)?.row;
  const end = before?.span.end ?? rows.find((one) => one.row)?.row?.span.start;
  return end === undefined ? null : { start: end, end };
}

/** A click: follows the link there, or chooses the name there; `told` is the notice that stands in the footer. */
export function clicked(state: ReaderState, at: Span, told: Notice | null): Step {
  const { selection, pressed } = state;
  const done = release(state);
  if (selection || !pressed || at.end === at.start) return { state: done };
  const letter = { start: at.start, end: at.start + 1 };
  const [link] = within(state.article.links ?? [], letter, ({ span }) => span);
  if (link) return followLink(done, link, told);
  return { state: chooseName(done, at.start) };
}

/** Chooses the name that is mentioned at an offset; the list of names, where one is shown, goes to it. */
function chooseName(state: ReaderState, offset: number): ReaderState {
  const entities = state.analysis?.entities ?? [];
  for (const [entity, { mentions }] of entities.entries()) {
    const mention = mentions.findIndex(({ start, end }) => start <= offset && offset < end);
    if (mention < 0) continue;
    const place = { block: blockAt(state, offset), offset: mentions[mention]!.start };
    const chosen = { ...state, place, chosen: { kind: 'entity', entity, mention } as const };
    const listed = { ...chosen, sidebar: { ...state.sidebar, tab: 'entities' as const, entity: null } };
    const index = entriesOf(listed).findIndex((entry) => entry.entity === entity);
    const cursor = { ...listed.sidebar.cursor, entities: Math.max(0, index) };
    return state.sidebar.open ? { ...listed, sidebar: { ...listed.sidebar, cursor } } : chosen;
  }
  return state;
}
