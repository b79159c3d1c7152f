import type { Piece } from '../assembly/assembly.ts';
import { Inline, shortened, type Words } from '../assembly/inline.ts';
import { isNote, isReference, referenceName } from '../assembly/notes.ts';
import { isDirection } from '../links/address.ts';
import type { Attributes, MarkupReader } from '../markup/markup.ts';
import type { BlockKind } from '../model/article.ts';

/** Elements of which nothing is shown. */
const unseen = new Set(
  'head script style template noscript iframe object embed applet svg math canvas audio video map select textarea button dialog datalist input rp frameset link meta title'.split(
    ' ',
  ),
);
/** Elements that begin and end a block. Those not listed, known or not, are part of a line. */
const blocks: ReadonlySet<string> = new Set(
  'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);
/** Whether an element of HTML begins and ends a block. */
export function isBlock(name: string): boolean {
  return blocks.has(name);
}

const emphatic = new Set(['b', 'strong', 'i', 'em', 'u', 'mark', 'dfn', 'cite', 'var']);

function isHidden(attributes: Attributes): boolean {
  const { hidden, style } = attributes;
  if (hidden !== undefined || attributes['aria-hidden'] === 'true') return true;
  return style !== undefined && /display\s*:\s*none/i.test(style);
}

/** An open element, as far as it matters for what is inside. */
interface Level {
  readonly name: string;
  readonly unseen?: boolean;
  readonly direction?: 'ltr' | 'rtl' | undefined;
  /** The emphasis, or the link, that was begun for it. */
  readonly stretch?: Stretch | undefined;
}

interface Stretch {
  readonly href?: string;
}

/** How many stretches that are open where a block ends go on in the next one; more is disorder. */
const continued = 8;

/** How a document names places. */
export interface Places {
  /** Where a link leads that is written so; `#` and a name for a place in the article; undefined for nowhere. */
  readonly href: (written: string) => string | undefined;
  /** The name of the element that has this identifier. */
  readonly name: (identifier: string) => string;
}

/** Makes pieces of a document of HTML as it is read: what a browser without style sheets would show. */
export class HtmlBlocks implements MarkupReader {
  readonly #places: Places;
  readonly #pieces: Piece[] = [];
  readonly #levels: Level[] = [];
  readonly #lists: { ordered: boolean; next: number }[] = [];
  #inline = new Inline();
  #depthUnseen = 0;
  #quotes = 0;
  #captions = 0;
  #heading = 0;
  #listings = 0;
  /** Whether a line of the listing that is open has been met. */
  #listed = false;
  #marker: string | undefined;
  readonly #stretches: Stretch[] = [];
  /** Cells so far of the row that is open, and rows so far of its table. */
  #cells = 0;
  #rows = 0;
  /** Whether the row that is open lays out a page: its cells are no part of a line. */
  #layout = false;
  #cellOpen = false;

  constructor(places: Places) {
    this.#places = places;
  }

  open(name: string, attributes: Attributes): void {
    const hidden = unseen.has(name) || (isHidden(attributes) && !isNote(attributes));
    if (hidden) this.#depthUnseen++;
    let stretch: Stretch | undefined;
    if (this.#depthUnseen === 0) {
      if (blocks.has(name)) this.#begin();
      const identifier = attributes.id ?? (name === 'a' ? attributes.name : undefined);
      if (identifier) this.#inline.mark(this.#places.name(identifier));
      stretch = this.#enter(name, attributes);
      if (stretch) {
        this.#stretches.push(stretch);
        this.#inline.begin(stretch.href);
      }
    }
    const direction = isDirection(attributes.dir) ? attributes.dir : this.#levels.at(-1)?.direction;
    this.#levels.push({ name, unseen: hidden, direction, stretch });
  }

  /** What an element changes for its content. Gives the stretch that it begins, if it does. */
  #enter(name: string, attributes: Attributes): Stretch | undefined {
    if (/^h[1-6]$/.test(name)) this.#heading = Number(name[1]);
    else if (name === 'blockquote') this.#quotes++;
    else if (name === 'figcaption' || name === 'caption') this.#captions++;
    else if (name === 'pre') this.#listings++;
    else if (name === 'ul' || name === 'ol' || name === 'menu')
      this.#lists.push({ ordered: name === 'ol', next: Number.parseInt(attributes.start ?? '1', 10) || 1 });
    else if (name === 'li') {
      const list = this.#lists.at(-1);
      this.#marker = list?.ordered ? `${Number.parseInt(attributes.value ?? '', 10) || list.next}.` : '•';
      if (list) list.next++;
    } else if (name === 'table') this.#rows = 0;
    else if (name === 'tr') this.#endRow();
    else if (name === 'td' || name === 'th') this.#cell();
    else if (name === 'br') this.#break();
    else if (name === 'hr') this.#pieces.push({ kind: 'aside', text: '* * *' });
    else if (name === 'a' && attributes.href !== undefined) {
      const href = this.#places.href(attributes.href);
      if (href !== undefined && isReference(attributes)) this.#inline.mark(referenceName(href));
      return href === undefined ? undefined : { href };
    } else if (emphatic.has(name)) return {};
    else if (name === 'q') this.#inline.add('“');
    return undefined;
  }

  /** Tells that the row which has just been opened lays out a page: its cells hold blocks. */
  layOut(): void {
    this.#layout = true;
  }

  close(name: string): void {
    const level = this.#levels.pop();
    if (!level) return;
    if (level.unseen) {
      this.#depthUnseen--;
      return;
    }
    if (this.#depthUnseen > 0) return;
    if (level.stretch) {
      this.#stretches.pop();
      this.#inline.end();
    }
    if (name === 'q') this.#inline.add('”');
    if (!blocks.has(name)) return;
    this.#flush(level.direction);
    if (/^h[1-6]$/.test(name)) this.#heading = 0;
    else if (name === 'blockquote') this.#quotes--;
    else if (name === 'figcaption' || name === 'caption') this.#captions--;
    else if (name === 'pre') this.#endListing();
    else if (name === 'ul' || name === 'ol' || name === 'menu') this.#lists.pop();
    else if (name === 'li') this.#marker = undefined;
    else if (name === 'tr') this.#endRow();
  }

  text(words: string): void {
    if (this.#depthUnseen > 0) return;
    if (this.#listings > 0) this.#list(words);
    // A bare raised number leads to a note; glued to the word before it, it would be read as part of it.
    else if (words.length < 8 && this.#isRaised() && /^\s*\p{Nd}{1,3}\s*$/u.test(words))
      this.#inline.add(`[${words.trim()}]`);
    else this.#inline.add(words);
  }

  /** The pieces, once the document has ended. */
  finish(): Piece[] {
    this.#flush();
    const { anchors } = this.#inline.finish();
    const last = this.#pieces.at(-1);
    // What stands behind all words is named with the last of them.
    if (last && anchors.length > 0) {
      const offset = Math.max(0, last.text.length - 1);
      const names = anchors.map(({ name }) => ({ name, offset }));
      this.#pieces[this.#pieces.length - 1] = { ...last, anchors: [...(last.anchors ?? []), ...names] };
    }
    return this.#pieces;
  }

  /** Whether the next words are raised, alone or as a link, and in no brackets yet. */
  #isRaised(): boolean {
    if (this.#inline.endsWith('[')) return false;
    const inner = this.#levels.at(-1)?.name;
    return inner === 'sup' || (inner === 'a' && this.#levels.at(-2)?.name === 'sup');
  }

  /** Ends the block that is open, since another one begins. */
  #begin(): void {
    this.#flush();
    // As far as nobody could tell before.
    if (this.#cellOpen) {
      this.layOut();
      this.#cells = 0;
    }
  }

  /** Ends the block that is open, if there is a word in it. */
  #flush(direction = this.#levels.at(-1)?.direction): void {
    const words = this.#inline.finish();
    if (!/[^\s|]/u.test(words.text)) this.#renew(words);
    else if (this.#listings > 0) this.#line(words);
    else this.#block(words, direction);
  }

  #block(words: Words, direction: 'ltr' | 'rtl' | undefined): void {
    this.#renew(words);
    const [kind, level] = this.#kind();
    const row = this.#cells > 1;
    const marker = kind === 'item' ? this.#marker : undefined;
    this.#marker = undefined;
    const joined = row && this.#rows++ > 0;
    const length = row ? withoutBars(words.text) : words.text.length;
    this.#pieces.push({ kind, level, marker, direction, joined, ...shortened(words, length) });
  }

  /** Begins new words: stretches that are open go on, and names given to nothing yet are for what comes. */
  #renew({ text, anchors }: Words): void {
    this.#inline = new Inline();
    for (const { href } of this.#stretches.slice(-continued)) this.#inline.begin(href);
    if (!/[^\s|]/u.test(text)) for (const { name } of anchors) this.#inline.mark(name);
  }

  #kind(): [BlockKind, number | undefined] {
    if (this.#heading > 0) return ['heading', this.#heading];
    if (this.#captions > 0) return ['caption', undefined];
    if (this.#lists.length > 0) return ['item', this.#lists.length];
    if (this.#quotes > 0) return ['quotation', this.#quotes];
    return ['paragraph', undefined];
  }

  #cell(): void {
    if (this.#layout) this.#flush();
    else if (this.#cells++ > 0) this.#inline.add(' | ');
    this.#cellOpen = true;
  }

  #endRow(): void {
    this.#cells = 0;
    this.#layout = false;
    this.#cellOpen = false;
  }

  /** A line break: two of them, as many write them, part two paragraphs. */
  #break(): void {
    if (this.#listings > 0) this.#list('\n');
    else if (this.#inline.endsLine()) this.#flush();
    else this.#inline.breakLine();
  }

  /** Words of a listing, of which every line end counts. */
  #list(words: string): void {
    for (const [index, line] of words.split(/\r\n?|\n/).entries()) {
      if (index > 0) this.#line(this.#inline.finish());
      this.#inline.addVerbatim(line);
    }
  }

  /** Ends a line of a listing. Those without words count only between others. */
  #line(words: Words): void {
    this.#renew(words);
    const length = words.text.trimEnd().length;
    if (length === 0 && !this.#listed) return;
    this.#pieces.push({ kind: 'code', joined: this.#listed, direction: 'ltr', ...shortened(words, length) });
    this.#listed = true;
  }

  #endListing(): void {
    this.#listings--;
    if (this.#listings > 0) return;
    while (this.#listed && this.#pieces.at(-1)?.text === '') this.#pieces.pop();
    this.#listed = false;
  }
}

/** How long a row is without the bars of the empty cells at its end. */
function withoutBars(row: string): number {
  let { length } = row;
  while (length > 0 && /[\s|]/.test(row[length - 1]!)) length--;
  return length;
}
