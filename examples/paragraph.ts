// Wraps a paragraph, and finds the words behind a cell: `node paragraph.js`.
import { layoutParagraph, logical, type Span } from 'maqal/text';

const text = 'وصل الوفد إلى عمّان مساء الثلاثاء، ثم غادر إلى دمشق في اليوم التالي.';
const rows = layoutParagraph(text, { width: 24, tashkeel: 'hide' });

for (const row of rows) console.log(`${row.span.start}–${row.span.end} ${logical(row)}`);

/** What a click on a column of a row fell on, as a span of the paragraph; undefined where there is only padding. */
function spanAt(row: (typeof rows)[number], column: number): Span | undefined {
  let left = 0;
  for (const cell of row.cells) {
    left += cell.width;
    if (column < left) return cell.end > cell.start ? cell : undefined;
  }
  return undefined;
}

const last = spanAt(rows[0]!, 23);
console.log(last ? `the first letter is ${text.slice(last.start, last.end)}` : 'nothing stands there');
