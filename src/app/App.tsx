import { Box, Text } from 'ink';
import SelectInput from 'ink-select-input';
import { useSyncExternalStore } from 'react';
import type { ListItem } from '../panes/lists/draw.ts';
import type { ReaderState } from '../reader/state/state.ts';
import type { ScreenRow } from '../terminal/output/cell.ts';
import type { Canvas } from './canvas.ts';
import type { Screen } from './screen.ts';
import type { Store } from './store.ts';

/** Slots of handles: entries of the list come from `list` on. */
const slots = { cover: 0, header: 1, rule: 2, article: 3, footer: 4, list: 16 };

interface BlockProps {
  readonly canvas: Canvas;
  readonly rows: readonly ScreenRow[];
  readonly width: number;
  readonly slot: number;
}

/** Finished rows: one handle in a box of their size. */
function Block({ canvas, rows, width, slot }: BlockProps) {
  if (rows.length === 0) return null;
  return (
    <Box width={width} height={rows.length} flexShrink={0}>
      <Text>{canvas.handle(rows, slot)}</Text>
    </Box>
  );
}

/** ink-select-input draws its indicator on the left; ours is part of the row, on the starting side. */
const NoIndicator = () => null;

/** An entry of the list, as ink-select-input hands it on. */
interface Option extends BlockProps {
  readonly label: string;
  readonly value: number;
}

const Item = (option: { readonly label: string; readonly isSelected?: boolean }) => (
  <Block {...(option as Option)} />
);

interface ListProps {
  readonly canvas: Canvas;
  readonly items: readonly ListItem[];
  readonly width: number;
}

/** The entries in sight. The keys are the reader's: ink-select-input would lose some and rotate the list. */
function List({ canvas, items, width }: ListProps) {
  const options = items.map(({ rows, index }, at): Option => {
    return { label: String(index), value: index, canvas, rows, width, slot: slots.list + at };
  });
  return (
    <SelectInput items={options} isFocused={false} indicatorComponent={NoIndicator} itemComponent={Item} />
  );
}

interface AppProps {
  readonly store: Store;
  readonly canvas: Canvas;
  /** Draws a state as finished panes. */
  readonly draw: (state: ReaderState) => Screen;
}

/** Chooses the layout and places the panes; what is in them is drawn already. */
export function App({ store, canvas, draw }: AppProps) {
  const state = useSyncExternalStore(store.subscribe, store.get);
  const { geometry, cover, sidebar, rule, article, footer } = draw(state);
  const { size, body, direction } = geometry;
  canvas.resize(size);
  canvas.place(footer.cursor === null ? null : { row: size.rows - 1, column: footer.cursor });
  const list = geometry.sidebar?.width ?? 0;
  const page = geometry.article?.width ?? 0;
  return (
    <Box width={size.columns} height={size.rows} flexDirection="column">
      <Box
        width={size.columns}
        height={size.rows - 1}
        flexDirection={direction === 'rtl' ? 'row' : 'row-reverse'}
      >
        {cover && <Block canvas={canvas} rows={cover} width={size.columns} slot={slots.cover} />}
        {sidebar && (
          <Box width={list} flexDirection="column" flexShrink={0} paddingTop={body.top}>
            <Block canvas={canvas} rows={sidebar.header} width={list} slot={slots.header} />
            <List canvas={canvas} items={sidebar.items} width={list} />
          </Box>
        )}
        {rule && <Block canvas={canvas} rows={rule} width={1} slot={slots.rule} />}
        {article && (
          <Box width={page} flexShrink={0} paddingTop={body.top}>
            <Block canvas={canvas} rows={article} width={page} slot={slots.article} />
          </Box>
        )}
      </Box>
      <Block canvas={canvas} rows={[footer.row]} width={size.columns} slot={slots.footer} />
    </Box>
  );
}
