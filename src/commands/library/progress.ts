import { statusLine } from '../../terminal/lines.ts';
import { Remaining } from './remaining.ts';

/** Milliseconds between two lines of progress. */
const pause = 100;

/** How many sources are done, of how many; null while that is not known. */
interface Extent {
  readonly done: number;
  readonly total: number | null;
}

/** A line on the terminal that says how far a long run has come, with its rate; nothing if standard error is no terminal. */
export class Progress {
  private readonly describe: () => string;
  private readonly began = performance.now();
  private shown = 0;
  private readonly line = statusLine();
  private count = 0;
  private readonly remaining = new Remaining();
  private readonly extent: () => Extent;

  /**
   * `describe` gives the words; they are followed by articles a second, and by the time that is left if `extent` knows
   * of how many sources how many are done.
   */
  constructor(describe: () => string, extent: () => Extent = () => ({ done: 0, total: null })) {
    this.describe = describe;
    this.extent = extent;
  }

  /** Shows the line, at most ten times a second. Called when sources have been looked at, one unless told. */
  show(sources = 1): void {
    this.count += sources;
    const now = performance.now();
    if (now - this.shown < pause) return;
    this.shown = now;
    const rate = Math.round(this.count / ((now - this.began) / 1000));
    const { done, total } = this.extent();
    const left = this.remaining.say(done, total, now);
    const parts = [this.describe(), `${rate}/s`, left].filter(Boolean).join(' · ');
    this.line.show(`maqal: ${parts} (Ctrl-C keeps what is done)`);
  }

  clear(): void {
    this.line.clear();
  }
}
