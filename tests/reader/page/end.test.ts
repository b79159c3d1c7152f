// Whether a page is the last one: told by that page alone, and by counting back from the end of the article.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainArticle } from '../../../src/article/plain/plain.ts';
import { lastTop, moveRows, pageRows, reachesEnd, type View } from '../../../src/reader/page/page.ts';
import { comparePlaces, type Place } from '../../../src/reader/page/place.ts';

const paragraphs = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 12 });

test('a page shows the last row of the article from the last top on, and not before', () => {
  fc.assert(
    fc.property(paragraphs, fc.integer({ min: 1, max: 30 }), (lengths, height) => {
      const text = lengths.map((length) => 'كلمة '.repeat(length).trim()).join('\n\n');
      const view: View = {
        article: plainArticle(text, { source: 'a', notices: [] }),
        width: 30,
        height,
        tashkeel: 'keep',
        justify: false,
      };
      const last = lastTop(view);
      let top: Place = { block: 0, offset: view.article.blocks[0]!.span.start };
      for (let row = 0; row < 80; row++) {
        expect(reachesEnd(view, top)).toBe(comparePlaces(top, last) >= 0);
        top = moveRows(view, top, 1);
      }
      expect(pageRows(view, last).length).toBeLessThanOrEqual(height);
    }),
  );
});
