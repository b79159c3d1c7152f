// What the encoder may write: text, and these sequences. Anything else would be an order that an article has given.

/** The sequences of a row: SGR, a column (CHA), the bidirectional mode (BDSM), a link (OSC 8). */
const sequences =
  /\x1b\[[\d;:]*m|\x1b\[\d+G|\x1b\[\?(?:2500|2501)[hl]|\x1b\[8[hl]|\x1b\]8;[^\x00-\x1f\x7f-\x9f]*;[^\x00-\x1f\x7f-\x9f]*\x1b\\/g;

/** Bidi controls, which only a model for terminals that reorder may write, as its own marks. */
const bidiControls = /[\u202A-\u202E\u2066-\u2069]/;

/** Why bytes are not in the grammar of a row; null if they are. */
export function notInGrammar(bytes: string, isLogical: boolean): string | null {
  const text = bytes.replace(sequences, '');
  const control = /[\x00-\x1f\x7f-\x9f]/.exec(text);
  if (control) return `a control, ${JSON.stringify(control[0])}, at ${control.index}`;
  const bidi = isLogical ? null : bidiControls.exec(text);
  return bidi ? `a bidi control, U+${bidi[0].charCodeAt(0).toString(16)}` : null;
}
