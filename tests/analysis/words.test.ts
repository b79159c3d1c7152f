// Words are parted as one pattern says, though most are parted without asking it.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordsOf } from '../../src/analysis/common/words.ts';

/** Letters with their marks and joiners; numbers with their separators; anything else sign by sign, but what is not seen. */
const pattern =
  /\p{L}[\p{L}\p{M}\u200c\u200d]*|\p{Nd}+(?:[.,٫٬/:]\p{Nd}+)*\p{M}*|\.{2,}\p{M}*|[^\p{L}\p{M}\p{Nd}\s\u200c\u200d\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069][\p{M}\u200d]*/gu;

const kindOf = (spelling: string): string => {
  if (/^[0-9٠-٩۰-۹]/.test(spelling)) return 'number';
  return /^[\p{L}\p{M}]/u.test(spelling) && !/^ـ+$/.test(spelling) ? 'word' : 'punctuation';
};

/** Pieces around which words begin and end in Arabic. */
const piece = fc.constantFrom(
  ...'قال|وزير|ى|ء|ؤ|ة|ـ|ـ|\u064b|\u0651|\u0652|\u0653|\u0670|ک|ی|گ|ٱ|\u0600|\u0620|\u063b|\u0640|\u200c|\u200d|\u200f|\u061c| | |\n|\t|\u00a0|،|:|«|»|(|)|.|..|؛|؟|"|-|٪|3|٣|3.5|1/2|A|é|e\u0301|א|\ud83d|😀|\u2066'.split(
    '|',
  ),
);
const text = fc.oneof(
  fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

test('a block is parted as the pattern parts it, and nothing beside it has a say', () => {
  fc.assert(
    fc.property(text, text, text, (before, inside, behind) => {
      const whole = before + inside + behind;
      const start = before.length;
      const found = wordsOf(whole, { start, end: start + inside.length }, (spelling, kind) => [
        spelling,
        kind,
      ]);
      let last = -1;
      const wanted = [...inside.matchAll(pattern)].map(({ 0: spelling, index }) => {
        const from = start + index;
        const joined = last === from;
        last = from + spelling.length;
        const kind = kindOf(spelling);
        return { start: from, end: last, kind, joined, form: [spelling, kind] };
      });
      expect(found).toEqual(wanted);
    }),
    { numRuns: 2000 },
  );
});
