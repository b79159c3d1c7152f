import type { Article } from '../../article/model/article.ts';
import type { Span } from '../../text/span.ts';
import type { Analysis, Entity, Quote } from '../analysis.ts';
import { sentenceAround } from './timeline.ts';

/** What an article tells of one entity. */
export interface EntityPage {
  readonly entity: Entity;
  /** Every mention with the sentence it stands in. */
  readonly mentions: readonly { readonly mention: Span; readonly context: Span }[];
  /** What it said. */
  readonly quotesBy: readonly Quote[];
  /** What others said in which it is named. */
  readonly quotesAbout: readonly Quote[];
  /** Who and what is named in the same sentences, by how many of them, dates apart. */
  readonly appearsWith: readonly { readonly entity: Entity; readonly count: number }[];
}

const within = (inner: Span, outer: Span) => inner.start >= outer.start && inner.end <= outer.end;

/** Gathers the page of an entity. */
export function entityPage(article: Article, analysis: Analysis, entity: Entity): EntityPage {
  const mentions = entity.mentions.map((mention) => ({ mention, context: sentenceAround(article, mention) }));
  const quotesBy = analysis.quotes.filter((quote) => quote.speaker === entity.name);
  const quotesAbout = analysis.quotes.filter(
    (quote) =>
      quote.speaker !== entity.name && entity.mentions.some((mention) => within(mention, quote.span)),
  );
  const contexts = mentions.map(({ context }) => context).sort((a, b) => a.start - b.start);
  const appearsWith = analysis.entities
    .filter((other) => other !== entity && other.type !== 'date')
    .map((other) => ({ entity: other, count: shared(other, contexts) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || a.entity.mentions[0]!.start - b.entity.mentions[0]!.start);
  return { entity, mentions, quotesBy, quotesAbout, appearsWith };
}

/** In how many of the sentences, sorted, the other entity is named. */
function shared(other: Entity, contexts: readonly Span[]): number {
  let count = 0;
  let at = 0;
  let last = -1;
  for (const mention of other.mentions) {
    while (at < contexts.length && contexts[at]!.end <= mention.start) at++;
    const context = contexts[at];
    if (!context || mention.start < context.start || context.start === last) continue;
    last = context.start;
    count++;
  }
  return count;
}

/** The quotes of each speaker, the most quoted first, those of nobody known last. */
export function quotesBySpeaker(
  analysis: Analysis,
): { readonly speaker: string | null; readonly quotes: readonly Quote[] }[] {
  const groups = new Map<string | null, Quote[]>();
  for (const quote of analysis.quotes) {
    const group = groups.get(quote.speaker);
    if (group) group.push(quote);
    else groups.set(quote.speaker, [quote]);
  }
  return [...groups]
    .map(([speaker, quotes]) => ({ speaker, quotes }))
    .sort(
      (a, b) =>
        Number(a.speaker === null) - Number(b.speaker === null) ||
        b.quotes.length - a.quotes.length ||
        a.quotes[0]!.span.start - b.quotes[0]!.span.start,
    );
}
