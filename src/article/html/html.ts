import { assemble, type Particulars, type Piece } from '../assembly/assembly.ts';
import { addressOf, hrefOf } from '../links/href.ts';
import type { Article } from '../model/article.ts';
import type { Declared } from '../plain/plain.ts';
import { articleIn } from './candidates.ts';
import { authorBeside, bylinePieces, leadPieces } from './opening.ts';
import { factsOf, type PageFacts } from './page-facts.ts';
import { htmlPieces, markupPieces, treePieces } from './pieces.ts';
import { parted, proseLength, withBylines, withoutMenus } from './prose.ts';
import { refreshTarget } from './refresh.ts';
import { documentTree, settle } from './tree.ts';

/**
 * Largest tree that the article is looked for in: Readability walks up from every paragraph, and goes over the
 * whole several times. A page beyond opens as all of its text.
 */
const mostElements = 40_000;
const deepestTree = 150;
/** A page with fewer code units of text may have its article somewhere else. */
const littleText = 500;
/** How many times longer than what the page shows its article is elsewhere. */
const muchLonger = 2;

/**
 * A page as the article alone: without menus, advertisements and whatever else stands around it. A page that is
 * no article opens as its text. Scripts do not run, and nothing is loaded.
 */
export function htmlArticle(html: string, declared: Declared): Article {
  const { address } = declared;
  // As browsers build the tree from whatever was written; the light DOM then has well-formed HTML before it.
  const tree = documentTree(html);
  if (!tree) return assemble(markupPieces(html, address), declared);
  settle(tree, html);
  const facts = factsOf(tree);
  const base = baseOf(facts.base, address);
  const small = facts.elements <= mostElements && facts.depth <= deepestTree;
  const found = small ? articleIn(tree, facts, base) : undefined;
  const particulars: Particulars = {
    title: facts.title,
    author: facts.author ?? authorBeside(tree, found?.byline),
    site: facts.site ?? found?.site,
    date: facts.date,
    language: declared.language,
    direction: declared.direction,
    declaredLanguage: facts.language,
    declaredDirection: facts.direction,
    source: declared.source,
    address,
    notices: declared.notices,
  };
  const shown = found ?? { ...whole(treePieces(tree, base), facts), byline: undefined };
  const length = proseLength(shown.pieces);
  if (length < littleText) {
    const elsewhere = bodyPieces(facts, base);
    if (proseLength(elsewhere) > length * muchLonger) return assemble(elsewhere, particulars);
    // Where scripts do not run, what is there instead of them is the page.
    const opened = found ? html : html.replace(/<\/?noscript\b[^>]*>/gi, '');
    if (opened.length < html.length) {
      const article = htmlArticle(opened, declared);
      if (article.text.length > length * muchLonger) return article;
    }
  }
  if (!found)
    return assemble([...shown.pieces, ...refreshPieces(facts, length, address)], {
      ...particulars,
      headline: shown.headline,
    });
  const lead = leadPieces(tree, facts, found.pieces, base);
  const pieces = [...bylinePieces(found.byline, found.pieces), ...lead, ...withoutMenus(found.pieces)];
  return assemble(withBylines(pieces, particulars.author), { ...particulars, headline: found.headline });
}

function whole(pieces: readonly Piece[], { title }: PageFacts) {
  const { headline, rest } = parted(pieces, title);
  return { headline, pieces: rest };
}

/** Where a page sends its reader, absolute; undefined where it sends nowhere. */
export function refreshOf(html: string, address: string | undefined): string | undefined {
  if (!/http-equiv\s*=\s*["']?\s*refresh/i.test(html)) return undefined;
  const tree = documentTree(html);
  const { refresh, base } = tree ? factsOf(tree) : {};
  const target = refreshTarget(refresh, baseOf(base, address));
  return target === address ? undefined : target;
}

/** The article as the description of the page has it. */
function bodyPieces({ body }: PageFacts, base: string | undefined): Piece[] {
  if (body === undefined) return [];
  if (/<\/?(?:p|br|div|h[1-6]|ul)\b[^>]*>/i.test(body)) return htmlPieces(body, base);
  return body.split(/\s*[\n\r]+\s*/).map((text) => ({ kind: 'paragraph', text: text.trim() }));
}

/** Where a page that says little sends its reader. */
function refreshPieces({ refresh }: PageFacts, length: number, address: string | undefined): Piece[] {
  const target = length < littleText ? refreshTarget(refresh, address) : undefined;
  const href = target === undefined ? undefined : hrefOf(target, address);
  if (href === undefined) return [];
  return [
    {
      kind: 'paragraph',
      text: href,
      direction: 'ltr',
      links: [{ span: { start: 0, end: href.length }, href }],
    },
  ];
}

/** What addresses are relative to: what the page says of itself, from its own address; a path where it has none. */
function baseOf(declared: string | undefined, address: string | undefined): string | undefined {
  if (!declared) return address;
  return addressOf(declared, address)?.href ?? (address === undefined ? declared : address);
}
