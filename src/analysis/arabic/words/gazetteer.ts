import type { Word } from '../../common/words.ts';
import { ofSpelling } from './asked.ts';
import type { Form } from './forms.ts';
import { isCommon, Sort } from './lexicon.ts';
import { knownNames } from './made/gazetteer.ts';

/** One spelling of a known place or body. */
interface Entry {
  readonly words: readonly string[];
  readonly type: 'place' | 'organization';
  readonly id: string;
  readonly doubtful: boolean;
  /** A club named for its city. */
  readonly club: boolean;
}

/** Known names that stand at a word. */
export interface Known {
  readonly type: 'place' | 'organization';
  /** The same for every spelling of one thing. */
  readonly id: string;
  /** Code units of the first word that are a prefix. */
  readonly cut: number;
  readonly length: number;
  /** The name is an ordinary word too: it counts beside a head or in a known place only. */
  readonly doubtful: boolean;
}

/** Spellings by their first word, one a line: type, flags, what it names, and the spelling itself. */
let lines: Map<string, string> | undefined;

function build(): Map<string, string> {
  const [firsts, groups] = knownNames().split('\n\n') as [string, string];
  const table = new Map<string, string>();
  const lines = groups.split('\f');
  for (const [index, first] of firsts.split(' ').entries()) table.set(first, lines[index]!);
  return table;
}

/** Entries made of those lines, for the words that were asked for. */
const entries = new Map<string, readonly Entry[]>();

/** The entries that begin with a folded word, longest first. */
function entriesOf(first: string): readonly Entry[] {
  lines ??= build();
  const known = entries.get(first);
  if (known) return known;
  const text = lines.get(first);
  if (!text) return [];
  const made = text.split('\n').map((line): Entry => {
    const [type, flag, id, spelling] = line.split('\t') as [Entry['type'], string, string, string];
    const words = spelling.split(/ +/);
    return { words, type, id: `${type}:${id}`, doubtful: flag === 'n', club: flag === 'c' };
  });
  made.sort((a, b) => b.words.length - a.words.length);
  entries.set(first, made);
  return made;
}

/** Whether a known name may begin at a word, by the word alone. */
export const mayBeKnown = ofSpelling(({ form }) => {
  lines ??= build();
  return form.readings.some((one) => lines!.has(one.stem));
});

/**
 * The known names beginning at word `at`, longest first. A prefix counts as one only before a known name, so
 * the ب of بكين and the ل of لندن stay on.
 */
export function knownAt(words: readonly Word<Form>[], at: number): Known[] {
  if (!words[at] || !mayBeKnown(words[at])) return [];
  const found: Known[] = [];
  for (const reading of words[at]!.form.readings) {
    if (reading.prefix === 'س' || reading.prefix === 'أو' || reading.prefix.endsWith('س')) continue;
    // باراك is no ب and أراك: a word that is a name as it stands.
    if (reading.cut > 0 && words[at]!.form.sorts & (Sort.given | Sort.family)) continue;
    // فشل is no ف and شل; لبي بي سي has more than that to tell it.
    const short = reading.cut > 0 && reading.stem.length < 4 && isCommon(words[at]!.form.key);
    for (const entry of entriesOf(reading.stem)) {
      if ((short && entry.words.length === 1) || !continues(words, at, entry)) continue;
      found.push({
        type: entry.type,
        id: entry.id,
        cut: reading.cut,
        length: lengthOf(words, at, entry),
        doubtful: entry.doubtful || entry.club,
      });
    }
    // The whole word is a known name: no prefix comes off (باريس, كندا).
    if (found.length > 0 && reading.cut === 0 && found.some((known) => known.cut === 0)) break;
  }
  return found.sort((a, b) => b.length - a.length || a.cut - b.cut);
}

function continues(words: readonly Word<Form>[], at: number, entry: Entry): boolean {
  return lengthOf(words, at, entry) > 0;
}

/** How many words of the text the entry covers, full stops inside an acronym (أ.ف.ب) passed over; 0 where it differs. */
function lengthOf(words: readonly Word<Form>[], at: number, entry: Entry): number {
  let next = at + 1;
  for (let i = 1; i < entry.words.length; i++) {
    const dot = words[next];
    if (dot?.form.key === '.' && dot.joined && words[at]!.form.key.length <= 3) next++;
    if (words[next]?.form.key !== entry.words[i]) return 0;
    next++;
  }
  return next - at;
}
