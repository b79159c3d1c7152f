import { readMarkup } from './markup.ts';

/** An element of a small XML document: a package, a table of contents. */
export interface XmlElement {
  /** Without its prefix, in lower case. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  /** The characters directly inside. */
  text: string;
}

/**
 * Reads XML for its elements. Entities of the document's own are not expanded and nothing outside it is read;
 * what is broken is taken as far as it goes.
 */
export function parseXml(text: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const open: XmlElement[] = [root];
  readMarkup(text, 'xml', {
    open(name, attributes) {
      const element = { name: name.replace(/^.*:/, ''), attributes, children: [], text: '' };
      open.at(-1)!.children.push(element);
      open.push(element);
    },
    text(words) {
      open.at(-1)!.text += words;
    },
    close() {
      open.pop();
    },
  });
  return root;
}

/** All elements of a name inside an element, at any depth, in their order. */
export function elementsNamed(root: XmlElement, name: string): XmlElement[] {
  const found: XmlElement[] = [];
  const waiting = [root];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.name === name) found.push(next);
    for (let index = next.children.length - 1; index >= 0; index--) waiting.push(next.children[index]!);
  }
  return found;
}

/** All characters inside an element, at any depth. */
export function textOf(element: XmlElement): string {
  const texts: string[] = [];
  const waiting = [element];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    texts.push(next.text);
    for (let index = next.children.length - 1; index >= 0; index--) waiting.push(next.children[index]!);
  }
  return texts.join(' ');
}
