// The panes of the screen. A new one is a folder here and a line below, and a line for its component in app/App.tsx.
import { articlePane } from './article/pane.ts';
import { footerPane } from './footer/pane.ts';
import { helpPane } from './help/pane.ts';
import { libraryPane } from './library/pane.ts';
import { listsPane } from './lists/pane.ts';
import type { Pane } from './pane.ts';
import { promptPane } from './prompt/pane.ts';
import { rulePane } from './rule/pane.ts';
import { tooSmallPane } from './too-small/pane.ts';

/** All panes. Those that come first are asked first what a command means, and whether the keys are theirs. */
export const panes = [
  helpPane,
  libraryPane,
  promptPane,
  listsPane,
  rulePane,
  articlePane,
  footerPane,
  tooSmallPane,
] as const satisfies readonly Pane[];

/** The name of a pane. */
export type PaneName = (typeof panes)[number]['name'];

/** The panes as what they have in common. */
export const allPanes: readonly (Pane & { readonly name: PaneName })[] = panes;
