import type { Span } from '../../../text/span.ts';
import type { Word } from '../../common/words.ts';
import type { Form } from '../words/forms.ts';
import type { Phrase } from './place-phrase.ts';

type Words = readonly Word<Form>[];

/** A name found, by block and word. */
export interface Found {
  readonly type: 'person' | 'organization' | 'place';
  readonly block: number;
  readonly from: number;
  readonly to: number;
  readonly cut: number;
  readonly keys: string[];
  /** Folded words of a person's name. */
  readonly name?: readonly string[];
}

const clubWords =
  /^(?:[وفبل]?(?:ال)?(?:مباراة|مباريات|دوري|لاعب|لاعبين|لاعبون|مدرب|اهداف|كاس|بطولة|منتخب|نادي|اندية|الملعب|الشوط|الشوطين|هداف|مهاجم|مدافع|المدافع|المهاجم|الحارس|مرمي|الذهاب|الاياب|ركلة|الدقيقة|الجناح|المدرب|الفني))$/;

/** What has been found, and which words are free. */
export class Register {
  readonly blocks: readonly Words[];
  readonly found: Found[] = [];
  /** For every block and word: 0 free, else 1 + index of what stands there; -1 a date. */
  readonly taken: Int32Array[];
  /** Folded words that stand without a prefix somewhere. */
  readonly attested = new Set<string>();
  /** Words of sport in the article. */
  sportive = 0;
  /** Whether the article writes ى for ي (فى), as Egypt's press does: then منى is of me, too. */
  dotless = false;

  constructor(blocks: readonly Words[], dates: readonly (readonly Span[])[]) {
    this.blocks = blocks;
    // One stretch of memory for all: an array of its own for each block of a book takes ten times as much.
    const all = new Int32Array(blocks.reduce((sum, words) => sum + words.length, 0));
    let end = 0;
    this.taken = blocks.map((words) => {
      end += words.length;
      return all.subarray(end - words.length, end);
    });
    blocks.forEach((words, block) => {
      let date = 0;
      const spans = dates[block] ?? [];
      words.forEach((word, at) => {
        while (date < spans.length && spans[date]!.end <= word.start) date++;
        if (date < spans.length && word.end > spans[date]!.start) this.taken[block]![at] = -1;
        if (word.kind === 'word') this.attested.add(word.form.key);
        if (clubWords.test(word.form.key)) this.sportive++;
        if (word.form.spelling === 'فى') this.dotless = true;
      });
    });
  }

  protected free(block: number, from: number, to: number): boolean {
    const taken = this.taken[block]!;
    for (let at = from; at < to; at++) if (taken[at] !== 0) return false;
    return true;
  }

  protected add(found: Found): number {
    this.found.push(found);
    const mark = this.found.length;
    for (let at = found.from; at < found.to; at++) this.taken[found.block]![at] = mark;
    return found.to - 1;
  }

  protected phraseKey(words: Words, phrase: Phrase): string {
    const first =
      words[phrase.from]!.form.readings.find((one) => one.cut === phrase.cut) ??
      words[phrase.from]!.form.readings[0]!;
    const rest = words.slice(phrase.from + 1, phrase.to).filter((word) => word.kind === 'word');
    return `name:${[first.stem, ...rest.map((word) => word.form.key)].join(' ')}`;
  }

  protected properKey(words: Words, from: number, to: number): string {
    return `name:${words
      .slice(from, to)
      .filter((word) => word.kind === 'word')
      .map((word) => word.form.key)
      .join(' ')}`;
  }
}
