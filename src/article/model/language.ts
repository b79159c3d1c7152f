import type { Direction } from '../../text/direction.ts';
import type { Language } from './article.ts';

/** How many code units of a text are asked for its language. */
const sampled = 1 << 15;

const set = (members: string) => new Set(members.split(members.includes(' ') ? ' ' : ''));

/** Letters that Persian writes, and Arabic does not; ی and ک are shared with Urdu. */
const persian = set('پچژگیک');
/** Letters that of the five languages Urdu alone writes. */
const urdu = set('ٹڈڑںےہھۓۂۃ');
/** Letters that Persian and Urdu write rarely or not at all. */
const arabic = set('ةيكىإأ');

/** Words that stand in nearly every paragraph; they decide where a keyboard's letters mislead. */
const functionWords = {
  ar: set('في من على علي إلى الى أن ان التي الذي هذا هذه عن مع لا ما كان قال'),
  fa: set('از به را با که كه این اين است های هاي می مي برای براي آن خود شد شده کرد كرد'),
  ur: set('کے کی کا میں ہے ہیں اور سے نے کو پر نہیں یہ بھی تھا گیا'),
  en: set('the of and to in that is was for with on by it from this are not have has said'),
};

const arabicWord = /[\u0620-\u065F\u066E-\u06D3\u06FA-\u06FC]+/g;
const latinWord = /[A-Za-z\u00C0-\u024F]+/g;
const hebrewWord = /[\u05D0-\u05EA]+/g;

interface Letters {
  readonly arabic: number;
  readonly hebrew: number;
  readonly latin: number;
}

function lettersOf(text: string): Letters {
  const sample = text.length > sampled ? text.slice(0, sampled) : text;
  const count = (pattern: RegExp) => length(sample.match(pattern) ?? []);
  return { arabic: count(arabicWord), hebrew: count(hebrewWord), latin: count(latinWord) };
}

/**
 * The language that a source declares, by a BCP 47 tag, if its script is that of the letters; else what the text tells.
 * Many sites say `en-US` of everything, since nobody changed it. Right-to-left letters count double, since terms, names
 * and code in Latin stand in all texts; fewer of them do where they are what was declared.
 */
export function toldLanguage(tag: string | undefined, text: string): Language {
  const named = languageNamed(tag);
  if (named === undefined) return languageOf(text);
  const { arabic, hebrew, latin } = lettersOf(text);
  const isTrue =
    named === 'en'
      ? (arabic + hebrew) * 2 <= latin
      : named === 'he'
        ? hebrew >= arabic && hebrew * 4 > latin
        : arabic >= hebrew && arabic * 4 > latin;
  return isTrue || arabic + hebrew + latin === 0 ? named : languageOf(text);
}

/** The direction that a source declares, if its letters agree; undefined where the letters must tell. */
export function toldDirection(declared: Direction | undefined, text: string): Direction | undefined {
  if (declared === undefined) return undefined;
  const { arabic, hebrew, latin } = lettersOf(text);
  const isTrue = declared === 'rtl' ? (arabic + hebrew) * 4 >= latin : (arabic + hebrew) * 2 <= latin;
  return isTrue ? declared : undefined;
}

/** The language of a text by its letters and its commonest words; `und` where they do not tell. */
export function languageOf(text: string): Language {
  const sample = text.length > sampled ? text.slice(0, sampled) : text;
  const words = {
    arabic: sample.match(arabicWord) ?? [],
    hebrew: sample.match(hebrewWord) ?? [],
    latin: sample.match(latinWord) ?? [],
  };
  const [inArabic, inHebrew, inLatin] = [length(words.arabic), length(words.hebrew), length(words.latin)];
  if (inHebrew > inArabic && inHebrew * 2 > inLatin) return 'he';
  if (inArabic > inHebrew && inArabic * 2 > inLatin) return arabicScriptLanguage(words.arabic);
  // A line of English may lack its little words; a page in another Latin language has hardly any of them.
  const known = words.latin.filter((word) => functionWords.en.has(word.toLowerCase())).length;
  return known > 0 && known * 12 >= words.latin.length ? 'en' : 'und';
}

function arabicScriptLanguage(words: readonly string[]): Language {
  const letters = { ar: 0, fa: 0, ur: 0 };
  const known = { ar: 0, fa: 0, ur: 0 };
  for (const word of words) {
    for (const language of ['ar', 'fa', 'ur'] as const)
      if (functionWords[language].has(word)) known[language]++;
    for (const letter of word) {
      if (arabic.has(letter)) letters.ar++;
      else if (persian.has(letter)) letters.fa++;
      else if (urdu.has(letter)) letters.ur++;
    }
  }
  if (letters.ur * 8 > letters.fa + letters.ar && known.ur >= known.fa && known.ur >= known.ar) return 'ur';
  return letters.fa + known.fa * 4 > letters.ar + known.ar * 4 ? 'fa' : 'ar';
}

function length(words: readonly string[]): number {
  return words.reduce((sum, word) => sum + word.length, 0);
}

/** A BCP 47 tag or one of the program's own names as a Language; undefined where it says nothing we know. */
export function languageNamed(tag: string | undefined): Language | undefined {
  const primary = tag?.trim().toLowerCase().split(/[-_]/)[0];
  if (primary === 'iw') return 'he';
  return primary === 'ar' || primary === 'fa' || primary === 'he' || primary === 'ur' || primary === 'en'
    ? primary
    : undefined;
}

/** The direction in which a language is written; undefined where the letters must tell. */
export function directionOf(language: Language): Direction | undefined {
  return language === 'und' ? undefined : language === 'en' ? 'ltr' : 'rtl';
}
