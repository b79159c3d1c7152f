// A name taken apart so that two spellings of it can be compared: titles off, عبد العزيز as one word, the article of a
// family off. `identity.ts` decides by these parts which names are one person.
import { fold } from '../../../text/folding.ts';

/** A part of a name. */
export interface NamePart {
  /** Folded, without the article ال unless it stands first. */
  readonly text: string;
  /** Whether it is announced as a parent by بن, ابن, بنت, bin or ben: «محمد بن سلمان» is not «محمد سلمان». */
  readonly parent: boolean;
}

/** Words of address before a name; folded at level 2. An office (وزير) is no part of a name in the first place. */
const titles = new Set(
  (
    'السيد السيده الشيخ الشيخه الامير الاميره الملك الملكه الدكتور الدكتوره د المهندس المهندسه الاستاذ الاستاذه الحاج الحاجه ' +
    'الامام القس الاب المطران البطريرك اللواء العميد العقيد المقدم الرائد النقيب الفريق المشير الجنرال ' +
    'mr mrs ms miss dr sir dame lord lady sheikh sheik shaikh prince princess king queen gen col maj capt lt prof'
  ).split(' '),
);

/** Words that announce a parent. */
const parents = new Set('بن ابن بنت bin ibn ben bint'.split(' '));

/** Words that are one with the word after them: عبد العزيز, أبو مازن, بو عزيزي. */
const bound = new Map([
  ['عبد', 'عبد'],
  ['ابو', 'ابو'],
  ['ابي', 'ابو'],
  ['ابا', 'ابو'],
  ['ام', 'ام'],
  ['بو', 'بو'],
  ['abd', 'abd'],
  ['abdul', 'abd'],
  ['abdel', 'abd'],
  ['abdal', 'abd'],
  ['abu', 'abu'],
]);

/** Particles before a family name that carry nothing: آل سعود = السعود, al-Assad = Assad. */
const particles = new Set('ال al el ال'.split(' '));

/** A folded word without the article, if it is long enough to have one: الجعفري gives جعفري, الله stays. */
export function withoutArticle(word: string): string {
  if (/^ال\p{L}{3}/u.test(word) && word !== 'الله') return word.slice(2);
  return word;
}

/**
 * The parts of a name, for comparison. Empty if nothing of it is a letter. عبد العزيز and عبدالعزيز, آل سعود and السعود,
 * ابن and بن give the same parts; the first part keeps its article, since الياس is no ياس.
 */
export function partsOf(name: string): readonly NamePart[] {
  const words =
    fold(name, 2)
      .text.toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const parts: NamePart[] = [];
  let parent = false;
  let at = 0;
  while (at < words.length - 1 && titles.has(words[at]!)) at++;
  for (; at < words.length; at++) {
    const word = words[at]!;
    const next = words[at + 1];
    if (parents.has(word) && next !== undefined) {
      parent = parts.length > 0;
      continue;
    }
    if (particles.has(word) && next !== undefined && parts.length > 0) continue;
    const lead = bound.get(word);
    if (lead !== undefined && next !== undefined) {
      parts.push({ text: lead + withoutArticle(next), parent });
      at++;
    } else parts.push({ text: joined(parts.length === 0 ? word : withoutArticle(word)), parent });
    parent = false;
  }
  return parts;
}

/** عبدالعزيز as عبد العزيز gives it. */
function joined(word: string): string {
  return /^عبدال\p{L}{2}/u.test(word) ? `عبد${withoutArticle(word.slice(3))}` : word;
}

/** The parts as one key: equal for two names that are the same but for spelling. */
export function nameKey(parts: readonly NamePart[]): string {
  return parts.map(({ text, parent }) => (parent ? `+${text}` : text)).join(' ');
}

/** Letters that a part must have for غ and ج in it to be one: غابرييل and جابرييل, but not غالي and جالي. */
const foreignLetters = 5;

/**
 * A looser key, the same for what the press writes in two ways: a foreign g by غ or ج (هارغريفز, هارجريفز), and the بن of the Maghreb
 * by itself or with the name (بن عاشور, بنعاشور).
 */
export function looseKey(parts: readonly NamePart[]): string {
  return parts
    .map(({ text, parent }) => (parent && !/[a-z]/u.test(text) ? `بن${text}` : text))
    .map((text) => ([...text].length >= foreignLetters ? text.replaceAll('غ', 'ج') : text))
    .join(' ');
}

/** Consonants of Arabic and Hebrew script by the Latin letters that write them; vowels and their bearers are left out. */
const consonants: Readonly<Record<string, string>> = {
  ب: 'b', ت: 't', ث: 't', ج: 'j', ح: 'h', خ: 'k', د: 'd', ذ: 'd', ر: 'r', ز: 'z', س: 's', ش: 's',
  ص: 's', ض: 'd', ط: 't', ظ: 'z', غ: 'g', ف: 'f', ق: 'k', ك: 'k', ل: 'l', م: 'm', ن: 'n', ه: 'h',
  پ: 'b', چ: 'j', ژ: 'j', گ: 'g', ڤ: 'f', ک: 'k', ה: 'h',
}; // biome-ignore format: a table

/** Spellings of one sound in Latin letters, the longer first. */
const latin: readonly (readonly [RegExp, string])[] = [
  [/ph|v/g, 'f'],
  [/sch|sh|ch|c(?=[eiy])/g, 's'],
  [/kh|ck|qu|[cqx]/g, 'k'],
  [/gh/g, 'g'],
  [/th/g, 't'],
  [/dh/g, 'd'],
  [/p/g, 'b'],
  [/(.)\1/g, '$1'],
  [/[aeiouwy]/g, ''],
];

/**
 * The consonants of a part as Latin letters, so that أوباما and Obama can meet: «bm». It is a hint and no proof: too many
 * names share one.
 */
export function skeleton(part: string): string {
  if (/[a-z]/u.test(part)) {
    const plain = part.normalize('NFD').replace(/\p{M}/gu, '');
    return latin.reduce((text, [from, to]) => text.replace(from, to), plain).replace(/h$/u, '');
  }
  return [...part]
    .map((letter) => consonants[letter] ?? '')
    .join('')
    .replace(/h$/u, '');
}
