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
  return bounded(html, (treeAdapter) => parse(html, { treeAdapter }));
}

/** The tree of a stretch of HTML; undefined where it would grow beyond all measure. */
export function fragmentTree(html: string): Fragment | undefined {
  return bounded(html, (treeAdapter) => parseFragment(html, { treeAdapter }));
}

function bounded<Tree>(html: string, build: (adapter: typeof defaultTreeAdapter) => Tree): Tree | undefined {
  const most = fewElements + html.length * densest;
  const beyond = new RangeError('beyond all measure');
  let elements = 0;
  let depth = 0;
  try {
    return build({
      ...defaultTreeAdapter,
      createElement(...given) {
        if (++elements > most) throw beyond;
        return defaultTreeAdapter.createElement(...given);
      },
      onItemPush() {
        if (++depth > deepest) throw beyond;
      },
      onItemPop() {
        depth--;
      },
    });
  } catch (error) {
    if (error === beyond) return undefined;
    throw error;
  }
}

/** The attributes of an element of parse5, the first of each name. */
export function attributesOf(element: Element): Record<string, string> {
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
