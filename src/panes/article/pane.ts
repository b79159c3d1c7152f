import type { Hint } from '../../reader/keys/hint.ts';
import { keysOf } from '../../reader/keys/table.ts';
import { feedOf, unreadItems } from '../../reader/state/feed.ts';
import type { ReaderState } from '../../reader/state/state.ts';
import { hostOfOnlyLink } from '../lists/links.ts';
import { type Pane, wheelOf } from '../pane.ts';
import { drawArticle } from './draw.ts';
import { pointed } from './point.ts';
import { reduceArticle } from './reduce.ts';

/** Rows that a turn of the wheel moves the page by. */
const wheelRows = 3;

/** Where the only link of the paragraph leads, so that one knows before one follows it. */
function linkHint(state: ReaderState): Hint[] {
  const name = hostOfOnlyLink(state);
  return name === null ? [] : [{ keys: keysOf('openLink'), label: 'open', name }];
}

/** What helps with what is selected; its end is moved by keys only where it was begun so. */
function selectionHints({ selection }: ReaderState): Hint[] {
  return [
    { keys: keysOf('copy'), label: 'copy' },
    { keys: keysOf('cite'), label: 'cite' },
    { keys: keysOf('note'), label: 'note' },
    { keys: keysOf('leave'), label: 'back' },
    ...(selection?.by === 'keys'
      ? ([
          { keys: keysOf('unselectWord', 'selectWord'), label: 'select' },
          { keys: keysOf('selectRow', 'unselectRow'), label: 'selectRows' },
          { keys: keysOf('otherEnd'), label: 'otherEnd' },
        ] as const)
      : []),
  ];
}

/** The page of the article. */
export const articlePane = {
  name: 'article',
  area: ({ cover, geometry: { article, body } }) =>
    article && cover === null ? { ...body, ...article } : null,
  draw: drawArticle,
  hit: (context, _drawing, pointer) =>
    pointer.act === 'wheel-up' || pointer.act === 'wheel-down'
      ? { type: 'scroll', by: wheelOf(pointer) * wheelRows }
      : pointed(context, pointer),
  hasPointer: ({ pressed }) => pressed !== null,
  reduce: reduceArticle,
  hasKeys: () => true,
  hints: (state) =>
    state.selection
      ? selectionHints(state)
      : state.search
        ? [
            { keys: keysOf('nextHit', 'previousHit'), label: 'hits' },
            { keys: keysOf('leave'), label: 'endSearch' },
            { keys: keysOf('copy'), label: 'copy' },
            { keys: keysOf('quit'), label: 'quit' },
          ]
        : [
            ...linkHint(state),
            { keys: keysOf('help'), label: 'help' },
            ...(feedOf(state) ? [{ keys: keysOf('leave'), label: 'feed' as const }] : []),
            ...(feedOf(state) || unreadItems(state).length > 0
              ? [{ keys: keysOf('nextHit'), label: 'unread' as const }]
              : []),
            { keys: keysOf('list'), label: 'list' },
            { keys: keysOf('previousQuote', 'nextQuote'), label: 'quote' },
            { keys: keysOf('search'), label: 'search' },
            { keys: keysOf('copy'), label: 'copy' },
            { keys: keysOf('quit'), label: 'quit' },
            { keys: keysOf('library'), label: 'library' },
          ],
} as const satisfies Pane;
