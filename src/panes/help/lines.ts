import { bindings, groups } from '../../reader/keys/table.ts';
import { geometryOf, type ReaderState } from '../../reader/state/state.ts';
import { words } from '../../reader/words/words.ts';
import { plain } from '../../terminal/output/style.ts';
import { fold } from '../../text/folding.ts';
import { lineWidth } from '../draw/paint.ts';

/** A line of the help screen: a heading, or a key and what it does. */
export type HelpLine =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'key'; readonly keys: readonly string[]; readonly label: string }
  | { readonly kind: 'blank' };

/** Narrowest column of the help screen, in cells; a screen that holds two of them shows two. */
const columnNarrowest = 44;

/** Cells beside the help screen and between its columns, and for the names of keys. */
export const helpMargin = 3;
export const keyColumn = 18;

/** Cells of a column of the help screen, where it has so many. */
export function helpColumnWidth(columns: number, count: number): number {
  return Math.floor((columns - helpMargin * (count + 1)) / count);
}

/** A line whose words do not fit beside its keys goes on below them. */
function wrapped(line: HelpLine, width: number): HelpLine[] {
  if (line.kind !== 'key') return [line];
  const labels: string[] = [];
  for (const word of line.label.split(' ')) {
    const longer = labels.length === 0 ? word : `${labels.at(-1)} ${word}`;
    if (labels.length > 0 && lineWidth([{ text: longer, style: plain }]) > width - keyColumn)
      labels.push(word);
    else labels[Math.max(0, labels.length - 1)] = longer;
  }
  return labels.map((label, at) => ({ kind: 'key', keys: at === 0 ? line.keys : [], label }));
}

/** Names of keys for the eye: in the interface's language, arrows pointing where they point in this article. */
export function keyName(state: ReaderState, key: string): string {
  if (key === 'onward') return state.article.direction === 'rtl' ? '←' : '→';
  if (key === 'backward') return state.article.direction === 'rtl' ? '→' : '←';
  return words(state.preferences).keyNames[key] ?? key;
}

function groupLines(state: ReaderState, group: (typeof groups)[number]): HelpLine[] {
  const say = words(state.preferences);
  const lines: HelpLine[] = [{ kind: 'heading', text: say.groups[group] }];
  for (const { name, keys, silent, group: of } of bindings()) {
    if (of !== group || silent || keys.length === 0) continue;
    lines.push({ kind: 'key', keys: keys.map((key) => keyName(state, key)), label: say.keys[name] });
  }
  return sought(state, lines);
}

/** What the mouse does, which no table of keys has. */
function mouseLines(state: ReaderState): HelpLine[] {
  const { heading, gestures } = words(state.preferences).mouse;
  const lines = gestures.map(([name, label]): HelpLine => ({ kind: 'key', keys: [name], label }));
  return sought(state, [{ kind: 'heading', text: heading }, ...lines]);
}

/** A group of lines as far as they have what is looked for; none at all where none has. */
function sought(state: ReaderState, lines: HelpLine[]): HelpLine[] {
  const query = fold(state.helpQuery?.line.text ?? '', 2).text.trim();
  if (query === '') return lines;
  const found = lines.filter(
    (line) =>
      line.kind === 'key' && [line.label, ...line.keys].some((text) => fold(text, 2).text.includes(query)),
  );
  return found.length > 0 ? [lines[0]!, ...found] : [];
}

/** All keys of help, a line after the other. */
export function helpLines(state: ReaderState): HelpLine[] {
  return groups.flatMap((group) => groupLines(state, group));
}

/** The help screen in one column or two, groups kept whole and the columns about equally long. */
export function helpColumns(state: ReaderState): HelpLine[][] {
  const count = state.size.columns < 2 * columnNarrowest ? 1 : 2;
  const width = helpColumnWidth(state.size.columns, count);
  const all = [...groups.map((group) => groupLines(state, group)), mouseLines(state)]
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.flatMap((line) => wrapped(line, width)));
  const joined = (parts: HelpLine[][]): HelpLine[] =>
    parts.flatMap((lines, index) => (index === 0 ? lines : [{ kind: 'blank' } as const, ...lines]));
  if (count === 1) return [joined(all)];
  let best = [joined(all), [] as HelpLine[]];
  for (let cut = 1; cut < all.length; cut += 1) {
    const columns = [joined(all.slice(0, cut)), joined(all.slice(cut))];
    if (Math.max(...columns.map(({ length }) => length)) < Math.max(...best.map(({ length }) => length)))
      best = columns;
  }
  return best;
}

/** The last row that the help screen may begin at, so that its end is in sight. */
export function lastHelpRow(state: ReaderState): number {
  const longest = Math.max(...helpColumns(state).map(({ length }) => length));
  return Math.max(0, longest - geometryOf(state).body.height);
}
