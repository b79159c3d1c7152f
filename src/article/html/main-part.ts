// Which part of a page is the article.
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { serialize } from 'parse5';
import { decoded } from '../links/href.ts';
import { onlyTable } from './only-table.ts';
import type { Document } from './tree.ts';

/** Most characters written as entities: the light DOM makes a node of each. */
const mostEntities = 40_000;

type Page = ReturnType<typeof parseHTML>['document'];
type PageElement = NonNullable<ReturnType<Page['querySelector']>>;

/** What Readability takes for the article. */
export interface MainPart {
  readonly html: string;
  /** Code units of its text, white space apart. */
  readonly length: number;
  /** Words that it took for the author, and out of the article. */
  readonly byline: string | undefined;
  readonly site: string | undefined;
}

/**
 * The article of a page by Readability, which is content with so many characters: with fewer it tries again with looser
 * rules, and gives the longest it has found. Undefined where there is none, or the page has too many entities.
 */
export function mainPart(tree: Document, charThreshold: number): MainPart | undefined {
  const html = serialize(tree);
  if (html.split('&', mostEntities + 1).length > mostEntities) return undefined;
  const { document } = parseHTML(html);
  lighten(document.documentElement);
  // Addresses are made absolute later, since those that lead into the page itself must not be.
  for (const base of document.querySelectorAll('base')) base.remove();
  keepNotes(document);
  keepDirections(document);
  try {
    const table = onlyTable(document);
    if (table !== undefined)
      return {
        html: table,
        length: document.body.textContent?.length ?? 0,
        byline: undefined,
        site: undefined,
      };
    const found = new Readability<PageElement>(document as unknown as globalThis.Document, {
      charThreshold,
      serializer: (content) => content as unknown as PageElement,
    }).parse();
    if (!found?.content) return undefined;
    completeTables(found.content);
    return {
      html: found.content.innerHTML.replace(' id="readability-page-1"', ''),
      length: (found.textContent ?? '').trim().replace(/\s{2,}/g, ' ').length,
      byline: found.byline || undefined,
      site: found.siteName || undefined,
    };
  } catch {
    // Its walk is recursive in places: what it cannot manage is no article to it.
    return undefined;
  }
}

let isLightened = false;

/**
 * The light DOM makes an object of styles for every element that is asked, and Readability asks them all: a tenth of its time. Those
 * without a style say that they have none.
 */
function lighten(element: object): void {
  if (isLightened) return;
  isLightened = true;
  let owner: object | null = element;
  while (owner && !Object.hasOwn(owner, 'style')) owner = Object.getPrototypeOf(owner);
  const style = owner && Object.getOwnPropertyDescriptor(owner, 'style');
  if (!style?.get) return;
  Object.defineProperty(owner, 'style', {
    ...style,
    get(this: { hasAttribute(name: string): boolean }) {
      return this.hasAttribute('style') ? style.get!.call(this) : undefined;
    },
  });
}

/** Blocks that the direction of what is around them is written on. */
const written = 'p,h1,h2,h3,h4,h5,h6,li,ul,ol,table,tr,blockquote,pre,figcaption,dt,dd';
/** Most elements with a direction that are looked at, the innermost first; a page has one or two. */
const mostDirected = 500;

/** Readability takes out elements around the article, and those around one paragraph: their direction goes to what is in them. */
function keepDirections(document: Page): void {
  const directed = [...document.querySelectorAll('[dir]')].filter(
    ({ localName }) => localName !== 'html' && localName !== 'body',
  );
  for (const element of directed.reverse().slice(0, mostDirected))
    for (const block of element.querySelectorAll(written))
      if (!block.hasAttribute('dir')) block.setAttribute('dir', element.getAttribute('dir')!);
}

/** Where the article is a table, its rows or the cells of a row, Readability takes out what is around them. */
function completeTables(content: PageElement): void {
  complete(content, 'tbody, thead, tfoot', ['table'], ['table']);
  complete(content, 'tr', ['table', 'tbody', 'thead', 'tfoot'], ['table']);
  complete(content, 'td, th', ['tr'], ['table', 'tr']);
}

/** Puts what is missing around elements that follow each other, where their parent is none of those they belong in. */
function complete(
  content: PageElement,
  parts: string,
  parents: readonly string[],
  missing: readonly string[],
): void {
  for (const part of content.querySelectorAll(parts)) {
    const parent = part.parentElement;
    if (!parent || parents.includes(parent.localName)) continue;
    let outer: PageElement | undefined;
    let inner: PageElement = parent;
    for (const name of missing) {
      const around = content.ownerDocument.createElement(name);
      if (outer) inner.append(around);
      else part.before(around);
      outer ??= around;
      inner = around;
    }
    const direction = part.getAttribute('dir');
    if (direction) outer?.setAttribute('dir', direction);
    for (let next: PageElement | null = part; next?.matches(parts); ) {
      const following: PageElement | null = next.nextElementSibling;
      inner.append(next);
      next = following;
    }
  }
}

/** Readability drops what is a footer or stands aside; where the article leads into it, it holds its notes. */
function keepNotes(document: Page): void {
  const targets = new Set(
    [...document.querySelectorAll('a[href^="#"]')].map((link) =>
      decoded(link.getAttribute('href')!.slice(1)),
    ),
  );
  if (targets.size === 0) return;
  const aside = ['article', 'main'].flatMap((part) => [`${part} footer`, `${part} aside`]).join();
  for (const element of document.querySelectorAll(aside)) {
    const names = [element, ...element.querySelectorAll('[id], a[name]')].map(
      (inside) => inside.getAttribute('id') ?? inside.getAttribute('name') ?? '',
    );
    if (!names.some((name) => targets.has(name))) continue;
    const section = document.createElement('section');
    if (element.id) section.id = element.id;
    section.append(...element.childNodes);
    element.replaceWith(section);
  }
}
