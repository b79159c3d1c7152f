// The lines of a block as Markdown writes them, without what stands before them in lists and quotes.

import type { Article } from '../model/article.ts';
import { cellSpans } from '../model/cells.ts';
import { inline, longest } from './written-words.ts';

/** The lines of a block; none for a row that a line before has written. */
export function linesOf(article: Article, index: number): string[] {
  const block = article.blocks[index]!;
  const { kind, span, level = 1 } = block;
  const text = article.text.slice(span.start, span.end);
  switch (kind) {
    case 'title':
      return [headingLine(1, inline(article, span, { lineEnd: '<br>' }))];
    case 'heading':
      return [headingLine(Math.min(6, level), inline(article, span, { lineEnd: '<br>' }))];
    case 'code': {
      const fence = '`'.repeat(Math.max(3, longest(text, /`+/g) + 1));
      return [fence, ...text.split(/\n|\u2028/), fence];
    }
    case 'row':
      return rowLines(article, index);
    case 'aside':
      if (/^\* \* \*$/.test(text)) return ['* * *'];
  }
  return startEscaped(inline(article, span, { lineEnd: '\\\n' })).split('\n');
}

/** Number signs at the end of a heading are of it, not of the Markdown. */
function headingLine(level: number, words: string): string {
  return `${'#'.repeat(level)} ${words.replace(/#+$/, '\\$&')}`;
}

/** A row, with the line below the names of the columns behind the first one: without names, they are empty. */
function rowLines(article: Article, index: number): string[] {
  const block = article.blocks[index]!;
  const { first, end, columns } = article.tables![block.table!]!;
  if (article.blocks.slice(first + 1, end).some(({ header }) => header))
    return index === first ? htmlTable(article, first, end) : [];
  const cells = cellSpans(article.text, block).map((span) =>
    inline(article, span, { lineEnd: '<br>' }).replaceAll('|', '\\|'),
  );
  // With one column it would be no table.
  const places = columns.length > 1 ? columns : [...columns, {}];
  const row = (words: readonly string[]) => `| ${places.map((_, at) => words[at] ?? '').join(' | ')} |`;
  if (index > first) return [row(cells)];
  const dashes = { left: ':---', center: ':---:', right: '---:' };
  const line = row(places.map(({ align }) => (align ? dashes[align] : '---')));
  return block.header ? [row(cells), line] : [row([]), line, row(cells)];
}

/** A table as Markdown cannot have it: with names of columns in other rows than the first. */
function htmlTable(article: Article, first: number, end: number): string[] {
  const { columns } = article.tables![article.blocks[first]!.table!]!;
  const rows = article.blocks.slice(first, end).map((block) => {
    const name = block.header ? 'th' : 'td';
    const cells = cellSpans(article.text, block).map((span, column) => {
      const align = columns[column]?.align;
      const words = inline(article, span, { lineEnd: '<br>', isHtml: true });
      return `<${name}${align ? ` align="${align}"` : ''}>${words}</${name}>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  return ['<table>', ...rows, '</table>'];
}

/** Words that would begin another block. */
function startEscaped(words: string): string {
  return words
    .split('\n')
    .map((line) =>
      line
        .replace(/^(?:#{1,6}(?=\s|$)|>|[-+=](?=\s|$)|-{2,}$|={2,}$|~{3,}|\||[:-][\s:|-]*$)/, '\\$&')
        .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2'),
    )
    .join('\n');
}
