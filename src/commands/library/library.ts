// `maqal library …`: the options and words of its commands.
import { Argument, type Command, InvalidArgumentError, Option } from 'commander';
import type { Options } from '../../settings/options.ts';
import { needsSources } from '../many/needs-sources.ts';
import { run } from '../run.ts';

function count(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('a whole number from 1.');
  return number;
}

function day(value: string): string {
  if (!/^\d{4}(?:-\d\d(?:-\d\d)?)?$/u.test(value))
    throw new InvalidArgumentError('a day as 2026, 2026-05 or 2026-05-31.');
  return value;
}

/** The options of a command that answers with a list. */
function withAnswers(command: Command): Command {
  return command
    .option('--json', 'as a JSON array')
    .option('--jsonl', 'as JSON, one object a line')
    .option('--csv', 'as CSV')
    .addOption(new Option('--limit <n>', 'how many at most').argParser(count));
}

/** The options that choose among articles. */
function withFilter(command: Command): Command {
  return command
    .addOption(new Option('--since <day>', 'published on that day or later').argParser(day))
    .option('--site <name>', 'of a site, or with that in the address')
    .option('--language <code>', 'in a language');
}

/** Adds what the library can be asked. */
function addQuestions(library: Command): void {
  const ask = () => import('./ask.ts');
  withFilter(withAnswers(library.command('search')))
    .description('find words in all articles; exit status 1 if there are none')
    .argument('<query>', 'words to look for')
    .action((query: string, _: Options, command: Command) =>
      run(command.optsWithGlobals(), async ({ options }) => (await ask()).search(query, options)),
    );
  withAnswers(library.command('people'))
    .description('who is quoted and named, the most quoted first')
    .argument('[name]', 'a part of the name', '')
    .action((name: string, _: Options, command: Command) =>
      run(command.optsWithGlobals(), async ({ options }) => (await ask()).people(name, options)),
    );
  withAnswers(library.command('names'))
    .description('organizations and places')
    .argument('[name]', 'a part of the name', '')
    .action((name: string, _: Options, command: Command) =>
      run(command.optsWithGlobals(), async ({ options }) => (await ask()).names(name, options)),
    );
  withFilter(withAnswers(library.command('quotes')))
    .description('what was said')
    .option('--by <name>', 'by whom, under any of their names')
    .action((_: Options, command: Command) =>
      run(command.optsWithGlobals(), async ({ options }) => (await ask()).quotes(options)),
    );
  withFilter(withAnswers(library.command('export')))
    .description('all articles, quotes or mentions, as JSON Lines')
    .addArgument(new Argument('<what>', 'what to write').choices(['articles', 'quotes', 'mentions']))
    .action((what: string, _: Options, command: Command) =>
      run(command.optsWithGlobals(), async ({ options }) => (await ask()).exported(what, options)),
    );
}

/** Adds `library` and what comes after it to the program. */
export function addLibrary(program: Command): void {
  const keep = () => import('./keep.ts');
  const library = program
    .command('library')
    .description('what is kept: added, searched, listed, exported')
    .option('--json', 'as JSON')
    .action((options: Options) => run(options, async ({ options: all }) => (await keep()).describe(all)));
  library
    .command('add')
    .description('keep articles: files, folders with all below them, addresses')
    .addArgument(new Argument('[source...]', 'files, folders and addresses'))
    .option('--files-from <list>', 'names in a file, one a line or NUL between; - for standard input')
    .option('--later', 'keep now, analyze later by `maqal library work`')
    .action((sources: string[], many: { filesFrom?: string }, command: Command) => {
      needsSources(sources, many, command);
      return run(command.optsWithGlobals(), async (settings) =>
        (await import('./add.ts')).add(sources, settings),
      );
    });
  library
    .command('work')
    .description('analyze what is kept and not analyzed yet; any number at once')
    .option('--wait', 'wait for more when nothing is left')
    .action((_: Options, command: Command) =>
      run(command.optsWithGlobals(), async ({ options }) => (await import('./work.ts')).work(options)),
    );
  addQuestions(library);
  library
    .command('remove')
    .description('take articles out, with all that was found in them')
    .argument('<source...>', 'as `export articles` lists them')
    .action((sources: string[], _: Options, command: Command) =>
      run(command.optsWithGlobals(), async ({ options }) => (await keep()).remove(sources, options)),
    );
  library
    .command('check')
    .description('look at every page and every text')
    .action((_: Options, command: Command) =>
      run(command.optsWithGlobals(), async ({ options }) => (await keep()).check(options)),
    );
  library
    .command('compact')
    .description('give the disk back what is no longer needed')
    .action((_: Options, command: Command) =>
      run(command.optsWithGlobals(), async ({ options }) => (await keep()).compact(options)),
    );
  for (const [name, same] of [
    ['same', true],
    ['distinct', false],
  ] as const)
    library
      .command(name)
      .description(`say that two names are ${same ? 'one person' : 'two people'}`)
      .argument('<name>')
      .argument('<other>')
      .action((one: string, other: string, _: Options, command: Command) =>
        run(command.optsWithGlobals(), async ({ options }) =>
          (await keep()).decide(one, other, same, options),
        ),
      );
}
