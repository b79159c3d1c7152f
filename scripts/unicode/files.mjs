import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

const folder = new URL('data/', import.meta.url);

/** One past the last code point. */
export const codeSpace = 0x110000;

/** The lines of a file of the Unicode Character Database, comments and blank lines left out. */
export function lines(name) {
  const text = gunzipSync(readFileSync(new URL(`${name}.txt.gz`, folder))).toString('utf8');
  return text
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim())
    .filter(Boolean);
}

/** The `@missing` lines of a file: the values of code points it does not list. Later ones win. */
function missingLines(name) {
  const text = gunzipSync(readFileSync(new URL(`${name}.txt.gz`, folder))).toString('utf8');
  return [...text.matchAll(/^# @missing: (.*)$/gm)].map((match) => match[1]);
}

/** `0041..005A` or `0041`, as first and last code point. */
function range(field) {
  const [first, last = first] = field.trim().split('..');
  return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
}

/**
 * An array over the code space: for every code point the value a property file gives it.
 * `select(fields)` turns the fields after the code points into a value, or undefined to skip the line.
 */
export function property(name, fallback, select = (fields) => fields[0]) {
  const values = new Array(codeSpace).fill(fallback);
  for (const line of [...missingLines(name), ...lines(name)]) {
    const [codes, ...fields] = line.split(';').map((field) => field.trim());
    const value = select(fields);
    if (value === undefined) continue;
    const [first, last] = range(codes);
    values.fill(value, first, last + 1);
  }
  return values;
}

/** For every code point, whether a file lists it under a binary property. */
export function binary(name, wanted) {
  return property(name, false, ([value]) => (value === wanted ? true : undefined));
}

/** `[code point, decomposition]` of every line of UnicodeData that has one: `<initial> 0628`. */
export function decompositions() {
  return lines('UnicodeData')
    .map((line) => line.split(';'))
    .filter((fields) => fields[5])
    .map((fields) => [Number.parseInt(fields[0], 16), fields[5]]);
}
