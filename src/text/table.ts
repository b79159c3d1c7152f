/** One past the last code point. */
const codeSpace = 0x110000;

/** A digit of the runs. Neither U+0027 nor U+005C is one. */
const digit = (code: number): number => code - (code > 92 ? 37 : code > 39 ? 36 : 35);

/** Runs up to this length are written one by one: a call would take longer. */
const short = 8;

/**
 * A property of every code point as one byte each, from the runs that scripts/unicode/generate.mjs writes (how,
 * is said there). In one loop, before V8 has optimized anything: six tables are decoded for the first page, in half the time
 * that functions within it take.
 */
function decode(runs: string): Uint8Array {
  // Flat rather than in two stages: the pages that no text touches are never backed by memory.
  const table = new Uint8Array(codeSpace);
  let place = 0;
  let [last, before, earlier] = [0, 0, 0];
  for (let code = 0; code < codeSpace; ) {
    const head = digit(runs.charCodeAt(place++));
    let value = before;
    if (head >= 30) {
      value = earlier;
      earlier = before;
      if (head >= 60) {
        value = 0;
        for (let scale = 1, next = 45; next >= 45; scale *= 45) {
          next = digit(runs.charCodeAt(place++));
          value += (next < 45 ? next : next - 45) * scale;
        }
      }
    }
    before = last;
    last = value;
    const length = head % 30;
    let end = code + length + 1;
    if (length === 29)
      for (let scale = 1, next = 45; next >= 45; scale *= 45) {
        next = digit(runs.charCodeAt(place++));
        end += (next < 45 ? next : next - 45) * scale;
      }
    // Class 0 is the commonest one.
    if (value !== 0) {
      if (end - code > short) table.fill(value, code, end);
      else for (let at = code; at < end; at++) table[at] = value;
    }
    code = end;
  }
  return table;
}

/** The table of some runs, decoded when it is first asked for: start-up pays for no table it does not use. */
export function lazyTable(runs: string): () => Uint8Array {
  let table: Uint8Array | undefined;
  return () => {
    table ??= decode(runs);
    return table;
  };
}
