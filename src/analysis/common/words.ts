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
  const add = (from: number, spelling: string, kind: WordKind) => {
    const start = block.start + from;
    const end = start + spelling.length;
    words.push({ start, end, kind, joined: last === start, form: formOf(spelling, kind) });
    last = end;
  };
  for (let at = 0; at < slice.length; ) {
    const first = slice.charCodeAt(at);
    if (first === blank || first === lineEnd) {
      at++;
      continue;
    }
    // Most words, numbers and signs are parted without asking the pattern. A twentieth of the CPU of an analysis, in pairs:
    // 1.51 → 1.44 s for 1 MB of forty articles; and the pattern, which takes V8 10 ms to compile, is often not needed at all.
    const plain = plainAt(slice, at, first);
    if (plain) {
      add(at, slice.slice(at, plain.end), plain.kind);
      at = plain.end;
      continue;
    }
    pattern.lastIndex = at;
    const match = pattern.exec(slice);
    if (!match) break;
    const spelling = match[0];
    add(match.index, spelling, kindOf(spelling));
    at = match.index + spelling.length;
  }
  return words;
}

const blank = 0x20;
const lineEnd = 0x0a;
const stop = 0x2e;
const tatweel = 0x0640;

/** Letters that Arabic is written with. */
const isPlainLetter = (unit: number): boolean =>
  (unit >= 0x0621 && unit <= 0x063a) || (unit >= 0x0641 && unit <= 0x064a);

const isVowelSign = (unit: number): boolean => unit >= 0x064b && unit <= 0x0652;

const isPlainDigit = (unit: number): boolean =>
  (unit >= 0x30 && unit <= 0x39) || (unit >= 0x0660 && unit <= 0x0669);

const isPlainLatin = (unit: number): boolean =>
  (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);

/** The other signs of ASCII, comma, semicolon and question mark of Arabic, marks of quotation, dashes: signs that stand alone. */
const isPlainSign = (unit: number): boolean =>
  (unit > blank && unit < 0x7f && !isPlainDigit(unit) && !isPlainLatin(unit)) ||
  unit === 0x060c ||
  unit === 0x061b ||
  unit === 0x061f ||
  unit === 0xab ||
  unit === 0xbb ||
  (unit >= 0x2013 && unit <= 0x201f) ||
  unit === 0x2026;

/** Whether any word or sign ends before this code unit; NaN is the end of the block. */
const endsThere = (unit: number): boolean =>
  unit === blank || unit === lineEnd || Number.isNaN(unit) || isPlainSign(unit);

/** Whether any word or sign ends before one that begins with this code unit: whatever may be a part of one is left out. */
const isParted = (unit: number): boolean =>
  endsThere(unit) || isPlainLetter(unit) || isPlainLatin(unit) || isPlainDigit(unit);

const isSeparator = (unit: number): boolean =>
  unit === stop || unit === 0x2c || unit === 0x2f || unit === 0x3a;

/** The word, number or sign at an offset, if it is one of the usual ones and what follows can be no part of it. */
function plainAt(
  text: string,
  at: number,
  first: number,
): { readonly end: number; readonly kind: WordKind } | undefined {
  const unit = (offset: number) => text.charCodeAt(offset);
  let end = at + 1;
  if (isPlainLetter(first)) {
    while (isPlainLetter(unit(end)) || isVowelSign(unit(end)) || unit(end) === tatweel) end++;
    return endsThere(unit(end)) || isPlainDigit(unit(end)) ? { end, kind: 'word' } : undefined;
  }
  if (isPlainSign(first)) {
    if (first === stop) while (unit(end) === stop) end++;
    return isParted(unit(end)) ? { end, kind: 'punctuation' } : undefined;
  }
  if (isPlainDigit(first)) {
    while (isPlainDigit(unit(end)) || (isSeparator(unit(end)) && isPlainDigit(unit(end + 1)))) end++;
    // A digit of another script may stand behind a separator, too.
    const behind = isSeparator(unit(end)) ? end + 1 : end;
    return isParted(unit(end)) && isParted(unit(behind)) ? { end, kind: 'number' } : undefined;
  }
  if (!isPlainLatin(first)) return undefined;
  while (isPlainLatin(unit(end))) end++;
  return endsThere(unit(end)) || isPlainDigit(unit(end)) ? { end, kind: 'word' } : undefined;
}

function kindOf(spelling: string): WordKind {
  if (isDigit(spelling.codePointAt(0)!)) return 'number';
  return isLetter(spelling) && !dash.test(spelling) ? 'word' : 'punctuation';
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
