import { keysOf } from '../../reader/keys/table.ts';
import { pageRows } from '../../reader/page/page.ts';
import { type Pane, wheelOf } from '../pane.ts';
import { drawArticle } from './draw.ts';
import { reduceArticle } from './reduce.ts';

/** Rows that a turn of the wheel moves the page by. */
const wheelRows = 3;

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
  hints: ({ search }) =>
    search
      ? [
          { keys: keysOf('nextHit', 'previousHit'), label: 'hits' },
          { keys: keysOf('leave'), label: 'endSearch' },
          { keys: keysOf('copy'), label: 'copy' },
          { keys: keysOf('quit'), label: 'quit' },
        ]
      : [
          { keys: keysOf('help'), label: 'help' },
          { keys: keysOf('list'), label: 'list' },
          { keys: keysOf('previousQuote', 'nextQuote'), label: 'quote' },
          { keys: keysOf('search'), label: 'search' },
          { keys: keysOf('copy'), label: 'copy' },
          { keys: keysOf('quit'), label: 'quit' },
          { keys: keysOf('library'), label: 'library' },
        ],
} as const satisfies Pane;
