// The subject of a verb of saying, as its words have it.
import type { Span } from '../../text/span.ts';
import { type Grammar, sorts } from './grammar.ts';
import type { Cue, Named, Passage } from './passage.ts';

/** The subject of a verb, as its words have it. */
export type Subject =
  | { readonly kind: 'name'; readonly named: Named; readonly mention: Span }
  | { readonly kind: 'phrase'; readonly mention: Span; readonly office: boolean }
  | { readonly kind: 'pronoun'; readonly mention: Span; readonly key: string }
  | { readonly kind: 'dropped' };

/** A name as a subject. */
export function nameSubject(named: Named): Subject {
  return { kind: 'name', named, mention: { start: named.start, end: named.end } };
}

/**
 * در جلسه امروز مجلس سارا امینی در تذکری گفت: behind a phrase that no comma ends, one person is the subject where a body or
 * a day stands before the name; where a noun does that may be the person's (در خانهٔ سارا امینی), it is open who speaks.
 */
export function personBetween(
  { tokens, names, dates }: Passage,
  from: number,
  to: number,
): Subject | undefined {
  const people = names.filter((name) => name.type === 'person' && name.from > from && name.to <= to);
  const [person] = people;
  if (!person) return undefined;
  const before = tokens[person.from - 1]!;
  if (people.length > 1 || person.office) return { kind: 'dropped' };
  if (before.sorts & sorts.preposition) return undefined;
  const ended =
    names.some((name) => name.to === person.from && name.type !== 'person') ||
    dates.some((date) => date.to === person.from) ||
    (before.sorts & sorts.body) > 0;
  return ended ? nameSubject(person) : { kind: 'dropped' };
}

/** לטענת המשטרה תקף את השוטרים: where a clause begins right behind whose it is, without a comma; undefined elsewhere. */
export function clauseBehind(
  { tokens }: Passage,
  cue: Cue,
  to: number,
  subject: Subject | undefined,
  grammar: Grammar,
): number | undefined {
  if (!grammar.prefixes || !subject || (subject.kind !== 'name' && subject.kind !== 'phrase'))
    return undefined;
  const { end } = subject.mention;
  const behind = tokens.findIndex((token, at) => at >= cue.to && token.start >= end);
  if (behind < 0 || behind + 2 >= to) return undefined;
  const next = tokens[behind]!;
  const goesOn = next.kind === 'sign' || next.quote >= 0 || next.sorts & (sorts.preposition | sorts.office);
  return goesOn || /^[ובהל]/u.test(next.key) ? undefined : behind;
}

/** خبرگزاری رویش به نقل از سارا امینی نوشت: whom an agency quotes speaks; undefined where it quotes nobody. */
export function sourceOf({ tokens, names }: Passage, from: number, to: number): Subject | undefined {
  for (let at = from; at + 2 < to; at++) {
    if (tokens[at]!.key !== 'نقل' || tokens[at + 1]!.key !== 'از') continue;
    const person = names.find((name) => name.type === 'person' && name.from >= at + 2 && name.from <= at + 4);
    if (person && person.to <= to) return nameSubject(person);
  }
  return undefined;
}
