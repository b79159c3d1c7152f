import MarkdownIt, { type Token } from 'markdown-it';
import footnotes from 'markdown-it-footnote';
import type { Piece } from '../assembly/assembly.ts';
import { Inline } from '../assembly/inline.ts';
import { boxes } from '../assembly/lists.ts';
import { wayBack } from '../assembly/notes.ts';
import { alignmentOf, type CellShape, TableBuilder } from '../assembly/table.ts';
import { HtmlBlocks } from '../html/blocks.ts';
import { hrefOf } from '../links/href.ts';
import { readMarkup } from '../markup/markup.ts';
import { OpenElements } from './open-elements.ts';
import { addWords, noteName, noteNumber, referenceName, referenceNumber } from './words.ts';

/** Deepest nesting of quotes and lists that is followed, a list being two; what is deeper the parser drops. */
const deepest = 800;
/** Lines of documents that may be nested deeper: three hundred marks in a row, or as far in. */
const tooDeep = /^(?:[ \t]{0,3}(?:>|[-*+][ \t]|\d{1,9}[.)][ \t])){300}|^(?:[ \t]*>)?[ \t]{600,}[>*+\d-]/m;

/** Whether Markdown is nested so deep that its words would be lost. */
export function isTooDeep(body: string): boolean {
  return tooDeep.test(body);
}

/** Most footnotes that are taken for such: putting them together takes quadratic time. */
const mostNotes = 5000;
/** Most ways back from one note. */
const mostWays = 20;

const withNotes = parserOf().use(footnotes);

function parserOf(): InstanceType<typeof MarkdownIt> {
  const parser = new MarkdownIt({ html: true });
  parser.set({ maxNesting: deepest } as object);
  // Where a link may lead is judged when it is followed.
  parser.validateLink = (address) => !/^\s*(?:javascript|vbscript|data):/i.test(address);
  // As it is written: `hrefOf` makes an address of it, and a path keeps its letters.
  parser.normalizeLink = (address) => address;
  return parser;
}

/**
 * The pieces of any Markdown: CommonMark with tables, strikethrough and footnotes. Addresses of links are made
 * absolute with `base`.
 */
export function markdownPieces(body: string, base?: string): Piece[] {
  const walk = new Walk(base);
  const notes = body.match(/\^\[|^ *(?:> *)*\[\^/gm)?.length ?? 0;
  const parser = notes > mostNotes ? parserOf() : withNotes;
  for (const token of parser.parse(body, {})) walk.take(token);
  return walk.pieces;
}

/** Where in the document the next words stand. */
class Walk {
  readonly pieces: Piece[] = [];
  /** The lists around, outermost first: whether each is numbered. */
  readonly #lists: boolean[] = [];
  #quotes = 0;
  #heading = 0;
  #marker: string | undefined;
  /** Names of what comes next. */
  #names: string[] = [];
  #table: TableBuilder | undefined;
  #cell: CellShape = {};
  #note = false;
  /** The elements of HTML that are open around the Markdown. */
  readonly #elements = new OpenElements();
  readonly #base: string | undefined;

  constructor(base: string | undefined) {
    this.#base = base;
  }

  take(token: Token): void {
    switch (token.type) {
      case 'heading_open':
        this.#heading = Number(token.tag.slice(1));
        break;
      case 'heading_close':
        this.#heading = 0;
        break;
      case 'blockquote_open':
        this.#quotes++;
        break;
      case 'blockquote_close':
        this.#quotes--;
        break;
      case 'bullet_list_open':
      case 'ordered_list_open':
        this.#lists.push(token.type === 'ordered_list_open');
        break;
      case 'bullet_list_close':
      case 'ordered_list_close':
        this.#lists.pop();
        break;
      case 'list_item_open':
        this.#marker = this.#lists.at(-1) ? `${token.info}${token.markup}` : '•';
        break;
      case 'list_item_close':
        this.#marker = undefined;
        break;
      case 'footnote_open': {
        const number = noteNumber(token);
        this.#marker = `[${number}]`;
        this.#names.push(noteName(token));
        this.#note = true;
        break;
      }
      case 'footnote_anchor':
        if (referenceNumber(token) <= mostWays) this.#leadBack(referenceName(token));
        break;
      case 'footnote_close':
        this.#note = false;
        break;
      case 'inline':
        this.#words(token);
        break;
      case 'fence':
      case 'code_block':
        this.#code(token.content);
        break;
      case 'hr':
        this.pieces.push({ kind: 'aside', text: '* * *', ...this.#around() });
        break;
      case 'html_block':
        this.#html(token.content);
        break;
      default:
        this.#tabular(token);
    }
  }

  #tabular(token: Token): void {
    switch (token.type) {
      case 'table_open':
        this.#table = new TableBuilder();
        break;
      case 'tr_open':
        this.#table?.beginRow();
        break;
      case 'th_open':
      case 'td_open': {
        const align = alignmentOf({ style: String(token.attrGet('style') ?? '') });
        this.#cell = { header: token.type === 'th_open', align };
        break;
      }
      case 'table_close':
        if (this.#table) this.pieces.push(...this.#table.finish(this.#around()));
        this.#table = undefined;
        break;
    }
  }

  #words(token: Token): void {
    const children = token.children ?? [];
    const inline = this.#begin();
    if (this.#marker !== undefined && /^\[[ xX]\]\s/.test(token.content)) this.#tick(children);
    addWords(inline, children, this.#base);
    if (this.#table) this.#table.cell(inline.finish(), this.#cell);
    else this.#push(inline, children.some(isImage) && children.every(isPicture));
  }

  /** A box to tick is the marker of its item. */
  #tick(tokens: Token[]): void {
    const first = tokens[0];
    const box = first?.type === 'text' ? /^\[([ xX])\]\s+/.exec(first.content) : null;
    if (!first || !box) return;
    first.content = first.content.slice(box[0].length);
    this.#marker = box[1] === ' ' ? boxes.open : boxes.done;
  }

  /** The words of a new block, which has the names that wait for it. */
  #begin(): Inline {
    const inline = new Inline();
    for (const name of this.#names) inline.mark(name);
    this.#names = [];
    return inline;
  }

  /** Ends a note with a link to where it was referred to. A note without words is no more than that. */
  #leadBack(name: string): void {
    const last = this.#names.length > 0 ? undefined : this.pieces.at(-1);
    const isWords = last?.kind === 'item';
    const { text, links = [], ...piece } = isWords ? last : this.#emptyNote();
    const start = text === '' ? 0 : text.length + 1;
    const link = { span: { start, end: start + wayBack.length }, href: `#${name}` };
    if (isWords) this.pieces.pop();
    this.pieces.push({
      ...piece,
      text: text === '' ? wayBack : `${text} ${wayBack}`,
      links: [...links, link],
    });
  }

  #emptyNote(): Piece {
    const anchors = this.#names.map((name) => ({ name, offset: 0 }));
    const marker = this.#marker;
    this.#names = [];
    this.#marker = undefined;
    return { kind: 'item', level: 1, lists: 1, text: '', marker, anchors };
  }

  #push(inline: Inline, picture: boolean): void {
    const words = inline.finish();
    if (words.text.trim() === '') {
      this.#names.push(...words.anchors.map(({ name }) => name));
      return;
    }
    this.#add({ ...words, ...this.#kind(picture) });
  }

  #kind(picture: boolean): Pick<Piece, 'kind' | 'level' | 'picture'> {
    if (this.#heading > 0) return { kind: 'heading', level: this.#heading };
    if (picture) return { kind: 'caption', picture };
    const { lists = 0, quotes = 0 } = this.#around();
    if (lists > 0) return { kind: 'item', level: lists };
    if (quotes > 0) return { kind: 'quotation', level: quotes };
    return { kind: 'paragraph' };
  }

  #code(content: string): void {
    const text = content.replace(/^(?:[^\S\n]*\n)+/, '').trimEnd();
    this.#add({ kind: 'code', text });
  }

  #add(piece: Piece): void {
    const marker = this.#marker;
    this.#marker = undefined;
    this.pieces.push({ ...piece, ...(marker ? { marker } : {}), ...this.#around() });
  }

  #around(): Pick<Piece, 'direction' | 'lists' | 'quotes'> {
    const lists = Math.max(this.#lists.length + this.#elements.lists, this.#note ? 1 : 0);
    const quotes = this.#quotes + this.#elements.quotes;
    const { direction } = this.#elements;
    return {
      ...(direction ? { direction } : {}),
      ...(lists > 0 ? { lists } : {}),
      ...(quotes > 0 ? { quotes } : {}),
    };
  }

  /** A stretch of HTML: its own blocks, in what is around it. Elements that stay open are around what comes. */
  #html(content: string): void {
    const blocks = new HtmlBlocks({
      href: (written) => hrefOf(written, this.#base),
      name: (identifier) => identifier,
    });
    readMarkup(content, 'html', blocks);
    const around = this.#around();
    for (const piece of blocks.finish()) {
      const anchors = [
        ...this.#names.splice(0).map((name) => ({ name, offset: 0 })),
        ...(piece.anchors ?? []),
      ];
      const marker = this.#marker ?? piece.marker;
      this.#marker = undefined;
      const lists = (around.lists ?? 0) + (piece.lists ?? 0);
      const quotes = (around.quotes ?? 0) + (piece.quotes ?? 0);
      const direction = piece.direction ?? around.direction;
      this.pieces.push({
        ...piece,
        ...kindIn(piece, lists, quotes),
        anchors,
        marker,
        lists,
        quotes,
        direction,
      });
    }
    this.#names.push(...blocks.unplaced());
    const marker = this.#elements.read(content);
    const isEnded = (this.#around().lists ?? 0) < (around.lists ?? 0);
    this.#marker = marker ?? (isEnded ? undefined : this.#marker);
  }
}

/** What a piece is among so many lists and quotes. */
function kindIn({ kind }: Piece, lists: number, quotes: number): Pick<Piece, 'kind' | 'level'> | undefined {
  if (kind !== 'paragraph' && kind !== 'item' && kind !== 'quotation') return undefined;
  if (lists > 0) return { kind: 'item', level: lists };
  return quotes > 0 ? { kind: 'quotation', level: quotes } : undefined;
}

function isImage(token: Token): boolean {
  return token.type === 'image';
}

/** Whether a token may stand in a paragraph of nothing but pictures. */
function isPicture(token: Token): boolean {
  return (
    isImage(token) || token.type === 'softbreak' || (token.type === 'text' && token.content.trim() === '')
  );
}
