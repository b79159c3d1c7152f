// The one cache of drawing: what has not changed is the very same object from frame to frame, so that the canvas and the
// terminal layer pass over it without looking.

/** Results of one function that are kept for an owner: an entry of a list is drawn chosen or not, on top or not. */
const keptEach = 4;

interface Kept<Given, Result> {
  readonly given: Given;
  readonly result: Result;
}

/**
 * A function that gives its last results again for the same arguments: the first, `owner`, by identity, for as long as
 * it lives; the others by what is in them. `make` sees nothing else, so that no argument can be forgotten in a key.
 */
export function remembered<Owner extends object, Given extends readonly unknown[], Result>(
  make: (owner: Owner, ...given: Given) => Result,
): (owner: Owner, ...given: Given) => Result {
  const owners = new WeakMap<Owner, readonly Kept<Given, Result>[]>();
  return (owner, ...given) => {
    const known = owners.get(owner) ?? [];
    const found = known.find((one) => isSame(one.given, given));
    if (found) return found.result;
    const result = make(owner, ...given);
    owners.set(owner, [{ given, result }, ...known].slice(0, keptEach));
    return result;
  };
}

/** Whether two values are the same: lists and plain objects by what is in them, anything else by identity. */
function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((one, at) => isSame(one, b[at]));
  if (!isPlain(a) || !isPlain(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => isSame(a[key], b[key]));
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
