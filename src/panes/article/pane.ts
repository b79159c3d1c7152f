import type { Hint } from '../../reader/keys/hint.ts';
import { keysOf } from '../../reader/keys/table.ts';
import { pageRows } from '../../reader/page/page.ts';
import type { ReaderState } from '../../reader/state/state.ts';
import { hostOfOnlyLink } from '../lists/links.ts';
import { type Pane, wheelOf } from '../pane.ts';
import { drawArticle } from './draw.ts';
import { reduceArticle } from './reduce.ts';

/** Rows that a turn of the wheel moves the page by. */
const wheelRows = 3;

/** Where the only link of the paragraph leads, so that one knows before one follows it. */
function linkHint(state: ReaderState): Hint[] {
  const name = hostOfOnlyLink(state);
  return name === null ? [] : [{ keys: keysOf('openLink'), label: 'open', name }];
}

/** The page of the article. */
export const articlePane = {
  name: 'article',
  area: ({ cover, geometry: { article, body } }) =>
    article && cover === null ? { ...body, ...article } : null,
  draw: drawArticle,
  hit({ state, view }, _drawing, pointer) {
    if (pointer.act !== 'press') return { type: 'scroll', by: wheelOf(pointer) * wheelRows };
    const pressed = pageRows(view, state.top)[pointer.row];
    return pressed?.row ? { type: 'goTo', offset: state.article.blocks[pressed.block]!.span.start } : null;
  },
  reduce: reduceArticle,
  hasKeys: () => true,
  hints: (state) =>
    state.search
      ? [
          { keys: keysOf('nextHit', 'previousHit'), label: 'hits' },
          { keys: keysOf('leave'), label: 'endSearch' },
          { keys: keysOf('copy'), label: 'copy' },
          { keys: keysOf('quit'), label: 'quit' },
        ]
      : [
          ...linkHint(state),
          { keys: keysOf('help'), label: 'help' },
          { keys: keysOf('list'), label: 'list' },
          { keys: keysOf('previousQuote', 'nextQuote'), label: 'quote' },
          { keys: keysOf('search'), label: 'search' },
          { keys: keysOf('copy'), label: 'copy' },
          { keys: keysOf('quit'), label: 'quit' },
          { keys: keysOf('library'), label: 'library' },
        ],
} as const satisfies Pane;
