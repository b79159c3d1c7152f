/**
 * Which offices the people of an article have, and whose office a later phrase tells. An office is a person's only
 * where the article ties it to that person (see office-phrase.ts) and gender and number are equal.
 */
import type { Span } from '../../../text/span.ts';
import type { Role } from '../../analysis.ts';
import { Sort, sortsOf } from '../words/lexicon.ts';
import type { Gender } from '../words/verbs.ts';
import { type Agreement, agree, agreementOf, bareNoun, keepsMasculine } from './agreement.ts';
import { honoredPeople } from './honored.ts';
import type { NounPhrase } from './noun-phrase.ts';
import { type OfficePhrase, officeBefore, officeBehind } from './office-phrase.ts';
import type { Named, NamedAt, Passage } from './sentence.ts';

/** A phrase with its place. */
export interface Phrased {
  readonly name: string;
  readonly block: number;
  readonly at: number;
}

/** An office of a named person, from words beside the name: «وزير الخارجية الإيراني» of ظريف. */
interface Office extends Agreement {
  readonly words: ReadonlySet<string>;
  readonly person: string;
  /** Where it was said, in the order of the text; with the sentence. */
  readonly places: { readonly block: number; readonly at: number; readonly sentence: number }[];
}

/** More holders of one office than this are a list of members, and a phrase of it is nobody's. */
const mostHolders = 300;

/** Offices kept of one person. */
const mostRoles = 12;

/** Without the article, the feminine ending and the dual, so that الوزيرة and وزير meet. */
export function headOf(word: string): string {
  return bareNoun(word).replace(/(?:ة|ان|ين|ون|ا|ي)$/, '');
}

/** Offices of one person, the first of them, without those that a fuller one says again. */
export function fullestRoles(roles: readonly Role[]): readonly Role[] {
  const parts = roles.map(({ text }) => new Set(text.split(' ').map((word) => headOf(word))));
  const fullest = roles.filter(
    (_, index) =>
      !parts.some(
        (other, at) =>
          at !== index &&
          [...parts[index]!].every((word) => other.has(word)) &&
          (other.size > parts[index]!.size || at < index),
      ),
  );
  return fullest.slice(0, mostRoles);
}

/** Index of the last of a list, sorted by place, that stands before a place, or -1. */
export function lastBefore(list: readonly Phrased[], block: number, at: number): number {
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

/** What somebody is, under a name that covers it: a player is called by the place he plays in. */
const kinds: Readonly<Record<string, RegExp>> = {
  محام: /^(?:دفاع|وكيل)$/,
  مدرب: /^(?:ناخب|مدير)$/,
  ناخب: /^(?:مدرب)$/,
  لاعب: /^(?:مهاجم|مدافع|حارس|جناح|ظهير|هداف|نجم|قائد|كابتن)$/,
  فنان: /^(?:ممثل|مغن|مطرب|رسام|موسيق|ملحن|نحات|عازف|راقص|مخرج)$/,
  كاتب: /^(?:روائ|شاعر|مؤلف|صحف|صحاف)$/,
  باحث: /^(?:استاذ|خبير|عالم|محلل|محاضر|دكتور|متخصص|مؤرخ|اكاديم|مدير|رئيس)$/,
  خبير: /^(?:استاذ|باحث|محلل|متخصص|استشار|مستشار|رئيس|مدير|عالم)$/,
  محلل: /^(?:خبير|استاذ|باحث|كاتب|رئيس|مدير)$/,
  طبيب: /^(?:جراح|استشار|اختصاص|اخصائ|دكتور|استاذ)$/,
  صحف: /^(?:مراسل|محرر|مذيع|كاتب|رئيس)$/,
  صحاف: /^(?:مراسل|محرر|مذيع|كاتب|رئيس)$/,
  مسؤول:
    /^(?:رئيس|وزير|مدير|امين|نائب|وكيل|مساعد|قائد|محافظ|مفوض|متحدث|ناطق|مبعوث|مستشار|منسق|عميد|لواء|عقيد|سفير|مندوب|عضو)$/,
  دبلوماس: /^(?:سفير|قنصل|مبعوث|مندوب|وزير)$/,
  ضابط: /^(?:عقيد|عميد|لواء|رائد|نقيب|ملازم|جنرال|قائد)$/,
  سياس: /^(?:نائب|رئيس|زعيم|وزير|عضو|سيناتور|مرشح|قياد)$/,
};

/** Remembers which offices, titles of address and nationalities the people of an article have. */
export class Offices {
  private readonly byHead = new Map<string, Office[]>();
  private readonly titled = new Map<string, Phrased[]>();
  private readonly nationals = new Map<string, Set<string>>();
  private readonly phrases = new Map<string, Role[]>();
  private readonly dead = new Set<string>();
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** Learns what stands before and behind the name of each person in a passage. */
  learn(passage: Passage, named: NamedAt): void {
    const { words } = passage;
    for (const [title, name, at] of honoredPeople(passage, named)) {
      const list = this.titled.get(title) ?? [];
      list.push({ name, block: passage.block, at });
      this.titled.set(title, list);
    }
    const covers = new Map<number, Named>();
    for (const name of named.values()) for (let at = name.from; at < name.to; at++) covers.set(at, name);
    for (const name of named.values()) {
      if (name.entity.type !== 'person') continue;
      if (isDead(words, name.from)) this.dead.add(name.entity.name);
      // مدرب الفريق، الصربي، فلان: through a comma too.
      const nation =
        words[/^[،,]$/.test(words[name.from - 1]?.form.key ?? '') ? name.from - 2 : name.from - 1];
      if (nation?.form.definite && nation.form.sorts & Sort.nationality) {
        const people = this.nationals.get(nation.form.key) ?? new Set();
        this.nationals.set(nation.form.key, people.add(name.entity.name));
      }
      for (const office of officeBefore(passage, name, (at) => covers.get(at)))
        this.add(passage, office, name.entity.name);
      const behind = officeBehind(passage, named, name);
      if (behind) this.add(passage, behind, name.entity.name);
    }
  }

  /** Notes that words tell an office of a person. */
  add(passage: Passage, { from, to }: OfficePhrase, person: string): void {
    const { words } = passage;
    const own = new Set<string>();
    for (let at = from + 1; at < to; at++)
      if (words[at]!.kind === 'word') own.add(headOf(words[at]!.form.key));
    const head = headOf(words[from]!.form.key);
    const agreement = agreementOf(words[from]!);
    this.note(person, { start: words[from]!.start, end: words[to - 1]!.end }, words[from]!.form.key);
    const list = this.byHead.get(head) ?? [];
    this.byHead.set(head, list);
    const place = { block: passage.block, at: from, sentence: passage.sentence[from]! };
    const known = list.find(
      (one) =>
        one.person === person && one.words.size === own.size && [...own].every((word) => one.words.has(word)),
    );
    if (known) known.places.push(place);
    else if (list.length < mostHolders) list.push({ ...agreement, words: own, person, places: [place] });
  }

  /** Keeps an office as it is written. */
  private note(person: string, span: Span, first: string): void {
    const { text, start, end } = this.shown(span, first);
    const roles = this.phrases.get(person) ?? [];
    if (roles.length < mostRoles && !roles.some((role) => role.text === text))
      roles.push({ text, start, end });
    this.phrases.set(person, roles);
  }

  /** An office as the text has it, without a conjunction or preposition on its first word, whose folded key is given. */
  shown({ start, end }: Span, first: string): Role {
    const prefix = /^(?:[وف]?[بلك]?(?=ال)|[وف](?=ل[^ل])|[وفبل](?=...))/.exec(first)?.[0] ?? '';
    const plain = sortsOf(first) & Sort.office ? '' : prefix;
    const from = start + plain.length;
    const text = this.text.slice(from, end).replace(/\s+/g, ' ');
    // للمرشح hides the alef of its article.
    return { text: plain === 'ل' && /^لل/.test(first) ? `ا${text}` : text, start: from, end };
  }

  /** The offices of a person in the order of the text, those left out that a fuller one says again (الوزير). */
  rolesOf(person: string): readonly Role[] {
    return fullestRoles(this.phrases.get(person) ?? []);
  }

  /**
   * Whose office a phrase tells: the same head in the same gender and number, its other words among those of the
   * office. The one who was called so last; nobody where two were called so in one sentence.
   */
  holder(passage: Passage, phrase: NounPhrase, genderOf: (person: string) => Gender): string | undefined {
    const { words } = passage;
    const head = words[phrase.from]!;
    const own = agreementOf(head);
    if (own.count !== 'one') return undefined;
    const wanted: string[] = [];
    for (let at = phrase.from + 1; at < phrase.to; at++)
      if (words[at]!.kind === 'word') wanted.push(headOf(words[at]!.form.key));
    // A bare indefinite office (وزير) is anybody.
    if (!head.form.definite && wanted.length === 0) return undefined;
    const key = headOf(head.form.key);
    const exact = this.fitting(key, own, genderOf, (office) => holds(office.words, wanted));
    return this.latest(exact, passage, phrase.from);
  }

  /** اللاعب for the striker: the only person of the article whose office is of that kind, or the last speaker (المحامي بهيئة فاس). */
  ofKind(
    passage: Passage,
    phrase: NounPhrase,
    genderOf: (person: string) => Gender,
    last: string | undefined,
  ): string | undefined {
    const head = passage.words[phrase.from]!;
    const own = agreementOf(head);
    const key = headOf(head.form.key);
    const covered = kinds[key];
    if (!covered || own.count !== 'one' || !head.form.definite) return undefined;
    const fits = [...this.byHead.keys()]
      .filter((one) => covered.test(one))
      .flatMap((one) => this.fitting(one, own, genderOf, ({ words }) => isKindOf(key, one, words)))
      .filter((office) => office.places.some((place) => isBefore(place, passage.block, phrase.from)));
    const people = new Set(fits.map(({ person }) => person));
    if (last !== undefined && people.has(last)) return last;
    return people.size === 1 && phrase.to - phrase.from === 1 ? fits[0]!.person : undefined;
  }

  private fitting(
    head: string,
    own: Agreement,
    genderOf: (person: string) => Gender,
    fits: (office: Office) => boolean,
  ): Office[] {
    return (this.byHead.get(head) ?? []).filter(
      (office) =>
        office.count === 'one' &&
        fits(office) &&
        agree(genderOf(office.person), own.gender) &&
        (agree(office.gender, own.gender) || keepsMasculine.test(head)) &&
        // A woman whose office keeps its masculine form is called by the feminine one later, a man never.
        !(
          own.gender === 'feminine' &&
          office.gender === 'masculine' &&
          genderOf(office.person) !== 'feminine'
        ) &&
        !(own.gender === 'masculine' && office.gender === 'feminine'),
    );
  }

  /** The only person of the article who has an office of this head, whatever it is of. */
  onlyHolder(head: string): string | undefined {
    const people = new Set((this.byHead.get(head) ?? []).map(({ person }) => person));
    return people.size === 1 ? [...people][0] : undefined;
  }

  /** Who of several was called so last before a place, else first behind it. */
  private latest(fits: readonly Office[], passage: Passage, at: number): string | undefined {
    let best: { person: string; place: Office['places'][number] } | undefined;
    let tied = false;
    for (const { person, places } of fits)
      for (const place of places) {
        if (!isBefore(place, passage.block, at)) continue;
        const same = best && best.place.block === place.block && best.place.sentence === place.sentence;
        if (same && best!.person !== person) tied = true;
        else if (!best || isBefore(best.place, place.block, place.at)) {
          tied = false;
          best = { person, place };
        }
      }
    if (tied) return undefined;
    return (
      best?.person ?? (new Set(fits.map(({ person }) => person)).size === 1 ? fits[0]!.person : undefined)
    );
  }

  /** Whom سموه means: the last before it whom the title leads to, else the first. */
  honored(title: string, block: number, at: number): string | undefined {
    const list = this.titled.get(title);
    if (!list) return undefined;
    return (list[lastBefore(list, block, at)] ?? list[0]!).name;
  }

  /** الراحل: the only person of whose death the article tells. */
  deceased(): string | undefined {
    return this.dead.size === 1 ? [...this.dead][0] : undefined;
  }

  /** المهاجم السنغالي: the only person whom the article calls السنغالي. */
  national(passage: Passage, phrase: NounPhrase): string | undefined {
    const { words } = passage;
    if (phrase.to - phrase.from !== 2 || !words[phrase.from]!.form.definite) return undefined;
    const people = this.nationals.get(words[phrase.from + 1]!.form.key);
    return people?.size === 1 ? [...people][0] : undefined;
  }
}

/** Whether a name stands behind a word of death: رحيل فلان, توفي الفنان فلان, غيب الموت الباحث فلانا. */
function isDead(words: Passage['words'], name: number): boolean {
  return words
    .slice(Math.max(0, name - 4), name)
    .some(({ form }) =>
      /^(?:[وفبل]?(?:رحيل|وفاة|توفيت?|رحلت?|الراحلة?|جنازة|جثمان|تشييع|الموت))$/.test(form.key),
    );
}

/** Of directors only the technical one (المدير الفني) is a coach: not the library's. */
function isKindOf(kind: string, head: string, words: ReadonlySet<string>): boolean {
  return kind !== 'مدرب' || head !== 'مدير' || words.has('فن');
}

/** A phrase tells an office if all it says is said of the office, or it says all that the office does and more. */
function holds(office: ReadonlySet<string>, wanted: readonly string[]): boolean {
  return (
    wanted.every((word) => office.has(word)) ||
    (wanted.length > 1 && office.size > 1 && [...office].every((word) => wanted.includes(word)))
  );
}

function isBefore(place: { block: number; at: number }, block: number, at: number): boolean {
  return place.block < block || (place.block === block && place.at < at);
}
