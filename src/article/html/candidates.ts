// The article of a page among several finds.
import type { Piece } from '../assembly/assembly.ts';
import { oneLine } from '../model/one-line.ts';
import { mainPart } from './main-part.ts';
import type { PageFacts } from './page-facts.ts';
import { htmlPieces, treePieces } from './pieces.ts';
import { parted, proseLength } from './prose.ts';
import { type Document, type Element, elementsOf, isElement, type Node, wordsOf } from './tree.ts';

/** What is taken for the article of a page. */
export interface Find {
  /** The line that repeats the title. */
  readonly headline: Piece | undefined;
  readonly pieces: readonly Piece[];
  /** Words that were taken for the author, and out of the article. */
  readonly byline: string | undefined;
  readonly site: string | undefined;
  /** Whether looser rules would find nothing else. */
  readonly isLast?: boolean;
}

/** Shortest article, in code units; below it the page is taken for none. */
const shortestArticle = 140;
/** With so many code units Readability is content. */
const wantedLength = 300;
/** Shortest article in an `<article>` of its own. */
const shortestPart = 40;
/** Below the first a find is compared with looser ones, below the second with where the headline stands: boxes are as long. */
const sureLength = 500;
const surestLength = 1500;
/** Which part of the longest find is enough to be preferred for its rules. */
const enough = 0.6;
/** How far up from the headline its article is looked for. */
const mostSteps = 12;

/** Elements of a part of a page that are no text of its article. */
const around = new Set(['nav', 'aside', 'footer', 'form']);

/** The article of a page; undefined where it has none. */
export function articleIn(tree: Document, facts: PageFacts, base: string | undefined): Find | undefined {
  // A find needs no more text than there is: looser rules would be tried for nothing, each as long as the first.
  const short = facts.part && isShort(facts.part.element) ? partFind(facts, base) : undefined;
  const first = readable(tree, short ? wantedOf(short) : wantedLength, facts, base);
  const length = lengthOf(first);
  if (length >= surestLength) return first;
  const headlineElement = elementsOf(tree, 'h1', 'h2').find((one) => oneLine(wordsOf(one)) === facts.title);
  const part = short ?? partFind(facts, base) ?? surroundings(headlineElement, facts, base);
  const fits = (find: Find) => !part || isInside(find, part);
  if (first && length >= sureLength) return fits(first) ? first : part;
  // What is inside the part and nearly as long is not beaten by what is inside it, too.
  if (first && part && length >= shortestArticle && length >= lengthOf(part) * enough && fits(first))
    return first;
  const second = !first || first.isLast ? undefined : readable(tree, sureLength, facts, base);
  const finds = [first, second].filter(
    (find) => find !== undefined && lengthOf(find) >= shortestArticle && fits(find),
  );
  const longest = Math.max(0, ...[...finds, part].map(lengthOf));
  return finds.find((find) => lengthOf(find) >= longest * enough) ?? part ?? finds[0];
}

function lengthOf(find: Find | undefined): number {
  return proseLength(find?.pieces ?? []);
}

/** How much text Readability is to find before it is content, in code units: as much as there is in a short part. */
function wantedOf(part: Find): number {
  return Math.min(wantedLength, Math.max(shortestArticle, Math.floor(lengthOf(part) * enough)));
}

/** Whether there are few words in an element. */
function isShort(element: Element): boolean {
  let length = 0;
  const waiting: Node[] = [element];
  for (let next = waiting.pop(); next && length < sureLength; next = waiting.pop()) {
    if ('value' in next) length += next.value.trim().length;
    else if ('childNodes' in next) waiting.push(...next.childNodes);
  }
  return length < sureLength;
}

function readable(
  tree: Document,
  threshold: number,
  facts: PageFacts,
  base: string | undefined,
): Find | undefined {
  const found = mainPart(tree, threshold);
  if (!found) return undefined;
  const { headline, rest } = parted(htmlPieces(found.html, base), facts.title);
  const { byline, site, length } = found;
  return { headline, pieces: rest, byline, site, isLast: length < threshold };
}

/** The `<article>` or `<main>` of the page, if it has text. */
function partFind({ part, title }: PageFacts, base: string | undefined): Find | undefined {
  return part && elementFind(part.element, title, base, shortestPart);
}

/** The innermost element that holds the headline and text, but not the whole page. */
function surroundings(
  headline: Element | undefined,
  { title }: PageFacts,
  base: string | undefined,
): Find | undefined {
  let next = headline?.parentNode;
  for (let step = 0; next && isElement(next) && next.tagName !== 'body' && step < mostSteps; step++) {
    const find = elementFind(next, title, base, shortestArticle);
    if (find) return find;
    next = next.parentNode;
  }
  return undefined;
}

function elementFind(
  element: Element,
  title: string | undefined,
  base: string | undefined,
  least: number,
): Find | undefined {
  const { headline, rest } = parted(treePieces(element, base, around), title);
  return proseLength(rest) < least
    ? undefined
    : { headline, pieces: rest, byline: undefined, site: undefined };
}

/** Whether a find is of the same place as another: its longest piece stands there. */
function isInside(find: Find, other: Find): boolean {
  const longest = find.pieces.toSorted((one, another) => another.text.length - one.text.length)[0];
  const words = longest?.text.slice(0, 60);
  return words === undefined || other.pieces.some(({ text }) => text.includes(words));
}
