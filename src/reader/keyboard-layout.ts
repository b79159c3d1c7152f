import type { Language } from '../article/article.ts';

/**
 * What the keys of a Latin keyboard give while another layout is on: whoever has just typed Arabic into a search
 * still moves with `j`. Rows from q, a and z; `·` where a key gives no single character or the same as the Latin.
 * Sources: the layouts `ara` (101), `ir`, `pk` (phonetic left out: its letters sit elsewhere) and `il` of the X
 * keyboard configuration, which are those of the national standards.
 */
const latin = 'qwertyuiop[]asdfghjklzxcvbnm/?NG';
const layouts: Readonly<Record<'ar' | 'fa' | 'he', string>> = {
  ar: 'ضصثقفغعهخحجدشسيبلاتنمئءؤرﻻىةظ؟آ·',
  fa: 'ضصثقفغعهخحجچشسیبلاتنمظطزرذدپ·؟··',
  he: '··קראטוןםפ··שדגכעיחלךזסבהנמצ····',
};

const maps = new Map<string, ReadonlyMap<string, string>>();

function mapOf(layout: 'ar' | 'fa' | 'he'): ReadonlyMap<string, string> {
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

/** The Latin key that a typed character shares its place with, or the character itself. */
export function latinKey(character: string, language: Language): string {
  const layout = language === 'he' ? 'he' : language === 'fa' || language === 'ur' ? 'fa' : 'ar';
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? character : (mapOf(layout).get(character) ?? character);
}
