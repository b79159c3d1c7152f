import type { ReadStream } from 'node:tty';
import { drain } from './input/drain.ts';
import type { OutputModel } from './output/model.ts';
import type { Sink } from './output/sink.ts';

/** What a whole-screen program sets in a terminal, and sets back. */
export interface Modes {
  /** Whether the terminal is ours at present. */
  readonly taken: boolean;
  /** Raw keys, alternate screen, bracketed paste, no wrapping at the last column, cursor hidden, the mouse. */
  take(): void;
  /** All as it was; `rows` is how many the screen has. Waits a moment for an answer that is still on its way. */
  giveBack(rows: number): void;
  /** Leaves the modes of one output model for those of another. */
  setModel(model: OutputModel): void;
  /** Writes questions of which the last is DA1. */
  ask(questions: string): void;
  /** Takes note of a sequence that the terminal answered with. */
  answered(sequence: string): void;
}

/** Where the modes are set. */
export interface ModesOptions {
  readonly input: ReadStream;
  readonly sink: Sink;
  readonly model: OutputModel;
  readonly mouse?: boolean;
  readonly lines?: boolean;
}

/** How old a question may be that is still likely to be answered, in milliseconds. */
const answerTime = 2000;

/** DA1, the answer that every terminal gives. */
const fence = /^\x1b\[\?[\d;]*c$/;

// 1002: where it is dragged, too; a terminal that does not know it has 1000.
const mouseOn = '\x1b[?1000h\x1b[?1002h\x1b[?1006h';
const mouseOff = '\x1b[?1006l\x1b[?1002l\x1b[?1000l';

/** The modes of a terminal, none of them set as yet. In a session of lines only raw keys are. */
export function createModes({ input, sink, lines = false, mouse = false, ...options }: ModesOptions): Modes {
  let { model } = options;
  let taken = false;
  let asked: number | undefined;

  function rawModeOff(): void {
    try {
      input.setRawMode(false);
    } catch {
      // The terminal is gone.
    }
  }

  return {
    get taken() {
      return taken;
    },
    take() {
      if (taken) return;
      taken = true;
      input.setRawMode(true);
      if (lines) return;
      const enter = `\x1b[?1049h${model.enter}\x1b[m\x1b[2J\x1b[?7l\x1b[?25l\x1b[?2004h`;
      sink.writeNow(enter + (mouse ? mouseOn : ''));
    },
    giveBack(rows) {
      if (!taken) return;
      taken = false;
      if (asked !== undefined && Date.now() - asked < answerTime) drain(input);
      asked = undefined;
      if (!lines) {
        // To the last row first: where there is no other screen to go back to, the prompt comes below.
        const bottom = `\x1b[m\x1b[${rows}H\x1b[K`;
        const leave = `\x1b[?2004l${bottom}\x1b[?7h\x1b[?25h\x1b[?1049l${model.leave}`;
        sink.writeNow(`\x1b[?2026l${mouse ? mouseOff : ''}${leave}`);
      }
      rawModeOff();
    },
    setModel(next) {
      if (next !== model && taken && next.enter + model.leave !== '') sink.writeNow(model.leave + next.enter);
      model = next;
    },
    ask(questions) {
      asked = Date.now();
      sink.writeNow(questions);
    },
    answered(sequence) {
      if (fence.test(sequence)) asked = undefined;
    },
  };
}
