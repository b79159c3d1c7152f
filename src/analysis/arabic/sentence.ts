import type { Quotation } from '../marks.ts';
import type { Word } from '../words.ts';
import type { Form } from './forms.ts';

/** One block as the quote rules see it: its words, where its quotations and sentences lie. */
export interface Passage {
  readonly block: number;
  readonly words: readonly Word<Form>[];
  readonly quotations: readonly Quotation[];
  /** For each word the index of the outermost quotation around it (marks included), or -1. */
  readonly quoted: Int32Array;
  /** For each word the index of the first word of its sentence. */
  readonly sentence: Int32Array;
  /** For each word the index after the last word of its sentence, its final mark excluded. */
  readonly ends: Int32Array;
}

const finals = /^(?:[.!?؟…]|\.{2,})$/;

/** Lays out a block. Full stops inside a quotation end nothing outside it. */
export function passageOf(
  block: number,
  words: readonly Word<Form>[],
  quotations: readonly Quotation[],
): Passage {
  const quoted = new Int32Array(words.length).fill(-1);
  let at = 0;
  quotations.forEach((quotation, index) => {
    if (quotation.depth > 0) return;
    while (at < words.length && words[at]!.end <= quotation.outer.start) at++;
    for (let next = at; next < words.length && words[next]!.start < quotation.outer.end; next++)
      quoted[next] = index;
  });
  const sentence = new Int32Array(words.length);
  const ends = new Int32Array(words.length);
  let start = 0;
  const close = (end: number, after: number) => {
    for (let i = start; i < after; i++) {
      sentence[i] = start;
      ends[i] = end;
    }
    start = after;
  };
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    if (quoted[i]! >= 0) {
      // «… .» وقال: the stop inside ends the sentence that the quotation closes, when a conjunction opens another.
      continue;
    }
    if (!finals.test(word.form.key) || word.kind !== 'punctuation') continue;
    const next = words[i + 1];
    if (word.form.key === '.' && next?.joined && next.kind !== 'punctuation' && word.joined) continue;
    close(i, i + 1);
  }
  close(words.length, words.length);
  return { block, words, quotations, quoted, sentence, ends };
}

/** The index after the last word of the quotation that covers word `at`. */
export function afterQuotation(passage: Passage, at: number): number {
  const index = passage.quoted[at]!;
  let next = at;
  while (next < passage.words.length && passage.quoted[next] === index) next++;
  return next;
}

/** The quotation that opens exactly at word `at`, or undefined. */
export function quotationAt(passage: Passage, at: number): Quotation | undefined {
  const index = passage.quoted[at] ?? -1;
  if (index < 0 || (at > 0 && passage.quoted[at - 1] === index)) return undefined;
  return passage.quotations[index];
}

/** Words of letters or digits inside a quotation that opens at word `at`. */
export function wordsInside(passage: Passage, at: number): number {
  let count = 0;
  for (let next = at; next < afterQuotation(passage, at); next++)
    if (passage.words[next]!.kind !== 'punctuation') count++;
  return count;
}
