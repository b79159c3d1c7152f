import type { DefaultTreeAdapterTypes } from 'parse5';
import { oneLine } from '../model/one-line.ts';
import { type Description, isArticle } from './json-ld.ts';
import { attributesOf, type Element, wordsOf } from './tree.ts';

type Node = DefaultTreeAdapterTypes.Node;

/** What one walk over a page has met of all that says something about it. */
export interface Survey {
  readonly html: Record<string, string>;
  readonly body: Record<string, string>;
  /** The first of each name, in lower case. */
  readonly metas: ReadonlyMap<string, string>;
  /** The words of scripts in JSON-LD. */
  readonly scripts: readonly string[];
  /** The first article that is described by microdata. */
  readonly microdata: Description;
  /** First-level headings. */
  readonly headings: readonly string[];
  readonly title: string;
  readonly times: readonly Time[];
  readonly articles: readonly Part[];
  readonly base: string | undefined;
  readonly elements: number;
  /** Elements inside one another, at most. */
  readonly depth: number;
}

/** An `<article>`, or a `<main>`. */
export interface Part {
  readonly element: Element;
  readonly lang: string | undefined;
  readonly dir: string | undefined;
  /** Its first-level headings. */
  readonly headings: string[];
}

/** A `<time>`. */
export interface Time {
  readonly written: string;
  /** The innermost part that it stands in. */
  readonly part: Part | undefined;
  /** Whether it stands in a menu, an aside or a footer. */
  readonly isAside: boolean;
  /** Whether it says when the page was changed rather than published. */
  readonly isUpdate: boolean;
  /** The last first-level heading before it. */
  readonly heading: string | undefined;
}

/** What holds for everything inside an element. */
interface Around {
  readonly part: Part | undefined;
  readonly isAside: boolean;
  readonly lang: string | undefined;
  readonly dir: string | undefined;
  readonly item: Record<string, unknown> | undefined;
}

const mostHeadings = 8;
const mostTimes = 40;
const mostParts = 200;

const asides = new Set(['nav', 'aside', 'footer']);

/** Walks over a tree, without recursion: pages nest as deep as they like. */
export function survey(root: Node): Survey {
  const metas = new Map<string, string>();
  const found = {
    html: {} as Record<string, string>,
    body: {} as Record<string, string>,
    metas,
    scripts: [] as string[],
    microdata: {} as Description,
    headings: [] as string[],
    title: '',
    times: [] as Time[],
    articles: [] as Part[],
    base: undefined as string | undefined,
    elements: 0,
    depth: 0,
  };
  const top: Around = { part: undefined, isAside: false, lang: undefined, dir: undefined, item: undefined };
  const waiting: [Node, number, Around][] = [[root, 0, top]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [node, depth, around] = next;
    if (depth > found.depth) found.depth = depth;
    let inside = around;
    if ('tagName' in node) {
      found.elements++;
      inside = visit(node, around, found);
    }
    // Templates keep their content apart, and nobody sees it. Children wait in reverse: the first is taken next.
    if ('childNodes' in node)
      for (let index = node.childNodes.length - 1; index >= 0; index--)
        waiting.push([node.childNodes[index]!, depth + 1, inside]);
  }
  return found;
}

type Mutable = { -readonly [Key in keyof Survey]: Survey[Key] } & {
  readonly metas: Map<string, string>;
  readonly scripts: string[];
  readonly headings: string[];
  readonly times: Time[];
  readonly articles: Part[];
};

/** Takes what an element says; gives what holds inside it. */
function visit(element: Element, around: Around, found: Mutable): Around {
  const name = element.tagName;
  let { part, isAside, lang, dir, item } = around;
  // Most elements of a page have nothing to say.
  if (element.attrs.length === 0 && !speaking.has(name)) return around;
  const attributes = attributesOf(element);
  if (name !== 'html') {
    lang = attributes.lang ?? attributes['xml:lang'] ?? lang;
    dir = attributes.dir ?? dir;
  }
  if (asides.has(name)) isAside = true;
  if ((name === 'article' || name === 'main') && found.articles.length < mostParts) {
    part = { element, lang, dir, headings: [] };
    found.articles.push(part);
  }
  if (attributes.itemprop !== undefined && item) addProperty(item, element, attributes);
  if (attributes.itemscope !== undefined) item = itemOf(attributes, item, found);
  switch (name) {
    case 'html':
      found.html = attributes;
      break;
    case 'body':
      found.body = attributes;
      break;
    case 'base':
      found.base ??= attributes.href;
      break;
    case 'title':
      // An image of SVG has titles, too.
      found.title ||= oneLine(wordsOf(element));
      break;
    case 'h1': {
      const words = oneLine(wordsOf(element));
      if (found.headings.length < mostHeadings) found.headings.push(words);
      part?.headings.push(words);
      break;
    }
    case 'time':
      if (found.times.length < mostTimes)
        found.times.push({
          written: attributes.datetime ?? oneLine(wordsOf(element)),
          part,
          isAside,
          isUpdate: /updated|modified/i.test(`${attributes.class} ${attributes.itemprop}`),
          heading: found.headings.at(-1),
        });
      break;
    case 'meta': {
      const meta = (attributes.property ?? attributes.name ?? attributes['http-equiv'])?.toLowerCase();
      if (meta && attributes.content && !found.metas.has(meta))
        found.metas.set(meta, oneLine(attributes.content));
      break;
    }
    case 'script':
      if (/^\s*application\/ld\+json\s*(?:;|$)/i.test(attributes.type ?? ''))
        found.scripts.push(wordsOf(element));
      break;
  }
  return { part, isAside, lang, dir, item };
}

const speaking = new Set([
  'html',
  'body',
  'title',
  'h1',
  'time',
  'article',
  'main',
  'nav',
  'aside',
  'footer',
]);

/** Properties of microdata that are wanted. */
const properties = new Set(
  'headline name author creator publisher datePublished dateCreated inLanguage articleBody'.split(' '),
);

/** The item that an element begins, as JSON-LD would describe it. It is a property of the one around it, or stands by itself. */
function itemOf(
  attributes: Record<string, string>,
  around: Record<string, unknown> | undefined,
  found: Mutable,
) {
  const item: Record<string, unknown> = { '@type': attributes.itemtype ?? '' };
  for (const name of attributes.itemprop?.split(/\s+/) ?? [])
    if (around && properties.has(name)) around[name] = [around[name], item].flat().filter(Boolean);
  if (isArticle(item) && !isArticle(found.microdata)) found.microdata = item;
  return item;
}

function addProperty(
  item: Record<string, unknown>,
  element: Element,
  attributes: Record<string, string>,
): void {
  if (attributes.itemscope !== undefined) return;
  for (const name of attributes.itemprop!.split(/\s+/)) {
    if (!properties.has(name) || (name !== 'author' && item[name] !== undefined)) continue;
    const value = attributes.content ?? attributes.datetime ?? wordsOf(element);
    item[name] = item[name] === undefined ? value : [item[name], value].flat();
  }
}
