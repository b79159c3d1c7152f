/** Who was named and who spoke so far in an article: what an office, a short phrase or a dropped subject can mean. */
import type { SpeakerReason } from '../../analysis.ts';
import { isOffice } from '../names/people.ts';
import { Sort } from '../words/lexicon.ts';
import type { Gender, VerbForm } from '../words/verbs.ts';
import { agree, agreementOf, genderOfName } from './agreement.ts';
import { headOf, lastBefore, Offices, type Phrased } from './offices.ts';
import { isCircumstantial } from './phrase-rules.ts';
import { isAdjective } from './roles.ts';
import type { NamedAt, Passage } from './sentence.ts';

/** Who speaks, and how that is known. */
export interface Speaker {
  readonly name: string;
  readonly reason: SpeakerReason;
  readonly gender: Gender;
  readonly plural: boolean;
  /** A body or a place, which no office names. */
  readonly body?: boolean;
  /** The office by which the text names the speaker here. */
  readonly role?: string;
}

/** How many speakers back a dropped subject may reach, and how many quotes. */
const reach = 3;
const remembered = 16;

/** Remembers who was named and who spoke, from the start of the article. */
export class Speakers {
  readonly text: string;
  readonly offices: Offices;
  private readonly phrases = new Map<string, Phrased[]>();
  private readonly spokenPhrases = new Map<string, Phrased>();
  private readonly genders = new Map<string, Gender>();
  last: Speaker | undefined;
  /** Block and word of the last cue. */
  lastAt = { block: -1, at: -1 };
  private readonly recent: Speaker[] = [];

  constructor(text: string) {
    this.text = text;
    this.offices = new Offices(text);
  }

  /** Learns the offices of the people named in a passage, and the phrases that are shortened later. */
  learn(passage: Passage, named: NamedAt): void {
    const { words } = passage;
    this.unnamed(passage, named);
    this.offices.learn(passage, named);
    for (const name of named.values()) {
      if (name.entity.type !== 'organization' && name.entity.type !== 'place') continue;
      if (headOf(words[name.from]!.form.key).length > 2)
        this.remember(this.keyOf(passage, name.from), name.entity.name, passage.block, name.from);
    }
  }

  /** Remembers unnamed speakers with what tells them (مصدر أمني), and offices with a nationality and no name (السفير التونسي). */
  private unnamed(passage: Passage, named: NamedAt): void {
    const { words } = passage;
    for (let at = 0; at + 1 < words.length; at++) {
      const { form, start } = words[at]!;
      let end = 0;
      if (form.sorts & Sort.unnamed && !form.definite) {
        end = told(passage, named, at);
      } else if (form.definite && isOffice(words[at]!) && !named.has(at + 2) && !named.has(at)) {
        const next = words[at + 1]!.form;
        if (next.sorts & Sort.nationality && next.definite) end = at + 2;
      }
      if (end > 0)
        this.remember(
          this.keyOf(passage, at),
          this.text.slice(start, words[end - 1]!.end),
          passage.block,
          at,
        );
    }
  }

  /** Notes the gender that a verb tells of somebody. */
  noteGender(name: string, gender: Gender): void {
    if (gender !== 'any') this.genders.set(name, gender);
  }

  private remember(key: string, name: string, block: number, at: number): void {
    if (!name.includes(' ')) return;
    const list = this.phrases.get(key);
    if (list) list.push({ name, block, at });
    else this.phrases.set(key, [{ name, block, at }]);
  }

  /** Remembers the phrase by which an unnamed speaker was told. */
  rememberSpoken(passage: Passage, at: number, name: string): void {
    this.spokenPhrases.set(this.keyOf(passage, at), { name, block: passage.block, at });
  }

  /** Head, gender and number of the word at `at`: what two phrases of one speaker share. */
  private keyOf(passage: Passage, at: number): string {
    const word = passage.words[at]!;
    const { gender, count } = agreementOf(word);
    return `${headOf(word.form.key)} ${count === 'one' ? gender : count}`;
  }

  /** What المعهد, المتحدث stand for: the last fuller phrase of this head before them, else the first behind. */
  recalled(passage: Passage, at: number): string | undefined {
    const key = this.keyOf(passage, at);
    const written = this.phrases.get(key);
    const spoken = this.spokenPhrases.get(key);
    const last = written ? written[lastBefore(written, passage.block, at)] : undefined;
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
      return agree(form.gender, one.gender) ? carriedOn(one) : undefined;
    }
    return undefined;
  }

  /** The gender of somebody named: as a verb has told it, else as the name does. */
  genderOf(name: string): Gender {
    return this.genders.get(name) ?? genderOfName(name);
  }

  /** Notes that somebody spoke, and where. */
  spoke(speaker: Speaker, block: number, at: number): void {
    this.last = speaker;
    this.lastAt = { block, at };
    this.recent.push(speaker);
    if (this.recent.length > remembered) this.recent.shift();
  }

  /** The last speaker who agrees with the verb in gender and number; nobody where none does. */
  carried(form: VerbForm): Speaker | undefined {
    const seen = new Set<string>();
    for (const one of [...this.recent].reverse()) {
      if (seen.size === reach) break;
      if (seen.has(one.name)) continue;
      seen.add(one.name);
      if (form.number === 'singular' && one.plural && !one.body) continue;
      if ((form.number === 'plural' || form.number === 'dual') && !one.plural && !one.body) continue;
      const gender = one.gender === 'any' && !one.body ? this.genderOf(one.name) : one.gender;
      if (form.number !== 'plural' && !agree(form.gender, gender)) continue;
      return carriedOn(one);
    }
    return undefined;
  }
}

/** مسؤول إيراني آخر: not the one before him. */
const another = /^اخر(?:ي|ون|ين|ان)?$/;

/** Where the words end that tell an unnamed speaker: مصدر ديبلوماسي غربي, مسؤول في الوزارة; 0 where there are none. */
function told({ words }: Passage, named: NamedAt, at: number): number {
  let end = at + 1;
  while (isAdjective(words[end]) || another.test(words[end]?.form.key ?? '')) end++;
  const preposition = /^(?:في|من|لدي|باسم)$/.test(words[end]?.form.key ?? '') ? end + 1 : end;
  const body = named.get(preposition);
  if (body && body.entity.type !== 'date' && (preposition > end || body.mention.start > words[end]!.start))
    return body.to;
  if (preposition > end && words[preposition]?.form.definite && !isCircumstantial(words[preposition]!)) {
    end = preposition + 1;
    while (words[end]?.form.definite && /(?:ي|ية)$/.test(words[end]!.form.key)) end++;
  }
  return end > at + 1 ? end : 0;
}

/** A speaker who goes on; the office by which he was told stands elsewhere. */
function carriedOn({ role: _, ...speaker }: Speaker): Speaker {
  return { ...speaker, reason: 'carried' };
}
