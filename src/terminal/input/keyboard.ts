import type { Input } from './key.ts';
import { nextToken } from './token.ts';

/** Bytes from a terminal, as what they mean. */
export interface Keyboard {
  /** Takes bytes as they were read; what they complete, in order. */
  feed(bytes: Uint8Array): Input[];
  /**
   * How long, in milliseconds, to wait for what continues the last bytes before `flush` is called; undefined
   * where nothing is open, or only what no person types.
   */
  pending(): number | undefined;
  /** What the last bytes mean since nothing follows. */
  flush(): Input[];
}

/** The time after which a lone ESC is the key, in milliseconds: a terminal sends a sequence in one go. */
const escapeTime = 40;
/** The time after which a string that was begun and not ended is given up, in milliseconds. */
const stringTime = 1000;

const pasteEnd = '\x1b[201~';

/** A keyboard nothing was typed on yet. */
export function createKeyboard(): Keyboard {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let rest = '';
  let paste: string[] | undefined;
  // The beginning of an answer may have been taken for keys, because nothing followed in time.
  let givenUp = '';

  function parse(): Input[] {
    const list: Input[] = [];
    let at = 0;
    while (at < rest.length) {
      if (paste === undefined) {
        const token = nextToken(rest, at);
        if (token === undefined) break;
        list.push(...token.input);
        if (token.paste) paste = [];
        at = token.end;
        continue;
      }
      const end = rest.indexOf(pasteEnd, at);
      if (end < 0) {
        // All but what may be the beginning of the end mark.
        const kept = Math.max(at, rest.length - pasteEnd.length + 1);
        paste.push(rest.slice(at, kept));
        at = kept;
        break;
      }
      paste.push(rest.slice(at, end));
      list.push({ name: 'paste', text: paste.join('').replace(/\r\n?/g, '\n') });
      paste = undefined;
      at = end + pasteEnd.length;
    }
    rest = rest.slice(at);
    return list;
  }

  return {
    feed(bytes) {
      const text = decoder.decode(bytes, { stream: true });
      if (text === '') return [];
      if (givenUp !== '' && continuesAnswer(givenUp, text)) rest = givenUp;
      givenUp = '';
      rest += text;
      return parse();
    },
    pending() {
      if (paste !== undefined || rest === '') return undefined;
      if (/^\x1b+[[O\]P_]?$/.test(rest)) return escapeTime;
      return /^\x1b+[\]P_]/.test(rest) ? stringTime : undefined;
    },
    flush() {
      if (this.pending() === undefined) return [];
      const escapes = /^\x1b+/.exec(rest)![0].length;
      const opener = rest.slice(escapes);
      givenUp = `\x1b${opener}`;
      rest = '';
      const alone = opener === '' ? escapes : escapes - 1;
      const list: Input[] = Array.from({ length: alone }, () => ({ name: 'escape' }));
      if (opener.length === 1) list.push({ name: 'char', text: opener, alt: true });
      return list;
    },
  };
}

// What only a terminal sends: a report, or the beginning of one, in one go. `[` or `]` alone are keys.
const report = /^\x1b(?:\[[?>=][\d;]*(?:\$|$|\$?[a-z])|\[\d+;\d+(?:R|\$y)|\]\d+;|P(?:[>!]\||[01][+$]r))/;

/** Whether `text` goes on with an answer of which `before` was given up. */
function continuesAnswer(before: string, text: string): boolean {
  // A string is continued by its end, or by more than a person types between two reads.
  if (before.length > 2 && before.endsWith('\x1b')) return text.startsWith('\\');
  if (before.length > 2) return /^[^\x00-\x1f]*(?:\x07|\x1b\\)/.test(text) || /^[^\x00-\x1f]{2,}$/.test(text);
  return report.test(before + text);
}
