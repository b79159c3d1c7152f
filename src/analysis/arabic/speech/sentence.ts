import type { Span } from '../../../text/span.ts';
import type { Entity } from '../../analysis.ts';
import type { Quotation } from '../../common/marks.ts';
import type { Word } from '../../common/words.ts';
import type { Form } from '../words/forms.ts';
import { isUnstopped, opensSentence } from './unstopped.ts';

/** An entity's mention, by words of a passage. */
export interface Named {
  readonly from: number;
  readonly to: number;
  readonly entity: Entity;
  readonly mention: Span;
}

/** The mentions of a passage, by first word. */
export type NamedAt = ReadonlyMap<number, Named>;

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
  /** For each quotation the index of its opening mark; of the inner ones too. */
  readonly openings: ReadonlyMap<Quotation, number>;
  /** For each outermost quotation, by its index: the number of words inside, and the first word after. */
  readonly sizes: ReadonlyMap<number, { readonly count: number; readonly after: number }>;
}

const titles = /^[دماج]$/;

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
  const openings = new Map<Quotation, number>();
  let opening = 0;
  for (const quotation of quotations) {
    while (opening < words.length && words[opening]!.start < quotation.outer.start) opening++;
    if (opening < words.length) openings.set(quotation, opening);
  }
  const sizes = new Map<number, { count: number; after: number }>();
  for (let i = 0; i < words.length; i++) {
    const index = quoted[i]!;
    if (index < 0) continue;
    const size = sizes.get(index) ?? { count: 0, after: 0 };
    if (words[i]!.kind !== 'punctuation') size.count++;
    size.after = i + 1;
    sizes.set(index, size);
  }
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
  const unstopped = isUnstopped(words, quoted, finals);
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    if (quoted[i]! >= 0) {
      if (endsInside(words, quoted, i)) close(i + 1, i + 1);
      continue;
    }
    // Nine words of ten are none: asked first, the rest of this took a thirtieth of an analysis.
    if (word.kind !== 'punctuation') continue;
    if (
      unstopped &&
      /^[،,]$/.test(word.form.key) &&
      opensSentence(words, i + 1, sizes.get(quoted[i + 1] ?? -1))
    )
      close(i, i + 1);
    if (!finals.test(word.form.key)) continue;
    const next = words[i + 1];
    if (word.form.key === '.' && next?.joined && next.kind !== 'punctuation' && word.joined)
      if (!isUnspaced(words, i)) continue;
    // د. فلان, م. فلانة: a title.
    if (
      word.form.key === '.' &&
      word.joined &&
      titles.test(words[i - 1]?.form.key ?? '') &&
      next?.kind === 'word'
    )
      continue;
    close(i, i + 1);
  }
  close(words.length, words.length);
  return { block, words, quotations, quoted, sentence, ends, openings, sizes };
}

/** هذا الأسبوع.وأشار: a full stop without its blank, between two words of Arabic, no initials. */
function isUnspaced(words: readonly Word<Form>[], at: number): boolean {
  return [words[at - 1], words[at + 1]].every((word) =>
    /^\p{Script=Arabic}{3,}$/u.test(word?.form.key ?? ''),
  );
}

/** «… .» وقال: the full stop inside ends the sentence if its quotation closes here and a conjunction opens another one. */
function endsInside(words: readonly Word<Form>[], quoted: Int32Array, at: number): boolean {
  const next = words[at + 1];
  if (quoted[at + 1] === quoted[at] || next?.kind !== 'word' || words[at]!.kind !== 'punctuation')
    return false;
  if (!finals.test(words[at - 1]?.form.key ?? '')) return false;
  return (
    /^(?:لكن|ولكن|كما|فيما|بينما|وفيما|وبينما)$/.test(next.form.key) ||
    next.form.reports.some(
      ({ form, prefix }) => prefix === 'و' && (form.shape === 'past' || form.shape === 'present'),
    )
  );
}

/** The index after the last word of the quotation that covers word `at`. */
export function afterQuotation(passage: Passage, at: number): number {
  return passage.sizes.get(passage.quoted[at]!)?.after ?? at;
}

/** The quotation that opens exactly at word `at`, or undefined. */
export function quotationAt(passage: Passage, at: number): Quotation | undefined {
  const index = passage.quoted[at] ?? -1;
  if (index < 0 || (at > 0 && passage.quoted[at - 1] === index)) return undefined;
  return passage.quotations[index];
}

/** Words of letters or digits inside a quotation that opens at word `at`. */
export function wordsInside(passage: Passage, at: number): number {
  return passage.sizes.get(passage.quoted[at]!)?.count ?? 0;
}
