import type { Span } from '../../text/span.ts';
import type { SpeakerReason } from '../analysis.ts';
import type { Speech } from './speech.ts';

/** Who speaks at a verb of saying. */
export interface Voice {
  readonly name: string;
  /** Where he is named beside the verb; undefined for a pronoun or a dropped subject. */
  readonly mention: Span | undefined;
  readonly reason: SpeakerReason;
}

/** Stands in for the words of a quotation, so that none of them is taken for the writer's. */
const filler = '\uFFFC';

const sentenceEnd = /[.!?؟۔](?=\s|\uFFFC|$)/gu;
const abbreviation = /(?:^|\s)(?:Mr|Mrs|Ms|Dr|Prof|St|Gen|Sen|Rep|Gov|Lt|Col|\p{Lu})$/u;

/** Words a name or a short subject has at most. */
const longest = 4;

/** Code units to either side of a verb in which its subject is looked for. */
const reach = 240;

/**
 * The speakers of the verbs of saying in one paragraph, by the offset of the verb. A name stands before its verb (with
 * or without an apposition between commas) or, where the language has it so, right behind; a pronoun or a dropped
 * subject is whoever the same paragraph has let speak last. Where none of this is clear a verb has no entry.
 */
export function voicesOf(
  text: string,
  block: Span,
  quoted: readonly Span[],
  speech: Speech,
): Map<number, Voice> {
  let own = '';
  let last = block.start;
  for (const span of quoted) {
    if (span.start < last) continue;
    own += text.slice(last, span.start) + filler.repeat(Math.min(span.end, block.end) - span.start);
    last = Math.min(span.end, block.end);
  }
  own += text.slice(last, block.end);
  const voices = new Map<number, Voice>();
  let current: string | undefined;
  for (const { start, end } of sentencesOf(own)) {
    const sentence = own.slice(start, end);
    // Omar al-Rubaie, who teaches at a school: whom the paragraph introduces.
    current ??= introduced(sentence, speech);
    for (const match of sentence.matchAll(speech.verbs)) {
      const verb = { start: match.index, end: match.index + match[0].length };
      const found = subjectOf(sentence, verb, speech);
      if (found === undefined) continue;
      if (found === 'carried') {
        if (current)
          voices.set(block.start + start + verb.start, {
            name: current,
            mention: undefined,
            reason: 'pronoun',
          });
        continue;
      }
      const from = block.start + start + found.start;
      const mention = { start: from, end: from + found.end - found.start };
      current = text.slice(mention.start, mention.end);
      voices.set(block.start + start + verb.start, { name: current, mention, reason: 'subject' });
    }
  }
  return voices;
}

function sentencesOf(own: string): Span[] {
  const sentences: Span[] = [];
  let start = 0;
  for (const stop of own.matchAll(sentenceEnd)) {
    if (abbreviation.test(own.slice(Math.max(0, stop.index - 8), stop.index))) continue;
    sentences.push({ start, end: stop.index });
    start = stop.index + 1;
  }
  sentences.push({ start, end: own.length });
  return sentences;
}

/** A run of words as spans. */
function wordsOf(text: string, from: number, to: number): Span[] {
  return [...text.slice(from, to).matchAll(/[^\s،,:;؛()[\]\uFFFC]+/gu)].map((match) => ({
    start: from + match.index,
    end: from + match.index + match[0].length,
  }));
}

function introduced(sentence: string, speech: Speech): string | undefined {
  if (!speech.capitals) return undefined;
  return /^\s*(\p{Lu}[\p{L}'’-]+(?:\s+(?:(?:al|el|ar|as|an)-)?\p{Lu}[\p{L}'’-]+)+), (?:who|an?|\d+)\b/u.exec(
    sentence,
  )?.[1];
}

/** The subject of a verb, `carried` for a pronoun or none at all, undefined where it is not clear. */
function subjectOf(sentence: string, verb: Span, speech: Speech): Span | 'carried' | undefined {
  const floor = Math.max(0, verb.start - reach);
  const lead = sentence.slice(floor, verb.start);
  const mark = lead.lastIndexOf(filler);
  // Where neither the sentence nor marks begin near the verb, its subject is not in sight.
  if (mark < 0 && floor > 0) return undefined;
  const tail = lead.slice(mark + 1);
  const own = tail.replace(/^[\s،,:;–—-]+/u, '');
  if (mark >= 0 && own.trim() === '') return behind(sentence, verb.end, speech);
  const begin = verb.start - own.length;
  if (speech.agent) return agentOf(sentence, begin, verb.start, speech);
  return before(sentence, begin, verb.start, speech);
}

/** زہرہ قریشی نے کہا: what stands before the word that marks who acts. */
function agentOf(sentence: string, from: number, to: number, speech: Speech): Span | 'carried' | undefined {
  const marks = [...sentence.slice(from, to).matchAll(speech.agent!)];
  if (marks.length !== 1) return undefined;
  const all = wordsOf(sentence, from, from + marks[0]!.index);
  const own = opened(sentence, all, speech);
  if (own.length === 1 && speech.pronouns.test(at(sentence, own[0]!))) return 'carried';
  let begin = 0;
  own.forEach((word, index) => {
    if (speech.genitive?.test(at(sentence, word))) begin = index + 1;
  });
  return named(sentence, own.slice(begin), speech);
}

/** Anna Berg said; نسرین کیانی، مدیر طرح، گفت: the first words of the sentence. */
function before(sentence: string, from: number, to: number, speech: Speech): Span | 'carried' | undefined {
  const lead = sentence.slice(from, to);
  const comma = lead.search(/[،,]/u);
  const closes = /[،,]\s*$/u.test(lead);
  // A comma that no second one closes leaves open what belongs to the verb.
  if (comma >= 0 && !closes) return undefined;
  const all = wordsOf(sentence, from, comma >= 0 ? from + comma : to);
  const own = opened(sentence, all, speech);
  if (own.length === 0) return undefined;
  if (speech.pronouns.test(at(sentence, own[0]!))) return 'carried';
  const stop = own.findIndex((word) => speech.stops.test(at(sentence, word)));
  return named(sentence, stop < 0 ? own : own.slice(0, stop), speech);
}

/** «…», אמרה תמר רווה: what follows the verb, up to a comma or the end. */
function behind(sentence: string, from: number, speech: Speech): Span | 'carried' | undefined {
  const rest = sentence.slice(from, from + reach);
  const end = rest.search(/[،,:;.\uFFFC]/u);
  const all = wordsOf(sentence, from, from + (end < 0 ? rest.length : end));
  if (all.length === 0) return 'carried';
  if (!speech.follows) return undefined;
  const own = opened(sentence, all, speech);
  const stop = own.findIndex((word) => speech.stops.test(at(sentence, word)));
  const subject = stop < 0 ? own : own.slice(0, stop);
  if (subject[0] && speech.pronouns.test(at(sentence, subject[0]))) return 'carried';
  // לעיתונאים behind a verb is who was told.
  if (!speech.capitals && subject[0] && /^[לבמכש]/u.test(at(sentence, subject[0])) && subject.length < 2)
    return undefined;
  return named(sentence, subject, speech);
}

function at(sentence: string, word: Span): string {
  return sentence.slice(word.start, word.end);
}

/** Without the words that only open the sentence. */
function opened(sentence: string, words: readonly Span[], speech: Speech): Span[] {
  let first = 0;
  while (first < words.length && speech.openers.test(at(sentence, words[first]!))) first++;
  return words.slice(first);
}

/** The words as one span, titles off, where they can be a name. */
function named(sentence: string, words: readonly Span[], speech: Speech): Span | undefined {
  let first = 0;
  while (first < words.length && speech.titles.test(at(sentence, words[first]!).replace(/\.$/u, ''))) first++;
  const own = words.slice(first);
  if (own.length === 0 || own.length > longest) return undefined;
  const whole = { start: own[0]!.start, end: own.at(-1)!.end };
  const written = sentence.slice(whole.start, whole.end);
  if (/\p{N}|[،,;:()]/u.test(written)) return undefined;
  if (own.some((word) => speech.stops.test(at(sentence, word)))) return undefined;
  const proper = /^(?:(?:al|el|ar|as|an)-)?\p{Lu}|^(?:de|van|von|bin|al|el)$/u;
  if (speech.capitals && !own.every((word) => proper.test(at(sentence, word)))) return undefined;
  return whole;
}
