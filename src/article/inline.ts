import type { Span } from '../text/span.ts';
import type { Link } from './article.ts';

const lineEnd = '\u2028';

/** Builds the words of one block: text, with links and emphasis as spans of it. Every call takes constant time. */
export class Inline {
  readonly #parts: string[] = [];
  readonly #links: Link[] = [];
  readonly #emphasis: Span[] = [];
  readonly #open: { start: number; href?: string | undefined }[] = [];
  #length = 0;
  /** White space was met that will be a blank if a word follows on the same line. */
  #blank = false;

  /** Adds words. White space runs are one blank, and none stands where a line starts or ends. */
  add(words: string): void {
    const collapsed = words.replace(/[\t\n\r\f\u0085\u2028\u2029 ]+/g, ' ');
    const trimmed = collapsed.slice(
      collapsed.startsWith(' ') ? 1 : 0,
      collapsed.length - (collapsed.endsWith(' ') ? 1 : 0),
    );
    if (collapsed.startsWith(' ')) this.#blank = true;
    if (collapsed !== ' ') this.addVerbatim(trimmed);
    if (collapsed.endsWith(' ')) this.#blank = true;
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

  /** Begins a link, or, without an address, emphasis. Every `begin` needs its `end`. */
  begin(href?: string): void {
    this.#open.push({ start: this.#length, href });
  }

  end(): void {
    const opened = this.#open.pop();
    if (!opened || opened.start >= this.#length) return;
    const span = { start: opened.start, end: this.#length };
    if (opened.href === undefined) this.#emphasis.push(span);
    else this.#links.push({ span, href: opened.href.replace(/[\p{Cc}\p{Cf}]/gu, '') });
  }

  /** The words so far without line ends behind them, and their spans in the order of the text. */
  finish(): { text: string; links: Link[]; emphasis: Span[] } {
    while (this.#open.length > 0) this.end();
    while (this.endsLine()) this.#parts.pop();
    const text = this.#parts.join('');
    // A stretch that began before a blank or a line end starts with the word after it.
    const cut = ({ start, end }: Span): Span => ({
      start: text[start] === ' ' || text[start] === lineEnd ? start + 1 : start,
      end: Math.min(text.length, text[end - 1] === lineEnd ? end - 1 : end),
    });
    const isFull = (span: Span) => span.end > span.start;
    const byStart = (one: Span, other: Span) => one.start - other.start || other.end - one.end;
    return {
      text,
      links: this.#links
        .map(({ span, href }) => ({ span: cut(span), href }))
        .filter(({ span }) => isFull(span))
        .sort((one, other) => byStart(one.span, other.span)),
      emphasis: this.#emphasis.map(cut).filter(isFull).sort(byStart),
    };
  }
}
