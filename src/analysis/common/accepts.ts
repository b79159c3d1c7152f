/** Where a part of a table leads that is no state: no text of this beginning is accepted, or every one. */
const never = 1;
const always = 2;

/** Tables as the build writes them, in one string, as numbers. */
export function tablesOf(written: string): Uint16Array {
  const bytes = Buffer.from(written, 'utf16le');
  return new Uint16Array(bytes.buffer, bytes.byteOffset, written.length);
}

/**
 * Whether a text is one that a regular expression finds something in, by the table that the build makes of the expression
 * (scripts/automaton.mjs says how it is written), which stands at `from`. Nothing has to be compiled first. In the sources
 * stand the expressions themselves.
 */
export function accepts(tables: Uint16Array, from: number, text: string): boolean {
  let state = from;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    // The parts between bounds: the first that ends behind the unit.
    const bounds = state + 2;
    const count = tables[state + 1]!;
    let low = 0;
    let high = count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (tables[bounds + middle]! <= unit) low = middle + 1;
      else high = middle;
    }
    const target = tables[bounds + count + low]!;
    if (target === never) return false;
    if (target === always) return true;
    state = from + target;
  }
  return tables[state] === 1;
}
