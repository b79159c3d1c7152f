// What a verb of saying leads to: words in marks, words behind a colon, or a clause, and where these end.
import { type Grammar, sorts } from './grammar.ts';
import type { Cue, Passage } from './passage.ts';
import type { Token } from './tokens.ts';

/** What a cue leads to, as indexes of tokens; `quote` as the index of a quotation. */
export type SpeechObject =
  | { readonly kind: 'quote'; readonly quote: number }
  | { readonly kind: 'colon'; readonly from: number }
  | { readonly kind: 'clause'; readonly from: number; readonly to: number };

/** Words between a verb and what opens its clause at most. */
const reach = 16;

const comma = /^[,،؛;]$/u;

/** What stands behind a cue, inside its sentence that ends at `ceiling`. */
export function objectBehind(
  passage: Passage,
  cue: Cue,
  ceiling: number,
  grammar: Grammar,
  hasSubject: boolean,
): SpeechObject | undefined {
  const { tokens, cues } = passage;
  const near = cue.kind === 'noun' ? cue.to + 2 : Math.min(ceiling, cue.to + reach);
  let commas = 0;
  for (let at = cue.to; at < near && at < ceiling; at++) {
    const token = tokens[at]!;
    if (token.quote >= 0) {
      const found = quoteAt(passage, cue, at, commas, grammar);
      if (found) return found;
      // A paper's name in marks stands between: אמר ל"כלכליסט" כי.
      while (at + 1 < ceiling && tokens[at + 1]!.quote === token.quote) at++;
      continue;
    }
    if (token.key === ':' && cue.kind !== 'noun') {
      const next = tokens[at + 1];
      if (!next) return undefined;
      return next.quote >= 0 ? { kind: 'quote', quote: next.quote } : { kind: 'colon', from: at + 1 };
    }
    if (clauseAt(tokens, at, cue, commas, grammar))
      return { kind: 'clause', from: at, to: subordinateEnd(passage, cue, at, ceiling) };
    if (comma.test(token.key)) commas++;
    if (at > cue.to && cues.some((other) => other.from === at && other.kind !== 'noun')) break;
  }
  if (!hasSubject) return undefined;
  if (grammar.speech.bare) return bareClause(passage, cue, ceiling);
  return grammar.speech.bareVerbs?.test(tokens[cue.from]!.key)
    ? behindVerb(passage, cue, ceiling)
    : undefined;
}

/** Whether a clause of a cue begins at a word; `commas` stand between. */
function clauseAt(tokens: readonly Token[], at: number, cue: Cue, commas: number, grammar: Grammar): boolean {
  const token = tokens[at]!;
  if (!opensClause(token, grammar)) return false;
  const that = (token.sorts & sorts.that) > 0;
  // של שרי הממשלה: what a preposition governs opens no clause.
  if (at > cue.to && !that && tokens[at - 1]!.sorts & sorts.preposition) return false;
  // …, כי "…": words in marks behind it are what was said, however much stands before.
  const marked = commas === 1 && that && (tokens[at + 1]?.quote ?? -1) >= 0;
  return marked || commas === 0 || commas === 2 || at === cue.to + 1;
}

/** کارشناسان می‌گویند آب کم است: in a language whose verbs stand last, what follows one is its clause. */
function behindVerb(passage: Passage, cue: Cue, ceiling: number): SpeechObject | undefined {
  const { tokens } = passage;
  const from = /^[,،]$/u.test(tokens[cue.to]?.key ?? '') ? cue.to + 1 : cue.to;
  const first = tokens[from];
  if (!first || from >= ceiling || first.kind === 'sign' || first.sorts & sorts.opener || ceiling - from < 4)
    return undefined;
  return { kind: 'clause', from, to: clauseEnd(passage, from, ceiling) };
}

/** با بیان اینکه …، از …: a clause on a noun ends at the comma before the sentence's own verb. */
function subordinateEnd(passage: Passage, cue: Cue, from: number, ceiling: number): number {
  const end = clauseEnd(passage, from, ceiling);
  if (cue.kind !== 'noun' || end < ceiling - 1) return end;
  for (let at = end - 2; at > from + 2; at--)
    if (comma.test(passage.tokens[at]!.key) && passage.tokens[at]!.quote < 0) return at;
  return end;
}

/** A quotation right behind a verb: said “…”, told Reuters in an interview, “…”. */
function quoteAt(
  passage: Passage,
  cue: Cue,
  at: number,
  commas: number,
  grammar: Grammar,
): SpeechObject | undefined {
  const { tokens, outer } = passage;
  const quote = tokens[at]!.quote;
  const words = tokens.filter((token) => token.quote === quote && token.kind !== 'sign').length;
  const touches = at === cue.to || (at === cue.to + 1 && comma.test(tokens[cue.to]!.key));
  const punctuated = comma.test(tokens[at - 1]!.key);
  if (cue.kind !== 'says') return undefined;
  if (!outer[quote]!.closed && words > 60) return undefined;
  // Two words in marks inside a sentence are a title or a term as often as speech.
  if (words < 3 && !(punctuated && (touches || tokens[at - 1]!.key === ':'))) return undefined;
  if (touches || (punctuated && commas <= 1)) return { kind: 'quote', quote };
  return at - cue.to <= 3 && words > 3 && !grammar.capitals ? { kind: 'quote', quote } : undefined;
}

/** A word that opens a clause, by itself or as a prefix (Hebrew ש). */
function opensClause(token: Token, grammar: Grammar): boolean {
  if (token.sorts & sorts.that) return true;
  if (grammar.prefixes === undefined || !/^ש\p{L}{2,}/u.test(token.key)) return false;
  return token.sorts === 0 || token.shift > 0;
}

/** Behind whom a verb tells: told reporters, told a news conference, told Reuters; right behind any other verb. */
function behindHearer({ tokens, names }: Passage, cue: Cue, ceiling: number): number {
  let at = cue.to;
  if (!/^(?:told|tells|telling)$/u.test(tokens[cue.from]!.key)) return at;
  const name = names.find((one) => one.from >= at && one.from <= at + 1);
  if (name) return name.to;
  at += /^(?:the|a|an|his|her|their)$/u.test(tokens[at]?.key ?? '') ? 2 : 1;
  while (at < ceiling && at < cue.to + 5 && !adverbial.test(tokens[at]!.key) && !begins(tokens[at]!)) at++;
  return at;
}

/** She said the bridge was closed: a clause that nothing opens, behind who was told and when. */
function bareClause(passage: Passage, cue: Cue, ceiling: number): SpeechObject | undefined {
  const { tokens, dates } = passage;
  const mixed = mixedVerbs.test(tokens[cue.from]!.key);
  if (!mixed && !bareVerbs.test(tokens[cue.from]!.key)) return undefined;
  let at = behindHearer(passage, cue, ceiling);
  for (let turns = 0; turns < 3; turns++) {
    const date = dates.find((one) => one.from === at);
    if (date) at = date.to;
    const token = tokens[at];
    if (!token || at >= ceiling) return undefined;
    if (!adverbial.test(token.key)) break;
    // in a statement, on Tuesday, by telephone, last week
    at++;
    while (at < ceiling && at < cue.to + 7) {
      const next = dates.find((one) => one.from === at);
      if (next) {
        at = next.to;
        break;
      }
      if (phraseEnds.test(tokens[at]!.key)) {
        at++;
        break;
      }
      at++;
    }
  }
  const first = tokens[at];
  if (!first || first.kind === 'sign' || at >= ceiling || ceiling - at < 3) return undefined;
  if (mixed ? !pronounStarts.test(first.key) : !begins(first) && !/s$/u.test(first.key)) return undefined;
  return { kind: 'clause', from: at, to: clauseEnd(passage, at, ceiling) };
}

/** A word that may begin the subject of a clause. */
function begins(token: Token): boolean {
  return token.capital || token.kind === 'number' || subjectStarts.test(token.key);
}

const bareVerbs =
  /^(?:said|says|say|saying|told|tells|telling|insisted|insists|believes?|believed|thinks?|thought|argued?|argues|hopes?|hoped|knew)$/u;
/** Verbs that take a thing as often as a clause: announced the deal, announced it would close. */
const mixedVerbs =
  /^(?:warned|warns|admitted|admits|announced|announces|claimed|claims|explained|noted|acknowledged|conceded|predicted|feels?|felt|agreed|agrees|estimates?|estimated|confirmed|feared?|fears|adding|added)$/u;
const pronounStarts = /^(?:he|she|it|they|we|there|i|nobody|nothing|everyone|everybody)$/u;
const adverbial =
  /^(?:in|on|by|at|during|after|before|from|last|later|earlier|yesterday|today|afterwards|via|through|over)$/u;
const phraseEnds =
  /^(?:statement|interview|email|e-mail|telephone|phone|message|conference|meeting|week|month|year|night|morning|evening|afternoon|letter|post|report|speech|briefing|release|television|tv|radio|twitter|x|facebook|later|today|yesterday|day|hearing|memo|video|call)$/u;
const subjectStarts =
  /^(?:the|a|an|he|she|it|they|we|you|there|this|these|those|his|her|its|their|our|my|your|no|all|both|some|many|most|more|less|nobody|everybody|nothing|everything|anyone|any|each|every|one|two|three|four|five|six|seven|eight|nine|ten|nearly|about|almost|only|such|neither|several|hundreds|thousands|what|who|i)$/u;

/**
 * Where a clause ends: before the stop of its sentence, or where the next verb of saying with an object of its own is joined
 * to it (، و افزود; and added that).
 */
export function clauseEnd(passage: Passage, from: number, ceiling: number): number {
  const { tokens, cues } = passage;
  let end = ceiling;
  while (end > from && tokens[end - 1]!.quote < 0 && /^[.!?؟۔…,،؛;:]$|^\.{2,}$/u.test(tokens[end - 1]!.key))
    end--;
  // «…؛ هرچند …»: behind a semicolon the writer takes the word again.
  for (let at = from + 2; at + 1 < end; at++)
    if (
      /^[؛;]$/u.test(tokens[at]!.key) &&
      tokens[at]!.quote < 0 &&
      /^(?:هرچند|اما|ولی|however)$/u.test(tokens[at + 1]!.key)
    )
      end = at;
  // , אבל סירב להאשים: so does a verb of his behind a but.
  for (let at = from + 2; at + 2 < end; at++)
    if (comma.test(tokens[at]!.key) && but.test(tokens[at + 1]!.key) && tokens[at + 2]!.sorts & sorts.verb)
      end = at;
  for (const cue of cues) {
    const agent =
      cue.from > from + 2 && cue.from < end && cue.kind !== 'noun' ? agentBefore(tokens, cue.from, from) : -1;
    if (agent > 0) return agent;
    if (cue.from <= from + 2 || cue.from >= end || cue.kind === 'noun' || tokens[cue.from]!.quote >= 0)
      continue;
    // اور امید ہے: a hope of the speaker's, joined to what he says.
    if (hopes.test(tokens[cue.from]!.key) && tokens[cue.from - 1]!.key === 'اور') continue;
    const next = tokens[cue.to];
    const joined = joinBefore(tokens, cue.from, from);
    if (joined < 0 || !next) continue;
    return joined;
  }
  return end;
}

/** Words behind a comma with which another subject begins. */
export const turns = /^(?:while|whereas|but|and|در حالی|درحالی|اما|ولی|جبکہ|لیکن|ואילו|אך|אבל)$/u;

const hopes = /^(?:امید|یقین|خواہش)$/u;
const but = /^(?:אבל|אך|but|لیکن|مگر|اما|ولی)$/u;

/** …،عدالت نے کہا: the index of the comma behind which somebody else acts and speaks, or -1. */
function agentBefore(tokens: readonly Token[], at: number, from: number): number {
  let agents = false;
  for (let back = at - 1; back > from + 2 && at - back <= 12; back--) {
    const token = tokens[back]!;
    if (token.quote >= 0 || token.sorts & sorts.that) return -1;
    if (token.key === 'نے') agents = true;
    if (comma.test(token.key)) return agents ? back : -1;
  }
  return -1;
}

/** The index of the comma or conjunction before a verb and its pronoun, or -1 where others words join them. */
function joinBefore(tokens: readonly Token[], at: number, from: number): number {
  let begin = at;
  for (let back = 1; back <= 4 && at - back > from; back++) {
    const token = tokens[at - back]!;
    if (token.quote >= 0) return -1;
    if (comma.test(token.key)) return at - back;
    if (/^(?:و|and|but|اور)$/u.test(token.key)) {
      begin = at - back;
      return comma.test(tokens[begin - 1]?.key ?? '') ? begin - 1 : begin;
    }
    if (!(token.sorts & (sorts.pronoun | sorts.opener | sorts.stop))) break;
  }
  // …, while the spokesman said: another speaker begins behind the comma.
  for (let back = at - 1; back > from && at - back <= 14; back--) {
    if (tokens[back]!.quote >= 0) break;
    if (comma.test(tokens[back]!.key)) {
      if (turns.test(tokens[back + 1]!.key)) return back;
      break;
    }
  }
  // ואמר: the conjunction is written onto the verb.
  return /^ו/u.test(tokens[at]!.key) && tokens[at]!.key.length > 3 ? at : -1;
}
