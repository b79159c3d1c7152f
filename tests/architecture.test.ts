import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../src');

/** What each folder may import from besides itself: the table of docs/architecture.md. */
const allowed: Record<string, readonly string[]> = {
  text: [],
  article: ['text'],
  analysis: ['text', 'article'],
  search: ['text', 'article'],
  memory: ['article', 'library'],
  library: ['text', 'article', 'analysis', 'search'],
  reader: ['text', 'article', 'analysis', 'search', 'memory', 'library'],
  terminal: ['text'],
  app: ['text', 'article', 'analysis', 'search', 'library', 'reader', 'terminal'],
  commands: ['text', 'article', 'analysis', 'search', 'memory', 'library', 'reader', 'terminal', 'app'],
};

/** Packages that only one folder may know. */
const owners: Record<string, string> = {
  ink: 'app',
  react: 'app',
  'ink-select-input': 'app',
  'bidi-js': 'text',
  libsql: 'library',
};

const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name));

/** Every module name that a file imports, statically or not, types included. */
function imports(file: string): string[] {
  const source = readFileSync(path.join(root, file), 'utf8');
  return [...source.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*)'([^']+)'/g)].map((match) => match[1]!);
}

test('the sources are found', () => {
  for (const folder of Object.keys(allowed))
    expect(files.some((file) => file.startsWith(folder + path.sep))).toBe(true);
});

test.each(files.filter((file) => file.includes(path.sep)))(
  '%s imports only from folders above it',
  (file) => {
    const folder = file.split(path.sep)[0]!;
    for (const name of imports(file)) {
      if (!name.startsWith('.')) {
        const owner = owners[name.split('/')[0]!];
        if (owner) expect([file, name, folder]).toEqual([file, name, owner]);
        continue;
      }
      const target = path.relative(root, path.resolve(root, path.dirname(file), name)).split(path.sep)[0]!;
      if (target !== folder) expect(allowed[folder], `${file} imports ${name}`).toContain(target);
    }
  },
);
