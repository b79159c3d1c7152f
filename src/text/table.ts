/** One past the last code point. */
const codeSpace = 0x110000;

/**
 * A property of every code point as one byte each, from the runs that scripts/unicode/generate.mjs writes (how,
 * is said there).
 */
function decode(runs: string): Uint8Array {
  // Flat rather than in two stages: the pages that no text touches are never backed by memory.
  const table = new Uint8Array(codeSpace);
  let place = 0;
  const digit = (): number => {
    const code = runs.charCodeAt(place++);
    // Neither U+0027 nor U+005C is a digit.
    return code - (code > 92 ? 37 : code > 39 ? 36 : 35);
  };
  const number = (): number => {
    let value = 0;
    for (let scale = 1; ; scale *= 45) {
      const next = digit();
      if (next < 45) return value + next * scale;
      value += (next - 45) * scale;
    }
  };
  let last = 0;
  let before = 0;
  let earlier = 0;
  for (let code = 0; code < codeSpace; ) {
    const head = digit();
    const value = head < 30 ? before : head < 60 ? earlier : number();
    if (head >= 30) earlier = before;
    before = last;
    last = value;
    const length = head % 30;
    const end = code + length + 1 + (length === 29 ? number() : 0);
    // Class 0 is the commonest one.
    if (value !== 0) table.fill(value, code, end);
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
