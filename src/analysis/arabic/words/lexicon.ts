import { declinableSorts, listedSorts } from './made/lexicon.ts';
import { isOfCommonRoot } from './roots.ts';
import { foreignShape } from './shape.ts';
import { Sort } from './sort.ts';

export { Sort } from './sort.ts';

/** Letters of the Latin alphabet by their names, as acronyms are spelled (سي إن آر إس). Folded. */
export const letterNames: ReadonlySet<string> = new Set(
  'اي ايه بي سي دي اف جي اتش اش ايتش جيه كي كيه ال ام ان او كيو ار اس تي يو في دبليو اكس واي زد زي'.split(
    ' ',
  ),
);

let table: Map<string, number> | undefined;

/** Adjectives and nouns of people, which take endings; their forms are told when a word is met. */
let declinable: Map<string, number> | undefined;

/** A table of lines as `made/lexicon` writes them. */
function numbered(lines: string): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const line of lines.split('\n')) {
    const words = line.split(' ');
    const number = Number(words[0]);
    for (let at = 1; at < words.length; at++) numbers.set(words[at]!, number);
  }
  return numbers;
}

const declensions = ['ة', 'ون', 'ين', 'ان', 'ات', 'تان', 'تين', 'ا', 'و', 'تا'];
const feminines = ['ات', 'تان', 'تين', 'تا', 'تي'];

/** What a word is as a declined form: صحفيون of صحفي, طبيبات of طبيبة. */
function declinedSorts(word: string): number {
  declinable ??= numbered(declinableSorts());
  let sorts = declinable.get(word) ?? 0;
  for (const ending of declensions) {
    if (!word.endsWith(ending)) continue;
    const base = word.slice(0, -ending.length);
    if (!base.endsWith('ة')) sorts |= declinable.get(base) ?? 0;
  }
  for (const ending of feminines)
    if (word.endsWith(ending)) sorts |= declinable.get(`${word.slice(0, -ending.length)}ة`) ?? 0;
  return sorts;
}

/** What makes a given name of the list more than a name. */
const alsoWord =
  Sort.wordlike |
  Sort.grammar |
  Sort.common |
  Sort.office |
  Sort.honorific |
  Sort.unnamed |
  Sort.nationality |
  Sort.quality |
  Sort.month |
  Sort.weekday |
  Sort.bodyHead |
  Sort.placeHead;

/** Whether what a word can be is a given name and next to nothing else. */
export function isCertainGiven(sorts: number): boolean {
  return (sorts & Sort.given) !== 0 && (sorts & alsoWord) === 0;
}

/** What was asked before; emptied when it grows beyond the words of a book. */
const asked = new Map<string, number>();

/** All that a folded stem can be. */
export function sortsOf(stem: string): number {
  const known = asked.get(stem);
  if (known !== undefined) return known;
  table ??= numbered(listedSorts());
  // عبدالحكيم: written as one word.
  const servant = stem.length > 7 && stem.startsWith('عبدال') ? Sort.given : 0;
  const sorts = (table.get(stem) ?? 0) | declinedSorts(stem) | servant;
  if (asked.size > 200_000) asked.clear();
  asked.set(stem, sorts);
  return sorts;
}

const endings =
  'ة ات ون ين ان تين تان ه ها هم هما هن نا ي ك كم ية يات يون يين ت تا وا تم تها ته تهم تنا اته اتها اتهم اتنا ياتها يته يتها يه يها وه وها ونه ونها ني ته اه اها ا اهم ئه ئها ائه ائها ائهم ؤه ؤها ؤهم يتهم يا او'.split(
    ' ',
  );

/** From here on a word that only a root could make is a foreign name by its letters. */
const foreign = 4.5;

/** Endings of a word with a pronoun, before which the letters of the word itself count. */
const pronouns = /^(?:ت?(?:ه|ها|هم|هما|نا|ني)|[وي]ه|ئها?)$/;

/** The answers of `isCommon` so far; emptied as `asked` is. */
const told = new Map<string, boolean>();

/** The same of a word whose article is off: few foreign names have one, so a root is enough. */
export function isCommonNoun(bare: string): boolean {
  return isCommon(bare) || isMadeOfRoot(bare, false);
}

/** Whether a folded stem, its prefixes off, is an ordinary word in some form. */
export function isCommon(stem: string): boolean {
  const known = told.get(stem);
  if (known !== undefined) return known;
  const common = isListedWord(stem) || isMadeOfRoot(stem, true);
  if (told.size > 200_000) told.clear();
  told.set(stem, common);
  return common;
}

/** An ordinary word of the lists, with an ending or without. */
function isListedWord(stem: string): boolean {
  if (sortsOf(stem) & (Sort.common | Sort.grammar | Sort.quality)) return true;
  for (const ending of endings) {
    if (!stem.endsWith(ending) || stem.length < ending.length + 2) continue;
    const bare = stem.slice(0, -ending.length);
    if (sortsOf(bare) & Sort.common || sortsOf(`${bare}ة`) & Sort.common) return true;
  }
  return false;
}

/** A word that a common root could make, with an ending or without, unless its letters are those of a foreign name. */
function isMadeOfRoot(stem: string, byLetters: boolean): boolean {
  const strange = byLetters && stem.length > 3 && foreignShape(stem) > foreign;
  if (!strange && isOfCommonRoot(stem)) return true;
  return endings.some((ending) => {
    if (!stem.endsWith(ending) || stem.length < ending.length + 2) return false;
    const bare = stem.slice(0, -ending.length);
    return (!strange || (pronouns.test(ending) && foreignShape(bare) < foreign)) && isOfCommonRoot(bare);
  });
}
