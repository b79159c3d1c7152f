import { closeSync, constants, openSync, writeSync } from 'node:fs';
import type { Writable } from 'node:stream';

/** One way out to a terminal. */
export interface Sink {
  /** Writes without ever holding up the program; `done` is called when the terminal has taken all of it. */
  write(text: string, done: () => void): void;
  /**
   * Writes before it returns, behind what is still on its way. A terminal that takes nothing for half a second is
   * given up, for a program that leaves must not hang on it.
   */
  writeNow(text: string): void;
  close(): void;
}

/** How long a terminal may take nothing before it is given up when leaving, in milliseconds. */
const patience = 500;

/**
 * The way to the terminal behind `output`: a descriptor of our own that never blocks, since Node writes to
 * terminals so that a stopped one (Ctrl-S, a slow line) stops the program. For a stream that is no terminal, the
 * stream itself. A `paced` terminal is given little at a time, whole characters each time.
 */
export function openSink(
  output: Writable & { readonly isTTY?: boolean; readonly fd?: number },
  paced = false,
): Sink {
  const own = output.isTTY && output.fd !== undefined ? openTerminal(output.fd) : undefined;
  return own === undefined ? streamSink(output) : descriptorSink(own, paced);
}

/** A second description of the terminal open as `descriptor`, so that setting it non-blocking touches nobody. */
function openTerminal(descriptor: number): number | undefined {
  for (const path of [`/proc/self/fd/${descriptor}`, '/dev/tty']) {
    try {
      return openSync(path, constants.O_WRONLY | constants.O_NONBLOCK | constants.O_NOCTTY);
    } catch {
      // Not there on this system, or not allowed: the next.
    }
  }
  return undefined;
}

/**
 * What a paced terminal is given at once, in bytes. Neovim loses a character that a read ends inside of, and a read ends
 * where a write does or when the 4,095 bytes that a pseudo-terminal holds are full.
 */
const pacedPiece = 1000;

/** The beginning of some UTF-8, at most so many bytes of it, that ends with a whole character. */
export function wholeCharacters(bytes: Buffer, most: number): Buffer {
  if (bytes.length <= most) return bytes;
  let end = most;
  while (end > 0 && (bytes[end]! & 0xc0) === 0x80) end--;
  return bytes.subarray(0, end > 0 ? end : most);
}

function descriptorSink(descriptor: number, paced: boolean): Sink {
  let waiting: { bytes: Buffer; done: () => void }[] = [];
  let tries = 0;
  let timer: NodeJS.Timeout | undefined;
  let dead = false;

  /** Writes what the terminal takes now; true when nothing is left. */
  function push(): boolean {
    while (waiting.length > 0 && !dead) {
      const first = waiting[0]!;
      const taken = attempt(paced ? wholeCharacters(first.bytes, pacedPiece) : first.bytes);
      if (taken === 0) return false;
      tries = 0;
      first.bytes = first.bytes.subarray(taken);
      if (paced && first.bytes.length > 0) return false;
      if (first.bytes.length > 0) continue;
      waiting.shift();
      // Not from here: whoever hears of it may write again.
      setImmediate(first.done);
    }
    return true;
  }

  function attempt(bytes: Buffer): number {
    try {
      return writeSync(descriptor, bytes);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EAGAIN' || code === 'EINTR') return 0;
      // EIO: the terminal is gone. Its input ends as well, which is how the program hears of it.
      dead = true;
      waiting = [];
      return bytes.length;
    }
  }

  /** There is no waiting for a terminal to take more (it is no socket): soon at first, then less often. */
  function again(): void {
    if (timer !== undefined) return;
    tries += 1;
    timer = setTimeout(
      () => {
        timer = undefined;
        if (!push()) again();
      },
      Math.min(tries, 16),
    );
  }

  return {
    write(text, done) {
      waiting.push({ bytes: Buffer.from(text), done });
      if (timer === undefined && !push()) again();
    },
    writeNow(text) {
      waiting.push({ bytes: Buffer.from(text), done: () => {} });
      for (let waited = 0; !push() && waited < patience; waited += 2) sleep(2);
    },
    close() {
      clearTimeout(timer);
      timer = undefined;
      waiting = [];
      if (!dead) closeSync(descriptor);
      dead = true;
    },
  };
}

function streamSink(output: Writable): Sink {
  output.on('error', () => {});
  return {
    write(text, done) {
      output.write(text, () => done());
    },
    writeNow(text) {
      output.write(text);
    },
    close() {},
  };
}

function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
