import type { Input } from './key.ts';
import { nextToken } from './token.ts';

/** Bytes from a terminal, as what they mean. */
export interface Keyboard {
  /** Takes bytes as they were read; what they complete, in order. */
  feed(bytes: Uint8Array): Input[];
  /**
   * How long, in milliseconds, to wait for what continues the last bytes before `flush` is called; undefined
   * where nothing is open.
   */
  pending(): number | undefined;
  /** What the last bytes mean since nothing follows: after it, the next key is a key, whatever had been begun. */
  flush(): Input[];
}

/** The time after which a lone ESC is the key, in milliseconds: a terminal sends a sequence in one go. */
const escapeTime = 40;
/** The time after which what was begun and not ended is given up, in milliseconds: a sequence, a string, a paste. */
const silence = 1000;

const pasteEnd = '\x1b[201~';
/** Of a paste no more is kept, in UTF-16 code units; what is longer is still no key. */
const longestPaste = 1 << 24;

/** What the next code unit belongs to: keys and answers, a paste, or the rest of what is too long to be either. */
type Mode = 'keys' | 'paste' | 'sequence' | 'string';

/** A keyboard nothing was typed on yet. */
export function createKeyboard(): Keyboard {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let rest = '';
  let mode: Mode = 'keys';
  let pasted = '';
  let isResumed = false;
  // What a silence has ended, and what of it was already there: the end may come yet.
  let ended: Mode = 'keys';
  let givenUp = '';

  /** Reads keys from `at` on; gives where it stopped, which is where another mode begins or where more must come. */
  function readKeys(at: number, list: Input[]): number {
    const token = at < rest.length ? nextToken(rest, at) : undefined;
    if (token === undefined) return at;
    list.push(...token.input);
    if (token.opens) mode = token.opens;
    return token.end;
  }

  function readPaste(at: number, list: Input[]): number {
    const end = rest.indexOf(pasteEnd, at);
    const kept = end < 0 ? beginningOfEnd(rest, at) : end;
    pasted += rest.slice(at, Math.min(kept, at + longestPaste - pasted.length));
    if (end < 0) return kept;
    // The first half of one that a silence broke off has been told.
    if (pasted !== '' || !isResumed) list.push(pasteOf(pasted));
    pasted = '';
    mode = 'keys';
    isResumed = false;
    return end + pasteEnd.length;
  }

  function skip(at: number, what: 'sequence' | 'string'): number {
    const end = endOfRest(rest, at, what);
    if (end >= 0) mode = 'keys';
    else if (what === 'string' && rest.endsWith('\x1b')) return rest.length - 1;
    return end < 0 ? rest.length : end;
  }

  function parse(): Input[] {
    const list: Input[] = [];
    for (let at = 0; ; ) {
      const before = mode;
      const end =
        mode === 'keys' ? readKeys(at, list) : mode === 'paste' ? readPaste(at, list) : skip(at, mode);
      if (end === rest.length || (end === at && mode === before)) {
        rest = rest.slice(end);
        return list;
      }
      at = end;
    }
  }

  return {
    feed(bytes) {
      const text = decoder.decode(bytes, { stream: true });
      if (text === '') return [];
      if (ended !== 'keys' ? goesOn(givenUp, text) : givenUp !== '' && continuesAnswer(givenUp, text)) {
        rest = givenUp;
        mode = ended;
        isResumed = mode === 'paste';
      }
      ended = 'keys';
      givenUp = '';
      rest += text;
      return parse();
    },
    pending() {
      if (mode !== 'keys') return silence;
      if (rest === '') return undefined;
      return /^\x1b+[[O\]P_]?$/.test(rest) ? escapeTime : silence;
    },
    flush() {
      if (this.pending() === undefined) return [];
      const list: Input[] = [];
      if (pasted !== '') list.push(pasteOf(pasted));
      pasted = '';
      if (mode === 'keys') {
        const escapes = /^\x1b+/.exec(rest)![0].length;
        const opener = rest.slice(escapes);
        const alone = opener === '' ? escapes : escapes - 1;
        for (let count = 0; count < alone; count++) list.push({ name: 'escape' });
        if (opener.length === 1) list.push({ name: 'char', text: opener, alt: true });
        rest = `\x1b${opener}`;
      }
      decoder.decode(); // half a character
      ended = mode;
      givenUp = rest;
      mode = 'keys';
      rest = '';
      return list;
    },
  };
}

function pasteOf(text: string): Input {
  return { name: 'paste', text: text.replace(/\r\n?/g, '\n') };
}

/** Where the end mark of a paste may have begun, from `at` on; the length of the text if it has not. */
function beginningOfEnd(text: string, at: number): number {
  let start = Math.max(at, text.length - pasteEnd.length + 1);
  while (!pasteEnd.startsWith(text.slice(start))) start++;
  return start;
}

/** Where the rest of a sequence or a string that is too long ends, or -1 if the text ends first (ECMA-48 5.4, 5.6). */
function endOfRest(text: string, at: number, mode: 'sequence' | 'string'): number {
  const found = (mode === 'sequence' ? /[^\x20-\x3f]/g : /[\x00-\x1f]/g).exec(text.slice(at));
  if (found === null) return -1;
  const end = at + found.index;
  if (mode === 'sequence') return /[\x40-\x7e]/.test(text[end]!) ? end + 1 : end;
  if (text[end] === '\x07') return end + 1;
  if (text[end] !== '\x1b') return end;
  if (end + 1 === text.length) return -1;
  return text[end + 1] === '\\' ? end + 2 : end;
}

/**
 * Whether a read after a long silence goes on with a paste, or with a string that was too long: it holds the end, or text
 * that nobody types in one go. One key, one that is held, or sequences are what a person does who waits no longer.
 */
function goesOn(before: string, text: string): boolean {
  if ((before + text).includes(pasteEnd)) return true;
  let first: string | undefined;
  for (let at = 0; at < text.length; ) {
    const token = nextToken(text, at);
    if (token === undefined) return false;
    const [input] = token.input;
    if (token.opens) return false;
    if (input?.name === 'char' || input?.name === 'enter') {
      const piece = text.slice(at, token.end);
      if (first !== undefined && piece !== first) return true;
      first = piece;
    }
    at = token.end;
  }
  return false;
}

// What only a terminal sends: a report, or the beginning of one, in one go. `[` or `]` alone are keys.
const report = /^\x1b(?:\[[?>=][\d;]*(?:\$|$|\$?[cuny])|\[\d+;\d+(?:R|\$y)|\]\d+;|P(?:[>!]\||[01][+$]r))/;

const endedReport = /^\x1b\[(?:[?>=][\d;]+(?:[cun]|\$y)|\d+;\d+(?:R|\$y))$/;

/** What goes on with half a key, so that it is no key of its own: more than its last letter, but of those of rxvt and the mouse. */
const restOfKey = /^(?:[\d;:]+[A-Za-z~^$@]|~)/;

/** Whether `text` goes on with an answer, or a sequence, of which `before` was given up. */
function continuesAnswer(before: string, text: string): boolean {
  if (/^\x1b(?:\[|O\d)/.test(before) && before.length > 2) {
    if (before.startsWith('\x1b[<') && /^[\d;]*[Mm]/.test(text)) return true;
    // One letter is a key, unless it is what ends an answer.
    return (text.length === 1 ? endedReport : report).test(before + text) || restOfKey.test(text);
  }
  // A string is continued by its end, or by more than a person types between two reads; one key held is a person.
  if (before.length > 2 && before.endsWith('\x1b')) return text.startsWith('\\');
  if (before.length > 2)
    return /^[^\x00-\x1f]*(?:\x07|\x1b\\)/.test(text) || /^([^\x00-\x1f])(?!\1*$)[^\x00-\x1f]+$/.test(text);
  return report.test(before + text);
}
