import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { Settings } from '../settings/configuration.ts';
import type { Options } from '../settings/options.ts';
import { completionScript, type Shell, shells } from './completion.ts';
import type { ForgetWishes } from './forget.ts';
import { type Format, formats } from './formats.ts';
import { addLibrary } from './library/library.ts';
import { needsSources } from './many/needs-sources.ts';
import { writeRows } from './output.ts';
import { choices } from './reader-line.ts';
import { failure, run } from './run.ts';
import type { SearchWishes } from './search.ts';
import { tellUsage } from './usage.ts';

declare const MAQAL_VERSION: string;

function cells(value: string): number {
  const width = Number(value);
  if (!Number.isInteger(width) || width < 1)
    throw new InvalidArgumentError('a whole number of cells from 1.');
  return Math.min(width, widest);
}

/** No terminal is wider, in cells: that is what the system can say of one (struct winsize). */
const widest = 65_535;

/** Heading of the options that every command takes, behind its own. */
const common = 'Options of every command:';

/**
 * Adds the options that every command takes. They come behind a command's own; what only the reader shows is taken
 * everywhere, so that one alias can hold it, but told for the reader alone.
 */
function withOptions(command: Command): Command {
  const isReader = command.parent === null;
  const reading = [
    new Option('--sidebar <choice>', 'beside the article').choices(choices.sidebar),
    new Option('--theme <name>', 'colors').choices(choices.theme),
    new Option('--no-mouse', 'leave the mouse to the terminal'),
    new Option('--plain', 'lines for a screen reader in place of a screen'),
  ];
  const options = [
    new Option('--terminal <model>', 'how rows are written').choices(choices.terminal),
    new Option('--direction <direction>', 'base direction').choices(choices.direction),
    new Option('--language <language>', 'of the article').choices(choices.language),
    new Option('--encoding <name>', 'of the source, for example windows-1256'),
    new Option('--tashkeel <choice>', 'vowel marks').choices(choices.tashkeel),
    new Option('--width <cells>', 'of a line of text').argParser(cells),
    new Option('--ui <language>', 'of the interface').choices(choices.ui),
    new Option('--config <file>', 'settings, JSON'),
  ];
  for (const option of reading) command.addOption(isReader ? option : option.hideHelp());
  for (const option of options) command.addOption(isReader ? option : option.helpGroup(common));
  if (!isReader) command.addHelpOption(new Option('-h, --help', 'this help').helpGroup(common));
  return command;
}

const sources = (description: string) => new Argument('[source...]', description);

type Read = (sources: readonly string[], settings: Settings) => Promise<number>;

/** Reads the command line, runs what it asks for, and sets the exit status. `read` is there already: it comes first. */
export async function parseArguments(read: Read): Promise<void> {
  try {
    await makeProgram(read).parseAsync();
  } catch (error) {
    // --help and --version have written what they say; a full disk is told by what writes it.
    if (!(error instanceof CommanderError) || error.exitCode !== 0) throw error;
  }
}

/** The whole command line: commands, options and what they do; manual and completion are made from it. */
export function makeProgram(read: Read): Command {
  const program = new Command('maqal')
    .description('Reads and explores articles in right-to-left and mixed-direction scripts.')
    .version(MAQAL_VERSION)
    // Told in the language of the interface by `tellUsage`.
    .configureOutput({ outputError: () => {}, writeOut: (text) => void writeRows(text) })
    // An option behind a command is the command's.
    .enablePositionalOptions()
    .exitOverride((error) => {
      if (error.exitCode === 0) throw error;
      tellUsage(error);
      process.exit(failure);
    });

  withOptions(program)
    .addArgument(sources('a file, an address, or - for standard input; none: the article read last'))
    .action((list: string[], options: Options) => run(options, (settings) => read(list, settings)));

  addArticles(program);
  addSearch(program);
  addExport(program);
  addLibrary(program);
  addForget(program);
  addAround(program);
  return program;
}

/** What is done with articles. */
function addArticles(program: Command): void {
  withOptions(program.command('print').description('print the article as text'))
    .addArgument(new Argument('<source...>', 'files, or - for standard input'))
    .action((list: string[], _: Options, command: Command) =>
      run(command.optsWithGlobals(), async (settings) => (await import('./print.ts')).print(list, settings)),
    );

  withOptions(
    program
      .command('analyze')
      .description('who said what; who, where and when')
      .option('--json', 'as JSON')
      .option('--jsonl', 'as JSON, one object a line, each as soon as it is ready')
      .option(
        '--files-from <list>',
        'names in a file, one a line or NUL between, - for standard input; as --jsonl',
      )
      .option('--markdown', 'as Markdown'),
  )
    .addArgument(new Argument('[source...]', 'files, or - for standard input'))
    .action((list: string[], many: { jsonl?: boolean; filesFrom?: string }, command: Command) => {
      needsSources(list, many, command);
      return run(command.optsWithGlobals(), async (settings) =>
        (await import('./analyze.ts')).analyze(list, settings, many),
      );
    });
}

/** A number of paragraphs. */
function paragraphs(value: string): number {
  const count = Number(value);
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError('a whole number of paragraphs.');
  return count;
}

/** `search`, with what grep has taught everyone. */
function addSearch(program: Command): void {
  withOptions(
    program
      .command('search')
      .description('find words as people spell them; exit status 1 where nothing is found')
      .option('-c, --count', 'how many hits each source has')
      .option('-l, --files-with-matches', 'only the sources that have hits')
      .option('-w, --word-regexp', 'whole words only')
      .option('-E, --extended-regexp', 'the query is a regular expression of JavaScript')
      .option('--case', 'capital and small letters differ')
      .option('--exact', 'the very letters and marks, nothing folded')
      .addOption(new Option('-A, --after-context <n>', 'paragraphs behind a hit').argParser(paragraphs))
      .addOption(new Option('-B, --before-context <n>', 'paragraphs before a hit').argParser(paragraphs))
      .addOption(new Option('-C, --context <n>', 'paragraphs around a hit').argParser(paragraphs))
      .option('-r, --recursive', 'folders with all below them')
      .option('--json', 'as JSON')
      .option('--jsonl', 'as JSON, one object a line, each as soon as it is found')
      // What grep must be asked for is always so here.
      .addOption(new Option('-n, --line-number').hideHelp())
      .addOption(new Option('-i, --ignore-case').hideHelp()),
  )
    .argument('<query>', 'words to look for')
    .addArgument(new Argument('<source...>', 'files, addresses, or - for standard input'))
    .action((query: string, list: string[], wishes: SearchWishes, command: Command) =>
      run(command.optsWithGlobals(), async (settings) =>
        (await import('./search.ts')).search(query, list, settings, wishes),
      ),
    );
}

function addExport(program: Command): void {
  withOptions(
    program
      .command('export')
      .description('quotes, entities, timeline and marks, for other programs')
      .addOption(new Option('--format <name>', 'how it is written').choices(formats).default('markdown')),
  )
    .addArgument(new Argument('<source...>', 'files, or - for standard input'))
    .action((list: string[], { format }: { format: Format }, command: Command) =>
      run(command.optsWithGlobals(), async (settings) =>
        (await import('./export.ts')).exportSources(list, settings, format),
      ),
    );
}

/** What is stored is deleted. */
function addForget(program: Command): void {
  withOptions(
    program
      .command('forget')
      .description('delete what is remembered of articles: places, marks, notes, the copy in the library')
      .option('--all', 'of all articles, with the habits and the library; the settings stay')
      .option('--yes', 'with --all, without asking'),
  )
    .addArgument(sources('files, addresses, or - for the text on standard input'))
    .action((list: string[], wishes: ForgetWishes, command: Command) => {
      if (!wishes.all) needsSources(list, {}, command);
      else if (list.length > 0) command.error("error: option '--all' takes no source");
      return run(command.optsWithGlobals(), async (settings) =>
        (await import('./forget.ts')).forget(list, settings, wishes),
      );
    });
}

/** What is said of maqal itself: the terminal, settings, keys, completion. */
function addAround(program: Command): void {
  withOptions(
    program
      .command('doctor')
      .description('what this terminal is taken for, and why')
      .option('--json', 'as JSON')
      .option('--calibrate', 'choose what reads right'),
  ).action((_: Options, command: Command) =>
    run(command.optsWithGlobals(), async (settings) => (await import('./doctor.ts')).doctor(settings)),
  );

  withOptions(
    program
      .command('config')
      .description('the settings in force, and where each comes from')
      .option('--json', 'as JSON')
      .option('--schema', 'what a file of settings may hold, as a JSON Schema'),
  ).action(({ schema }: { schema?: boolean }, command: Command) =>
    run(command.optsWithGlobals(), async (settings) =>
      (await import('./config.ts')).config(settings, schema === true),
    ),
  );

  withOptions(
    program
      .command('keys')
      .description('the table of keys in force')
      .option('--json', 'as JSON')
      .option('--write', 'a file of the usual ones, every line a comment, to change'),
  ).action(({ write }: { write?: boolean }, command: Command) =>
    run(command.optsWithGlobals(), async (settings) =>
      (await import('./keys.ts')).keys(settings, write === true),
    ),
  );

  program
    .command('completion')
    .description('a script that completes commands and options, for a shell to read')
    .addArgument(new Argument('<shell>', 'which shell').choices(shells))
    .action(async (shell: Shell) => {
      await writeRows(completionScript(program, shell));
    });
}
