// Who speaks at a verb of saying: a name, a pronoun, or a noun phrase as it stands. Nobody where the words leave it open.
import { type Grammar, sorts } from './grammar.ts';
import { joinsOf } from './offices.ts';
import type { Cue, Named, Passage } from './passage.ts';
import { nameSubject, personBetween, type Subject, sourceOf } from './subject.ts';
import type { Token } from './tokens.ts';

/** Words between a verb and its subject or object at most. */
const reach = 14;

/** Words of a noun phrase at most. */
const longest = 10;

/** Words before whoever something is of. */
const owners = /^(?:של|of|for)$/u;

const ends = sorts.stop | sorts.verb | sorts.opener | sorts.that | sorts.preposition;

/** Looks subjects up in one passage. */
export class Subjects {
  private readonly joins: Set<string>;
  private readonly agents: Set<string>;
  private readonly starts: Map<number, Named>;
  private readonly cover: Uint8Array;
  private readonly passage: Passage;
  private readonly grammar: Grammar;

  constructor(passage: Passage, grammar: Grammar) {
    this.passage = passage;
    this.grammar = grammar;
    this.joins = joinsOf(grammar);
    this.agents = new Set((grammar.speech.agents ?? '').split('|'));
    this.starts = new Map(passage.names.map((name) => [name.from, name]));
    this.cover = new Uint8Array(passage.tokens.length + 1);
    for (const { from, to } of passage.cues) this.cover.fill(1, from, to);
    for (const { from, to } of passage.dates) this.cover.fill(2, from, to);
  }

  /** The subject of a cue; `floor` is where its sentence or clause begins. */
  of(cue: Cue, floor: number, ceiling: number): Subject | undefined {
    if (cue.kind === 'according') return this.according(cue, floor, ceiling);
    if (this.grammar.speech.subject === 'agent') return this.agent(cue, floor) ?? this.touching(cue, floor);
    const start = this.afterQuote(floor, cue.from);
    const before = this.lead(start, cue.from);
    if (before?.kind !== 'dropped') return sourceOf(this.passage, start, cue.from) ?? before;
    if (this.grammar.speech.follows && this.opens(start, cue.from)) {
      const behind = this.behind(cue.to, ceiling);
      if (behind) return behind;
    }
    return this.grammar.speech.drops ? before : undefined;
  }

  /** ایک مقامی استاد گل زمان کہتے ہیں: without the particle the subject touches its verb, or leads the sentence. */
  private touching(cue: Cue, floor: number): Subject | undefined {
    const subject = this.upTo(cue.from, floor);
    if (subject && (subject.kind !== 'phrase' || subject.office)) return subject;
    const lead = this.lead(floor, cue.from);
    const alone = this.passage.tokens
      .slice(floor, cue.from)
      .every((token) => token.quote >= 0 || token.kind !== 'word');
    return lead?.kind === 'dropped' && !alone ? undefined : lead;
  }

  /** Behind the last quotation before a verb begins what may be its subject. */
  private afterQuote(floor: number, to: number): number {
    for (let at = to - 1; at >= floor; at--) if (this.passage.tokens[at]!.quote >= 0) return at + 1;
    return floor;
  }

  /** Whether nothing that could be a subject stands between: an adverbial phrase at most. */
  private opens(from: number, to: number): boolean {
    const { tokens } = this.passage;
    const first = tokens.slice(from, to).find((token) => token.kind === 'word');
    return !first || (first.sorts & (ends | sorts.common)) > 0 || this.adverbial(first);
  }

  /** An unknown word that begins with a preposition's letter: לעיתונאים. */
  private adverbial(token: Token): boolean {
    return (
      token.sorts === 0 &&
      this.grammar.prefixes !== undefined &&
      /^[בלמכוש]/u.test(token.key) &&
      token.key.length > 3
    );
  }

  /**
   * The subject that leads a sentence: its first noun phrase that no preposition governs. Between commas stands what it
   * is; a name behind an office, or in the comma after it, is its person.
   */
  lead(from: number, to: number): Subject | undefined {
    const { tokens } = this.passage;
    let at = from;
    while (at < to) {
      at = this.skipped(at, to);
      if (at >= to) return { kind: 'dropped' };
      const token = tokens[at]!;
      if (token.sorts & sorts.pronoun) {
        return { kind: 'pronoun', mention: { start: token.start, end: token.end }, key: token.key };
      }
      const house = this.house(at);
      if (house) return house;
      const governed =
        (token.sorts & ends && !(token.sorts & sorts.plural) && !this.starts.get(at)) ||
        token.shift > 0 ||
        this.cover[at] ||
        token.quote >= 0 ||
        (this.adverbial(token) && tokens[at + 1]?.kind === 'word' && at + 1 < to && !this.starts.get(at));
      if (governed || token.kind !== 'word') {
        const comma = this.comma(at, to);
        if (comma < 0) return this.inside(at, to);
        at = comma + 1;
        continue;
      }
      return this.phrase(at, to);
    }
    return { kind: 'dropped' };
  }

  /** במשרד התחבורה הבהירו, מהמשטרה נמסר: a body with a particle before it speaks through its people. */
  private house(at: number): Subject | undefined {
    const { tokens } = this.passage;
    const token = tokens[at]!;
    const named = this.starts.get(at);
    if (!this.grammar.prefixes || !/^[במ]/u.test(token.key)) return undefined;
    if (named?.type === 'organization' && named.start === token.start + 1) return nameSubject(named);
    if (token.shift !== 1 || !(token.sorts & sorts.plural)) return undefined;
    return { kind: 'phrase', mention: { start: token.start + 1, end: token.end }, office: true };
  }

  /** A name or pronoun right before the verb, behind a phrase that no comma ends: In Geneva she said. */
  private inside(from: number, to: number): Subject | undefined {
    const { tokens } = this.passage;
    let end = to;
    while (end > from && tokens[end - 1]!.sorts & sorts.stop && !this.starts.get(end - 1)) end--;
    // Nothing but adverbs before the verb: עוד אמר.
    if (end <= from) return { kind: 'dropped' };
    const last = tokens[end - 1]!;
    if (last.sorts & sorts.pronoun)
      return { kind: 'pronoun', mention: { start: last.start, end: last.end }, key: last.key };
    const named = this.passage.names.find((name) => name.to === end && name.from >= from);
    const before = named ? tokens[named.from - 1] : undefined;
    if (
      named &&
      named.type !== 'place' &&
      !(before && before.sorts & sorts.preposition && named.from - 1 >= from)
    )
      if (this.grammar.capitals || this.grammar.prefixes)
        return named.start > tokens[named.from]!.start ? undefined : nameSubject(named);
    // לפי הדיווח אקוניס השיב: a word of no list that touches the verb may be its subject.
    if (this.grammar.prefixes && last.kind === 'word' && last.sorts === 0 && !/^[ובכלמשה]/u.test(last.key))
      return undefined;
    if (!this.grammar.capitals && !this.grammar.prefixes) {
      const other = personBetween(this.passage, from, to);
      if (other) return other.kind === 'dropped' ? undefined : other;
    }
    return this.grammar.speech.drops ? { kind: 'dropped' } : undefined;
  }

  private skipped(from: number, to: number): number {
    const { tokens } = this.passage;
    let at = from;
    for (; at < to; at++) {
      const token = tokens[at]!;
      // לח"כ טיבי: whom a preposition governs does not act.
      const governed = token.shift > 0 && token.sorts & sorts.preposition;
      if (token.kind === 'sign' || (token.sorts & sorts.title && !governed)) continue;
      if (token.sorts & sorts.opener && !this.starts.get(at)) continue;
      if (this.cover[at] === 2) continue;
      break;
    }
    return at;
  }

  private comma(from: number, to: number): number {
    const { tokens } = this.passage;
    for (let at = from; at < to; at++)
      if (tokens[at]!.quote < 0 && /^[,،]$/u.test(tokens[at]!.key)) return at;
    return -1;
  }

  /** The noun phrase at a place, and whose it is. */
  private phrase(from: number, to: number): Subject | undefined {
    const { tokens } = this.passage;
    const end = this.phraseEnd(from, to);
    const person = this.personIn(from, end) ?? this.apposed(end, to);
    if (person) return nameSubject(person);
    const article = /^(?:the|a|an)$/u.test(tokens[from]!.key) ? 1 : 0;
    const named = this.starts.get(from + article);
    if (named && named.type !== 'person' && named.to >= end)
      return named.type === 'organization' || named.to === end ? nameSubject(named) : undefined;
    if (end === from) return undefined;
    // A word that no list has and that is no office is no subject, unless it touches its verb.
    const office = tokens
      .slice(from, end)
      .some((token) => token.sorts & (sorts.office | sorts.plural | sorts.body));
    if (!office && end !== to) return undefined;
    return { kind: 'phrase', mention: { start: tokens[from]!.start, end: tokens[end - 1]!.end }, office };
  }

  private phraseEnd(from: number, to: number): number {
    const { tokens } = this.passage;
    let at = from;
    while (at < to && at - from < longest) {
      const name = this.starts.get(at);
      if (name) {
        at = Math.min(name.to, to);
        if (name.type === 'person') break;
        continue;
      }
      const token = tokens[at]!;
      if (token.quote >= 0 || this.cover[at]) break;
      const joins = this.joins.has(token.key) && at > from;
      if (token.kind === 'sign' && !joins) break;
      if (!joins && at > from && token.sorts & (ends | sorts.pronoun) && !(token.sorts & sorts.plural)) break;
      if (token.kind === 'number' && at > from) break;
      at++;
    }
    while (at > from + 1 && this.joins.has(tokens[at - 1]!.key)) at--;
    return at;
  }

  /** The person of a noun phrase; whoever something is of does not speak: פרקליטו של דני כהן. */
  private personIn(from: number, to: number): Named | undefined {
    return this.passage.names.find(
      (name) =>
        name.type === 'person' &&
        name.from >= from &&
        name.to <= to &&
        !(name.from > from && owners.test(this.passage.tokens[name.from - 1]!.key)),
    );
  }

  /** A name between commas right behind an office: رئیس بانک، فرهاد …، گفت. */
  private apposed(end: number, to: number): Named | undefined {
    const { tokens } = this.passage;
    let comma = end;
    // His lawyer's phrase may go on over little words up to the comma: סנגורו של הנאשם,
    while (comma < to && comma - end < 4 && tokens[comma]!.kind === 'word' && !this.cover[comma]) comma++;
    if (comma >= to || !/^[,،]$/u.test(tokens[comma]!.key)) return undefined;
    let at = comma + 1;
    while (at < to && tokens[at]!.sorts & (sorts.title | sorts.office) && !this.starts.get(at)) at++;
    const named = this.starts.get(at);
    return named?.type === 'person' ? named : undefined;
  }

  /** said Anna Berg; אמר המאמן גיא אזולאי. */
  private behind(from: number, ceiling: number): Subject | undefined {
    const { tokens } = this.passage;
    let to = from;
    while (to < ceiling && to - from < reach && tokens[to]!.quote < 0) {
      const { key, sorts: sort } = tokens[to]!;
      if (/^[,،:;؛.!?]$/u.test(key) || (sort & sorts.that && to > from)) break;
      to++;
    }
    const first = tokens[from];
    if (!first || first.kind === 'sign' || to === from) return { kind: 'dropped' };
    if (first.sorts & sorts.pronoun)
      return { kind: 'pronoun', mention: { start: first.start, end: first.end }, key: first.key };
    if (first.shift > 0 && first.sorts & sorts.preposition) return { kind: 'dropped' };
    const person = sorts.office | sorts.plural;
    if (first.sorts & ends && !(first.sorts & person) && !this.starts.get(from)) return { kind: 'dropped' };
    if (this.adverbial(first) && !this.starts.get(from)) return { kind: 'dropped' };
    const titled = this.skipped(from, to);
    return titled >= to ? { kind: 'dropped' } : this.phrase(titled, to);
  }

  /** What stands before the particle that marks who acts: زہرہ قریشی نے. */
  private agent(cue: Cue, floor: number): Subject | undefined {
    const { tokens } = this.passage;
    let at = cue.from - 1;
    while (at >= floor && !(tokens[at]!.quote < 0 && this.agents.has(tokens[at]!.key))) at--;
    // نے marks whoever acts anywhere before his verb; the genitive only right before a saying.
    if (at < floor) return undefined;
    if (!/^نے$/u.test(tokens[at]!.key) && cue.from - at > 3) {
      while (at >= floor && tokens[at]!.key !== 'نے') at--;
      if (at < floor) return undefined;
    }
    return this.upTo(at, floor);
  }

  /** The noun phrase that ends at a place. */
  private upTo(end: number, floor: number): Subject | undefined {
    const { tokens } = this.passage;
    const last = tokens[end - 1];
    if (!last || end <= floor) return undefined;
    const named = this.passage.names.find((name) => name.to === end);
    if (
      named &&
      named.type !== 'place' &&
      (named.type === 'person' || !this.joins.has(tokens[named.from - 1]?.key ?? ''))
    )
      return nameSubject(named);
    if (last.sorts & sorts.pronoun)
      return { kind: 'pronoun', mention: { start: last.start, end: last.end }, key: last.key };
    let from = end;
    while (from > floor && end - from < longest) {
      const before = tokens[from - 1]!;
      const inName = this.passage.names.find((name) => name.to === from);
      if (inName) {
        from = inName.from;
        continue;
      }
      if (before.kind === 'sign' || before.quote >= 0 || this.cover[from - 1]) break;
      if (before.sorts & (ends | sorts.pronoun) && !this.joins.has(before.key)) break;
      from--;
    }
    while (from < end && this.joins.has(tokens[from]!.key)) from++;
    if (from >= end) return undefined;
    const office = tokens
      .slice(from, end)
      .some((token) => token.sorts & (sorts.office | sorts.plural | sorts.body));
    return { kind: 'phrase', mention: { start: tokens[from]!.start, end: tokens[end - 1]!.end }, office };
  }

  private according(cue: Cue, floor: number, ceiling: number): Subject | undefined {
    const { tokens } = this.passage;
    if (this.grammar.speech.subject === 'agent') return this.upTo(cue.from, floor);
    // לדבריו: the pronoun is part of the word.
    const next = tokens[cue.to];
    if (!next || cue.to >= ceiling || /^[,،]$/u.test(next.key))
      return { kind: 'pronoun', mention: tokens[cue.from]!, key: tokens[cue.from]!.key };
    if (next.sorts & sorts.pronoun)
      return { kind: 'pronoun', mention: { start: next.start, end: next.end }, key: next.key };
    let at = cue.to;
    while (at < ceiling && tokens[at]!.sorts & sorts.title) at++;
    if (/^the$/u.test(tokens[at]?.key ?? '')) at++;
    const first = tokens[at];
    // לטענת המשטרה עירנות …: a definite noun is whole by itself, but for an adjective with its article.
    const { definite } = this.grammar;
    if (first && definite && first.key.startsWith(definite) && first.sorts & (sorts.plural | sorts.office)) {
      const next = tokens[at + 1];
      if (next?.kind === 'word' && next.sorts === 0 && !next.key.startsWith(definite))
        return { kind: 'phrase', mention: { start: first.start, end: first.end }, office: true };
    }
    return this.phrase(at, ceiling);
  }
}
