import { fileURLToPath } from 'node:url';

/** Path of the article that comes with the program. Relative to the bundle in dist/. */
export const bundledArticle = fileURLToPath(new URL('../content/ar.md', import.meta.url));
