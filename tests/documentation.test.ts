// What pages say of the program, held against the program: pages are read by nobody when code changes.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { commands } from '../src/commands/names.ts';

const root = path.resolve(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

test('every test that docs/reader.md names is there, and every line names one', () => {
  const rows = read('docs/reader.md')
    .split('\n')
    .filter((line) => /^\| (?!what |---)/u.test(line));
  expect(rows.length).toBeGreaterThan(60);
  for (const row of rows) {
    const told = row.split(' | ')[1]!;
    const files = [...told.matchAll(/`(tests\/[^`]+)`((?: “[^”]+”,?)+)/gu)];
    expect(files.length, row).toBeGreaterThan(0);
    for (const [, file, names] of files) {
      const source = read(file!).replaceAll("\\'", "'");
      for (const [, name] of names!.matchAll(/“([^”]+)”/gu))
        expect(source, `${file}: ${name}`).toContain(name);
    }
  }
});

test.each(['README.md', 'README.ar.md'])('what the READMEs show and say is there: %s', (name) => {
  const text = read(name);
  const pictures = [...text.matchAll(/!\[[^\]]+\]\(([^)]+)\)/gu)].map(([, file]) => file!);
  expect(pictures).toEqual(expect.arrayContaining(['docs/page.png', 'docs/tour.gif', 'docs/less.png']));
  const pages = [...text.matchAll(/(?<!!)\[[^\]]+\]\(([^):#]+)[^)]*\)/gu)].map(([, file]) => file!);
  for (const file of [...pictures, ...pages]) expect(existsSync(path.join(root, file)), file).toBe(true);

  // Words behind `maqal` in code that are no file, address or option are commands.
  const lines = [...text.matchAll(/^ {4}.*$|`[^`\n]+`/gmu)].map(([line]) => line);
  const used = lines.flatMap((line) =>
    [...line.matchAll(/\bmaqal ([a-z]+)(?![\w./:])/gu)].map(([, word]) => word!),
  );
  expect(used.length).toBeGreaterThan(5);
  for (const word of used) expect(commands, word).toContain(word);

  const sources = readdirSync(path.join(root, 'src/commands'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => read(`src/commands/${file}`))
    .join('');
  for (const [option] of lines
    .filter((line) => /^[\s`]*maqal\b/u.test(line))
    .join('\n')
    .matchAll(/(?<= )--[a-z-]{3,}/gu))
    expect(sources.includes(option), option).toBe(true);

  // One character between backquotes in a table is a key, and docs/keys.md is made from the table of keys.
  const keys = read('docs/keys.md');
  for (const line of text.split('\n').filter((one) => one.startsWith('| `')))
    for (const [key] of line.matchAll(/`[^`\s]`/gu)) expect(keys.includes(key), key).toBe(true);
});
