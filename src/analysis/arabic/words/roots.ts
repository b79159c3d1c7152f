import { rootLetters } from './made/roots.ts';

/**
 * The patterns by which Arabic makes words of a root: digits stand for its letters, the rest for itself.
 * Enough to know a common word from a foreign name; not a full morphology.
 */
const patterns =
  '123 12 1ا2 1ا23 12ا3 12و3 12ي3 1و23 ا123 ا12ا3 ا12 م123 م12 م12و3 م1ا23 م12ا3 م12ي3 ت12ي3 ت1ا23 ت12ا3 ت123 ت12و3 ' +
  'ا1ت2ا3 ا1ت23 م1ت23 ي1ت23 ت1ت23 ن1ت23 ا1ت2 م1ت2 ي1ت2 ت1ت2 ان12ا3 ان123 من123 ين123 تن123 است12ا3 است123 مست123 يست123 تست123 نست123 است12 يست12 تست12 مست12 است1ا2 ' +
  'مت1ا23 مت123 يت1ا23 تت1ا23 يت123 تت123 نت123 ت1ا2ي3 م1ا2ي3 م1ا23 1وا23 1وا2ي3 12ائ3 12ايا 1يا23 ا1ا2ي3 ا1ا23 123اء ا123اء 123ان 12اء ا12اء ' +
  'ي123 ن123 ي12 ت12 ن12 ي1ا23 ن1ا23 ي12و3 ي12ي3 ات2ا3 ات23 يت23 تت23 مت23 مض1ر 1234 ت1234 ي1234 م1234 1ن234 مت1234 12ا34 12ي34 1ا2و3 12و34 مز123 ' +
  'ي23 ت23 ن23 ي13 ت13 ن13 ازد2ا3 يزد23 ا1ط2ا3 ا1ط23 ي1ط23 م1ط23 ا1د2ا3 ا1د23 ي1د23 م1د23';

const weak = new Set(['ا', 'و', 'ي', 'ء', 'ئ', 'ؤ']);

/** Weak radicals and hamza change places (قال، قول، رئيس، رأس): here they are one letter. */
function steady(letter: string): string {
  return weak.has(letter) ? 'W' : letter;
}

let known: Set<string> | undefined;
let byLength: string[][] | undefined;
let exact: Set<string> | undefined;

function build(): Set<string> {
  byLength = [];
  for (const pattern of new Set(patterns.split(' '))) {
    byLength[pattern.length] ??= [];
    byLength[pattern.length]!.push(pattern);
  }
  const [pairs, whole] = rootLetters().split('\n');
  exact = new Set(pairs!.split(' '));
  return new Set(whole!.split(' '));
}

function fits(pattern: string, word: string, set: ReadonlySet<string>): boolean {
  let one = '';
  let two = '';
  let three = '';
  let four = '';
  for (let i = 0; i < pattern.length; i++) {
    const sign = pattern[i]!;
    const letter = word[i]!;
    if (sign === '1') one = letter;
    else if (sign === '2') two = letter;
    else if (sign === '3') three = letter;
    else if (sign === '4') four = letter;
    else if (sign !== letter) return false;
  }
  // A pattern without 1 assimilates a weak first radical (اتفق of وفق); one without 3 doubles the second (حد of حدد).
  const first = one || 'و';
  const second = two || 'و';
  const root = steady(first) + steady(second) + steady(three || second) + (four ? steady(four) : '');
  if (!set.has(root)) return false;
  // With two weak radicals almost anything fits (تيبو as ت and وبأ): then the letters themselves must agree.
  return root.replace(/[^W]/g, '').length < 2 || exact!.has(hamza(first) + hamza(second));
}

function hamza(letter: string): string {
  return /[ءئؤ]/.test(letter) ? 'ا' : letter;
}

/** Whether a folded word without prefixes and endings is made of a common root. */
export function isOfCommonRoot(stem: string): boolean {
  known ??= build();
  const candidates = byLength![stem.length];
  if (!candidates) return false;
  for (const pattern of candidates) if (fits(pattern, stem, known)) return true;
  return false;
}
