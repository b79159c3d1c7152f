import { RowList } from '../../ink/RowList.tsx';
import { Rows } from '../../ink/Rows.tsx';
import type { Placed } from '../pane.ts';

/** The Ink component of the pane: what stands above the list, and the list. */
export const ListsView = ({ drawing: { rows, list }, width }: Placed) =>
  list ? (
    <>
      <Rows rows={list.header} width={width} />
      <RowList {...list} width={width} />
    </>
  ) : (
    <Rows rows={rows} width={width} />
  );
