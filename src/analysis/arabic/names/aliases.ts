import type { Word } from '../../common/words.ts';
import { fold } from '../words/fold.ts';
import type { Form } from '../words/forms.ts';
import { Sort, sortsOf } from '../words/lexicon.ts';
import type { Found } from './found.ts';

type Words = readonly Word<Form>[];

/** Long vowels and the letters that stand for one foreign sound (غ ج ق ك, ث ت, ف ڤ) taken out, to compare spellings. */
function skeleton(word: string): string {
  return fold(word)
    .replace(/^ال/, '')
    .replace(/[غجقگ]/g, 'ك')
    .replace(/[ثط]/g, 'ت')
    .replace(/[ذظ]/g, 'د')
    .replace(/[صث]/g, 'س')
    .replace(/[ڤ]/g, 'ف')
    .replace(/[اويةهءئؤ]/g, '');
}

/** A word with which a name may begin that leaves its bearer's own name out: بن سلمان, آل نهيان. */
const kin = new Set('بن ابن بنت ال ابو ابي ام ولد بو'.split(' ').map(fold));

/**
 * Whether a name may stand for a longer one: of its words each stands there, in the same order; and unless it is one word alone it begins
 * with the same, or is all but the first: a family of two words (أشرف عبد الغني). So نواف بن فيصل is not فيصل بن نواف, nor علي حسن حسن علي; and
 * ملحم الحداد is the father of بركات ملحم الحداد, where حسني مبارك is محمد حسني مبارك.
 */
function standsFor(short: readonly string[], long: readonly string[]): boolean {
  let at = 0;
  for (const word of long) if (word === short[at]) at++;
  if (at < short.length) return false;
  if (short.length === 1 || short[0] === long[0] || kin.has(short[0]!)) return true;
  const isRest = long.length === short.length + 1 && short.every((word, index) => word === long[index + 1]);
  return isRest && !(isFather(short) && !doubled.has(long[0]!));
}

/** ملحم الحداد: a given name and a family's; رحيم بور is a family of two words. */
function isFather(name: readonly string[]): boolean {
  return name.length === 2 && (sortsOf(name[0]!) & Sort.given) !== 0 && !persian.has(name[1]!);
}

/** Second halves of Persian family names, most of which have a given name before them: رحيم بور, حسين زاده. */
const persian = new Set('بور پور زاده نيا نجاد نژاد فر راد مهر دوست خواه منش'.split(' ').map(fold));

/** Names that are given before another one, by which their bearer is called: محمد حسني, أحمد علاء. */
const doubled = new Set('محمد احمد سيدي مولاي السيد جان ماري خوسيه ماريا'.split(' ').map(fold));

/** A word as the press may spell it otherwise, but with its vowels: سليمان is not سلمان. */
function spelled(word: string): string {
  return fold(word).replace(/[غجقگ]/g, 'ك');
}

/**
 * Gives every person mention the key of a full name: the longest name whose words hold the short one's, the
 * nearest before it where several do. Full names that differ only as transliterations do, and not in the vowels of the first
 * word, are one.
 */
export function assignPeople(found: readonly Found[]): void {
  const people = found
    .filter((one) => one.type === 'person' && one.name)
    .sort((a, b) => a.block - b.block || a.from - b.from);
  const full: { name: readonly string[]; key: string; last: number }[] = [];
  const byWord = new Map<string, number[]>();
  const bySkeleton = new Map<string, number>();
  const order = people.map((person, index) => ({ person, index }));
  for (const { person, index } of [...order].sort(
    (a, b) => b.person.name!.length - a.person.name!.length || a.index - b.index,
  )) {
    const name = person.name!;
    let chosen = -1;
    for (const candidate of byWord.get(name[name.length - 1]!) ?? []) {
      const words = full[candidate]!.name;
      if (!standsFor(name, words)) continue;
      if (chosen < 0 || Math.abs(full[candidate]!.last - index) < Math.abs(full[chosen]!.last - index))
        chosen = candidate;
    }
    const bones = name.length > 1 ? [spelled(name[0]!), ...name.slice(1).map(skeleton)].join(' ') : '';
    if (chosen < 0 && bones.length > 4) chosen = bySkeleton.get(bones) ?? -1;
    if (chosen < 0) {
      chosen = full.length;
      full.push({ name, key: `person:${name.join(' ')}`, last: index });
      for (const word of name) {
        const list = byWord.get(word);
        if (list) {
          if (list.length < 64) list.push(chosen);
        } else byWord.set(word, [chosen]);
      }
      if (bones.length > 4 && !bySkeleton.has(bones)) bySkeleton.set(bones, chosen);
    }
    person.keys.push(full[chosen]!.key);
  }
}

/** للمديرية hides the alef of the article, #محمد_صلاح has a line for a blank: the name is shown as it is. */
export function articled(text: string, words: Words, one: Found): { name?: string } {
  const first = words[one.from]!;
  if (words[one.from + 1]?.form.key === '_' && one.to > one.from + 1)
    return { name: text.slice(first.start, words[one.to - 1]!.end).replaceAll('_', ' ') };
  const reading = first.form.readings.find((reading) => reading.cut === one.cut && reading.definite);
  if (one.cut === 0 || !reading?.prefix.endsWith('ل') || text[first.start + one.cut] !== 'ل') return {};
  return { name: `ا${text.slice(first.start + one.cut, words[one.to - 1]!.end)}` };
}

/** An alias in brackets or marks right behind a name, and the other way round: داعش (الدولة الإسلامية). */
export function joinBrackets(found: Found[], blocks: readonly Words[]): void {
  const sorted = [...found].sort((a, b) => a.block - b.block || a.from - b.from);
  for (let i = 0; i + 1 < sorted.length; i++) {
    const one = sorted[i]!;
    const two = sorted[i + 1]!;
    if (one.block !== two.block || one.type !== two.type || one.type === 'place' || two.from !== one.to + 1)
      continue;
    const words = blocks[one.block]!;
    const open = words[one.to]!.form.key;
    const close = words[two.to]?.form.key ?? '';
    if (
      (open === '(' && close === ')') ||
      (open === '«' && close === '»') ||
      (open === '"' && close === '"')
    ) {
      const key = one.keys[0];
      if (key) two.keys.push(key);
    }
  }
}
