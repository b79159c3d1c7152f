// Completion for shells, made from the commands and options themselves, so that it never says less or more than they do.
import type { Command, Option } from 'commander';

/** The shells that are known. */
export const shells = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof shells)[number];

/** A command with its path: «library search». */
interface Known {
  readonly path: readonly string[];
  readonly command: Command;
}

function known(command: Command, path: readonly string[] = []): Known[] {
  return [{ path, command }, ...command.commands.flatMap((one) => known(one, [...path, one.name()]))];
}

const flagsOf = ({ long, short }: Option): string[] => [long, short].flatMap((flag) => (flag ? [flag] : []));

/** A script that completes commands, options and the values of options; anything else is completed as a file. */
export function completionScript(program: Command, shell: Shell): string {
  const commands = known(program);
  if (shell === 'fish') return fish(commands);
  if (shell === 'zsh')
    return `#compdef maqal\nautoload -U +X bashcompinit && bashcompinit\n${bash(commands)}`;
  return bash(commands);
}

/** The words that may follow a command: its commands and its options. */
function wordsOf({ command }: Known): string[] {
  return [
    ...command.commands.map((one) => one.name()),
    ...command.options.filter(({ hidden }) => !hidden).flatMap(flagsOf),
    '--help',
  ];
}

/** The values of all options that have a choice, by flag; the same flag has the same values in every command. */
function choicesOf(commands: readonly Known[]): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const { command } of commands)
    for (const option of command.options)
      if (option.argChoices) for (const flag of flagsOf(option)) found.set(flag, option.argChoices);
  return found;
}

function bash(commands: readonly Known[]): string {
  const cases = commands.map(
    (one) => `    ${JSON.stringify(one.path.join(' '))}) words="${wordsOf(one).join(' ')}" ;;`,
  );
  const values = [...choicesOf(commands)].map(
    ([flag, all]) => `    ${flag}) COMPREPLY=($(compgen -W "${all.join(' ')}" -- "$current")); return ;;`,
  );
  const paths = commands.flatMap(({ path }) => (path.length > 0 ? [path.join(' ')] : []));
  return `# maqal completion for bash
_maqal() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} path= next word words=
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    next="\${path:+$path }$word"
    case "$next" in
    ${paths.map((path) => JSON.stringify(path)).join('|')}) path=$next ;;
    esac
  done
  case "$previous" in
${values.join('\n')}
  esac
  case "$path" in
${cases.join('\n')}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current") $(compgen -f -- "$current"))
}
complete -o filenames -F _maqal maqal
`;
}

function fish(commands: readonly Known[]): string {
  const quoted = (text: string) => `'${text.replaceAll("'", "\\'")}'`;
  const lines = commands.flatMap(({ path, command }) => {
    const last = path.at(-1);
    const condition = last === undefined ? '__fish_use_subcommand' : `__fish_seen_subcommand_from ${last}`;
    const under = command.commands.map(
      (one) => `complete -c maqal -n ${quoted(condition)} -a ${one.name()} -d ${quoted(one.description())}`,
    );
    const options = command.options
      .filter(({ hidden }) => !hidden)
      .map((option) => {
        const parts = [`complete -c maqal -n ${quoted(last === undefined ? 'true' : condition)}`];
        if (option.long) parts.push(`-l ${option.long.slice(2)}`);
        if (option.short) parts.push(`-s ${option.short.slice(1)}`);
        if (option.argChoices) parts.push(`-x -a ${quoted(option.argChoices.join(' '))}`);
        return `${parts.join(' ')} -d ${quoted(option.description)}`;
      });
    return [...under, ...options];
  });
  return `# maqal completion for fish\n${lines.join('\n')}\n`;
}
