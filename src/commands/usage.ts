// What is wrong with a command line, in the language of the interface.
import type { CommanderError } from 'commander';
import { type InterfaceLanguage, isInterfaceLanguage } from '../reader/state/preferences.ts';
import type { UsageProblem } from '../reader/words/problem.ts';
import { tellProblem } from '../settings/tell.ts';

/** Tells in one line what the parser of the command line does not understand, and what was probably meant. */
export function tellUsage(error: Pick<CommanderError, 'code' | 'message'>): void {
  tellProblem(usageProblem(error), null, languageIn(process.argv));
}

/** What the parser says, as data; its messages name things in straight quotes. */
export function usageProblem({ code, message }: Pick<CommanderError, 'code' | 'message'>): UsageProblem {
  const named = [...message.matchAll(/'([^'\n]*)'/g)].map((match) => match[1]!);
  const [first = '', second = ''] = named;
  switch (code) {
    case 'commander.unknownOption':
      return {
        key: 'unknownOption',
        name: first,
        nearest: /Did you mean (?:one of )?([^\s,?]+)/.exec(message)?.[1] ?? '',
      };
    case 'commander.missingArgument':
    case 'commander.missingMandatoryOptionValue':
      return { key: 'missingArgument', name: first };
    case 'commander.optionMissingArgument':
      return { key: 'missingValue', name: first };
    case 'commander.invalidArgument': {
      // An option is named before its value, an argument after it.
      const [given, value] = /^error: command-argument/.test(message) ? [second, first] : [first, second];
      return {
        key: 'badValue',
        name: given.replace(/,? .*/, ''),
        value,
        detail: /(?:choices are|is invalid\.(?! Allowed)) (.*?)\.?$/m.exec(message)?.[1] ?? '',
      };
    }
    default:
      return {
        key: 'badUsage',
        detail: message
          .split('\n')[0]!
          .replace(/^error: /, '')
          .replace(/\.$/, ''),
      };
  }
}

/** The language that the command line asks for, though it cannot be parsed. */
function languageIn(words: readonly string[]): { ui?: InterfaceLanguage } {
  const asked = /--ui[= ]([a-z]+)\b/.exec(words.join(' '))?.[1];
  return isInterfaceLanguage(asked) ? { ui: asked } : {};
}
