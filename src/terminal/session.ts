import { openSync } from 'node:fs';
import { ReadStream, type WriteStream } from 'node:tty';
import { pipedLine } from '../text/visible.ts';
import { dieOf, type Ending, onEndings } from './endings.ts';
import type { Input, Key } from './input/key.ts';
import { createKeyboard } from './input/keyboard.ts';
import { createJob } from './job.ts';
import { createListeners } from './listeners.ts';
import { createModes } from './modes.ts';
import type { Frame } from './output/cell.ts';
import type { ColorDepth } from './output/color.ts';
import type { OutputModel } from './output/model.ts';
import { createScreen } from './output/screen.ts';
import { openSink } from './output/sink.ts';

/** What a session is opened with. */
export interface SessionOptions {
  /** The terminal's input; where it is none (an article is piped in), keys are read from /dev/tty. */
  readonly input?: ReadStream | NodeJS.ReadStream;
  readonly output?: WriteStream | NodeJS.WriteStream;
  readonly model: OutputModel;
  readonly colors: ColorDepth;
  /** Whether the mouse is asked for. The terminal then selects text only with Shift held. */
  readonly mouse?: boolean;
  /** Whether the terminal is an editor's, which is given little at a time. */
  readonly paced?: boolean;
  /** Whether lines are written where the shell left off, and no screen is drawn. */
  readonly lines?: boolean;
}

/** Columns and rows of a screen, in cells. */
export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** A terminal taken for a whole-screen program, given back as it was however the program ends. */
export interface Session {
  size(): Size;
  /** Shows a frame; while the terminal is still taking one, only the latest of those that follow. */
  draw(frame: Frame): void;
  /** Writes rows for another kind of terminal from now on, and what stands there anew. */
  setModel(model: OutputModel, colors: ColorDepth): void;
  /** Writes a control string, such as a copy to the clipboard. */
  send(text: string): void;
  /** Writes a line of nothing but letters, in a session of lines; raw mode leaves the terminal to return the carriage. */
  line(text: string): void;
  /**
   * Writes questions of which the last is DA1. A session that closes before that is answered waits for it a
   * moment, lest the answers be typed at the shell's prompt.
   */
  ask(questions: string): void;
  /** Each returns what ends the listening. */
  onKey(listener: (key: Key) => void): () => void;
  /** Whole sequences that the terminal answered with. */
  onReply(listener: (sequence: string) => void): () => void;
  /** The size changed, or the screen is ours again: draw a frame of the present size. */
  onResize(listener: (size: Size) => void): () => void;
  /** The session ended by itself; called before the terminal is given back, and the program then ends. */
  onEnd(listener: (ending: Ending) => void): () => void;
  /** Gives the terminal back and stops the program (Ctrl-Z) until the shell continues it. */
  suspend(): void;
  /** Gives the terminal back. Further calls do nothing. */
  close(): void;
}

/** How long resizing must rest before it is told, in milliseconds: a dragged edge sends dozens of signals. */
const resizeRest = 15;

/**
 * Takes the terminal: alternate screen, raw keys, bracketed paste, no wrapping at the last column, cursor hidden.
 * Throws where neither `input` nor /dev/tty is a terminal.
 */
export function openSession(options: SessionOptions): Session {
  const output = options.output ?? process.stdout;
  const given: ReadStream = options.input ?? process.stdin;
  const input = given.isTTY ? given : new ReadStream(openSync('/dev/tty', 'r'));
  const sink = openSink(output, options.paced);
  const screen = createScreen(sink, options.model, options.colors);
  const modes = createModes({ ...options, input, sink });
  const keys = createListeners<Key>();
  const replies = createListeners<string>();
  const sizes = createListeners<Size>();
  const ends = createListeners<Ending>();
  const size = () => sizeOf(output);
  let open = true;

  const typed = readTyped(input, (token) => {
    if (token.name !== 'reply') return keys.tell(token);
    modes.answered(token.sequence);
    replies.tell(token.sequence);
  });

  function resized(): void {
    if (!modes.taken) return;
    screen.resized();
    sizes.tell(size());
  }

  const resizing = onRestedResize(output, resized);

  /** Gives the terminal back; false if it was given back before. */
  function giveBack(): boolean {
    if (!modes.taken) return false;
    screen.pause();
    modes.giveBack(size().rows);
    return true;
  }

  const job = createJob({
    leave() {
      const left = giveBack();
      if (left) input.pause();
      return left;
    },
    enter() {
      modes.take();
      input.resume();
      resized();
      screen.resume();
    },
  });

  const endings = onEndings(input, close, (ending) => {
    try {
      ends.tell(ending);
    } finally {
      close();
      dieOf(ending);
    }
  });

  function close(): void {
    if (!open) return;
    open = false;
    resizing.close();
    giveBack();
    typed.close();
    endings.close();
    job.close();
    input.pause();
    if (input !== given) input.destroy();
    sink.close();
  }

  modes.take();
  input.resume();

  return {
    size,
    draw(frame) {
      if (!options.lines) screen.draw(frame);
    },
    line: (text) => sink.write(`${pipedLine(text)}\n`, () => {}),
    setModel(model, colors) {
      modes.setModel(model);
      screen.setModel(model, colors);
    },
    send: (text) => sink.write(text, () => {}),
    ask: modes.ask,
    onKey: keys.add,
    onReply: replies.add,
    onResize: sizes.add,
    onEnd: ends.add,
    suspend: job.suspend,
    close,
  };
}

/** Gives what is typed into `input`, whole: an escape that may begin a sequence waits until it is known to be a key. */
function readTyped(input: ReadStream, take: (token: Input) => void): { close(): void } {
  const keyboard = createKeyboard();
  let escapeTimer: NodeJS.Timeout | undefined;

  function onData(bytes: Buffer): void {
    clearTimeout(escapeTimer);
    keyboard.feed(bytes).forEach(take);
    const wait = keyboard.pending();
    if (wait !== undefined) escapeTimer = setTimeout(() => keyboard.flush().forEach(take), wait);
  }

  input.on('data', onData);
  return {
    close() {
      clearTimeout(escapeTimer);
      input.off('data', onData);
    },
  };
}

/** Calls `resized` when the size of `output` has changed and not again for a while. */
function onRestedResize(output: WriteStream, resized: () => void): { close(): void } {
  let timer: NodeJS.Timeout | undefined;

  function onResize(): void {
    clearTimeout(timer);
    timer = setTimeout(resized, resizeRest);
  }

  output.on('resize', onResize);
  return {
    close() {
      clearTimeout(timer);
      output.off('resize', onResize);
    },
  };
}

function sizeOf({ columns, rows }: WriteStream): Size {
  // 0 by 0 is what a pseudo-terminal says whose owner never told it.
  return { columns: columns || 80, rows: rows || 24 };
}
