import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse, parseFragment } from 'parse5';

export type Node = DefaultTreeAdapterTypes.Node;
export type Document = DefaultTreeAdapterTypes.Document;
export type Fragment = DefaultTreeAdapterTypes.DocumentFragment;
export type Element = DefaultTreeAdapterTypes.Element;

/**
 * Deepest nesting that is built. Browsers stop there, too: every stray closing tag is compared with all that is
 * open, and what formatting is open begins again in every block, so that a small page may take for ever.
 */
const deepest = 512;
/** Elements that any page may have, and those of a longer one for each code unit. */
const fewElements = 10_000;
const densest = 0.5;

/** The tree of a page as browsers build it; undefined where it would grow beyond all measure. */
export function documentTree(html: string): Document | undefined {
  return bounded(html, () => parse(html, { treeAdapter }));
}

/** The tree of a stretch of HTML; undefined where it would grow beyond all measure. */
export function fragmentTree(html: string): Fragment | undefined {
  return bounded(html, () => parseFragment(html, { treeAdapter }));
}

class BeyondMeasure extends Error {}

/** What may still be created, and how deep the tree stands, while one is built. */
let room = 0;
let depth = 0;

/** One for all trees: a feed has hundreds of small ones. */
const treeAdapter: typeof defaultTreeAdapter = {
  ...defaultTreeAdapter,
  createElement(...given) {
    if (--room < 0) throw new BeyondMeasure();
    return defaultTreeAdapter.createElement(...given);
  },
  onItemPush() {
    if (++depth > deepest) throw new BeyondMeasure();
  },
  onItemPop() {
    depth--;
  },
};

function bounded<Tree>(html: string, build: () => Tree): Tree | undefined {
  room = fewElements + html.length * densest;
  depth = 0;
  try {
    return build();
  } catch (error) {
    if (error instanceof BeyondMeasure) return undefined;
    throw error;
  }
}

const none: Record<string, string> = Object.freeze(Object.create(null));

/** The attributes of an element of parse5, the first of each name. */
export function attributesOf(element: Element): Record<string, string> {
  if (element.attrs.length === 0) return none;
  const attributes: Record<string, string> = Object.create(null);
  for (const { name, value } of element.attrs) attributes[name] ??= value;
  return attributes;
}

/** Longest text of one element that is put together, in code units. */
const longest = 1 << 20;

/** The characters inside an element, of a headline or a script. */
export function wordsOf(element: Element): string {
  let text = '';
  const waiting: Node[] = [...element.childNodes].reverse();
  for (let next = waiting.pop(); next && text.length < longest; next = waiting.pop()) {
    if ('value' in next) text += next.value;
    else if ('childNodes' in next) for (const child of [...next.childNodes].reverse()) waiting.push(child);
  }
  return text;
}

/** Whether a node is an element. */
export function isElement(node: Node): node is Element {
  return 'tagName' in node;
}

/** The elements inside a node, in their order: all of them, or those of some names. */
export function elementsOf(root: Node, ...names: readonly string[]): Element[] {
  const found: Element[] = [];
  const waiting: Node[] = [root];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (isElement(next) && (names.length === 0 || names.includes(next.tagName))) found.push(next);
    if ('childNodes' in next)
      for (let index = next.childNodes.length - 1; index >= 0; index--) waiting.push(next.childNodes[index]!);
  }
  return found;
}

/**
 * Makes of a tree what a browser shows of it: shadow roots that are declared stand where their templates stood, formulas are
 * the words that they have for who cannot see them, what is hidden until it is found is there, and what is invisible is not.
 */
export function settle(tree: Document, html: string): void {
  if (/shadowroot/i.test(html))
    for (const element of elementsOf(tree, 'template')) {
      if (!attributesOf(element).shadowrootmode) continue;
      const { content } = element as DefaultTreeAdapterTypes.Template;
      replace(element, content.childNodes);
    }
  if (/<math/i.test(html))
    for (const element of elementsOf(tree, 'math')) {
      const tex = elementsOf(element, 'annotation').map(wordsOf)[0];
      const value = attributesOf(element).alttext ?? tex ?? wordsOf(element).replace(/\s+/g, '');
      replace(element, [{ nodeName: '#text', value, parentNode: null }]);
    }
  if (/visibility\s*:\s*hidden/i.test(html))
    for (const element of elementsOf(tree))
      if (/(?:^|;)\s*visibility\s*:\s*hidden/i.test(attributesOf(element).style ?? '')) replace(element, []);
  if (/until-found/i.test(html))
    for (const element of elementsOf(tree))
      if (attributesOf(element).hidden?.toLowerCase() === 'until-found')
        element.attrs = element.attrs.filter(({ name }) => name !== 'hidden');
}

function replace(element: Element, nodes: readonly DefaultTreeAdapterTypes.ChildNode[]): void {
  const { parentNode } = element;
  if (!parentNode) return;
  for (const node of nodes) node.parentNode = parentNode;
  parentNode.childNodes.splice(parentNode.childNodes.indexOf(element), 1, ...nodes);
}
