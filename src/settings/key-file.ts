// The user's own keys: a file of lines, each the name of a line of the key table and the keys that it is to have.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Binding, type BindingName, defaultBindings, rebind } from '../reader/keys/table.ts';
import type { SettingsProblem } from '../reader/words/problem.ts';
import { nearest } from '../text/nearest.ts';
import type { Complaint } from './configuration.ts';
import { settingsFolder } from './folders.ts';

/** Path of the file of keys. */
export function keyFile(): string {
  return path.join(settingsFolder(), 'keys');
}

/** What a file of keys says, and what in it cannot be used and is left out, with the number of its line from 1. */
export interface OwnKeys {
  readonly keys: ReadonlyMap<BindingName, readonly string[]>;
  readonly complaints: readonly { readonly line: number; readonly problem: SettingsProblem }[];
}

/** A stroke: a character, the name of a key, or one of them held with Ctrl or Alt. */
const stroke =
  /^(?:(?:ctrl|alt)-(?:left|right)|(?:ctrl-|alt-)?(?:[^\s\p{C}]|up|down|onward|backward|home|end|pageup|pagedown|insert|delete|backspace|enter|tab|escape|space)|shift-tab|f(?:[1-9]|1[0-2]))$/u;

/** The strokes of a key: several have commas between them, and a comma alone is one. */
const strokesOf = (key: string): readonly string[] => (key === ',' ? [','] : key.split(','));

const byName = new Map<string, Binding>(defaultBindings.map((binding) => [binding.name, binding]));

/**
 * Whether a key cannot be that of two lines: in one mode; or where one reads and everywhere, unless it is so as it comes.
 * In a list or the library a key may mean something of its own.
 */
function meet(a: Binding, b: Binding, key: string): boolean {
  if (a.mode === b.mode) return true;
  const modes = [a.mode, b.mode];
  const isUsual = a.keys.includes(key) || b.keys.includes(key);
  return modes.includes('reading') && modes.includes('everywhere') && !isUsual;
}

/** Whether two keys cannot both be told: they are the same, or one is how the other begins. */
function clash(a: string, b: string): boolean {
  return a === b || a.startsWith(`${b},`) || b.startsWith(`${a},`);
}

/** Reads the text of a file of keys. `none` in place of keys leaves a line without. */
export function parseKeys(text: string): OwnKeys {
  const own = new Map<BindingName, string[]>();
  const complaints: { line: number; problem: SettingsProblem }[] = [];
  for (const [at, written] of text.split(/\r\n?|\n/u).entries()) {
    const complain = (problem: SettingsProblem): void => void complaints.push({ line: at + 1, problem });
    const [name = '', ...keys] = written.trim().split(/\s+/u);
    if (written.trimStart().startsWith('#')) continue;
    if (name === '') continue;
    const binding = byName.get(name);
    if (!binding) {
      complain({ key: 'noSuchKeyName', name, nearest: nearest(name, [...byName.keys()]) ?? '' });
      continue;
    }
    if (keys.length === 0) complain({ key: 'noKeys', name });
    const taken: string[] = [];
    for (const key of keys[0] === 'none' && keys.length === 1 ? [] : keys) {
      const other = [...own].find(
        ([one, others]) => meet(byName.get(one)!, binding, key) && others.some((its) => clash(its, key)),
      );
      if (!strokesOf(key).every((one) => stroke.test(one))) complain({ key: 'noSuchKey', name: key });
      else if (other) complain({ key: 'keyTaken', name: key, other: other[0] });
      else taken.push(key);
    }
    if (taken.length > 0 || keys[0] === 'none') own.set(binding.name, taken);
  }
  return { keys: withoutClashes(own), complaints };
}

/** The keys of all lines once the user's are in place: what they take, other lines lose. */
function withoutClashes(own: ReadonlyMap<BindingName, readonly string[]>): OwnKeys['keys'] {
  const all = new Map(own);
  for (const binding of defaultBindings) {
    if (own.has(binding.name)) continue;
    const left = binding.keys.filter(
      (key) =>
        ![...own].some(
          ([name, keys]) =>
            shadows(byName.get(name)!, binding) &&
            keys.some((its) => clash(its, key) && !byName.get(name)!.keys.includes(its)),
        ),
    );
    if (left.length < binding.keys.length) all.set(binding.name, left);
  }
  return all;
}

/**
 * Whether new keys of one line take those of another: those of a mode come first there anyway, and leave what holds
 * everywhere to the other modes.
 */
function shadows(one: Binding, other: Binding): boolean {
  return one.mode === other.mode || one.mode === 'everywhere';
}

/** Puts the user's keys in force, if there is a file of them; gives what is wrong with it. */
export function readKeys(): Complaint[] {
  const file = keyFile();
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const isThere = (error as NodeJS.ErrnoException).code !== 'ENOENT';
    return isThere ? [{ about: file, problem: { key: 'settingsUnreadable' } }] : [];
  }
  const { keys, complaints } = parseKeys(text.replace(/^\ufeff/u, ''));
  rebind(keys);
  return complaints.map(({ line, problem }) => ({ about: `${file}:${line}`, problem }));
}
