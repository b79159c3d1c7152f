import type { Article } from '../../article/model/article.ts';
import type { Place } from './place.ts';
import { lineAt, type PageRow, type Setting, sectionAt, sectionRows, sections } from './rows.ts';

export type { PageRow } from './rows.ts';

/** How the article is laid out at this moment. */
export interface View extends Setting {
  readonly article: Article;
  /** Rows of the pane. */
  readonly height: number;
}

/** Cells of laid out rows that are kept: those of some screens, and of the sections that reach beyond them. */
const screensKept = 4;
const cellsBesides = 40_000;

/** Laid out sections, the one that was used longest ago first, of whatever articles. */
const kept = new Map<string, { readonly rows: readonly PageRow[]; readonly cells: number }>();
let cellsKept = 0;

/** A number for each article and each list of names, by which its sections are told from those of others. */
const numbers = new WeakMap<object, number>();
let lastNumber = 0;

function numberOf(one: object): number {
  const number = numbers.get(one) ?? ++lastNumber;
  numbers.set(one, number);
  return number;
}

/** What was asked for last: a walk along the page asks for each section once a row. */
let lastAsked:
  | {
      readonly view: View;
      readonly index: number;
      readonly section: number;
      readonly rows: readonly PageRow[];
    }
  | undefined;

const isSameView = (a: View, b: View): boolean =>
  a === b ||
  (a.article === b.article &&
    a.width === b.width &&
    a.height === b.height &&
    a.tashkeel === b.tashkeel &&
    a.justify === b.justify &&
    a.names === b.names);

/** The rows of one section of a block, kept for the next time. */
function rowsOf(view: View, index: number, section: number): readonly PageRow[] {
  if (lastAsked?.index === index && lastAsked.section === section && isSameView(lastAsked.view, view))
    return lastAsked.rows;
  const rows = keptRows(view, index, section);
  lastAsked = { view, index, section, rows };
  return rows;
}

function keptRows(view: View, index: number, section: number): readonly PageRow[] {
  const { article, width, height, tashkeel, justify, names } = view;
  const key = `${numberOf(article)} ${index} ${section} ${width} ${tashkeel} ${justify} ${names ? numberOf(names) : 0}`;
  const known = kept.get(key);
  if (known) {
    kept.delete(key);
    kept.set(key, known);
    return known.rows;
  }
  const rows = sectionRows(article, index, section, view);
  const cells = rows.reduce((sum, { row }) => sum + (row?.cells.length ?? 0), rows.length);
  kept.set(key, { rows, cells });
  cellsKept += cells;
  for (const [oldest, { cells: given }] of kept) {
    if (cellsKept <= cellsBesides + screensKept * width * height) break;
    kept.delete(oldest);
    cellsKept -= given;
  }
  return rows;
}

function lastSection({ article, width }: View, block: number): number {
  return sections(article, article.blocks[block]!, width).length - 1;
}

/** A row of the whole article, without a number: it is found by walking, since nothing unseen is laid out. */
interface Cursor {
  readonly block: number;
  readonly section: number;
  readonly line: number;
}

function cursorAt(view: View, place: Place): Cursor {
  const { article, width } = view;
  const index = Math.max(0, Math.min(place.block, article.blocks.length - 1));
  const section = sectionAt(sections(article, article.blocks[index]!, width), place.offset);
  return { block: index, section, line: lineAt(rowsOf(view, index, section), place.offset) };
}

function rowAt(view: View, cursor: Cursor): PageRow {
  return rowsOf(view, cursor.block, cursor.section)[cursor.line]!;
}

/** The next row on or back, or null at the article's ends. */
function neighbour(view: View, cursor: Cursor, by: 1 | -1): Cursor | null {
  const { blocks } = view.article;
  let { block, section, line } = cursor;
  line += by;
  for (;;) {
    if (line >= 0 && line < rowsOf(view, block, section).length) return { block, section, line };
    section += by;
    if (section < 0 || section > lastSection(view, block)) {
      block += by;
      if (block < 0 || block >= blocks.length) return null;
      section = by > 0 ? 0 : lastSection(view, block);
    }
    line = by > 0 ? 0 : rowsOf(view, block, section).length - 1;
  }
}

/** The place of a row; of a blank one, that of the next text in the direction walked, or failing that the other. */
function placeAt(view: View, cursor: Cursor, by: 1 | -1): Place {
  for (const way of [by, -by] as const) {
    for (let at: Cursor | null = cursor; at; at = neighbour(view, at, way as 1 | -1)) {
      const { block, row } = rowAt(view, at);
      if (row) return { block, offset: row.span.start };
    }
  }
  return { block: cursor.block, offset: view.article.blocks[cursor.block]?.span.start ?? 0 };
}

/** The rows from a place on: at most `height`, fewer at the article's end. Empty for an article without blocks. */
export function pageRows(view: View, top: Place, height = view.height): PageRow[] {
  const found: PageRow[] = [];
  const { blocks } = view.article;
  if (blocks.length === 0) return found;
  let { block, section, line } = cursorAt(view, top);
  while (found.length < height && block < blocks.length) {
    const rows = rowsOf(view, block, section);
    for (; line < rows.length && found.length < height; line++) found.push(rows[line]!);
    line = 0;
    section++;
    if (section <= lastSection(view, block)) continue;
    block++;
    section = 0;
  }
  return found;
}

/** Whether a page that starts at a place shows the article's last row. Nothing is laid out but that page and what comes next. */
export function reachesEnd(view: View, top: Place): boolean {
  return pageRows(view, top, view.height + 1).length <= view.height;
}

/**
 * The place so many rows on (back where negative), stopping at the ends of the article. Where that is a blank row, the
 * next text beyond it, or with `most` the text before it: never further than asked.
 */
export function moveRows(view: View, from: Place, by: number, most = false): Place {
  if (view.article.blocks.length === 0 || by === 0) return from;
  const way = by > 0 ? 1 : -1;
  let at = cursorAt(view, from);
  for (let count = 0; count < Math.abs(by); count += 1) {
    const next = neighbour(view, at, way);
    if (!next) break;
    at = next;
  }
  return placeAt(view, at, most ? (-way as 1 | -1) : way);
}

/** The last place that a page may start at: the one that puts the article's last row on the pane's last row. */
export function lastTop(view: View): Place {
  const { blocks } = view.article;
  const last = blocks.length - 1;
  if (last < 0) return { block: 0, offset: 0 };
  const end: Place = { block: last, offset: blocks[last]!.span.end };
  let at = cursorAt(view, end);
  // From the last row of text, over what stands below it.
  for (let next = neighbour(view, at, 1); next; next = neighbour(view, at, 1)) at = next;
  for (let count = 1; count < view.height; count += 1) {
    const before = neighbour(view, at, -1);
    if (!before) break;
    at = before;
  }
  // A page begins with text, so that none of the article's last rows is lost below.
  return placeAt(view, at, 1);
}

/** The start of the row that a place stands in. */
export function rowStart(view: View, place: Place): Place {
  if (view.article.blocks.length === 0) return place;
  return placeAt(view, cursorAt(view, place), -1);
}
