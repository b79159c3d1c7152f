// A page that is nothing but a table: Readability would take one of its rows for the article.
import type { parseHTML } from 'linkedom';

type Page = ReturnType<typeof parseHTML>['document'];
type PageElement = NonNullable<ReturnType<Page['querySelector']>>;

const headings = 'h1, h2, h3, h4, h5, h6';
/** What may stand beside the table without being part of the article. */
const around = 'script, style, link, meta, template, noscript, nav, footer, aside, hr, br';
/** What a table of data has not inside it: these are pages that are laid out by a table. */
const layout = 'table, nav, form, h1, h2, h3, p ~ p, blockquote, pre';
/** Longest cell of a table of data, in code units: what is longer is an article in a cell. */
const longestCell = 1000;
/** More links than these in a cell, and little else, are a menu. */
const mostLinks = 3;

/** The HTML of the table that is all of a page, and of the headings above it; undefined for any other page. */
export function onlyTable({ body }: Page): string | undefined {
  const tables = body.querySelectorAll('table');
  const table = tables[0];
  if (!table || tables.length > 1 || !isData(table)) return undefined;
  let html = table.outerHTML;
  for (let inner: PageElement = table; inner !== body; inner = inner.parentElement!) {
    let before = '';
    for (const node of inner.parentElement!.childNodes) {
      if (node === inner) {
        html = before + html;
        before = '';
        continue;
      }
      if (node.nodeType === node.COMMENT_NODE || node.textContent?.trim() === '') continue;
      const element = node.nodeType === node.ELEMENT_NODE ? (node as unknown as PageElement) : undefined;
      if (element?.matches(headings)) before += element.outerHTML;
      else if (!element?.matches(around)) return undefined;
    }
    html += before;
  }
  return html;
}

/** Whether a table has rows of cells rather than parts of a page. */
function isData(table: PageElement): boolean {
  if (table.getAttribute('role') === 'presentation' || table.querySelector(layout)) return false;
  const rows = [...table.querySelectorAll('tr')];
  if (rows.filter(({ children }) => children.length > 1).length < 2) return false;
  return rows.every(({ children }) => [...children].every(isDatum));
}

function isDatum(cell: PageElement): boolean {
  const { length } = cell.textContent ?? '';
  if (length > longestCell) return false;
  const links = [...cell.querySelectorAll('a')].map(({ textContent }) => textContent?.length ?? 0);
  return links.length <= mostLinks || links.reduce((sum, linked) => sum + linked, 0) * 2 < length;
}
