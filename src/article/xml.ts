import { Parser } from 'htmlparser2';

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
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const element = { name: name.toLowerCase().replace(/^.*:/, ''), attributes, children: [], text: '' };
        open.at(-1)!.children.push(element);
        open.push(element);
      },
      ontext(words) {
        open.at(-1)!.text += words;
      },
      onclosetag() {
        if (open.length > 1) open.pop();
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(text);
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
