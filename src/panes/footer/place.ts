import type { Article } from '../../article/model/article.ts';
import { reorderedIn } from '../../reader/page/reordered.ts';
import { searchToggles } from '../../reader/state/command.ts';
import { unreadItems } from '../../reader/state/feed.ts';
import { shareRead } from '../../reader/state/share.ts';
import type { ReaderState, Search } from '../../reader/state/state.ts';
import type { Words } from '../../reader/words/words.ts';
import { withoutTashkeel } from '../../text/tashkeel.ts';
import { isolatedName } from '../../text/visible.ts';
import { isolated } from '../draw/paint.ts';

/** Where one is, in words: place and share read; hits where there was a search. */
export function placeText(state: ReaderState, say: Words): string {
  const { article, place: at, search } = state;
  const parts: string[] = [];
  if (state.library) {
    const { rows, total, more, cursor } = state.library;
    return total === null || rows.length === 0
      ? say.library
      : `${say.library} · ${say.rowOf(cursor + 1, Math.max(total, rows.length), more)}`;
  }
  if (search && search.hits.length > 0)
    parts.push(`${isolated(search.query)}${waysText(state, say)}: ${hitsOf(search, say)}`);
  const mention = mentionText(state, say);
  if (mention) parts.push(mention);
  // Of a feed it counts how much of it is unread, not how many paragraphs it has.
  const unread = unreadItems(state).length;
  parts.push(
    unread > 0
      ? say.unread(unread)
      : say.paragraph(Math.min(at.block + 1, article.blocks.length), article.blocks.length),
  );
  parts.push(say.percent(Math.floor(100 * shareRead({ ...state, preview: null }))));
  if (state.preferences.tashkeel === 'hide' && hasTashkeel(article)) parts.push(say.tashkeelHidden);
  return parts.join(' · ');
}

/** Code units of an article that are looked through for vowel signs: they stand early or nowhere. */
const longestLooked = 100_000;

const pointed = new WeakMap<Article, boolean>();

/** Whether an article has vowel signs, so that it is worth a word that they are hidden. */
function hasTashkeel(article: Article): boolean {
  const known = pointed.get(article);
  if (known !== undefined) return known;
  const start = article.text.slice(0, longestLooked);
  const has = withoutTashkeel(start).length < start.length;
  pointed.set(article, has);
  return has;
}

/** The chosen name, and at which of its mentions one is; null where one is at none, or there is but one. */
function mentionText({ analysis, chosen, place }: ReaderState, say: Words): string | null {
  if (chosen?.kind !== 'entity') return null;
  const entity = analysis?.entities[chosen.entity];
  if (entity?.mentions[chosen.mention]?.start !== place.offset || entity.mentions.length < 2) return null;
  return `${isolated(entity.name)}: ${say.rowOf(chosen.mention + 1, entity.mentions.length, false)}`;
}

const hitsOf = ({ current, hits }: Search, say: Words): string => say.hits(current + 1, hits.length);

/** The ways of searching that are on, in brackets; nothing where none is. */
export function waysText({ searching }: Pick<ReaderState, 'searching'>, say: Words): string {
  const on = searchToggles.filter((toggle) => searching.includes(toggle));
  return on.length === 0 ? '' : ` (${on.map((toggle) => say.searchToggles[toggle]).join(' ')})`;
}

/** Most of a reordered stretch that is told, in UTF-16 code units. */
const longestQuotation = 60;

/** What stands where the current paragraph reads otherwise than it is written, its controls as signs; null if nothing does. */
export function reorderedText({ article, place, library }: ReaderState, say: Words): string | null {
  const block = article.blocks[place.block];
  const stretch = library || !block ? null : reorderedIn(article, block);
  if (!stretch) return null;
  const words = article.text.slice(stretch.start, Math.min(stretch.end, stretch.start + longestQuotation));
  return say.reordered(isolatedName(words));
}
