import type { Word } from '../../common/words.ts';
import type { Form } from './forms.ts';

/** Questions so far; each has a bit of `Form.asked` and of `Form.answers`. */
let questions = 0;

/**
 * A question about a word that its spelling alone answers, asked once for each spelling of an article: nine words of ten
 * have stood before. Throws where there are more questions than bits.
 */
export function ofSpelling(ask: (word: Word<Form>) => boolean): (word: Word<Form>) => boolean {
  if (questions === 32) throw new RangeError('a form holds the answers of 32 questions');
  const bit = 1 << questions++;
  return (word) => {
    const { form } = word;
    if ((form.asked & bit) === 0) {
      if (ask(word)) form.answers |= bit;
      form.asked |= bit;
    }
    return (form.answers & bit) !== 0;
  };
}
