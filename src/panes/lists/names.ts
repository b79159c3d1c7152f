// Who and what is named, as entries of a list, and the page of one of them.
import type { Entity, Quote } from '../../analysis/analysis.ts';
import { entityPage } from '../../analysis/views/entity-page.ts';
import type { Article } from '../../article/model/article.ts';
import type { ReaderState } from '../../reader/state/state.ts';
import { words } from '../../reader/words/words.ts';
import { around } from './around.ts';
import type { Entry, EntryLine } from './entry.ts';
import { presenceEntry } from './presence.ts';
import { quoted, sayings, shareOf } from './quotes.ts';

const order: readonly Entity['type'][] = ['person', 'organization', 'place', 'date'];

/** A name with the first office that the article gives it, where in the article it stands, and how often. */
function nameLine({ name, type, roles, mentions }: Entity, { blocks }: Article, count: string): EntryLine {
  const [first] = roles ?? [];
  const start = blocks[0]?.span.start ?? 0;
  const length = Math.max(1, (blocks.at(-1)?.span.end ?? 0) - start);
  return {
    text: name,
    role: type,
    ...(first ? { more: first.text } : {}),
    where: mentions.map((mention) => (mention.start - start) / length),
    aside: count,
  };
}

/** The names of each kind, those named most first. */
export function entityEntries({ article, analysis, preferences }: ReaderState): Entry[] {
  const entries: Entry[] = [];
  const { types, number } = words(preferences);
  for (const type of order) {
    const found = (analysis?.entities ?? [])
      .map((entity, index) => ({ entity, index }))
      .filter(({ entity }) => entity.type === type);
    if (found.length === 0) continue;
    found.sort(
      (a, b) =>
        b.entity.mentions.length - a.entity.mentions.length ||
        a.entity.mentions[0]!.start - b.entity.mentions[0]!.start,
    );
    entries.push({
      lines: [{ text: types[type], role: 'heading', aside: number(found.length) }],
      target: null,
    });
    for (const { entity, index } of found) {
      entries.push({
        lines: [nameLine(entity, article, number(entity.mentions.length))],
        target: entity.mentions[0]!,
        entity: index,
      });
    }
  }
  return entries;
}

/** The page of one entity: its mentions in context, the quotes by it and about it, and who it appears with. */
export function entityPageEntries(state: ReaderState, index: number): Entry[] {
  const { article, analysis, preferences } = state;
  const entity = analysis?.entities[index];
  if (!analysis || !entity) return [];
  const page = entityPage(article, analysis, entity);
  const { headings, number, percent } = words(preferences);
  const quoteIndex = new Map(sayings(analysis).map(({ quote, index: at }) => [quote, at]));
  const entityIndex = new Map(analysis.entities.map((other, at) => [other, at]));
  const entries: Entry[] = [
    {
      lines: [
        nameLine(entity, article, number(entity.mentions.length)),
        ...(entity.roles ?? []).slice(1).map(({ text }) => ({ text, role: 'soft' }) as const),
      ],
      target: null,
      wraps: true,
    },
  ];
  const known = presenceEntry(state);
  if (known) entries.push(known);
  const heading = (text: string, count: number, more = ''): void => {
    if (count === 0) return;
    entries.push({ lines: [{ text, role: 'heading', aside: `${number(count)}${more}` }], target: null });
  };
  const quoteEntry = (quote: Quote): void => {
    entries.push({
      lines: [{ text: quoted(article.text, quote), role: 'soft' }],
      target: quote.span,
      quote: quoteIndex.get(quote)!,
      wraps: true,
    });
  };
  const said = page.quotesBy.filter((quote) => quoteIndex.has(quote));
  const share = Math.round(100 * shareOf(analysis, article, entity.name));
  heading(headings.quotesBy, said.length, ` · ${percent(share)}`);
  said.forEach(quoteEntry);
  heading(headings.mentions, page.mentions.length);
  page.mentions.forEach(({ mention, context }, at) => {
    entries.push({
      lines: [{ text: around(article.text, context, mention), role: 'soft' }],
      target: mention,
      entity: index,
      mention: at,
      wraps: true,
    });
  });
  const about = page.quotesAbout.filter((quote) => quoteIndex.has(quote));
  heading(headings.quotesAbout, about.length);
  about.forEach(quoteEntry);
  heading(headings.appearsWith, page.appearsWith.length);
  for (const { entity: other, count } of page.appearsWith) {
    entries.push({
      lines: [{ text: other.name, role: other.type, aside: number(count) }],
      target: other.mentions[0]!,
      entity: entityIndex.get(other)!,
    });
  }
  return entries;
}
