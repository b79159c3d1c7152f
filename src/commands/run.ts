/** Exit status where something could not be shown, or the command line was not understood. */
export const failure = 2;

/** Exit status of a defect of the program itself: EX_SOFTWARE of sysexits.h. */
const defect = 70;

/** Ends the program at what nobody caught, with its trace alone: Node would print the whole bundle's line before it. */
export function endAtDefects(): void {
  const end = (error: unknown): void => {
    const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(`maqal: a defect of maqal itself; please report it with this:\n${trace}\n`);
    process.exit(defect);
  };
  process.on('uncaughtException', end);
  process.on('unhandledRejection', end);
}

/** Tells in one line on standard error why a source cannot be shown; throws what is no such reason on. */
export function tellFailure(error: unknown): void {
  // Only the sources' own errors are the user's to mend; anything else is a defect, and keeps its trace.
  if (!(error instanceof Error) || error.name !== 'SourceError') throw error;
  const { source, message } = error as Error & { source: string };
  process.stderr.write(`maqal: ${source}: ${message}\n`);
}

/** Runs one command; what it throws becomes one line on standard error and exit status 2. */
export async function run(command: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await command();
  } catch (error) {
    tellFailure(error);
    process.exitCode = failure;
  }
}
