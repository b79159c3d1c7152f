import { bindings, groups } from '../reader/keys/table.ts';
import { words } from '../reader/words/words.ts';
import type { Settings } from '../settings/configuration.ts';
import { messageLanguage } from '../settings/language.ts';
import { writeLine } from '../terminal/lines.ts';
import { write, writeJson } from './output.ts';

/** Cells of the column of keys; a longer list of keys moves its words along. */
const keyColumn = 26;

/** The arrows that point along the text and against it, in a right-to-left article. */
const arrows: Readonly<Record<string, string>> = { onward: '←', backward: '→' };

/** Prints the table of keys in the language of the interface, or as JSON. Gives the exit status. */
export async function keys({ options }: Settings): Promise<number> {
  const say = words({ interface: messageLanguage(options), tashkeel: 'keep' });
  if (options.json) {
    await writeJson(
      bindings.map(({ name, keys: all, mode, group }) => ({
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
    for (const { name, keys: all, group: of } of bindings) {
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
