// What stands between the headline of a page and its article: the lead that newspapers put there, and the byline.
import type { Piece } from '../assembly/assembly.ts';
import { authorName, isLabel } from '../model/author.ts';
import { oneLine } from '../model/one-line.ts';
import { isBlock } from './elements.ts';
import { treePieces } from './pieces.ts';
import { dateLine, isLinks } from './prose.ts';
import {
  attributesOf,
  type Document,
  type Element,
  elementsOf,
  isElement,
  type Node,
  wordsOf,
} from './tree.ts';

/** How many nodes behind the headline are looked at. */
const mostNodes = 400;
/** Longest lead, and how many pieces it may have. */
const longestLead = 1000;
const mostPieces = 4;
/** How many letters are compared to see whether two texts are one. */
const compared = 40;

const unwantedElements = new Set(
  'nav aside footer figure figcaption picture img script style noscript template button form ul ol dl table time svg iframe'.split(
    ' ',
  ),
);
const unwantedNames =
  /share|social|breadcrumb|crumb|meta\b|byline|author|\btags?\b|comment|related|advert|promo|newsletter|caption|credit|follow|cookie|menu|nav\b|date|time/i;
const leadNames =
  /stand-?first|sub-?title|sub-?head|lead|lede|intro|\bde[ck]k?\b|summary|excerpt|abstract|chapo/i;

/**
 * The lead of an article, which stands outside of what was taken for the article: paragraphs and lower headings behind the
 * headline and before the article's first words, that are neither links nor lines about the article.
 */
export function leadPieces(
  tree: Document,
  { title, summary }: { readonly title?: string | undefined; readonly summary?: string | undefined },
  content: readonly Piece[],
  base: string | undefined,
): Piece[] {
  const first = content.find(({ text }) => lettersOf(text).length >= compared / 2);
  const headline = elementsOf(tree, 'h1', 'h2').find((one) => oneLine(wordsOf(one)) === title);
  if (!first || !headline) return [];
  const start = lettersOf(first.text).slice(0, compared);
  const said = content.map(({ text }) => lettersOf(text));
  const lead: Piece[] = [];
  let next = following(headline);
  for (let looked = 0; next && looked < mostNodes; looked++) {
    if (!isElement(next)) {
      next = next.nodeName === '#text' ? following(next) : descending(next);
      continue;
    }
    const { class: classes = '', id = '', hidden } = attributesOf(next);
    const letters = lettersOf(wordsOf(next).slice(0, longestLead));
    if (letters.startsWith(start)) return lead;
    const isUnwanted =
      unwantedElements.has(next.tagName) || unwantedNames.test(`${classes} ${id}`) || hidden !== undefined;
    if (!isUnwanted && holdsBlocks(next)) {
      next = descending(next);
      continue;
    }
    const isSaid = said.some((other) => other.startsWith(letters.slice(0, compared)));
    if (!isUnwanted && !isSaid && lead.length < mostPieces) {
      const [piece, ...more] = treePieces(next, base);
      const named = leadNames.test(`${classes} ${attributesOfParent(next)}`);
      const repeats =
        summary !== undefined &&
        letters.length > 20 &&
        lettersOf(summary).startsWith(letters.slice(0, compared));
      if (piece && more.length === 0 && isLead(piece, named || repeats))
        lead.push({ ...piece, kind: 'paragraph', level: undefined });
    }
    next = following(next);
  }
  return [];
}

function isLead(piece: Piece, isNamed: boolean): boolean {
  const { text } = piece;
  if (piece.kind !== 'paragraph' && piece.kind !== 'heading') return false;
  if (text.length > longestLead || isLinks(piece) || dateLine.test(text)) return false;
  const words = text.split(/\s+/).length;
  return isNamed ? words >= 3 : words >= 6 && text.length >= 40;
}

function attributesOfParent({ parentNode }: Element): string {
  const { class: classes = '', id = '' } =
    parentNode && isElement(parentNode) ? attributesOf(parentNode) : {};
  return `${classes} ${id}`;
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}

function holdsBlocks(element: Element): boolean {
  return element.childNodes.some((child) => isElement(child) && isBlock(child.tagName));
}

/** The next node that is not inside this one. */
function following(node: Node): Node | undefined {
  for (let next: Node | null = node; next; next = 'parentNode' in next ? next.parentNode : null) {
    const siblings: readonly Node[] =
      'parentNode' in next && next.parentNode ? next.parentNode.childNodes : [];
    const after = siblings[siblings.indexOf(next) + 1];
    if (after) return after;
  }
  return undefined;
}

/** The next node, inside this one if it has any. */
function descending(node: Node): Node | undefined {
  return ('childNodes' in node && node.childNodes[0]) || following(node);
}

/**
 * Who wrote the article, by the words that were taken for its author: a label alone («بواسطة») names whoever stands on the same
 * line behind it.
 */
export function authorBeside(tree: Document, byline: string | undefined): string | undefined {
  if (byline === undefined) return undefined;
  if (!isLabel(byline)) return authorName(byline);
  const label = oneLine(byline);
  const element = elementsOf(tree).find(
    (one) => one.childNodes.length < 8 && oneLine(wordsOf(one)) === label && !holdsBlocks(one),
  );
  let words = '';
  const siblings = element?.parentNode?.childNodes ?? [];
  for (const next of siblings.slice(siblings.indexOf(element!) + 1)) {
    if (isElement(next) && (isBlock(next.tagName) || next.tagName === 'br')) break;
    words += 'value' in next ? next.value : isElement(next) ? wordsOf(next) : '';
  }
  return words.length < 90 ? authorName(words) : undefined;
}

/** The byline as a piece, where the article does not have its words any more. */
export function bylinePieces(byline: string | undefined, pieces: readonly Piece[]): Piece[] {
  const text = oneLine(byline ?? '');
  if (text === '' || isLabel(text) || pieces.some((piece) => piece.text.includes(text))) return [];
  return [{ kind: 'byline', text }];
}
