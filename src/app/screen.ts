import { articlePane } from '../panes/article/draw.ts';
import { blank } from '../panes/draw/blank.ts';
import { line, sign } from '../panes/draw/paint.ts';
import { styleOf } from '../panes/draw/theme.ts';
import { type FooterPane, footerPane } from '../panes/footer/draw.ts';
import { helpPane } from '../panes/help/draw.ts';
import { libraryPane } from '../panes/library/draw.ts';
import { type SidebarPane, sidebarPane } from '../panes/lists/draw.ts';
import { type Geometry, smallest } from '../reader/page/geometry.ts';
import type { Theme } from '../reader/state/preferences.ts';
import { geometryOf, type ReaderState } from '../reader/state/state.ts';
import { words } from '../reader/words/words.ts';
import type { Frame, ScreenRow } from '../terminal/output/cell.ts';

/** Everything on the screen of one state, drawn but not yet put in its place. */
export interface Screen {
  readonly geometry: Geometry;
  /** What covers the whole body, help or a request for a larger window; then the panes are empty. */
  readonly cover: readonly ScreenRow[] | null;
  readonly sidebar: SidebarPane | null;
  readonly rule: readonly ScreenRow[] | null;
  readonly article: readonly ScreenRow[] | null;
  readonly footer: FooterPane;
}

function tooSmall(state: ReaderState): ScreenRow[] {
  const { columns, rows } = state.size;
  const say = words(state.preferences).tooSmall(smallest.columns, smallest.rows);
  const direction = state.preferences.interface === 'ar' ? 'rtl' : 'ltr';
  const out: ScreenRow[] = [];
  for (let at = 0; at < rows - 1; at += 1) {
    const here = at === Math.floor((rows - 1) / 2);
    out.push(
      here
        ? line([{ text: say, style: styleOf(state.preferences.theme, 'text') }], columns, direction)
        : blank(columns),
    );
  }
  return out;
}

const rules = new Map<Theme, ScreenRow>();

/** One row of the rule between the panes; the same object for a theme. */
function ruleCell(theme: Theme): ScreenRow {
  const known = rules.get(theme) ?? [sign('│', styleOf(theme, 'rule'))];
  rules.set(theme, known);
  return known;
}

/** Draws a state. Pure: what Ink places, and what the first frame is put together from before Ink is loaded. */
export function drawScreen(state: ReaderState): Screen {
  const geometry = geometryOf(state);
  const { size, body, sidebar, rule, article } = geometry;
  const small = size.columns < smallest.columns || size.rows < smallest.rows;
  if (small) {
    const footer = { row: blank(size.columns), cursor: null };
    return { geometry, cover: tooSmall(state), sidebar: null, rule: null, article: null, footer };
  }
  const footer = footerPane(state);
  if (state.help !== null) {
    const air = new Array<ScreenRow>(body.top).fill(blank(size.columns));
    return {
      geometry,
      cover: [...air, ...helpPane(state)],
      sidebar: null,
      rule: null,
      article: null,
      footer,
    };
  }
  if (state.library) {
    const air = new Array<ScreenRow>(body.top).fill(blank(size.columns));
    const cover = [...air, ...libraryPane(state, state.library)];
    return { geometry, cover, sidebar: null, rule: null, article: null, footer };
  }
  const bar = ruleCell(state.preferences.theme);
  return {
    geometry,
    cover: null,
    sidebar: sidebar && sidebarPane(state),
    rule: rule === null ? null : new Array<ScreenRow>(body.height + body.top).fill(bar),
    article: article && articlePane(state, article),
    footer,
  };
}

/** Puts a screen together without Ink: the very rows that the Ink app gives for the same state (a test holds it). */
export function composeFrame({ geometry, cover, sidebar, rule, article, footer }: Screen): Frame {
  const { size, body, direction } = geometry;
  const rows: ScreenRow[] = [];
  if (cover) rows.push(...cover);
  else {
    const list = sidebar ? [...sidebar.header, ...sidebar.items.flatMap((item) => item.rows)] : [];
    for (let at = -body.top; at < body.height; at += 1) {
      const side = geometry.sidebar ? (list[at] ?? blank(geometry.sidebar.width)) : [];
      const page = geometry.article ? (article?.[at] ?? blank(geometry.article.width)) : [];
      const between = rule?.[at + body.top] ?? [];
      rows.push(direction === 'rtl' ? [...side, ...between, ...page] : [...page, ...between, ...side]);
    }
  }
  while (rows.length < size.rows - 1) rows.push(blank(size.columns));
  rows.length = Math.max(0, size.rows - 1);
  rows.push(footer.row);
  return { rows, cursor: footer.cursor === null ? null : { row: size.rows - 1, column: footer.cursor } };
}
