import type { Direction } from '../../text/direction.ts';
import { declaredDirection, isBlock } from '../html/elements.ts';
import { readMarkup } from '../markup/markup.ts';

/** Elements that are open at once around Markdown; more is disorder. */
const deepest = 100;

/**
 * The elements of HTML that stand open around blocks of Markdown: pages in right-to-left languages often begin with
 * `<div dir="rtl">`, which ends many blocks later.
 */
export class OpenElements {
  readonly #open: { name: string; direction: Direction | 'auto' | undefined }[] = [];

  /** The direction that the innermost of them which declares one declares. */
  get direction(): Direction | 'auto' | undefined {
    return this.#open.findLast(({ direction }) => direction)?.direction;
  }

  /** Reads a stretch of HTML: what it opens and does not close stays open, and what it closes is open no more. */
  read(html: string): void {
    for (const [tag, slash, written] of html.matchAll(/<(\/?)([a-z][\w-]*)\b[^<>]*>/gi)) {
      const name = written!.toLowerCase();
      if (!isBlock(name)) continue;
      if (slash) {
        const at = this.#open.findLastIndex((element) => element.name === name);
        if (at >= 0) this.#open.length = at;
      } else if (this.#open.length < deepest) {
        readMarkup(tag!, 'html', {
          open: (_, attributes) => this.#open.push({ name, direction: declaredDirection(attributes) }),
          text: () => {},
          close: () => {},
        });
      }
    }
  }
}
