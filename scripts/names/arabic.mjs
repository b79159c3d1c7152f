#!/usr/bin/env node
// Writes the Arabic table of places (src/analysis/arabic/data/generated/places.ts) from scripts/names/data.
//   node scripts/names/arabic.mjs [--check]     --check writes nothing and fails if a table is stale
// What an ordinary word could be stays out: a place that prose takes for a word is worse than one that is missed.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));
const data = (file) => JSON.parse(readFileSync(new URL(`data/${file}`, import.meta.url), 'utf8'));
const { outputFiles } = await build({
  stdin: {
    contents: `export * from './data/people.ts'; export { countries } from './data/countries.ts';
      export { places } from './data/places.ts'; export { organizations } from './data/organizations.ts';
      export { fold } from './words/fold.ts'; export { foreignShape } from './words/shape.ts';
      export { isCommon, isCommonNoun, Sort, sortsOf } from './words/lexicon.ts';`,
    resolveDir: path.join(root, 'src/analysis/arabic'),
    loader: 'ts',
  },
  bundle: true,
  write: false,
  format: 'esm',
  logLevel: 'error',
});
const arabic = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`
);
const { fold, foreignShape, isCommon, isCommonNoun, Sort, sortsOf } = arabic;

/** Words of names by how many people of the source have them. */
const counts = new Map();
for (const entry of data('name-words.json').ar.split('|')) {
  const [word, count] = entry.split(' ');
  counts.set(fold(word), (counts.get(fold(word)) ?? 0) + Number(count));
}
const listed = new Set(fold(`${arabic.givenNames} ${arabic.familyNames}`).split(' '));
const known = new Set(
  fold(`${arabic.countries};${arabic.places};${arabic.organizations}`.replaceAll('\n', ';')).split(/[;|:]/u),
);

/** Words and names of the day that no list has: the euro, a logo, a singer, surnames, a club. */
const never = new Set('اورو لوغو كوناكت مادونا ليندي اروكا بافوس لاتينا فالنتينو لورين الزمامرة'.split(' '));

/** An ordinary word, as it stands, without its article, or with a particle off: ببيت is no town. */
function isWord(key) {
  const bare = key.replace(/^ال/u, '');
  const particled = /^[وفبلك]/u.test(key) && (isCommon(key.slice(1)) || key.startsWith('لل'));
  return isCommon(key) || (bare !== key && isCommonNoun(bare)) || (particled && foreignShape(key) < 4.5);
}
const isPersons = (key) => listed.has(key) || counts.has(key);

/** A place of one word: long, of no sort, no word and nobody's name. */
function isSafeWord(key) {
  const bare = key.replace(/^ال/u, '');
  if (bare.length < 4 || (bare.length === 4 && foreignShape(bare) < 3)) return false;
  if (never.has(key) || sortsOf(key) || sortsOf(bare) || isPersons(key) || isPersons(bare)) return false;
  // قيصرية, لبنات: derived nouns; who is from there (نيجيري) and plurals.
  if (/(?:ية|ات|ون|ين|يون)$/u.test(key)) return false;
  return !isWord(key);
}

/** First words that make a place of what follows. */
const half = /^(?:ايت|بني|عين|ام|بئر|بير|كفر|سوق|تل|ميت|شبرا|كوم|دير|منشاة|نزلة|تيزي|قصر|برج|جزر|نيو|بورت)$/u;
const holy = /^(?:سيدي|مولاي|لالة|سانت|سان|سانتا|القديس|ساو|ماريا)$/u;
const side =
  /^(?:شمال|جنوب|شرق|غرب|وسط|وسطي|شمالي|شمالية|جنوبية|ال(?:شمال|جنوب|شرق|غرب|وسط|اوسط|وسطي|شمالية?|جنوبية?|شرقية?|غربية?|مركزية?|علي|عليا|سفلي|كبري|صغري|جديدة?|كبيرة?|صغيرة?|عاصمة))$/u;

/** A place of several words: one of them at least is neither a word nor a side, and not all are names of people. */
function isSafePhrase(words) {
  const own = words.filter((word) => !side.test(word) && word.length > 2);
  if (words.length > 4 || own.length === 0 || words.every((word) => isPersons(word) || word.length < 3))
    return false;
  if (holy.test(words[0])) return words.length > 2 && own.some((word) => !isPersons(word) && !isWord(word));
  // A name between two words (غرب الاستوائية, جزيرة الشباب) is told by its rare part alone.
  const rare = own.filter((word) => !isWord(word) && !sortsOf(word) && !isPersons(word));
  if (rare.length === 0)
    return half.test(words[0]) && words.length === 2 && words[0] !== 'ام' && isRooted(words[1]);
  // تنزانيا الوسطى: what the lists know is found with its side anyway.
  return rare.some((word) => word.length > 3 || words.length > 2);
}
/** عين العودة, كفر شكر: a word of a root behind the first half of a town's name, of no list. */
function isRooted(word) {
  return !(sortsOf(word) & (Sort.common | Sort.grammar | Sort.given | Sort.office | Sort.quality));
}

const { morocco, egypt } = data('towns.json');
const found = new Set();
for (const name of [data('subdivisions.json').ar, morocco, egypt].join('|').split('|')) {
  const key = fold(name);
  if (known.has(key) || /[a-z0-9]/iu.test(key)) continue;
  const words = key.split(' ');
  if (words.length === 1 ? isSafeWord(key) : isSafePhrase(words)) found.add(key);
}
const target = path.join(root, 'src/analysis/arabic/data/generated/places.ts');
const text = `// Made by scripts/names/arabic.mjs; do not edit.

/** Provinces of the world, communes of Morocco and towns of Egypt that no other list has, folded, parted by ;. */
export const provinces =
  '${[...found].sort().join(';')}';
`;
if (!process.argv.includes('--check')) {
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, text);
} else if (readFileSync(target, 'utf8') !== text) {
  process.stderr.write('stale: src/analysis/arabic/data/generated/places.ts\n');
  process.exitCode = 1;
}
