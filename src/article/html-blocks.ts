import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { isDirection } from './address.ts';
import type { BlockKind, Link } from './article.ts';
import type { Piece } from './assembly.ts';
import { attributesOf } from './html-tree.ts';
import { Inline } from './inline.ts';

/** Elements of which nothing is shown. */
const unseen = new Set(
  'head script style template noscript iframe object embed applet svg math canvas audio video map select textarea button dialog datalist input rp frameset link meta title'.split(
    ' ',
  ),
);
/** Elements that begin and end a block. Those not listed, known or not, are part of a line. */
const blocks = new Set(
  'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);
const emphatic = new Set(['b', 'strong', 'i', 'em', 'u', 'mark', 'dfn', 'cite', 'var']);

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/**
 * The pieces of a stretch of HTML as a browser without style sheets would show them. Addresses of links are made
 * absolute with `base`.
 */
export function htmlPieces(html: string, base?: string): Piece[] {
  return treePieces(parseFragment(html), base);
}

/** The pieces of a tree of parse5, with the anchors that its own links lead to. */
export function treePieces(root: Node, base?: string): Piece[] {
  const pieces = anchoredPieces(root, base);
  const targets = pieces.flatMap(({ links }) => (links ?? []).map(({ href }) => href));
  return withAnchors(
    pieces,
    new Set(targets.filter((href) => href.startsWith('#')).map((href) => href.slice(1))),
  );
}

/** The pieces with those of their anchors that are wanted. */
export function withAnchors(pieces: readonly Piece[], wanted: ReadonlySet<string>): Piece[] {
  return pieces.map(({ anchors, ...piece }) => {
    const names = anchors?.filter((name) => wanted.has(name)) ?? [];
    return names.length > 0 ? { ...piece, anchors: names } : piece;
  });
}

/** The pieces of a tree with all their anchors. Walks without recursion, so any depth and any disorder will do. */
export function anchoredPieces(root: Node, base?: string): Piece[] {
  const walk = new Walk(base);
  // A node, or the name of an element whose content has been walked.
  const waiting: (Node | string)[] = [root];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next === 'string') walk.close(next);
    else if ('value' in next) walk.text(next.value);
    else if ('childNodes' in next) {
      if ('tagName' in next) {
        walk.open(next.tagName, attributesOf(next), next.tagName === 'tr' && laysOut(next));
        waiting.push(next.tagName);
      }
      for (let index = next.childNodes.length - 1; index >= 0; index--) waiting.push(next.childNodes[index]!);
    }
  }
  return walk.finish();
}

/** Whether the cells of a row hold blocks: the table lays out a page, and its rows are no lines. */
function laysOut(row: Element): boolean {
  return row.childNodes.some(
    (cell) =>
      'childNodes' in cell &&
      cell.childNodes.some((inside) => 'tagName' in inside && blocks.has(inside.tagName)),
  );
}

/** How many names one block may have. */
const mostAnchors = 8;

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

class Walk {
  readonly #base: string | undefined;
  readonly #pieces: Piece[] = [];
  readonly #levels: Level[] = [];
  readonly #lists: { ordered: boolean; next: number }[] = [];
  #inline = new Inline();
  #depthUnseen = 0;
  #quotes = 0;
  #captions = 0;
  #heading = 0;
  #listings = 0;
  #listing = '';
  #marker: string | undefined;
  #anchors: string[] = [];
  readonly #stretches: Stretch[] = [];
  /** Cells so far of the row that is open, and rows so far of its table. */
  #cells = 0;
  #rows = 0;
  /** Whether the row that is open lays out a page. */
  #layout = false;

  constructor(base: string | undefined) {
    this.#base = base;
  }

  open(name: string, attributes: Record<string, string>, laysOut: boolean): void {
    const hidden =
      unseen.has(name) ||
      'hidden' in attributes ||
      attributes['aria-hidden'] === 'true' ||
      /display\s*:\s*none/i.test(attributes.style ?? '');
    if (hidden) this.#depthUnseen++;
    let stretch: Stretch | undefined;
    if (this.#depthUnseen === 0) {
      if (blocks.has(name)) this.#flush();
      const anchor = attributes.id ?? (name === 'a' ? attributes.name : undefined);
      if (anchor && this.#anchors.length < mostAnchors) this.#anchors.push(anchor);
      if (name === 'tr') this.#layout = laysOut;
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
  #enter(name: string, attributes: Record<string, string>): Stretch | undefined {
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
    else if (name === 'tr') this.#cells = 0;
    else if (name === 'td' || name === 'th') this.#cell();
    else if (name === 'br') this.#break();
    else if (name === 'hr') this.#pieces.push({ kind: 'aside', text: '* * *' });
    else if (name === 'a' && attributes.href !== undefined) {
      const href = this.#address(attributes.href);
      return href === undefined ? undefined : { href };
    } else if (emphatic.has(name)) return {};
    else if (name === 'q') this.#inline.add('“');
    return undefined;
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
    else if (name === 'pre') this.#listings--;
    else if (name === 'ul' || name === 'ol' || name === 'menu') this.#lists.pop();
    else if (name === 'li') this.#marker = undefined;
    else if (name === 'tr') {
      this.#cells = 0;
      this.#layout = false;
    }
  }

  text(words: string): void {
    if (this.#depthUnseen > 0) return;
    if (this.#listings > 0) this.#listing += words;
    // A bare raised number leads to a note; glued to the word before it, it would be read as part of it.
    else if (this.#levels.at(-1)?.name === 'sup' && /^\s*\d{1,3}\s*$/.test(words))
      this.#inline.add(`[${words.trim()}]`);
    else this.#inline.add(words);
  }

  finish(): Piece[] {
    this.#flush();
    return this.#pieces;
  }

  /** Ends the block that is open, if there is a word in it. */
  #flush(direction = this.#levels.at(-1)?.direction): void {
    if (this.#listing !== '') this.#code();
    const { text, links, emphasis } = this.#inline.finish();
    this.#inline = new Inline();
    for (const { href } of this.#stretches.slice(-continued)) this.#inline.begin(href);
    if (!/[^\s|]/u.test(text)) return;
    const anchors = this.#anchors;
    this.#anchors = [];
    const [kind, level] = this.#kind();
    const row = this.#cells > 1;
    const marker = kind === 'item' ? this.#marker : undefined;
    this.#marker = undefined;
    const joined = row && this.#rows++ > 0;
    const trimmed = row ? text.replace(/[\s|]+$/u, '') : text;
    const inside = (end: number) => end <= trimmed.length;
    this.#pieces.push({
      kind,
      level,
      marker,
      anchors,
      direction,
      joined,
      text: trimmed,
      links: links.filter(({ span }) => inside(span.end)),
      emphasis: emphasis.filter(({ end }) => inside(end)),
    });
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
  }

  /** A line break: two of them, as many write them, part two paragraphs. */
  #break(): void {
    if (this.#listings > 0) this.#listing += '\n';
    else if (this.#inline.endsLine()) this.#flush();
    else this.#inline.breakLine();
  }

  #code(): void {
    const lines = this.#listing
      .replace(/^\r?\n/, '')
      .trimEnd()
      .split(/\r\n?|\n/);
    this.#listing = '';
    for (const [index, line] of lines.entries())
      this.#pieces.push({ kind: 'code', text: line.trimEnd(), joined: index > 0, direction: 'ltr' });
  }

  /** Where a link leads; undefined for what is no place to go. */
  #address(href: string): Link['href'] | undefined {
    const trimmed = href.trim();
    if (trimmed.startsWith('#')) return trimmed.length > 1 ? trimmed : undefined;
    try {
      const address = new URL(trimmed, this.#base);
      return /^(?:https?|mailto):$/.test(address.protocol) ? address.href : undefined;
    } catch {
      return trimmed === '' || /^[a-z][a-z\d+.-]*:/i.test(trimmed) ? undefined : trimmed;
    }
  }
}
