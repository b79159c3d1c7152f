// The command line: what was typed, as a command.
import { read } from './commands/read.ts';
import { commands, endAtDefects, run } from './commands/run.ts';

const list = process.argv.slice(2);

/** What is typed most, sources and nothing else, does without the parser's five milliseconds. */
async function main(): Promise<void> {
  const parsed = list.some((word) => /^-./u.test(word)) || commands.some((name) => name === list[0]);
  if (parsed) await (await import('./commands/arguments.ts')).parseArguments(read);
  else await run({ mouse: true }, (settings) => read(list, settings));
}

endAtDefects();
void main();
