// The signs that may be quotation marks, each with the side to which it leans: what stands beside it, not how it is drawn.

/** A sign that may be a quotation mark. */
export interface Mark {
  /** The sign itself; doubled ones (`''`, `((`) are one. */
  readonly sign: string;
  /** Code units from the start of the text it was found in. */
  readonly at: number;
  /** From -2 to 2: above 0 it leans on the word behind it, as an opening mark does; 0 where nothing tells. */
  readonly lean: number;
  /** An apostrophe or one that looks like it. */
  readonly single: boolean;
}

const signs = /''|``|‘‘|’’|‚‚|,,|‹‹|››|\(\(|\)\)|<<|>>|[«»‹›“”„‟"‘’‚'`´″״「」『』〝〞〟❝❞＂《》≪≫]/g;
const anySign = /[«»‹›“”„‟"‘’‚'`´″״「」『』〝〞〟❝❞＂《》≪≫]/;
const singles = new Set([..."'’‘‚`´‹›"]);

/** Signs that are a part of words as well: apostrophes, and Hebrew's gershayim in acronyms. */
const inWords = new Set([...'\'’‘`´״″"']);

// ASCII and Arabic are told by what needs no tables of Unicode, which V8 takes milliseconds to compile.
const known = /[\x00-\x7f\u0620-\u0669«»،؛؟“”„‘’–—…]/;
const knownLetter = /[A-Za-z0-9\u0620-\u0669]/;
const knownMark = /[\u064b-\u065f]/;
const letter = /[\p{L}\p{N}\p{M}]/u;
const combining = /[\p{M}\u200c\u200d]/u;

/** Whether one code unit is a letter, a digit or a mark on a letter. */
const isLetter = (sign: string): boolean => (known.test(sign) ? knownLetter : letter).test(sign);

/** Whether one code unit stands on, or joins, the one before it. */
const isCombining = (sign: string): boolean => (known.test(sign) ? knownMark : combining).test(sign);

/** Controls of direction, and the joiner that ends a prefix. */
const unseen = /[\u200b-\u200f\u061c\u202a-\u202e\u2066-\u2069]/;
const latin = /\p{Script=Latin}/u;
const hebrew = /\p{Script=Hebrew}/u;

/** Particles written onto a word, and so onto the mark before it: و"نعم", ב"הארץ". */
const prefixes = /^(?:[وفبلك]{1,2}|[وفبك]?ال|و?لل|[והבכלמש]{1,3})$/u;

/** How far the word before a mark is looked at, in code units. */
const reach = 5;

/** The marks of a text in order. Apostrophes and gershayim inside words are left out. */
export function marksIn(text: string): Mark[] {
  const found: Mark[] = [];
  signs.lastIndex = 0;
  for (let match = signs.exec(text); match; match = signs.exec(text)) {
    const sign = match[0];
    const at = match.index;
    // With a mark of its own on it, the sign is some other sign.
    if (isCombining(text[at + sign.length] ?? ' ')) continue;
    for (const mark of partsOf(text, sign, at, found)) found.push(mark);
  }
  return found;
}

/** The sign as one mark, or as two where both of two single quotations end in it: ‘a ‘b’’. */
function partsOf(text: string, sign: string, at: number, before: readonly Mark[]): Mark[] {
  const whole = leaning(text, sign, at);
  if (sign !== '’’' || !whole) return whole ? [whole] : [];
  const doubled = before.some((mark) => mark.sign === '‘‘' || mark.sign === '’’' || mark.sign === '‚‚');
  if (doubled || whole.lean >= 0 || !before.some((mark) => mark.sign === '‘')) return [whole];
  return [
    { ...whole, sign: '’', single: true },
    { ...whole, sign: '’', single: true, at: at + 1 },
  ];
}

function leaning(text: string, sign: string, at: number): Mark | undefined {
  const single = singles.has(sign);
  let before = at - 1;
  while (before >= 0 && at - before < 4 && unseen.test(text[before]!)) before--;
  let after = at + sign.length;
  while (after < text.length && after - at < 4 && unseen.test(text[after]!)) after++;
  const behind = text[after] ?? ' ';
  let left = leftOf(text, before);
  const right = rightOf(text, after);
  if (left === -1 && right === 1 && isLetter(text[before]!)) {
    const word = /[\p{L}\p{M}]*$/u.exec(text.slice(Math.max(0, before + 1 - reach), before + 1))![0];
    // הרמטכ”ל, ת”א: gershayim stand before the last letter.
    if (
      sign === '”' &&
      hebrew.test(word) &&
      /^\p{Script=Hebrew}(?!\p{L})/u.test(text.slice(after, after + 2))
    )
      return undefined;
    const prefixed =
      prefixes.test(word) && (sign !== '"' && sign !== '״' ? !single : opensWord(text, sign, at, word));
    if (prefixed) left = 1;
    else if (inWords.has(sign) && (sign !== '"' || hebrew.test(word))) return undefined;
  }
  // ’90s, ’tis: the apostrophe of something left out.
  if (single && left === 1 && right === 1 && (/\d/.test(behind) || (sign === '’' && latin.test(behind))))
    return undefined;
  return { sign, at, lean: left + right, single };
}

/** 1 where what stands before a mark lets it open, -1 where it lets it close, between where it may do both. */
function leftOf(text: string, before: number): number {
  let at = before;
  // Of marks side by side the outermost tells.
  while (at >= 0 && before - at < 4 && anySign.test(text[at]!)) at--;
  const sign = text[at] ?? ' ';
  if (/[\s([{:؛;–—\-/|=•*_>\u0640]/.test(sign)) return 1;
  if (/[.!?؟۔…]/.test(sign)) return -0.5;
  if (/[,،]/.test(sign)) return 0;
  return -1;
}

function rightOf(text: string, after: number): number {
  let at = after;
  while (at < text.length && at - after < 4 && anySign.test(text[at]!)) at++;
  const sign = text[at] ?? ' ';
  if (isLetter(sign) || /[(#@$€£…\ud800-\udbff]/.test(sign)) return 1;
  if (/[.]/.test(sign)) return text[at + 1] === '.' ? 0.5 : -1;
  return -1;
}

/** ש"לא נסכים" opens, צה"ל and ב"כ do not: a particle, then a word of two letters, and the next such mark closes. */
function opensWord(text: string, sign: string, at: number, word: string): boolean {
  if (!hebrew.test(word)) return true;
  if (!/^\p{L}{2}/u.test(text.slice(at + 1, at + 3))) return false;
  const next = text.indexOf(sign, at + 1);
  return next >= 0 && /[\p{L}\p{N}.!?…]/u.test(text[next - 1]!) && !/^\p{L}/u.test(text[next + 1] ?? ' ');
}
