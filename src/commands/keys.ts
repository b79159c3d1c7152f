import { existsSync } from 'node:fs';
import { bindings, defaultBindings, groups } from '../reader/keys/table.ts';
import type { InterfaceLanguage } from '../reader/state/preferences.ts';
import { words } from '../reader/words/words.ts';
import type { Settings } from '../settings/configuration.ts';
import { keyFile, readKeys } from '../settings/key-file.ts';
import { messageLanguage } from '../settings/language.ts';
import { tellProblem } from '../settings/tell.ts';
import { writeWholeNow } from '../store/files/whole-file.ts';
import { writeLine } from '../terminal/lines.ts';
import { write, writeJson } from './output.ts';
import { failure } from './run.ts';

/** Cells of the column of keys; a longer list of keys moves its words along. */
const keyColumn = 26;

/** The arrows that point along the text and against it, in a right-to-left article. */
const arrows: Readonly<Record<string, string>> = { onward: '←', backward: '→' };

/** Keys as a file of them has them: a stroke that is a comma by itself stands alone. */
function commented(language: InterfaceLanguage): string {
  const say = words({ interface: language, tashkeel: 'keep' });
  const lines = [
    '# The keys of maqal. Take away the # before a name to change its keys; none leaves it without.',
    '# A key of several strokes has commas between them: g,g. Names of keys: ctrl-x, alt-x, space, up, down,',
    '# onward and backward (the arrows along the text and against it), pagedown, home, delete, f1 …',
  ];
  for (const group of groups) {
    lines.push('', `# ${say.groups[group]}`);
    for (const { name, keys: all, group: of } of defaultBindings)
      if (of === group) lines.push(`# ${say.keys[name]}`, `#${name} ${all.join(' ')}`);
  }
  return `${lines.join('\n')}\n`;
}

/**
 * Prints the table of keys in force in the language of the interface, or as JSON; with `writes` puts a file of the usual
 * ones where the user's are read, every line a comment. Gives the exit status.
 */
export async function keys({ options }: Settings, writes: boolean): Promise<number> {
  const file = keyFile();
  if (writes) {
    if (existsSync(file)) {
      tellProblem({ key: 'keysThere' }, file, options);
      return failure;
    }
    writeWholeNow(file, commented(messageLanguage(options)));
    writeLine(file, { model: options.terminal, output: process.stdout });
    return 0;
  }
  for (const { about, problem } of readKeys()) tellProblem(problem, about, options);
  const say = words({ interface: messageLanguage(options), tashkeel: 'keep' });
  if (options.json) {
    await writeJson(
      bindings().map(({ name, keys: all, mode, group }) => ({
        name,
        keys: all,
        mode,
        group,
        does: say.keys[name],
      })),
    );
    return 0;
  }
  await write('');
  const line = (text: string) => writeLine(text, { model: options.terminal, output: process.stdout });
  for (const group of groups) {
    line(say.groups[group]);
    for (const { name, keys: all, group: of } of bindings()) {
      if (of !== group) continue;
      const shown = all
        .map((key) => arrows[key] ?? say.keyNames[key as keyof typeof say.keyNames] ?? key)
        .join(' ');
      line(`  ${shown.padEnd(keyColumn)} ${say.keys[name]}`);
    }
    line('');
  }
  return 0;
}
