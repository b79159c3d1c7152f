import type { DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

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
