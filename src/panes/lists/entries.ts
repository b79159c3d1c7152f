import type { Analysis, Entity, Quote } from '../../analysis/analysis.ts';
import { entityPage } from '../../analysis/views/entity-page.ts';
import { timeline } from '../../analysis/views/timeline.ts';
import { destinationOf } from '../../article/links/destination.ts';
import type { Article } from '../../article/model/article.ts';
import { within } from '../../reader/page/within.ts';
import type { Tab } from '../../reader/state/command.ts';
import type { Notes } from '../../reader/state/notes.ts';
import type { ReaderState } from '../../reader/state/state.ts';
import { words } from '../../reader/words/words.ts';
import type { Hit } from '../../search/hit.ts';
import type { Span } from '../../text/span.ts';
import { remembered } from '../draw/remembered.ts';
import type { Entry, EntryLine } from './entry.ts';
import { hitEntries } from './hits.ts';
import { noteEntries } from './notes.ts';
import { oneLine } from './one-line.ts';
import { presenceEntry } from './presence.ts';

/** Code units before a mention that are shown with it, so that both fit into a narrow list. */
const lead = 18;

/** A mention with the words around it: from its sentence's start, or from a few words before it. */
function around(text: string, sentence: Span, mention: Span): string {
  if (mention.start - sentence.start <= lead) return oneLine(text, sentence);
  const blank = text.slice(mention.start - lead, mention.start).search(/\s/u);
  const start = blank < 0 ? mention.start : mention.start - lead + blank + 1;
  return `… ${oneLine(text, { start, end: sentence.end })}`;
}

const order: readonly Entity['type'][] = ['person', 'organization', 'place', 'date'];

const openingMarks = /[«“”„"‘’‹「]/u;
const closingMarks = /[»”“"’‘›」]/u;

/** The words of a quote on one line, between the quotation marks that the article has around them. */
function quoted(text: string, { kind, span }: Quote): string {
  const words = oneLine(text, span);
  const before = text[span.start - 1] ?? '';
  const after = text[span.end] ?? '';
  if (kind !== 'direct' || !openingMarks.test(before)) return words;
  return `${before}${words}${closingMarks.test(after) ? after : ''}`;
}

const offices = remembered(
  ({ entities }: Analysis) => new Map(entities.map(({ name, roles }) => [name, roles?.[0]?.text])),
);

/** What the speaker of a quote is: as the words around it tell, else the first office that the article gives them. */
export function officeOf(analysis: Analysis | null, { role, speaker }: Quote): string | undefined {
  return role ?? (analysis && speaker !== null ? offices(analysis).get(speaker) : undefined);
}

/** The same quotes by speaker: those who speak first come first, what nobody is known to have said last. */
function grouped(quotes: readonly Listed[]): Listed[] {
  const groups = new Map<string | null, Listed[]>();
  for (const item of quotes) {
    const group = groups.get(item.quote.speaker) ?? [];
    group.push(item);
    groups.set(item.quote.speaker, group);
  }
  const unknown = groups.get(null) ?? [];
  groups.delete(null);
  return [...groups.values(), unknown].flat();
}

/** A quote, and its number in the analysis. */
interface Listed {
  readonly quote: Quote;
  readonly index: number;
}

const sayings = remembered(({ quotes }: Analysis): readonly Listed[] => {
  const last = new Map<string | null, Quote>();
  return quotes.flatMap((quote, index) => {
    const before = last.get(quote.speaker);
    if (before && quote.span.start >= before.span.start && quote.span.end <= before.span.end) return [];
    last.set(quote.speaker, quote);
    return [{ quote, index }];
  });
});

/** The quotes that the list has: words inside an earlier quote of the same speaker are one saying with it. */
export function listedQuotes(analysis: Analysis | null): readonly Listed[] {
  return analysis ? sayings(analysis) : [];
}

function quoteEntries({ article, analysis, sidebar, preferences }: ReaderState): Entry[] {
  const { nobody, percent } = words(preferences);
  const listed = listedQuotes(analysis).filter(
    ({ quote }) => sidebar.speaker === null || quote.speaker === sidebar.speaker,
  );
  const quotes = sidebar.bySpeaker ? grouped(listed) : listed;
  const lengthOf = (some: readonly Listed[]): number =>
    some.reduce((sum, { quote: { span } }) => sum + span.end - span.start, 0);
  const share = (speaker: string): string =>
    percent(
      Math.round(
        (100 * lengthOf(quotes.filter(({ quote }) => quote.speaker === speaker))) / lengthOf(quotes),
      ),
    );
  return quotes.map(({ quote, index }, at) => {
    const { speaker } = quote;
    const office = officeOf(analysis, quote);
    return {
      lines: [
        {
          text: speaker ?? nobody,
          role: speaker === null ? 'soft' : 'speaker',
          ...(office && office !== speaker ? { more: office } : {}),
          // Of all the words that are quoted.
          ...(sidebar.bySpeaker && speaker !== null ? { aside: share(speaker) } : {}),
        },
        { text: quoted(article.text, quote), role: 'soft' },
      ],
      target: quote.span,
      quote: index,
      sharesName: at > 0 && speaker !== null && quotes[at - 1]!.quote.speaker === speaker,
    } satisfies Entry;
  });
}

/** A name with the first office that the article gives it, and how often it is named. */
function nameLine({ name, type, roles, mentions }: Entity, number: (value: number) => string): EntryLine {
  const [first] = roles ?? [];
  return { text: name, role: type, ...(first ? { more: first.text } : {}), aside: number(mentions.length) };
}

function entityEntries({ analysis, preferences }: ReaderState): Entry[] {
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
        lines: [nameLine(entity, number)],
        target: entity.mentions[0]!,
        entity: index,
      });
    }
  }
  return entries;
}

/** The page of one entity: its mentions in context, the quotes by it and about it, and who it appears with. */
function entityPageEntries(state: ReaderState, index: number): Entry[] {
  const { article, analysis, preferences } = state;
  const entity = analysis?.entities[index];
  if (!analysis || !entity) return [];
  const page = entityPage(article, analysis, entity);
  const { headings, number } = words(preferences);
  const quoteIndex = new Map(analysis.quotes.map((quote, at) => [quote, at]));
  const entityIndex = new Map(analysis.entities.map((other, at) => [other, at]));
  const entries: Entry[] = [
    {
      lines: [
        nameLine(entity, number),
        ...(entity.roles ?? []).slice(1).map(({ text }) => ({ text, role: 'soft' }) as const),
      ],
      target: null,
    },
  ];
  const known = presenceEntry(state);
  if (known) entries.push(known);
  const heading = (text: string, count: number): void => {
    if (count > 0) entries.push({ lines: [{ text, role: 'heading', aside: number(count) }], target: null });
  };
  const quoteEntry = (quote: (typeof analysis.quotes)[number]): void => {
    entries.push({
      lines: [{ text: quoted(article.text, quote), role: 'soft' }],
      target: quote.span,
      quote: quoteIndex.get(quote)!,
      wraps: true,
    });
  };
  heading(headings.quotesBy, page.quotesBy.length);
  page.quotesBy.forEach(quoteEntry);
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
  heading(headings.quotesAbout, page.quotesAbout.length);
  page.quotesAbout.forEach(quoteEntry);
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

function outlineEntries({ article }: ReaderState): Entry[] {
  return article.blocks
    .filter(({ kind }) => kind === 'title' || kind === 'heading')
    .map(({ kind, span, level }) => ({
      lines: [
        {
          text: oneLine(article.text, span),
          indent: kind === 'heading' ? 2 * Math.max(0, (level ?? 2) - 2) : 0,
          role: kind === 'title' ? 'strong' : 'soft',
        } as const,
      ],
      target: span,
    }));
}

/** What a link says of where it leads: the words there, where it stays in the article, else an address without its scheme. */
function whereTo(article: Article, href: string): string {
  const to = href.startsWith('#') ? destinationOf(article, href) : null;
  if (to?.kind === 'inside') {
    const place = { start: to.offset, end: to.offset + 1 };
    const [block] = within(article.blocks, place, ({ span }) => span);
    return block ? around(article.text, block.span, place) : '';
  }
  try {
    return decodeURI(href).replace(/^[a-z]+:\/*/iu, '');
  } catch {
    return href;
  }
}

function linkEntries({ article, preferences }: ReaderState): Entry[] {
  const { number } = words(preferences);
  return (article.links ?? []).map(({ span, href }, index) => ({
    lines: [
      { text: oneLine(article.text, span), role: 'strong', aside: number(index + 1) },
      { text: `\u2068${whereTo(article, href)}\u2069`, role: 'soft' },
    ],
    target: span,
  }));
}

function timelineEntries({ article, analysis, preferences }: ReaderState): Entry[] {
  if (!analysis) return [];
  const say = words(preferences);
  return timeline(article, analysis).map(({ date, label, sentence, mention }) => ({
    // A date whose year cannot be known stays as the article has it.
    lines: [
      { text: /^\d{4}/u.test(date) ? say.date(date) : label, role: 'date' },
      { text: oneLine(article.text, sentence), role: 'soft' },
    ],
    target: mention,
  }));
}

interface Known {
  readonly tab: Tab;
  readonly speaker: string | null;
  readonly bySpeaker: boolean;
  readonly entity: number | null;
  readonly language: string;
  /** Of the page of a name: what the library has of it. */
  readonly presence: ReaderState['presence'];
  /** Of the list of hits: what they are of; of the notes: they and the marks. */
  readonly hits: readonly Hit[] | null;
  readonly notes: Notes | null;
  readonly marks: ReaderState['marks'] | null;
  readonly entries: readonly Entry[];
}

const lists = new WeakMap<object, Known[]>();

/** The entries of the list that a state shows (or of another tab), in order. The same state gives the same array. */
export function entriesOf(state: ReaderState, tab: Tab = state.sidebar.tab): readonly Entry[] {
  const { speaker, bySpeaker, entity } = state.sidebar;
  const language = state.preferences.interface;
  const owner = state.analysis ?? state.article;
  const known = lists.get(owner) ?? [];
  const hits = tab === 'hits' ? (state.search?.hits ?? null) : null;
  const notes = tab === 'notes' ? state.notes : null;
  const marks = tab === 'notes' ? state.marks : null;
  const presence = tab === 'entities' && entity !== null ? state.presence : null;
  const before = known.find(
    (one) =>
      one.presence === presence &&
      one.hits === hits &&
      one.notes === notes &&
      one.marks === marks &&
      one.tab === tab &&
      one.speaker === speaker &&
      one.bySpeaker === bySpeaker &&
      one.entity === entity &&
      one.language === language,
  );
  if (before) return before.entries;
  const entries =
    tab === 'quotes'
      ? quoteEntries(state)
      : tab === 'entities'
        ? entity === null
          ? entityEntries(state)
          : entityPageEntries(state, entity)
        : tab === 'outline'
          ? outlineEntries(state)
          : tab === 'timeline'
            ? timelineEntries(state)
            : tab === 'hits'
              ? hitEntries(state)
              : tab === 'notes'
                ? noteEntries(state)
                : linkEntries(state);
  lists.set(owner, [
    ...known.slice(-7),
    { tab, speaker, bySpeaker, entity, language, presence, hits, notes, marks, entries },
  ]);
  return entries;
}

/** The nearest entry at or beyond an index that can be chosen, looking along `by` first; −1 where there is none. */
export function choosable(entries: readonly Entry[], index: number, by: 1 | -1): number {
  const from = Math.max(0, Math.min(index, entries.length - 1));
  for (const way of [by, -by]) {
    for (let at = from; at >= 0 && at < entries.length; at += way) if (entries[at]!.target) return at;
  }
  return -1;
}
