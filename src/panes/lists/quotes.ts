// What was said, as entries of a list: who said it and in what office, then the words.
import type { Analysis, Quote } from '../../analysis/analysis.ts';
import { isAnybody, voiceOf } from '../../analysis/views/voice.ts';
import { entryAt } from '../../article/feed/entries.ts';
import type { Article } from '../../article/model/article.ts';
import type { ReaderState } from '../../reader/state/state.ts';
import { words } from '../../reader/words/words.ts';
import type { Span } from '../../text/span.ts';
import { remembered } from '../draw/remembered.ts';
import type { Entry } from './entry.ts';
import { oneLine } from './one-line.ts';

/** A quote with its index in the analysis. */
export interface Saying {
  readonly quote: Quote;
  readonly index: number;
}

/** What was said, each once: words that are quoted inside what their speaker is quoted with are part of that. */
export const sayings = remembered(({ quotes }: Analysis): readonly Saying[] => {
  let outer: Quote | undefined;
  return quotes
    .map((quote, index) => ({ quote, index }))
    .sort(({ quote: { span: a } }, { quote: { span: b } }) => a.start - b.start || b.end - a.end)
    .filter(({ quote }) => {
      const isInside = outer !== undefined && quote.span.end <= outer.span.end;
      if (isInside) return quote.speaker !== null && quote.speaker !== outer?.speaker;
      outer = quote;
      return true;
    });
});

/** Code units that each voice is quoted with, and all. */
const lengths = remembered((analysis: Analysis, article: Article) => {
  const of = new Map<string | null, number>();
  let all = 0;
  for (const { quote } of sayings(analysis)) {
    const length = quote.span.end - quote.span.start;
    const voice = voiceOf(article, analysis, quote);
    of.set(voice, (of.get(voice) ?? 0) + length);
    all += length;
  }
  return { of, all };
});

/** How much of all words that are quoted are a voice's, 0 to 1. */
export function shareOf(analysis: Analysis, article: Article, voice: string): number {
  const { of, all } = lengths(analysis, article);
  return (of.get(voice) ?? 0) / Math.max(1, all);
}

const openingMarks = /[«“”„"‘’‹「]/u;
const closingMarks = /[»”“"’‘›」]/u;

/** The words of a quote on one line, between the quotation marks that the article has around them. */
export function quoted(text: string, { kind, span }: Quote): string {
  const words = oneLine(text, span);
  const before = text[span.start - 1] ?? '';
  const after = text[span.end] ?? '';
  if (kind !== 'direct' || !openingMarks.test(before)) return words;
  return `${before}${words}${closingMarks.test(after) ? after : ''}`;
}

const offices = remembered(
  ({ entities }: Analysis) => new Map(entities.map(({ name, roles = [] }) => [name, roles])),
);

/**
 * What the speaker of a quote is: as the words around it tell, else the first office that the article gives them, of a feed the entry
 * that the quote stands in.
 */
export function officeOf(
  article: Article,
  analysis: Analysis | null,
  { role, speaker, span }: Quote,
): string | undefined {
  if (role !== undefined || !analysis || speaker === null) return role;
  const entry = entryAt(article, span.start);
  return offices(analysis)
    .get(speaker)
    ?.find(({ start }) => entryAt(article, start) === entry)?.text;
}

/** The same quotes by speaker: those with most of the words come first, what nobody is known to have said last. */
function grouped<Item extends { readonly quote: Quote }>(
  quotes: readonly Item[],
  voice: (quote: Quote) => string | null,
  share: (voice: string) => number,
): Item[] {
  const groups = new Map<string | null, Item[]>();
  for (const item of quotes) {
    const group = groups.get(voice(item.quote)) ?? [];
    group.push(item);
    groups.set(voice(item.quote), group);
  }
  const unknown = groups.get(null) ?? [];
  groups.delete(null);
  const shares = [...groups].map(([one, group]) => ({ group, share: share(one!) }));
  shares.sort((a, b) => b.share - a.share);
  return [...shares.map(({ group }) => group), unknown].flat();
}

/**
 * A quote in the list. Its lines are made when it is drawn: those of a book, 27,000 at once, would keep a key waiting when its
 * analysis comes.
 */
class QuoteEntry implements Entry {
  readonly target: Span;
  readonly quote: number;
  readonly sharesName: boolean;
  readonly #quote: Quote;
  readonly #linesOf: (quote: Quote) => Entry['lines'];
  #lines: Entry['lines'] | undefined;

  constructor({ quote, index }: Saying, sharesName: boolean, linesOf: (quote: Quote) => Entry['lines']) {
    this.target = quote.span;
    this.quote = index;
    this.sharesName = sharesName;
    this.#quote = quote;
    this.#linesOf = linesOf;
  }

  get lines(): Entry['lines'] {
    this.#lines ??= this.#linesOf(this.#quote);
    return this.#lines;
  }
}

/** What was said, or what the chosen speaker has, in the order of the text or by speaker. */
export function quoteEntries({ article, analysis, sidebar, preferences }: ReaderState): Entry[] {
  if (!analysis) return [];
  const { nobody, percent } = words(preferences);
  const voice = (quote: Quote) => voiceOf(article, analysis, quote);
  const share = (one: string) => shareOf(analysis, article, one);
  const listed = sayings(analysis).filter(
    ({ quote }) => sidebar.speaker === null || voice(quote) === sidebar.speaker,
  );
  const quotes = sidebar.bySpeaker ? grouped(listed, voice, share) : listed;

  function linesOf(quote: Quote): Entry['lines'] {
    const { speaker } = quote;
    const office = officeOf(article, analysis, quote);
    return [
      {
        text: speaker ?? nobody,
        role: speaker === null ? 'soft' : 'speaker',
        ...(office && office !== speaker ? { more: office } : {}),
        // How much is said by one who may be anybody tells nothing.
        ...(sidebar.bySpeaker && speaker !== null && !isAnybody(article, analysis!, quote)
          ? { aside: percent(Math.round(100 * share(voice(quote)!))) }
          : {}),
      },
      { text: quoted(article.text, quote), role: 'soft' },
    ];
  }

  return quotes.map((saying, at) => {
    const own = voice(saying.quote);
    const sharesName = at > 0 && own !== null && voice(quotes[at - 1]!.quote) === own;
    return new QuoteEntry(saying, sharesName, linesOf);
  });
}
