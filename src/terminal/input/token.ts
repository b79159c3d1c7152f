import { controlSequence, mouseKey, singleShift } from './control-sequence.ts';
import { characterKey, type Input } from './key.ts';

/** One thing that came from a terminal. */
export interface Token {
  readonly input: readonly Input[];
  /** Where the next begins, in UTF-16 code units. */
  readonly end: number;
  /** What follows is no key: pasted text up to its end mark, or the rest of a sequence or string that is too long. */
  readonly opens?: 'paste' | 'sequence' | 'string';
}

// Longer than any sequence that a terminal sends for a key or in answer to what is asked here, UTF-16 code units.
const longestSequence = 256;
const longestString = 8192;

/**
 * The token that starts at `at`, or undefined where the text ends too early to tell. What it is depends on nothing
 * behind its end, so that it is the same however the text was cut into reads; but for an answer without its escape, which
 * is told by having come in one read.
 */
export function nextToken(text: string, at: number): Token | undefined {
  if (text[at] === '\x1b') return escaped(text, at);
  const bare = bareAnswer(text, at);
  if (bare !== undefined) return bare;
  const character = String.fromCodePoint(text.codePointAt(at)!);
  return token(characterKey(character), at + character.length);
}

function token(input: Input | undefined, end: number): Token {
  return { input: input === undefined ? [] : [input], end };
}

// A lone opener, or the C1 control in its place (decoded as U+FFFD if it came as one byte); then what only a terminal says.
const bareAnswers: readonly (readonly [opener: string, answer: RegExp])[] = [
  ['\x1b[', /[[\x9b\ufffd]([?>]\d[\d;]*(?:c|\$y)|\d+;\d+(?:R|\$y))/y],
  ['\x1bP', /[P\x90\ufffd]((?:>\||[01]\+r)[^\x00-\x1f\x7f-\x9f\ufffd]{0,256})(?:\x1b\\|[\x9c\ufffd])/y],
  ['\x1b]', /[\]\x9d\ufffd](1[01];rgba?:[\da-f/]{1,40})(?:\x07|\x1b\\|[\x9c\ufffd])/y],
];

/**
 * An answer whose escape was lost on its way, or came in eight bits: nobody types one in a single read. None of its letters
 * is a key.
 */
function bareAnswer(text: string, at: number): Token | undefined {
  if (!'[]P\x90\x9b\x9d\ufffd'.includes(text[at]!)) return undefined;
  for (const [opener, answer] of bareAnswers) {
    answer.lastIndex = at;
    const [whole, body] = answer.exec(text) ?? [];
    if (whole !== undefined) return token({ name: 'reply', sequence: opener + body }, at + whole.length);
  }
  return undefined;
}

function escaped(text: string, at: number): Token | undefined {
  const next = text.codePointAt(at + 1);
  if (next === undefined) return undefined;
  const character = String.fromCodePoint(next);
  switch (character) {
    case '\x1b':
      return twice(text, at);
    case '[':
      return sequence(text, at);
    case 'O':
      return shifted(text, at);
    case ']':
    case 'P':
    case '_':
      return string(text, at, character);
  }
  return token(characterKey(character, { alt: true }), at + 1 + character.length);
}

/** ESC ESC: Alt with the key of a sequence, as rxvt sends it, or the key Esc before something else. */
function twice(text: string, at: number): Token | undefined {
  const third = text[at + 2];
  if (third === undefined) return undefined;
  if (third !== '[' && third !== 'O') return token({ name: 'escape' }, at + 1);
  const inner = escaped(text, at + 1);
  if (inner === undefined) return undefined;
  const only = inner.input[0];
  const key = only !== undefined && !('text' in only) && !('row' in only) && only.name !== 'reply';
  if (!key || only.name === 'focus' || only.name === 'blur') return token({ name: 'escape' }, at + 1);
  return { input: [{ ...only, alt: true } as Input], end: inner.end };
}

/** CSI (ECMA-48 5.4): parameters and intermediates, then a final byte. */
function sequence(text: string, at: number): Token | undefined {
  const start = at + 2;
  if (text[start] === '[') return linuxFunctionKey(text, start);
  if (text[start] === 'M') return oldMouse(text, start);
  for (let end = start; end < start + longestSequence; end++) {
    const code = text.charCodeAt(end);
    if (Number.isNaN(code)) return undefined;
    if (code >= 0x20 && code <= 0x3f) {
      // rxvt ends a key with Shift in `$`, elsewhere an intermediate: a mode report has two parameters before it.
      if (text[end] !== '$' || !/^\d+$/.test(text.slice(start, end))) continue;
    } else if (code < 0x40 || code > 0x7e) {
      // Broken off by something else, which then counts for itself.
      return token(end === start ? characterKey('[', { alt: true }) : undefined, end);
    }
    const body = text.slice(start, end);
    if (body === '200' && text[end] === '~') return { input: [], end: end + 1, opens: 'paste' };
    return token(controlSequence(body, text[end]!), end + 1);
  }
  return { input: [], end: start + longestSequence, opens: 'sequence' };
}

/** The Linux console's F1 to F5: CSI [ A to E. */
function linuxFunctionKey(text: string, start: number): Token | undefined {
  const letter = text.charCodeAt(start + 1);
  if (Number.isNaN(letter)) return undefined;
  const number = letter - 0x40;
  if (number >= 1 && number <= 5) return token({ name: `f${number}` }, start + 2);
  return token(undefined, start + 1);
}

/** A mouse report of terminals that do not know the SGR form: three characters, each 32 more than its number. */
function oldMouse(text: string, start: number): Token | undefined {
  const numbers: number[] = [];
  for (let index = 1; index <= 3; index++) {
    const code = text.charCodeAt(start + index);
    if (Number.isNaN(code)) return undefined;
    if (code < 0x20) return token(undefined, start + index);
    numbers.push(code - 32);
  }
  return token(mouseKey(numbers[0]!, numbers[1]!, numbers[2]!, false), start + 4);
}

/** SS3, with the modifiers that some terminals put before its final. */
function shifted(text: string, at: number): Token | undefined {
  let end = at + 2;
  while (/[\d;]/.test(text[end] ?? '') && end < at + 8) end += 1;
  const final = text[end];
  if (final === undefined) return undefined;
  if (!/[A-Za-z]/.test(final)) return token(characterKey('O', { alt: true }), at + 2);
  return token(singleShift(text.slice(at + 2, end), final), end + 1);
}

// How the strings begin that terminals answer with (titles by `l` and `L`). Anything else behind the opener, and it is a key with Alt.
const beginnings: Record<string, RegExp> = { ']': /[\dlL]/, P: /[\d>!+$]/, _: /G/ };

/** OSC, DCS and APC: answers, up to their terminator. */
function string(text: string, at: number, opener: string): Token | undefined {
  const start = at + 2;
  if (start >= text.length) return undefined;
  if (!beginnings[opener]!.test(text[start]!)) return token(characterKey(opener, { alt: true }), start);
  for (let end = start; end < start + longestString; end++) {
    const code = text.charCodeAt(end);
    if (Number.isNaN(code)) return undefined;
    if (code >= 0x20) continue;
    const reply: Input = { name: 'reply', sequence: text.slice(at, end) };
    if (code === 0x07 && opener === ']') return token(reply, end + 1);
    if (code !== 0x1b) return token(undefined, end);
    if (end + 1 >= text.length) return undefined;
    if (text[end + 1] === '\\') return token(reply, end + 2);
    return token(undefined, end);
  }
  return { input: [], end: start + longestString, opens: 'string' };
}
