// Phrases that say what somebody is, and what stands beside a name: both tell that unknown words are a person's.
import { type Grammar, sorts } from './grammar.ts';
import { coverOf, type Named, type Passage } from './passage.ts';
import type { Token } from './tokens.ts';

/** A phrase that says what somebody is, as indexes of tokens, half-open: وزیر خارجه سوئد. */
export interface Office {
  readonly from: number;
  readonly to: number;
}

/** Words that a phrase of office does not go on over. */
const ends =
  sorts.stop | sorts.verb | sorts.pronoun | sorts.opener | sorts.that | sorts.title | sorts.preposition;

/** Words of an office at most. */
const longest = 9;

/** The phrases of office of a passage: a head and what belongs to it, up to a name of a person or a sign. */
export function officesIn(passage: Passage, bodies: readonly Named[], grammar: Grammar): Office[] {
  const { tokens } = passage;
  const cover = coverOf(passage);
  const bodyAt = new Map(bodies.map((body) => [body.from, body]));
  const found: Office[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    if (token.kind !== 'word' || cover[at] || !(token.sorts & sorts.office)) continue;
    let to = at + 1;
    while (to < tokens.length && to - at < longest) {
      const next = tokens[to]!;
      if (next.kind !== 'word' || next.quote !== token.quote || cover[to]) break;
      const body = bodyAt.get(to);
      if (body && body.from === to) {
        to = body.to;
        continue;
      }
      if (
        next.sorts & ends &&
        !(next.sorts & sorts.office) &&
        !(grammar.speech.joins && joinsOf(grammar).has(next.key))
      )
        break;
      if (nameAt(tokens, at, to, grammar)) break;
      to++;
    }
    found.push({ from: at, to });
    at = to - 1;
  }
  return withBefore(tokens, found, bodies, grammar);
}

/** Whether a phrase of office that begins at `from` ends before a name at `at`. */
function nameAt(tokens: readonly Token[], from: number, at: number, grammar: Grammar): boolean {
  const next = tokens[at]!;
  const before = tokens[at - 1]!;
  // שר המדע אופיר: a noun with its article ends a Hebrew phrase before any name.
  const closed = grammar.definite !== undefined && at > from + 1 && before.key.startsWith(grammar.definite);
  const name = sorts.given | sorts.family;
  if (closed && next.sorts & name && !(next.sorts & sorts.office) && next.shift === 0) return true;
  // A given name ends it; so does a capital that no body holds, in a language that has them.
  if (next.sorts & sorts.given && !(next.sorts & (sorts.office | sorts.common | sorts.place))) return true;
  if (grammar.capitals && next.capital && !(next.sorts & sorts.office)) return true;
  // ہیڈ کوچ جوناتھن: where the head stands last, a word of no list behind it is a name.
  return !grammar.headFirst && next.sorts === 0 && !joinsOf(grammar).has(before.key);
}

const joinSets = new WeakMap<Grammar, Set<string>>();

/** Words that go on with a noun phrase, though they are little words elsewhere: Urdu کے, English of. */
export function joinsOf(grammar: Grammar): Set<string> {
  let set = joinSets.get(grammar);
  if (!set) {
    set = new Set((grammar.speech.joins ?? '').split('|').filter((word) => word !== ''));
    joinSets.set(grammar, set);
  }
  return set;
}

/** What stands before the head of an office: The company's chief executive, صوبائی وزیر, چین کی وزارت. */
function withBefore(
  tokens: readonly Token[],
  offices: readonly Office[],
  bodies: readonly Named[],
  grammar: Grammar,
): Office[] {
  if (grammar.headFirst && !grammar.capitals) return [...offices];
  const joins = joinsOf(grammar);
  return offices.map(({ from, to }, index) => {
    let begin = from;
    const floor = offices[index - 1]?.to ?? 0;
    while (begin > floor && from - begin < longest) {
      const before = tokens[begin - 1]!;
      const body = bodies.find((one) => one.to === begin);
      if (body && body.from >= floor) {
        begin = body.from;
        continue;
      }
      if (before.quote !== tokens[from]!.quote || before.kind === 'number') break;
      if (before.kind === 'sign' && !/^[’']s$/u.test(before.key)) break;
      if (before.sorts & ends && !joins.has(before.key)) break;
      begin--;
    }
    const leads = (token: Token) =>
      joins.has(token.key) || token.kind === 'sign' || /^(?:its|his|her|their)$/u.test(token.key);
    while (begin < from && leads(tokens[begin]!)) begin++;
    return { from: begin, to };
  });
}

/** How well what stands beside a run of words shows that it is a person, and the office that stands there. */
export function announced(
  passage: Passage,
  from: number,
  to: number,
  offices: readonly Office[],
  agents: ReadonlySet<string>,
  grammar: Grammar,
): { score: number; office?: Office } {
  const { tokens, cues } = passage;
  const level = tokens[from]!.quote;
  const before = tokens[from - 1]?.quote === level ? tokens[from - 1] : undefined;
  const after = tokens[to]?.quote === level ? tokens[to] : undefined;
  const comma = (token: Token | undefined) => token !== undefined && /^[,،]$/u.test(token.key);
  let score = 0;
  let office: Office | undefined;
  if (before && before.sorts & sorts.title) score += 3;
  const titled = before && before.sorts & sorts.title ? from - 1 : from;
  // به گزارش خبرنگار …، فلان: an office that a preposition governs is somebody else's.
  const free = (one: Office) =>
    one.to === titled ||
    !(tokens[one.from - 1] && tokens[one.from - 1]!.sorts & (sorts.stop | sorts.preposition));
  const direct = offices.find(
    (one) => (one.to === titled || (one.to === titled - 1 && comma(tokens[titled - 1]))) && free(one),
  );
  if (direct) {
    score += 2;
    office = direct;
  }
  const behind = offices.find(
    (one) => one.from === to || (comma(after) && one.from <= to + 3 && one.from > to),
  );
  if (behind && (behind.from <= to + 1 || appositive(tokens, to + 1, behind.from))) {
    score += behind.from === to ? 1 : 3;
    office ??= behind;
  }
  if (comma(after) && /^(?:\p{Nd}{1,3}|who|که|שעומד|whose|یکی)$/u.test(tokens[to + 1]?.key ?? '')) score += 2;
  if (after && agents.has(after.key)) score += 1;
  const says = cues.find(
    (cue) => cue.kind !== 'noun' && tokens[cue.from]!.quote === level && (cue.from === to || cue.to === from),
  );
  if (says) score += 2;
  // Two words of no list that lead a sentence whose verb is one of saying.
  const leads = passage.sentences.find(([start, end]) => start <= from && to <= end);
  if (leads && leads[0] === from && !grammar.prefixes && !manyEnd.test(tokens[from]!.key)) {
    if (says) score += 1;
    else if (cues.some((cue) => cue.kind === 'says' && cue.from > to && cue.from < leads[1]))
      score += to - from > 1 || tokens[from]!.sorts & sorts.family ? 3 : 1;
  }
  return office ? { score, office } : { score };
}

/** Ends of Persian and Urdu plurals: no name. */
const manyEnd = /(?:ندگان|گان|ان|ها|های|هایی|ات|ین|وں)$/u;

/** An article or an adverb between a comma and an office: Anna Berg, the former mayor. */
function appositive(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens.slice(from, to).every((token) => token.kind === 'word' && !token.capital);
}
