import type { Span } from '../../../text/span.ts';
import type { Mention } from '../../common/mentions.ts';
import type { Word } from '../../common/words.ts';
import type { Form } from '../words/forms.ts';
import { articled, assignPeople, joinBrackets } from './aliases.ts';
import type { Found } from './found.ts';
import { ShortNames } from './short-names.ts';

type Words = readonly Word<Form>[];

/** The names of an article: known ones, those that a head announces, people, and their later short forms. */
class Names extends ShortNames {
  /** All names, in three passes: announced and known ones, people, later forms of both. */
  *find(): Generator<number, Found[], void> {
    for (const [block, words] of this.blocks.entries()) {
      for (let at = 0; at < words.length; at++) at = this.announced(words, block, at);
      if (block % 16 === 0) yield (0.5 * block) / this.blocks.length;
    }
    this.bylines();
    this.again();
    this.propagate();
    for (const [block, words] of this.blocks.entries()) {
      for (let at = 0; at < words.length; at++) at = this.person(words, block, at);
      if (block % 16 === 0) yield 0.5 + (0.4 * block) / this.blocks.length;
    }
    this.propagate();
    this.blocks.forEach((words, block) => {
      for (let at = 0; at < words.length; at++) at = this.located(words, block, at);
    });
    this.propagate();
    return this.found;
  }
}

/** Everything named in the blocks of an article, dates apart. */
export function* mentionsIn(
  text: string,
  blocks: readonly Words[],
  dates: readonly (readonly Span[])[],
): Generator<number, Mention[], void> {
  const found = yield* new Names(blocks, dates).find();
  assignPeople(found);
  joinBrackets(found, blocks);
  return found
    .map((one) => {
      const words = blocks[one.block]!;
      return {
        type: one.type,
        start: words[one.from]!.start + one.cut,
        end: words[one.to - 1]!.end,
        keys: one.keys,
        ...articled(text, words, one),
      };
    })
    .sort((a, b) => a.start - b.start);
}
