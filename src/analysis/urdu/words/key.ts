// How an Urdu word is looked up.

const folds: Readonly<Record<string, string>> = {
  ي: 'ی',
  ى: 'ی',
  ك: 'ک',
  ه: 'ہ',
  ة: 'ہ',
  ۃ: 'ہ',
  أ: 'ا',
  إ: 'ا',
  ٱ: 'ا',
  ؤ: 'و',
};

/** An Urdu word as it is looked up: Arabic letters as Urdu ones, marks off. */
export function urduKey(spelling: string): string {
  return spelling
    .normalize('NFC')
    .replace(/[يىكهةۃأإٱؤ]/gu, (letter) => folds[letter]!)
    .replace(/[\p{M}\u0640\u200c\u200d]/gu, '');
}
