import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../src');

/** The folders of `src/`, highest in the table of docs/architecture.md first. */
const floors = [
  'text',
  'article',
  'analysis',
  'search',
  'store',
  'terminal',
  'reader',
  'settings',
  'ink',
  'panes',
  'app',
  'session',
  'commands',
  'package',
];

/** What each folder may import from besides itself. */
const allowed: Record<string, readonly string[]> = {
  text: [],
  article: ['text'],
  analysis: ['text', 'article'],
  search: ['text', 'article'],
  store: ['text', 'article', 'analysis', 'search'],
  terminal: ['text'],
  reader: ['text', 'article', 'analysis', 'search', 'store', 'terminal'],
  settings: ['text', 'article', 'store', 'terminal', 'reader'],
  ink: ['text', 'terminal'],
  panes: ['text', 'article', 'analysis', 'search', 'store', 'terminal', 'reader', 'ink'],
  app: ['text', 'article', 'analysis', 'search', 'store', 'terminal', 'reader', 'ink', 'panes'],
  session: floors.slice(0, floors.indexOf('session')),
  commands: floors.slice(0, floors.indexOf('commands')),
  package: ['text', 'article', 'analysis', 'search', 'terminal', 'settings', 'ink'],
};

/**
 * How the folders of a room stand above one another, where it has several: a file imports from its own folder and from
 * those before it. Files beside the folders may import any of them.
 */
const rooms: Record<string, readonly string[]> = {
  article: [
    'model',
    'dates',
    'links',
    'markup',
    'assembly',
    'bytes',
    'net',
    'plain',
    'html',
    'markdown',
    'epub',
    'feed',
    'office',
    'saved',
  ],
  analysis: ['common', 'general', 'views', 'arabic', 'persian', 'hebrew', 'urdu', 'english'],
  'analysis/persian': ['words', 'names', 'speech'],
  'analysis/hebrew': ['words', 'names', 'speech'],
  'analysis/urdu': ['words', 'names', 'speech'],
  'analysis/english': ['words', 'names', 'speech'],
  'analysis/arabic': ['data', 'words', 'dates', 'names', 'speech'],
  store: ['files', 'library', 'memory'],
  'store/library': ['people', 'words', 'sqlite', 'postgres'],
  terminal: ['output', 'models', 'input', 'identity'],
};

/** Packages that only one folder may know. */
const owners: Record<string, string> = {
  'ink-select-input': 'ink',
  'bidi-js': 'text',
  libsql: 'store',
  pg: 'store',
};

const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name));

/**
 * Whether a file may import React and Ink, or a file that does: those of `src/ink` itself, and the components of the app.
 * Everything else is loaded before the first page, which must not wait for React.
 */
function mayKnowReact(file: string): boolean {
  return /^(?:ink\b|package\Wink\.ts$)/.test(file) || /^(?:app|panes)\b.*\.tsx$/.test(file);
}

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
        if (name === 'ink' || name === 'react')
          expect(mayKnowReact(file), `${file} imports ${name}`).toBe(true);
        continue;
      }
      const target = path.relative(root, path.resolve(root, path.dirname(file), name)).split(path.sep)[0]!;
      if (target !== folder) expect(allowed[folder], `${file} imports ${name}`).toContain(target);
    }
  },
);

/** The folder of a room that a file stands in, or undefined if it stands beside them. */
function folderIn(room: string, file: string): string | undefined {
  const rest = path.relative(path.join(root, room), path.join(root, file)).split(path.sep);
  return rest.length > 1 && rest[0] !== '..' ? rest[0] : undefined;
}

test.each(Object.keys(rooms))('the folders of %s import downhill', (room) => {
  const order = rooms[room]!;
  for (const file of files) {
    const from = folderIn(room, file);
    if (from === undefined) continue;
    expect(order, `${file}: a folder that the table does not have`).toContain(from);
    for (const name of imports(file)) {
      if (!name.startsWith('.')) continue;
      const target = path.relative(root, path.resolve(root, path.dirname(file), name));
      const to = folderIn(room, target);
      if (to !== undefined && to !== from)
        expect(order.indexOf(to), `${file} imports ${name}`).toBeLessThan(order.indexOf(from));
    }
  }
});

test('no file that the first page needs comes to React', () => {
  const reached = new Set<string>();
  const follow = (file: string): void => {
    if (reached.has(file)) return;
    reached.add(file);
    const source = readFileSync(path.join(root, file), 'utf8');
    // Types are gone when the program runs, and what is imported dynamically comes after the first page.
    for (const [, name] of source.matchAll(/^(?:import|export) (?!type )[^;]*?from '([^']+)'/gm)) {
      expect(['ink', 'react', 'ink-select-input'], `${file} imports ${name}`).not.toContain(name);
      if (name!.startsWith('.')) follow(path.relative(root, path.resolve(root, path.dirname(file), name!)));
    }
  };
  follow(path.join('app', 'frame.ts'));
  follow('cli.ts');
  expect(reached.size).toBeGreaterThan(50);
});

test('no circle of files', () => {
  const edges = new Map(
    files.map((file) => [
      file,
      imports(file)
        .filter((name) => name.startsWith('.'))
        .map((name) => path.relative(root, path.resolve(root, path.dirname(file), name))),
    ]),
  );
  const done = new Set<string>();
  const visit = (file: string, way: readonly string[]): void => {
    expect(way, [...way, file].join(' -> ')).not.toContain(file);
    if (done.has(file)) return;
    for (const next of edges.get(file) ?? []) visit(next, [...way, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
});

/** The files that write to the terminal or to standard output, each for its own kind of bytes. */
const outlets = [
  // Frames, modes and questions, through a descriptor of the terminal.
  'terminal/output/sink.ts',
  // Lines outside frames, progress.
  'terminal/lines.ts',
  // That there are too few files to load any of these.
  'cli.ts',
  // What commands print.
  'commands/output.ts',
];

test('nothing else writes to the terminal', () => {
  const writing = /\b(?:stdout|stderr|output)\.(?:write|end)\(|\bconsole\.|\bwriteSync\(\s*[012]\b/;
  for (const file of files) {
    if (outlets.some((outlet) => file === path.normalize(outlet))) continue;
    const source = readFileSync(path.join(root, file), 'utf8').replace(/^\s*(?:\/\/|\*|\/\*).*$/gm, '');
    expect(writing.exec(source)?.[0], file).toBeUndefined();
  }
});
