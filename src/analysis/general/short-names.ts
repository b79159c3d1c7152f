// Short forms of people already named: a family name alone, the last words of a name, a given name behind a title.
import { keyOf } from './bodies.ts';
import { type Grammar, sorts } from './grammar.ts';
import { coverOf, type Named, type Passage } from './passage.ts';
import { strippedKeys, type Token } from './tokens.ts';

/** Adds the short forms of people to every passage, and gives each person the key of the fullest form. */
export function addShortNames(passages: readonly Passage[], grammar: Grammar): void {
  if (grammar.capitals) addShortBodies(passages);
  const full = fullNames(passages);
  const firsts = new Set([...full.keys()].map((key) => key.split(' ')[0]!));
  if (full.size === 0) return;
  for (const passage of passages) {
    const cover = coverOf(passage);
    for (const { from, to } of passage.names) cover.fill(3, from, to);
    const { tokens } = passage;
    const more: Named[] = [];
    for (let at = 0; at < tokens.length; at++) {
      const token = tokens[at]!;
      if (token.kind !== 'word' || cover[at] || (grammar.capitals && !token.capital)) continue;
      if (
        !firsts.has(token.key) &&
        !(grammar.prefixes && strippedKeys(token, grammar).some(({ key }) => firsts.has(key)))
      )
        continue;
      const found = shortAt(tokens, at, cover, full, grammar);
      if (!found) continue;
      more.push(found);
      at = found.to - 1;
    }
    for (const name of passage.names) if (name.type === 'person') name.key = full.get(name.key) ?? name.key;
    if (more.length > 0) passage.names = [...passage.names, ...more].sort((a, b) => a.from - b.from);
  }
}

/** A head that the short form of a club keeps: Rovers of Doncaster Rovers. */
const clubs = /^(?:rovers|wanderers|rangers|albion|athletic|united)$/u;

/** Last words of companies, which their first word alone stands for. */
const companies =
  /^(?:corp|corporation|inc|ltd|co|plc|group|holdings|industries|company|steel|motors|airlines|airways|securities|pharmaceuticals|pharma|systems|technologies|energy|telecom|petroleum|insurance|logistics|partners|labs|studios)$/u;

/** Adds the first word of a company (Harlow of Harlow Steel Corp) and the last of a club where they stand alone. */
function addShortBodies(passages: readonly Passage[]): void {
  const short = new Map<string, string>();
  for (const { names, tokens } of passages)
    for (const { type, from, to, key } of names) {
      const words = key.split(' ');
      if (type !== 'organization' || words.length < 2) continue;
      const first = tokens[from]!;
      const last = tokens.slice(from, to).findLast(({ kind }) => kind === 'word')!;
      if (first.sorts === 0 && first.key.length > 3 && companies.test(last.key)) short.set(words[0]!, key);
      if (clubs.test(words.at(-1)!)) short.set(words.at(-1)!, key);
    }
  if (short.size === 0) return;
  for (const passage of passages) {
    const { tokens } = passage;
    const cover = coverOf(passage);
    // Shares in Northgate: a place of no list gives way.
    passage.names = passage.names.filter(
      ({ type, from, to }) =>
        type !== 'place' || to - from > 1 || tokens[from]!.sorts > 0 || !short.has(tokens[from]!.key),
    );
    for (const { from, to } of passage.names) cover.fill(3, from, to);
    const more = tokens.flatMap((token, at): Named[] => {
      const key = short.get(token.key);
      const alone = !tokens[at + 1]?.capital || tokens[at + 1]!.start - token.end !== 1;
      if (!key || !token.capital || cover[at] || !alone || tokens[at - 1]?.capital) return [];
      return [{ type: 'organization', from: at, to: at + 1, start: token.start, end: token.end, key }];
    });
    if (more.length > 0) passage.names = [...passage.names, ...more].sort((a, b) => a.from - b.from);
  }
}

/** The end of a name → the key of the one person whose it is. */
function fullNames(passages: readonly Passage[]): Map<string, string> {
  const keys = new Set<string>();
  for (const { names } of passages) for (const { type, key } of names) if (type === 'person') keys.add(key);
  const ends = new Map<string, string>();
  const clash = new Set<string>();
  for (const key of keys) {
    const words = key.split(' ');
    for (let from = 1; from < words.length; from++) {
      const end = words.slice(from).join(' ');
      const known = ends.get(end);
      if (known && known !== key && !known.endsWith(` ${key}`) && !key.endsWith(` ${known}`)) clash.add(end);
      if (!known || key.length > known.length) ends.set(end, key);
    }
  }
  // بلاول بھٹو: the first words of one longer name are its bearer's.
  for (const key of keys) {
    if (!key.includes(' ') || ends.has(key)) continue;
    const longer = [...keys].filter((other) => other.startsWith(`${key} `));
    if (longer.length === 1) ends.set(key, longer[0]!);
  }
  // A whole name of one person may be the end of another's only where nobody else has it.
  for (const end of clash) ends.delete(end);
  return ends;
}

function shortAt(
  tokens: readonly Token[],
  at: number,
  cover: Uint8Array,
  full: ReadonlyMap<string, string>,
  grammar: Grammar,
): Named | undefined {
  const token = tokens[at]!;
  for (let length = 3; length >= 1; length--) {
    const to = at + length;
    if (to > tokens.length || cover.subarray(at, to).some((covered) => covered !== 0)) continue;
    for (const shift of [0, ...strippedKeys(token, grammar).map((one) => one.shift)]) {
      const key = keyOf(tokens, at, to, shift);
      const whole = full.get(key);
      if (!whole || key.length < 2) continue;
      if (length === 1 && !standsAlone(tokens, at, shift, grammar)) continue;
      const start = token.start + shift;
      return { type: 'person', from: at, to, start, end: tokens[to - 1]!.end, key: whole };
    }
  }
  return undefined;
}

/** Whether one word is a name by itself here and not the word of the language that it also is. */
function standsAlone(tokens: readonly Token[], at: number, shift: number, grammar: Grammar): boolean {
  const token = tokens[at]!;
  const before = tokens[at - 1];
  if (before && before.sorts & sorts.title) return true;
  if (grammar.capitals) return !(tokens[at + 1]?.capital && tokens[at + 1]!.start - token.end === 1);
  const ordinary =
    sorts.stop |
    sorts.verb |
    sorts.common |
    sorts.place |
    sorts.pronoun |
    sorts.office |
    sorts.region |
    sorts.body;
  // A name that is a word too, like those of nature, is a name where a person bears it.
  const shy = token.sorts & (sorts.given | sorts.family) ? ordinary & ~sorts.common : ordinary;
  if (shift === 0 && token.shift === 0) return !(token.sorts & shy);
  return token.sorts === 0 || (token.sorts & (sorts.given | sorts.family)) > 0;
}
