#!/usr/bin/env node
// Writes the lists in scripts/names/data that generate.mjs and shapes.mjs count in, from sources too large to keep here.
//   node scripts/names/sources.mjs FOLDER     FOLDER holds the sources as docs/analysis.md names them:
//   cldr/{ar,fa,he,ur}.xml                    CLDR 41, common/subdivisions (Unicode-DFS-2016)
//   morocco.json                              mahdiboughrous/moroccan-administrative-division-data 6f017e7, data/communes.json (MIT)
//   egypt.json                                Tech-Labs/egypt-governorates-and-cities-db b1afbfb, cities.json (MIT)
//   names/ar                                  steveash/NETransliteration-COLING2018 5d5f59e, data/wd_arabic_80 and _20 (CC0)
// A list keeps what a name is made of alone: heads (province of …), remarks in brackets and doubles are off.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = process.argv[2] ?? '.';
const target = fileURLToPath(new URL('data/', import.meta.url));
const read = (file) => readFileSync(path.join(folder, file), 'utf8');

/** Nouns that say what a place is, before its name and behind it. */
const heads = {
  ar: /^(?:تصنيف:)?(?:ال)?(?:مقاطعة|محافظة|بلدية|ولاية|إقليم|اقليم|إدارة|أدارة|منطقة|أبرشية|أبريشة|كانتون|ضاحية|مديرية|شعبية|أوبليس|حي|أوبلاست|جمهورية|جهة|شعبة|قسم|إمارة|امارة|مدينة|دائرة|عمالة|جماعة|ناحية|مركز|لواء|أوكروغ|فقرة|أرياف|قطاع) /u,
  fa: /^(?:استان|ولایت|ناحیه|منطقه|شهرستان|شهرداری|بخش|ایالت|جمهوری|کانتون|دپارتمان|شهر|حوزه|بندر|فرمانداری|ولسوالی|کمون|قلمرو|دهستان|اوبلاست|پریش|پاریش) /u,
  he: /^(?:מחוז|נפת|פרובינציית|מדינת|עיריית|אזור|רפובליקת|קנטון|קהילת|מחלקת|מועצת|העיר|פרפקטורת|נפה|הפרובינציה|אובלסט|חבל|רובע|הרובע|פריש) /u,
  ur: /^(?:صوبہ|ضلع|علاقہ|ریاست|شہر|محافظہ|محافظہ|بلدیہ|کینٹن|ولایت|اوبلاست|جمہوریہ|میونسپلٹی|پیرش|محکمہ|امارت|منطقہ) /u,
};
const tails = {
  ar: / (?:أوبلاست|أوبلاستي|كراي|أتول|بنه)$/u,
  fa: / (?:شهرستان|اوبلاست|کرای)$/u,
  he: / (?:אובלסט)$/u,
  ur: /(?: (?:صوبہ|علاقہ|ضلع|بلدیہ|اوبلاست|محکمہ|کاؤنٹی|ریجن|ڈویژن|پیرش|میونسپلٹی|ریاست|پریفیکچر|محافظہ|ڈسٹرکٹ|کرائی|کاونٹی|شہری میونسپلٹی|ذیلی علاقہ|خود مختار))+$/u,
};

/** The name without its heads, remarks and joining signs. */
function bare(name, language) {
  let rest = name
    .normalize('NFC')
    .replace(/\u200c /gu, ' ')
    .replace(/[\u200e\u200f\u0640²]/gu, '')
    .replace(/\(.*?\)|[،,].*/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  while (heads[language].test(rest)) rest = rest.replace(heads[language], '');
  return rest.replace(tails[language], '').trim();
}

/** Letters that names are written with; a name with others is a remark or was left in another script. */
const letters = {
  ar: /^[\u0621-\u063a\u0641-\u0652پچگڤ ]{3,}$/u,
  fa: /^[\u0621-\u063a\u0641-\u064aپچژگکی\u200c ]{3,}$/u,
  he: /^[א-ת"'׳״ -]{3,}$/u,
  ur: /^[\u0600-\u06ff ]{3,}$/u,
};

/** Clean names in code point order, each once. */
function cleaned(names, language) {
  const all = names.map((name) => bare(name, language)).filter((name) => letters[language].test(name));
  return [...new Set(all)].sort();
}

/** States whose subdivisions are communes and parishes of a few thousand people. */
const small = /^(?:si|lv|mk|mt|ee|li|sm|ad|sc|bb|gd|vc|ag|dm|kn|lc|tv|nr|pw|fo|is|lt|mh|fm|to|cv|st)/u;

const write = (file, data) => writeFileSync(path.join(target, file), `${JSON.stringify(data, null, 1)}\n`);

const subdivisions = Object.fromEntries(
  Object.keys(heads).map((language) => {
    const found = [...read(`cldr/${language}.xml`).matchAll(/<subdivision type="([^"]+)"[^>]*>([^<]+)</gu)];
    return [
      language,
      cleaned(
        found.flatMap(([, code, name]) => (small.test(code) ? [] : [name])),
        language,
      ).join('|'),
    ];
  }),
);
write('subdivisions.json', subdivisions);

const egypt = JSON.parse(read('egypt.json')).find((part) => part.name === 'cities').data;
write('towns.json', {
  morocco: cleaned(
    JSON.parse(read('morocco.json')).communes.map(({ name }) => name.ar),
    'ar',
  ).join('|'),
  egypt: cleaned(
    egypt.map((city) => city.city_name_ar),
    'ar',
  ).join('|'),
});

/** Name words with how many people of the source have them in one spelling, those of three at least. */
function counted(language) {
  const counts = new Map();
  for (const line of read(`names/${language}`).split('\n')) {
    const [, spelled, count] = line.split('\t');
    const word = spelled?.replaceAll(' ', '').normalize('NFC');
    if (word && letters[language].test(word)) counts.set(word, (counts.get(word) ?? 0) + Number(count));
  }
  const most = [...counts].filter(([, count]) => count >= 3);
  most.sort((one, two) => two[1] - one[1] || (one[0] < two[0] ? -1 : 1));
  return most.map(([word, count]) => `${word} ${count}`).join('|');
}
write('name-words.json', { ar: counted('ar') });
