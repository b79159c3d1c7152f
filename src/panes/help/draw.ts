import type { ScreenRow } from '../../terminal/output/cell.ts';
import { baseDirection } from '../../text/direction.ts';
import { blank } from '../../terminal/output/blank.ts';
import { inOrder, line, lineWidth } from '../draw/paint.ts';
import type { Area, Context, Drawing } from '../pane.ts';
import { type HelpLine, helpColumns } from './lines.ts';

const margin = 3;

/** Cells for the names of keys. */
const keyColumn = 18;

function drawLine({ style, direction }: Context, entry: HelpLine | undefined, width: number): ScreenRow {
  if (!entry || entry.kind === 'blank') return blank(width);
  if (entry.kind === 'heading') return line([{ text: entry.text, style: style('tab') }], width, direction);
  // Each key by itself: in a line of Arabic `[` would be mirrored, and `g Home` turned round.
  const names = entry.keys.map((text) => {
    const name = [{ text, style: style('key') }];
    return line(name, lineWidth(name), baseDirection(text, 'ltr'));
  });
  const spaced = names.flatMap((name, index) => (index === 0 ? [name] : [blank(2), name]));
  const used = spaced.reduce((sum, row) => sum + row.length, 0);
  return inOrder(
    direction,
    ...spaced,
    blank(keyColumn - used),
    line([{ text: entry.label, style: style('text') }], width - keyColumn, direction),
  );
}

/** The help screen, made from the key table, over the whole body of the screen. */
export function drawHelp(context: Context, area: Area): Drawing {
  const { state, direction } = context;
  const columns = helpColumns(state);
  const width = Math.floor((area.width - 2 * margin - (columns.length - 1) * margin) / columns.length);
  const rows: ScreenRow[] = [];
  for (let at = 0; at < area.height; at += 1) {
    const parts: ScreenRow[] = [];
    columns.forEach((column, index) => {
      if (index > 0) parts.push(blank(margin));
      parts.push(drawLine(context, column[at + (state.help ?? 0)], width));
    });
    const used = columns.length * width + (columns.length - 1) * margin;
    rows.push(inOrder(direction, blank(margin), ...parts, blank(area.width - margin - used)));
  }
  return { rows };
}
