import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Remaining } from '../../src/commands/library/remaining.ts';

/** What is said at the end of a run of so many milliseconds, `done` a function of the time, looked at ten times a second. */
function saidAfter(time: number, total: number | null, done: (at: number) => number): string {
  const remaining = new Remaining();
  let said = '';
  for (let at = 0; at <= time; at += 100) said = remaining.say(done(at), total, at);
  return said;
}

test('the time that is left follows from the pace', () => {
  const tenEachSecond = (at: number): number => at / 100;
  expect(saidAfter(20_000, 1_000, tenEachSecond)).toBe('20%, 80 s left');
  expect(saidAfter(20_000, 10_000, tenEachSecond)).toBe('2%, 16 min left');
  expect(saidAfter(20_000, 250, tenEachSecond)).toBe('80%, seconds left');
  expect(saidAfter(100_000, 1_000_000, tenEachSecond)).toBe('0%, 28 h left');
});

test('what was there already and went fast does not make the rest seem fast', () => {
  // 9,000 in the first second, then one a second.
  const done = (at: number): number => (at < 1000 ? 9 * at : 9_000 + (at - 1000) / 1000);
  expect(saidAfter(60_000, 10_000, done)).toBe('90%, 16 min left');
});

test('nothing is said before it is known: how many there are, the pace, or while nothing gets done', () => {
  expect(saidAfter(20_000, null, (at) => at)).toBe('');
  expect(saidAfter(2_900, 1e6, (at) => at)).toBe('');
  expect(saidAfter(20_000, 1_000, () => 0)).toBe('');
  expect(saidAfter(20_000, 0, () => 0)).toBe('');
  // A folder that has grown meanwhile.
  expect(saidAfter(20_000, 100, (at) => at)).toBe('');
});

test('at a steady pace it is right within a tenth, at any pace and size', () => {
  const units = { s: 1, min: 60, h: 3600 };
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 100, max: 1e7 }), (rate, total) => {
      const time = 40_000;
      const left = total / rate - time / 1000;
      fc.pre(left > 600);
      const said = saidAfter(time, total, (at) => (rate * at) / 1000);
      const [, number, unit] = /, (\d+) (s|min|h) left$/.exec(said)!;
      const seconds = Number(number) * units[unit as keyof typeof units];
      // Hours are rounded from one and a half on.
      expect(Math.abs(seconds - left)).toBeLessThanOrEqual(unit === 'h' ? 1800 : left / 10);
    }),
  );
});
