#!/usr/bin/env node
// Writes the table that tells names by their letters (src/analysis/arabic/data/shapes.ts).
//   node scripts/names/shapes.mjs [--check]     --check writes nothing and fails if the table is stale
// For every letter behind two others: how much likelier it is in a foreign name than in an ordinary word. Counted in lists and
// articles of this project alone: its names that no Arabic root makes, its ordinary words and roots in their commonest patterns,
// and the words of the articles 01 to 38 of tests/analysis/articles, names left out.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));
const target = path.join(root, 'src/analysis/arabic/data/shapes.ts');
const letters = 'ءئابةتثجحخدذرزسشصضطظعغفقكلمنهوي';
/** The commonest patterns of strong roots, and of those whose first, second or last letter is weak; digits stand for letters. */
const strong =
  'ت12ي3 ا12ا3 ان12ا3 ا1ت2ا3 است12ا3 م1ا23ة ت1ا23 م12و3 مت123 مست123 ي123 ت123 123ت 123وا 1ا23 12ي3 ا123 م123 مت1ا23 ي1ت23 يت123 يست123 ا12ا3ات ت12ي3ات 1ا23ة م123ة 12ا3 12و3 م1ا23 123ه 123ها 123ية 12ي3ة 12ا3ه ت12ي3ه 12و3ها ا12ا3ها';
const patterns = {
  strong,
  first:
    'تو2ي3 اي2ا3 ي23 ت23 23ة مو2و3 ا2ا3 مت2 م2ا23 و2ي3 وا23 و23ت يو23 تو23 ات2ا3 يت23 متو23 استي2ا3 و2ا3ة توا23 متوا23 مو23ة',
  second:
    '1ا3 1ا3ت 1ا3وا ي1و3 ي1ي3 ت1و3 ت1ي3 1ي3 1و3 م1ا3 ا1ا3ة ا1ت3 1ائ3 1ائ3ة م1ي3 يست1ي3 است1ا3ة 1ا3ه ت1و2ي3 م1و3 ان1يا3 ي1ا3 1يا3ة',
  last: '12ت 12وا 12ا 12ي ي12ي ت12ي ي12و ت12و 1ا2ي 1ا2ية م12ي ا12ا ا12ت ت12ية يت12ي 12ايا ا1ت2ا ا1ت2ي م1ت2ي است12ي است12اء ا12اء م1ا2اة 12ته 12يه 12تها ي12يه ي12ون ت12ون',
};
const weak = /[اويءئؤ]/u;
/** How much a word counts that only a pattern makes. */
const formed = 0.15;
/** Levels of the table, and the logarithm of likelihoods at its ends. */
const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const most = 6;

const { outputFiles } = await build({
  stdin: {
    contents: `export * from './data/people.ts'; export * from './data/vocabulary.ts';
      export { fold } from './words/fold.ts'; export { isOfCommonRoot } from './words/roots.ts';`,
    resolveDir: path.join(root, 'src/analysis/arabic'),
    loader: 'ts',
  },
  bundle: true,
  write: false,
  format: 'esm',
  logLevel: 'error',
});
const { givenNames, familyNames, commonWords, roots, fold, isOfCommonRoot } = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`
);
const wordsOf = (text) => fold(text).match(/[\u0621-\u064a]{3,}/gu) ?? [];

const names = new Set(wordsOf(`${givenNames} ${familyNames}`));
const ordinary = new Set(wordsOf(commonWords));
const articles = path.join(root, 'tests/analysis/articles');
for (const file of readdirSync(articles).filter((name) => /^(?:[0-2]\d|3[0-8])\.txt$/.test(name))) {
  const text = readFileSync(path.join(articles, file), 'utf8');
  const { entities } = JSON.parse(readFileSync(path.join(articles, file.replace('txt', 'json')), 'utf8'));
  let prose = '';
  let at = 0;
  for (const [start, end] of entities.flatMap(({ mentions }) => mentions).sort((a, b) => a[0] - b[0])) {
    // A whole word goes, with the preposition before its name.
    prose += `${text.slice(at, Math.max(at, start)).replace(/\p{L}+$/u, '')} `;
    at = Math.max(at, end);
  }
  for (const word of wordsOf(prose + text.slice(at))) ordinary.add(word);
}
const made = [];
for (const one of wordsOf(roots)) {
  const [first, second, third] = [...one].map((letter) => weak.test(letter) && letter !== 'ا');
  // A hamza at the front (أكد) is as strong as any letter.
  const kind =
    third || one[2] === 'ا' ? 'last' : second || one[1] === 'ا' ? 'second' : first ? 'first' : 'strong';
  for (const pattern of patterns[kind].split(' ')) {
    made.push(pattern.replace(/\d/gu, (digit) => one[Number(digit) - 1]));
    // يؤكد, مؤكد: behind such a prefix the hamza of أكد has another seat.
    if (one[0] === 'ا' && /^[يم]1/.test(pattern))
      made.push(pattern.replace(/\d/gu, (digit) => (digit === '1' ? 'ئ' : one[Number(digit) - 1])));
  }
}

/** How likely a letter is behind two others in some words, smoothed over shorter contexts. */
function model(lists) {
  const counts = new Map();
  const add = (key, weight) => counts.set(key, (counts.get(key) ?? 0) + weight);
  for (const [words, weight] of lists)
    for (const word of words) {
      const text = `  ${word.replaceAll('ؤ', 'ئ')} `;
      for (let at = 2; at < text.length; at++)
        for (const length of [0, 1, 2]) {
          add(`<${text.slice(at - length, at)}`, weight);
          add(text.slice(at - length, at + 1), weight);
        }
    }
  const count = (key) => counts.get(key) ?? 0;
  const likely = (text) => {
    if (text === '') return 0;
    const shorter = text.length > 1 ? likely(text.slice(1)) * 4 : 1 / (letters.length + 1);
    return (count(text) + shorter) / (count(`<${text.slice(0, -1)}`) + (text.length > 1 ? 4 : 1));
  };
  return likely;
}

const foreign = model([[[...names].filter((one) => !isOfCommonRoot(one) && !one.startsWith('ال')), 1]]);
const common = model([
  [[...ordinary].filter((one) => !names.has(one)), 1],
  [made, formed],
]);
let table = '';
for (const one of ` ${letters}`)
  for (const two of ` ${letters}`)
    for (const three of ` ${letters}`) {
      const more = Math.log(foreign(one + two + three) / common(one + two + three));
      table += signs[Math.round(((Math.max(-most, Math.min(most, more)) + most) / (2 * most)) * 63)];
    }
const text = `// Made by scripts/names/shapes.mjs; do not edit.

/** The letters of the table, behind the border of a word, which is the first. */
export const shapeLetters = '${letters}';

/** A sign for every three letters: from A (six in natural logarithm likelier in an ordinary word) to _ (six likelier in a foreign name). */
export const shapes =
  '${table}';
`;
if (!process.argv.includes('--check')) writeFileSync(target, text);
else if (readFileSync(target, 'utf8') !== text) {
  process.stderr.write('stale: src/analysis/arabic/data/shapes.ts\n');
  process.exitCode = 1;
}
