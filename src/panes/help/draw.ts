import { rowWidth } from '../../ink/compose.ts';
import { blank } from '../../terminal/output/blank.ts';
import type { ScreenRow } from '../../terminal/output/cell.ts';
import { baseDirection } from '../../text/direction.ts';
import { inOrder, line, lineWidth } from '../draw/paint.ts';
import type { Area, Context, Drawing } from '../pane.ts';
import { type HelpLine, helpColumns, helpColumnWidth, keyColumn, helpMargin as margin } from './lines.ts';

function drawLine({ style, direction }: Context, entry: HelpLine | undefined, width: number): ScreenRow {
  if (!entry || entry.kind === 'blank') return blank(width);
  if (entry.kind === 'heading') return line([{ text: entry.text, style: style('tab') }], width, direction);
  // Each key by itself: in a line of Arabic `[` would be mirrored, and `g Home` turned round.
  const names = entry.keys.map((text) => {
    const name = [{ text, style: style('key') }];
    return line(name, lineWidth(name), baseDirection(text, 'ltr'));
  });
  // As many as the column holds: the rest are the same keys of other programs.
  const spaced: ScreenRow[] = [];
  let used = 0;
  for (const name of names) {
    const gap = spaced.length === 0 ? 0 : 2;
    if (spaced.length > 0 && used + gap + rowWidth(name) >= keyColumn) break;
    if (gap > 0) spaced.push(blank(gap));
    spaced.push(name);
    used += gap + rowWidth(name);
  }
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
  const width = helpColumnWidth(area.width, columns.length);
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
