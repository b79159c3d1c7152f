import type { Token } from 'markdown-it';
import type { Inline, Stretch } from '../assembly/inline.ts';
import { raised } from '../assembly/raised.ts';
import { stretchOf } from '../html/elements.ts';
import { hrefOf } from '../links/href.ts';
import { type Attributes, readMarkup } from '../markup/markup.ts';

/**
 * The words of one block of Markdown: its inline tokens, and the elements of HTML between them.
 */

const stretches: Readonly<Record<string, Stretch>> = {
  em_open: { role: 'emphasis' },
  strong_open: { role: 'strong' },
  s_open: { role: 'deleted' },
};
const code: Stretch = { role: 'code', isolate: 'ltr' };

/** Adds the words of inline tokens. Addresses of links are made absolute with `base`. */
export function addWords(inline: Inline, tokens: readonly Token[], base: string | undefined): void {
  const elements = new InlineElements(inline, base);
  for (const token of tokens) {
    switch (token.type) {
      case 'text':
      case 'text_special':
        inline.add(elements.raised(token.content));
        break;
      case 'code_inline':
        inline.begin(code);
        inline.addVerbatim(token.content);
        inline.end();
        break;
      case 'softbreak':
        inline.add(' ');
        break;
      case 'hardbreak':
        inline.breakLine();
        break;
      case 'em_open':
      case 'strong_open':
      case 's_open':
        elements.begin(token.type, stretches[token.type]!);
        break;
      case 'link_open':
        elements.begin(token.type, { href: hrefOf(String(token.attrGet('href') ?? ''), base) });
        break;
      case 'em_close':
      case 'strong_close':
      case 's_close':
      case 'link_close':
        elements.end(token.type.replace('close', 'open'));
        break;
      case 'image':
        inline.add(token.content || String(token.attrGet('title') ?? ''));
        break;
      case 'footnote_ref': {
        inline.mark(referenceName(token));
        inline.begin({ href: `#${noteName(token)}` });
        inline.add(`[${noteNumber(token)}]`);
        inline.end();
        break;
      }
      case 'html_inline':
        elements.read(token.content);
        break;
    }
  }
  elements.finish();
}

/** Most elements that are open at once inside a line; more is disorder. */
const deepest = 100;

/** The stretches that are open in a line, those of Markdown and those of HTML between its words. */
class InlineElements {
  readonly #inline: Inline;
  readonly #base: string | undefined;
  readonly #open: string[] = [];

  constructor(inline: Inline, base: string | undefined) {
    this.#inline = inline;
    this.#base = base;
  }

  begin(name: string, stretch: Stretch): void {
    this.#open.push(name);
    this.#inline.begin(stretch);
  }

  /** Ends a stretch, and those that were left open inside it. */
  end(name: string): void {
    const at = this.#open.lastIndexOf(name);
    if (at < 0) return;
    while (this.#open.length > at) {
      this.#open.pop();
      this.#inline.end();
    }
  }

  finish(): void {
    while (this.#open.pop() !== undefined) this.#inline.end();
  }

  /** Reads one tag. */
  read(tag: string): void {
    const closing = /^<\/([a-z][\w-]*)/i.exec(tag);
    if (closing) {
      const name = closing[1]!.toLowerCase();
      if (name === 'q' && this.#open.includes('q')) this.#inline.add('”');
      this.end(name);
      return;
    }
    readMarkup(tag, 'html', {
      open: (name, attributes) => {
        const named = attributes.id ?? attributes.name;
        if (named) this.#inline.mark(named);
        if (name === 'br') this.#inline.breakLine();
        else if (name === 'q') {
          this.#inline.add('“');
          this.begin('q', {});
        } else if (this.#open.length < deepest) {
          const stretch = this.#stretchOf(name, attributes);
          if (stretch) this.begin(name, stretch);
        }
      },
      text: () => {},
      close: () => {},
    });
  }

  #stretchOf(name: string, attributes: Attributes): Stretch | undefined {
    if (name === 'sup' || name === 'sub') return {};
    const stretch = stretchOf(name, attributes);
    if (name !== 'a' || attributes.href === undefined) return stretch;
    return { ...stretch, href: hrefOf(attributes.href, this.#base) };
  }

  /** Words as they are written where they stand raised or lowered. */
  raised(words: string): string {
    const last = this.#open.at(-1);
    return last === 'sup' || last === 'sub' ? (raised(words, last) ?? words) : words;
  }
}

/** Footnotes are numbered in the order of their first mention, from 1, as they are rendered everywhere. */
export function noteNumber(token: Token): number {
  return Number((token.meta as { id?: number } | null)?.id ?? 0) + 1;
}

/** Names that no heading goes by: those have no colon. */
export function noteName(token: Token): string {
  return `note:${noteNumber(token)}`;
}

/** The name of the place that refers to a note, for the first time or again. */
export function referenceName(token: Token): string {
  return `reference:${noteNumber(token)}:${referenceNumber(token)}`;
}

/** How often a note has been referred to before, and once more. */
export function referenceNumber(token: Token): number {
  return Number((token.meta as { subId?: number } | null)?.subId ?? 0) + 1;
}
