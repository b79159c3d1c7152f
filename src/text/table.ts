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
  const { length } = runs;
  let code = 0;
  let value = 0;
  let number = 0;
  let shift = 0;
  let isLength = false;
  for (let place = 0; place < length; place++) {
    const digit = runs.charCodeAt(place) - 63;
    number |= (digit & 31) << shift;
    if (digit > 31) {
      shift += 5;
      continue;
    }
    if (!isLength) value = number;
    else {
      // Class 0 is the commonest one.
      if (value !== 0) table.fill(value, code, code + number);
      code += number;
    }
    isLength = !isLength;
    number = 0;
    shift = 0;
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
