import type { Direction } from '../../text/direction.ts';
import { type Isolate, nested } from '../../text/isolate.ts';
import type { Span } from '../../text/span.ts';
import type { Anchor, Emphasis, EmphasisRole, Link } from '../model/article.ts';

const lineEnd = '\u2028';
const none: readonly never[] = [];

/** The words of one block without markup. */
export interface Words {
  readonly text: string;
  /** Spans of `text`, in its order; a stretch inside another one comes after it. */
  readonly links: readonly Link[];
  readonly emphasis: readonly Emphasis[];
  readonly isolates: readonly Isolate[];
  /** Names of places in `text`, in its order. */
  readonly anchors: readonly Anchor[];
}

/** What an element makes of its words; several things at once, where it says several. */
export interface Stretch {
  /** Where it leads; an empty address is no link. */
  readonly href?: string | undefined;
  readonly role?: EmphasisRole | undefined;
  /** The direction of what is ordered by itself. */
  readonly isolate?: Direction | 'auto' | undefined;
  readonly overrides?: boolean | undefined;
}

/** Words without anything in them. */
export function bareWords(text: string): Words {
  return { text, links: none, emphasis: none, isolates: none, anchors: none };
}

/** Builds the words of one block: text, with links, emphasis, isolates and anchors in it. Every call takes constant time. */
export class Inline {
  readonly #parts: string[] = [];
  readonly #links: Link[] = [];
  readonly #emphasis: Emphasis[] = [];
  readonly #isolates: Isolate[] = [];
  readonly #anchors: Anchor[] = [];
  readonly #open: { start: number; stretch: Stretch }[] = [];
  #length = 0;
  /** White space was met that will be a blank if a word follows on the same line. */
  #blank = false;

  /** Adds words. White space runs are one blank, and none stands where a line starts or ends. */
  add(words: string): void {
    // Most words need nothing done to them, and replacing what is not there still makes a new string.
    const collapsed = isEven(words) ? words : words.replace(whiteSpace, ' ');
    const first = collapsed.charCodeAt(0) === 0x20 ? 1 : 0;
    const last =
      collapsed.charCodeAt(collapsed.length - 1) === 0x20 ? collapsed.length - 1 : collapsed.length;
    if (first === 1) this.#blank = true;
    if (first < last) {
      this.addVerbatim(first === 0 && last === collapsed.length ? collapsed : collapsed.slice(first, last));
      if (last < collapsed.length) this.#blank = true;
    }
  }

  /** Adds words as they are. */
  addVerbatim(words: string): void {
    if (words === '') return;
    if (this.#blank && this.#length > 0 && !this.endsLine()) this.#append(' ');
    this.#blank = false;
    this.#append(words);
  }

  #append(part: string): void {
    this.#parts.push(part);
    this.#length += part.length;
  }

  /** Ends the line inside the block, if there is anything on it. */
  breakLine(): void {
    this.#blank = false;
    if (this.#length > 0) this.#append(lineEnd);
  }

  /** Whether nothing was added since the line ended. */
  endsLine(): boolean {
    return this.#parts.at(-1) === lineEnd;
  }

  /** Whether the last words end with a sign. */
  endsWith(sign: string): boolean {
    return this.#parts.at(-1)?.endsWith(sign) ?? false;
  }

  /** Begins a stretch. Every `begin` needs its `end`. */
  begin(stretch: Stretch): void {
    this.#open.push({ start: this.#length, stretch });
  }

  end(): void {
    const opened = this.#open.pop();
    if (!opened || opened.start >= this.#length) return;
    const span = { start: opened.start, end: this.#length };
    const { href, role, isolate, overrides } = opened.stretch;
    if (href) this.#links.push({ span, href });
    if (role) this.#emphasis.push({ ...span, role });
    if (isolate) this.#isolates.push({ ...span, direction: isolate, ...(overrides ? { overrides } : {}) });
  }

  /** Gives the place a name: that of the word which is added next. */
  mark(name: string): void {
    this.#anchors.push({ name, offset: this.#length });
  }

  /** The words so far, without line ends behind them. */
  finish(): Words {
    while (this.#open.length > 0) this.end();
    while (this.endsLine()) this.#parts.pop();
    const text = this.#parts.length === 1 ? this.#parts[0]! : this.#parts.join('');
    if (this.#links.length + this.#emphasis.length + this.#isolates.length + this.#anchors.length === 0)
      return bareWords(text);
    // What began before a blank or a line end starts with the word after it.
    const startOf = (start: number) => (text[start] === ' ' || text[start] === lineEnd ? start + 1 : start);
    const cut = <Kind extends Span>(span: Kind): Kind => ({
      ...span,
      start: startOf(span.start),
      end: Math.min(text.length, text[span.end - 1] === lineEnd ? span.end - 1 : span.end),
    });
    const isFull = (span: Span) => span.end > span.start;
    const byStart = (one: Span, other: Span) => one.start - other.start || other.end - one.end;
    return {
      text,
      links: this.#links
        .map(({ span, href }) => ({ span: cut(span), href }))
        .filter(({ span }) => isFull(span))
        .sort((one, other) => byStart(one.span, other.span)),
      // The outer one of two ends last: it comes first where both have the same words.
      emphasis: this.#emphasis.toReversed().map(cut).filter(isFull).sort(byStart),
      isolates: nested(this.#isolates.toReversed().map(cut)),
      // What ends the block is named with its last word.
      anchors: this.#anchors.map(({ name, offset }) => ({
        name,
        offset: Math.max(0, Math.min(startOf(offset), text.length - 1)),
      })),
    };
  }
}

const whiteSpace = /[\t\n\r\f\u0085\u2028\u2029 ]+/g;

/** Whether words have no white space but single blanks. A loop, since it takes a fifth of the time of a pattern. */
function isEven(words: string): boolean {
  let blank = false;
  for (let at = 0; at < words.length; at++) {
    const unit = words.charCodeAt(at);
    if (unit === 0x20) {
      if (blank) return false;
      blank = true;
    } else {
      blank = false;
      if (unit < 0x20 ? unit === 9 || unit === 10 || unit === 12 || unit === 13 : isLineEnd(unit))
        return false;
    }
  }
  return true;
}

function isLineEnd(unit: number): boolean {
  return unit === 0x85 || unit === 0x2028 || unit === 0x2029;
}

/** The words up to a length, with what stands in them. */
export function shortened(words: Words, length: number): Words {
  const { text, links, emphasis, isolates, anchors } = words;
  if (length >= text.length) return words;
  return {
    text: text.slice(0, length),
    links: links.filter(({ span }) => span.end <= length),
    emphasis: emphasis.filter(({ end }) => end <= length),
    isolates: isolates.filter(({ end }) => end <= length),
    anchors: anchors.map(({ name, offset }) => ({ name, offset: Math.max(0, Math.min(offset, length - 1)) })),
  };
}

/** The words without the first code units. */
export function without({ text, links, emphasis, isolates, anchors }: Words, start: number): Words {
  const back = <Kind extends Span>(span: Kind): Kind => ({
    ...span,
    start: Math.max(0, span.start - start),
    end: Math.max(0, span.end - start),
  });
  return {
    text: text.slice(start),
    links: links.map((link) => ({ ...link, span: back(link.span) })),
    emphasis: emphasis.map(back),
    isolates: isolates.map(back),
    anchors: anchors.map(({ name, offset }) => ({ name, offset: Math.max(0, offset - start) })),
  };
}

/** Words one after the other, with a sign between them. */
export function joined(parts: readonly Partial<Words>[], sign: string): Words {
  const all = {
    links: [] as Link[],
    emphasis: [] as Emphasis[],
    isolates: [] as Isolate[],
    anchors: [] as Anchor[],
  };
  let start = 0;
  for (const { text = '', links = none, emphasis = none, isolates = none, anchors = none } of parts) {
    for (const { span, href } of links) all.links.push({ span: moved(span, start), href });
    for (const stretch of emphasis) all.emphasis.push(moved(stretch, start));
    for (const isolate of isolates) all.isolates.push(moved(isolate, start));
    for (const { name, offset } of anchors) all.anchors.push({ name, offset: start + offset });
    start += text.length + sign.length;
  }
  return { text: parts.map(({ text = '' }) => text).join(sign), ...all };
}

/** A span so many code units further on. */
export function moved<Kind extends Span>(span: Kind, by: number): Kind {
  return { ...span, start: span.start + by, end: span.end + by };
}
