import { fold, foldWide } from '../../text/folding.ts';

/** What is asked for its folding when a query is: letters, digits and signs of ASCII, Latin, Hebrew and Arabic. */
const asked = [
  [0x21, 0x7e],
  [0xc0, 0x24f],
  [0x5d0, 0x6ff],
] as const;

/** For each folded letter a line: the letter, and all letters of these that may be folded to it. */
export function spellings(): string {
  const known = new Map<string, string>();
  for (const [first, last] of asked)
    for (let code = first; code <= last; code++) {
      const written = String.fromCharCode(code);
      for (const letter of new Set(fold(written, 1).text + fold(written, 2).text + foldWide(written).text))
        known.set(letter, (known.get(letter) ?? '') + written);
    }
  return [...known].map(([letter, sources]) => letter + sources).join('\n');
}
