import type { Article, Block } from '../../article/model/article.ts';
import { layoutParagraph } from '../../text/layout.ts';
import { pieceEnd } from '../../text/pieces.ts';
import type { Row } from '../../text/row.ts';
import type { Place } from './place.ts';

/** How the article is laid out at this moment: what decides where its rows end. */
export interface View {
  readonly article: Article;
  /** Cells of a line of text. */
  readonly width: number;
  /** Rows of the pane. */
  readonly height: number;
  readonly tashkeel: 'keep' | 'hide';
  readonly justify: boolean;
}

/** One row of the page. */
export interface PageRow {
  readonly block: number;
  /** `info` stands under the title: date and reading time. */
  readonly part: 'text' | 'info' | 'blank';
  /** The laid out text, `width − indent` cells; null where part is not `text`. */
  readonly row: Row | null;
  /** Cells the row stands in from the starting edge. */
  readonly indent: number;
  /** What stands in the indent of a block's first row: the bullet or number of a list. */
  readonly marker: string;
}

/** Cells a quotation, a list item's level and code stand in. */
const indentStep = 2;

/** Longest marker of a list item that is given room of its own, in cells: `1000.` is, a sentence is not. */
const longestMarker = 6;

/** Laid out sections kept at a time: some hundred screens. */
const cacheSize = 2_000;

const caches = new WeakMap<Article, Map<string, readonly PageRow[]>>();
const borders = new WeakMap<Block, readonly number[]>();

/** Offsets where the sections of a block begin, and its end: a line of megabytes opens like a page. */
function sections(article: Article, block: Block): readonly number[] {
  const { start, end } = block.span;
  const known = borders.get(block);
  if (known) return known;
  const cuts = [start];
  for (let cut = pieceEnd(article.text, start, end); cut < end; cut = pieceEnd(article.text, cut, end))
    cuts.push(cut);
  cuts.push(end);
  borders.set(block, cuts);
  return cuts;
}

function indentOf(block: Block): number {
  if (block.kind === 'item') {
    const marker = Math.min(longestMarker, (block.marker ?? '').length);
    return Math.max(indentStep * (block.level ?? 1), marker + 1);
  }
  return block.kind === 'quotation' || block.kind === 'code' ? indentStep : 0;
}

const blank = (block: number): PageRow => ({ block, part: 'blank', row: null, indent: 0, marker: '' });

/** The rows of one section of a block, the blank row that parts it from the next block included. */
function sectionRows(view: View, index: number, section: number): readonly PageRow[] {
  const { article } = view;
  const cache = caches.get(article) ?? new Map<string, readonly PageRow[]>();
  caches.set(article, cache);
  const key = `${index} ${section} ${view.width} ${view.tashkeel} ${view.justify}`;
  const known = cache.get(key);
  if (known) return known;

  const block = article.blocks[index]!;
  const cuts = sections(article, block);
  const indent = Math.min(indentOf(block), view.width >> 2);
  const rows = layoutParagraph(article.text, {
    start: cuts[section]!,
    end: cuts[section + 1]!,
    width: view.width - indent,
    direction: block.direction,
    tashkeel: view.tashkeel,
    collapse: block.kind !== 'code',
    justify: view.justify && block.kind === 'paragraph',
  });
  const page: PageRow[] = rows.map((row, line) => ({
    block: index,
    part: 'text',
    row,
    indent,
    marker: section === 0 && line === 0 ? (block.marker ?? '') : '',
  }));
  const last = section === cuts.length - 2;
  if (last && block.kind === 'title' && index === titleIndex(article)) {
    page.push({ block: index, part: 'info', row: null, indent: 0, marker: '' });
  }
  const next = article.blocks[index + 1];
  if (last && next && !(block.kind === 'item' && next.kind === 'item')) page.push(blank(index));
  if (cache.size >= cacheSize) cache.delete(cache.keys().next().value!);
  cache.set(key, page);
  return page;
}

const titles = new WeakMap<Article, number>();

function titleIndex(article: Article): number {
  const known = titles.get(article);
  if (known !== undefined) return known;
  const index = article.blocks.findIndex((block) => block.kind === 'title');
  titles.set(article, index);
  return index;
}

/** A row of the whole article, without a number: it is found by walking, since nothing unseen is laid out. */
interface Cursor {
  readonly block: number;
  readonly section: number;
  readonly line: number;
}

function cursorAt(view: View, place: Place): Cursor {
  const index = Math.max(0, Math.min(place.block, view.article.blocks.length - 1));
  const cuts = sections(view.article, view.article.blocks[index]!);
  let section = 0;
  while (section < cuts.length - 2 && place.offset >= cuts[section + 1]!) section += 1;
  const rows = sectionRows(view, index, section);
  let line = 0;
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at]!.row;
    if (row && row.span.start <= place.offset) line = at;
  }
  return { block: index, section, line };
}

function rowAt(view: View, cursor: Cursor): PageRow {
  return sectionRows(view, cursor.block, cursor.section)[cursor.line]!;
}

/** The next row on or back, or null at the article's ends. */
function neighbour(view: View, cursor: Cursor, by: 1 | -1): Cursor | null {
  const { blocks } = view.article;
  let { block, section, line } = cursor;
  line += by;
  for (;;) {
    if (line >= 0 && line < sectionRows(view, block, section).length) return { block, section, line };
    section += by;
    if (section < 0 || section > sections(view.article, blocks[block]!).length - 2) {
      block += by;
      if (block < 0 || block >= blocks.length) return null;
      section = by > 0 ? 0 : sections(view.article, blocks[block]!).length - 2;
    }
    line = by > 0 ? 0 : sectionRows(view, block, section).length - 1;
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
  const rows: PageRow[] = [];
  if (view.article.blocks.length === 0) return rows;
  for (let at: Cursor | null = cursorAt(view, top); at && rows.length < height; at = neighbour(view, at, 1)) {
    rows.push(rowAt(view, at));
  }
  return rows;
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
