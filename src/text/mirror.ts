import { mirrors } from './generated/mirrors.ts';

let images: Map<number, number> | undefined;

/** The character that is drawn for a code point in right-to-left text (UAX #9 L4): its mirror image, or itself. */
export function mirrored(code: number): number {
  if (!images) {
    images = new Map();
    for (let place = 0; place < mirrors.length; place += 2)
      images.set(mirrors.charCodeAt(place), mirrors.charCodeAt(place + 1));
  }
  return images.get(code) ?? code;
}
