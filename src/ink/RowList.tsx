// A list whose entries are finished rows, carried by ink-select-input. Why it is given a window of the list and no keys
// is in docs/decisions/ink-select-input.md.
import SelectInput from 'ink-select-input';
import type { ListEntry } from './list.ts';
import { Rows } from './Rows.tsx';

/** Properties of `<RowList>`. */
export interface RowListProps {
  /** The entries in sight, and which of them is chosen: an index among them, −1 for none. */
  readonly entries: readonly ListEntry[];
  readonly chosen: number;
  /** Cells. */
  readonly width: number;
}

/** An entry as ink-select-input hands it to its item component. */
interface Option {
  readonly label: string;
  readonly value: number;
  readonly entry: ListEntry;
  readonly width: number;
}

/** The bar of the chosen entry is part of its rows, at the side where its lines begin; theirs is always on the left. */
const NoIndicator = () => null;

function Item({ isSelected = false, ...option }: { readonly label: string; readonly isSelected?: boolean }) {
  const { entry, width } = option as Option;
  return <Rows rows={entry.rows(isSelected)} width={width} />;
}

/**
 * The entries in sight, one below the other. The selection is the reader's: ink-select-input takes one only when it is
 * mounted, so that another chosen entry or another window mounts it anew.
 */
export function RowList({ entries, chosen, width }: RowListProps) {
  const options = entries.map(
    (entry): Option => ({ label: String(entry.index), value: entry.index, entry, width }),
  );
  return (
    <SelectInput
      key={[entries[0]?.index, entries.length, chosen].join()}
      items={options}
      initialIndex={chosen}
      isFocused={false}
      indicatorComponent={NoIndicator}
      itemComponent={Item}
    />
  );
}
