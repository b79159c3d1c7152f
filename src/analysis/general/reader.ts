// Reads the quotes of an article, block by block, sentence by sentence.
import type { Span } from '../../text/span.ts';
import type { Quote } from '../analysis.ts';
import { type Grammar, sorts } from './grammar.ts';
import { clauseEnd, objectBehind, turns } from './objects.ts';
import type { Cue, Passage } from './passage.ts';
import type { Speaker, Speakers } from './speakers.ts';
import { clauseBehind, type Subject } from './subject.ts';
import { Subjects } from './subjects.ts';

const stop = /^[.!?؟۔…,،؛;:]$|^\.{2,}$/u;
const comma = /^[,،]$/u;

/** Reads quotes; one reader for an article, since who spoke last goes on from block to block. */
export class QuoteReader {
  private readonly grammar: Grammar;
  private readonly speakers: Speakers;
  private readonly quotes: Quote[] = [];
  private passage!: Passage;
  private subjects!: Subjects;
  /** Quotations of the passage that have been given to somebody, or lie in a clause. */
  private taken = new Set<number>();
  /** The speech that goes on in a sentence of nothing but marks, and over the border of a block. */
  private last: Quote | undefined;

  constructor(grammar: Grammar, speakers: Speakers) {
    this.grammar = grammar;
    this.speakers = speakers;
  }

  /** Reads one block; `goesOn` where the block before ends in a quotation that this one opens again. */
  read(passage: Passage, goesOn: boolean): void {
    this.passage = passage;
    this.subjects = new Subjects(passage, this.grammar);
    this.taken = new Set();
    if (goesOn && this.last && passage.outer.length > 0)
      this.direct(0, this.last.speaker, null, 'carried', null);
    else this.last = undefined;
    const { sentences, tokens } = passage;
    for (let index = 0; index < sentences.length; index++) {
      const [from, to] = sentences[index]!;
      if (!this.sentence(from, to)) continue;
      // Words behind a colon go on to the end of the block, or to the next sentence with a verb of saying.
      let end = index + 1;
      while (end < sentences.length && !this.speaks(...sentences[end]!)) end++;
      const start = this.colon!;
      let close = sentences[end - 1]![1];
      while (close > start && stop.test(tokens[close - 1]!.key)) close--;
      if (close > start) {
        const open = this.quotes.at(-1)!;
        this.quotes[this.quotes.length - 1] = {
          ...open,
          span: { start: tokens[start]!.start, end: this.endOf(close) },
        };
      }
      index = end - 1;
    }
  }

  /** All quotes, in order. */
  finish(): Quote[] {
    return this.quotes.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  }

  /** Where the words behind a colon without marks begin. */
  private colon: number | undefined;

  /** A sentence of the writer's with a speaker and a verb of saying that leads to something: it ends what somebody says. */
  private speaks(from: number, to: number): boolean {
    const { tokens, cues } = this.passage;
    return cues.some((cue) => {
      if (cue.from < from || cue.from >= to || tokens[cue.from]!.quote >= 0 || cue.kind === 'noun')
        return false;
      const object = objectBehind(this.passage, cue, to, this.grammar, true);
      if (!object) return false;
      const subject = this.subjects.of(cue, from, to);
      if (subject?.kind === 'phrase') return subject.office && object.kind === 'colon';
      return subject !== undefined && subject.kind !== 'dropped';
    });
  }

  /** Reads a sentence; true where it leads to words behind a colon without marks. */
  private sentence(start: number, to: number): boolean {
    const { tokens, cues, headline } = this.passage;
    const from = this.behindDateline(start, to);
    const quoted = [...new Set(tokens.slice(from, to).map(({ quote }) => quote))].filter(
      (quote) => quote >= 0,
    );
    const own = cues.filter((cue) => cue.from >= from && cue.from < to && tokens[cue.from]!.quote < 0);
    if (this.goesOn(from, to, quoted)) return false;
    if (this.grammar.speech.says === '') this.colons(quoted);
    let floor = from;
    let spoke = this.behindColons(quoted, own, from);
    for (const cue of own) {
      if (cue.from < floor) continue;
      const subject = this.subjects.of(cue, this.turned(floor, from, cue), to);
      const named = subject !== undefined && subject.kind !== 'dropped';
      const before = cue.kind === 'says' ? this.quoteBefore(cue, floor) : undefined;
      // “…,” said Anna Berg, who …: what stands behind is of her, not said by her.
      const object = objectBehind(this.passage, cue, to, this.grammar, named && before === undefined);
      if (!object && before === undefined && cue.kind !== 'according') {
        if (
          !(this.grammar.speech.bare && cue.kind === 'says' && !headline && this.clauseBefore(cue, from, to))
        )
          continue;
        spoke = true;
        break;
      }
      const speaker = this.speakers.resolve(subject, tokens[cue.from]!.key);
      const span = { start: tokens[cue.from]!.start, end: tokens[cue.to - 1]!.end };
      if (before !== undefined) {
        this.directBy(before, speaker, span);
        spoke = true;
      }
      if (cue.kind === 'according') {
        floor = this.accordingTo(cue, from, to, speaker, span, subject);
        continue;
      }
      if (!object) continue;
      spoke = true;
      if (object.kind === 'quote') {
        this.directBy(object.quote, speaker, span);
        continue;
      }
      if (object.kind === 'colon') {
        if (headline || !this.grammar.speech.colon) continue;
        this.colon = object.from;
        this.add('direct', { start: tokens[object.from]!.start, end: this.endOf(to) }, speaker, span);
        return true;
      }
      floor = this.clause(object.from, object.to, speaker, span);
    }
    if (!spoke) this.speakers.lead(this.subjects.lead(from, to));
    return false;
  }

  /** In a language whose verbs nobody knows, words in marks behind a colon are speech; whose, is not known. */
  private colons(quoted: readonly number[]): void {
    const { tokens } = this.passage;
    for (const quote of quoted) {
      const first = tokens.findIndex((token) => token.quote === quote);
      if (tokens[first - 1]?.key === ':') this.direct(quote, null, null, 'none', null);
    }
  }

  /**
   * Words in marks behind a colon that no verb of saying leads to are speech all the same: the subject's of the sentence
   * where that is a person (השר כץ התרעם: "…"), else nobody's that is known. True where there are such words.
   */
  private behindColons(quoted: readonly number[], own: readonly Cue[], from: number): boolean {
    const { tokens, headline } = this.passage;
    let found = false;
    let floor = from;
    for (const quote of quoted) {
      const first = tokens.findIndex((token) => token.quote === quote);
      const last = tokens.findLastIndex((token) => token.quote === quote);
      const colon = first - 1;
      const begin = floor;
      floor = last + 1;
      if (colon < begin || tokens[colon]!.key !== ':' || this.taken.has(quote)) continue;
      if (own.some((cue) => cue.from >= begin && cue.from < colon)) continue;
      const subject = this.subjects.lead(begin, colon);
      const named = subject?.kind === 'name' && subject.named.type === 'person';
      const words = tokens.slice(first, last + 1).filter(({ kind }) => kind !== 'sign').length;
      if (words < (named ? 2 : 5) || (headline && !named)) continue;
      const speaker = named ? this.speakers.resolve(subject, '') : undefined;
      this.directBy(quote, speaker && { ...speaker, reason: 'colon' }, null);
      found = true;
    }
    return found;
  }

  /** BEIRUT (Reuters) - : where a paragraph was written is no part of its first sentence. */
  private behindDateline(from: number, to: number): number {
    const { tokens } = this.passage;
    if (from > 0 || !this.grammar.capitals) return from;
    for (let at = 1; at < to && at < 9; at++) {
      if (/^[—–-]$/u.test(tokens[at]!.key) && tokens[at]!.start > tokens[at - 1]!.end) return at + 1;
      if (tokens[at]!.kind === 'word' && !tokens[at]!.capital) return from;
    }
    return from;
  }

  /** Where a cue's clause begins: behind “, while” another subject leads, else that of the sentence goes on. */
  private turned(floor: number, from: number, cue: Cue): number {
    const { tokens } = this.passage;
    const turn =
      floor > from && comma.test(tokens[floor]?.key ?? '') && turns.test(tokens[floor + 1]?.key ?? '');
    return turn && cue.from > floor + 2 ? floor + 2 : from;
  }

  /** A quotation that ends right before a verb and its subject: “…,” said Anna Berg. */
  private quoteBefore(cue: Cue, floor: number): number | undefined {
    const { tokens } = this.passage;
    let at = cue.from - 1;
    while (at >= floor && cue.from - at <= 14 && tokens[at]!.quote < 0) {
      if (/^[:؛;.!?؟۔]$/u.test(tokens[at]!.key) || tokens[at]!.sorts & sorts.that) return undefined;
      at--;
    }
    const quote = tokens[at]?.quote ?? -1;
    if (at < floor || quote < 0 || this.taken.has(quote)) return undefined;
    const first = tokens.findIndex((token) => token.quote === quote);
    const words = tokens.slice(first, at + 1).filter((token) => token.kind !== 'sign').length;
    const ended = comma.test(tokens[at + 1]?.key ?? '') || stop.test(tokens[at]!.key);
    // Words in marks that the sentence goes on with are a part of it, not speech.
    if (!ended && !(first <= floor && words > 3)) return undefined;
    if (cue.from - at > 3 && !ended) return undefined;
    return quote;
  }

  /** The bridge is closed, she said: the clause before its verb, in a language that has it so. */
  private clauseBefore(cue: Cue, from: number, to: number): boolean {
    const { tokens } = this.passage;
    let at = cue.from - 1;
    while (at > from && !comma.test(tokens[at]!.key)) at--;
    const rest = tokens.slice(cue.to, to).filter((token) => !stop.test(token.key)).length;
    if (at <= from + 2 || rest > 6 || cue.from - at > 9) return false;
    if (tokens.slice(from, cue.to).some((token) => token.quote >= 0)) return false;
    const subject = this.subjects.of(cue, at + 1, to);
    if (!subject || subject.kind === 'dropped') return false;
    const speaker = this.speakers.resolve(subject, tokens[cue.from]!.key);
    const span = { start: tokens[cue.from]!.start, end: tokens[cue.to - 1]!.end };
    this.add('indirect', { start: tokens[from]!.start, end: this.endOf(at) }, speaker, span);
    return true;
  }

  /** According to somebody: the rest of the sentence. Gives where it ends. */
  private accordingTo(
    cue: Cue,
    from: number,
    to: number,
    speaker: Speaker | undefined,
    span: Span,
    subject: Subject | undefined,
  ): number {
    const { tokens } = this.passage;
    if (!speaker || this.passage.headline) return cue.to;
    let start = cue.to;
    const bare = clauseBehind(this.passage, cue, to, subject, this.grammar);
    if (bare !== undefined) {
      let end = clauseEnd(this.passage, bare, to);
      // Inside another sentence it goes no further than its comma.
      if (cue.from > from) for (let at = bare + 2; at < end; at++) if (comma.test(tokens[at]!.key)) end = at;
      return this.clause(bare, end, speaker, span);
    }
    if (this.grammar.speech.subject !== 'agent') {
      while (start < to && !comma.test(tokens[start]!.key)) start++;
      if (start - cue.to > 12) return cue.to;
      start++;
    }
    if (cue.from - from > 6 || start >= to - 2) {
      // Behind its clause: “…, according to the report.”
      if (cue.from - from < 4 || this.grammar.speech.subject === 'agent') return cue.to;
      if (tokens.slice(from, cue.from).some((token) => token.quote >= 0)) return to;
      let end = cue.from;
      while (end > from && stop.test(tokens[end - 1]!.key)) end--;
      this.clause(from, end, speaker, span);
      return to;
    }
    return this.clause(start, clauseEnd(this.passage, start, to), speaker, span);
  }

  /** Adds a clause and the quotations of four words or more in it. Gives where it ends. */
  private clause(from: number, to: number, speaker: Speaker | undefined, cue: Span): number {
    const { tokens } = this.passage;
    const inside = tokens.slice(from, to);
    const quoted = [...new Set(inside.map(({ quote }) => quote))].filter((quote) => quote >= 0);
    const bare = inside.filter(
      (token) => token.quote < 0 && token.kind === 'word' && !(token.sorts & sorts.that),
    );
    const whole = quoted.length === 1 && bare.length === 0;
    if (to - from < 2) return to;
    if (!whole) this.add('indirect', { start: tokens[from]!.start, end: this.endOf(to) }, speaker, cue);
    for (const quote of quoted) {
      const words = inside.filter((token) => token.quote === quote && token.kind !== 'sign').length;
      if (whole || words >= 4) this.directBy(quote, speaker, cue);
      else this.taken.add(quote);
    }
    return to;
  }

  /** Where the words before an index end, with the mark that closes a quotation there. */
  private endOf(to: number): number {
    const last = this.passage.tokens[to - 1]!;
    if (last.quote < 0) return last.end;
    const { outer } = this.passage.outer[last.quote]!;
    return this.passage.tokens[to]?.quote === last.quote ? last.end : outer.end;
  }

  /** A sentence of nothing but marks behind somebody's words is his as well. */
  private goesOn(from: number, to: number, quoted: readonly number[]): boolean {
    const { tokens } = this.passage;
    if (quoted.length !== 1 || !this.last || this.taken.has(quoted[0]!)) return false;
    const own = tokens.slice(from, to);
    if (own.some((token) => token.quote < 0 && !stop.test(token.key))) return false;
    if (own.filter((token) => token.kind === 'word').length < 3 && !/[.!?؟۔]$/u.test(own.at(-1)!.key))
      return false;
    this.direct(quoted[0]!, this.last.speaker, null, 'carried', null);
    return true;
  }

  private directBy(quote: number, speaker: Speaker | undefined, cue: Span | null): void {
    if (this.taken.has(quote)) return;
    this.direct(
      quote,
      speaker?.name ?? null,
      speaker?.mention ?? null,
      speaker?.reason ?? 'none',
      cue,
      speaker?.role,
    );
  }

  private direct(
    quote: number,
    speaker: string | null,
    mention: Span | null,
    reason: Quote['reason'],
    cue: Span | null,
    role?: string,
  ): void {
    this.taken.add(quote);
    const { inner } = this.passage.outer[quote]!;
    this.last = {
      kind: 'direct',
      span: inner,
      speaker,
      speakerMention: mention,
      cue,
      reason,
      ...(role ? { role } : {}),
    };
    this.quotes.push(this.last);
  }

  private add(kind: Quote['kind'], span: Span, speaker: Speaker | undefined, cue: Span): void {
    this.last = {
      kind,
      span,
      speaker: speaker?.name ?? null,
      speakerMention: speaker?.mention ?? null,
      cue,
      reason: speaker?.reason ?? 'none',
      ...(speaker?.role ? { role: speaker.role } : {}),
    };
    this.quotes.push(this.last);
  }
}
