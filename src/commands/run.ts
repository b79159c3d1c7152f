import { SourceError } from '../article/model/problem.ts';
import type { CommandProblem, UsageProblem } from '../reader/words/problem.ts';
import { log } from '../session/log.ts';
import { configured, type Settings, SettingsError } from '../settings/configuration.ts';
import type { Options } from '../settings/options.ts';
import { type Telling, tellProblem } from '../settings/tell.ts';
import { LibraryError } from '../store/library/failure.ts';
import { nearest } from '../text/nearest.ts';
import { commands } from './names.ts';

/** Exit status where something could not be shown, or the command line was not understood. */
export const failure = 2;

/** Exit status of a defect of the program itself: EX_SOFTWARE of sysexits.h. */
const defect = 70;

/** Ends the program at what nobody caught, in one line; its trace goes to the log, if there is one. */
export function endAtDefects(): void {
  const end = (error: unknown): void => {
    const limit = limitOf(error);
    if (limit) {
      tellProblem({ key: limit }, null, {});
      process.exit(failure);
    }
    const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
    log('defect', trace);
    const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    tellProblem({ key: 'defect', detail, log: process.env.MAQAL_LOG ?? '' }, null, {});
    process.exit(defect);
  };
  // What Node warns of it would write over the page.
  process.removeAllListeners('warning');
  process.on('warning', ({ stack, message }) => log('warning', stack ?? message));
  // Without a listener a file beyond the limit of the shell (ulimit -f) kills the process; with one, the write fails.
  process.on('SIGXFSZ', () => {});
  process.on('uncaughtException', end);
  process.on('unhandledRejection', end);
}

/** The limit of the system that an error tells of; undefined if it tells of none. */
function limitOf(error: unknown): 'tooFewFiles' | 'tooLittleMemory' | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code } = error as NodeJS.ErrnoException;
  // Node 24 tells it in words only, of a package.json that it looks for.
  if (code === 'EMFILE' || code === 'ENFILE' || /too many open files/i.test(error.message))
    return 'tooFewFiles';
  // As V8 and Emscripten put it.
  return code === 'ENOMEM' || /out of memory|allocation failed/i.test(error.message)
    ? 'tooLittleMemory'
    : undefined;
}

/** Why a command cannot do what it is asked to; `command` is its name. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  readonly command: string;
  readonly problem: CommandProblem;

  constructor(command: string, problem: CommandProblem) {
    super(problem.key);
    this.command = command;
    this.problem = problem;
  }
}

/** If the first word is not there as a file, but nearly the name of a command: which. */
function commandMeant({ source, problem }: SourceError): UsageProblem | undefined {
  if (problem.key !== 'noSuchFile' || source !== process.argv[2] || !/^[a-z]+$/i.test(source))
    return undefined;
  const meant = source === 'help' ? '--help' : nearest(source, commands);
  return meant === undefined ? undefined : { key: 'noSuchCommand', nearest: meant };
}

/** Tells in one line on standard error why a source cannot be shown. Rethrows anything else: it is a defect. */
export function tellFailure(error: unknown, telling: Telling): void {
  if (error instanceof SourceError) tellProblem(commandMeant(error) ?? error.problem, error.source, telling);
  else if (error instanceof LibraryError) tellProblem(error.problem, null, telling);
  else if (error instanceof SettingsError) tellProblem(error.problem, error.file, telling);
  else if (error instanceof CommandError) tellProblem(error.problem, error.command, telling);
  else throw error;
}

/** Runs one command with what holds for it; what it throws becomes one line on standard error and exit status 2. */
export async function run(given: Options, command: (settings: Settings) => Promise<number>): Promise<void> {
  const settings = configured(given);
  try {
    process.exitCode = await command(settings);
  } catch (error) {
    tellFailure(error, settings.options);
    process.exitCode = failure;
  }
}
