/** One past the last code point. */
const codeSpace = 0x110000;

/**
 * A property of every code point as one byte each, from the runs that scripts/unicode/generate.mjs writes:
 * value, length, value, length …, each number in digits of five bits from U+003F on, bit 5 saying that more
 * digits follow.
 */
function decode(runs: string): Uint8Array {
  // Flat rather than in two stages: the pages that no text touches are never backed by memory.
  const table = new Uint8Array(codeSpace);
  let place = 0;
  let code = 0;
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 5) {
      const digit = runs.charCodeAt(place++) - 63;
      value |= (digit & 31) << shift;
      if (digit < 32) return value;
    }
  };
  while (place < runs.length) {
    const value = number();
    const end = code + number();
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
