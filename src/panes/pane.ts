// What a pane is. A pane is a folder of `panes/`: one object of this interface in its `pane.ts`, a line in `index.ts`, and
// a `View.tsx`, its Ink component. docs/panes.md adds one in ten minutes.
import type { ListEntry } from '../ink/list.ts';
import type { Hint } from '../reader/keys/hint.ts';
import type { Geometry } from '../reader/page/geometry.ts';
import type { View } from '../reader/page/page.ts';
import type { Command } from '../reader/state/command.ts';
import type { Notice, ReaderState } from '../reader/state/state.ts';
import type { Step } from '../reader/state/step.ts';
import type { Words } from '../reader/words/words.ts';
import type { ScreenRow } from '../terminal/output/cell.ts';
import type { Style } from '../terminal/output/style.ts';
import type { Direction } from '../text/direction.ts';
import type { Target } from './draw/targets.ts';
import type { Role } from './draw/theme.ts';

/** All that a pane is drawn from: a state, and what every pane needs to know of it, worked out once a frame. */
export interface Context {
  readonly state: ReaderState;
  readonly geometry: Geometry;
  /** What has the whole screen in place of the page and its lists, if anything. */
  readonly cover: 'tooSmall' | 'help' | 'library' | null;
  /** How the article is laid out. */
  readonly view: View;
  /** The interface's words. */
  readonly say: Words;
  /** Direction of the interface; the article's is `geometry.direction`. */
  readonly direction: Direction;
  /** The look of a role in the theme in force. */
  readonly style: (role: Role) => Style;
  /** What the pane that has the keys wants to be known of them, the most useful first. */
  readonly hints: readonly Hint[];
}

/** Where a pane stands on the screen, in cells from 0. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

/** A pane that is a list: what stands above it, and its entries in sight. */
export interface ListDrawing {
  readonly header: readonly ScreenRow[];
  readonly entries: readonly ListEntry[];
  /** Index among the entries in sight of the chosen one, −1 for none. */
  readonly chosen: number;
}

/** A pane as it is drawn. */
export interface Drawing {
  /** At most as many as the pane is high, each as wide as it is. */
  readonly rows: readonly ScreenRow[];
  /** What a list's rows are made of. */
  readonly list?: ListDrawing;
  /** What a click asks for here and there in it, before `hit` is asked. */
  readonly targets?: readonly Target[];
  /** Where the cursor stands in the pane, where something is typed in it. */
  readonly cursor?: { readonly row: number; readonly column: number } | null;
}

/** A pane in its place, drawn: what its Ink component is given. */
export interface Placed extends Area {
  readonly drawing: Drawing;
}

/** What the mouse did at a cell of a pane, in cells from the pane's upper left corner. */
export interface Pointer {
  readonly act: 'press' | 'drag' | 'release' | 'wheel-up' | 'wheel-down';
  readonly row: number;
  readonly column: number;
  /** Of a press: which one it is of several quick ones at that cell, from 1. */
  readonly clicks?: number;
}

/** A pane of the screen. Everything in it is pure. */
export interface Pane {
  readonly name: string;
  /** Where it stands, or null while it is not to be seen. Panes do not overlap. */
  readonly area: (context: Context) => Area | null;
  readonly draw: (context: Context, area: Area) => Drawing;
  /** What a click or a turn of the wheel asks for in it, by what is drawn there. */
  readonly hit?: (context: Context, drawing: Drawing, pointer: Pointer) => Command | null;
  /**
   * What a command does that is this pane's business; null where it is not. `told` is the notice that was on the screen
   * when the command was given.
   */
  readonly reduce?: (state: ReaderState, command: Command, told: Notice | null) => Step | null;
  /** Whether a button that was pressed in it is still down: until it is released the mouse is its own, wherever it points. */
  readonly hasPointer?: (state: ReaderState) => boolean;
  /** Whether the keys go to it. */
  readonly hasKeys?: (state: ReaderState) => boolean;
  /** The keys worth showing in the footer while it has them. */
  readonly hints?: (state: ReaderState) => readonly Hint[];
}

/** The direction a wheel is turned in, as a command counts it. */
export function wheelOf({ act }: Pointer): 1 | -1 {
  return act === 'wheel-up' ? -1 : 1;
}

/** Whether two blocks of rows are the very same rows. */
export function sameRows(a: readonly ScreenRow[], b: readonly ScreenRow[]): boolean {
  return a === b || (a.length === b.length && a.every((row, at) => row === b[at]));
}

/** The rows of a list's pane: what stands above, then the entries. */
export function listRows({ header, entries, chosen }: ListDrawing): ScreenRow[] {
  return [...header, ...entries.flatMap(({ rows }, at) => rows(at === chosen))];
}

/** The entry of a list that stands on a row of its pane, or null. */
export function entryAt({ header, entries, chosen }: ListDrawing, row: number): ListEntry | null {
  let below = header.length;
  for (const [at, entry] of entries.entries()) {
    const { length } = entry.rows(at === chosen);
    if (row >= below && row < below + length) return entry;
    below += length;
  }
  return null;
}
