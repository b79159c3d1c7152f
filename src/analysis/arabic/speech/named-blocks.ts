import type { Span } from '../../../text/span.ts';
import type { Entity } from '../../analysis.ts';
import type { Word } from '../../common/words.ts';
import type { Form } from '../words/forms.ts';
import type { Named, NamedAt } from './sentence.ts';

/** The mentions of an article by block, put together for one block at a time: of a book they are many. */
export class NamedBlocks {
  private readonly blocks: readonly (readonly Word<Form>[])[];
  /** All mentions in the order of the text, and whose they are. */
  private readonly all: readonly { readonly mention: Span; readonly entity: Entity }[];
  /** For each block the index of its first mention, and at last the index behind all. */
  private readonly firsts: Int32Array;

  constructor(blocks: readonly (readonly Word<Form>[])[], entities: readonly Entity[]) {
    this.blocks = blocks;
    this.all = entities
      .flatMap((entity) => entity.mentions.map((mention) => ({ mention, entity })))
      .sort((a, b) => a.mention.start - b.mention.start);
    this.firsts = new Int32Array(blocks.length + 1);
    let next = 0;
    for (const [block, words] of blocks.entries()) {
      this.firsts[block] = next;
      const end = words.at(-1)?.end ?? 0;
      while (next < this.all.length && this.all[next]!.mention.start < end) next++;
    }
    this.firsts[blocks.length] = next;
  }

  /** The mentions of a block, by the index of their first word. */
  of(block: number): NamedAt {
    const words = this.blocks[block]!;
    const named = new Map<number, Named>();
    let at = 0;
    for (const { mention, entity } of this.all.slice(this.firsts[block], this.firsts[block + 1])) {
      while (at < words.length && words[at]!.end <= mention.start) at++;
      let to = at;
      while (to < words.length && words[to]!.start < mention.end) to++;
      if (to > at) named.set(at, { from: at, to, entity, mention });
    }
    return named;
  }
}
