// Bytes for the keyboard: keys, replies, pastes, mouse reports, half of each, and noise, in any cutting.
import { createKeyboard } from '../src/terminal/input/keyboard.ts';
import type { Random } from './random.ts';

const pieces: readonly string[] = [
  'j',
  'ش',
  'q',
  '\x1b',
  '\x1b[A',
  '\x1b[1;5C',
  '\x1b[<0;10;10M',
  '\x1b[M !!',
  '\x1b[200~',
  '\x1b[201~',
  '\x1bP>|XTerm(379)\x1b\\',
  '\x1b]11;rgb:ffff/ffff/ffff\x1b\\',
  '\x1b[?64;1c',
  '\x1b[8;1$y',
  '\x1b]11;rgb:',
  '\x1bP',
  '\x1b[',
  '\x03',
  '\r',
  '😀',
];

/** The bytes of one stream of keys. */
export function hostileKeys(random: Random): Buffer {
  const parts: Buffer[] = [];
  const count = 1 + random.below(10);
  for (let at = 0; at < count; at++)
    parts.push(random.below(6) === 0 ? random.bytes(1 + random.below(6)) : Buffer.from(random.of(pieces)));
  return Buffer.concat(parts);
}

/** What a keyboard makes of bytes in these reads. */
function inputs(reads: readonly Buffer[]): string {
  const keyboard = createKeyboard();
  const list = reads.flatMap((read) => keyboard.feed(read));
  return JSON.stringify([...list, ...keyboard.flush()]);
}

/**
 * The beginning of an answer without its escape, or with it in eight bits, at the end of a read: nobody types a whole one
 * in a single read, so that one is an answer; cut in two, it is letters.
 */
const bareBeginning =
  /[[\]P\x90\x9b\x9d\ufffd](?:[?>]?[\d;]*\$?|(?:>\||[01]\+r?)[^\x00-\x1f]*|>|1[01];[rgba:\da-f/]*)(?:\x1b)?$/;

/** Reads the bytes whole and cut; throws Error if they do not mean the same, swallow a key, or a paste gives commands. */
export function tryKeys(bytes: Buffer, random: Random): void {
  const cut = random.below(bytes.length + 1);
  const whole = inputs([bytes]);
  const isSame = inputs([bytes.subarray(0, cut), bytes.subarray(cut)]) === whole;
  if (!isSame && !bareBeginning.test(bytes.subarray(0, cut).toString()))
    throw new Error(`another meaning when cut at ${cut}`);
  const keyboard = createKeyboard();
  keyboard.feed(bytes);
  while (keyboard.pending() !== undefined) keyboard.flush();
  // Half a character before it is one that cannot be read.
  if (JSON.stringify(keyboard.feed(Buffer.from('q')).at(-1)) !== '{"name":"char","text":"q"}')
    throw new Error('a key that is swallowed after a silence');
  if (random.below(4) > 0) return;
  const body = bytes.toString().replaceAll('\x1b[201~', '');
  const pasted = inputs([Buffer.from(`\x1b[200~${body}\x1b[201~q`)]);
  const expected = JSON.stringify([
    { name: 'paste', text: body.replace(/\r\n?/g, '\n') },
    { name: 'char', text: 'q' },
  ]);
  if (pasted !== expected) throw new Error('a paste that is not one');
}
