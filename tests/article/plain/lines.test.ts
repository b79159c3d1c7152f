// The lines of a plain text, by the classes of Unicode that say where a line ends and what is white space.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linesOf } from '../../../src/article/plain/lines.ts';

const unit = fc.oneof(
  fc.constantFrom(
    ...'aب× \t\n\r\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029\u200b\u200f\u202e\xad\u061c\ufeff\xa0\u1680\u3000\x00\x7f',
  ),
  fc.string({ minLength: 1, maxLength: 1, unit: 'binary' }),
);

test('are what stands between line ends, without the white space around it, where anything can be seen', () => {
  const space = '[ \\t\\x1f\\p{Zs}\\ufeff]';
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 40 }), (units) => {
      const text = units.join('');
      const { count, starts, ends } = linesOf(text);
      const found = Array.from({ length: count }, (_, line) => text.slice(starts[line], ends[line]));
      const wanted = text
        .split(/\r\n|[\n\v\f\r\x1c-\x1e\x85\u2028\u2029]/)
        .map((line) => line.replace(new RegExp(`^${space}+|${space}+$`, 'gu'), ''))
        .filter(
          (line) =>
            line
              .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\u061c\xad]/g, '')
              .replace(new RegExp(space, 'gu'), '') !== '',
        );
      expect(found).toEqual(wanted);
    }),
    { numRuns: 2000 },
  );
});
