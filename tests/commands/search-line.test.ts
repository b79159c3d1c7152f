// The command lines of a search that are read without the parser: it must understand what the parser understands.
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { makeProgram } from '../../src/commands/arguments.ts';
import { searchLine } from '../../src/commands/search-line.ts';

vi.stubGlobal('MAQAL_VERSION', '0');

const option = fc.constantFrom(
  ...[
    '-c',
    '--count',
    '-l',
    '--files-with-matches',
    '-w',
    '--word-regexp',
    '-E',
    '--extended-regexp',
    '--case',
  ],
  ...['--exact', '-r', '--recursive', '--json', '--jsonl', '-n', '-i', '--no-mouse', '--theme dark'],
  ...['--width 60', '--ui ar', '--terminal visual', '--language fa', '--tashkeel hide', '--sidebar off'],
);
const operand = fc.constantFrom('كتاب', 'a b.txt', '-', 'search', 'https://a.example/b', '');
const line = fc
  .array(
    fc.oneof(
      { arbitrary: option.map((words) => words.split(' ')), weight: 1 },
      operand.map((word) => [word]),
    ),
    {
      maxLength: 7,
    },
  )
  .map((parts) => ['search', ...parts.flat()]);

/** What the parser makes of a line: operands, and all options with those of the program. */
function parsed(words: readonly string[]): unknown {
  const program = makeProgram(async () => 0);
  const command = program.commands.find((one) => one.name() === 'search')!;
  const { operands, unknown } = command.parseOptions(words.slice(1));
  expect(unknown).toEqual([]);
  const [query, ...sources] = operands;
  return { query, sources, options: command.opts() };
}

test('what is understood without the parser the parser understands the same', () => {
  let understood = 0;
  fc.assert(
    fc.property(line, (words) => {
      const read = searchLine(words);
      const operands = (parsed(words) as { sources: string[] }).sources.length;
      expect(read !== undefined).toBe(operands > 0);
      if (!read) return;
      understood++;
      expect(read).toEqual(parsed(words));
    }),
    { numRuns: 300 },
  );
  expect(understood).toBeGreaterThan(100);
});

test.each([
  ['another command', ['print', 'a', 'b']],
  ['nothing', []],
  ['no source', ['search', 'a']],
  ['options before the command', ['--theme', 'dark', 'search', 'a', 'b']],
  ['short options in one', ['search', '-rl', 'a', 'b']],
  ['an option with a number', ['search', '-A', '1', 'a', 'b']],
  ['help', ['search', '--help', 'a', 'b']],
  ['the end of options', ['search', '--', '-a', 'b']],
  ['an option that it has not', ['search', '--plain', 'a', 'b']],
  ['the name of what every object has', ['search', 'constructor', '--constructor', 'b']],
])('%s is for the parser', (_, words) => expect(searchLine(words)).toBeUndefined());
