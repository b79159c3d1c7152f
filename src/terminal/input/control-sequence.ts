import { type Input, type Key, type KeyName, type Modifiers, modifiedKey, modifiers } from './key.ts';

/**
 * What a control sequence means: `body` is what stands between CSI and `final`, parameters and intermediates.
 * Undefined for what is neither a key nor an answer.
 */
export function controlSequence(body: string, final: string): Input | undefined {
  if (body.startsWith('<') && (final === 'M' || final === 'm')) return mouse(body.slice(1), final);
  if (isReply(body, final)) return { name: 'reply', sequence: `\x1b[${body}${final}` };
  if (!/^[\d;:]*$/.test(body)) return undefined;
  return key(
    body.split(';').map((part) => part.split(':').map(Number)),
    final,
  );
}

/** Device attributes, mode reports, status and window reports, the cursor's place. */
function isReply(body: string, final: string): boolean {
  if (/^[?>=]/.test(body) || body.endsWith('$') || final === 't') return true;
  if (final === 'c' || final === 'n') return body !== '';
  if (final !== 'R') return false;
  // `CSI 1 ; 2 R` is F3 with Shift as well as a place in the first row; nobody here asks in the first row.
  const place = /^(\d+);(\d+)$/.exec(body);
  return place !== null && !(place[1] === '1' && Number(place[2]) >= 2 && Number(place[2]) <= 16);
}

const letters: Record<string, KeyName> = {
  A: 'up',
  B: 'down',
  C: 'right',
  D: 'left',
  F: 'end',
  H: 'home',
  P: 'f1',
  Q: 'f2',
  R: 'f3',
  S: 'f4',
};

const numbers: Record<number, KeyName> = {
  1: 'home',
  2: 'insert',
  3: 'delete',
  4: 'end',
  5: 'pageup',
  6: 'pagedown',
  7: 'home',
  8: 'end',
  ...Object.fromEntries([11, 12, 13, 14, 15].map((code) => [code, `f${code - 10}`])),
  ...Object.fromEntries([17, 18, 19, 20, 21].map((code) => [code, `f${code - 11}`])),
  ...Object.fromEntries([23, 24].map((code) => [code, `f${code - 12}`])),
};

// rxvt says modifiers by the final: its own letters for arrows, $ ^ @ in place of the tilde.
const shiftedArrows: Record<string, KeyName> = { a: 'up', b: 'down', c: 'right', d: 'left' };
const finals: Record<string, Modifiers> = {
  '~': {},
  $: { shift: true },
  '^': { ctrl: true },
  '@': { shift: true, ctrl: true },
};

function key(parameters: readonly (readonly number[])[], final: string): Key | undefined {
  const first = parameters[0]![0]!;
  // The kitty protocol adds the kind of event behind a colon: 3 is a release.
  if (parameters[1]?.[1] === 3) return undefined;
  const held = modifiers(parameters[1]?.[0] ?? 1);
  if (final === 'u') return modifiedKey(first, held);
  if (final === 'Z') return { name: 'shift-tab', ...held, ...unshifted };
  if (final === 'I') return { name: 'focus' };
  if (final === 'O') return { name: 'blur' };
  const ending = finals[final];
  if (ending !== undefined) {
    const code = parameters[2]?.[0];
    if (first === 27 && final === '~') return code === undefined ? undefined : modifiedKey(code, held);
    const name = numbers[first];
    return name && { name, ...held, ...ending };
  }
  const arrow = shiftedArrows[final];
  if (arrow !== undefined && parameters.length === 1) return { name: arrow, shift: true };
  const name = letters[final];
  return name && { name, ...held };
}

const unshifted = { shift: undefined } as object;

/** SS3 sequences: keys in application mode, the keypad, rxvt's arrows with Ctrl. */
export function singleShift(body: string, final: string): Key | undefined {
  const held = modifiers(Number(body.split(';').at(-1)) || 1);
  const arrow = shiftedArrows[final];
  if (arrow !== undefined) return { name: arrow, ctrl: true };
  if (final === 'M') return { name: 'enter', ...held };
  const name = letters[final];
  if (name !== undefined) return { name, ...held };
  // The keypad: j to y are the characters of 0x2a to 0x39, X is the equals sign.
  if (final >= 'j' && final <= 'y')
    return { name: 'char', text: String.fromCharCode(final.charCodeAt(0) - 0x40), ...held };
  return final === 'X' ? { name: 'char', text: '=', ...held } : undefined;
}

/** An SGR mouse report (1006): button with its bits, column and row from 1. */
function mouse(body: string, final: string): Key | undefined {
  const match = /^(\d+);(\d+);(\d+)$/.exec(body);
  if (match === null) return undefined;
  return mouseKey(Number(match[1]), Number(match[2]), Number(match[3]), final === 'm');
}

/** A mouse report; bits of `code`: 4 Shift, 8 Alt, 16 Ctrl, 32 moved, 64 wheel. */
export function mouseKey(code: number, column: number, row: number, released: boolean): Key | undefined {
  const place = { row: Math.max(0, row - 1), column: Math.max(0, column - 1) };
  const held = modifiers(1 + ((code >> 2) & 7));
  if (code >= 128) return undefined;
  if (code & 64) {
    if ((code & 3) > 1) return undefined;
    return { name: code & 1 ? 'wheel-down' : 'wheel-up', ...place, ...held };
  }
  const button = code & 3;
  if (code & 32) return button === 3 ? undefined : { name: 'drag', button, ...place, ...held };
  return { name: released || button === 3 ? 'release' : 'press', button, ...place, ...held };
}
