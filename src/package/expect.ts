// What a caller without types may get wrong: each function of the package looks at its arguments first, and says in a
// TypeError what it wants. Wrong values of the right type are left to the function itself.

/** A value as an error message names it: `42 (number)`, `null`, `an array`. */
function shown(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (typeof value === 'object') return Array.isArray(value) ? 'an array' : 'an object';
  return `${String(value).slice(0, 40)} (${typeof value})`;
}

function refuse(name: string, wanted: string, value: unknown): never {
  throw new TypeError(`${name} must be ${wanted}, not ${shown(value)}`);
}

/** Throws a TypeError unless the value is a string. */
export function expectText(name: string, value: unknown): void {
  if (typeof value !== 'string') refuse(name, 'a string', value);
}

/** Throws a TypeError unless the value is a number, not NaN. */
export function expectNumber(name: string, value: unknown): void {
  if (typeof value !== 'number' || Number.isNaN(value)) refuse(name, 'a number', value);
}

/** Throws a TypeError unless the value is one of the list. */
export function expectOneOf(name: string, value: unknown, list: readonly unknown[]): void {
  if (!list.includes(value))
    refuse(name, `one of ${list.map((item) => JSON.stringify(item)).join(', ')}`, value);
}

/** Throws a TypeError unless the value is an object that is no array. */
export function expectObject(name: string, value: unknown): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) refuse(name, 'an object', value);
}

/** Throws a TypeError unless the value is an object with arrays under the names given. */
export function expectLists(name: string, value: unknown, wanted: string, lists: readonly string[]): void {
  const held = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  if (!lists.every((list) => Array.isArray(held[list]))) refuse(name, wanted, value);
}

/** Throws a TypeError unless the value is an article. */
export function expectArticle(name: string, value: unknown): void {
  expectLists(name, value, 'an article, as openArticle and readArticle give it', ['blocks']);
  expectText(`${name}.text`, (value as { text: unknown }).text);
}

/** Throws a TypeError unless the value is an analysis. */
export function expectAnalysis(name: string, value: unknown): void {
  expectLists(name, value, 'an analysis, as analyze gives it', ['quotes', 'entities']);
}
