// What a state says in plain lines that it did not say before: for screen readers and for terminals that only take lines.
// The lines are logical text, since a synthesizer speaks what is written and not what is seen.
import type { Block } from '../article/model/article.ts';
import { infoLine } from '../panes/article/info.ts';
import { noticeText, openingText } from '../panes/footer/notice.ts';
import { placeText, reorderedText, waysText } from '../panes/footer/place.ts';
import { helpLines } from '../panes/help/lines.ts';
import { arrangementText, rowLines } from '../panes/library/draw.ts';
import { entriesOf } from '../panes/lists/entries.ts';
import type { Entry } from '../panes/lists/entry.ts';
import { presenceEntry } from '../panes/lists/presence.ts';
import { sayings } from '../panes/lists/quotes.ts';
import { cursorOf } from '../panes/lists/reduce.ts';
import { prompted } from '../panes/prompt/draw.ts';
import type { ReaderState, Search } from '../reader/state/state.ts';
import { type Words, words } from '../reader/words/words.ts';
import { pipedLine } from '../text/visible.ts';

/** The lines that are new in a state, each one line of logical text; `before` is null at the very beginning. */
export function spokenLines(before: ReaderState | null, now: ReaderState): string[] {
  const say = words(now.preferences);
  const lines = [
    ...articleLines(before, now, say),
    ...screenLines(before, now, say),
    ...toldLines(before, now, say),
  ];
  return lines.map((line) => pipedLine(line.replace(/\s+/gu, ' ').trim())).filter((line) => line !== '');
}

/** An article that has just been opened, and what was found in it. */
function articleLines(before: ReaderState | null, now: ReaderState, say: Words): string[] {
  const { article, analysis } = now;
  const lines: string[] = [];
  if (before?.article !== article) lines.push(article.title, infoLine(article, say));
  if (analysis && before?.analysis !== analysis) {
    const counts = { quotes: sayings(analysis).length, entities: analysis.entities.length };
    lines.push(
      `${say.tabs.quotes}: ${say.number(counts.quotes)}. ${say.tabs.entities}: ${say.number(counts.entities)}.`,
    );
  }
  return lines;
}

/** What stands in front: help, the library, a list, or the article. */
function screenLines(before: ReaderState | null, now: ReaderState, say: Words): string[] {
  if (now.help !== null) return before?.help == null ? helpText(now) : [];
  if (now.library) return libraryLines(before, now, say);
  if (now.prompt) return [];
  if (now.focus === 'sidebar') return listLines(before, now, say);
  return placeLines(before, now, say);
}

function helpText(state: ReaderState): string[] {
  return helpLines(state).flatMap((line) => {
    if (line.kind === 'blank') return [];
    return line.kind === 'heading' ? [`${line.text}:`] : [`${line.keys.join(' ')} ${line.label}`];
  });
}

function libraryLines(before: ReaderState | null, now: ReaderState, say: Words): string[] {
  const { library } = now;
  const was = before?.help == null ? before?.library : null;
  if (
    !library ||
    (was &&
      was.rows === library.rows &&
      was.cursor === library.cursor &&
      was.shelf === library.shelf &&
      was.arrangement === library.arrangement)
  )
    return [];
  const isSame = was && was.shelf === library.shelf && was.arrangement === library.arrangement;
  const named = [say.shelves[library.shelf], arrangementText(library, say)].filter(Boolean).join(', ');
  const head = isSame ? [] : [`${say.library}: ${named}`];
  const row = library.rows[library.cursor];
  if (!row) return library.total === 0 ? [...head, say.emptyShelf[library.shelf]] : head;
  const { first, aside, second } = rowLines(row, now.preferences.theme, say, Date.now());
  const joined = (segments: typeof first): string => segments.map(({ text }) => text).join('');
  return [...head, [joined(first), aside, joined(second)].filter(Boolean).join('. ')];
}

function listLines(before: ReaderState | null, now: ReaderState, say: Words): string[] {
  const entries = entriesOf(now);
  const cursor = cursorOf(now);
  const { tab, entity } = now.sidebar;
  const wasInList = before !== null && before.focus === 'sidebar' && before.help === null && !before.library;
  // What the library has comes after the page has been told.
  const known = wasInList && before.presence !== now.presence ? presenceEntry(now) : null;
  if (known) return [entryText(known)];
  const isSameList = wasInList && entriesOf(before) === entries;
  if (isSameList && cursorOf(before) === cursor) return [];
  const count = entries.filter(({ target }) => target !== null).length;
  const head = isSameList ? [] : [count === 0 ? say.nothing[tab] : `${say.tabs[tab]}: ${say.number(count)}`];
  // The page of a name begins with it and what they are.
  if (!isSameList && tab === 'entities' && entity !== null && entries[0]) head[0] = entryText(entries[0]);
  const entry = entries[cursor];
  return entry ? [...head, entryText(entry)] : head;
}

function entryText({ lines }: Entry): string {
  return lines.map(({ text, more, aside }) => [text, more, aside].filter(Boolean).join(', ')).join(': ');
}

/** Where one has come to: the chosen quote with who said it, a hit, or the paragraph. */
function placeLines(before: ReaderState | null, now: ReaderState, say: Words): string[] {
  const { article, place, chosen, search, analysis } = now;
  const block = article.blocks[place.block];
  const cameFromList = before?.focus === 'sidebar' && before.help === null && !before.library;
  const cameBack = before !== null && (before.help !== null || before.library || before.prompt);
  const moved =
    before?.article !== article || before.place.block !== place.block || before.place.offset !== place.offset;
  if (!block) return [];
  if (chosen?.kind === 'quote' && before?.chosen !== chosen) {
    const entry = entriesOf({ ...now, sidebar: { ...now.sidebar, speaker: null } }, 'quotes').find(
      ({ quote }) => quote === chosen.quote,
    );
    if (entry && analysis) return [entryText(entry)];
  }
  if (search && search.current >= 0 && (before?.search !== search || moved))
    return [hitText(search, say), blockText(article.text, block)];
  if (moved && (block.kind !== 'title' || before?.article === article))
    return [blockText(article.text, block), reorderedText(now, say) ?? ''];
  if (cameFromList) return [placeText(now, say), blockText(article.text, block)];
  return cameBack ? [placeText(now, say)] : [];
}

/** Which hit one is at; nothing while the hits of a long text are being counted. */
function hitText({ current, hits, counted }: Search, say: Words): string {
  if (counted === undefined) return say.hits(current + 1, hits.length);
  return counted ? say.hits(counted.index, counted.total) : '';
}

function blockText(text: string, { span }: Block): string {
  return text.slice(span.start, span.end);
}

/** What the footer tells: a notice, what is being opened, the prompt and what was found. */
function toldLines(before: ReaderState | null, now: ReaderState, say: Words): string[] {
  const lines: string[] = [];
  if (now.notice && before?.notice !== now.notice) lines.push(noticeText(now, say) ?? '');
  if (now.opening && before?.opening?.source !== now.opening.source) lines.push(openingText(now, say) ?? '');
  const prompt = prompted(now, say);
  const was = before && prompted(before, say);
  if (prompt && (was?.line.text !== prompt.line.text || before?.searching !== now.searching)) {
    const ways = now.prompt ? waysText(now, say) : '';
    lines.push([`${prompt.label}${ways}: ${prompt.line.text}`, prompt.found].filter(Boolean).join(' · '));
  }
  return lines;
}
