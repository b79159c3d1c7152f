import type { Direction } from '../text/direction.ts';
import type { Language } from './article.ts';

/** How many code units of a text are asked for its language. */
const sampled = 1 << 16;

/** Letters that Persian writes, and Arabic does not; ی and ک are shared with Urdu. */
const persian = /[پچژگیک]/g;
/** Letters that of the five languages Urdu alone writes. */
const urdu = /[ٹڈڑںےہھۓۂۃ]/g;
/** Letters that Persian and Urdu write rarely or not at all. */
const arabic = /[ةيكىإأ]/g;
const hebrew = /[\u05D0-\u05EA]/g;
const latin = /[A-Za-z]/g;
const arabicScript = /[\u0620-\u064A\u066E-\u06D3\u06FA-\u06FC]/g;

/** Words that stand in nearly every paragraph; they decide where a keyboard's letters mislead. */
const functionWords: Readonly<Record<'ar' | 'fa' | 'ur' | 'en', RegExp>> = {
  ar: /(?<![\p{L}\p{M}])(?:في|من|على|علي|إلى|الى|أن|ان|التي|الذي|هذا|هذه|عن|مع|لا|ما|كان|قال)(?![\p{L}\p{M}])/gu,
  fa: /(?<![\p{L}\p{M}])(?:از|به|را|با|که|كه|این|اين|است|های|هاي|می|مي|برای|براي|آن|خود|شد|شده|کرد|كرد)(?![\p{L}\p{M}])/gu,
  ur: /(?<![\p{L}\p{M}])(?:کے|کی|کا|میں|ہے|ہیں|اور|سے|نے|کو|پر|نہیں|یہ|بھی|تھا|گیا)(?![\p{L}\p{M}])/gu,
  en: /\b(?:the|of|and|to|in|that|is|was|for|with|on|by|it|from|this|are|not|have|has|said)\b/gi,
};

/** The language of a text by its letters and its commonest words; `und` where they do not tell. */
export function languageOf(text: string): Language {
  const sample = text.length > sampled ? text.slice(0, sampled) : text;
  const scripts = {
    arabic: count(sample, arabicScript),
    hebrew: count(sample, hebrew),
    latin: count(sample, latin),
  };
  if (scripts.hebrew > scripts.arabic && scripts.hebrew * 2 > scripts.latin) return 'he';
  if (scripts.arabic > scripts.hebrew && scripts.arabic * 2 > scripts.latin)
    return arabicScriptLanguage(sample);
  // A line of English may lack its little words; a page in another Latin language has hardly any of them.
  const words = sample.match(/[A-Za-z\u00C0-\u024F]+/g)?.length ?? 0;
  const known = count(sample, functionWords.en);
  return known > 0 && known * 12 >= words ? 'en' : 'und';
}

function arabicScriptLanguage(sample: string): Language {
  const letters = { ar: count(sample, arabic), fa: count(sample, persian), ur: count(sample, urdu) };
  const words = {
    ar: count(sample, functionWords.ar),
    fa: count(sample, functionWords.fa),
    ur: count(sample, functionWords.ur),
  };
  if (letters.ur * 8 > letters.fa + letters.ar && words.ur >= words.fa && words.ur >= words.ar) return 'ur';
  const forPersian = letters.fa + words.fa * 4;
  const forArabic = letters.ar + words.ar * 4;
  return forPersian > forArabic ? 'fa' : 'ar';
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
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
