// The licences of what the bundle carries of other people's.
import { readFileSync } from 'node:fs';
import path from 'node:path';

const names = ['LICENSE', 'license', 'LICENSE.md', 'LICENSE.txt', 'license.md', 'licence', 'LICENSE-MIT.txt'];

/** The text of a package's licence, or "" if it comes without one. */
function licenseOf(folder) {
  for (const name of names) {
    try {
      return readFileSync(path.join(folder, name), 'utf8').trim();
    } catch {}
  }
  return '';
}

/** Packages that the tables of names were made from: see scripts/names/generate.mjs. */
const tables = ['@faker-js/faker', 'stopwords-iso'];

/**
 * One text with the licence of each package that `inputs`, paths from the project's `root`, were taken from, and of
 * Unicode and the lists of places, whose tables are in the sources.
 */
export function licenses(root, inputs) {
  const packages = new Set(tables);
  for (const input of inputs) {
    const match = /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input);
    if (match) packages.add(match[1]);
  }
  const notices = [...packages].sort().map((name) => {
    const folder = path.join(root, 'node_modules', name);
    const about = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
    return `${name} ${about.version} (${about.license})\n\n${licenseOf(folder)}\n`;
  });
  notices.push(
    `Unicode Character Database 17.0, CLDR 48 (exemplar cities)\n\n${readFileSync(path.join(root, 'scripts/unicode/data/LICENSE.txt'), 'utf8')}`,
  );
  notices.push(readFileSync(path.join(root, 'scripts/names/data/LICENSES.txt'), 'utf8'));
  return notices.join(`\n${'-'.repeat(80)}\n\n`);
}
