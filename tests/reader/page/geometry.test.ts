import fc from 'fast-check';
import { expect, test } from 'vitest';
import { geometry, measure } from '../../../src/reader/page/geometry.ts';

const sizes = fc.record({
  columns: fc.integer({ min: 40, max: 400 }),
  rows: fc.integer({ min: 10, max: 100 }),
});

test('page and list stand together in the middle at any width, and the list grows to sixty cells before emptiness does', () => {
  fc.assert(
    fc.property(sizes, fc.constantFrom('rtl', 'ltr'), (size, direction) => {
      const { sidebar, article, text, rule } = geometry(size, direction, 'open');
      expect(text.width).toBeLessThanOrEqual(measure);
      if (!sidebar || !article) return;
      // The list at the end of a line, the page at its start, the rule between the two.
      const [first, second] = direction === 'rtl' ? [sidebar, article] : [article, sidebar];
      expect(rule).toBe(first.left + first.width);
      expect(second.left).toBe(rule! + 1);
      const [before, after] = [first.left, size.columns - second.left - second.width];
      expect(Math.abs(before - after)).toBeLessThanOrEqual(1);
      expect(sidebar.width).toBeLessThanOrEqual(60);
      if (before + after > 0) expect([sidebar.width, text.width]).toEqual([60, measure]);
    }),
  );
});

test('without a list the text stands in the middle', () => {
  fc.assert(
    fc.property(sizes, fc.constantFrom('rtl', 'ltr'), (size, direction) => {
      const { text } = geometry(size, direction, 'closed');
      expect(Math.abs(text.left - (size.columns - text.left - text.width))).toBeLessThanOrEqual(1);
    }),
  );
});

test('one side is the other mirrored', () => {
  fc.assert(
    fc.property(sizes, (size) => {
      const [rtl, ltr] = [geometry(size, 'rtl', 'open'), geometry(size, 'ltr', 'open')];
      expect([rtl.sidebar?.width, rtl.article?.width, rtl.text.width]).toEqual([
        ltr.sidebar?.width,
        ltr.article?.width,
        ltr.text.width,
      ]);
    }),
  );
});
