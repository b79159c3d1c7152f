// The bundle as one graph of modules: whatever a program reaches twice, it reaches as one class, one table, one cache.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const read = (folder: string, pattern: RegExp): Map<string, string> =>
  new Map(
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => pattern.test(name))
      .map((name) => [name, readFileSync(path.join(root, folder, name), 'utf8')]),
  );

/** How many of the texts hold it. */
const holders = (texts: Map<string, string>, words: string): number =>
  [...texts.values()].filter((text) => text.includes(words)).length;

test('what one source file says stands in one file of the bundle', () => {
  const sources = read('src', /\.tsx?$/);
  const bundle = read('dist', /\.js$/);
  // String literals that a minifier leaves as they are.
  const literals = [...sources.values()].flatMap((text) =>
    [...text.matchAll(/'([A-Za-z][A-Za-z ,:-]{20,})'/g)].map((match) => match[1]!),
  );
  const own = literals.filter((words) => holders(sources, words) === 1);
  expect(own.length).toBeGreaterThan(50);
  const twice = own.filter((words) => holders(bundle, words) > 1);
  expect(twice).toEqual([]);
});

test('an error thrown by a part that is loaded late has the class that the package exports', async () => {
  const door = pathToFileURL(path.join(root, 'dist/index.js')).href;
  const { openArticle, SourceError } = await import(/* @vite-ignore */ door);
  const error = await openArticle('http://127.0.0.1:1/a').catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(SourceError);
});

test('the command is run by Node', () => {
  expect(readFileSync(path.join(root, 'dist/cli.js'), 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
});
