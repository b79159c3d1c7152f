/** Family names with an article behind a rank, as an article itself ties them: اللواء منصور التركي, later اللواء التركي. */
import type { Word } from '../../common/words.ts';
import { ofSpelling } from '../words/asked.ts';
import type { Form } from '../words/forms.ts';
import { Sort, sortsOf } from '../words/lexicon.ts';

type Words = readonly Word<Form>[];

/** A full name has its family at most so many words behind the rank. */
const farthest = 4;

/** الدكتور, واللواء: a form of address with its article. */
const isRank = ofSpelling(({ form }) =>
  form.readings.some((one) => one.definite && sortsOf(one.stem) & Sort.honorific),
);

/** A rank and a family name as one string; conjunctions and prepositions come off the rank. */
function pair(rank: Word<Form>, family: Word<Form>): string {
  return `${rank.form.key.replace(/^[وف]?[بل]?(?=ال)/, '')} ${family.form.key}`;
}

/**
 * Ranks with the families that stand behind them both alone and behind a given name somewhere in the article. There an adjective
 * is a family name too: the one without the other says nothing (اللواء التركي alone is a brigade).
 */
export class Ranked {
  private readonly pairs = new Set<string>();

  constructor(blocks: readonly Words[]) {
    const alone = new Set<string>();
    const full = new Set<string>();
    for (const words of blocks)
      for (let at = 0; at + 1 < words.length; at++) {
        const rank = words[at]!;
        if (!isRank(rank)) continue;
        if (words[at + 1]!.form.definite) alone.add(pair(rank, words[at + 1]!));
        else if (words[at + 1]!.form.sorts & (Sort.given | Sort.particle))
          for (let next = at + 2; next <= at + farthest && words[next]?.kind === 'word'; next++)
            if (words[next]!.form.definite) full.add(pair(rank, words[next]!));
      }
    for (const one of alone) if (full.has(one)) this.pairs.add(one);
  }

  /** Whether the word at `at` is the family of the rank before it. */
  isFamily(words: Words, at: number): boolean {
    return (
      this.pairs.size > 0 && at > 0 && at < words.length && this.pairs.has(pair(words[at - 1]!, words[at]!))
    );
  }

  /** Where a name ends that stands behind a rank and ends before its family, `to` where it does not. */
  nameEnd(words: Words, from: number, to: number): number {
    const rank = words[from - 1];
    const family = words[to];
    if (this.pairs.size === 0 || !rank || !family) return to;
    return this.pairs.has(pair(rank, family)) ? to + 1 : to;
  }
}
