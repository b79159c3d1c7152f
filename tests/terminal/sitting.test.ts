// A session over streams of this process: what it sets and sets back, hears, tells and writes. Signals that end and
// stop a program for good are tried in a real terminal (`session.test.ts`).
import { PassThrough } from 'node:stream';
import type { ReadStream, WriteStream } from 'node:tty';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { dieOf, onEndings } from '../../src/terminal/endings.ts';
import type { Key } from '../../src/terminal/input/key.ts';
import { createJob } from '../../src/terminal/job.ts';
import { createListeners } from '../../src/terminal/listeners.ts';
import { outputModel } from '../../src/terminal/models/models.ts';
import { type ModelName, modelNames } from '../../src/terminal/output/model.ts';
import { openSession, type SessionOptions } from '../../src/terminal/session.ts';
import { Emulator } from './emulator.ts';

const model = (name: ModelName) => outputModel(name, 'dark');
const cells = (text: string) =>
  [...text].map((letter, at) => ({
    text: letter,
    source: letter,
    width: 1,
    rtl: false,
    start: at,
    end: at + 1,
    style: {},
  }));

/** A terminal that only is two streams: what is typed, and what is written. */
function streams(size: Partial<{ columns: number; rows: number }> = { columns: 40, rows: 10 }) {
  const raw: boolean[] = [];
  const input = Object.assign(new PassThrough(), {
    isTTY: true,
    setRawMode: (mode: boolean) => raw.push(mode),
  });
  const output = Object.assign(new PassThrough(), size);
  let written = '';
  output.on('data', (bytes) => {
    written += bytes;
  });
  return {
    input,
    output,
    raw,
    /** What was written since this was asked last. */
    written: () => {
      const all = written;
      written = '';
      return all;
    },
  };
}

function open(options: Partial<SessionOptions> = {}, size?: Partial<{ columns: number; rows: number }>) {
  const at = streams(size);
  const session = openSession({
    model: model('visual'),
    colors: 'none',
    ...options,
    input: at.input as unknown as ReadStream,
    output: at.output as unknown as WriteStream,
  });
  return { ...at, session };
}

const soon = () => new Promise((resolve) => setImmediate(resolve));

describe('the terminal is given back as it was', () => {
  test('whatever model it was taken for, and left with', async () => {
    for (const name of modelNames)
      for (const mouse of [true, false]) {
        const { session, written, raw } = open({ model: model(name), mouse });
        const screen = new Emulator();
        await soon();
        await screen.write(written());
        expect(screen.differences()).toEqual([
          'alternate screen',
          'no wrapping',
          'bracketed paste',
          ...(mouse ? ['mouse drag'] : []),
          'hidden cursor',
        ]);
        session.setModel(model('logical'), 'none');
        session.setModel(model('mlterm-off'), 'none');
        session.close();
        session.close();
        await soon();
        const left = written();
        await screen.write(left);
        expect([name, screen.differences(), raw]).toEqual([name, [], [true, false]]);
        // What a model enters with is left again, the last one's last.
        expect(left.endsWith(model('mlterm-off').leave)).toBe(true);
        expect(left.split('\x1b[?1049l')).toHaveLength(2);
      }
  });

  test('the modes of a model are left for those of another, and only then', async () => {
    const { session, written } = open({ model: model('visual') });
    await soon();
    expect(written()).toContain(model('visual').enter);
    const [one, other] = [model('visual'), model('mlterm-off')];
    session.setModel(other, 'none');
    await soon();
    expect(written()).toBe(one.leave + other.enter);
    session.setModel(other, 'none');
    await soon();
    expect(written()).toBe('');
    session.close();
  });

  test('a session of lines sets nothing but raw keys, and draws nothing', async () => {
    const { session, written, raw } = open({ lines: true });
    session.draw({ rows: [cells('x')], cursor: null });
    session.line('قال \u001b[2J نعم');
    await soon();
    expect(written()).toMatch(/^قال .*نعم\n$/u);
    session.close();
    await soon();
    expect([written(), raw]).toEqual(['', [true, false]]);
  });

  test('a terminal that is gone cannot be set, and nobody hears of that', () => {
    const { session, input } = open();
    input.setRawMode = () => {
      throw new Error('EIO');
    };
    expect(() => session.close()).not.toThrow();
  });
});

describe('what is typed', () => {
  test('is told as keys, what is answered as replies, to those who listen', async () => {
    const { session, input } = open();
    const keys: Key[] = [];
    const replies: string[] = [];
    const stop = session.onKey((key) => void keys.push(key));
    session.onReply((reply) => void replies.push(reply));
    input.write('a\x1b[A\x1b[?62cش');
    await soon();
    expect(keys).toEqual([{ name: 'char', text: 'a' }, { name: 'up' }, { name: 'char', text: 'ش' }]);
    expect(replies).toEqual(['\x1b[?62c']);
    stop();
    input.write('b');
    await soon();
    expect(keys).toHaveLength(3);
    session.close();
    input.write('c');
    await soon();
    expect(replies).toHaveLength(1);
  });

  test('an escape is a key when nothing follows it', async () => {
    const { session, input } = open();
    const keys: Key[] = [];
    session.onKey((key) => void keys.push(key));
    input.write('\x1b');
    await vi.waitFor(() => expect(keys).toEqual([{ name: 'escape' }]));
    input.write('\x1b');
    await soon();
    input.write('[B');
    await vi.waitFor(() => expect(keys).toEqual([{ name: 'escape' }, { name: 'down' }]));
    session.close();
  });
});

describe('the size', () => {
  test.each([
    [
      { columns: 50, rows: 12 },
      { columns: 50, rows: 12 },
    ],
    [
      { columns: 0, rows: 0 },
      { columns: 80, rows: 24 },
    ],
    [{}, { columns: 80, rows: 24 }],
  ])('%j is %j', (told, size) => {
    const { session } = open({}, told);
    expect(session.size()).toEqual(size);
    session.close();
  });

  test('is told once when a dragged edge has come to rest, and what stands there is written anew', async () => {
    const { session, output, written } = open();
    session.draw({ rows: [cells('abc')], cursor: null });
    await soon();
    expect(written()).toContain('abc');
    const told: unknown[] = [];
    session.onResize((size) => {
      told.push(size);
      session.draw({ rows: [cells('abc')], cursor: null });
    });
    for (const columns of [39, 38, 37]) {
      output.columns = columns;
      output.emit('resize');
    }
    await vi.waitFor(() => expect(told).toEqual([{ columns: 37, rows: 10 }]));
    await soon();
    expect(written()).toContain('abc');
    session.close();
    output.emit('resize');
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(told).toHaveLength(1);
  });
});

describe('the ends of a session', () => {
  let killed: unknown[][];
  beforeEach(() => {
    killed = [];
    vi.spyOn(process, 'kill').mockImplementation((...how) => {
      killed.push(how);
      return true;
    });
  });
  afterEach(() => void vi.restoreAllMocks());

  test.each(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'hangup'] as const)('%s', async (ending) => {
    const others = process.listeners('SIGTERM').length;
    const { session, input, written, raw } = open();
    const told: string[] = [];
    session.onEnd((why) => {
      // Before the terminal is given back, so that a last word can be said in it.
      told.push(`${why} ${raw.length}`);
    });
    if (ending === 'hangup') input.emit('close');
    else process.emit(ending);
    await soon();
    expect(told).toEqual([`${ending} 1`]);
    expect(raw).toEqual([true, false]);
    expect(written()).toContain('\x1b[?1049l');
    expect(killed).toEqual([[process.pid, ending === 'hangup' ? 'SIGHUP' : ending]]);
    expect(process.listeners('SIGTERM')).toHaveLength(others);
    session.close();
  });

  test('one that is told wrongly gives the terminal back, too', async () => {
    const { session, raw } = open();
    session.onEnd(() => {
      throw new Error('told wrongly');
    });
    expect(() => process.emit('SIGTERM')).toThrow('told wrongly');
    expect(raw).toEqual([true, false]);
    expect(killed).toHaveLength(1);
  });

  test('nobody listens behind the end, nor to a terminal that fails', () => {
    const input = new PassThrough() as unknown as ReadStream;
    const ends: string[] = [];
    const before = (['exit', 'uncaughtExceptionMonitor', 'SIGHUP'] as const).map((name) =>
      process.listenerCount(name),
    );
    const endings = onEndings(
      input,
      () => ends.push('exit'),
      (ending) => ends.push(ending),
    );
    input.emit('error', new Error('EIO'));
    input.emit('end');
    process.emit('SIGQUIT');
    expect(ends).toEqual(['hangup', 'SIGQUIT']);
    endings.close();
    input.emit('end');
    input.emit('close');
    expect(ends).toHaveLength(2);
    expect(
      (['exit', 'uncaughtExceptionMonitor', 'SIGHUP'] as const).map((name) => process.listenerCount(name)),
    ).toEqual(before);
    dieOf('SIGINT');
    expect(killed).toEqual([[process.pid, 'SIGINT']]);
  });

  test('a job that is stopped leaves the terminal, and takes it once when it goes on', async () => {
    const seen: string[] = [];
    const job = createJob({
      leave: () => seen.push('leave') > 0,
      enter: () => void seen.push('enter'),
    });
    job.suspend();
    expect(killed).toEqual([[0, 'SIGTSTP']]);
    process.emit('SIGCONT');
    process.emit('SIGCONT');
    expect(seen).toEqual(['leave', 'enter']);
    // By a signal of its own only this process stops; where no shell is, it goes on by itself.
    process.emit('SIGTSTP');
    expect(killed[1]).toEqual([process.pid, 'SIGTSTP']);
    await vi.waitFor(() => expect(seen).toEqual(['leave', 'enter', 'leave', 'enter']));
    // What has ended meanwhile takes nothing.
    job.suspend();
    job.close();
    process.emit('SIGCONT');
    process.emit('SIGTSTP');
    expect(seen).toHaveLength(5);
    expect(killed).toHaveLength(3);
  });

  test('a job with nothing to leave does not stop', () => {
    const job = createJob({ leave: () => false, enter: () => {} });
    job.suspend();
    expect(killed).toEqual([]);
    job.close();
  });

  test('a session that is stopped gives the terminal back, and draws what stood there when it goes on', async () => {
    const { session, written, raw } = open();
    session.draw({ rows: [cells('abc')], cursor: { row: 0, column: 1 } });
    await soon();
    expect(written()).toContain('abc');
    session.suspend();
    session.draw({ rows: [cells('xyz')], cursor: { row: 0, column: 1 } });
    await soon();
    const left = written();
    expect(left).toContain('\x1b[?1049l');
    expect(left).not.toContain('xyz');
    process.emit('SIGCONT');
    await soon();
    const back = written();
    expect(back).toContain('\x1b[?1049h');
    expect(back).toContain('xyz');
    expect(back).toContain('\x1b[1;2H\x1b[?25h');
    expect(raw).toEqual([true, false, true]);
    session.close();
  });
});

test('listeners hear what they listen to when it is told, and no more', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('add', 'take', 'tell')), (steps) => {
      const listeners = createListeners<number>();
      const heard: [number, number][] = [];
      const expected: [number, number][] = [];
      const open: [number, () => void][] = [];
      for (const [at, step] of steps.entries()) {
        if (step === 'add') open.push([at, listeners.add((value) => heard.push([at, value]))]);
        else if (step === 'take') open.shift()?.[1]();
        else {
          listeners.tell(at);
          for (const [who] of open) expected.push([who, at]);
        }
      }
      expect(heard).toEqual(expected);
    }),
  );
  const listeners = createListeners<string>();
  const heard: string[] = [];
  const stop = listeners.add(() => {
    stop();
    listeners.add((value) => heard.push(`late ${value}`));
  });
  listeners.add((value) => heard.push(value));
  listeners.tell('one');
  expect(heard).toEqual(['one']);
});
