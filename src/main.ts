// The command line: what was typed, as a command.
import { parseArguments } from './commands/arguments.ts';
import { read } from './commands/read.ts';
import { endAtDefects } from './commands/run.ts';

endAtDefects();
void parseArguments(read);
