// The words of a block with what the lexicon knows of them. Quotation marks are no words; each word knows its quotation.
import type { Span } from '../../text/span.ts';
import type { Quotation } from '../common/marks.ts';
import { type Grammar, sorts } from './grammar.ts';
import type { Phrases } from './lexicon.ts';

/** A word, number or sign of punctuation. */
export interface Token extends Span {
  readonly kind: 'word' | 'number' | 'sign';
  /** As it is looked up; a sign as it stands. */
  readonly key: string;
  /** Bits of {@link sorts}; of the word behind its prefix, where only that is known. */
  readonly sorts: number;
  /** Code units of a prefix that belongs to no name: 1 in בירושלים; 0 where the word has none. */
  readonly shift: number;
  /** It begins with a capital. */
  readonly capital: boolean;
  /** The index of the outermost quotation that it stands in, -1 outside. */
  readonly quote: number;
}

/** A word of Hebrew holds gershayim (צה"ל) and a hyphen (בן-גוריון); one of English an apostrophe (O'Hara). */
const pattern =
  /(?:\p{Lu}\.){2,}|[’']s(?!\p{L})|\p{Script=Hebrew}[\p{Script=Hebrew}]*(?:["”'’־-]\p{Script=Hebrew}+)*['’]?|\p{L}[\p{L}\p{M}\u200c\u200d]*(?:[-’'](?!s(?!\p{L}))\p{L}[\p{L}\p{M}]*)*|\p{Nd}+(?:[.,٫٬/:]\p{Nd}+)*|\.{2,}|[^\p{L}\p{M}\p{Nd}\s\u200b-\u200f\u061c\u202a-\u202e\u2066-\u2069\ue000]\p{M}*/gu;

/** What a prefixed word has to be for its prefix to come off. */
const bases =
  sorts.plural |
  sorts.given | sorts.family | sorts.place | sorts.town | sorts.organization | sorts.title | sorts.office |
  sorts.body | sorts.region | sorts.nation; // biome-ignore format: one list

const heads = sorts.title | sorts.office | sorts.body | sorts.region | sorts.nation | sorts.plural;

/** The article stands before no name; a short word with many letters off is another word. */
function basesOf(last: string, prefix: number, base: number): number {
  if (last === 'ה') return heads;
  return base < 3 || prefix > 2 ? heads | sorts.place : bases;
}

const capital = /^(?:(?:al|el|ar|as|ad|an|az|ash|at|ibn|bin)-)?\p{Lu}/u;
const digit = /^\p{Nd}/u;
const lettered = /^\p{L}/u;

/** The words of one block in order. `outer` are its outermost quotations; `spellings` remembers what was looked up. */
export function tokensOf(
  text: string,
  block: Span,
  outer: readonly Quotation[],
  grammar: Grammar,
  lexicon: Phrases,
  spellings: Map<string, Spelling>,
): Token[] {
  const masked = withoutMarks(text, block, outer);
  const tokens: Token[] = [];
  let quote = 0;
  for (const match of masked.matchAll(pattern)) {
    const spelling = match[0];
    const start = block.start + match.index;
    const end = start + spelling.length;
    while (quote < outer.length && outer[quote]!.outer.end <= start) quote++;
    const inside = quote < outer.length && outer[quote]!.outer.start <= start ? quote : -1;
    if (!lettered.test(spelling)) {
      const kind = digit.test(spelling) ? 'number' : 'sign';
      tokens.push({ start, end, kind, key: spelling, sorts: 0, shift: 0, capital: false, quote: inside });
      continue;
    }
    let known = spellings.get(spelling);
    if (!known) {
      known = wordsOf(spelling, grammar, lexicon);
      spellings.set(spelling, known);
    }
    for (const { from, to, ...word } of known)
      tokens.push({ start: start + from, end: start + to, kind: 'word', ...word, quote: inside });
  }
  return withPhrases(tokens, lexicon);
}

/** The words of a spelling, wherever it stands: one, or two that are written without the blank between them. */
export type Spelling = readonly (Pick<Token, 'key' | 'sorts' | 'shift' | 'capital'> & {
  readonly from: number;
  readonly to: number;
})[];

function wordsOf(spelling: string, grammar: Grammar, lexicon: Phrases): Spelling {
  const whole = formOf(spelling, grammar, lexicon);
  const at = whole.sorts === 0 ? (grammar.seam?.(spelling, lexicon) ?? 0) : 0;
  if (at === 0) return [{ ...whole, from: 0, to: spelling.length }];
  return [
    { ...formOf(spelling.slice(0, at), grammar, lexicon), from: 0, to: at },
    { ...formOf(spelling.slice(at), grammar, lexicon), from: at, to: spelling.length },
  ];
}

function formOf(
  spelling: string,
  grammar: Grammar,
  lexicon: Phrases,
): Pick<Token, 'key' | 'sorts' | 'shift' | 'capital'> {
  const key = grammar.key(spelling);
  let sort = lexicon.sortsOf(key);
  let shift = 0;
  const prefix = sort === 0 ? grammar.prefixes?.exec(key)?.[0] : undefined;
  for (let length = 1; prefix && length <= prefix.length && shift === 0; length++) {
    const base = lexicon.sortsOf(key.slice(length));
    if (!(base & basesOf(key[length - 1]!, length, key.length - length))) continue;
    shift = length;
    sort = base | (/[בכלמש]/u.test(prefix.slice(0, length)) ? sorts.preposition : 0);
  }
  return { key, sorts: sort, shift, capital: capital.test(spelling) };
}

/** Sorts that phrases of several words have as well: پس از, prime minister. */
const phrased =
  sorts.stop |
  sorts.office |
  sorts.plural |
  sorts.opener |
  sorts.preposition |
  sorts.title |
  sorts.that |
  sorts.common |
  sorts.nation;

/** Gives the words of a phrase its sorts. */
function withPhrases(tokens: Token[], lexicon: Phrases): Token[] {
  for (let at = 0; at < tokens.length; at++) {
    const found = lexicon.at(tokens, at, phrased);
    if (!found || found.length === 1) continue;
    const names = lexicon.at(tokens, at, sorts.place | sorts.organization);
    if (names && names.length >= found.length) continue;
    for (let index = at; index < at + found.length; index++)
      tokens[index] = { ...tokens[index]!, sorts: tokens[index]!.sorts | found.sorts };
    at += found.length - 1;
  }
  return tokens;
}

/** The block with a sign of no script in the place of each quotation mark, so that no word runs over one. */
function withoutMarks(text: string, block: Span, outer: readonly Quotation[]): string {
  let masked = '';
  let last = block.start;
  for (const { outer: whole, inner } of outer)
    for (const [from, to] of [
      [whole.start, inner.start],
      [inner.end, whole.end],
    ] as const) {
      masked += text.slice(last, from) + '\ue000'.repeat(Math.max(0, to - from));
      last = to;
    }
  return masked + text.slice(last, block.end);
}

/** Keys of a word with a prefix of one to three letters off, for phrases that begin behind one: בקריית שמונה. */
export function strippedKeys(token: Token, grammar: Grammar): { key: string; shift: number }[] {
  const prefix = grammar.prefixes?.exec(token.key)?.[0] ?? '';
  return [...prefix].map((_, index) => ({ key: token.key.slice(index + 1), shift: index + 1 }));
}

/** The borders of the sentences of a block as indexes of tokens. A quotation that ends in a full stop may end one. */
export function sentencesOf(
  tokens: readonly Token[],
  text: string,
  continues: (at: number) => boolean,
): [number, number][] {
  const sentences: [number, number][] = [];
  let from = 0;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    if (!ender.test(token.key)) continue;
    const next = tokens[at + 1];
    if (token.quote >= 0) {
      // «…نمی‌گیرد.» او گفت: the mark closes behind the full stop, and no verb of saying follows.
      if (next?.quote === token.quote) continue;
      if (next && (next.kind === 'sign' || (continues(at + 1) && !behindColon(tokens, at)))) continue;
    } else if (token.key === '.') {
      if (next && /[\p{L}\p{N}]/u.test(text[token.end] ?? ' ')) continue;
      const before = tokens[at - 1];
      if (before && before.end === token.start && abbreviation.test(text.slice(before.start, before.end)))
        continue;
    }
    sentences.push([from, at + 1]);
    from = at + 1;
  }
  if (from < tokens.length) sentences.push([from, tokens.length]);
  return sentences;
}

/** Whether the quotation of a word stands behind a colon: then it belongs to what is before it, not to a verb behind. */
export function behindColon(tokens: readonly Token[], at: number): boolean {
  const { quote } = tokens[at]!;
  let first = at;
  while (first > 0 && tokens[first - 1]!.quote === quote) first--;
  return tokens[first - 1]?.key === ':';
}

const ender = /^[.!?؟۔]$/u;
const abbreviation =
  /^(?:\p{Lu}|Mr|Mrs|Ms|Dr|Prof|St|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|Maj|Adm|Rev|Hon|Jr|Sr|No|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)$/u;
