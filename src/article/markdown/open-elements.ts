import type { Direction } from '../../text/direction.ts';
import { declaredDirection, isBlock, List } from '../html/elements.ts';
import { type Attributes, readMarkup } from '../markup/markup.ts';

/** Elements that are open at once around Markdown; more is disorder. */
const deepest = 100;

/** An element that is open. */
interface Element {
  readonly name: string;
  readonly direction: Direction | 'auto' | undefined;
  readonly list?: List;
}

/**
 * The elements of HTML that stand open around blocks of Markdown: pages in right-to-left languages often begin with
 * `<div dir="rtl">`, which ends many blocks later, and lists and quotes are written so as well.
 */
export class OpenElements {
  readonly #open: Element[] = [];

  /** The direction that the innermost of them which declares one declares. */
  get direction(): Direction | 'auto' | undefined {
    return this.#open.findLast(({ direction }) => direction)?.direction;
  }

  /** How many of them are lists. */
  get lists(): number {
    return this.#open.filter(({ list }) => list).length;
  }

  /** How many of them are block quotes. */
  get quotes(): number {
    return this.#open.filter(({ name }) => name === 'blockquote').length;
  }

  /**
   * Reads a stretch of HTML: what it opens and does not close stays open, and what it closes is open no more. Gives the
   * marker of an item that it ends with the beginning of, empty where none is to be seen.
   */
  read(html: string): string | undefined {
    let marker: string | undefined;
    for (const [tag, slash, written, between] of html
      .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
      .matchAll(/<(\/?)([a-z][\w-]*)\b(?:[^<>"']|"[^"]{0,500}"|'[^']{0,500}')*>([^<]*)/gi)) {
      const name = written!.toLowerCase();
      if (between!.trim() !== '') marker = undefined;
      if (!isBlock(name) || name === 'hr') continue;
      if (slash) {
        const at = this.#open.findLastIndex((element) => element.name === name);
        if (at >= 0) this.#open.length = at;
        marker = undefined;
      } else if (this.#open.length < deepest) {
        const attributes = attributesOf(tag!);
        const isList = name === 'ul' || name === 'ol' || name === 'menu';
        this.#open.push({
          name,
          direction: declaredDirection(attributes),
          ...(isList ? { list: new List(name, attributes) } : {}),
        });
        if (name === 'li') marker = this.#marker(attributes);
        if (between!.trim() !== '') marker = undefined;
      }
    }
    return marker;
  }

  #marker(attributes: Attributes): string | undefined {
    const list = this.#open.findLast((element) => element.list)?.list;
    const marker = list?.marker(attributes);
    return typeof marker === 'function' ? marker(list!) : marker;
  }
}

function attributesOf(tag: string): Attributes {
  let found: Attributes = {};
  readMarkup(tag, 'html', {
    open: (_, attributes) => {
      found = attributes;
    },
    text: () => {},
    close: () => {},
  });
  return found;
}
