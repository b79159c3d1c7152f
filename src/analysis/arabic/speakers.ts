import type { Entity, SpeakerReason } from '../analysis.ts';
import { Sort } from './lexicon.ts';
import { type NamedAt, type NounPhrase, spanOf } from './noun-phrase.ts';
import { isOffice, triggerBefore } from './people.ts';
import { apposed, behindRelative, behindRole, isAdjective } from './roles.ts';
import type { Passage } from './sentence.ts';
import type { Gender, VerbForm } from './verbs.ts';

/** Who speaks, and how that is known. */
export interface Speaker {
  readonly name: string;
  readonly reason: SpeakerReason;
  readonly gender: Gender;
  readonly plural: boolean;
}

/** An office of a named person, from words beside the name: «وزير الخارجية الإيراني» of ظريف. */
interface Office {
  readonly head: string;
  readonly words: ReadonlySet<string>;
  readonly person: string;
  readonly block: number;
}

const shownMarks = /[«»“”"„‟\u0640\u200e\u200f]/g;

/** Without the article, the feminine ending and the dual, so that الوزيرة and وزير meet. */
function headOf(word: string): string {
  const own =
    /^((?:ابن|ابنة|زوج|زوجة|شقيق|شقيقة|والد|والدة|تلميذ|تلميذة|صديق|صديقة|عم|خال|جد))(?:ه|ها|ته|تها|ي)$/.exec(
      word,
    );
  if (own) return headOf(own[1]!);
  return word.replace(/^(?:[وفبل]?ال|لل)/, '').replace(/(?:ة|ان|ين|ون|ا|ي)$/, '');
}

/** A phrase with its place. */
interface Phrased {
  readonly name: string;
  readonly block: number;
  readonly at: number;
}

/** Index of the last of a list, sorted by place, that stands before a place, or -1. */
function lastBefore(list: readonly Phrased[], block: number, at: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const one = list[middle]!;
    if (one.block < block || (one.block === block && one.at < at)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Remembers who was named and who spoke, from the start of the article. */
export class Speakers {
  private readonly text: string;
  private readonly offices = new Map<string, Office[]>();
  private readonly phrases = new Map<string, Phrased[]>();
  private readonly spokenPhrases = new Map<string, Phrased>();
  private readonly known = new Set<string>();
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
    const covered = new Set<number>();
    for (const name of named.values())
      if (name.entity.type !== 'person') for (let at = name.from; at < name.to; at++) covered.add(at);
    for (const name of named.values()) {
      if (name.entity.type === 'organization' || name.entity.type === 'place') {
        const head = headOf(words[name.from]!.form.key);
        if (head.length > 2) this.remember(head, name.entity.name, passage.block, name.from);
        continue;
      }
      if (name.entity.type !== 'person') continue;
      // Before: back to the word of office, at most ten words.
      const led = triggerBefore(words, name.from, (at) => covered.has(at)) === 'office';
      for (let at = name.from - 1; led && at >= Math.max(0, name.from - 12); at--) {
        const word = words[at]!;
        if (word.kind !== 'word' && !/[«»"،]/.test(word.form.key)) break;
        if (
          word.form.particle >= 0 ||
          word.form.reports.some((one) => one.form.verb.says && one.form.shape === 'past')
        )
          break;
        if (!isOffice(word)) continue;
        this.office(passage, at, name.from, name.entity.name);
        break;
      }
      let next = name.to;
      if (/^[،,\-–]$/.test(words[next]?.form.key ?? '')) next++;
      const word = words[next];
      if (!word || !isOffice(word) || /^[وفبل]ال/.test(word.form.key)) continue;
      let end = next + 1;
      while (
        end < next + 9 &&
        words[end]?.kind === 'word' &&
        words[end]!.form.particle < 0 &&
        !(words[end]!.form.sorts & Sort.grammar) &&
        !named.has(end - 0)
      )
        end++;
      if (
        named.get(end) &&
        named.get(end)!.entity.type !== 'person' &&
        named.get(end)!.entity.type !== 'date'
      )
        end = named.get(end)!.to;
      this.office(passage, next, end, name.entity.name);
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
      if (!word.form.definite || !isOffice(word) || !(next.form.sorts & Sort.nationality)) continue;
      if (!next.form.definite || named.has(at + 2) || named.has(at)) continue;
      const name = this.text.slice(word.start, next.end);
      this.remember(headOf(word.form.key), name, passage.block, at);
    }
  }

  private office(passage: Passage, from: number, to: number, person: string): void {
    const words = new Set<string>();
    for (let at = from + 1; at < to; at++) words.add(headOf(passage.words[at]!.form.key));
    const head = headOf(passage.words[from]!.form.key);
    const signature = `${head} ${person} ${[...words].join(' ')}`;
    if (this.known.has(signature)) return;
    this.known.add(signature);
    const list = this.offices.get(head) ?? [];
    if (list.length >= 300) return;
    list.push({ head, words, person, block: passage.block });
    this.offices.set(head, list);
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
    for (let at = phrase.from; at < phrase.headEnd; at++) {
      const name = named.get(at);
      if (name?.entity.type === 'person') return made(name.entity.name, 'subject');
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
      isOffice(words[phrase.from]!) || words[phrase.from]!.form.sorts & Sort.unnamed
        ? apposed(passage, named, phrase.to)
        : undefined;
    const roled =
      beside ??
      (words[phrase.from]!.form.definite
        ? (behindRelative(passage, named, phrase.to) ?? behindRole(passage, named, phrase.to))
        : undefined);
    if (roled) {
      // The role is his from now on: ابنه، الطبيب فلان، … يضيف الابن.
      this.office(passage, phrase.from, phrase.to, roled);
      return made(roled, 'subject');
    }
    const first = named.get(phrase.from);
    if (first && first.entity.type !== 'date') return made(first.entity.name, 'subject');
    // قالت «شل»: the name stands between marks.
    const inside = named.get(phrase.from + 1);
    if (inside && words[phrase.from]!.kind === 'punctuation') return made(inside.entity.name, 'subject');
    const head = words[phrase.from]!;
    const definite = head.form.definite;
    if (this.main && /^(?:الراحلة?|الفقيدة?|المرحومة?)$/.test(head.form.key))
      return made(this.main, 'office');
    if (isOffice(head)) {
      const person = this.holder(passage, phrase);
      if (person) return made(person, 'office');
      if (
        (definite || form.verb.continues) &&
        this.last &&
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
        this.last
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

  /** Whose office a phrase tells: the same head, and its other words among those of the office. Nearest before, else after. */
  private holder(passage: Passage, phrase: NounPhrase): string | undefined {
    const { words } = passage;
    const list = this.offices.get(headOf(words[phrase.from]!.form.key));
    if (!list) return undefined;
    const wanted: string[] = [];
    for (let at = phrase.from + 1; at < phrase.to; at++)
      if (words[at]!.kind === 'word') wanted.push(headOf(words[at]!.form.key));
    const fits = list.filter(
      (office) =>
        wanted.every((word) => office.words.has(word)) ||
        (wanted.length > 1 &&
          office.words.size > 1 &&
          [...office.words].every((word) => wanted.includes(word))),
    );
    if (fits.length === 0) return undefined;
    // A bare indefinite office (وزير) is anybody.
    if (!words[phrase.from]!.form.definite && wanted.length === 0) return undefined;
    const before = fits.filter((office) => office.block <= passage.block);
    return (before.length > 0 ? before[before.length - 1] : fits[0])!.person;
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

/** The entity whose name a speaker's is, or undefined. */
export function entityNamed(entities: readonly Entity[], name: string | null): Entity | undefined {
  return name === null ? undefined : entities.find((entity) => entity.name === name);
}
