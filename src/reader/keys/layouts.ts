import type { Language } from '../../article/model/article.ts';

/**
 * What the keys of a Latin keyboard give while another layout is on: whoever has just typed Arabic into a search
 * still moves with `j`. Rows from q, a and z; `·` where a key gives no single character or the same as the Latin.
 * Sources: the layouts `ara` (101), `ir`, `pk` (phonetic, its default) and `il` of the X keyboard configuration, which
 * are those of the national standards.
 */
const latin = 'qwertyuiop[]asdfghjklzxcvbnm/?NGHKLRYF';
const layouts: Readonly<Record<'ar' | 'fa' | 'ur' | 'he', string>> = {
  ar: 'ضصثقفغعهخحجدشسيبلاتنمئءؤرﻻىةظ؟آﻷأ،·\u064cإﻵ',
  fa: 'ضصثقفغعهخحجچشسیبلاتنمظطزرذدپ·؟\u0654أآ»«\u064b\u0650إ',
  ur: 'قوعرتےءیہپ··اسدفگحجکلزشچطبنم·؟ںغھخ\u0654ڑ\u064e\u0651',
  he: '··קראטוןםפ··שדגכעיחלךזסבהנמצ··········',
};

type Layout = keyof typeof layouts;

const maps = new Map<Layout, ReadonlyMap<string, string>>();

function mapOf(layout: Layout): ReadonlyMap<string, string> {
  const known = maps.get(layout);
  if (known) return known;
  const letters = [...layouts[layout]];
  const map = new Map<string, string>();
  letters.forEach((letter, index) => {
    if (letter !== '·') map.set(letter, latin[index]!);
  });
  maps.set(layout, map);
  return map;
}

/** The value of a figure, European, Arabic-Indic or extended (the Persian ones), or null. */
export function figureOf(character: string): number | null {
  if (!/^[0-9٠-٩۰-۹]$/u.test(character)) return null;
  return character.charCodeAt(0) & 0xf;
}

/**
 * The Latin key that a typed character shares its place with, or the character itself. Where a letter stands in two
 * layouts, the one of the article's language counts; figures count as the European ones.
 */
export function latinKey(character: string, language: Language): string {
  if ((character.codePointAt(0) ?? 0) < 0x80) return character;
  const own: Layout = language === 'he' || language === 'fa' || language === 'ur' ? language : 'ar';
  for (const layout of [own, 'ar', 'fa', 'he', 'ur'] as const) {
    const key = mapOf(layout).get(character);
    if (key !== undefined) return key;
  }
  return String(figureOf(character) ?? character);
}
