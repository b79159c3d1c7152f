import { bytesAs } from './encoding.ts';

/** The one-byte encodings that letters can tell apart, by their WHATWG names. */
export type CodePage = 'windows-1256' | 'iso-8859-6' | 'windows-1255' | 'windows-1252';

/**
 * The letters beyond ASCII that a text in each code page is made of, from the frequent to the rare. ISO-8859-8 is
 * not guessed: windows-1255 has the same letters in the same places, and more.
 */
const letters: Readonly<Record<CodePage, string>> = {
  'windows-1252': 'éèàáíóúäöüñçßêôâîëïåøæãõùûœÉÀÖÜÄ',
  'windows-1256': 'اليمنوترهعبدسفكقحةجأشصىخطضذءإغزثئظؤآپچگژکہےںھٹڈڑَُِّْ',
  'iso-8859-6': 'اليمنوترهعبدسفكقحةجأشصىخطضذءإغزثئظؤآَُِّْ',
  'windows-1255': 'יוהלאמרתשבנכםדחעפקטגסזןצךץףַָּׁ',
};

/**
 * Which code page makes the likeliest letters of the bytes above 0x7F; windows-1252 where they make none. The
 * frequencies are ranks, which is enough: a wrong page turns the commonest letters into the rarest, or into
 * nothing.
 */
export function guessCodePage(bytes: Uint8Array): CodePage {
  const { together, alone } = tally(bytes);
  let best: CodePage = 'windows-1252';
  let highest = Number.NEGATIVE_INFINITY;
  for (const page of Object.keys(letters) as CodePage[]) {
    const decoded = bytesAs(upper, page);
    let score = 0;
    for (let byte = 0; byte < 128; byte++) {
      const count = together[byte]! + alone[byte]!;
      if (count === 0) continue;
      const letter = decoded[byte]!;
      // Punctuation is in much the same places everywhere; a control or nothing at all is a sign against the page.
      const wrong = letter === '\ufffd' || letter < '\u00a0';
      if (!wrong && !/[\p{L}\p{M}]/u.test(letter)) continue;
      const rank = letters[page].indexOf(letter);
      score -= count * (wrong ? 9 : rank < 0 ? 6 : Math.log(rank + 3));
      // Accented letters stand singly among ASCII ones; Arabic and Hebrew make whole words.
      score -= (page === 'windows-1252' ? together[byte]! : alone[byte]!) * 3;
    }
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

/** How often each byte above 0x7F stands beside an ASCII letter, and how often not. */
function tally(bytes: Uint8Array): { together: Uint32Array; alone: Uint32Array } {
  const together = new Uint32Array(128);
  const alone = new Uint32Array(128);
  let total = 0;
  for (let at = 0; at < bytes.length && total < enough; at++) {
    const byte = bytes[at]!;
    if (byte < 0x80) continue;
    const counts = asciiLetter(bytes[at - 1]) || asciiLetter(bytes[at + 1]) ? alone : together;
    counts[byte - 0x80]!++;
    total++;
  }
  return { together, alone };
}

function asciiLetter(byte: number | undefined): boolean {
  return byte !== undefined && (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
}
