import type { Hint } from '../../reader/keys/hint.ts';
import { keysOf } from '../../reader/keys/table.ts';
import type { Tab } from '../../reader/state/command.ts';
import { entryAt, type Pane, wheelOf } from '../pane.ts';
import { reduceLists } from './commands.ts';
import { drawLists } from './draw.ts';

const jump = (): Hint => ({ keys: keysOf('jump'), label: 'jump' });
const article = (): Hint => ({ keys: keysOf('list'), label: 'article' });
const namePage = (): Hint => ({ keys: keysOf('namePage'), label: 'namePage' });
const lists = (): Hint => ({ keys: keysOf('quotes', 'names', 'outline', 'timeline'), label: 'lists' });

/** What helps in each list: the first ones stay where room is short. */
const hints = (): Readonly<Record<Tab, readonly Hint[]>> => ({
  quotes: [jump(), article(), { keys: keysOf('speaker'), label: 'speaker' }, namePage(), lists()],
  entities: [
    jump(),
    article(),
    namePage(),
    { keys: keysOf('previousMention', 'nextMention'), label: 'mentions' },
    lists(),
  ],
  outline: [jump(), article(), lists()],
  timeline: [jump(), article(), lists()],
  hits: [jump(), article(), { keys: keysOf('nextHit', 'previousHit'), label: 'hits' }, lists()],
  notes: [jump(), article(), { keys: keysOf('note'), label: 'note' }, lists()],
  links: [{ keys: keysOf('jump'), label: 'open' }, article(), { ...lists(), label: 'byNumber' }],
});

const pageHints = (): readonly Hint[] => [
  jump(),
  { keys: keysOf('leave'), label: 'back' },
  article(),
  lists(),
];

/** The sidebar: quotes, names, outline, timeline, links. */
export const listsPane = {
  name: 'lists',
  area: ({ cover, geometry: { sidebar, body } }) =>
    sidebar && cover === null ? { ...body, ...sidebar } : null,
  draw: drawLists,
  hit({ state }, { list }, pointer) {
    if (pointer.act !== 'press')
      return state.focus === 'sidebar' ? { type: 'list', by: wheelOf(pointer) } : null;
    const entry = list && entryAt(list, pointer.row);
    return entry ? { type: 'choose', index: entry.index } : null;
  },
  reduce: reduceLists,
  hasKeys: ({ focus }) => focus === 'sidebar',
  hints: ({ sidebar }) => (sidebar.entity === null ? hints()[sidebar.tab] : pageHints()),
} as const satisfies Pane;
