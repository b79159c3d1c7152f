import { openSync } from 'node:fs';
import { ReadStream, type WriteStream } from 'node:tty';
import { pipedLine } from '../text/visible.ts';
import { drain } from './input/drain.ts';
import type { Key } from './input/key.ts';
import { createKeyboard } from './input/keyboard.ts';
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

/** Why a session ended by itself: a signal, or the terminal is gone. */
export type Ending = 'SIGINT' | 'SIGTERM' | 'SIGHUP' | 'SIGQUIT' | 'hangup';

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

/** How old a question may be that is still likely to be answered, in milliseconds. */
const answerTime = 2000;

/** How long resizing must rest before it is told, in milliseconds: a dragged edge sends dozens of signals. */
const resizeRest = 15;

/** DA1, the answer that every terminal gives. */
const fence = /^\x1b\[\?[\d;]*c$/;

// 1002: where it is dragged, too; a terminal that does not know it has 1000.
const mouseOn = '\x1b[?1000h\x1b[?1002h\x1b[?1006h';
const mouseOff = '\x1b[?1006l\x1b[?1002l\x1b[?1000l';

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
  const keyboard = createKeyboard();
  let { model } = options;
  let open = true;
  let taken = false;
  let asked: number | undefined;
  let escapeTimer: NodeJS.Timeout | undefined;
  let resizeTimer: NodeJS.Timeout | undefined;

  const listeners = {
    key: new Set<(key: Key) => void>(),
    reply: new Set<(sequence: string) => void>(),
    resize: new Set<(size: Size) => void>(),
    end: new Set<(ending: Ending) => void>(),
  };

  function size(): Size {
    // 0 by 0 is what a pseudo-terminal says whose owner never told it.
    return { columns: output.columns || 80, rows: output.rows || 24 };
  }

  function take(): void {
    if (taken) return;
    taken = true;
    input.setRawMode(true);
    if (options.lines) return;
    const mouse = options.mouse ? mouseOn : '';
    sink.writeNow(`\x1b[?1049h${model.enter}\x1b[m\x1b[2J\x1b[?7l\x1b[?25l\x1b[?2004h${mouse}`);
  }

  function giveBack(): void {
    if (!taken) return;
    taken = false;
    screen.pause();
    if (asked !== undefined && Date.now() - asked < answerTime) drain(input);
    asked = undefined;
    if (options.lines) {
      rawModeOff();
      return;
    }
    const mouse = options.mouse ? mouseOff : '';
    // To the last row first: where there is no other screen to go back to, the prompt comes below.
    const bottom = `\x1b[m\x1b[${size().rows}H\x1b[K`;
    sink.writeNow(`\x1b[?2026l${mouse}\x1b[?2004l${bottom}\x1b[?7h\x1b[?25h\x1b[?1049l${model.leave}`);
    rawModeOff();
  }

  function rawModeOff(): void {
    try {
      input.setRawMode(false);
    } catch {
      // The terminal is gone.
    }
  }

  function tell(list: ReturnType<typeof keyboard.feed>): void {
    for (const entry of list) {
      if (entry.name !== 'reply') for (const listener of [...listeners.key]) listener(entry);
      else {
        if (fence.test(entry.sequence)) asked = undefined;
        for (const listener of [...listeners.reply]) listener(entry.sequence);
      }
    }
  }

  function onData(bytes: Buffer): void {
    clearTimeout(escapeTimer);
    tell(keyboard.feed(bytes));
    const wait = keyboard.pending();
    if (wait !== undefined) escapeTimer = setTimeout(() => tell(keyboard.flush()), wait);
  }

  function onResize(): void {
    clearTimeout(resizeTimer);
    resizeTimer = setTimeout(resized, resizeRest);
  }

  function resized(): void {
    if (!taken) return;
    screen.resized();
    for (const listener of [...listeners.resize]) listener(size());
  }

  function end(ending: Ending): void {
    if (!open) return;
    try {
      for (const listener of [...listeners.end]) listener(ending);
    } finally {
      close();
      // Ended by the signal, so that the shell knows. Not by process.exit(): Node aborts there where the terminal is gone.
      process.kill(process.pid, ending === 'hangup' ? 'SIGHUP' : ending);
    }
  }

  const onHangup = () => end('hangup');
  const endings = (['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const).map(
    (signal) => [signal, () => end(signal)] as const,
  );

  function suspend(): void {
    stop(0);
  }

  const onStop = () => stop(process.pid);

  /** Gives the terminal back and stops `target`: this process, or with 0 all of the job (npm above it). */
  function stop(target: number): void {
    if (!taken) return;
    giveBack();
    input.pause();
    process.off('SIGTSTP', onStop);
    let resumed = false;
    const resume = () => {
      if (resumed) return;
      resumed = true;
      process.off('SIGCONT', resume);
      clearTimeout(fallback);
      if (!open) return;
      process.on('SIGTSTP', onStop);
      take();
      input.resume();
      resized();
      screen.resume();
    };
    process.on('SIGCONT', resume);
    // Where no shell could continue us (`xterm -e maqal`), the system ignores the signal: then go on.
    const fallback = setTimeout(resume, 200);
    process.kill(target, 'SIGTSTP');
  }

  function close(): void {
    if (!open) return;
    open = false;
    clearTimeout(escapeTimer);
    clearTimeout(resizeTimer);
    giveBack();
    input.off('data', onData);
    input.off('end', onHangup);
    input.off('close', onHangup);
    input.pause();
    output.off('resize', onResize);
    process.off('exit', close);
    process.off('uncaughtExceptionMonitor', close);
    process.off('SIGTSTP', onStop);
    for (const [signal, listener] of endings) process.off(signal, listener);
    if (input !== given) input.destroy();
    sink.close();
  }

  function listen<T>(set: Set<T>, listener: T): () => void {
    set.add(listener);
    return () => void set.delete(listener);
  }

  process.on('exit', close);
  process.on('uncaughtExceptionMonitor', close);
  process.on('SIGTSTP', onStop);
  for (const [signal, listener] of endings) process.on(signal, listener);
  input.on('data', onData);
  input.on('end', onHangup);
  input.on('close', onHangup);
  // EIO: the terminal is gone. Nothing to add to what 'close' tells.
  input.on('error', () => {});
  output.on('resize', onResize);
  take();
  input.resume();

  return {
    size,
    draw(frame) {
      if (!options.lines) screen.draw(frame);
    },
    line: (text) => sink.write(`${pipedLine(text)}\n`, () => {}),
    setModel(newModel, colors) {
      if (newModel !== model && taken && newModel.enter + model.leave !== '')
        sink.writeNow(model.leave + newModel.enter);
      model = newModel;
      screen.setModel(newModel, colors);
    },
    send: (text) => sink.write(text, () => {}),
    ask(questions) {
      asked = Date.now();
      sink.writeNow(questions);
    },
    onKey: (listener) => listen(listeners.key, listener),
    onReply: (listener) => listen(listeners.reply, listener),
    onResize: (listener) => listen(listeners.resize, listener),
    onEnd: (listener) => listen(listeners.end, listener),
    suspend,
    close,
  };
}
