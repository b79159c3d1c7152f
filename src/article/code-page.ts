import type { Encoding } from './decoding.ts';

type CodePage = Extract<Encoding, 'windows-1256' | 'iso-8859-6' | 'windows-1255' | 'windows-1252'>;

/**
 * The letters beyond ASCII that a text in each code page is made of, from the frequent to the rare. ISO-8859-8 is
 * not guessed: windows-1255 has the same letters in the same places, and more.
 */
const letters: Readonly<Record<CodePage, string>> = {
  'windows-1256': 'اليمنوترهعبدسفكقحةجأشصىخطضذءإغزثئظؤآ،پچگژے«»؟َُِّْ',
  'iso-8859-6': 'اليمنوترهعبدسفكقحةجأشصىخطضذءإغزثئظؤآ،؛؟َُِّْ',
  'windows-1255': 'יוהלאמרתשבנכםדחעפקטגסזןצךץףַָּּ“”’–״׳ְִ',
  'windows-1252': 'éèàáíóúäöüñçßêôâîëïåøæãõùûœ’“”–—«»…°£€ÉÀÖÜÄ',
};

/**
 * Which code page makes the most likely letters of the bytes above 0x7F. The frequencies are ranks, which is
 * enough: a wrong page turns the commonest letters into the rarest, or into nothing.
 */
export function guessCodePage(bytes: Uint8Array): CodePage {
  const { counts, alone, total } = tally(bytes);
  let best: CodePage = 'windows-1252';
  let highest = Number.NEGATIVE_INFINITY;
  for (const page of Object.keys(letters) as CodePage[]) {
    const decoded = new TextDecoder(page).decode(upper);
    let score = 0;
    for (let byte = 0; byte < 128; byte++) {
      if (counts[byte] === 0) continue;
      const rank = letters[page].indexOf(decoded[byte]!);
      score -= counts[byte]! * (decoded[byte] === '\ufffd' ? 9 : rank < 0 ? 6 : Math.log(rank + 3));
    }
    // Accented letters stand singly among ASCII ones; Arabic and Hebrew make whole words.
    score -= (page === 'windows-1252' ? total - alone : alone) * 3;
    if (score > highest) {
      highest = score;
      best = page;
    }
  }
  return best;
}

const upper = Uint8Array.from({ length: 128 }, (_, index) => index + 128);

/** How much of the text is enough evidence, in bytes above 0x7F. */
const enough = 1 << 15;

function tally(bytes: Uint8Array): { counts: Uint32Array; alone: number; total: number } {
  const counts = new Uint32Array(128);
  let alone = 0;
  let total = 0;
  for (let at = 0; at < bytes.length && total < enough; at++) {
    const byte = bytes[at]!;
    if (byte < 0x80) continue;
    counts[byte - 0x80]!++;
    total++;
    if (asciiLetter(bytes[at - 1]) || asciiLetter(bytes[at + 1])) alone++;
  }
  return { counts, alone, total };
}

function asciiLetter(byte: number | undefined): boolean {
  return byte !== undefined && (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
}
