/** Subjects that stand at a distance behind their verb: behind whoever was told, or behind the place of an office. */
import { isOffice } from '../names/people.ts';
import { Sort } from '../words/lexicon.ts';
import { isCircumstance } from '../words/name-words.ts';
import { type NounPhrase, nounPhrase, startOf } from './noun-phrase.ts';
import type { NamedAt, Passage } from './sentence.ts';

/** Words that a hearer takes at most: لإذاعة المدينة المحلية. */
const longestHearer = 4;

/** أوضح للصحفيين فلان أن, أكدت لإذاعة المدينة المتحدثة باسم كذا: the person or office behind whoever was told. */
export function addressed(
  passage: Passage,
  named: NamedAt,
  at: number,
  target: number,
): NounPhrase | undefined {
  const { words } = passage;
  const told = words[at]!.form;
  const isHearer = told.readings.some((one) => one.prefix === 'ل' && (one.definite || one.sorts & hearers));
  if (!isHearer || named.get(at)?.entity.type === 'person' || told.sorts & Sort.given) return undefined;
  const first = named.get(at)?.to ?? at + 1;
  for (let next = first; next <= Math.min(target - 1, first + longestHearer); next++) {
    const name = named.get(next);
    const { form, kind } = words[next]!;
    if (name?.entity.type === 'person' && name.mention.start === words[next]!.start)
      return { from: next, to: name.to, headEnd: name.to };
    if (kind !== 'word' || form.particle >= 0 || form.sorts & Sort.grammar) return undefined;
    if (form.definite && isOffice(words[next]!)) return nounPhrase(passage, named, next, target);
  }
  return undefined;
}

const hearers = Sort.bodyHead | Sort.common | Sort.thing;

/** Words that lie at most between an office and the name of who holds it. */
const longestIntroduction = 9;

/** Prepositions after which somebody is spoken of or to, not introduced. */
const aside = /^(?:عن|مع|ضد|حول|بشان|بعد|قبل|خلال|منذ|علي|امام|تجاه|ازاء|نحو|عبر|بين|لدي|بحضور|برفقة)$/;

/**
 * The name that an office is followed by: المبعوث الأممي إلى اليمن فلان; مديرة المشروع، البروفيسورة فلانة، أن. Between
 * them stand where the office is held, and behind one comma a title or a nationality.
 */
export function introduced(
  passage: Passage,
  named: NamedAt,
  phrase: NounPhrase,
  target: number,
): NounPhrase | undefined {
  const { words } = passage;
  if (!isOffice(words[phrase.from]!)) return undefined;
  for (let at = phrase.from; at < phrase.to; at++)
    if (named.get(at)?.entity.type === 'person') return undefined;
  let comma = false;
  for (let at = phrase.to; at < Math.min(target, phrase.to + longestIntroduction); ) {
    const word = words[at]!;
    const { key, definite, particle, reports } = word.form;
    const name = named.get(at);
    if (name?.entity.type === 'person') {
      const known = word.start === startOf(name) && !/^(?:من|الي|في)$/.test(words[at - 1]!.form.key);
      return known ? { from: at, to: name.to, headEnd: name.to } : undefined;
    }
    if (word.kind === 'punctuation') {
      if (comma || !/^[،,]$/.test(key)) return undefined;
      comma = true;
    } else if (name) {
      if (comma) return undefined;
      at = name.to;
      continue;
    } else if (/^(?:دول|رسم|محل|عالم|حال|وطن|شعب|اقليم)يا$/.test(key)) {
      // المعترف بها دوليا: part of what the office is of.
    } else if (particle >= 0 || aside.test(key) || isCircumstance(word)) return undefined;
    else if (comma && (!definite || /^(?:لل|بال|كال|وال|فال)/.test(key))) return undefined;
    else if (reports.length > 0 && !definite) return undefined;
    else if (/^لل/.test(key)) return undefined;
    at++;
  }
  return undefined;
}
