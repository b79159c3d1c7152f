// node scripts/suites/run.mjs FOLDER: runs public suites over the built program and says what it misses. FOLDER holds checkouts
// of them, each in a folder whose name has the name below in it. Nothing of them is part of this project.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { commonmark } from './commonmark.mjs';
import { epub } from './epub.mjs';
import { feedparser } from './feedparser.mjs';
import { readability } from './readability.mjs';

const suites = {
  readability: (folder) => readability(path.join(folder, 'test/test-pages')),
  feedparser: (folder) => feedparser(path.join(folder, 'tests/wellformed')),
  'epub-tests': (folder) => epub(path.join(folder, 'tests')),
  'epub3-samples': (folder) => epub(path.join(folder, '30')),
  'commonmark-spec': (folder) => commonmark(path.join(folder, 'spec.txt')),
};

const [root, only = ''] = process.argv.slice(2);
if (!root || !existsSync(root)) {
  console.error('usage: node scripts/suites/run.mjs FOLDER [SUITE]');
  process.exit(2);
}
const checkouts = readdirSync(root);
for (const [name, run] of Object.entries(suites)) {
  const checkout = checkouts.find((folder) => folder.includes(name));
  if (!checkout || !name.includes(only)) continue;
  console.log(`## ${name}`);
  await run(path.join(root, checkout));
}
