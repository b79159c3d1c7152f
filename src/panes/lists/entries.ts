import { timeline } from '../../analysis/views/timeline.ts';
import { isAddress, shownHost } from '../../article/links/address.ts';
import { destinationOf } from '../../article/links/destination.ts';
import type { Article } from '../../article/model/article.ts';
import { within } from '../../reader/page/within.ts';
import type { Tab } from '../../reader/state/command.ts';
import type { Notes } from '../../reader/state/notes.ts';
import type { ReaderState } from '../../reader/state/state.ts';
import { words } from '../../reader/words/words.ts';
import type { Hit } from '../../search/hit.ts';
import { isolated } from '../draw/paint.ts';
import { around } from './around.ts';
import type { Entry } from './entry.ts';
import { hitEntries } from './hits.ts';
import { entityEntries, entityPageEntries } from './names.ts';
import { noteEntries } from './notes.ts';
import { oneLine } from './one-line.ts';
import { quoteEntries } from './quotes.ts';

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
  if (!isAddress(href)) return decodedAddress(href).replace(/^[a-z]+:\/*/iu, '');
  // Without the name of a user, which may look like a host.
  const { host, pathname, search, hash } = new URL(href);
  return shownHost(host, longestHost) + decodedAddress(pathname + search + hash);
}

/** Longest host that a list shows whole, in code units. */
const longestHost = 40;

/** An address as people read it; as it is written, where what stands behind its percent signs is no text. */
function decodedAddress(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

function linkEntries({ article, preferences }: ReaderState): Entry[] {
  const { number } = words(preferences);
  return (article.links ?? []).map(({ span, href }, index) => ({
    lines: [
      { text: oneLine(article.text, span), role: 'strong', aside: number(index + 1) },
      { text: isolated(whereTo(article, href)), role: 'soft' },
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

/** Lists that are kept: one of thousands of hits takes megabytes. */
const mostLists = 8;

/** The lists of what is on the screen: an analysis, or an article that has none yet. Those of another one are made anew. */
let shown: { readonly owner: object; readonly lists: readonly Known[] } | undefined;

/** The entries of the list that a state shows (or of another tab), in order. The same state gives the same array. */
export function entriesOf(state: ReaderState, tab: Tab = state.sidebar.tab): readonly Entry[] {
  const { speaker, bySpeaker, entity } = state.sidebar;
  const language = state.preferences.interface;
  const owner = state.analysis ?? state.article;
  const known = shown?.owner === owner ? shown.lists : [];
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
  const made = { tab, speaker, bySpeaker, entity, language, presence, hits, notes, marks, entries };
  // What an earlier search has found is not asked for again.
  const others = hits ? known.filter((one) => one.tab !== 'hits') : known;
  shown = { owner, lists: [...others, made].slice(-mostLists) };
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
