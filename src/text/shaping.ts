import { lamAlefs, letters } from './generated/forms.ts';
import { C, D, L, R, runs, T } from './generated/joining-type.ts';
import { lazyTable } from './table.ts';

const typeTable = lazyTable(runs);

/** How a letter stands, as two bits: joined to the letter before it (FINAL), to the one after it (INITIAL), to both, to none. */
export const ISOLATED = 0;
export const FINAL = 1;
export const INITIAL = 2;

const firstLetter = 0x600;
const lastLetter = 0x6ff;

/** Presentation forms of U+0600–06FF, four places a letter, isolated, final, initial, medial; 0: none. */
let forms: Uint16Array | undefined;
let ligatures: Map<number, readonly [isolated: number, final: number]> | undefined;

function formTable(): Uint16Array {
  if (forms) return forms;
  forms = new Uint16Array((lastLetter - firstLetter + 1) * 4);
  for (let place = 0; place < letters.length; place += 5) {
    const letter = (letters.charCodeAt(place) - firstLetter) * 4;
    for (let form = 0; form < 4; form++) forms[letter + form] = letters.charCodeAt(place + 1 + form);
  }
  return forms;
}

/**
 * How each letter of a paragraph joins its neighbours, one byte per code unit (0 to 3, FINAL and INITIAL; on the first
 * half of a surrogate pair): the joining rules R1 to R7 of The Unicode Standard, chapter 9.2. Marks and most
 * format characters are transparent, ZWNJ keeps apart, ZWJ joins. Letters join only at the same odd embedding
 * level: what an override shows from left to right stands unjoined. Undefined when no two letters join.
 */
export function joiningForms(
  text: string,
  start: number,
  end: number,
  levels: Uint8Array,
): Uint8Array | undefined {
  const types = typeTable();
  let found: Uint8Array | undefined;
  let before = -1;
  let joinsForward = false;
  for (let place = start; place < end; ) {
    const code = text.codePointAt(place)!;
    const type = types[code]!;
    const at = place - start;
    place += code > 0xffff ? 2 : 1;
    if (type === T) continue;
    if (
      joinsForward &&
      (type === D || type === R || type === C) &&
      levels[at]! & 1 &&
      levels[at] === levels[before]
    ) {
      found ??= new Uint8Array(end - start);
      found[before]! |= INITIAL;
      found[at] = FINAL;
    }
    before = at;
    joinsForward = type === D || type === C || type === L;
  }
  return found;
}

/** The character that draws a letter as it is joined: a presentation form where Unicode has one, else itself. */
export function shaped(code: number, form: number): number {
  if (code < firstLetter || code > lastLetter) return code;
  return formTable()[(code - firstLetter) * 4 + form]! || code;
}

/** The ligature of lam with an alef (U+0622, 0623, 0625, 0627), `form` being that of the lam; 0 for another letter. */
export function lamAlef(alef: number, form: number): number {
  if (!ligatures) {
    ligatures = new Map();
    for (let place = 0; place < lamAlefs.length; place += 3)
      ligatures.set(lamAlefs.charCodeAt(place), [
        lamAlefs.charCodeAt(place + 1),
        lamAlefs.charCodeAt(place + 2),
      ]);
  }
  return ligatures.get(alef)?.[form & FINAL] ?? 0;
}
