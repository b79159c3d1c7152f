import { clusterEnd } from '../../text/grapheme.ts';

/** Ways of changing what stands in a prompt, those of readline. `back` and `forward` are in logical order. */
export type PromptEdit =
  | 'erase'
  | 'eraseForward'
  | 'eraseBlankWord'
  | 'eraseWord'
  | 'eraseWordForward'
  | 'eraseToStart'
  | 'eraseToEnd'
  | 'back'
  | 'forward'
  | 'wordBack'
  | 'wordForward'
  | 'toStart'
  | 'toEnd'
  | 'older'
  | 'newer';

/** A line that is being typed. */
export interface Line {
  readonly text: string;
  /** Offset in `text`, UTF-16 code units. */
  readonly caret: number;
}

/** Longest line, in UTF-16 code units: a long sentence. A whole page pasted by mistake is cut. */
const longestLine = 1_000;

/** Offset of the grapheme cluster border before or behind a caret. */
function border(text: string, caret: number, by: 1 | -1): number {
  let start = 0;
  while (start < text.length) {
    const end = clusterEnd(text, start, text.length);
    if (by < 0 ? end >= caret : start >= caret) return by < 0 ? start : end;
    start = end;
  }
  return start;
}

/** The line after typing or pasting. Line ends become blanks, other controls are dropped. */
export function typedInto({ text, caret }: Line, typed: string): Line {
  const clean = typed.replace(/[\r\n\t]+/gu, ' ').replace(/[\u0000-\u001f\u007f-\u009f]/gu, '');
  const room = Math.max(0, longestLine - text.length);
  // Never half a letter: a paste that is cut is cut between clusters.
  const taken = clean.length <= room ? clean : clean.slice(0, border(clean, room + 1, -1));
  return { text: text.slice(0, caret) + taken + text.slice(caret), caret: caret + taken.length };
}

/** Where the word before a caret begins, or the one after it ends: words are letters, their marks and digits. */
function wordBorder(text: string, caret: number, by: 1 | -1): number {
  const match =
    by < 0
      ? /[\p{L}\p{M}\p{N}_]*[^\p{L}\p{M}\p{N}_]*$/u.exec(text.slice(0, caret))
      : /^[^\p{L}\p{M}\p{N}_]*[\p{L}\p{M}\p{N}_]*/u.exec(text.slice(caret));
  return caret + by * match![0].length;
}

/** The line after erasing or moving the caret; the very same where nothing changes, as with the keys of a history. */
export function edited(line: Line, edit: PromptEdit): Line {
  const { text, caret } = line;
  const cut = (from: number, to = caret): Line => ({
    text: text.slice(0, from) + text.slice(to),
    caret: from,
  });
  switch (edit) {
    case 'erase':
      return caret === 0 ? line : cut(border(text, caret, -1));
    case 'eraseForward':
      return caret === text.length ? line : cut(caret, border(text, caret, 1));
    case 'eraseBlankWord':
      return cut(text.slice(0, caret).replace(/\S+\s*$/u, '').length);
    case 'eraseWord':
      return cut(wordBorder(text, caret, -1));
    case 'eraseWordForward':
      return cut(caret, wordBorder(text, caret, 1));
    case 'eraseToStart':
      return cut(0);
    case 'eraseToEnd':
      return cut(caret, text.length);
    case 'back':
      return { text, caret: caret === 0 ? 0 : border(text, caret, -1) };
    case 'forward':
      return { text, caret: border(text, caret, 1) };
    case 'wordBack':
      return { text, caret: wordBorder(text, caret, -1) };
    case 'wordForward':
      return { text, caret: wordBorder(text, caret, 1) };
    case 'toStart':
      return { text, caret: 0 };
    case 'toEnd':
      return { text, caret: text.length };
    case 'older':
    case 'newer':
      return line;
  }
}
