import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Article, Block } from '../../article/model/article.ts';
import { type Folding, fold, foldWide } from '../../text/folding.ts';

/** A stretch of an article: some blocks with their text, their spans counted from its start. */
export type Passage = Pick<Article, 'text' | 'blocks'>;

/** A passage as it is stored. */
export interface StoredPassage {
  /** Where it starts, in code units of the article. */
  readonly start: number;
  /** The passage as compressed JSON. */
  readonly content: Buffer;
}

/** An article as it is stored: its passages in their order, and its body, which is all the rest, as compressed JSON. */
export interface StoredArticle {
  readonly body: Buffer;
  readonly passages: readonly StoredPassage[];
}

/** An article made ready to be stored: of each passage also what the index is given of it. */
export interface PackedArticle extends StoredArticle {
  readonly passages: readonly (StoredPassage & { readonly folded: Folded })[];
}

/** What the index is given of a passage: the text of each of its stretches, folded. */
export type Folded = readonly string[];

/** What a body holds. */
interface Body {
  readonly source: string;
  /** SHA-256 of the passages, as stored: they are these, all of them, and whole. */
  readonly seal: string;
  readonly article: Omit<Article, keyof Passage>;
}

/**
 * Code units of a passage, unless one block alone is longer: one passage for nearly every article, and some
 * milliseconds to unpack and search one of a book.
 */
const passageLength = 1 << 16;

/**
 * Code units of a stretch, the smallest part of a passage that the index knows, unless one block alone is longer. An index that only
 * says which threes of letters a stretch has, and not where, takes a third of the room; the shorter the stretch, the fewer
 * have all threes of a query and not the query.
 */
const stretchLength = 512;

/** The blocks of a passage in stretches: whole blocks, as many as fit. Changes with the version of the tables only. */
export function stretchesOf(blocks: readonly Block[]): Block[][] {
  const stretches: Block[][] = [];
  let end = -1;
  for (const block of blocks) {
    if (block.span.end <= end) stretches.at(-1)!.push(block);
    else {
      stretches.push([block]);
      end = Math.max(block.span.end, block.span.start + stretchLength);
    }
  }
  return stretches;
}

/** Makes an article ready to be stored for a source. */
export function pack(article: Article, source: string): PackedArticle {
  const { text, blocks, ...rest } = article;
  const passages: PackedArticle['passages'][number][] = [];
  let first = 0;
  let start = 0;
  do {
    let last = first + 1;
    while (last < blocks.length && blocks[last]!.span.end <= start + passageLength) last++;
    const end = blocks[last]?.span.start ?? text.length;
    const passage = { text: text.slice(start, end), blocks: moved(blocks.slice(first, last), -start) };
    passages.push({ start, content: packed(passage), folded: foldedBlocks(passage) });
    first = last;
    start = end;
  } while (first < blocks.length);
  const body: Body = { source, seal: sealOf(passages), article: rest };
  return { body: packed(body), passages };
}

/** The article of a source from what was stored; undefined where that is not what was packed. */
export function unpack({ body, passages }: StoredArticle, source: string): Article | undefined {
  try {
    const { article, ...rest } = unpacked(body) as Body;
    if (rest.source !== source || rest.seal !== sealOf(passages)) return undefined;
    let text = '';
    const blocks: Block[] = [];
    for (const { content } of passages) {
      const passage = unpacked(content) as Passage;
      for (const block of moved(passage.blocks, text.length)) blocks.push(block);
      text += passage.text;
    }
    // Older copies have sentences for notices, in one language.
    const notices = article.notices.filter((notice) => typeof notice === 'object');
    return { ...article, notices, text, blocks };
  } catch {
    return undefined;
  }
}

/** The source that a body says it is of; undefined if it is not a body. */
export function sourceIn(body: Buffer): string | undefined {
  try {
    if (body[0] !== 0x1f || body[1] !== 0x8b) return undefined;
    const { source, seal } = unpacked(body) as Partial<Body>;
    return typeof source === 'string' && typeof seal === 'string' ? source : undefined;
  } catch {
    return undefined;
  }
}

/** A passage from what was stored; undefined where that is not what was packed. */
export function unpackPassage(content: Buffer): Passage | undefined {
  try {
    return unpacked(content) as Passage;
  } catch {
    return undefined;
  }
}

/** The same of what was stored and is whole. */
export function repack({ body, passages }: StoredArticle): PackedArticle {
  return {
    body,
    passages: passages.map(({ start, content }) => {
      return { start, content, folded: foldedBlocks(unpacked(content) as Passage) };
    }),
  };
}

/** What the index is given of a stored passage; undefined if it is not what was packed. */
export function foldedOf(content: Buffer): Folded | undefined {
  const passage = unpackPassage(content);
  return passage && foldedBlocks(passage);
}

/**
 * The stretches of a passage as a search reads them. Between two blocks stands a line end, which is in no folded text:
 * nothing is found across it.
 */
function foldedBlocks({ text, blocks }: Passage): Folded {
  // A passage has a number of its own in any case.
  if (blocks.length === 0) return [''];
  return stretchesOf(blocks).map((stretch) => foldedStretch(text, stretch));
}

/** What the index is given of some blocks of a text. */
export function foldedStretch(text: string, blocks: readonly Block[]): string {
  // The end after the last one lets two letters that end a passage begin three.
  return blocks.map(({ span }) => `${readings(text.slice(span.start, span.end))}\n`).join('');
}

/**
 * A text as the index has it: at the looser level of a search, at which it finds all that it finds at the stricter one,
 * and behind it each word that its wide reading has otherwise, with the words beside it. `askedReadings` is its other half.
 */
export function readings(text: string): string {
  const loose = fold(text, 2);
  const wide = foldWide(text);
  if (wide.text === loose.text) return indexed(loose.text);
  return indexed([loose.text, ...differing(wide, loose)].join('\n'));
}

/** Words on each side of one that differs, in the index; a query of more words than these three is asked for by threes. */
const beside = 1;

/** The words of the wide reading that the other has otherwise, each with those beside it; neighbors in one stretch. */
function differing(wide: Folding, loose: Folding): string[] {
  const words = [...wide.text.matchAll(/[^ ]+/gu)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
  }));
  const stretches: { first: number; last: number }[] = [];
  let at = 0;
  for (const [number, { start, end }] of words.entries()) {
    while (at < loose.text.length && loose.offsets[at]! < wide.offsets[start]!) at++;
    const after = at + end - start;
    const isSame =
      loose.text.slice(at, after) === wide.text.slice(start, end) &&
      (at === 0 || loose.text[at - 1] === ' ') &&
      (after === loose.text.length || loose.text[after] === ' ');
    if (isSame) continue;
    const [first, last] = [Math.max(0, number - beside), Math.min(words.length - 1, number + beside)];
    const before = stretches.at(-1);
    if (before && first <= before.last + 1) before.last = last;
    else stretches.push({ first, last });
  }
  return stretches.map(({ first, last }) => wide.text.slice(words[first]!.start, words[last]!.end));
}

/**
 * What the index is asked for so that it proposes all texts that have a query, folded, in its wide reading: either the text reads the
 * same there at the looser level, or a word of it differs and stands in the index with the words beside it.
 */
export function askedReadings(wide: string): string[] {
  const words = wide.split(' ');
  const count = 2 * beside + 1;
  if (words.length <= count) return [wide];
  return words.slice(count - 1).map((_, at) => words.slice(at, at + count).join(' '));
}

/** A folded text as the index can hold it: to SQLite, U+0000 ends a text. */
export function indexed(folded: string): string {
  return folded.replaceAll('\0', '\u0001');
}

function moved(blocks: readonly Block[], by: number): Block[] {
  return blocks.map((block) => ({
    ...block,
    span: { start: block.span.start + by, end: block.span.end + by },
  }));
}

/** A value as compressed JSON, which writes a lone surrogate as an escape: every text comes back. gzip has a CRC-32. */
export const packed = (value: unknown): Buffer => gzipSync(JSON.stringify(value));
/** The value that was packed; throws if the content is damaged. */
export const unpacked = (content: Buffer): unknown => JSON.parse(gunzipSync(content).toString());

function sealOf(passages: readonly StoredPassage[]): string {
  const hash = createHash('sha256');
  for (const { start, content } of passages) hash.update(`${start} ${content.length} `).update(content);
  return hash.digest('base64');
}
