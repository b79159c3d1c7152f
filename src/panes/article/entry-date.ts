// The day of an entry of a feed as the reader says it: the text has it as ISO 8601, which programs read.
import type { Article, Block } from '../../article/model/article.ts';
import type { PageRow } from '../../reader/page/page.ts';
import type { Words } from '../../reader/words/words.ts';
import { layoutLine } from '../../text/layout.ts';
import { isolated, type Tint } from '../draw/paint.ts';

const day = /^\d{4}-\d\d-\d\d(?= ·|$)/u;

/** The only row of the line that tells the day of an entry, with the day in words; null for any other row. */
export function dayInWords(
  { kind, text }: Article,
  { kind: of, span }: Block,
  { row }: PageRow,
  say: Words,
): string | null {
  if (kind !== 'feed' || of !== 'byline' || !row) return null;
  const written = text.slice(span.start, span.end);
  const [iso] = day.exec(written) ?? [];
  const isWhole = row.span.start === span.start && row.span.end >= span.end;
  return iso && isWhole ? `${isolated(say.date(iso))}${written.slice(iso.length)}` : null;
}

/** A row that shows other words than those of the text, in the same cells. */
export function withWords(row: PageRow, words: string, width: number): PageRow {
  const room = Math.max(1, width - row.indent);
  return { ...row, row: layoutLine(words, { width: room, direction: row.side, ellipsis: true }) };
}

/** Letters of a day in the text. */
const dayLength = 'YYYY-MM-DD'.length;

/** Looks of such a row: a look of any part of the day is that of all of it; what stands behind the day has moved with it. */
export function tintsOfWords(tints: readonly Tint[], { span }: Block, words: string): Tint[] {
  const shift = words.length - span.end;
  const dayEnd = span.start + dayLength;
  return tints.map(({ start, end, style }) => ({
    start: start < dayEnd ? 0 : start + shift,
    end: Math.max(end, dayEnd) + shift,
    style,
  }));
}
