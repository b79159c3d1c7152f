// How texts are made findable: the dictionary has every word of theirs once, and pieces have the texts as the numbers of these
// words. Both are read and written with a transaction, so that any number of programs may do so.
import { randomInt } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { Folded } from '../passage.ts';
import { Dictionary } from '../words/dictionary.ts';
import { isSound, markWords, pieceOf, sizeNeeded, wordingOf, wordingsIn } from '../words/wording.ts';
import { type Database, numberOf } from './database.ts';
import { Foreign } from './trouble.ts';

/** Bytes of a row that another is begun after; what comes by and by is put together up to here. */
const rowLength = 1 << 14;

/** Bytes of a piece that another is begun after. */
const pieceLength = 1 << 18;

/** Words of a row of the dictionary when all are written anew. */
const wordsInRow = 1 << 14;

/** Bytes before the words of a row: CRC-32 of all behind it, and the generation. */
const headLength = 8;

/** The index of the texts inside one transaction, in which nothing of it was written before. */
export interface Indexing {
  /** Makes a passage findable under its number, which is higher than all before. */
  readonly put: (passage: number, folded: Folded) => void;
  /** Takes a passage out of the index. */
  readonly remove: (passage: number) => void;
  /** Writes what is not written yet. */
  readonly finish: () => void;
}

/** Begins to change the index. */
export function indexing(database: Database): Indexing {
  const dictionary = dictionaryOf(database);
  const fresh = new Map<string, number>();
  const gone = new Set<number>();
  let wordings: Buffer[] = [];
  let length = 0;
  let last = 0;

  function numberOfWord(word: string): number {
    const known = dictionary.numberOf(word) ?? fresh.get(word);
    if (known !== undefined) return known;
    const number = dictionary.size + fresh.size;
    fresh.set(word, number);
    return number;
  }

  function writePiece(): void {
    if (wordings.length === 0) return;
    const before = lastPiece(database);
    const joined = before && before.content.length < rowLength ? before : undefined;
    if (joined) database.run('delete from wording where last = cast(? as integer)', joined.last);
    const own = joined ? wordingsIn(sound(joined.content)).map(({ wording }) => wording) : [];
    writeRow(database, last, pieceOf([...wordings.reverse(), ...own], dictionary.size + fresh.size));
    wordings = [];
    length = 0;
  }

  return {
    put(passage, folded) {
      const wording = wordingOf(passage, folded, numberOfWord);
      wordings.push(wording);
      length += wording.length;
      last = passage;
      if (length >= pieceLength) writePiece();
    },
    remove(passage) {
      gone.add(passage);
    },
    finish() {
      writePiece();
      takeOut(database, gone);
      addWords(database, dictionary, [...fresh.keys()]);
    },
  };
}

function writeRow(database: Database, last: number, piece: Buffer): void {
  database.run('insert into wording (last, content) values (cast(? as integer), ?)', last, piece);
}

function lastPiece(database: Database): { last: number; content: Buffer } | undefined {
  const [last, content] =
    database.row(
      'select cast(last as integer), cast(content as blob) from wording order by last desc limit 1',
    ) ?? [];
  return Buffer.isBuffer(content) ? { last: numberOf(last), content } : undefined;
}

/** A piece that is as it was written; throws where it is not. */
export function sound(piece: Buffer): Buffer {
  if (!isSound(piece)) throw new Foreign('the index is damaged');
  return piece;
}

/** Takes passages out of the pieces that have them. */
function takeOut(database: Database, passages: ReadonlySet<number>): void {
  const left = new Set(passages);
  for (const passage of passages) {
    if (!left.has(passage)) continue;
    const [last, content] =
      database.row(
        `select cast(last as integer), cast(content as blob) from wording
        where last >= cast(? as integer) order by last limit 1`,
        passage,
      ) ?? [];
    if (!Buffer.isBuffer(content)) continue;
    const wordings = wordingsIn(sound(content));
    for (const one of wordings) left.delete(one.passage);
    const stay = wordings.filter((one) => !passages.has(one.passage)).map(({ wording }) => wording);
    database.run('delete from wording where last = cast(? as integer)', numberOf(last));
    if (stay.length > 0) writeRow(database, numberOf(last), pieceOf(stay, sizeNeeded(content)));
  }
}

/** The words of all texts, and what is drawn anew when words were taken out: then nothing holds that was read before. */
interface Known {
  readonly generation: number;
  readonly dictionary: Dictionary;
}

const dictionaries = new WeakMap<Database, Known>();

/** The words of all texts, read as far as they were not read before. Throws where they are damaged. */
export function dictionaryOf(database: Database): Dictionary {
  const last = lastRow(database);
  let known = dictionaries.get(database);
  if (!known || known.generation !== last?.generation) {
    known = { generation: last?.generation ?? 0, dictionary: new Dictionary() };
    dictionaries.set(database, known);
  }
  const { dictionary } = known;
  const { size } = dictionary;
  let row = last;
  const rows: Row[] = [];
  for (; row && row.first > size; row = rowBefore(database, row.first)) rows.unshift(row);
  if (row) rows.unshift(row);
  const lines = rows.map((one) => one.lines).join('');
  dictionary.add(lines.slice(endOf(lines, size - (rows[0]?.first ?? 0))));
  const [head] =
    database.row('select cast(substr(content, 1, 8) as blob) from wording order by last desc limit 1') ?? [];
  const needed = Buffer.isBuffer(head) ? sizeNeeded(head) : 0;
  if (needed > dictionary.size) throw new Foreign('the dictionary is damaged');
  return dictionary;
}

/** A row of the dictionary. */
interface Row {
  /** The number of its first word. */
  readonly first: number;
  readonly generation: number;
  /** Each word with a line end behind it. */
  readonly lines: string;
}

const lastRow = (database: Database): Row | undefined => rowBefore(database, Number.MAX_SAFE_INTEGER);

function rowBefore(database: Database, before: number): Row | undefined {
  const [first, content] =
    database.row(
      `select cast(first as integer), cast(content as blob) from dictionary
      where first < cast(? as integer) order by first desc limit 1`,
      before,
    ) ?? [];
  if (first === undefined) return undefined;
  if (!Buffer.isBuffer(content) || content.length < headLength)
    throw new Foreign('the dictionary is damaged');
  if (content.readUInt32LE(0) !== crc32(content.subarray(4))) throw new Foreign('the dictionary is damaged');
  return {
    first: numberOf(first),
    generation: content.readUInt32LE(4),
    lines: content.toString('utf8', headLength),
  };
}

/** Where so many lines end. */
function endOf(lines: string, count: number): number {
  let at = 0;
  for (let line = 0; line < count; line++) at = lines.indexOf('\n', at) + 1;
  return at;
}

function writeWords(database: Database, { first, generation, lines }: Row): void {
  const content = Buffer.concat([Buffer.alloc(headLength), Buffer.from(lines)]);
  content.writeUInt32LE(generation, 4);
  content.writeUInt32LE(crc32(content.subarray(4)), 0);
  database.run(
    'insert or replace into dictionary (first, content) values (cast(? as integer), ?)',
    first,
    content,
  );
}

/** Adds words behind those of a dictionary. */
function addWords(database: Database, { size }: Dictionary, words: readonly string[]): void {
  if (words.length === 0) return;
  const last = lastRow(database);
  const isJoined = last !== undefined && last.lines.length < rowLength;
  const lines = words.map((word) => `${word}\n`).join('');
  writeWords(database, {
    first: isJoined ? last.first : size,
    generation: last?.generation ?? randomInt(2 ** 32),
    lines: (isJoined ? last.lines : '') + lines,
  });
}

/** Takes the words out of the dictionary that no text has any more; the others keep their numbers. */
export function dropWords(database: Database): void {
  database.write(() => {
    const dictionary = dictionaryOf(database);
    const used = new Uint8Array(dictionary.size);
    for (const piece of piecesOf(database)) markWords(sound(piece), used);
    if (used.every((is) => is === 1)) return;
    const words = dictionary.text.split('\n').map((word, number) => (used[number] ? word : ''));
    const generation = randomInt(2 ** 32);
    database.run('delete from dictionary');
    for (let first = 0; first < used.length; first += wordsInRow) {
      const lines = words.slice(first, Math.min(first + wordsInRow, used.length));
      writeWords(database, { first, generation, lines: lines.map((word) => `${word}\n`).join('') });
    }
    dictionaries.delete(database);
  });
}

/** The pieces of the index, the newest first, as they were read. */
export function* piecesOf(database: Database): Generator<Buffer> {
  for (let before = Number.MAX_SAFE_INTEGER; ; ) {
    const [last, content] =
      database.row(
        `select cast(last as integer), cast(content as blob) from wording
        where last < cast(? as integer) order by last desc limit 1`,
        before,
      ) ?? [];
    if (!Buffer.isBuffer(content)) return;
    before = numberOf(last);
    yield content;
  }
}
