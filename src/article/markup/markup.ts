import { Tokenizer } from 'htmlparser2';

/** The attributes of an element, by name. */
export type Attributes = Readonly<Record<string, string>>;

/** What is told of a document, in its order. Every element that opens closes, whatever is written. */
export interface MarkupReader {
  /** `name` in lower case, with its prefix. */
  open(name: string, attributes: Attributes): void;
  /** All characters between two tags, entities undone. */
  text(words: string): void;
  close(name: string): void;
}

/** Elements of HTML that never have content. */
const empty = new Set(
  'area base br col embed frame hr img input keygen link meta param source track wbr'.split(' '),
);

/** How many open elements a closing tag is compared with. What is nested deeper is closed by what is around it. */
const longestLook = 512;

/** How many names of elements are kept; documents have some dozens. */
const mostNames = 1000;

const none: Attributes = Object.freeze({});

/**
 * Reads markup of any sort, in time that grows with its length only. As HTML: XHTML, too; names of elements that
 * are always empty need no end. As XML: only XML's own entities are known, and attributes keep their case. Entities
 * that the document defines are never expanded, and nothing outside it is read.
 */
export function readMarkup(markup: string, syntax: 'html' | 'xml', reader: MarkupReader): void {
  const isXml = syntax === 'xml';
  const open: string[] = [];
  let element = '';
  let attributes: Record<string, string> | undefined;
  let attribute = '';
  let value = '';
  // Between the brackets of a document type declaration, which ends at `]>`.
  let declaring = false;

  // One string a name, however often it is met, so that comparing names is comparing two places in memory.
  const names = new Map<string, string>();
  const nameAt = (start: number, end: number) => {
    const written = markup.slice(start, end);
    const known = names.get(written);
    if (known !== undefined) return known;
    const name = written.toLowerCase();
    if (names.size < mostNames) names.set(written, name);
    return name;
  };
  const opened = (closes: boolean) => {
    reader.open(element, attributes ?? none);
    if (closes) reader.close(element);
    else open.push(element);
    attributes = undefined;
  };
  let words = '';
  const said = (part: string) => {
    if (declaring) {
      const end = part.indexOf(']>');
      if (end < 0) return;
      declaring = false;
      part = part.slice(end + 2);
    }
    words = words === '' ? part : words + part;
  };
  const flush = () => {
    if (words !== '') reader.text(words);
    words = '';
  };
  const nothing = () => {};
  const tokenizer = new Tokenizer(
    // Twice as fast where there is nothing to decode.
    { xmlMode: isXml, decodeEntities: markup.includes('&') },
    {
      onopentagname(start, end) {
        flush();
        element = nameAt(start, end);
        declaring = false;
      },
      onattribname(start, end) {
        attribute = markup.slice(start, end);
        if (!isXml) attribute = attribute.toLowerCase();
        value = '';
      },
      onattribdata(start, end) {
        value += markup.slice(start, end);
      },
      onattribentity(code) {
        value += String.fromCodePoint(code);
      },
      onattribend() {
        attributes ??= {};
        attributes[attribute] ??= value;
      },
      onopentagend: () => opened(!isXml && empty.has(element)),
      onselfclosingtag: () => opened(true),
      onclosetag(start, end) {
        const name = nameAt(start, end);
        const deepest = Math.max(0, open.length - longestLook);
        let at = open.length - 1;
        while (at >= deepest && open[at] !== name) at--;
        if (at < deepest) return;
        flush();
        while (open.length > at) reader.close(open.pop()!);
      },
      ontext: (start, end) => said(markup.slice(start, end)),
      ontextentity: (code) => said(String.fromCodePoint(code)),
      oncdata: (start, end, offset) => said(markup.slice(start, end - offset)),
      ondeclaration(start, end) {
        const declaration = markup.slice(start, end);
        if (/^doctype/i.test(declaration) && declaration.includes('['))
          declaring = !declaration.includes(']');
      },
      onend() {
        flush();
        while (open.length > 0) reader.close(open.pop()!);
      },
      oncomment: nothing,
      onprocessinginstruction: nothing,
    },
  );
  tokenizer.write(markup);
  tokenizer.end();
}
