import { isAddress } from '../../article/links/address.ts';
import { bindings } from '../../reader/keys/table.ts';
import type { Tab } from '../../reader/state/command.ts';
import type { Line } from '../../reader/state/line-edit.ts';
import { shareRead } from '../../reader/state/share.ts';
import { geometryOf, type ReaderState } from '../../reader/state/state.ts';
import { type Words, words } from '../../reader/words/words.ts';
import type { ScreenRow } from '../../terminal/output/cell.ts';
import { plain } from '../../terminal/output/style.ts';
import { baseDirection, type Direction } from '../../text/direction.ts';
import { blank } from '../draw/blank.ts';
import { inOrder, isolated, line, lineWidth, type Segment } from '../draw/paint.ts';
import { styleOf } from '../draw/theme.ts';
import { keyName } from '../help/lines.ts';
import { promptRow } from '../prompt/draw.ts';

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
  { keys: ['l'], ar: 'المكتبة', en: 'library' },
];
const jumpHint: Hint = { keys: ['enter'], ar: 'انتقال', en: 'jump' };
const openHint: Hint = { keys: ['enter'], ar: 'فتح', en: 'open' };
const backHint: Hint = { keys: ['tab'], ar: 'المقال', en: 'article' };
const pageHint: Hint = { keys: ['e'], ar: 'صفحة الاسم', en: 'page' };
const listsHint: Hint = { keys: ['1', '2', '3', '4'], ar: 'القوائم', en: 'lists' };
/** What helps in each list: the first ones stay where room is short. */
const listHints: Readonly<Record<Tab, readonly Hint[]>> = {
  quotes: [jumpHint, backHint, { keys: ['f'], ar: 'أقواله', en: 'speaker' }, pageHint, listsHint],
  entities: [jumpHint, backHint, pageHint, { keys: ['{', '}'], ar: 'المواضع', en: 'mentions' }, listsHint],
  outline: [jumpHint, backHint, listsHint],
  timeline: [jumpHint, backHint, listsHint],
  links: [openHint, backHint, { keys: ['1', '2', '3', '4'], ar: 'بالرقم', en: 'by number' }],
};
const entityHints: readonly Hint[] = [
  jumpHint,
  { keys: ['escape'], ar: 'رجوع', en: 'back' },
  backHint,
  listsHint,
];
const libraryHints: readonly Hint[] = [
  openHint,
  { keys: ['/'], ar: 'بحث', en: 'search' },
  { keys: ['escape'], ar: 'رجوع', en: 'back' },
  { keys: ['x'], ar: 'إزالة', en: 'remove' },
  { keys: ['R'], ar: 'تحديث', en: 'refresh' },
  { keys: ['q'], ar: 'خروج', en: 'quit' },
];
/** What comes along cannot be taken out, and is never newer. */
const bundledHints = libraryHints.filter(({ en }) => en !== 'remove' && en !== 'refresh');
const hitHints: readonly Hint[] = [
  { keys: ['n', 'N'], ar: 'التالية والسابقة', en: 'next, previous' },
  { keys: ['escape'], ar: 'إنهاء البحث', en: 'end search' },
  { keys: ['y'], ar: 'نسخ', en: 'copy' },
  { keys: ['q'], ar: 'خروج', en: 'quit' },
];

/** The hints that fit what one is doing. */
function hintsFor({ help, focus, sidebar, search, library }: ReaderState): readonly Hint[] {
  if (help !== null) return [];
  if (library) return library.shelf === 'bundled' ? bundledHints : libraryHints;
  if (focus === 'sidebar') return sidebar.entity === null ? listHints[sidebar.tab] : entityHints;
  return search ? hitHints : readingHints;
}

/** Every key a hint names, for the test that holds them against the key table. */
export const hintedKeys: readonly string[] = [
  readingHints,
  entityHints,
  libraryHints,
  hitHints,
  ...Object.values(listHints),
]
  .flat()
  .flatMap(({ keys }) => keys);

function notice(state: ReaderState, say: Words): string | null {
  const { notice: told, analysis } = state;
  if (!told) return null;
  switch (told.key) {
    case 'copied':
      return say.copied(told.characters);
    case 'notFound':
      return say.notFound(isolated(told.query));
    case 'markSet':
      return say.markSet(told.name);
    case 'forgetAgain':
      return say.forgetAgain;
    case 'noSuchMark':
      return say.noSuchMark(told.name);
    case 'tashkeel':
      return say.tashkeel(told.shown);
    case 'justify':
      return say.justify(told.on);
    case 'theme':
      return say.theme[told.theme];
    case 'plain':
      return told.text;
    case 'refreshed':
      return say.refreshed(told.count);
    case 'ahead':
      return say.ahead(told.count);
    case 'notSaved':
      return say.notSaved(told.why, told.code);
    case 'setAside':
      return say.setAside(isolated(told.file));
    case 'linkNumber':
      return say.linkNumber(say.number(told.number), say.number(state.article.links?.length ?? 0));
    case 'outsideLink':
      return say.outsideLink(told.scheme && isolated(told.scheme));
    case 'keptOn':
    case 'keptOnlyOn':
      return say[told.key](say.date(told.date));
    case 'reason': {
      const quote = analysis?.quotes[told.quote];
      if (!quote) return null;
      const parts = [isolated(quote.speaker ?? say.nobody), say.reasons[quote.reason]];
      if (quote.denied) parts.push(say.denied);
      if (quote.via) parts.push(say.via(isolated(quote.via)));
      return parts.join(' · ');
    }
    default:
      return say.notices[told.key];
  }
}

/** What is being opened, in few words: of an address its host is what one knows it by. */
function opening({ opening: asked }: ReaderState, say: Words): string | null {
  if (!asked) return null;
  const name = isAddress(asked.source)
    ? asked.source.replace(/^https?:\/\/(?:www\.)?([^/?#]*).*$/iu, '$1')
    : asked.source.replace(/^.*\/(?=[^/]+$)/u, '');
  const { share, received } = asked;
  const amount =
    share !== null
      ? say.percent(Math.round(share * 100))
      : received > 0
        ? say.kilobytes(Math.ceil(received / 1024))
        : '';
  return say.opening(isolated(name), amount);
}

/** Place and share read; hits where there was a search. */
function place(state: ReaderState, say: Words): string {
  const { article, place: at, search } = state;
  const parts: string[] = [];
  if (state.library) {
    const { rows, total, more, cursor } = state.library;
    return total === null || rows.length === 0
      ? say.library
      : `${say.library} · ${say.rowOf(cursor + 1, Math.max(total, rows.length), more)}`;
  }
  if (search && search.hits.length > 0)
    parts.push(`${isolated(search.query)}: ${say.hits(search.current + 1, search.hits.length)}`);
  parts.push(say.paragraph(Math.min(at.block + 1, article.blocks.length), article.blocks.length));
  parts.push(say.percent(Math.floor(100 * shareRead(state))));
  if (state.preferences.tashkeel === 'hide') parts.push(say.tashkeelHidden);
  return parts.join(' · ');
}

/** The title, once it has left the page: it takes what room is left, if that is worth it. */
function titleAbove({ article, top, library }: ReaderState): string {
  const title = article.blocks.findIndex(({ kind }) => kind === 'title');
  return !library && top.block > title && article.title ? ` · ${isolated(article.title)}` : '';
}

/** Fewest cells that a title is cut down to. */
const shortestTitle = 14;

function hints(state: ReaderState, list: readonly Hint[]): Segment[][] {
  const { theme, interface: language } = state.preferences;
  const key = styleOf(theme, 'key');
  const soft = styleOf(theme, 'soft');
  return list.map((hint) => [
    { text: hint.keys.map((name) => keyName(state, name)).join(' '), style: key },
    { text: ` ${hint[language]}`, style: soft },
  ]);
}

/** The prompt that is open, of the article or the library, and what it says besides what is typed. */
function prompted(
  { prompt, library, search, article, help }: ReaderState,
  say: Words,
): { line: Line; label: string; found: string; usual: Direction } | null {
  if (help !== null) return null;
  const usual = article.direction;
  if (library?.typing) {
    const { typing, total, more, query } = library;
    const found = query !== '' && total !== null ? `${say.number(total)}${more ? '+' : ''}` : '';
    return { line: typing, label: say.inLibrary, found, usual };
  }
  if (!prompt) return null;
  const isCounted = search && prompt.text !== '' && search.query === prompt.text;
  const found = isCounted ? say.hits(search.current + 1, search.hits.length) : '';
  return { line: prompt, label: say.search, found, usual };
}

/** The last row of the screen: place and keys, a notice, or the search prompt. In the interface's direction. */
export function footerPane(state: ReaderState): FooterPane {
  const { size } = geometryOf(state);
  const { theme, interface: language } = state.preferences;
  const say = words(state.preferences);
  const direction: Direction = language === 'ar' ? 'rtl' : 'ltr';
  const width = size.columns - 2 * margin;
  const framed = (row: ScreenRow): ScreenRow => [...blank(margin), ...row, ...blank(margin)];
  const typed = prompted(state, say);
  if (typed) {
    const { row, cursor } = promptRow(typed.line, { theme, ...typed }, width, direction);
    return { row: framed(row), cursor: cursor === null ? null : cursor + margin };
  }
  const told = notice(state, say) ?? opening(state, say);
  const soft = styleOf(theme, 'soft');
  const start: Segment[] = [
    { text: told ?? place(state, say), style: told ? styleOf(theme, 'notice') : soft },
  ];
  // What is told is told whole, if the keys have to go for it.
  const most = told ? width : Math.max(Math.floor(width / 2), 20);
  const startWidth = Math.min(lineWidth(start), most);
  // As many hints as there is room for; the last ones go first.
  const keys = state.help !== null ? [[{ text: say.leaveHelp, style: soft }]] : hints(state, hintsFor(state));
  const joined = (): Segment[] =>
    keys.flatMap((hint, index) => (index === 0 ? hint : [{ text: '  ', style: plain }, ...hint]));
  while (keys.length > 0 && startWidth + 3 + lineWidth(joined()) > width) keys.pop();
  const title = told ? '' : titleAbove(state);
  // The last hint makes way for the title, where that is enough.
  if (title !== '' && startWidth + shortestTitle + 2 + lineWidth(joined()) > width) keys.pop();
  const end = joined();
  const endWidth = lineWidth(end);
  const room = Math.max(0, width - endWidth - (endWidth > 0 ? 2 : 0));
  if (room - lineWidth(start) >= shortestTitle) start.push({ text: title, style: soft });
  // A sentence in the other script keeps its own order, and is cut at its own end.
  const own = told ? baseDirection(told, direction) : direction;
  const startRow = line(start, Math.min(room, lineWidth(start)), own);
  const row = inOrder(
    direction,
    startRow,
    blank(room - startRow.length),
    blank(endWidth > 0 ? 2 : 0),
    line(end, endWidth, direction),
  );
  return { row: framed(row), cursor: null };
}

/** Keys that mean something somewhere. */
export const boundKeys: ReadonlySet<string> = new Set(bindings.flatMap(({ keys }) => keys));
