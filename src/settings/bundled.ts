import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the articles that come with the program. Relative to the bundle in dist/. */
const folder = fileURLToPath(new URL('../content/', import.meta.url));

/** Path of the article that is opened the first time. */
export const bundledArticle = path.join(folder, 'ar.md');

/** Paths of all articles that come with the program, that one first. */
export function bundledArticles(): string[] {
  const others = readdirSync(folder).filter((name) => /^[a-z]{2}\.md$/u.test(name) && name !== 'ar.md');
  return [bundledArticle, ...others.sort().map((name) => path.join(folder, name))];
}
