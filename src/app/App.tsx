// The Ink app: one component a pane, each placed where the layout has it and drawn again only when what it shows changes.
import { Box } from 'ink';
import { type ComponentType, createContext, memo, useContext } from 'react';
import { type SelectableStore, useSelector } from '../ink/useSelector.ts';
import { ArticleView } from '../panes/article/View.tsx';
import { FooterView } from '../panes/footer/View.tsx';
import { HelpView } from '../panes/help/View.tsx';
import { allPanes, type PaneName } from '../panes/index.ts';
import { LibraryView } from '../panes/library/View.tsx';
import { ListsView } from '../panes/lists/View.tsx';
import type { Placed } from '../panes/pane.ts';
import { PromptView } from '../panes/prompt/View.tsx';
import { RuleView } from '../panes/rule/View.tsx';
import { TooSmallView } from '../panes/too-small/View.tsx';
import type { ReaderState } from '../reader/state/state.ts';
import { layoutOf, samePlaced } from './layout.ts';

/** The component of each pane. */
const views: Readonly<Record<PaneName, ComponentType<Placed>>> = {
  article: ArticleView,
  lists: ListsView,
  rule: RuleView,
  footer: FooterView,
  prompt: PromptView,
  help: HelpView,
  library: LibraryView,
  'too-small': TooSmallView,
};

const StoreContext = createContext<SelectableStore<ReaderState> | null>(null);

/** What of the reader's state a component shows; it is drawn again when that is another one. */
function useReader<Selected>(
  select: (state: ReaderState) => Selected,
  same?: (a: Selected, b: Selected) => boolean,
): Selected {
  return useSelector(useContext(StoreContext)!, select, same);
}

const placedNow = new Map(
  allPanes.map((pane) => [
    pane.name,
    (state: ReaderState): Placed | null =>
      layoutOf(state).placed.find((placed) => placed.pane === pane) ?? null,
  ]),
);

/** A pane in its place, while it is to be seen. */
const PaneBox = memo(function PaneBox({ name }: { readonly name: PaneName }) {
  const placed = useReader(placedNow.get(name)!, samePlaced);
  if (!placed) return null;
  const View = views[name];
  return (
    <Box position="absolute" marginTop={placed.top} marginLeft={placed.left} flexDirection="column">
      <View {...placed} />
    </Box>
  );
});

const sizeOf = ({ size }: ReaderState) => size;

/** The screen: as large as the terminal, a box for each pane. */
function Screen() {
  const { columns, rows } = useReader(sizeOf);
  return (
    <Box width={columns} height={rows}>
      {allPanes.map(({ name }) => (
        <PaneBox key={name} name={name} />
      ))}
    </Box>
  );
}

/** The reader as an Ink app. */
export const App = ({ store }: { readonly store: SelectableStore<ReaderState> }) => (
  <StoreContext value={store}>
    <Screen />
  </StoreContext>
);
