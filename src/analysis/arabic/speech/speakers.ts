import type { Entity, SpeakerReason } from '../../analysis.ts';
import { isOffice } from '../names/people.ts';
import { Sort } from '../words/lexicon.ts';
import type { Gender, VerbForm } from '../words/verbs.ts';
import { honoredTitle } from './honored.ts';
import { type NounPhrase, spanOf } from './noun-phrase.ts';
import { headOf, lastBefore, Offices, type Phrased } from './offices.ts';
import { apposed, behindRelative, behindRole, isAdjective } from './roles.ts';
import type { NamedAt, Passage } from './sentence.ts';

/** Who speaks, and how that is known. */
export interface Speaker {
  readonly name: string;
  readonly reason: SpeakerReason;
  readonly gender: Gender;
  readonly plural: boolean;
  /** A body or a place, which no office names. */
  readonly body?: boolean;
}

const shownMarks = /[«»“”"„‟\u0640\u200e\u200f]/g;

/** Remembers who was named and who spoke, from the start of the article. */
export class Speakers {
  private readonly text: string;
  private readonly offices = new Offices();
  private readonly phrases = new Map<string, Phrased[]>();
  private readonly spokenPhrases = new Map<string, Phrased>();
  private readonly genders = new Map<string, Gender>();
  private readonly counts = new Map<string, number>();
  /** The person named most often. */
  private main: string | undefined;
  last: Speaker | undefined;
  /** The one before, for a change of gender. */
  private readonly recent: Speaker[] = [];

  constructor(text: string) {
    this.text = text;
  }

  /** Learns the offices of the people named in a passage, from the words before and behind each name. */
  learn(passage: Passage, named: NamedAt): void {
    const { words } = passage;
    this.roles(passage, named);
    this.offices.learn(passage, named);
    for (const name of named.values()) {
      if (name.entity.type !== 'organization' && name.entity.type !== 'place') continue;
      const head = headOf(words[name.from]!.form.key);
      if (head.length > 2) this.remember(head, name.entity.name, passage.block, name.from);
    }
  }

  /** Remembers offices with a nationality and no name (السفير التونسي), and who is spoken of most. */
  private roles(passage: Passage, named: NamedAt): void {
    const { words } = passage;
    for (const { entity } of named.values())
      if (entity.type === 'person') {
        const count = (this.counts.get(entity.name) ?? 0) + 1;
        this.counts.set(entity.name, count);
        if (!this.main || count > this.counts.get(this.main)!) this.main = entity.name;
      }
    for (let at = 0; at + 1 < words.length; at++) {
      const word = words[at]!;
      const next = words[at + 1]!;
      if (word.form.sorts & Sort.unnamed && !word.form.definite && isAdjective(next)) {
        // مصدر ديبلوماسي غربي, later المصدر.
        let end = at + 2;
        while (isAdjective(words[end])) end++;
        const name = this.text.slice(word.start, words[end - 1]!.end);
        this.remember(headOf(word.form.key), name, passage.block, at);
      }
      if (word.form.sorts & Sort.unnamed && !word.form.definite) {
        // مصدر بهيئة الدواء, مسؤول في الوزارة فلان: with the body that he is of.
        const body =
          named.get(at + 1) ?? (/^(?:في|من|لدي)$/.test(next.form.key) ? named.get(at + 2) : undefined);
        if (body?.entity.type === 'organization' && (body.from > at + 1 || body.mention.start > next.start)) {
          const name = this.text.slice(word.start, words[body.to - 1]!.end);
          this.remember(headOf(word.form.key), name, passage.block, at);
        }
      }
      if (!word.form.definite || !isOffice(word) || !(next.form.sorts & Sort.nationality)) continue;
      if (!next.form.definite || named.has(at + 2) || named.has(at)) continue;
      const name = this.text.slice(word.start, next.end);
      this.remember(headOf(word.form.key), name, passage.block, at);
    }
  }

  /** The speaker that a noun phrase names. */
  of(passage: Passage, named: NamedAt, phrase: NounPhrase, form: VerbForm): Speaker {
    const gender = form.gender;
    const plural = form.number === 'plural' || form.number === 'dual';
    const made = (name: string, reason: SpeakerReason): Speaker => ({
      name,
      reason,
      gender: this.genderOf(name, gender),
      plural,
    });
    const { words } = passage;
    const title = honoredTitle(words[phrase.from]!.form.key);
    const honored = title ? this.offices.honored(title, passage.block, phrase.from) : undefined;
    if (honored) return made(honored, 'office');
    for (let at = phrase.from; at < phrase.headEnd; at++) {
      const name = named.get(at);
      if (name?.entity.type === 'person') return made(name.entity.name, 'subject');
    }
    const called = calledName(passage, named, phrase.to);
    if (called) {
      this.offices.add(passage, phrase.from, phrase.to, called);
      return made(called, 'subject');
    }
    if (isOffice(words[phrase.from]!) || words[phrase.from]!.form.sorts & Sort.unnamed) {
      // مدير القسم في الهيئة علاء الدين الشمري: the name behind the place of the office, unless another's title leads to it.
      for (let at = phrase.headEnd; at < phrase.to; at++) {
        const name = named.get(at);
        if (name?.entity.type !== 'person' || name.mention.start > words[at]!.start) continue;
        const before = words[at - 1]!;
        if (isOffice(before) || before.form.sorts & (Sort.grammar | Sort.honorific)) break;
        return made(name.entity.name, 'subject');
      }
    }
    const beside =
      isOffice(words[phrase.from]!) || words[phrase.from]!.form.sorts & (Sort.unnamed | Sort.honorific)
        ? apposed(passage, named, phrase.to)
        : undefined;
    const roled =
      beside ??
      (words[phrase.from]!.form.definite
        ? (behindRelative(passage, named, phrase.to) ?? behindRole(passage, named, phrase.to))
        : undefined);
    if (roled) {
      // The role is his from now on: ابنه، الطبيب فلان، … يضيف الابن.
      this.offices.add(passage, phrase.from, phrase.to, roled);
      return made(roled, 'subject');
    }
    const first = named.get(phrase.from);
    if (first && first.entity.type !== 'date')
      return { ...made(first.entity.name, 'subject'), body: first.entity.type !== 'person' };
    // قالت «شل»: the name stands between marks.
    const inside = named.get(phrase.from + 1);
    if (inside && words[phrase.from]!.kind === 'punctuation')
      return { ...made(inside.entity.name, 'subject'), body: inside.entity.type !== 'person' };
    const head = words[phrase.from]!;
    const definite = head.form.definite;
    if (this.main && /^(?:الراحلة?|الفقيدة?|المرحومة?)$/.test(head.form.key))
      return made(this.main, 'office');
    if (isOffice(head)) {
      const person = this.offices.holder(passage, phrase);
      if (person) return made(person, 'office');
      const national = this.offices.national(passage, phrase);
      if (national) return made(national, 'office');
      if (
        (definite || form.verb.continues) &&
        this.last &&
        !this.last.body &&
        phrase.to - phrase.from < 5 &&
        !this.last.plural &&
        !plural &&
        !this.recalled(headOf(head.form.key), passage.block, phrase.from)
      ) {
        // المدرب، المحامي بهيئة فاس: the man who spoke last, unless a nationality says that it is another.
        let foreign = false;
        for (let at = phrase.from; at < phrase.to; at++)
          if (words[at]!.form.sorts & Sort.nationality) foreign = true;
        const agrees = gender === 'any' || this.last.gender === 'any' || gender === this.last.gender;
        if ((!foreign || form.verb.continues) && agrees) return { ...this.last, reason: 'office' };
      }
      // تقول الباحثة, before anybody has spoken: the one whom the paragraph has named.
      const near = definite && !this.last && !plural ? nearestPerson(named, phrase.from) : undefined;
      if (near) return made(near, 'office');
    }
    const written = this.text
      .slice(spanOf(passage, phrase).start, spanOf(passage, phrase).end)
      .replace(shownMarks, '')
      .replace(/\s+/g, ' ')
      .trim();
    const same = /^(?:نفسه|نفسها|ذاته|ذاتها|عينه|عينها|المذكور|المذكورة)$/.test(
      words[phrase.to - 1]!.form.key,
    );
    const shortened = phrase.to - phrase.from === 1 || (same && phrase.to - phrase.from === 2);
    const known = headOf(head.form.key);
    if (definite && shortened) {
      const longer = this.recalled(known, passage.block, phrase.from);
      if (longer && longer !== written) return made(longer, 'office');
      if (
        (same ||
          /^(?:متحدث|مسؤول|مصدر|رجل|مرا|سيد|شاب|فتا|عجوز|ضحي|كاتب|باحث|خبير|محلل|محام|صحف|صحاف)/.test(
            known,
          )) &&
        this.last &&
        !(this.last.body && !same) &&
        (same || known !== 'مصدر' || this.last.reason !== 'subject')
      )
        return { ...this.last, reason: 'office' };
    } else if (known.length > 2 && written.includes(' '))
      this.spokenPhrases.set(known, { name: written, block: passage.block, at: phrase.from });
    return made(written, head.form.sorts & Sort.unnamed || !definite ? 'unnamed' : 'subject');
  }

  private remember(head: string, name: string, block: number, at: number): void {
    if (!name.includes(' ')) return;
    const list = this.phrases.get(head);
    if (list) list.push({ name, block, at });
    else this.phrases.set(head, [{ name, block, at }]);
  }

  /** What المعهد, المتحدث stand for: the last fuller phrase of this head before them, else the first behind. */
  private recalled(head: string, block: number, at: number): string | undefined {
    const written = this.phrases.get(head);
    const spoken = this.spokenPhrases.get(head);
    const last = written ? written[lastBefore(written, block, at)] : undefined;
    if (
      spoken &&
      (!last || spoken.block > last.block || (spoken.block === last.block && spoken.at > last.at))
    )
      return spoken.name;
    return (last ?? written?.[0])?.name;
  }

  /** The last speaker but one, of another name: who answers what the last one asked. */
  answering(form: VerbForm): Speaker | undefined {
    for (let index = this.recent.length - 2; index >= 0; index--) {
      const one = this.recent[index]!;
      if (one.name === this.last?.name) continue;
      const agrees = form.gender === 'any' || one.gender === 'any' || form.gender === one.gender;
      return agrees ? { ...one, reason: 'carried' } : undefined;
    }
    return undefined;
  }

  private genderOf(name: string, gender: Gender): Gender {
    if (gender !== 'any') this.genders.set(name, gender);
    return this.genders.get(name) ?? gender;
  }

  /** Notes that somebody spoke. */
  spoke(speaker: Speaker): void {
    this.last = speaker;
    this.recent.push(speaker);
    if (this.recent.length > 8) this.recent.shift();
  }

  /** The last speaker who agrees with the verb. */
  carried(form: VerbForm): Speaker | undefined {
    for (let index = this.recent.length - 1; index >= 0; index--) {
      const one = this.recent[index]!;
      if (
        form.gender !== 'any' &&
        one.gender !== 'any' &&
        one.gender !== form.gender &&
        form.number === 'singular' &&
        !one.plural
      )
        continue;
      return { ...one, reason: 'carried' };
    }
    return this.last ? { ...this.last, reason: 'carried' } : undefined;
  }
}

/** شاهد يدعى عمر: the name behind a word that says what somebody is called. */
function calledName(passage: Passage, named: NamedAt, at: number): string | undefined {
  if (!/^و?(?:[يت]دعي|[يت]سمي|اسمها?)$/.test(passage.words[at]?.form.key ?? '')) return undefined;
  const name = named.get(at + 1);
  return name?.entity.type === 'person' ? name.entity.name : undefined;
}

/** The person named last before a word of the same block. */
function nearestPerson(named: NamedAt, before: number): string | undefined {
  for (let at = before - 1; at >= 0; at--) {
    const name = named.get(at);
    if (name?.entity.type === 'person') return name.entity.name;
  }
  return undefined;
}

/** The entity whose name a speaker's is, or undefined. */
export function entityNamed(entities: readonly Entity[], name: string | null): Entity | undefined {
  return name === null ? undefined : entities.find((entity) => entity.name === name);
}
