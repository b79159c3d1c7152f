// The words and phrases that a grammar knows, made ready once for a language and looked up word by word.
import { type Grammar, type Sort, sorts } from './grammar.ts';
import { regionNames } from './regions.ts';

/** A phrase that was found at a word. */
export interface Found {
  /** Its sorts, as bits. */
  readonly sorts: number;
  /** How many words it has. */
  readonly length: number;
}

/** Phrases by the key of their first word, each with bits that say what it is. */
export class Phrases {
  private readonly single = new Map<string, number>();
  private readonly longer = new Map<string, { keys: readonly string[]; sorts: number }[]>();

  /** Adds a phrase of one or more words. */
  add(keys: readonly string[], sort: number): void {
    const first = keys[0]!;
    if (keys.length === 1) {
      this.single.set(first, (this.single.get(first) ?? 0) | sort);
      return;
    }
    const known = this.longer.get(first) ?? [];
    const same = known.find((phrase) => phrase.keys.join(' ') === keys.join(' '));
    if (same) same.sorts |= sort;
    else known.push({ keys, sorts: sort });
    known.sort((a, b) => b.keys.length - a.keys.length);
    this.longer.set(first, known);
  }

  /** The sorts of a single word, 0 where it is of none. */
  sortsOf(key: string): number {
    return this.single.get(key) ?? 0;
  }

  /** The longest phrase of any of `wanted` that stands at `at`; its first word may be given apart, a prefix off. */
  at(
    words: readonly { readonly key: string }[],
    at: number,
    wanted: number,
    first = words[at]!.key,
  ): Found | undefined {
    for (const phrase of this.longer.get(first) ?? []) {
      if (!(phrase.sorts & wanted) || at + phrase.keys.length > words.length) continue;
      let matched = 1;
      while (matched < phrase.keys.length && phrase.keys[matched] === words[at + matched]!.key) matched++;
      if (matched === phrase.keys.length) return { sorts: phrase.sorts, length: matched };
    }
    const sort = this.single.get(first) ?? 0;
    return sort & wanted ? { sorts: sort, length: 1 } : undefined;
  }
}

/** Entries of a list, parted by `|` or line ends. */
export function entries(list: string): string[] {
  return list
    .split(/[|\n]/u)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}

/** Adds every entry of a list. A word with a joiner is written apart by many: می‌گوید, می گوید. */
export function addAll(phrases: Phrases, list: string, sort: number, grammar: Grammar): void {
  for (const entry of entries(list)) {
    const spellings = entry.includes('\u200c') ? [entry, entry.replaceAll('\u200c', ' ')] : [entry];
    for (const one of spellings) phrases.add(one.split(/\s+/u).map(grammar.key), sort);
  }
}

/** Makes the lexicon of a grammar. */
export function lexiconOf(grammar: Grammar): Phrases {
  const phrases = new Phrases();
  for (const [sort, lists] of Object.entries(grammar.words) as [Sort, readonly string[]][])
    for (const list of lists) addAll(phrases, list, sorts[sort], grammar);
  addAll(phrases, regionNames(grammar.language).join('|'), sorts.place, grammar);
  return phrases;
}
