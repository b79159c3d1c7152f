import { Sort } from '../words/lexicon.ts';
import type { Gender } from '../words/verbs.ts';
import { type NounPhrase, nounPhrase } from './noun-phrase.ts';
import type { NamedAt } from './sentence.ts';
import { type Passage, quotationAt } from './sentence.ts';

/** A source named before what it says: بحسب فلان، فإن …; برأي الوزير، فإن «…». */
export interface Source {
  /** Index of its first word (بحسب, وفقا, برأي). */
  readonly at: number;
  /** Word of فإن. */
  readonly target: number;
  /** Who it is; undefined where a pronoun stands for him (وفقا لها). */
  readonly phrase: NounPhrase | undefined;
  readonly pronoun: Gender;
}

/** Words between a source and the فإن that its clause begins with. */
const farthest = 28;

const single = /^[وف]?(?:بحسب|حسب|وفق|براي|برايه|برايها|بنظر)$/;
const withPreposition = /^[وف]?(?:وفقا|طبقا|استنادا)$/;

/** The first words of a source, with a conjunction or without: most words are told apart by this alone. */
const first = new Set(
  'بحسب حسب وفق براي برايه برايها بنظر وفقا طبقا استنادا من في'
    .split(' ')
    .flatMap((word) => [word, `و${word}`, `ف${word}`]),
);

/** The sources that open a sentence of a passage and lead to a clause with فإن, in order. */
export function sourcesOf(passage: Passage, named: NamedAt): Source[] {
  const { words, quoted, ends, sentence } = passage;
  const found: Source[] = [];
  for (let at = 0; at < words.length; at++) {
    if (!first.has(words[at]!.form.key) || quoted[at]! >= 0) continue;
    const from = sourceAt(passage, at);
    if (from < 0) continue;
    // Behind other words of its sentence it belongs to what stands before it, unless و parts them: …، وبحسب فلان، فإن.
    const joined = /^و/.test(words[at]!.form.key) && /^[،,]$/.test(words[at - 1]?.form.key ?? '');
    if (at - sentence[at]! > 2 && !joined) continue;
    const limit = Math.min(ends[at]!, at + farthest);
    let target = from;
    while (target < limit && !/^فان(?:ه|ها|هم|هما|نا)?$/.test(words[target]!.form.key)) target++;
    if (target >= limit || quoted[target]! >= 0) continue;
    const mark = words[from]?.form.key ?? '';
    const own = /^(?:ل|براي|راي)?(ه|ها|هم)$/.exec(mark) ?? /^[وف]?براي(ه|ها)$/.exec(words[at]!.form.key);
    if (own) {
      const pronoun = own[1] === 'ه' ? 'masculine' : own[1] === 'ها' ? 'feminine' : 'any';
      found.push({ at, target, phrase: undefined, pronoun });
      continue;
    }
    const phrase = quotationAt(passage, from) ? undefined : nounPhrase(passage, named, from, target);
    if (phrase) found.push({ at, target, phrase, pronoun: 'any' });
  }
  return found;
}

/** وعلمت «الديار» من مصادر الوزارة أن: who told the paper, between its verb and the clause. */
export function informant(
  passage: Passage,
  named: NamedAt,
  verb: number,
  target: number,
): NounPhrase | undefined {
  const { words, quoted } = passage;
  for (let at = verb + 1; at < Math.min(target - 1, verb + 8); at++)
    if (words[at]!.form.key === 'من' && quoted[at]! < 0) return nounPhrase(passage, named, at + 1, target);
  return undefined;
}

/** وأضافت الصحيفة، نقلا عن المصدر: whose words a body that speaks cites before them. */
export function cited(
  passage: Passage,
  named: NamedAt,
  subject: NounPhrase,
  target: number,
): NounPhrase | undefined {
  const { words } = passage;
  const entity = named.get(subject.from)?.entity;
  const head = words[subject.from]!.form.readings[0]!;
  if (entity ? entity.type !== 'organization' : !(head.bareSorts & Sort.bodyHead)) return undefined;
  for (let at = subject.to; at < Math.min(target - 2, subject.to + 6); at++)
    if (words[at]!.form.key === 'نقلا' && words[at + 1]!.form.key === 'عن')
      return nounPhrase(passage, named, at + 2, target);
  return undefined;
}

/** The first word of whoever a source names at `at`, or -1. */
function sourceAt(passage: Passage, at: number): number {
  const { words } = passage;
  const key = words[at]!.form.key;
  const next = words[at + 1]?.form.key ?? '';
  if (/^[وف]?من$/.test(key) && next === 'وجهة' && words[at + 2]?.form.key === 'نظر') return at + 3;
  if (/^[وف]?في$/.test(key) && /^(?:راي|نظر|تقدير)$/.test(next)) return at + 2;
  if (single.test(key)) return /^ما$/.test(next) ? -1 : at + 1;
  return withPreposition.test(key) ? (next === 'ل' ? at + 2 : at + 1) : -1;
}
