// Makes src/text/generated/*.ts from the files of the Unicode Character Database in data/.
// `--stdout` prints them as one JSON object instead, so that a test can compare.
import { mkdirSync, writeFileSync } from 'node:fs';
import {
  bidiClasses,
  graphemeClasses,
  isEastAsian,
  joiningTypes,
  lineClasses,
  strongLetters,
  widths,
} from './classes.mjs';
import { decompositions, lines } from './files.mjs';

const version = '17.0.0';
const folder = new URL('../../src/text/generated/', import.meta.url);

/** The 90 printable characters that need no escape between quotes: U+0023 to U+007E without ' and \. */
const digits = Array.from({ length: 92 }, (_, index) => String.fromCharCode(35 + index)).filter(
  (character) => character !== "'" && character !== '\\',
);

/** A number in digits of base 45, the lowest first; those from 45 on say that more follow. */
function number(value) {
  let text = '';
  for (; value >= 45; value = Math.floor(value / 45)) text += digits[45 + (value % 45)];
  return text + digits[value];
}

/**
 * A table over the code space as runs. A run begins with one digit, 30 × which value + length − 1. Which value:
 * 0 the one before the last, 1 the one before that, 2 another, which follows. 29 for the length: the rest follows.
 */
function runs(values) {
  let packed = '';
  let recent = [0, 0, 0];
  for (let start = 0; start < values.length; ) {
    const value = values[start];
    let end = start + 1;
    while (end < values.length && values[end] === value) end++;
    const before = recent.indexOf(value, 1);
    const which = before > 0 ? before - 1 : 2;
    const length = end - start - 1;
    packed += digits[30 * which + Math.min(length, 29)];
    if (which === 2) packed += number(value);
    if (length >= 29) packed += number(length - 29);
    recent = [value, ...recent.toSpliced(before > 0 ? before : 2, 1)];
    start = end;
  }
  return packed;
}

const escaped = (codes) => codes.map((code) => `\\u${code.toString(16).padStart(4, '0')}`).join('');
const constantName = (name) => name.replace(/([a-z])([A-Z])/g, '$1_$2').toUpperCase();

function head(what) {
  return (
    `// ${what}, Unicode ${version}. Made by scripts/unicode/generate.mjs: do not edit.\n` +
    '// Data: Copyright 1991-2025 Unicode, Inc., Unicode License v3.\n\n'
  );
}

/** A module with one constant per class, and the runs. `flag(code)` sets bit 7 of a value. */
function classModule(what, names, flag) {
  // The commonest class is 0, which costs a table nothing to fill; the others by name.
  const counts = new Map();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const commonest = [...counts].reduce((most, one) => (one[1] > most[1] ? one : most))[0];
  const order = [commonest, ...[...counts.keys()].filter((name) => name !== commonest).sort()];
  const number = new Map(order.map((name, index) => [name, index]));
  const values = names.map((name, code) => number.get(name) | (flag?.(code) ? 128 : 0));
  const constants = order.map((name, index) => `export const ${constantName(name)} = ${index};\n`).join('');
  return `${head(what)}${constants}export const runs =\n  '${runs(values)}';\n`;
}

/** A module with runs of small numbers that speak for themselves. */
function plainModule(what, values) {
  return `${head(what)}export const runs =\n  '${runs(values)}';\n`;
}

/** Letters with presentation forms: letter, isolated, final, initial, medial; U+0000 where there is none. */
function formsModule() {
  const places = { isolated: 1, final: 2, initial: 3, medial: 4 };
  const letters = new Map();
  const ligatures = new Map();
  for (const [code, decomposition] of decompositions()) {
    const match = /^<(isolated|final|initial|medial)> ([0-9A-F]+)(?: ([0-9A-F]+))?$/.exec(decomposition);
    if (!match) continue;
    const [, form, first, second] = match;
    if (!second) {
      const letter = Number.parseInt(first, 16);
      if (!letters.has(letter)) letters.set(letter, [letter, 0, 0, 0, 0]);
      letters.get(letter)[places[form]] = code;
    } else if (first === '0644' && /^06(22|23|25|27)$/.test(second)) {
      const alef = Number.parseInt(second, 16);
      if (!ligatures.has(alef)) ligatures.set(alef, [alef, 0, 0]);
      ligatures.get(alef)[places[form]] = code;
    }
  }
  // Hamza joins nothing: its isolated form would only be another code for itself.
  const types = joiningTypes();
  for (const letter of letters.keys()) if (types[letter] === 'U') letters.delete(letter);
  const rows = (map) =>
    [...map.values()]
      .sort((a, b) => a[0] - b[0])
      .map((row) => `  '${escaped(row)}'`)
      .join(' +\n');
  return (
    head('Arabic presentation forms from the decompositions of UnicodeData') +
    '// Letter, isolated, final, initial, medial form; U+0000 where there is none.\n' +
    `export const letters =\n${rows(letters)};\n` +
    '// Alef, and the isolated and final form of lam with it.\n' +
    `export const lamAlefs =\n${rows(ligatures)};\n`
  );
}

function mirrorsModule() {
  const pairs = lines('BidiMirroring').map((line) =>
    line.split(';').map((code) => Number.parseInt(code, 16)),
  );
  const images = new Map(pairs);
  if (pairs.some(([one, other]) => images.get(other) !== one))
    throw new Error('a mirror image of one side only');
  return (
    `${head('Bidi_Mirroring_Glyph')}// A character, its mirror image, the next pair …\n` +
    `export const mirrors =\n  '${pairs
      .filter(([one, other]) => one < other)
      .map(escaped)
      .join('')}';\n`
  );
}

function bracketsModule() {
  const pairs = lines('BidiBrackets')
    .map((line) => line.split(';').map((field) => field.trim()))
    .filter((fields) => fields[2] === 'o')
    .map(([open, close]) => [Number.parseInt(open, 16), Number.parseInt(close, 16)]);
  return (
    `${head('Bidi_Paired_Bracket')}// An opening bracket, its closing one, the next opening one …\n` +
    `export const brackets =\n  '${pairs.map(escaped).join('')}';\n`
  );
}

const modules = {
  'brackets.ts': bracketsModule(),
  'bidi-class.ts': classModule('Bidi_Class', bidiClasses()),
  'grapheme-class.ts': classModule(
    'Grapheme_Cluster_Break, Extended_Pictographic and Indic_Conjunct_Break',
    graphemeClasses(),
  ),
  'joining-type.ts': classModule('Joining_Type', joiningTypes()),
  'line-class.ts': classModule('Line_Break, bit 7: East Asian', lineClasses(), isEastAsian),
  'strong-letter.ts': plainModule('Direction of letters: 1 left-to-right, 2 right-to-left', strongLetters()),
  'width.ts': classModule('Terminal cells of a code point', widths()),
  'forms.ts': formsModule(),
  'mirrors.ts': mirrorsModule(),
};

if (process.argv.includes('--stdout')) process.stdout.write(JSON.stringify(modules));
else {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(modules)) writeFileSync(new URL(name, folder), text);
}
