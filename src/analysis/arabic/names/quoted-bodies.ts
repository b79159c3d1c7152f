/** Bodies between quotation marks that nothing but their place announces: «الألمانية», لـ«الراي». */
import type { Word } from '../../common/words.ts';
import type { Form } from '../words/forms.ts';
import { Sort } from '../words/lexicon.ts';
import { isHead, isUnknown, quotedEnd } from '../words/name-words.ts';
import { Register } from './found.ts';

type Words = readonly Word<Form>[];

/** Finds bodies between quotation marks. */
export class QuotedBodies extends Register {
  private families: Set<string> | undefined;

  /** Folded words that stand right behind a given name somewhere. */
  private get behindGiven(): ReadonlySet<string> {
    if (this.families) return this.families;
    this.families = new Set();
    for (const words of this.blocks)
      for (let at = 1; at < words.length; at++)
        if (words[at - 1]!.form.sorts & Sort.given && words[at]!.kind === 'word')
          this.families.add(words[at]!.form.key);
    return this.families;
  }

  /** An adjective of nationality alone between marks is a news agency: «الألمانية»، «الفرنسية». */
  protected quotedAgency(words: Words, block: number, at: number): number {
    const end = quotedEnd(words, at);
    if (
      end &&
      end - at <= 6 &&
      (this.speaksHere(words, at, end) || this.isCalled(words, at)) &&
      this.free(block, at + 1, end - 1)
    ) {
      const inside = words.slice(at + 1, end - 1);
      const plain = inside.every(
        (word) =>
          word.kind === 'word' && !/ا\u064b?$/.test(word.form.spelling) && !(word.form.sorts & Sort.grammar),
      );
      if (plain && (inside[0]!.form.definite || isUnknown(inside[0]) || inside.length > 1))
        return this.add({
          type: 'organization',
          block,
          from: at + 1,
          to: end - 1,
          cut: 0,
          keys: [this.properKey(words, at + 1, end - 1)],
        });
    }
    if (end !== at + 3) return at;
    const word = words[at + 1]!;
    if (!word.form.definite || !/ية$/.test(word.form.key) || !(word.form.sorts & Sort.nationality)) return at;
    return this.add({
      type: 'organization',
      block,
      from: at + 1,
      to: at + 2,
      cut: 0,
      keys: [`agency:${word.form.key}`],
    });
  }

  /** الشركة الناشئة «سكين سنس», مبعوث «الخبر»: a definite head of a body, or who works for one, right before the marks. */
  private isCalled(words: Words, at: number): boolean {
    let back = at - 1;
    while (back > at - 3 && /^ال.*(?:ة|ي)$/.test(words[back]?.form.key ?? '') && !isHead(words[back]!))
      back--;
    const head = words[back];
    if (!head) return false;
    return (
      isHead(head) ||
      (back === at - 1 && /^[وفبل]?(?:مبعوث|مبعوثة|مراسل|مراسلة|موفد|موفدة)$/.test(head.form.key))
    );
  }

  /**
   * Whether a name between marks from `at` is of somebody who hears or speaks: the one told (لـ«…» beside a word
   * of speech), the subject of a verb of saying before أن, the label of a question.
   */
  protected speaksHere(words: Words, at: number, end: number): boolean {
    const before = words[at - 1]?.form.key ?? '';
    const after = words[end];
    if (at === 0 && after?.form.key === ':') return true;
    // وأضاف "عتلم" أن: whose given name stands before it elsewhere is a man.
    if (after && after.form.particle >= 0 && words[at - 1] && words[at - 1]!.form.reports.length > 0)
      return end - at !== 3 || !this.behindGiven.has(words[at + 1]!.form.key);
    if (!/^(?:ل|لـ|لـ+|مع|إلى)$/.test(words[at - 1]?.form.spelling ?? '') && before !== 'ل') return false;
    for (let back = at - 2; back >= Math.max(0, at - 10); back--) {
      const { form } = words[back]!;
      // تحدث إلى «…» tells who heard, عزا ذلك إلى «…» does not.
      if (before === 'الي' && !/^[وف]?[يت]?تحدث|^حديث/.test(form.key)) continue;
      if (form.reports.length > 0 || form.readings.some((one) => one.bareSorts & Sort.speech)) return true;
      if (/^(?:اتصال|لقاء|مقابلة|حوار|دردشة)$/.test(form.key)) return true;
    }
    return before !== 'الي' && at <= 4;
  }
}
