import type { Analysis } from '../../analysis/analysis.ts';
import type { Article, EmphasisRole } from '../../article/model/article.ts';
import { within } from '../../reader/page/within.ts';
import type { Theme } from '../../reader/state/preferences.ts';
import { selectedSpan } from '../../reader/state/selection.ts';
import type { ReaderState } from '../../reader/state/state.ts';
import { letterDirection } from '../../text/direction.ts';
import type { Span } from '../../text/span.ts';
import type { Tint } from '../draw/paint.ts';
import { type DecorationRole, styleOf } from '../draw/theme.ts';

/** A stretch of the article that is drawn otherwise than plain text. */
export interface Decoration extends Span {
  readonly role: DecorationRole;
  /** Where a link leads, if that is an address of the web. */
  readonly href?: string;
}

/** Later ones are painted over earlier ones. */
const layers: Record<DecorationRole, number> = {
  emphasis: -3,
  emphasisUpright: -3,
  strong: -3,
  codeSpan: -3,
  deleted: -2,
  link: -1,
  date: 0,
  place: 0,
  organization: 0,
  person: 0,
  speaker: 1,
  quote: 2,
  mention: 3,
  hit: 4,
  currentHit: 5,
  selected: 6,
};

const indexes = new WeakMap<Analysis, readonly Decoration[]>();

/** Every mention of the article by start; mentions do not overlap. */
function mentions(analysis: Analysis): readonly Decoration[] {
  const known = indexes.get(analysis);
  if (known) return known;
  const all = analysis.entities
    .flatMap(({ type, mentions }) => mentions.map(({ start, end }) => ({ start, end, role: type })))
    .sort((a, b) => a.start - b.start);
  indexes.set(analysis, all);
  return all;
}

/** The look of what the source sets off: Latin letters slant, those of other scripts have no such form. */
function emphasisRole(role: EmphasisRole, text: string, start: number, end: number): DecorationRole {
  if (role === 'code') return 'codeSpan';
  return role === 'emphasis' && letterDirection(text, start, end) === 'rtl' ? 'emphasisUpright' : role;
}

/** The looks of what the source sets off in a stretch of an article. */
export function emphasisTints({ emphasis = [], text }: Article, visible: Span, theme: Theme): Tint[] {
  return within(emphasis, visible, itself).map(({ start, end, role }) => {
    return { start, end, style: styleOf(theme, emphasisRole(role, text, start, end)) };
  });
}

const itself = (span: Span): Span => span;

/** The names that are tinted in a visible stretch: none in a headline, which has one color. */
function namesIn({ article, preferences }: ReaderState, analysis: Analysis, visible: Span): Decoration[] {
  const { names = 'people' } = preferences;
  if (names === 'chosen') return [];
  const titles = within(article.blocks, visible, ({ span }) => span).filter(({ kind }) => kind === 'title');
  return within(mentions(analysis), visible, itself).filter(
    ({ start, role }) =>
      (names === 'all' || role === 'person') &&
      !titles.some(({ span }) => start >= span.start && start < span.end),
  );
}

/** What is decorated in a visible stretch of the article, lower layers first. */
export function decorations(state: ReaderState, visible: Span): readonly Decoration[] {
  const { analysis, chosen, search, selection } = state;
  const found: Decoration[] = [];
  const { emphasis = [], links = [] } = state.article;
  for (const { start, end, role } of within(emphasis, visible, itself))
    found.push({ start, end, role: emphasisRole(role, state.article.text, start, end) });
  for (const { span, href } of within(links, visible, (link) => link.span))
    found.push({ ...span, role: 'link', ...(/^https?:/u.test(href) ? { href } : {}) });
  if (analysis) {
    found.push(...namesIn(state, analysis, visible));
    if (chosen?.kind === 'quote') {
      const quote = analysis.quotes[chosen.quote];
      if (quote) {
        found.push({ ...quote.span, role: 'quote' });
        if (quote.speakerMention) found.push({ ...quote.speakerMention, role: 'speaker' });
      }
    } else if (chosen) {
      const entity = analysis.entities[chosen.entity];
      for (const { start, end } of within(entity?.mentions ?? [], visible, itself))
        found.push({ start, end, role: 'mention' });
    }
  }
  if (search) {
    const current = search.hits[search.current];
    for (const hit of within(search.hits, visible, ({ span }) => span))
      found.push({ ...hit.span, role: hit === current ? 'currentHit' : 'hit' });
  }
  if (selection) found.push({ ...selectedSpan(selection), role: 'selected' });
  return found.sort((a, b) => layers[a.role] - layers[b.role]);
}
