// What becomes of a question: terminals that answer, late or never, or with nonsense.
import { describe, expect, test, vi } from 'vitest';
import { question, recognize } from '../../../src/terminal/identity/ask.ts';
import type { Detection } from '../../../src/terminal/identity/detection.ts';
import { createKeyboard } from '../../../src/terminal/input/keyboard.ts';

/** A terminal that is asked, and answers what the test has it answer. */
function terminal() {
  const listeners = new Set<(sequence: string) => void>();
  const asked: string[] = [];
  const keyboard = createKeyboard();
  const keys: unknown[] = [];
  return {
    asked,
    keys,
    session: {
      ask: (questions: string) => void asked.push(questions),
      onReply(listener: (sequence: string) => void) {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    },
    /** Sends bytes as a terminal does, through the keyboard that tells answers from keys. */
    send(bytes: string) {
      for (const input of keyboard.feed(new TextEncoder().encode(bytes)))
        if (input.name === 'reply') for (const listener of listeners) listener(input.sequence);
        else keys.push(input);
    },
  };
}

const environment = { TERM: 'xterm-256color' };

test('one that answers nothing is waited for no longer than said, and is not known', async () => {
  vi.useFakeTimers();
  const { session, asked } = terminal();
  const known = recognize(session, { environment }, undefined, 300);
  await vi.advanceTimersByTimeAsync(300);
  vi.useRealTimers();
  expect(await known).toMatchObject({ model: 'visual-lrm', decided: false });
  expect(asked).toHaveLength(1);
});

test('one that answers after that is known then', async () => {
  vi.useFakeTimers();
  const { session, send, keys } = terminal();
  const changes: Detection[] = [];
  const known = recognize(session, { environment }, (detection) => changes.push(detection), 300);
  await vi.advanceTimersByTimeAsync(300);
  vi.useRealTimers();
  expect((await known).decided).toBe(false);
  send('\x1b[>0;136;0c\x1b[2;2R\x1b[3;2R\x1b[?6c');
  expect(changes.at(-1)).toMatchObject({ model: 'inverse', terminal: { name: 'PuTTY' }, decided: true });
  expect(keys).toEqual([]);
});

test('the last answer is waited for, and no longer', async () => {
  const { session, send } = terminal();
  const known = recognize(session, { environment }, undefined, 60_000);
  send('\x1bP>|kitty(0.26.5)\x1b\\');
  send('\x1b[?62;c');
  expect(await known).toMatchObject({ model: 'word-runs', decided: true });
});

describe.each([
  ['a place off the screen', '\x1b[2;999R\x1b[3;4294967296R'],
  ['places in rows nobody asked about', '\x1b[1;1R\x1b[77;7R'],
  ['a mode nobody asked for, and half a string', '\x1b[?9999;1$y\x1bP>|'],
  ['a name of nothing but signs', '\x1bP>|()\x1b\\'],
])('%s', (_, nonsense) => {
  test('changes nothing and types nothing', async () => {
    const { session, send, keys } = terminal();
    const known = recognize(session, { environment }, undefined, 20);
    send(nonsense);
    expect(await known).toMatchObject({ model: 'visual-lrm', tashkeel: 'keep' });
    expect(keys).toEqual([]);
  });
});

test('the question leaves no trace on the screen, and asks in no row where an answer could be a key', () => {
  for (const where of ['screen', 'here'] as const) {
    const asked = question(environment, where);
    expect(asked.endsWith('\x1b[c')).toBe(true);
    // What is written to be measured is erased, as often as it was written.
    expect(asked.match(/\x1b\[6n/g)).toHaveLength(2);
    expect(asked.match(/\x1b\[2?K/g)).toHaveLength(2);
  }
  expect(question(environment)).not.toContain('\x1b[1;1H');
});
