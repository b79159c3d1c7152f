// The dictionary of a server: every word of all texts once, as the file has it (words/dictionary), so that one search serves both.
// Words are added in a short transaction of their own, one program after the other, so that their numbers have no gaps
// and whoever reads on from the last one misses none.
import type { Folded } from '../passage.ts';
import { Dictionary } from '../words/dictionary.ts';
import { wordingOf } from '../words/wording.ts';
import type { Server, Session } from './server.ts';

/** Taken while words are added: `maqw` as a number. */
const lock = 0x6d617177;

/** Code units of a row of the dictionary that another is begun after. */
const rowLength = 1 << 13;

/** The words of all texts of a server, as far as this program has read them. */
export interface ServerWords {
  /** The words, those that others have added meanwhile, too. */
  readonly read: (session: Session) => Promise<Dictionary>;
  /** Gives all words of some texts a number, which is written when this settles. */
  readonly learn: (texts: readonly Folded[]) => Promise<Dictionary>;
}

/** The words of a server. */
export function wordsOn(server: Server): ServerWords {
  const dictionary = new Dictionary();
  return {
    read: (session) => readOn(session, dictionary),
    async learn(texts) {
      const words = unknownIn(texts, dictionary);
      if (words.length === 0) return dictionary;
      await server.write((session) => addWords(session, dictionary, words));
      // Only now: what was not committed has no numbers.
      return server.within((session) => readOn(session, dictionary));
    },
  };
}

/** The different words of some texts that a dictionary does not have. */
export function unknownIn(texts: readonly Folded[], dictionary: Dictionary): string[] {
  const words = new Set<string>();
  for (const text of texts)
    for (const block of text)
      for (const word of block.split(/[ \n]/))
        if (word !== '' && dictionary.numberOf(word) === undefined) words.add(word);
  return [...words];
}

/** Reads the words behind those that are known. */
export async function readOn(session: Session, dictionary: Dictionary): Promise<Dictionary> {
  const rows = await session.rows(
    'select first, lines from maqal.dictionary where first + words > $1 order by first',
    dictionary.size,
  );
  for (const { first, lines } of rows) {
    // Some of a row may be known, and all of it where two looks met.
    const all = String(lines).split('\n');
    const fresh = all.slice(Math.max(0, dictionary.size - Number(first)), -1);
    dictionary.add(fresh.map((word) => `${word}\n`).join(''));
  }
  return dictionary;
}

/** Adds words behind those that are there, inside a transaction; they are read once that is committed. */
export async function addWords(
  session: Session,
  dictionary: Dictionary,
  words: readonly string[],
): Promise<void> {
  await session.rows(`select pg_advisory_xact_lock(${lock})`);
  await readOn(session, dictionary);
  const fresh = words.filter((word) => dictionary.numberOf(word) === undefined);
  if (fresh.length === 0) return;
  const lines = fresh.map((word) => `${word}\n`).join('');
  const [joined] = await session.rows(
    `update maqal.dictionary set words = words + $1, lines = lines || $2
    where first = (select max(first) from maqal.dictionary) and length(lines) < ${rowLength} returning first`,
    fresh.length,
    lines,
  );
  if (joined) return;
  await session.rows(
    'insert into maqal.dictionary (first, words, lines) values ($1, $2, $3)',
    dictionary.size,
    fresh.length,
    lines,
  );
}

/** The wording of a text, which gets the number of its passage when it is read. */
export function wordingIn(folded: Folded, dictionary: Dictionary): Buffer {
  return wordingOf(0, folded, (word) => {
    const number = dictionary.numberOf(word);
    if (number === undefined) throw new Error(`not in the dictionary: ${word}`);
    return number;
  });
}
