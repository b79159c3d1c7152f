// Draws the last row of the screen: where one is and how far, and the keys that help there.
import { oneLine } from '../../article/model/one-line.ts';
import { rowWidth } from '../../ink/compose.ts';
import { modeOf } from '../../reader/keys/lookup.ts';
import { commandOf } from '../../reader/keys/table.ts';
import { titleIndex } from '../../reader/page/rows.ts';
import type { Command } from '../../reader/state/command.ts';
import type { ReaderState } from '../../reader/state/state.ts';
import { blank } from '../../terminal/output/blank.ts';
import { plain } from '../../terminal/output/style.ts';
import { baseDirection } from '../../text/direction.ts';
import type { Span } from '../../text/span.ts';
import { inOrder, isolated, line, lineWidth, type Segment, shownText } from '../draw/paint.ts';
import { targetsIn } from '../draw/targets.ts';
import { keyName } from '../help/lines.ts';
import type { Area, Context, Drawing } from '../pane.ts';
import { noticeText, openingText } from './notice.ts';
import { placeText, reorderedText } from './place.ts';

/** Between two hints. */
const hintGap = '  ';

/** Cells at both ends of the row. */
const margin = 2;

/**
 * The section one is in, or where there is none the title, once that heading has left the page: it takes what room is
 * left, if that is worth it.
 */
function titleAbove(state: ReaderState): string {
  const { article, top, place, library } = state;
  if (library) return '';
  const { blocks, text, title } = article;
  let at = place.block;
  // A long stretch without a heading is not worth a walk at every key.
  const last = Math.max(0, at - longestSection);
  while (at > last && blocks[at]?.kind !== 'heading') at--;
  const heading = blocks[at];
  if (heading?.kind === 'heading') {
    const isInSight = at > top.block || (at === top.block && top.offset <= heading.span.start);
    return isInSight
      ? ''
      : ` · ${isolated(shownText(oneLine(text.slice(heading.span.start, heading.span.end)), state))}`;
  }
  return top.block > titleIndex(article) && title ? ` · ${isolated(shownText(title, state))}` : '';
}

/** Blocks above the current one among which its heading is looked for. */
const longestSection = 2_000;

/** Fewest cells that a title is cut down to, and most for which more than one hint makes way, down to so few. */
const shortestTitle = 14;
const longestTitle = 40;
const fewestHints = 3;

function hintSegments({ state, say, style, hints }: Context): Segment[][] {
  return hints.map(({ keys, label, name }) => [
    { text: keys.map((key) => keyName(state, key)).join(' '), style: style('key') },
    { text: ` ${name === undefined ? say.hints[label] : isolated(name)}`, style: style('soft') },
  ]);
}

/** Where the keys of the first so many hints stand in the text of them all, and what they ask for; a label is its first key. */
function keyStretches({ state, say, hints }: Context, count: number): (Span & { command: Command })[] {
  const mode = modeOf(state);
  const found: (Span & { command: Command })[] = [];
  let at = 0;
  for (const { keys, label } of hints.slice(0, count)) {
    keys.forEach((key, index) => {
      const start = at;
      at += keyName(state, key).length;
      const isLast = index === keys.length - 1;
      const labelled = keys.length === 1 ? at + 1 + say.hints[label].length : at;
      const command = commandOf(key, mode);
      if (command) found.push({ start, end: labelled, command });
      at += isLast ? 1 + say.hints[label].length + hintGap.length : 1;
    });
  }
  return found;
}

/** The last row of the screen: place and keys, or what is to be told. In the interface's direction. */
export function drawFooter(context: Context, area: Area): Drawing {
  const { state, say, direction, style } = context;
  const width = area.width - 2 * margin;
  const strokes = state.strokes === '' ? null : `${state.strokes.replaceAll(',', ' ')} …`;
  const asked = strokes ?? noticeText(state, say) ?? openingText(state, say);
  const told = asked ?? reorderedText(state, say);
  const soft = style('soft');
  const start: Segment[] = [{ text: told ?? placeText(state, say), style: told ? style('notice') : soft }];
  // A notice is shown in full, at the cost of key hints.
  const most = told ? width : Math.max(Math.floor(width / 2), 20);
  const startWidth = Math.min(lineWidth(start), most);
  // As many hints as there is room for; the last ones go first.
  const keys = hintSegments(context);
  const joined = (): Segment[] =>
    keys.flatMap((hint, index) => (index === 0 ? hint : [{ text: hintGap, style: plain }, ...hint]));
  // Where a link leads is shown whatever the article has its room taken by.
  const fewest = asked === null && context.hints[0]?.name !== undefined ? 1 : 0;
  while (keys.length > fewest && startWidth + 3 + lineWidth(joined()) > width) keys.pop();
  const title = told ? '' : titleAbove(state);
  // Hints make way for the title: one for a part of it, more for all of it as long as some are left.
  const titleWidth = title === '' ? 0 : lineWidth([{ text: title, style: soft }]);
  const lacks = (cells: number): boolean => startWidth + cells + 2 + lineWidth(joined()) > width;
  if (title !== '' && keys.length > fewest && lacks(Math.min(titleWidth, shortestTitle))) keys.pop();
  while (title !== '' && titleWidth <= longestTitle && keys.length > fewestHints && lacks(titleWidth))
    keys.pop();
  const end = joined();
  const endRow = line(end, lineWidth(end), direction);
  const endWidth = lineWidth(end);
  const room = Math.max(0, width - endWidth - (endWidth > 0 ? 2 : 0));
  if (title !== '' && room - lineWidth(start) >= Math.min(titleWidth, shortestTitle))
    start.push({ text: title, style: soft });
  // A sentence in the other script keeps its own order, and is cut at its own end.
  const own = told ? baseDirection(told, direction) : direction;
  const startRow = line(start, Math.min(room, lineWidth(start)), own);
  const row = inOrder(
    direction,
    startRow,
    blank(room - rowWidth(startRow)),
    blank(endWidth > 0 ? 2 : 0),
    endRow,
  );
  const left = margin + (direction === 'rtl' ? 0 : width - endWidth);
  const targets = targetsIn(endRow, keyStretches(context, keys.length), 0, left);
  return { rows: [[...blank(margin), ...row, ...blank(margin)]], targets };
}
