import { mirrors } from './generated/mirrors.ts';

let images: Map<number, number> | undefined;

/** The character that is drawn for a code point in right-to-left text (UAX #9 L4): its mirror image, or itself. */
export function mirrored(code: number): number {
  if (!images) {
    images = new Map();
    for (let place = 0; place < mirrors.length; place += 2) {
      const one = mirrors.charCodeAt(place);
      const other = mirrors.charCodeAt(place + 1);
      images.set(one, other).set(other, one);
    }
  }
  return images.get(code) ?? code;
}
