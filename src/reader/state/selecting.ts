// How a selection is begun and extended: by letters, words and rows, by keys or with the mouse.

import { cellAt, columnOf, offsetAtColumn } from '../../text/cells.ts';
import { clusterEnd } from '../../text/grapheme.ts';
import type { Row } from '../../text/row.ts';
import type { Span } from '../../text/span.ts';
import { moveRows, pageRows, rowStart } from '../page/page.ts';
import { blockAt, scroll } from './movement.ts';
import { type PointedUnit, type SelectionUnit, selectedSpan } from './selection.ts';
import { type ReaderState, viewOf } from './state.ts';

const wordLetters = /[\p{L}\p{M}\p{N}_\u200c\u200d]/u;

/** The letter, the word or the paragraph at an offset of a text. Where no word is, the letter. */
export function unitAt(state: ReaderState, offset: number, unit: PointedUnit): Span {
  const { text, blocks } = state.article;
  const block = blocks[blockAt(state, offset)]!.span;
  if (unit === 'paragraph') return block;
  const place = Math.max(block.start, Math.min(offset, block.end - 1));
  const isWord = (at: number): boolean => at >= block.start && at < block.end && wordLetters.test(text[at]!);
  if (unit === 'word' && isWord(place)) {
    let [start, end] = [place, place + 1];
    while (isWord(start - 1)) start -= 1;
    while (isWord(end)) end += 1;
    return { start, end };
  }
  return { start: place, end: Math.max(place + 1, Math.min(clusterEnd(text, place, block.end), block.end)) };
}

/** Begins a selection by keys: with the words one is at, as `at` has them, else with the first word there. */
export function beginSelection(state: ReaderState, at: Span | undefined): ReaderState {
  const { selection, place } = state;
  if (selection) return { ...state, focus: 'article', selection: { ...selection, by: 'keys' } };
  const first = at ?? firstWord(state, place.offset, 1);
  if (!first) return state;
  return { ...state, focus: 'article', selection: { anchor: first, head: first, by: 'keys' } };
}

/** The first word from an offset on, or the last one that ends before it; null where there is none. */
function firstWord(state: ReaderState, offset: number, by: 1 | -1): Span | null {
  const { text, blocks } = state.article;
  const block = blocks[blockAt(state, offset)]?.span;
  if (!block) return null;
  if (by > 0) {
    const found = /[\p{L}\p{N}]/u.exec(text.slice(offset, longestLook(offset)));
    return found ? unitAt(state, offset + found.index, 'word') : null;
  }
  const from = Math.max(0, offset - looked);
  const found = /[\p{L}\p{N}][^\p{L}\p{N}]*$/u.exec(text.slice(from, offset));
  return found ? unitAt(state, from + found.index, 'word') : null;
}

/** How far the next word is looked for, in code units. */
const looked = 4_000;
const longestLook = (offset: number): number => offset + looked;

/** Moves the end of a selection that is made by keys, by letters, words, rows or to the ends of the paragraph. */
export function extend(state: ReaderState, unit: SelectionUnit, by: 1 | -1): ReaderState {
  const { selection } = state;
  if (!selection) return state;
  const head = nextHead(state, selection.head, unit, by);
  return head ? { ...state, selection: { ...selection, head } } : state;
}

function nextHead(state: ReaderState, head: Span, unit: SelectionUnit, by: 1 | -1): Span | null {
  const { text, blocks } = state.article;
  const last = blocks.at(-1)!.span.end;
  switch (unit) {
    case 'word':
      return firstWord(state, by > 0 ? head.end : head.start, by);
    case 'letter': {
      const at = by > 0 ? head.end : Math.max(0, head.start - 1);
      if (at >= last || (by < 0 && head.start === 0)) return null;
      // A mark is no letter: back to the base it stands on.
      let start = at;
      while (by < 0 && start > 0 && /[\p{M}\u200d]/u.test(text[start]!)) start -= 1;
      return unitAt(state, start, 'letter');
    }
    case 'paragraph': {
      const block = blocks[blockAt(state, head.start)]!.span;
      const at = by > 0 ? block.end - 1 : block.start;
      return unitAt(state, at, 'letter');
    }
    case 'row': {
      const view = viewOf(state);
      const place = { block: blockAt(state, head.start), offset: head.start };
      const from = rowStart(view, place);
      const to = moveRows(view, from, by);
      const [here] = pageRows(view, from, 1);
      const [there] = pageRows(view, to, 1);
      if (!here?.row || !there?.row || to.offset === from.offset) return null;
      const column = columnOf(here.row, Math.max(0, cellAt(here.row, head.start)));
      return unitAt(state, offsetAtColumn(there.row, column), 'letter');
    }
  }
}

/** The other end of a selection is the one that moves. */
export function swapEnds(state: ReaderState): ReaderState {
  const { selection } = state;
  if (!selection) return state;
  return { ...state, selection: { ...selection, anchor: selection.head, head: selection.anchor } };
}

/** The stretch of a row that a column points at: its letter; beside the row its start or its end. */
export function spanAtColumn(row: Row, column: number): Span {
  const offset = offsetAtColumn(row, column);
  const cell = row.cells.find(({ start, end }) => start <= offset && offset < end);
  return cell ? { start: cell.start, end: cell.end } : { start: offset, end: offset };
}

/** The mouse is pressed on the text: the paragraph there is the current one, and what is dragged over is selected. */
export function press(state: ReaderState, at: Span, unit: PointedUnit): ReaderState {
  const block = blockAt(state, at.start);
  const { start } = state.article.blocks[block]!.span;
  const first = unitAt(state, at.start, unit);
  const selection = unit === 'letter' ? null : ({ anchor: first, head: first, by: 'mouse' } as const);
  // What is pointed at is in sight: the page stays.
  const place = { block, offset: Math.max(start, Math.min(state.top.offset, at.start)) };
  return { ...state, focus: 'article', place, selection, pressed: { at, unit } };
}

/** The mouse is dragged to a stretch; beyond the page, so many rows further. */
export function drag(state: ReaderState, at: Span, rows: number): ReaderState {
  const { pressed, selection } = state;
  if (!pressed) return state;
  const unit = (span: Span): Span =>
    pressed.unit === 'letter' ? span : unitAt(state, span.start, pressed.unit);
  const head = unit(at);
  const same = selection && selection.head.start === head.start && selection.head.end === head.end;
  // A hand that shakes selects nothing.
  const still = !selection && at.start === pressed.at.start;
  if ((same || still) && rows === 0) return state;
  const scrolled = rows === 0 ? state : scroll(state, rows);
  return { ...scrolled, selection: { anchor: unit(pressed.at), head, by: 'mouse' } };
}

/** The mouse is released: what is selected stays, unless that is nothing. */
export function release(state: ReaderState): ReaderState {
  const { selection } = state;
  const span = selection && selectedSpan(selection);
  return { ...state, pressed: null, selection: span && span.end > span.start ? selection : null };
}
