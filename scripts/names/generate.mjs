#!/usr/bin/env node
// Writes the tables of names and little words of Persian, Hebrew, Urdu and English from packages whose licences allow it.
//   node scripts/names/generate.mjs [--check]     --check writes nothing and fails if a table is stale
// Sources: @faker-js/faker and stopwords-iso (MIT, devDependencies), CLDR 48 exemplar cities (Unicode-3.0, data/), and what
// sources.mjs took from CLDR 41 (data/).
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { allLocales } from '@faker-js/faker';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (file) => JSON.parse(readFileSync(path.join(root, file), 'utf8'));
const exemplar = read('scripts/names/data/exemplar-cities.json');
const subdivisions = read('scripts/names/data/subdivisions.json');
const require = createRequire(import.meta.url);
const stopwords = require('stopwords-iso');
const check = process.argv.includes('--check');

/** Folder of a language under src/analysis. */
const folders = { fa: 'persian', he: 'hebrew', ur: 'urdu', en: 'english' };

/** English leaves most cities to the identifier of their zone. */
const zones = Intl.supportedValuesOf('timeZone')
  .filter((zone) => /^(?:Africa|America|Asia|Europe|Australia|Pacific|Indian|Atlantic)\//u.test(zone))
  .map((zone) => zone.split('/').at(-1).replaceAll('_', ' '));

/** Entries in code point order, cleaned of joiners at their ends, without doubles. */
function listed(...lists) {
  const all = lists.flat().filter((entry) => typeof entry === 'string');
  const clean = all.map((entry) =>
    entry.replace(/^[\s\u200c\u200f]+|[\s\u200c\u200f]+$/gu, '').normalize('NFC'),
  );
  return [...new Set(clean.filter((entry) => /\p{L}/u.test(entry) && !entry.includes('|')))].sort();
}

/** Names of one list that faker gives as lists by sex. */
function bySex(entry, sex) {
  return Array.isArray(entry) ? (sex === 'generic' ? entry : []) : (entry?.[sex] ?? []);
}

/** Words of sides and of what a place is, which no province is told by. */
const sides = new Set(
  'مرکز مرکزی شمال شمالی جنوب جنوبی شرق شرقی غرب غربی میانی ساحل ساحلی پایتخت علیا سفلی کوهستانی مشرق مشرقی مغرب مغربی وسطی بالائی زیریں دارالحکومت دارالحکومتی پہاڑی جنگل اتول جزائر جزیرہ جزایر جزیره צפון דרום מזרח מערב מרכז צפונית דרומית הצפון הדרום המזרח המערב המרכז הבירה מרכזי איים חוף הרים בירה'.split(
    ' ',
  ),
);

/** Every word of a language's lists of ordinary words. */
async function ordinaryWords(folder) {
  const { outputFiles } = await build({
    entryPoints: [path.join(root, `src/analysis/${folder}/words/function-words.ts`)],
    bundle: true,
    write: false,
    format: 'esm',
    logLevel: 'error',
  });
  const lists = await import(
    `data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`
  );
  return new Set(Object.values(lists).flatMap((list) => list.split(/[|\n]/u)));
}

/** Provinces of the world that no other table of the language has; a short word is not told from others. */
async function provincesOf(language, others) {
  const ordinary = await ordinaryWords(folders[language]);
  return listed(subdivisions[language].split('|')).filter((name) => {
    const words = name.split(' ');
    return (
      words.length < 4 &&
      name.length > 4 &&
      !others.has(name) &&
      !ordinary.has(name) &&
      !words.every((word) => sides.has(word) || word.length < 3)
    );
  });
}

function table(name, says, entries) {
  return `/** ${says} */\nexport const ${name} =\n  ${JSON.stringify(entries.join('|')).replace(/^"|"$/gu, '`').replaceAll('\\"', '"')};\n`;
}

function write(file, parts) {
  const target = path.join(root, 'src/analysis', file);
  const text = `// Made by scripts/names/generate.mjs; do not edit. Entries are parted by |.\n\n${parts.join('\n')}`;
  if (!check) {
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
  } else if (readFileSync(target, 'utf8') !== text) {
    process.stderr.write(`stale: ${file}\n`);
    process.exitCode = 1;
  }
}

for (const [language, folder] of Object.entries(folders)) {
  const { person, location } = allLocales[language];
  const faker = '@faker-js/faker, MIT';
  const cities = language === 'en' ? [...zones, ...exemplar.en] : exemplar[language];
  // English cities of faker are small American towns; their names are surnames as often.
  const towns = language === 'en' ? [] : location.city_name;
  const first = Object.fromEntries(
    ['male', 'female', 'generic'].map((sex) => [sex, listed(bySex(person.first_name, sex))]),
  );
  // faker's generic list repeats the names of both.
  const generic = first.generic.filter((name) => !first.male.includes(name) && !first.female.includes(name));
  write(`${folder}/names/generated/tables.ts`, [
    table('maleNames', `Given names of men (${faker}).`, first.male),
    table('femaleNames', `Given names of women (${faker}).`, first.female),
    table('givenNames', `Given names of either (${faker}).`, generic),
    table('familyNames', `Family names (${faker}).`, listed(bySex(person.last_name, 'generic'))),
    table('cities', 'Cities of the world (CLDR exemplar cities, Unicode-3.0).', listed(cities)),
    table('towns', `Cities of the country (${faker}).`, listed(towns)),
    ...(subdivisions[language]
      ? [
          table(
            'provinces',
            'Provinces of the world (CLDR 41 subdivisions, Unicode-DFS-2016).',
            await provincesOf(
              language,
              new Set([
                ...listed(cities),
                ...listed(towns),
                ...Object.values(first).flat(),
                ...listed(bySex(person.last_name, 'generic')),
              ]),
            ),
          ),
        ]
      : []),
  ]);
  // The Urdu list is letters of an old font; English needs none, since its names have capitals.
  if (language === 'fa' || language === 'he')
    write(`${folder}/words/generated/stopwords.ts`, [
      table('stopwords', 'Words of every text (stopwords-iso, MIT).', listed(stopwords[language])),
    ]);
}
