/** Noun phrases as a reader is shown them: the name of a speaker, the office by which one is told. */
import { isOffice } from '../names/people.ts';
import { Sort } from '../words/lexicon.ts';
import { type NounPhrase, spanOf } from './noun-phrase.ts';
import type { Passage } from './sentence.ts';
import type { Speakers } from './speakers.ts';

const shownMarks = /[«»“”"„‟\u0640\u200e\u200f]/g;

/** A phrase as it is shown: without marks, the ending of an accusative (لكن مصدرًا مطلعًا قال) and an age in brackets. */
export function written(passage: Passage, phrase: NounPhrase, text: string): string {
  const { start, end } = spanOf(passage, phrase);
  const plain = text.slice(start + prefixOf(passage, phrase.from), end);
  // Nearly all: V8 need not compile what the others are asked, some milliseconds of a first analysis.
  if (/^[\u0621-\u063a\u0641-\u064a]+(?: [\u0621-\u063a\u0641-\u064a]+)*$/.test(plain)) return plain;
  return plain
    .replace(/\s*\(\s*\p{N}[^()]*\)$/u, '')
    .replace(shownMarks, '')
    .replace(/(?<=\p{L}{2})(?:ًا|اً)(?!\p{L})/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Length of the preposition on whoever a source names: وفقا لأحد المواقع. */
function prefixOf({ words }: Passage, at: number): number {
  if (!/^[وف]?(?:وفقا|طبقا|استنادا|نسبة)$/.test(words[at - 1]?.form.key ?? '')) return 0;
  return words[at]!.form.readings.find((one) => one.prefix === 'ل' && !one.definite)?.cut ?? 0;
}

/** The office that words `from` to `to` tell, forms of address at its end left out; nothing where they begin with none. */
export function roleOf({ words }: Passage, speakers: Speakers, from: number, to: number): { role?: string } {
  let end = to;
  while (
    end > from + 1 &&
    (words[end - 1]!.form.sorts & Sort.honorific || words[end - 1]!.kind === 'punctuation')
  )
    end--;
  if (end <= from || !isOffice(words[from]!)) return {};
  const span = { start: words[from]!.start, end: words[end - 1]!.end };
  return { role: speakers.offices.shown(span, words[from]!.form.key).text };
}
