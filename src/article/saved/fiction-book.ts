import { assemble, type Piece } from '../assembly/assembly.ts';
import { withWaysBack } from '../assembly/notes.ts';
import { readDate } from '../dates/dates.ts';
import { HtmlBlocks } from '../html/blocks.ts';
import { hrefOf } from '../links/href.ts';
import { type Attributes, readMarkup } from '../markup/markup.ts';
import { elementsNamed, parseXml, textOf, type XmlElement } from '../markup/xml.ts';
import type { Article } from '../model/article.ts';
import { joinedNames } from '../model/author.ts';
import { oneLine } from '../model/one-line.ts';
import type { Declared } from '../plain/plain.ts';

/** A book in FictionBook 2, its sections as its outline. */
export function fictionBookArticle(text: string, declared: Declared): Article {
  const end = text.search(/<\/(?:\w+:)?description\s*>/i);
  const about = parseXml(end < 0 ? '' : text.slice(0, end));
  const info = elementsNamed(about, 'title-info')[0] ?? about;
  const first = (root: XmlElement, name: string) =>
    elementsNamed(root, name).map((one) => oneLine(textOf(one)))[0];
  const [date] = elementsNamed(info, 'date');
  const language = first(info, 'lang');
  const authors = elementsNamed(info, 'author').map((author) =>
    ['first-name', 'middle-name', 'last-name'].flatMap((name) => first(author, name) || []).join(' '),
  );
  return assemble(bookPieces(text), {
    ...declared,
    kind: 'book',
    title: first(info, 'book-title'),
    author: joinedNames(authors),
    site: first(about, 'publisher'),
    date: date && readDate(date.attributes.value ?? textOf(date).trim(), language),
    declaredLanguage: language,
  });
}

/** Elements of FictionBook by those of HTML that are shown like them; others are the same, or a part of a line. */
const alike: Readonly<Record<string, string>> = {
  body: 'div',
  epigraph: 'blockquote',
  annotation: 'blockquote',
  cite: 'blockquote',
  poem: 'div',
  stanza: 'div',
  v: 'p',
  'text-author': 'p',
  'empty-line': 'br',
  emphasis: 'em',
  strikethrough: 's',
};
/** What is not the text of the book. */
const apart = new Set(['description', 'binary', 'stylesheet']);

function bookPieces(text: string): Piece[] {
  const blocks = new HtmlBlocks({ name: (identifier) => identifier, href: (written) => hrefOf(written) });
  let depth = 0;
  let ignoring = 0;
  /** The lines of a title are one heading. */
  let lines = -1;
  const heading = () => `h${Math.min(6, Math.max(1, depth))}`;
  readMarkup(text, 'xml', {
    open(tag, attributes) {
      const name = localName(tag);
      if (apart.has(name)) ignoring++;
      if (ignoring > 0 || name === 'fictionbook') return;
      if (name === 'section') depth++;
      if (name === 'title') {
        lines = 0;
        blocks.open(heading(), attributes);
      } else if (lines >= 0 && name === 'p') {
        if (lines++ > 0) blocks.open('br', {});
        if (lines > 1) blocks.close('br');
      } else if (name === 'subtitle') blocks.open(`h${Math.min(6, depth + 1)}`, attributes);
      else blocks.open(alike[name] ?? name, withHref(attributes));
    },
    text: (words) => {
      if (ignoring === 0) blocks.text(words);
    },
    close(tag) {
      const name = localName(tag);
      if (apart.has(name)) {
        ignoring--;
        return;
      }
      if (ignoring > 0 || name === 'fictionbook') return;
      if (name === 'title') {
        lines = -1;
        blocks.close(heading());
      } else if (lines >= 0 && name === 'p') return;
      else if (name === 'subtitle') blocks.close(`h${Math.min(6, depth + 1)}`);
      else blocks.close(alike[name] ?? name);
      if (name === 'section') depth--;
    },
  });
  return withWaysBack(blocks.finish());
}

/** A link of XLink, which notes are, too. */
function withHref(attributes: Attributes): Attributes {
  const href = Object.entries(attributes).find(([name]) => localName(name) === 'href')?.[1];
  if (href === undefined) return attributes;
  return { ...attributes, href, ...(attributes.type === 'note' ? { role: 'doc-noteref' } : {}) };
}

function localName(tag: string): string {
  return tag.slice(tag.indexOf(':') + 1);
}
