// The command lines that the reader reads without the parser: it must understand what the parser understands.
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { makeProgram } from '../../src/commands/arguments.ts';
import { readerLine } from '../../src/commands/reader-line.ts';

vi.stubGlobal('MAQAL_VERSION', '0');

const option = fc.constantFrom(
  ['--theme', 'dark'],
  ['--theme', 'plain'],
  ['--width', '60'],
  ['--width', '9'],
  ['--ui', 'ar'],
  ['--ui', 'auto'],
  ['--sidebar', 'off'],
  ['--terminal', 'visual-lrm'],
  ['--direction', 'rtl'],
  ['--language', 'ur'],
  ['--tashkeel', 'hide'],
  ['--no-mouse'],
  ['--plain'],
);
const source = fc.constantFrom(['a.md'], ['-'], ['/a b/c.txt'], ['https://a.example/b'], ['print'], ['']);
const line = fc.array(fc.oneof(option, source), { maxLength: 6 }).map((parts) => parts.flat());

test('what is understood without the parser the parser understands the same', () => {
  let understood = 0;
  fc.assert(
    fc.property(line, (words) => {
      const read = readerLine(words);
      const program = makeProgram(async () => 0);
      const { operands, unknown } = program.parseOptions(words);
      // The first word that is no option may be a command.
      if (operands[0] === 'print') {
        expect(read).toBeUndefined();
        return;
      }
      understood++;
      expect(unknown).toEqual([]);
      expect(read).toEqual({ sources: operands, options: program.opts() });
    }),
    { numRuns: 300 },
  );
  expect(understood).toBeGreaterThan(100);
});

test.each([
  ['a command', ['analyze', 'a.md']],
  ['a command behind an option', ['--theme', 'dark', 'keys']],
  ['an option that the reader has not', ['--json', 'a.md']],
  ['help', ['--help']],
  ['a short option', ['-h']],
  ['a value behind =', ['--theme=dark']],
  ['a part of a name', ['--them', 'dark']],
  ['a value that is none', ['--theme', 'pink']],
  ['a width that is none', ['--width', '0']],
  ['no value', ['a.md', '--theme']],
  ['the name of what every object has', ['--constructor', 'a']],
  ['the end of options', ['--', '-a.md']],
  ['one dash', ['-theme', 'dark']],
])('%s is for the parser', (_, words) => expect(readerLine(words)).toBeUndefined());
