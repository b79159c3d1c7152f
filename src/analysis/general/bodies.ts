// Places and organizations: known ones, and those whose head says what they are.
import { type Grammar, sorts } from './grammar.ts';
import type { Phrases } from './lexicon.ts';
import { coverOf, type Named, type Passage } from './passage.ts';
import { strippedKeys, type Token } from './tokens.ts';

/** Words that no name of an organization goes on over. */
const ends =
  sorts.stop |
  sorts.verb |
  sorts.pronoun |
  sorts.office |
  sorts.opener |
  sorts.that |
  sorts.title |
  sorts.preposition |
  sorts.plural;

/** Words that a name of an organization has behind its head, at most. */
const longest = 4;

/** Words before the head that ends one, at most. */
const longestBefore = 6;

/** The places and organizations of a passage, in order. */
export function bodiesIn(passage: Passage, grammar: Grammar, lexicon: Phrases): Named[] {
  const { tokens } = passage;
  const cover = coverOf(passage);
  const found: Named[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    if (token.kind !== 'word' || cover[at]) continue;
    const named =
      grammar.capitals && !token.capital
        ? undefined
        : (bodyAt(passage, at, cover, grammar, lexicon) ??
          knownAt(passage, at, grammar, lexicon) ??
          regionAt(passage, at, cover, grammar, lexicon));
    if (!named) continue;
    // سپریم کورٹ: a head behind takes in the names before it.
    while (found.length > 0 && found.at(-1)!.to > named.from) found.pop();
    found.push(named);
    at = named.to - 1;
  }
  return found;
}

function make(
  tokens: readonly Token[],
  from: number,
  to: number,
  type: Named['type'],
  shift: number,
  end?: number,
): Named {
  const start = tokens[from]!.start + shift;
  return { type, from, to, start, end: end ?? tokens[to - 1]!.end, key: keyOf(tokens, from, to, shift) };
}

/** The key of a run of words, a prefix off. */
export function keyOf(tokens: readonly Token[], from: number, to: number, shift: number): string {
  return tokens
    .slice(from, to)
    .map(({ key }, index) => (index === 0 ? key.slice(shift) : key))
    .join(' ');
}

function knownAt({ tokens }: Passage, at: number, grammar: Grammar, lexicon: Phrases): Named | undefined {
  const token = tokens[at]!;
  const wanted = sorts.place | sorts.organization | sorts.town;
  let best = { phrase: lexicon.at(tokens, at, wanted), shift: 0 };
  // באזור: a word of the language has no prefix to take off.
  const bare = token.shift === 0 && (token.sorts & (sorts.common | sorts.stop | sorts.verb)) > 0;
  for (const { key, shift } of bare ? [] : strippedKeys(token, grammar)) {
    const phrase = lexicon.at(tokens, at, wanted, key);
    // שקרים, שיגור: nor is a short name behind a conjunction one.
    if (phrase?.length === 1 && key.length < 5 && /[שכה]/u.test(token.key[shift - 1]!)) continue;
    if (phrase && (!best.phrase || phrase.length > best.phrase.length)) best = { phrase, shift };
  }
  const { phrase, shift } = best;
  if (!phrase) return undefined;
  // Words of the language are names only where a preposition or a head says so.
  const before = tokens[at - 1];
  const headed = before !== undefined && before.end < token.start && (before.sorts & sorts.region) > 0;
  // استان فارس: the province, not the agency.
  const province = headed && (phrase.sorts & (sorts.place | sorts.town)) > 0;
  const organization = (phrase.sorts & sorts.organization) > 0 && !province;
  const said =
    (shift > 0 && /[בלמ]/u.test(token.key[shift - 1]!)) ||
    (before !== undefined && (before.sorts & sorts.preposition) > 0 && before.shift === 0);
  // شام میں: in Syria, not in the evening.
  const within = !grammar.headFirst && tokens[at + 1]?.key === 'میں' && tokens[at - 1]?.kind !== 'number';
  const shy =
    (phrase.sorts & (sorts.common | sorts.stop | sorts.verb)) > 0 ||
    !(phrase.sorts & (sorts.place | sorts.organization));
  if (phrase.length === 1 && shy && !headed && !(said && !(phrase.sorts & sorts.stop)) && !within)
    return undefined;
  const to = at + phrase.length;
  if (grammar.capitals && !tokens.slice(at, to).every((one, index) => one.capital || index > 0))
    return undefined;
  const whole = make(tokens, at, to, organization ? 'organization' : 'place', shift);
  const named = organization || shift > 0 ? whole : { ...whole, key: shortest(tokens, at, to, lexicon) };
  if (!headed || organization) return named;
  // استان خوزستان, ضلع چترال: the head belongs to the place.
  return { ...named, from: at - 1, start: before!.start + before!.shift, key: named.key };
}

/** The key of a known place without its head or its nation: نوار غزه and غزه, عربستان سعودی and عربستان are one. */
function shortest(tokens: readonly Token[], at: number, to: number, lexicon: Phrases): string {
  const known = (from: number, end: number) =>
    end > from && lexicon.at(tokens, from, sorts.place)?.length === end - from;
  if (to - at > 1 && tokens[at]!.sorts & sorts.region && known(at + 1, to))
    return keyOf(tokens, at + 1, to, 0);
  if (
    to - at > 1 &&
    tokens[to - 1]!.sorts & sorts.nation &&
    lexicon.sortsOf(tokens[at]!.key) & sorts.place &&
    to - at === 2
  )
    return tokens[at]!.key;
  return keyOf(tokens, at, to, 0);
}

/** A place that only its head tells: تالاب هامون, קיבוץ יטבתה. */
function regionAt(
  passage: Passage,
  at: number,
  cover: Uint8Array,
  grammar: Grammar,
  lexicon: Phrases,
): Named | undefined {
  const { tokens } = passage;
  const token = tokens[at]!;
  if (!grammar.headFirst || grammar.capitals || !(token.sorts & sorts.region)) return undefined;
  // What the lexicon knows behind the head takes it in by itself.
  if (at + 1 < tokens.length && knownAt(passage, at + 1, grammar, lexicon)) return undefined;
  let to = at + 1;
  while (to < tokens.length && to - at <= 2) {
    const next = tokens[to]!;
    if (next.kind !== 'word' || cover[to] || next.quote !== token.quote || next.shift > 0) break;
    if (next.sorts & (ends | sorts.common | sorts.body | sorts.region | sorts.nation)) break;
    if (grammar.verbLike?.test(next.key)) break;
    to++;
  }
  return to === at + 1 ? undefined : make(tokens, at, to, 'place', token.shift);
}

/** An organization by its head: behind it in Persian and Hebrew, around it in Urdu. */
function bodyAt(
  passage: Passage,
  at: number,
  cover: Uint8Array,
  grammar: Grammar,
  lexicon: Phrases,
): Named | undefined {
  if (grammar.capitals) return undefined;
  const { tokens } = passage;
  const token = tokens[at]!;
  const end = lexicon.at(tokens, at, sorts.bodyEnd);
  if (end) return endedAt(passage, at, end.length, cover, lexicon);
  const head = headAt(tokens, at, grammar, lexicon);
  if (!head) return undefined;
  // The ministry: a head with an article is no name by itself.
  if (head.shift > 0 && token.key[head.shift - 1] === 'ה') return undefined;
  const begin = at + head.length;
  const tail = tailOf(passage, begin, cover, grammar, lexicon);
  let { to } = tail;
  const { quoted } = tail;
  while (to > begin && tokens[to - 1]!.key === 'و') to--;
  // A body that the lexicon knows whole goes on only with a place: وزارت خارجه ایران.
  const known = lexicon.at(tokens, at, sorts.organization);
  if (known && known.length > 1 && quoted === undefined) {
    const end = at + known.length;
    to = tokens[end] && end < to && tokens[end]!.sorts & (sorts.place | sorts.nation) ? end + 1 : end;
  }
  if (to === begin && !(token.sorts & sorts.organization)) return undefined;
  return make(tokens, at, to, 'organization', head.shift, quoted);
}

/** ארגון המורים רן ארז: whether a person's name begins behind a noun with its article, which closes the name of a body. */
function beginsPerson(before: Token, next: Token): boolean {
  if (!/^ה../u.test(before.key)) return false;
  return (next.sorts & sorts.given) > 0 && !(next.sorts & (sorts.common | sorts.place));
}

/** Where the words behind the head of a body end; `quoted` where they stand in marks: חברת "קווים". */
function tailOf(
  { tokens, outer }: Passage,
  begin: number,
  cover: Uint8Array,
  grammar: Grammar,
  lexicon: Phrases,
): { to: number; quoted: number | undefined } {
  const level = tokens[begin - 1]!.quote;
  const stately = grammar.stately?.test(tokens[begin - 1]!.key);
  let to = begin;
  let quoted: number | undefined;
  while (to < tokens.length && to - begin < longest) {
    const next = tokens[to]!;
    // חברת "קווים", حرکة «…»: the name of a body stands in marks.
    if (next.quote !== level && next.quote >= 0) {
      if (to > begin) break;
      const last = tokens.findLastIndex(({ quote }) => quote === next.quote);
      if (last - to > 3) break;
      quoted = outer[next.quote]!.outer.end;
      to = last + 1;
      break;
    }
    if (next.kind !== 'word' || next.quote !== level || cover[to]) break;
    const joins =
      next.key === 'و' && tokens[to + 1]?.kind === 'word' && !(tokens[to + 1]!.sorts & ends) && to > begin;
    if (!joins && next.sorts & ends) break;
    // مجلس محمدعلی پورمختار: no parliament bears a man's name.
    if (stately && next.sorts & sorts.given && !(next.sorts & (sorts.common | sorts.place))) break;
    if (to > begin && grammar.prefixes && beginsPerson(tokens[to - 1]!, next)) break;
    // בעיר: a particle on a word behind the name.
    if (grammar.prefixes && to > begin && next.sorts === 0 && /^[בל]/u.test(next.key)) break;
    to++;
    const place = next.shift === 0 ? lexicon.at(tokens, to - 1, sorts.place) : undefined;
    if (place && place.length > 1) {
      to += place.length - 1;
      break;
    }
    // A place or a nation ends it: وزارت خارجه ایران.
    if (to > begin + 1 && next.sorts & sorts.place) break;
  }
  return { to, quoted };
}

/** The head of a body, of one word or more, with a particle off: בית המשפט in לבית המשפט. */
function headAt(
  tokens: readonly Token[],
  at: number,
  grammar: Grammar,
  lexicon: Phrases,
): { length: number; shift: number } | undefined {
  const direct = lexicon.at(tokens, at, sorts.body);
  if (direct) return { length: direct.length, shift: 0 };
  for (const { key, shift } of strippedKeys(tokens[at]!, grammar)) {
    const found = lexicon.at(tokens, at, sorts.body, key);
    if (found) return { length: found.length, shift };
  }
  return undefined;
}

/** پاکستان کرکٹ بورڈ: a head of one word or more and the names and unknown words before it. */
function endedAt(
  { tokens }: Passage,
  at: number,
  length: number,
  cover: Uint8Array,
  lexicon: Phrases,
): Named | undefined {
  const level = tokens[at]!.quote;
  let from = at;
  while (from > 0 && at - from < longestBefore) {
    const before = tokens[from - 1]!;
    if (before.kind !== 'word' || cover[from - 1] || before.quote !== level) break;
    // فیصل آباد چیمبر: a place of two words, whose first is a name.
    if (from > 1 && lexicon.at(tokens, from - 2, sorts.place)?.length === 2) {
      from -= 2;
      continue;
    }
    if (before.sorts & (ends | sorts.common | sorts.given) && !ofBodies.test(before.key)) break;
    from--;
  }
  // اور ... اینڈ: no name begins with what joins two.
  while (from < at && joining.test(tokens[from]!.key)) from++;
  const to = goingOn(tokens, at + length, cover);
  return from === at && to === at + length
    ? undefined
    : make(tokens, from, to, 'organization', tokens[from]!.shift);
}

const joining = /^(?:آف|اینڈ|فار|برائے)$/u;
/** Words that are names and titles elsewhere: لیڈی ریڈنگ ہسپتال, ینگ ڈاکٹرز ایسوسی ایشن. */
const ofBodies =
  /^(?:آف|اینڈ|فار|ڈاکٹرز|ٹیچرز|لائرز|جرنلسٹس|ورکرز|سول|نیشنل|جنرل|لیڈی|قومی|عوامی|ملی|سوشل|زرعی|لیبر|مزدور|کسان)$/u;

/** Where a body ends that goes on behind its head: چیمبر آف کامرس اینڈ انڈسٹری. */
function goingOn(tokens: readonly Token[], begin: number, cover: Uint8Array): number {
  let to = begin;
  while (/^(?:آف|اینڈ|فار)$/u.test(tokens[to]?.key ?? '') && to - begin < 2 * longest) {
    let next = to + 1;
    while (next < tokens.length && next - to <= 3) {
      const token = tokens[next]!;
      if (token.kind !== 'word' || cover[next] || token.quote !== tokens[begin - 1]!.quote) break;
      if (joining.test(token.key) || token.sorts & (ends | sorts.common)) break;
      next++;
    }
    if (next === to + 1) break;
    to = next;
  }
  return to;
}
