import type { Key } from '../../../src/terminal/input/key.ts';
import { createKeyboard } from '../../../src/terminal/input/keyboard.ts';
import type { Frame } from '../../../src/terminal/output/cell.ts';
import { encodeRow } from '../../../src/terminal/output/encode.ts';
import type { OutputModel } from '../../../src/terminal/output/model.ts';
import type { Session, Size } from '../../../src/terminal/session.ts';
import { Emulator } from '../emulator.ts';

/** A session in xterm.js, which answers as that does, or in a terminal that says nothing at all. */
export class AskedTerminal {
  readonly emulator: Emulator;
  /** The models it was set to, and the bytes of each row of the last frame. */
  readonly models: OutputModel[] = [];
  rows: string[] = [];
  frame: Frame | undefined;
  private readonly replies = new Set<(sequence: string) => void>();
  private readonly keys = new Set<(key: Key) => void>();
  private readonly sizes = new Set<(size: Size) => void>();
  private readonly answers: boolean;
  private dimensions: Size;

  constructor(size: Size, answers = true) {
    this.answers = answers;
    this.dimensions = size;
    this.emulator = new Emulator(size.columns, size.rows);
    const keyboard = createKeyboard();
    this.emulator.terminal.onData((data) => {
      for (const input of keyboard.feed(Buffer.from(data)))
        if (input.name === 'reply') for (const listener of this.replies) listener(input.sequence);
    });
  }

  readonly session = {
    size: () => this.dimensions,
    ask: (questions: string) => void (this.answers && this.emulator.write(questions)),
    setModel: (model: OutputModel) => void this.models.push(model),
    draw: (frame: Frame) => {
      this.frame = frame;
      this.rows = frame.rows.map((row) => encodeRow(row, this.models.at(-1)!, 'none'));
    },
    onReply: (listener: (sequence: string) => void) => heard(this.replies, listener),
    onKey: (listener: (key: Key) => void) => heard(this.keys, listener),
    onResize: (listener: (size: Size) => void) => heard(this.sizes, listener),
  } as unknown as Session;

  press(key: Key): void {
    for (const listener of this.keys) listener(key);
  }

  resize(size: Size): void {
    this.dimensions = size;
    for (const listener of this.sizes) listener(size);
  }

  /** How many listeners are left. */
  get listening(): number {
    return this.keys.size + this.sizes.size;
  }
}

function heard<Heard>(listeners: Set<Heard>, listener: Heard): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
