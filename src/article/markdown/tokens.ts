import MarkdownIt, { type Token } from 'markdown-it';
import footnotes from 'markdown-it-footnote';
import type { Piece } from '../assembly/assembly.ts';
import { Inline, shortened } from '../assembly/inline.ts';
import { wayBack } from '../assembly/notes.ts';
import { hrefOf } from '../links/href.ts';

/** Deepest nesting of quotes and lists that is followed. */
const deepest = 200;

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
  #row: Inline | undefined;
  #rows = 0;
  #note = false;
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
      case 'table_open':
        this.#rows = 0;
        break;
      case 'tr_open':
        this.#row = new Inline();
        break;
      case 'th_open':
      case 'td_open':
        this.#row?.add(' ');
        break;
      case 'tr_close':
        this.#endRow();
        break;
      case 'inline':
        this.#words(token);
        break;
      case 'fence':
      case 'code_block':
        this.#code(token.content);
        break;
      case 'hr':
        this.pieces.push({ kind: 'aside', text: '* * *' });
        break;
      case 'html_block': {
        this.#names.push(...namesIn(token.content));
        const inline = this.#begin();
        inline.add(withoutTags(token.content));
        this.#push(inline, false);
        break;
      }
    }
  }

  #words(token: Token): void {
    const children = token.children ?? [];
    if (this.#row) {
      this.#addTokens(this.#row, children);
      this.#row.add(' | ');
      return;
    }
    const inline = this.#begin();
    this.#addTokens(inline, children);
    this.#push(inline, children.some(isImage) && children.every(isPicture));
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
    return { kind: 'item', level: 1, text: '', marker, anchors };
  }

  #endRow(): void {
    const words = this.#row!.finish();
    this.#row = undefined;
    const { length } = words.text.replace(/ ?\|$/, '');
    this.pieces.push({ kind: 'paragraph', joined: this.#rows++ > 0, ...shortened(words, length) });
  }

  #push(inline: Inline, picture: boolean): void {
    const words = inline.finish();
    if (words.text.trim() === '') {
      this.#names.push(...words.anchors.map(({ name }) => name));
      return;
    }
    const marker = this.#marker;
    this.#marker = undefined;
    if (this.#heading > 0) this.pieces.push({ ...words, kind: 'heading', level: this.#heading });
    else if (picture) this.pieces.push({ ...words, kind: 'caption' });
    else if (this.#lists.length > 0 || this.#note)
      this.pieces.push({ ...words, kind: 'item', level: Math.max(1, this.#lists.length), marker });
    else if (this.#quotes > 0) this.pieces.push({ ...words, kind: 'quotation', level: this.#quotes });
    else this.pieces.push({ ...words, kind: 'paragraph' });
  }

  #code(content: string): void {
    for (const [index, line] of content.replace(/\n$/, '').split('\n').entries())
      this.pieces.push({ kind: 'code', text: line.trimEnd(), joined: index > 0, direction: 'ltr' });
  }

  #addTokens(inline: Inline, tokens: readonly Token[]): void {
    for (const token of tokens) {
      switch (token.type) {
        case 'text':
        case 'text_special':
          inline.add(token.content);
          break;
        case 'code_inline':
          inline.addVerbatim(token.content);
          break;
        case 'softbreak':
          inline.add(' ');
          break;
        case 'hardbreak':
          inline.breakLine();
          break;
        case 'em_open':
        case 'strong_open':
          inline.begin();
          break;
        case 'link_open':
          inline.begin(hrefOf(String(token.attrGet('href') ?? ''), this.#base) ?? '');
          break;
        case 'em_close':
        case 'strong_close':
        case 'link_close':
          inline.end();
          break;
        case 'image':
          inline.add(token.content || String(token.attrGet('title') ?? ''));
          break;
        case 'footnote_ref': {
          inline.mark(referenceName(token));
          inline.begin(`#${noteName(token)}`);
          inline.add(`[${noteNumber(token)}]`);
          inline.end();
          break;
        }
        case 'html_inline':
          if (/^<br\b/i.test(token.content)) inline.breakLine();
          for (const name of namesIn(token.content)) inline.mark(name);
          break;
      }
    }
  }
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

/** Footnotes are numbered in the order of their first mention, from 1, as they are rendered everywhere. */
function noteNumber(token: Token): number {
  return Number((token.meta as { id?: number } | null)?.id ?? 0) + 1;
}

/** Names that no heading goes by: those have no colon. */
function noteName(token: Token): string {
  return `note:${noteNumber(token)}`;
}

/** The name of the place that refers to a note, for the first time or again. */
function referenceName(token: Token): string {
  return `reference:${noteNumber(token)}:${referenceNumber(token)}`;
}

function referenceNumber(token: Token): number {
  return Number((token.meta as { subId?: number } | null)?.subId ?? 0) + 1;
}

/** The names that tags in Markdown give. */
function namesIn(html: string): string[] {
  const named = html.matchAll(/<[a-z][^<>]*?\s(?:id|name)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi);
  return [...named].map((match) => match[1] ?? match[2] ?? match[3]!);
}

/** The words of an HTML block. Only Markdown's own reading of it is wanted: no scripts, no comments, no tags. */
function withoutTags(html: string): string {
  return html
    .replace(/<!--.*?(?:-->|$)/gs, '')
    .replace(/<(script|style|template)\b.*?(?:<\/\1\s*>|$)/gis, '')
    .replace(/<\/?[a-zA-Z!?][^<>]*>/g, ' ')
    .replace(/&(?:lt|gt|amp|quot|nbsp|#39);/g, (entity) => entities[entity]!);
}

const entities: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&quot;': '"',
  '&nbsp;': '\u00a0',
  '&#39;': "'",
};
