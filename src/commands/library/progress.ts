import { statusLine } from '../../terminal/lines.ts';

/** Milliseconds between two lines of progress. */
const pause = 100;

/** A line on the terminal that says how far a long run has come, with its rate; nothing if standard error is no terminal. */
export class Progress {
  private readonly describe: () => string;
  private readonly began = performance.now();
  private shown = 0;
  private readonly line = statusLine();
  private count = 0;

  /** `describe` gives the words; they are followed by articles a second. */
  constructor(describe: () => string) {
    this.describe = describe;
  }

  /** Shows the line, at most ten times a second. Called when sources have been looked at, one unless told. */
  show(sources = 1): void {
    this.count += sources;
    const now = performance.now();
    if (now - this.shown < pause) return;
    this.shown = now;
    const rate = Math.round(this.count / ((now - this.began) / 1000));
    this.line.show(`maqal: ${this.describe()} · ${rate}/s (Ctrl-C keeps what is done)`);
  }

  clear(): void {
    this.line.clear();
  }
}
