/** Hashtags: #محمد_صلاح names whom the article names, and what its words alone would name is not meant. */
import type { Word } from '../../common/words.ts';
import type { Form } from '../words/forms.ts';
import { knownAt } from '../words/gazetteer.ts';

type Words = readonly Word<Form>[];

/** A hashtag of several words, by words of its block. */
export interface Hashtag {
  /** The first word behind the sign, and the first one after the tag. */
  readonly from: number;
  readonly to: number;
  /** Its words without the lines between them. */
  readonly words: Words;
}

/** The hashtags of several words in a block, in order. */
export function hashtagsIn(words: Words): Hashtag[] {
  const found: Hashtag[] = [];
  for (let at = 0; at + 3 < words.length; at++) {
    if (words[at]!.form.key !== '#' || words[at + 1]!.kind !== 'word') continue;
    let to = at + 2;
    while (words[to]?.form.key === '_' && words[to + 1]?.kind === 'word') to += 2;
    if (to > at + 2)
      found.push({ from: at + 1, to, words: words.slice(at + 1, to).filter(({ kind }) => kind === 'word') });
    at = to - 1;
  }
  return found;
}

/** The known place or body that is all of a hashtag: #الأمم_المتحدة. */
export function knownTag({ words }: Hashtag): ReturnType<typeof knownAt>[number] | undefined {
  return knownAt(words, 0).find(({ cut, length }) => cut === 0 && length === words.length);
}
