import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonFault } from '../../src/settings/json-fault.ts';

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

test.each([
  ['{\n  "theme": "dark",\n  "width": 6O\n}', 3, 12],
  ['{"a": 1 "b": 2}', 1, 9],
  ['{"a": 1,}', 1, 9],
  ['[1, 2', 1, 6],
  ['{"كلمة": «x»}', 1, 10],
  ['{"😀": x}', 1, 7],
  ['{\r\n"a": tru}', 2, 6],
  ['', 1, 1],
  ['\n\n  ', 3, 3],
  ['{} {}', 1, 4],
  ['{"a": [1, }]}', 1, 11],
  ["{'a': 1}", 1, 2],
  ['{a: 1}', 1, 2],
  ['// settings\n{}', 1, 1],
  ['["\t"]', 1, 2],
  ['["\\x"]', 1, 2],
  ['[01]', 1, 2],
  ['[True]', 1, 2],
  ['\ufeff{}', 1, 1],
])('%j goes wrong at line %i, column %i', (text, line, column) => {
  expect(jsonFault(text)).toEqual({ line, column });
});

test('what the engine reads has no fault, and what it does not read has one', () => {
  const edit = fc.record({
    at: fc.nat(400),
    gone: fc.nat(3),
    come: fc.constantFrom('', ',', '}', ']', '"', 'e', '-', '0', '\n', '\\', ':'),
  });
  fc.assert(
    fc.property(
      fc.json({ depthSize: 'small' }),
      fc.array(edit, { maxLength: 3 }),
      fc.nat(2),
      (json, edits, indent) => {
        let text = JSON.stringify(JSON.parse(json), null, indent);
        expect(jsonFault(text)).toBeNull();
        for (const { at, gone, come } of edits) {
          const place = at % (text.length + 1);
          text = text.slice(0, place) + come + text.slice(place + gone);
        }
        expect(jsonFault(text) === null).toBe(isJson(text));
      },
    ),
    { numRuns: 500 },
  );
});

test('the place is that which the engine names, or the begin of the piece that it is in', () => {
  fc.assert(
    fc.property(fc.json({ depthSize: 'small' }), fc.nat(), (json, nat) => {
      const text = JSON.stringify(JSON.parse(json), null, 1).slice(0, nat % json.length);
      const fault = jsonFault(text);
      if (fault === null) return;
      const lines = text.split('\n');
      const offset = [...lines.slice(0, fault.line - 1), ''].join('\n').length;
      const before = offset + [...lines[fault.line - 1]!].slice(0, fault.column - 1).join('').length;
      // What stands before it could go on as JSON: with all of the rest that was cut off it does.
      expect(before).toBeLessThanOrEqual(text.length);
      try {
        JSON.parse(text);
      } catch (error) {
        const named = /position (\d+)/u.exec((error as Error).message);
        if (named) expect(before).toBeLessThanOrEqual(Number(named[1]));
      }
    }),
  );
});
