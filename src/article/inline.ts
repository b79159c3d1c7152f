import type { Span } from '../text/span.ts';
import type { Link } from './article.ts';

/** Builds the words of one block: text, with links and emphasis as spans of it. */
export class Inline {
  #text = '';
  readonly #links: Link[] = [];
  readonly #emphasis: Span[] = [];
  readonly #open: { start: number; href?: string | undefined }[] = [];

  /** Adds words. White space runs are one blank, and none stands at the start or after another. */
  add(words: string): void {
    const collapsed = words.replace(/[\t\n\r\f\u0085\u2029 ]+/g, ' ');
    this.#text += collapsed.startsWith(' ') && this.#endsBlank() ? collapsed.slice(1) : collapsed;
  }

  #endsBlank(): boolean {
    return this.#text === '' || isBlank(this.#text.charCodeAt(this.#text.length - 1));
  }

  /** Adds words as they are. */
  addVerbatim(words: string): void {
    this.#text += words;
  }

  /** Ends the line inside the block. */
  breakLine(): void {
    this.#text = `${this.#text.trimEnd()}\u2028`;
  }

  /** Begins a link, or, without an address, emphasis. Every `begin` needs its `end`. */
  begin(href?: string): void {
    this.#open.push({ start: this.#text.length, href });
  }

  end(): void {
    const opened = this.#open.pop();
    const span = opened && { start: opened.start, end: this.#text.length };
    if (!span || span.start >= span.end) return;
    if (opened.href === undefined) this.#emphasis.push(span);
    else this.#links.push({ span, href: opened.href.replace(/[\p{Cc}\p{Cf}]/gu, '') });
  }

  /** The words so far, trimmed, with their spans in the order of the text. */
  finish(): { text: string; links: Link[]; emphasis: Span[] } {
    while (this.#open.length > 0) this.end();
    let last = this.#text.length;
    while (last > 0 && isBlank(this.#text.charCodeAt(last - 1))) last--;
    let skipped = 0;
    while (skipped < last && isBlank(this.#text.charCodeAt(skipped))) skipped++;
    const cut = (span: Span): Span => ({
      start: Math.max(0, span.start - skipped),
      end: Math.min(last, span.end) - skipped,
    });
    const byStart = (one: Span, other: Span) => one.start - other.start || other.end - one.end;
    return {
      text: this.#text.slice(skipped, last),
      links: this.#links
        .map(({ span, href }) => ({ span: cut(span), href }))
        .filter(({ span }) => span.end > span.start)
        .sort((one, other) => byStart(one.span, other.span)),
      emphasis: this.#emphasis
        .map(cut)
        .filter((span) => span.end > span.start)
        .sort(byStart),
    };
  }
}

function isBlank(unit: number): boolean {
  return unit === 0x20 || unit === 0x2028;
}
