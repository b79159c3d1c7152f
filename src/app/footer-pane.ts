import { keyName } from '../reader/help.ts';
import { bindings } from '../reader/keys.ts';
import { geometryOf, type ReaderState } from '../reader/state.ts';
import { type Words, words } from '../reader/words.ts';
import type { ScreenRow } from '../terminal/cell.ts';
import { plain } from '../terminal/style.ts';
import { baseDirection, type Direction } from '../text/direction.ts';
import { layoutLine } from '../text/layout.ts';
import { blank } from './blank.ts';
import { inOrder, line, lineWidth, paint, type Segment } from './paint.ts';
import { styleOf } from './theme.ts';

/** The footer, and where the cursor stands in it while a query is typed (column in cells), or null. */
export interface FooterPane {
  readonly row: ScreenRow;
  readonly cursor: number | null;
}

const margin = 2;

/** A binding for the footer: the keys shown together, and a label shorter than help's. */
interface Hint {
  readonly keys: readonly string[];
  readonly ar: string;
  readonly en: string;
}

const readingHints: readonly Hint[] = [
  { keys: ['?'], ar: 'مساعدة', en: 'help' },
  { keys: ['tab'], ar: 'القائمة', en: 'list' },
  { keys: ['[', ']'], ar: 'اقتباس', en: 'quote' },
  { keys: ['/'], ar: 'بحث', en: 'search' },
  { keys: ['y'], ar: 'نسخ', en: 'copy' },
  { keys: ['q'], ar: 'خروج', en: 'quit' },
];
const listHints: readonly Hint[] = [
  { keys: ['enter'], ar: 'اذهب', en: 'jump' },
  { keys: ['tab'], ar: 'المقال', en: 'article' },
  { keys: ['f'], ar: 'المتحدث', en: 'speaker' },
  { keys: ['e'], ar: 'صفحته', en: 'page' },
  { keys: ['1', '2', '3', '4'], ar: 'القوائم', en: 'lists' },
];
const hitHints: readonly Hint[] = [
  { keys: ['n', 'N'], ar: 'التالية والسابقة', en: 'next, previous' },
  { keys: ['escape'], ar: 'أنهِ البحث', en: 'end search' },
  { keys: ['y'], ar: 'نسخ', en: 'copy' },
  { keys: ['q'], ar: 'خروج', en: 'quit' },
];

/** Every key a hint names, for the test that holds them against the key table. */
export const hintedKeys: readonly string[] = [...readingHints, ...listHints, ...hitHints].flatMap(
  ({ keys }) => keys,
);

function notice(state: ReaderState, say: Words): string | null {
  const { notice: told, analysis } = state;
  if (!told) return null;
  switch (told.key) {
    case 'copied':
      return say.copied(told.characters);
    case 'notFound':
      return say.notFound(told.query);
    case 'markSet':
      return say.markSet(told.name);
    case 'noSuchMark':
      return say.noSuchMark(told.name);
    case 'tashkeel':
      return say.tashkeel(told.shown);
    case 'justify':
      return say.justify(told.on);
    case 'plain':
      return told.text;
    case 'reason': {
      const quote = analysis?.quotes[told.quote];
      if (!quote) return null;
      const parts = [quote.speaker ?? say.nobody, say.reasons[quote.reason]];
      if (quote.denied) parts.push(say.denied);
      if (quote.via) parts.push(say.via(quote.via));
      return parts.join(' · ');
    }
    default:
      return say.notices[told.key];
  }
}

/** Title, place, share read; hits where there was a search. */
function place(state: ReaderState, say: Words): string {
  const { article, place: at, search, top } = state;
  const parts: string[] = [];
  if (search && search.hits.length > 0)
    parts.push(`${search.query}: ${say.hits(search.current + 1, search.hits.length)}`);
  parts.push(say.paragraph(Math.min(at.block + 1, article.blocks.length), article.blocks.length));
  const length = article.text.length;
  if (length > 0) parts.push(say.percent(Math.min(100, Math.round((100 * at.offset) / length))));
  if (state.preferences.tashkeel === 'hide') parts.push(say.tashkeelHidden);
  // The title, once it has left the page.
  if (top.block > article.blocks.findIndex(({ kind }) => kind === 'title') && article.title)
    parts.push(article.title);
  return parts.join(' · ');
}

function hints(state: ReaderState, list: readonly Hint[]): Segment[][] {
  const { theme, interface: language } = state.preferences;
  const key = styleOf(theme, 'key');
  const soft = styleOf(theme, 'soft');
  return list.map((hint) => [
    { text: hint.keys.map((name) => keyName(state, name)).join(' '), style: key },
    { text: ` ${hint[language]}`, style: soft },
  ]);
}

/** The prompt: its sign at the starting edge, then what is typed, in its own direction. */
function promptRow(state: ReaderState, say: Words, width: number, direction: Direction): FooterPane {
  const { prompt, search, preferences, article } = state;
  const { theme } = preferences;
  const { text, caret } = prompt!;
  const label: Segment[] = [
    { text: '/ ', style: styleOf(theme, 'prompt') },
    { text: `${say.search}: `, style: styleOf(theme, 'soft') },
  ];
  const counted =
    search && text !== '' && search.query === text ? say.hits(search.current + 1, search.hits.length) : '';
  const found: Segment[] = [{ text: counted, style: styleOf(theme, 'soft') }];
  const labelWidth = lineWidth(label);
  const foundWidth = lineWidth(found);
  const room = Math.max(4, width - labelWidth - foundWidth - 1);
  const own = text === '' ? article.direction : baseDirection(text, article.direction);
  // Where the query is longer than its room, its beginning goes, never what is being typed.
  let from = 0;
  while (lineWidth([{ text: `${text.slice(from)} `, style: plain }]) > room && from < caret) {
    from += (text.codePointAt(from) ?? 0) > 0xffff ? 2 : 1;
  }
  const laid = layoutLine(`${text.slice(from)} `, { width: room, direction: own });
  const cells = paint(laid, plain, []);
  // The query stands beside its label whichever way it runs itself.
  const used = Math.min(room, lineWidth([{ text: `${text.slice(from)} `, style: plain }]));
  const typed = own === 'rtl' ? cells.slice(cells.length - used) : cells.slice(0, used);
  const row = inOrder(
    direction,
    line(label, labelWidth, direction),
    typed,
    blank(width - labelWidth - foundWidth - typed.reduce((sum, cell) => sum + cell.width, 0)),
    line(found, foundWidth, direction),
  );
  const at = caret - from;
  let column = 0;
  let cursor: number | null = null;
  const first =
    direction === 'rtl'
      ? row.length - lineCells(label, direction) - typed.length
      : lineCells(label, direction);
  row.forEach((cell, index) => {
    const inTyped = index >= first && index < first + typed.length;
    if (inTyped && cell.end > cell.start && cell.start <= at && at < cell.end) cursor = column;
    column += cell.width;
  });
  return { row, cursor };
}

function lineCells(segments: readonly Segment[], direction: Direction): number {
  return line(segments, lineWidth(segments), direction).length;
}

/** The last row of the screen: place and keys, a notice, or the search prompt. In the interface's direction. */
export function footerPane(state: ReaderState): FooterPane {
  const { size } = geometryOf(state);
  const { theme, interface: language } = state.preferences;
  const say = words(language);
  const direction: Direction = language === 'ar' ? 'rtl' : 'ltr';
  const width = size.columns - 2 * margin;
  const framed = (row: ScreenRow): ScreenRow => [...blank(margin), ...row, ...blank(margin)];
  if (state.prompt) {
    const { row, cursor } = promptRow(state, say, width, direction);
    return { row: framed(row), cursor: cursor === null ? null : cursor + margin };
  }
  const told = notice(state, say);
  const soft = styleOf(theme, 'soft');
  const start: Segment[] = [
    { text: told ?? place(state, say), style: told ? styleOf(theme, 'notice') : soft },
  ];
  const list =
    state.help !== null ? [] : state.focus === 'sidebar' ? listHints : state.search ? hitHints : readingHints;
  const startWidth = Math.min(lineWidth(start), Math.max(Math.floor(width / 2), 20));
  // As many hints as there is room for; the last ones go first.
  const keys = state.help !== null ? [[{ text: say.leaveHelp, style: soft }]] : hints(state, list);
  const joined = (): Segment[] =>
    keys.flatMap((hint, index) => (index === 0 ? hint : [{ text: '   ', style: plain }, ...hint]));
  while (keys.length > 0 && startWidth + 3 + lineWidth(joined()) > width) keys.pop();
  const end = joined();
  const endWidth = lineWidth(end);
  const row = inOrder(
    direction,
    line(start, Math.max(0, width - endWidth - (endWidth > 0 ? 2 : 0)), direction),
    blank(endWidth > 0 ? 2 : 0),
    line(end, endWidth, direction),
  );
  return { row: framed(row), cursor: null };
}

/** Keys that mean something somewhere. */
export const boundKeys: ReadonlySet<string> = new Set(bindings.flatMap(({ keys }) => keys));
