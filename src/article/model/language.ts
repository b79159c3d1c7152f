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

/**
 * Letters of Kurdish, Pashto, Sindhi, Uyghur, Kashmiri and their neighbors in Arabic script, which none of the five
 * languages writes: no rules of Arabic or Persian hold for such a text.
 */
const others = set('ێۆڵڕەټډړږښځڅڼېۍګڀٻڄڃڇڏڌڊٽٺٿڦڻڳڱۇۈۋڭٲٳؠۄݨ');
/** The share of such letters in a text of those languages is three to thirty in a hundred. */
const fewestOthers = 0.025;

/** Words that stand in nearly every paragraph; they decide where a keyboard's letters mislead. */
const functionWords = {
  ar: set('في من على علي إلى الى أن ان التي الذي هذا هذه عن مع لا ما كان قال'),
  fa: set('از به را با که كه این اين است های هاي می مي برای براي آن خود شد شده کرد كرد'),
  ur: set('کے کی کا میں ہے ہیں اور سے نے کو پر نہیں یہ بھی تھا گیا'),
  // Of Azeri and Punjabi in Arabic script, whose letters are those of Persian and Urdu.
  azeri: set(
    'بیر ایله اوچون اوچۆن اولان اولاراق ائدن ائدیب ائتدی ائتمک ایدی ایکی سونرا گؤره اولوب اولدو داها بونون اونون قدر',
  ),
  punjabi: set('دے دا نوں وچ نال اے سی اوہ ایہہ ہن کیتا نیں سن اوس'),
  he: set('של את על לא הוא היא זה כי עם גם אם או כל בין אל מה יש'),
  yiddish: set('און איז די דער אין פון מיט נישט ניט זיך אויף אז וואס האט דאס פאר צו אבער איך מען זענען'),
  en: set('the of and to in that is was for with on by it from this are not have has said'),
};

/** What a letter speaks for, a bit each, by its code; one look-up a letter, since all of a long text is asked. */
const ARABIC = 1;
const PERSIAN = 2;
const URDU = 4;
const OTHER = 8;
const votes = new Uint8Array(0x800);
for (const [letters, bit] of [
  [arabic, ARABIC],
  [persian, PERSIAN],
  [urdu, URDU],
  [others, OTHER],
] as const)
  for (const letter of letters) votes[letter.charCodeAt(0)]! |= bit;

/** The languages of Arabic script that a little word speaks for. */
const spoken = new Map<string, ('ar' | 'fa' | 'ur' | 'azeri' | 'punjabi')[]>();
for (const language of ['ar', 'fa', 'ur', 'azeri', 'punjabi'] as const)
  for (const word of functionWords[language]) spoken.set(word, [...(spoken.get(word) ?? []), language]);

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
  const { arabic, hebrew, latin } = lettersOf(text);
  if (named === undefined) {
    // A language that is none of ours is not taken for one, if its script is that of the letters.
    const script = scripts[primaryOf(tag)];
    const isTold = script === 'hebrew' ? hebrew > arabic && hebrew * 4 > latin : script && arabic * 4 > latin;
    return isTold ? 'und' : languageOf(text);
  }
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

/** Other languages in right-to-left scripts that sources declare. */
const scripts: Readonly<Record<string, 'arabic' | 'hebrew'>> = {
  ...Object.fromEntries(
    'ku ckb kmr sdh ps pbu pbt sd ug az azb ks pa pnb skr lah bal bgn brh kk ky tk uz tt glk mzn lrc luz ota ms jv su min ace ha ff wo sw so bm khw shi rif kab'
      .split(' ')
      .map((tag) => [tag, 'arabic' as const]),
  ),
  yi: 'hebrew',
  ji: 'hebrew',
  lad: 'hebrew',
  jrb: 'hebrew',
};

/** The language of a text by its letters and its commonest words; `und` where they do not tell. */
export function languageOf(text: string): Language {
  const sample = text.length > sampled ? text.slice(0, sampled) : text;
  const words = {
    arabic: sample.match(arabicWord) ?? [],
    hebrew: sample.match(hebrewWord) ?? [],
    latin: sample.match(latinWord) ?? [],
  };
  const [inArabic, inHebrew, inLatin] = [length(words.arabic), length(words.hebrew), length(words.latin)];
  if (inHebrew > inArabic && inHebrew * 2 > inLatin) return isYiddish(sample, words.hebrew) ? 'und' : 'he';
  if (inArabic > inHebrew && inArabic * 2 > inLatin) return arabicScriptLanguage(words.arabic);
  // A line of English may lack its little words; a page in another Latin language has hardly any of them.
  const known = words.latin.filter((word) => functionWords.en.has(word.toLowerCase())).length;
  return known > 0 && known * 12 >= words.latin.length ? 'en' : 'und';
}

/** Yiddish has its own digraphs and pointed alefs, and little words that Hebrew has not. */
function isYiddish(text: string, words: readonly string[]): boolean {
  const count = (language: 'he' | 'yiddish') =>
    words.filter((word) => functionWords[language].has(word)).length;
  const signs = text.match(/[װױײ]|א[\u05b7\u05b8]|\ufb2e|\ufb2f|\ufb1f/g)?.length ?? 0;
  // Pointed Hebrew has such alefs as well, and points on all other letters.
  const points = text.match(/[\u05b0-\u05bc]/g)?.length ?? 0;
  const isPointed = points > length(words) / 3;
  return count('yiddish') > count('he') || (!isPointed && signs * 40 > length(words));
}

function arabicScriptLanguage(words: readonly string[]): Language {
  const letters = { ar: 0, fa: 0, ur: 0, others: 0 };
  const known = { ar: 0, fa: 0, ur: 0, azeri: 0, punjabi: 0 };
  for (const word of words) {
    for (const language of spoken.get(word) ?? []) known[language]++;
    for (let at = 0; at < word.length; at++) {
      const vote = votes[word.charCodeAt(at)]!;
      if (vote === 0) continue;
      if (vote & OTHER) letters.others++;
      if (vote & ARABIC) letters.ar++;
      else if (vote & PERSIAN) letters.fa++;
      else if (vote & URDU) letters.ur++;
    }
  }
  if (letters.others > length(words) * fewestOthers) return 'und';
  if (known.azeri > Math.max(known.ar, known.fa, known.ur)) return 'und';
  if (known.punjabi > Math.max(known.ar, known.fa, known.ur)) return 'und';
  if (letters.ur * 8 > letters.fa + letters.ar && known.ur >= known.fa && known.ur >= known.ar) return 'ur';
  return letters.fa + known.fa * 4 > letters.ar + known.ar * 4 ? 'fa' : 'ar';
}

function length(words: readonly string[]): number {
  return words.reduce((sum, word) => sum + word.length, 0);
}

function primaryOf(tag: string | undefined): string {
  return tag?.trim().toLowerCase().split(/[-_]/)[0] ?? '';
}

/** A BCP 47 tag or one of the program's own names as a Language; undefined where it says nothing we know. */
export function languageNamed(tag: string | undefined): Language | undefined {
  const primary = primaryOf(tag);
  if (primary === 'iw') return 'he';
  return primary === 'ar' || primary === 'fa' || primary === 'he' || primary === 'ur' || primary === 'en'
    ? primary
    : undefined;
}

/** The direction in which a language is written; undefined where the letters must tell. */
export function directionOf(language: Language): Direction | undefined {
  return language === 'und' ? undefined : language === 'en' ? 'ltr' : 'rtl';
}
