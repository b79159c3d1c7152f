import { knownAt } from '../words/gazetteer.ts';
import { Sort } from '../words/lexicon.ts';
import { Announced } from './announced.ts';
import { nameWords } from './name-end.ts';
import { isListed } from './name-start.ts';
import { announcing, isOffice } from './people.ts';

/** Finds who wrote an article, and for whom. */
export class Bylines extends Announced {
  /** A short line of names parted by a dash near the top: «عمر إبراهيم – عين اليوم»، «القاهرة: محمد علي». */
  protected bylines(): void {
    for (let block = 1; block < Math.min(4, this.blocks.length); block++) {
      const words = this.blocks[block]!;
      if (words.length < 3 || words.length > 9 || words.some(({ form }) => form.particle >= 0)) continue;
      const parts: [number, number][] = [];
      let from = 0;
      words.forEach((word, at) => {
        if (!/^(?:[-–—:|,،]|ـ+)$/.test(word.form.key)) return;
        parts.push([from, at]);
        from = at + 1;
      });
      if (parts.length === 0) continue;
      parts.push([from, words.length]);
      const startsPerson = (at: number) => (words[at]!.form.sorts & Sort.given) !== 0;
      const anyKnown = parts.some(([a, b]) => b > a && !this.free(block, a, b));
      const anyPerson = parts.some(([a, b]) => b - a >= 2 && b - a <= 4 && startsPerson(a));
      if (!anyKnown && !anyPerson) continue;
      for (const [a, b] of parts) {
        if (a >= b || b - a > 4 || !this.free(block, a, b)) continue;
        // حاورها نزار الجريدي: what announces a name is none.
        if (
          announcing.test(words[a]!.form.key) ||
          /^(?:وكالات|متابعات|متابعة|خاص|حوار|تحقيق|تقرير|كتب|كتبت)$/.test(words[a]!.form.key)
        )
          continue;
        const agency = knownAt(words, a).find((one) => one.type === 'organization' && a + one.length === b);
        if (agency && parts.length > 1) {
          this.add({ type: 'organization', block, from: a, to: b, cut: 0, keys: [agency.id] });
          continue;
        }
        const part = words.slice(a, b);
        if (part.some((word) => word.kind !== 'word')) continue;
        const unusual = part.every((word) => !isListed(word));
        if (
          b - a >= 2 &&
          (startsPerson(a) || (unusual && anyKnown && !part.every((word) => word.form.common)))
        )
          this.add({
            type: 'person',
            block,
            from: a,
            to: b,
            cut: 0,
            keys: [],
            name: nameWords(words, a, b, 0),
          });
        else if (
          parts.length === 2 &&
          b - a <= 3 &&
          !isOffice(words[a]!) &&
          part.every((word) => !(word.form.linkedSorts & Sort.grammar) && word.form.reports.length === 0)
        ) {
          const key = part.map((word) => word.form.key).join(' ');
          this.add({ type: 'organization', block, from: a, to: b, cut: 0, keys: [`name:${key}`] });
        }
      }
    }
  }
}
