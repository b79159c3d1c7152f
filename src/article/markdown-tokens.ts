import MarkdownIt, { type Token } from 'markdown-it';
import footnotes from 'markdown-it-footnote';
import type { Piece } from './assembly.ts';
import { Inline } from './inline.ts';

/** Deepest nesting of quotes and lists that is followed. */
const deepest = 200;

const parser = new MarkdownIt({ html: true }).use(footnotes);
parser.set({ maxNesting: deepest } as object);

/** The pieces of any Markdown: CommonMark with tables, strikethrough and footnotes. */
export function markdownPieces(body: string): Piece[] {
  const walk = new Walk();
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
  #anchors: readonly string[] | undefined;
  #row: Inline | undefined;
  #rows = 0;
  #note = false;

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
        const name = noteName(token);
        this.#marker = `[${name}]`;
        this.#anchors = [`note-${name}`];
        this.#note = true;
        break;
      }
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
        const inline = new Inline();
        inline.add(withoutTags(token.content));
        this.#push(inline, false);
        break;
      }
    }
  }

  #words(token: Token): void {
    const children = token.children ?? [];
    if (this.#row) {
      addTokens(this.#row, children);
      this.#row.add(' | ');
      return;
    }
    const inline = new Inline();
    addTokens(inline, children);
    this.#push(inline, children.some(isImage) && children.every(isPicture));
  }

  #endRow(): void {
    const { text, links, emphasis } = this.#row!.finish();
    this.#row = undefined;
    const words = text.replace(/ ?\|$/, '');
    const inside = <Item extends { span: { end: number } }>(item: Item) => item.span.end <= words.length;
    this.pieces.push({
      kind: 'paragraph',
      text: words,
      joined: this.#rows++ > 0,
      links: links.filter(inside),
      emphasis: emphasis.filter((span) => span.end <= words.length),
    });
  }

  #push(inline: Inline, picture: boolean): void {
    const words = inline.finish();
    if (words.text.trim() === '') return;
    const marker = this.#marker;
    const anchors = this.#anchors;
    this.#marker = this.#anchors = undefined;
    if (this.#heading > 0) this.pieces.push({ ...words, kind: 'heading', level: this.#heading });
    else if (picture) this.pieces.push({ ...words, kind: 'caption' });
    else if (this.#lists.length > 0 || this.#note)
      this.pieces.push({ ...words, kind: 'item', level: Math.max(1, this.#lists.length), marker, anchors });
    else if (this.#quotes > 0) this.pieces.push({ ...words, kind: 'quotation', level: this.#quotes });
    else this.pieces.push({ ...words, kind: 'paragraph' });
  }

  #code(content: string): void {
    for (const [index, line] of content.replace(/\n$/, '').split('\n').entries())
      this.pieces.push({ kind: 'code', text: line.trimEnd(), joined: index > 0, direction: 'ltr' });
  }
}

function addTokens(inline: Inline, tokens: readonly Token[]): void {
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
        inline.begin(String(token.attrGet('href') ?? ''));
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
        const name = noteName(token);
        inline.begin(`#note-${name}`);
        inline.add(`[${name}]`);
        inline.end();
        break;
      }
      case 'html_inline':
        if (/^<br\b/i.test(token.content)) inline.breakLine();
        break;
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
function noteName(token: Token): string {
  return String(Number((token.meta as { id?: number } | null)?.id ?? 0) + 1);
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
