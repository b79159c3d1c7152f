import type { Direction } from '../../text/direction.ts';
import { boxes } from '../assembly/lists.ts';
import type { Block } from '../model/article.ts';

/** What is around the blocks that are being written, outermost first. */
type Container =
  | { readonly kind: 'quote' }
  /** An item of a list: its marker, until a line has been written, and the columns it takes. */
  | { readonly kind: 'item'; readonly columns: number; marker: string }
  /** Elements of HTML, for lists and markers that Markdown cannot write, and for a direction. */
  | {
      readonly kind: 'element';
      readonly tags: readonly [open: string, close: string];
      readonly isList: boolean;
      readonly direction?: Direction | 'auto';
    };

/** What a block asks of what is around it. */
interface Asked {
  readonly quotes: number;
  readonly lists: number;
  readonly marker: string | undefined;
  readonly direction: Direction | 'auto' | undefined;
}

/**
 * The quotes, lists and elements around the blocks of a document that is being written, from one block to the next. A
 * block tells how many quotes and lists are around it, not in which order: what is open stays open as long as it can.
 */
export class Nesting {
  readonly #open: Container[] = [];
  #last: Block | undefined;

  /** The lines between the block before and a block: what ends, an empty line, what begins. */
  before(block: Block, direction: Direction | 'auto' | undefined): string[] {
    const { quotes = 0, marker, kind } = block;
    const lists = block.lists ?? (kind === 'item' ? (block.level ?? 1) : 0);
    const asked = { quotes, lists, marker, direction };
    const kept = this.#kept(asked);
    const next = this.#needed(asked, block, kept);
    const isTight = this.#isTight(block, kept, next);
    this.#last = block;
    const lines: string[] = [];
    while (this.#open.length > kept) {
      const ended = this.#open.pop()!;
      if (ended.kind === 'element') lines.push(...this.#lines(['', ended.tags[1]]));
    }
    if (!isTight) lines.push(...this.#lines(['']));
    for (const container of next) {
      if (container.kind === 'element') lines.push(...this.#lines([container.tags[0], '']));
      this.#open.push(container);
    }
    return lines;
  }

  /** Lines, each with what stands before it. */
  lines(lines: readonly string[]): string[] {
    return this.#lines(lines);
  }

  /** The lines that end the document. */
  end(): string[] {
    const lines: string[] = [];
    while (this.#open.length > 0) {
      const ended = this.#open.pop()!;
      if (ended.kind === 'element') lines.push(...this.#lines(['', ended.tags[1]]));
    }
    return lines;
  }

  #lines(lines: readonly string[]): string[] {
    return lines.map((line) => {
      let before = '';
      for (const container of this.#open) {
        if (container.kind === 'quote') before += '> ';
        else if (container.kind === 'item') {
          before += container.marker === '' || line === '' ? ' '.repeat(container.columns) : container.marker;
          if (line !== '') container.marker = '';
        }
      }
      return line === '' ? before.trimEnd() : before + line;
    });
  }

  /** How many of the open containers a block stands in. */
  #kept({ quotes, lists, marker, direction }: Asked): number {
    let [quoted, listed, kept] = [0, 0, 0];
    for (const container of this.#open) {
      if (container.kind === 'quote') quoted++;
      else if (container.kind === 'item' || container.isList) listed++;
      else if (container.direction !== direction || quoted < quotes || listed < lists) break;
      if (quoted > quotes || listed > lists || (marker !== undefined && listed === lists)) break;
      kept++;
    }
    return kept;
  }

  /** What has to begin before a block. */
  #needed({ quotes, lists, marker, direction }: Asked, block: Block, kept: number): Container[] {
    const open = this.#open.slice(0, kept);
    const count = (test: (container: Container) => boolean) => open.filter(test).length;
    const takesBox = block.kind === 'item' && direction === undefined;
    const needed: Container[] = [];
    for (let more = quotes - count(({ kind }) => kind === 'quote'); more > 0; more--)
      needed.push({ kind: 'quote' });
    const listed = count((one) => one.kind === 'item' || (one.kind === 'element' && one.isList));
    for (let more = lists - listed; more > 0; more--)
      needed.push(marker === undefined ? bare : more > 1 ? item('-') : markerOf(marker, takesBox));
    if (direction && !open.some((one) => one.kind === 'element' && one.direction))
      needed.push({
        kind: 'element',
        tags: [`<div dir="${direction}">`, '</div>'],
        isList: false,
        direction,
      });
    return needed;
  }

  /** Whether no empty line has to stand before a block: rows of a table, and items that can be told from a paragraph. */
  #isTight(block: Block, kept: number, next: readonly Container[]): boolean {
    const last = this.#last;
    if (!last || (block.table !== undefined && block.table === last.table)) return true;
    const first = next[0];
    return (
      last.kind === 'item' &&
      block.kind === 'item' &&
      next.length === 1 &&
      first?.kind === 'item' &&
      (last.quotes ?? 0) === (block.quotes ?? 0) &&
      this.#open.slice(kept).every(({ kind }) => kind === 'item') &&
      // Only a first number ends a paragraph.
      ((block.lists ?? 1) <= (last.lists ?? 1) || /^(?:- |1[.)] )/.test(first.marker))
    );
  }
}

/** A list of which this is no item. */
const bare: Container = { kind: 'element', tags: ['<ul>', '</ul>'], isList: true };

function item(marker: string): Container {
  return { kind: 'item', marker: `${marker} `, columns: marker.length + 1 };
}

function markerOf(marker: string, takesBox: boolean): Container {
  if (marker === '•') return item('-');
  if (/^\d{1,9}[.)]$/.test(marker)) return item(marker);
  if ((marker === boxes.open || marker === boxes.done) && takesBox)
    return { kind: 'item', marker: marker === boxes.open ? '- [ ] ' : '- [x] ', columns: 2 };
  const quoted = marker.replace(/["\\]/g, '\\$&').replace(/[&<']/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return {
    kind: 'element',
    tags: [`<ul><li style='list-style-type: "${quoted}"'>`, '</li></ul>'],
    isList: true,
  };
}
