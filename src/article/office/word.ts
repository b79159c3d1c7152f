// Office Open XML, WordprocessingML (ECMA-376, part 1, section 17), as far as an article has it.
import { assemble } from '../assembly/assembly.ts';
import { withWaysBack } from '../assembly/notes.ts';
import { HtmlBlocks } from '../html/blocks.ts';
import { hrefOf } from '../links/href.ts';
import { elementsNamed, parseXml, textOf, type XmlElement } from '../markup/xml.ts';
import type { Article } from '../model/article.ts';
import { authorName } from '../model/author.ts';
import { oneLine } from '../model/one-line.ts';
import type { Declared } from '../plain/plain.ts';
import type { Part } from './part.ts';

/** A text of Word as an article: headings, paragraphs, lists, tables, links and notes. */
export function wordArticle(document: string, part: Part, declared: Declared): Article {
  const xml = (path: string) => parseXml(part(path) ?? '');
  const core = xml('docProps/core.xml');
  const walk = new Walk(
    xml('word/styles.xml'),
    xml('word/numbering.xml'),
    xml('word/_rels/document.xml.rels'),
  );
  walk.blocksOf(elementsNamed(parseXml(document), 'body')[0]?.children ?? []);
  for (const kind of ['footnote', 'endnote'] as const) walk.notes(kind, xml(`word/${kind}s.xml`));
  const creator = elementsNamed(core, 'creator')[0];
  return assemble(withWaysBack(walk.blocks.finish()), {
    ...declared,
    title: walk.title,
    author: creator && authorName(textOf(creator)),
  });
}

/** An attribute whatever its prefix. */
function attribute(element: XmlElement | undefined, name: string): string | undefined {
  const { attributes = {} } = element ?? {};
  return attributes[`w:${name}`] ?? Object.entries(attributes).find(([key]) => key.endsWith(`:${name}`))?.[1];
}

function child(element: XmlElement | undefined, ...names: string[]): XmlElement | undefined {
  return names.reduce<XmlElement | undefined>(
    (found, name) => found?.children.find((one) => one.name === name),
    element,
  );
}

const value = (element: XmlElement | undefined, ...names: string[]) =>
  attribute(child(element, ...names), 'val');

/** A switch is on if it is there and does not say that it is off. */
const isOn = (element: XmlElement | undefined) =>
  element !== undefined && !/^(?:0|false|off|none)$/.test(attribute(element, 'val') ?? '');

/** Formats of numbers by those of CSS; others are decimal. */
const formats: Readonly<Record<string, string>> = {
  lowerLetter: 'lower-alpha',
  upperLetter: 'upper-alpha',
  lowerRoman: 'lower-roman',
  upperRoman: 'upper-roman',
  hindiNumbers: 'arabic-indic',
};

/** Elements of which nothing is shown: what was deleted, the second form of a drawing, codes of fields. */
const unseen = new Set(['del', 'movefrom', 'fallback', 'instrtext', 'deltext', 'ppr', 'rpr']);

class Walk {
  readonly blocks = new HtmlBlocks({ name: (name) => name, href: (written) => hrefOf(written) });
  /** The first paragraph that is set as the title. */
  title: string | undefined;
  /** What it says so far, while it is read. */
  #titleParts: string[] | undefined;
  readonly #styles: ReadonlyMap<string, { level: number; isTitle: boolean; list: XmlElement | undefined }>;
  readonly #formats = new Map<string, string>();
  readonly #targets: ReadonlyMap<string, string>;
  /** The lists that are open, by their number and level. */
  readonly #lists: string[] = [];
  readonly #counts = new Map<string, number>();
  readonly #noted: Record<'footnote' | 'endnote', string[]> = { footnote: [], endnote: [] };

  constructor(styles: XmlElement, numbering: XmlElement, relations: XmlElement) {
    this.#styles = new Map(
      elementsNamed(styles, 'style').map((style) => {
        const name = value(style, 'name') ?? '';
        const outline = Number(value(style, 'ppr', 'outlinelvl') ?? 9) + 1;
        const level = Number(/^heading (\d)/i.exec(name)?.[1] ?? (outline < 10 ? outline : 0));
        const list = child(style, 'ppr', 'numpr');
        return [attribute(style, 'styleId') ?? '', { level, isTitle: /^title$/i.test(name), list }];
      }),
    );
    const abstract = new Map(
      elementsNamed(numbering, 'abstractnum').map((one) => [attribute(one, 'abstractNumId'), one]),
    );
    for (const num of elementsNamed(numbering, 'num'))
      for (const level of elementsNamed(
        abstract.get(value(num, 'abstractnumid')) ?? { name: '', attributes: {}, children: [], text: '' },
        'lvl',
      ))
        this.#formats.set(
          `${attribute(num, 'numId')}.${attribute(level, 'ilvl')}`,
          value(level, 'numfmt') ?? 'decimal',
        );
    this.#targets = new Map(
      elementsNamed(relations, 'relationship').map(({ attributes }) => [
        attributes.Id ?? '',
        attributes.Target ?? '',
      ]),
    );
  }

  /** Paragraphs and tables, one after the other. */
  blocksOf(elements: readonly XmlElement[]): void {
    for (const element of elements) {
      if (element.name === 'p') this.#paragraph(element);
      else if (element.name === 'tbl') this.#table(element);
      else if (!unseen.has(element.name)) this.blocksOf(element.children);
    }
    this.#closeLists(0);
  }

  #paragraph(paragraph: XmlElement): void {
    const about = child(paragraph, 'ppr');
    const style = this.#styles.get(value(about, 'pstyle') ?? '');
    const outline = Number(value(about, 'outlinelvl') ?? 9) + 1;
    const level = outline < 10 ? outline : (style?.level ?? 0);
    const list = child(about, 'numpr') ?? style?.list;
    const number = value(list, 'numid') ?? '0';
    if (list && number !== '0' && level === 0) this.#openItem(number, Number(value(list, 'ilvl') ?? 0));
    else this.#closeLists(0);
    const isTitle = style?.isTitle === true && this.title === undefined;
    if (isTitle) this.#titleParts = [];
    const name = isTitle ? 'h1' : level > 0 ? `h${Math.min(6, level)}` : 'p';
    this.blocks.open(name, isOn(child(about, 'bidi')) ? { dir: 'rtl' } : {});
    const boxes: XmlElement[] = [];
    this.#inside(paragraph, boxes);
    this.blocks.close(name);
    if (this.#titleParts) this.title = oneLine(this.#titleParts.join('')) || undefined;
    this.#titleParts = undefined;
    if (this.#lists.length > 0) this.blocks.close('li');
    for (const box of boxes) this.blocksOf(box.children);
  }

  /** What stands in a line. Boxes with text of their own come after it. */
  #inside({ children }: XmlElement, boxes: XmlElement[]): void {
    for (const element of children) {
      const { name } = element;
      if (unseen.has(name)) continue;
      if (name === 't') this.#text(element.text);
      else if (name === 'tab') this.#text(' ');
      else if (name === 'br' || name === 'cr') {
        this.blocks.open('br', {});
        this.blocks.close('br');
        this.#titleParts?.push(' ');
      } else if (name === 'nobreakhyphen') this.#text('\u2011');
      else if (name === 'txbxcontent') boxes.push(element);
      else if (name === 'footnotereference' || name === 'endnotereference')
        this.#reference(
          name === 'footnotereference' ? 'footnote' : 'endnote',
          attribute(element, 'id') ?? '',
        );
      else if (name === 'hyperlink') this.#link(element, boxes);
      else if (name === 'r') this.#run(element, boxes);
      else this.#inside(element, boxes);
    }
  }

  #text(words: string): void {
    this.blocks.text(words);
    this.#titleParts?.push(words);
  }

  #run(run: XmlElement, boxes: XmlElement[]): void {
    const about = child(run, 'rpr');
    if (isOn(child(about, 'vanish'))) return;
    const set = [
      isOn(child(about, 'b')) || isOn(child(about, 'bcs')) ? 'strong' : '',
      isOn(child(about, 'i')) || isOn(child(about, 'ics')) ? 'em' : '',
      isOn(child(about, 'strike')) ? 's' : '',
    ].filter(Boolean);
    for (const name of set) this.blocks.open(name, {});
    this.#inside(run, boxes);
    for (const name of set.reverse()) this.blocks.close(name);
  }

  #link(link: XmlElement, boxes: XmlElement[]): void {
    const anchor = attribute(link, 'anchor');
    const target = this.#targets.get(attribute(link, 'id') ?? '') ?? '';
    const href = target + (anchor === undefined ? '' : `#${anchor}`);
    this.blocks.open('a', href === '' ? {} : { href });
    this.#inside(link, boxes);
    this.blocks.close('a');
  }

  #reference(kind: 'footnote' | 'endnote', id: string): void {
    const noted = this.#noted[kind];
    noted.push(id);
    this.blocks.open('sup', {});
    this.blocks.open('a', { href: `#${kind}-${id}`, role: 'doc-noteref' });
    this.blocks.text(String(this.#noted.footnote.length + this.#noted.endnote.length));
    this.blocks.close('a');
    this.blocks.close('sup');
  }

  /** The notes that the text refers to, in its order. */
  notes(kind: 'footnote' | 'endnote', document: XmlElement): void {
    const all = new Map(elementsNamed(document, kind).map((note) => [attribute(note, 'id'), note]));
    for (const id of this.#noted[kind].slice()) {
      this.blocks.open('div', { id: `${kind}-${id}`, role: 'doc-footnote' });
      this.blocksOf(all.get(id)?.children ?? []);
      this.blocks.close('div');
    }
  }

  #table(table: XmlElement): void {
    this.#closeLists(0);
    this.blocks.open('table', isOn(child(table, 'tblpr', 'bidivisual')) ? { dir: 'rtl' } : {});
    for (const row of table.children.filter(({ name }) => name === 'tr')) {
      const isHeader = isOn(child(row, 'trpr', 'tblheader'));
      this.blocks.open('tr', {});
      for (const cell of row.children.filter(({ name }) => name === 'tc')) {
        const name = isHeader ? 'th' : 'td';
        this.blocks.open(name, { colspan: value(cell, 'tcpr', 'gridspan') ?? '1' });
        this.blocksOf(cell.children);
        this.blocks.close(name);
      }
      this.blocks.close('tr');
    }
    this.blocks.close('table');
  }

  #openItem(number: string, depth: number): void {
    this.#closeLists(depth + 1);
    const key = `${number}.${depth}`;
    if (this.#lists.length === depth + 1 && this.#lists[depth] !== key) this.#closeLists(depth);
    while (this.#lists.length <= depth) {
      const own = `${number}.${this.#lists.length}`;
      const format = this.#formats.get(own) ?? 'bullet';
      const style = `list-style-type: ${formats[format] ?? 'decimal'}`;
      // A list that goes on after other paragraphs counts on.
      if (format === 'bullet') this.blocks.open('ul', {});
      else this.blocks.open('ol', { style, start: String((this.#counts.get(own) ?? 0) + 1) });
      this.#lists.push(own);
    }
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
    this.blocks.open('li', {});
  }

  #closeLists(depth: number): void {
    while (this.#lists.length > depth) {
      const key = this.#lists.pop()!;
      this.blocks.close((this.#formats.get(key) ?? 'bullet') === 'bullet' ? 'ul' : 'ol');
      if (this.#lists.length > 0) this.#counts.delete(key);
    }
  }
}
