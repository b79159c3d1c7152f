import type { Piece } from '../assembly/assembly.ts';
import { withWaysBack } from '../assembly/notes.ts';
import { hrefOf } from '../links/href.ts';
import { readMarkup } from '../markup/markup.ts';
import { HtmlBlocks, type Places } from './blocks.ts';
import { attributesOf, fragmentTree, type Node } from './tree.ts';

/**
 * The pieces of a stretch of HTML as a browser without style sheets would show them. Addresses of links are made
 * absolute with `base`.
 */
export function htmlPieces(html: string, base?: string): Piece[] {
  const tree = fragmentTree(html);
  return tree ? treePieces(tree, base) : markupPieces(html, base);
}

function placesFrom(base: string | undefined): Places {
  return { href: (written) => hrefOf(written, base), name: (identifier) => identifier };
}

/** The pieces of a tree of parse5, without elements that have some names. Walks without recursion. */
export function treePieces(root: Node, base?: string, without?: ReadonlySet<string>): Piece[] {
  const blocks = new HtmlBlocks(placesFrom(base));
  // A node, or the name of an element whose content has been walked.
  const waiting: (Node | string)[] = [root];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next === 'string') blocks.close(next);
    else if ('value' in next) blocks.text(next.value);
    else if ('childNodes' in next) {
      if ('tagName' in next) {
        if (without?.has(next.tagName)) continue;
        blocks.open(next.tagName, attributesOf(next));
        waiting.push(next.tagName);
      }
      for (let index = next.childNodes.length - 1; index >= 0; index--) waiting.push(next.childNodes[index]!);
    }
  }
  return withWaysBack(blocks.finish());
}

/** The pieces of HTML whose tree would grow beyond all measure: in its order, whatever is open. */
export function markupPieces(html: string, base?: string): Piece[] {
  const blocks = new HtmlBlocks(placesFrom(base));
  readMarkup(html, 'html', blocks);
  return withWaysBack(blocks.finish());
}
