import { isOffice, triggerBefore } from '../names/people.ts';
import { Sort } from '../words/lexicon.ts';
import { honoredPeople } from './honored.ts';
import type { NounPhrase } from './noun-phrase.ts';
import type { NamedAt, Passage } from './sentence.ts';

/** An office of a named person, from words beside the name: «وزير الخارجية الإيراني» of ظريف. */
interface Office {
  readonly head: string;
  readonly feminine: boolean;
  readonly words: ReadonlySet<string>;
  readonly person: string;
  readonly block: number;
}

/** Without the article, the feminine ending and the dual, so that الوزيرة and وزير meet. */
export function headOf(word: string): string {
  const own =
    /^((?:ابن|ابنة|زوج|زوجة|شقيق|شقيقة|والد|والدة|تلميذ|تلميذة|صديق|صديقة|عم|خال|جد))(?:ه|ها|ته|تها|ي)$/.exec(
      word,
    );
  if (own) return headOf(own[1]!);
  return word.replace(/^(?:[وفبل]?ال|لل)/, '').replace(/(?:ة|ان|ين|ون|ا|ي)$/, '');
}

/** A phrase with its place. */
export interface Phrased {
  readonly name: string;
  readonly block: number;
  readonly at: number;
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

/** Offices that keep their masculine form before a woman's name: الوزير فلانة, then الوزيرة. */
const rank = /^(?:رئيس|وزير|نائب|عضو|سفير|قاض|امين|مستشار|مدير)$/;

/** الباحثة, زوجته: the word for a woman, with its owner or without. */
function isFeminine(word: string): boolean {
  return /ة$|ت(?:ه|ها|هم|ي)$/.test(word);
}

/** Remembers which offices, titles of address and nationalities the people of an article have. */
export class Offices {
  private readonly byHead = new Map<string, Office[]>();
  private readonly known = new Set<string>();
  private readonly titled = new Map<string, Phrased[]>();
  private readonly nationals = new Map<string, Set<string>>();

  /** Learns what stands before and behind the name of each person in a passage. */
  learn(passage: Passage, named: NamedAt): void {
    const { words } = passage;
    for (const [title, name, at] of honoredPeople(passage, named)) {
      const list = this.titled.get(title) ?? [];
      list.push({ name, block: passage.block, at });
      this.titled.set(title, list);
    }
    const covered = new Set<number>();
    for (const name of named.values())
      if (name.entity.type !== 'person') for (let at = name.from; at < name.to; at++) covered.add(at);
    for (const name of named.values()) {
      if (name.entity.type !== 'person') continue;
      const nation = words[name.from - 1];
      if (nation?.form.definite && nation.form.sorts & Sort.nationality) {
        const people = this.nationals.get(nation.form.key) ?? new Set();
        this.nationals.set(nation.form.key, people.add(name.entity.name));
      }
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
        this.add(passage, at, name.from, name.entity.name);
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
      this.add(passage, next, end, name.entity.name);
    }
  }

  /** Notes that words `from` to `to` tell an office of a person. */
  add(passage: Passage, from: number, to: number, person: string): void {
    const words = new Set<string>();
    for (let at = from + 1; at < to; at++) words.add(headOf(passage.words[at]!.form.key));
    const head = headOf(passage.words[from]!.form.key);
    const signature = `${passage.words[from]!.form.key} ${person} ${[...words].join(' ')}`;
    if (this.known.has(signature)) return;
    this.known.add(signature);
    const list = this.byHead.get(head) ?? [];
    if (list.length >= 300) return;
    const feminine = isFeminine(passage.words[from]!.form.key);
    list.push({ head, feminine, words, person, block: passage.block });
    this.byHead.set(head, list);
  }

  /** Whose office a phrase tells: the same head, and its other words among those of the office. Nearest before, else after. */
  holder(passage: Passage, phrase: NounPhrase): string | undefined {
    const { words } = passage;
    const head = words[phrase.from]!.form.key;
    const feminine = isFeminine(head);
    const list = this.byHead
      .get(headOf(head))
      ?.filter((one) => one.feminine === feminine || (feminine && rank.test(one.head)));
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

  /** Whom سموه means: the last before it whom the title leads to, else the first. */
  honored(title: string, block: number, at: number): string | undefined {
    const list = this.titled.get(title);
    if (!list) return undefined;
    return (list[lastBefore(list, block, at)] ?? list[0]!).name;
  }

  /** المهاجم السنغالي: the only person whom the article calls السنغالي. */
  national(passage: Passage, phrase: NounPhrase): string | undefined {
    const { words } = passage;
    if (phrase.to - phrase.from !== 2 || !words[phrase.from]!.form.definite) return undefined;
    const people = this.nationals.get(words[phrase.from + 1]!.form.key);
    return people?.size === 1 ? [...people][0] : undefined;
  }
}
