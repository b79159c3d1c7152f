// OpenDocument text (ODF 1.3, part 3), as far as an article has it.
import { assemble } from '../assembly/assembly.ts';
import { withWaysBack } from '../assembly/notes.ts';
import { HtmlBlocks } from '../html/blocks.ts';
import { hrefOf } from '../links/href.ts';
import { type Attributes, readMarkup } from '../markup/markup.ts';
import { elementsNamed, parseXml, textOf } from '../markup/xml.ts';
import type { Article } from '../model/article.ts';
import { authorName } from '../model/author.ts';
import { oneLine } from '../model/one-line.ts';
import type { Declared } from '../plain/plain.ts';
import type { Part } from './part.ts';

/** A text of LibreOffice as an article: headings, paragraphs, lists, tables, links and notes. */
export function odtArticle(content: string, part: Part, declared: Declared): Article {
  const about = parseXml(part('meta.xml') ?? '');
  const [creator, title] = ['initial-creator', 'title'].map((name) => elementsNamed(about, name)[0]);
  const walk = new Walk([part('styles.xml') ?? '', content]);
  readMarkup(content, 'xml', walk);
  return assemble(withWaysBack(walk.finish()), {
    ...declared,
    title: walk.title ?? (title && oneLine(textOf(title))),
    author: creator && authorName(textOf(creator)),
  });
}

/** Elements of which nothing is shown: comments, what was deleted, forms, declarations. */
const unseen = new Set(
  'office:annotation text:tracked-changes office:scripts office:font-face-decls office:automatic-styles office:forms text:sequence-decls text:variable-decls svg:title svg:desc'.split(
    ' ',
  ),
);

/** Elements by those of HTML that are shown like them. */
const alike: Readonly<Record<string, string>> = {
  'text:p': 'p',
  'text:list-item': 'li',
  'text:list-header': 'li',
  'text:a': 'a',
  'table:table': 'table',
  'table:table-row': 'tr',
  'table:table-cell': 'td',
  'text:section': 'div',
  'draw:text-box': 'div',
};

/** What a style says that matters here. */
interface Style {
  readonly parent: string | undefined;
  readonly direction: 'rtl' | 'ltr' | undefined;
  readonly roles: readonly string[];
}

type Event = (blocks: HtmlBlocks) => void;

class Walk {
  title: string | undefined;
  readonly #blocks = new HtmlBlocks({ name: (name) => name, href: (written) => hrefOf(written) });
  readonly #styles = new Map<string, Style>();
  /** The styles of lists of numbers, each with the formats of its levels. */
  readonly #numbered = new Map<string, string[]>();
  /** What is to be closed for each element that is open. */
  readonly #open: (readonly string[])[] = [];
  readonly #lists: (string | undefined)[] = [];
  #ignoring = 0;
  #notes: Event[] = [];
  #inNote = false;
  #inCitation = false;
  #count = 0;
  #titleParts: string[] | undefined;

  constructor(documents: readonly string[]) {
    for (const document of documents) this.#readStyles(document);
  }

  #readStyles(document: string): void {
    const end = document.search(/<office:body[\s>]/);
    const root = parseXml(end < 0 ? document : document.slice(0, end));
    for (const { attributes, children } of elementsNamed(root, 'style')) {
      const all = Object.assign({}, ...children.map((one) => one.attributes)) as Attributes;
      const mode = all['style:writing-mode'] ?? '';
      this.#styles.set(attributes['style:name'] ?? '', {
        parent: attributes['style:parent-style-name'],
        direction: /^rl/.test(mode) ? 'rtl' : /^lr/.test(mode) ? 'ltr' : undefined,
        roles: [
          all['fo:font-weight'] === 'bold' || all['style:font-weight-complex'] === 'bold' ? 'strong' : '',
          all['fo:font-style'] === 'italic' || all['style:font-style-complex'] === 'italic' ? 'em' : '',
          /^(?!none)./.test(all['style:text-line-through-style'] ?? '') ? 's' : '',
        ].filter(Boolean),
      });
    }
    for (const { attributes, children } of elementsNamed(root, 'list-style')) {
      const formats = children.map((level) =>
        level.name === 'list-level-style-number' ? (level.attributes['style:num-format'] ?? '1') : '',
      );
      if (formats.some(Boolean)) this.#numbered.set(attributes['style:name'] ?? '', formats);
    }
  }

  #put(event: Event): void {
    if (this.#inNote) this.#notes.push(event);
    else event(this.#blocks);
  }

  open(name: string, attributes: Attributes): void {
    if (unseen.has(name)) this.#ignoring++;
    const closes = this.#ignoring > 0 ? [] : this.#entered(name, attributes);
    this.#open.push(closes);
  }

  /** Begins what an element is shown as. Gives the names of what it has begun. */
  #entered(name: string, attributes: Attributes): readonly string[] {
    const style = attributes['text:style-name'];
    switch (name) {
      case 'text:h':
        return this.#begin(`h${Math.min(6, Number(attributes['text:outline-level']) || 1)}`, {});
      case 'text:list': {
        this.#lists.push(style ?? this.#lists.at(-1));
        const format = this.#numbered.get(this.#lists.at(-1) ?? '')?.[this.#lists.length - 1];
        return format ? this.#begin('ol', { type: format }) : this.#begin('ul', {});
      }
      case 'text:span':
        return (this.#styles.get(style ?? '')?.roles ?? []).flatMap((role) => this.#begin(role, {}));
      case 'text:s':
      case 'text:tab':
        this.text(' ');
        return [];
      case 'text:line-break':
        this.#titleParts?.push(' ');
        return this.#begin('br', {});
      case 'text:note':
        this.#beginNote();
        return [];
      case 'text:note-citation':
        this.#inCitation = true;
        return [];
      case 'text:bookmark':
      case 'text:bookmark-start':
        return this.#begin('a', { id: attributes['text:name'] ?? '' });
      case 'text:a':
        return this.#begin('a', { href: attributes['xlink:href'] ?? '' });
      case 'table:table-cell':
        return this.#begin('td', {
          colspan: attributes['table:number-columns-spanned'] ?? '1',
          rowspan: attributes['table:number-rows-spanned'] ?? '1',
        });
    }
    if (name === 'text:p' && this.title === undefined && this.#isTitle(style)) {
      this.#titleParts = [];
      return this.#begin('h1', {});
    }
    const direction = this.#directionOf(style);
    const shown = alike[name];
    return shown === undefined
      ? []
      : this.#begin(shown, direction && shown === 'p' ? { dir: direction } : {});
  }

  #begin(name: string, attributes: Attributes): readonly string[] {
    this.#put((blocks) => blocks.open(name, attributes));
    return [name];
  }

  /** A reference where it stands; the words of the note come after the text. */
  #beginNote(): void {
    const number = String(++this.#count);
    for (const event of [
      (blocks: HtmlBlocks) => blocks.open('sup', {}),
      (blocks: HtmlBlocks) => blocks.open('a', { href: `#note-${number}`, role: 'doc-noteref' }),
      (blocks: HtmlBlocks) => blocks.text(number),
      (blocks: HtmlBlocks) => blocks.close('a'),
      (blocks: HtmlBlocks) => blocks.close('sup'),
    ])
      this.#put(event);
    this.#inNote = true;
    this.#put((blocks) => blocks.open('div', { id: `note-${number}`, role: 'doc-footnote' }));
  }

  #isTitle(style: string | undefined): boolean {
    return this.#line(style).includes('Title');
  }

  #directionOf(style: string | undefined): 'rtl' | 'ltr' | undefined {
    const [found] = this.#line(style).flatMap((name) => this.#styles.get(name)?.direction ?? []);
    return found;
  }

  /** A style and those it follows. */
  #line(style: string | undefined): string[] {
    const names: string[] = [];
    for (let next = style; next !== undefined && names.length < 20; next = this.#styles.get(next)?.parent)
      names.push(next);
    return names;
  }

  text(words: string): void {
    if (this.#ignoring > 0 || this.#inCitation) return;
    this.#titleParts?.push(words);
    this.#put((blocks) => blocks.text(words));
  }

  close(name: string): void {
    const closes = this.#open.pop() ?? [];
    for (const own of [...closes].reverse()) this.#put((blocks) => blocks.close(own));
    if (unseen.has(name)) this.#ignoring--;
    if (name === 'text:list') this.#lists.pop();
    else if (name === 'text:note-citation') this.#inCitation = false;
    else if (name === 'text:note' && this.#inNote) {
      this.#put((blocks) => blocks.close('div'));
      this.#inNote = false;
    } else if (this.#titleParts && closes[0] === 'h1') {
      this.title = oneLine(this.#titleParts.join('')) || undefined;
      this.#titleParts = undefined;
    }
  }

  /** The pieces, the notes behind the text. */
  finish() {
    for (const event of this.#notes) event(this.#blocks);
    this.#notes = [];
    return this.#blocks.finish();
  }
}
