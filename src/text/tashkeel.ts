/**
 * Whether a code point is a mark that readers may do without: the Arabic vowel signs, shadda, sukun, the dagger
 * alef and the signs of the Koran, and Hebrew points and accents. Madda and hamza above or below a letter
 * (U+0653–0655) make another letter of it and stay, as do the dots of other languages.
 */
export function isTashkeel(code: number): boolean {
  if (code < 0x0591 || code > 0x08ff) return false;
  if (code <= 0x05c7)
    return (
      (code <= 0x05bd || code === 0x05bf || code === 0x05c1 || code === 0x05c2 || code >= 0x05c4) &&
      code !== 0x05c6
    );
  return (
    (code >= 0x0610 && code <= 0x061a) ||
    (code >= 0x064b && code <= 0x0652) ||
    (code >= 0x0656 && code <= 0x065f) ||
    code === 0x0670 ||
    (code >= 0x06d6 && code <= 0x06dc) ||
    (code >= 0x06df && code <= 0x06e4) ||
    code === 0x06e7 ||
    code === 0x06e8 ||
    (code >= 0x06ea && code <= 0x06ed) ||
    (code >= 0x08ca && code <= 0x08e1) ||
    (code >= 0x08e3 && code <= 0x08ff)
  );
}

/** A text without the marks that readers may do without. */
export function withoutTashkeel(text: string): string {
  return [...text].filter((letter) => !isTashkeel(letter.codePointAt(0)!)).join('');
}
