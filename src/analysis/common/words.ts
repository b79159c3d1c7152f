import type { Span } from '../../text/span.ts';

/** What the tokenizer tells apart. */
export type WordKind = 'word' | 'number' | 'punctuation';

/**
 * A word, number or punctuation sign in its place. `form` is what the language knows of this spelling: it is
 * made once for every distinct spelling, so looking a word up costs the same in a note and in a book.
 */
export interface Word<Form> extends Span {
  readonly kind: WordKind;
  readonly form: Form;
  /** No blank stands between this and what came before. */
  readonly joined: boolean;
}

/** Letters with their marks and joiners; numbers with their separators; anything else sign by sign. */
const pattern =
  /\p{L}[\p{L}\p{M}\u200c\u200d]*|\p{Nd}+(?:[.,٫٬/:]\p{Nd}+)*\p{M}*|\.{2,}\p{M}*|[^\p{L}\p{M}\p{Nd}\s\u200c\u200d\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069][\p{M}\u200d]*/gu;

/** The words of one block in order, with their places in the whole text. */
export function wordsOf<Form>(
  text: string,
  block: Span,
  formOf: (spelling: string, kind: WordKind) => Form,
): Word<Form>[] {
  const words: Word<Form>[] = [];
  const slice = text.slice(block.start, block.end);
  let last = -1;
  for (const match of slice.matchAll(pattern)) {
    const spelling = match[0];
    const first = spelling.codePointAt(0)!;
    const kind: WordKind = isDigit(first)
      ? 'number'
      : isLetter(spelling) && !dash.test(spelling)
        ? 'word'
        : 'punctuation';
    const start = block.start + match.index;
    const end = start + spelling.length;
    words.push({ start, end, kind, joined: last === start, form: formOf(spelling, kind) });
    last = end;
  }
  return words;
}

function isDigit(point: number): boolean {
  return (
    (point >= 48 && point <= 57) || (point >= 0x660 && point <= 0x669) || (point >= 0x6f0 && point <= 0x6f9)
  );
}

/** Tatweel alone is typed as a dash. */
const dash = /^\u0640+$/;

const lettered = /^[\p{L}\p{M}]/u;

function isLetter(spelling: string): boolean {
  return lettered.test(spelling);
}

/** Remembers what `make` gave for each spelling. */
export function remembered<Form>(
  make: (spelling: string, kind: WordKind) => Form,
): (spelling: string, kind: WordKind) => Form {
  const known = new Map<string, Form>();
  return (spelling, kind) => {
    let form = known.get(spelling);
    if (form === undefined) {
      form = make(spelling, kind);
      known.set(spelling, form);
    }
    return form;
  };
}
