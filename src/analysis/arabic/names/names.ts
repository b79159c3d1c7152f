import type { Span } from '../../../text/span.ts';
import type { Mention } from '../../common/mentions.ts';
import type { Word } from '../../common/words.ts';
import type { Form } from '../words/forms.ts';
import { articled, assignPeople, joinBrackets } from './aliases.ts';
import type { Found } from './found.ts';
import { type Hashtag, hashtagsIn, knownTag } from './hashtags.ts';
import { ShortNames } from './short-names.ts';
import { radiosIn } from './stations.ts';

type Words = readonly Word<Form>[];

/** The names of an article: known ones, those that a head announces, people, and their later short forms. */
class Names extends ShortNames {
  /** All names, in three passes: announced and known ones, people, later forms of both. */
  *find(): Generator<number, Found[], void> {
    const tags = this.blocks.map(hashtagsIn);
    for (const [block, some] of tags.entries())
      for (const { from, to } of some) this.taken[block]!.fill(-1, from, to);
    for (const [block, words] of this.blocks.entries()) {
      for (const { type, from, to, cut } of radiosIn(words))
        this.add({ type, block, from, to, cut, keys: [this.properKey(words, from, to)] });
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
    this.familyPlaces();
    this.propagate();
    this.blocks.forEach((words, block) => {
      for (let at = 0; at < words.length; at++) at = this.located(words, block, at);
    });
    this.propagate();
    for (const [block, some] of tags.entries()) for (const tag of some) this.tagged(block, tag);
    return this.found;
  }

  /** A hashtag that is all of a name: of somebody whom the article names, or a known place or body. */
  private tagged(block: number, tag: Hashtag): void {
    const { from, to } = tag;
    const name = tag.words.map(({ form }) => form.key);
    const known = knownTag(tag);
    if (known) this.add({ type: known.type, block, from, to, cut: 0, keys: [known.id] });
    else if (this.found.some((one) => one.type === 'person' && one.name?.join(' ') === name.join(' ')))
      this.add({ type: 'person', block, from, to, cut: 0, keys: [], name });
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
