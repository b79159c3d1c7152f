// People in languages without capitals: by given and family names, and by what stands beside unknown words.
import { keyOf } from './bodies.ts';
import { type Grammar, sorts } from './grammar.ts';
import { announced, type Office } from './offices.ts';
import { coverOf, type Named, type Passage } from './passage.ts';
import type { Token } from './tokens.ts';

/** Words that no name of a person is made of, unless they are names as well. */
const never =
  sorts.stop | sorts.verb | sorts.pronoun | sorts.that | sorts.opener | sorts.office | sorts.body | sorts.bodyEnd |
  sorts.title | sorts.plural | sorts.region | sorts.nation | sorts.common | sorts.place | sorts.organization; // biome-ignore format: one list

/** Words that are no name even though a list of names has them. */
const closed = sorts.stop | sorts.pronoun | sorts.that | sorts.verb;

/** Words of a name at most. */
const longest = 4;

/** How sure a name has to be: see `scoreOf`. */
const enough = 3;

/** The people of a passage, in order. */
export function peopleIn(
  passage: Passage,
  bodies: readonly Named[],
  offices: readonly Office[],
  grammar: Grammar,
): Named[] {
  const { tokens } = passage;
  const cover = coverOf(passage);
  for (const { type, from, to } of bodies)
    if (type === 'organization' || to - from > 1 || tokens[from]!.sorts & sorts.region)
      cover.fill(3, from, to);
  const agents = new Set((grammar.speech.agents ?? '').split('|'));
  const found: Named[] = [];
  for (let at = 0; at < tokens.length; at++) {
    if (!nameable(tokens, at, at, cover, grammar)) continue;
    // האופוזיציה יאיר לפיד: the name begins at the given name, not at an unknown word before it.
    const next = tokens[at + 1];
    // Behind an office whose head stands last it begins right there: سینیٹر شبلی فراز.
    const announcedHere = !grammar.headFirst && offices.some((office) => office.to === at);
    if (
      !announcedHere &&
      !isName(tokens[at]!) &&
      next &&
      next.sorts & sorts.given &&
      nameable(tokens, at + 1, at, cover, grammar)
    )
      continue;
    let most = at + 1;
    while (most < tokens.length && most - at < longest && nameable(tokens, most, at, cover, grammar)) most++;
    if (grammar.prefixes || !grammar.headFirst)
      while (most - at > 2 && !goesOn(tokens, most, cover, !grammar.headFirst)) most--;
    let best: { to: number; score: number; office?: Office } | undefined;
    for (let to = most; to > at; to--) {
      if (!whole(tokens, at, to, most, grammar)) continue;
      const beside = announced(passage, at, to, offices, agents, grammar);
      const score = scoreOf(passage, at, to, most, grammar) + beside.score;
      if (score >= enough && (!best || score > best.score)) best = { ...beside, to, score };
    }
    if (!best) continue;
    found.push(personAt(passage, at, best.to, best.office));
    at = best.to - 1;
  }
  return found;
}

/** Words between the parts of a family name. */
const particles = /^(?:בן|בת|בר|אבו|אבן|אל|דה|די|דל|ון|ואן|לה|סן|סנט)$/u;

/**
 * Whether a third word belongs to a name in a language whose verbs and prefixed words no list has whole: it is a name itself,
 * has a particle before it, or ends what leads to a comma or a known verb. דוד אוחנה עקץ את, דוד אוחנה בישיבת: it does not.
 */
function goesOn(tokens: readonly Token[], to: number, cover: Uint8Array, postposed: boolean): boolean {
  const last = tokens[to - 1]!;
  if (isName(last) || particles.test(tokens[to - 2]!.key)) return true;
  if (!postposed && /^[ובלכמש]/u.test(last.key)) return false;
  const next = tokens[to];
  if (!next || cover[to] === 1 || (postposed && next.sorts & sorts.preposition)) return true;
  return next.kind === 'sign' ? next.key !== ':' : (next.sorts & sorts.verb) > 0;
}

/** A person at a run of words. */
export function personAt({ tokens }: Passage, from: number, to: number, office?: Office): Named {
  const shift = tokens[from]!.shift;
  return {
    type: 'person',
    from,
    to,
    start: tokens[from]!.start + shift,
    end: tokens[to - 1]!.end,
    key: keyOf(tokens, from, to, shift),
    ...(office ? { office: { start: tokens[office.from]!.start, end: tokens[office.to - 1]!.end } } : {}),
  };
}

function isName(token: Token): boolean {
  return (token.sorts & (sorts.given | sorts.family)) > 0 && !(token.sorts & closed);
}

function nameable(
  tokens: readonly Token[],
  at: number,
  from: number,
  cover: Uint8Array,
  grammar: Grammar,
): boolean {
  const token = tokens[at]!;
  if (token.kind !== 'word' || cover[at] || token.quote !== tokens[from]!.quote) return false;
  // A prefix stands before a name, not inside it.
  if (at > from && token.shift > 0) return false;
  // وزیر is a family name too, but what leads is what somebody is.
  if (at === from && token.sorts & (sorts.office | sorts.plural | sorts.body | sorts.bodyEnd)) return false;
  if (isName(token)) return true;
  return !(token.sorts & never) && token.key.length > 1 && !grammar.verbLike?.test(token.key);
}

/** Whether a run may end here: at a border, or behind a given name and one word more. */
function whole(tokens: readonly Token[], from: number, to: number, most: number, grammar: Grammar): boolean {
  if (to === most) return true;
  const last = tokens[to - 1]!;
  if (!isName(tokens[from]!)) return false;
  const next = tokens[to]!;
  // محمدجواد ظریف کتابی: a family name is behind; what follows is not of the name unless it looks so.
  if (looksFamily(next, grammar)) return false;
  return !(last.sorts & sorts.given) || (last.sorts & sorts.family) > 0 || to - from > 1;
}

function looksFamily(token: Token, grammar: Grammar): boolean {
  return (token.sorts & sorts.family) > 0 || (grammar.familyLike?.test(token.key) ?? false);
}

/** How much a run of words looks like a name by its own words. */
function scoreOf({ tokens }: Passage, from: number, to: number, most: number, grammar: Grammar): number {
  const first = tokens[from]!;
  const last = tokens[to - 1]!;
  const length = to - from;
  const ordinary = sorts.common | sorts.place | sorts.town | sorts.office | sorts.region | sorts.nation;
  let score = 0;
  const shy = (first.sorts & ordinary) > 0 || first.key.length - first.shift < 3;
  if (first.sorts & sorts.given) score += shy ? 1 : 2;
  // One word of no list is a name only behind a title.
  const named = (first.sorts & sorts.family) > 0 && !(first.sorts & (ordinary | sorts.given));
  // מנעה: a prefix that no person takes often comes off only before a whole name.
  const prefixed = first.shift > 0 && /[במשהכ]/u.test(first.key[first.shift - 1]!);
  if (prefixed && !(length > 1 && looksFamily(last, grammar))) score -= 1;
  if (length === 1) return named ? score : score - (score > 0 ? 2 : 3);
  if (looksFamily(last, grammar)) score += last.sorts & ordinary ? 1 : 2;
  else if (first.sorts & sorts.given && !(last.sorts & (ordinary & ~(sorts.place | sorts.town)))) score += 1;
  if (length > 3) score -= 1;
  // Words that no list has are a name only up to a border.
  if (to < most && !isName(last) && !(first.sorts & sorts.given)) score -= 2;
  if (last.sorts & sorts.common) score -= 1;
  return score;
}
