import type { Command } from 'commander';

/** Ends the program with the parser's own word if neither sources nor a list of them is named. */
export function needsSources(
  sources: readonly string[],
  { filesFrom }: { readonly filesFrom?: string },
  command: Command,
): void {
  if (sources.length === 0 && filesFrom === undefined)
    command.error("error: missing required argument 'source'", { code: 'commander.missingArgument' });
}
