import type { Frame } from './cell.ts';
import type { ColorDepth } from './color.ts';
import { writtenColumn } from './encode.ts';
import type { OutputModel } from './model.ts';
import { ShownRows } from './shown.ts';
import type { Sink } from './sink.ts';

/** A terminal's whole screen: it is given frames and writes what changed. */
export interface Screen {
  /** Shows the frame. While the terminal is still taking one, only the latest of those that follow is kept. */
  draw(frame: Frame): void;
  /** From here on rows are written for this terminal; what stands there is written anew where it would be other bytes. */
  setModel(model: OutputModel, colors: ColorDepth): void;
  /** Forgets what stands on the screen: the next frame, or the last one again, is written whole. */
  forget(): void;
  /** The terminal has another size: the last frame fits it no more, and the next one is written whole. */
  resized(): void;
  /** Stops writing: the terminal belongs to another. */
  pause(): void;
  resume(): void;
}

/** A screen that writes to `sink`, rows encoded by `model`. */
export function createScreen(sink: Sink, model: OutputModel, colors: ColorDepth): Screen {
  const shown = new ShownRows();
  let cleared = false;
  let wanted: Frame | undefined;
  let cursor = '';
  let busy = false;
  let paused = false;
  let stale = false;

  function flush(): void {
    if (busy || paused || !stale || wanted === undefined) return;
    stale = false;
    const bytes = difference(wanted);
    if (bytes === '') return;
    busy = true;
    // Synchronized output (DEC private mode 2026): shown at once where it is known, ignored elsewhere.
    sink.write(`\x1b[?2026h${bytes}\x1b[?2026l`, () => {
      busy = false;
      flush();
    });
  }

  /** What brings the screen from what it shows to `frame`. */
  function difference(frame: Frame): string {
    const parts: string[] = [];
    if (!cleared) {
      parts.push('\x1b[m\x1b[2J');
      shown.clear();
      cleared = true;
    }
    parts.push(shown.replace(frame.rows, model, colors));
    const place = frame.cursor === null ? '' : cursorAddress(frame, frame.cursor, model);
    const bytes = parts.join('');
    if (bytes === '' && place === cursor) return '';
    const hidden = cursor === '' ? '' : '\x1b[?25l';
    cursor = place;
    return hidden + bytes + (place === '' ? '' : `${place}\x1b[?25h`);
  }

  return {
    draw(frame) {
      wanted = frame;
      stale = true;
      flush();
    },
    setModel(newModel, newColors) {
      const isAlike = newColors === colors && writesAlike(model, newModel);
      [model, colors] = [newModel, newColors];
      // An answer that only tells how rows are moved leaves what stands there right.
      if (!isAlike) this.forget();
    },
    forget() {
      cleared = false;
      stale = wanted !== undefined;
      flush();
    },
    resized() {
      cleared = false;
      stale = false;
    },
    pause() {
      paused = true;
    },
    resume() {
      paused = false;
      // Whoever had the terminal left it with the cursor we do not know of.
      cursor = '';
      this.forget();
    },
  };
}

/** Whether two models write every row with the same bytes. */
function writesAlike(one: OutputModel, other: OutputModel): boolean {
  const parts = Object.keys({ ...one, ...other }) as (keyof OutputModel)[];
  return parts.every((part) => part === 'movesRows' || one[part] === other[part]);
}

/** The escape that puts the cursor at a column, which a model that arranges its rows writes somewhere else. */
function cursorAddress(
  { rows }: Frame,
  { row, column }: NonNullable<Frame['cursor']>,
  model: OutputModel,
): string {
  const cells = rows[row];
  const at = cells && model.arrange ? writtenColumn(model.arrange(cells), cells, column) : column;
  return `\x1b[${row + 1};${at + 1}H`;
}
