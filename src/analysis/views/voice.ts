// Whose words are listed together.
import { entryAt } from '../../article/feed/entries.ts';
import type { Article, Language } from '../../article/model/article.ts';
import { fold } from '../../text/folding.ts';
import type { Span } from '../../text/span.ts';
import type { Analysis, Quote } from '../analysis.ts';

/** Parts a speaker from the number of the entry, and of those whom the same words are about: no name has a line end. */
const separator = '\n';

const named = new WeakMap<Analysis, ReadonlySet<string>>();

/** The names of an analysis. */
function namesOf(analysis: Analysis): ReadonlySet<string> {
  const known = named.get(analysis) ?? new Set(analysis.entities.map(({ name }) => name));
  named.set(analysis, known);
  return known;
}

/** Words that begin a phrase about somebody new, where no other sign tells that. */
const indefinite: Partial<Record<Language, RegExp>> = {
  en: /^(?:an?|one|another)\s/iu,
  fa: /^یک\s/u,
  ur: /^ایک\s/u,
};

/** The article of a language, written with its noun. */
const definite: Partial<Record<Language, RegExp>> = { ar: /^(?:ال|لل)/u, he: /^ה/u };

/** What ends the words that can make a noun definite: مسؤول في الوزارة may be anybody, متحدث باسم الوزارة is not. */
const preposition = /^(?:في|من|على|عن|لدى|إلى|مع)$/u;

/** Whether a quote is given to words that fit many and name nobody: مسؤول إيراني, an official. */
function fitsMany({ text, language }: Article, analysis: Analysis, quote: Quote): boolean {
  const { speaker, speakerMention: mention } = quote;
  if (speaker === null || namesOf(analysis).has(speaker)) return false;
  const phrase = mention ? text.slice(mention.start, mention.end) : speaker;
  const sign = definite[language];
  if (!sign) return indefinite[language]?.test(phrase) ?? false;
  const words = phrase.split(/\s+/u);
  const end = words.findIndex((word) => preposition.test(word));
  return (
    !words.slice(0, end < 0 ? words.length : end).some((word) => sign.test(word)) &&
    !(mention && holdsName(analysis, mention))
  );
}

const places = new WeakMap<Analysis, readonly Span[]>();

/** Where names stand, dates left out, in the order of the text. */
function placesOf(analysis: Analysis): readonly Span[] {
  const known =
    places.get(analysis) ??
    analysis.entities
      .filter(({ type }) => type !== 'date')
      .flatMap(({ mentions }) => mentions)
      .sort((a, b) => a.start - b.start);
  places.set(analysis, known);
  return known;
}

/** Whether words hold a name, which makes them definite: وزير خارجية إيران. */
function holdsName(analysis: Analysis, { start, end }: Span): boolean {
  const all = placesOf(analysis);
  for (let at = firstBehind(all, start); at < all.length && all[at]!.start < end; at++)
    if (all[at]!.end <= end) return true;
  return false;
}

/** Index of the first span that does not begin before a place, by halves. */
function firstBehind(spans: readonly Span[], place: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.start < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The words of a phrase, folded and without the article. */
function bare(phrase: string, language: Language): string[] {
  const words = phrase
    .replace(indefinite[language] ?? /^\s/u, '')
    .replace(/^the\s/iu, '')
    .split(/\s+/u);
  return words.map((word) => fold(word.replace(definite[language] ?? /^\s/u, ''), 1).text);
}

interface Voice {
  readonly key: string;
  /** Whether the words for it fit many. */
  readonly isAnybody: boolean;
}

const voices = new WeakMap<Analysis, ReadonlyMap<Quote, Voice>>();

/** The voices of an analysis. Somebody unnamed is whom the same words stood for last, unless they bring somebody new. */
function voicesOf(article: Article, analysis: Analysis): ReadonlyMap<Quote, Voice> {
  const known = voices.get(analysis);
  if (known) return known;
  const found = new Map<Quote, Voice>();
  /** Those without a name, by their entry and first word, the last one last: of a book there are thousands. */
  const unnamed = new Map<string, { readonly words: readonly string[]; readonly voice: Voice }[]>();
  const counts = new Map<string, number>();
  for (const quote of [...analysis.quotes].sort((a, b) => placeOf(a) - placeOf(b))) {
    const { speaker, reason } = quote;
    if (speaker === null) continue;
    if (namesOf(analysis).has(speaker)) {
      found.set(quote, { key: speaker, isAnybody: false });
      continue;
    }
    const entry = article.kind === 'feed' ? entryAt(article, quote.span.start) : 0;
    const words = bare(speaker, article.language);
    const isNew = reason !== 'carried' && reason !== 'pronoun' && fitsMany(article, analysis, quote);
    const place = `${entry} ${words[0]}`;
    const near = unnamed.get(place) ?? [];
    const same = isNew
      ? undefined
      : near.findLast((one) => words.every((word, at) => word === one.words[at]));
    if (same) {
      found.set(quote, same.voice);
      continue;
    }
    const first = article.kind === 'feed' ? [speaker, entry].join(separator) : speaker;
    const count = (counts.get(first) ?? 0) + 1;
    counts.set(first, count);
    const voice = {
      key: count === 1 ? first : [speaker, entry, count].join(separator),
      isAnybody: isNew,
    };
    near.push({ words, voice });
    unnamed.set(place, near);
    found.set(quote, voice);
  }
  voices.set(analysis, found);
  return found;
}

const placeOf = ({ speakerMention, span }: Quote): number => speakerMention?.start ?? span.start;

/**
 * What quotes of one speaker have in common, and no others: the name; of somebody unnamed the words, in a feed with the entry, since the
 * minister of the next one is another. Each phrase without an article is somebody else (مسؤول إيراني twice are two); one with it
 * (المسؤول الإيراني, المسؤول) is whom the words stood for last. Null where nobody is known to speak.
 */
export function voiceOf(article: Article, analysis: Analysis, quote: Quote): string | null {
  return voicesOf(article, analysis).get(quote)?.key ?? null;
}

/** Whether the voice of a quote is known by no more than words that fit many: مسؤول إيراني, an official. */
export function isAnybody(article: Article, analysis: Analysis, quote: Quote): boolean {
  return voicesOf(article, analysis).get(quote)?.isAnybody ?? false;
}

/** The name, or the words, by which a voice is told. */
export function nameOfVoice(voice: string): string {
  return voice.split(separator, 1)[0]!;
}
