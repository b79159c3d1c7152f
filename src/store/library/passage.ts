import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Article, Block } from '../../article/model/article.ts';
import { foldedBlock } from './readings.ts';

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

/** What an index is given of a passage: the words of each of its blocks in all readings (`foldedBlock`). */
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

/** The blocks of a passage as a search reads them: nothing is found across two. */
function foldedBlocks({ text, blocks }: Passage): Folded {
  return blocks.map(({ span }) => foldedBlock(text.slice(span.start, span.end)));
}

function moved(blocks: readonly Block[], by: number): Block[] {
  return blocks.map((block) => ({
    ...block,
    span: { start: block.span.start + by, end: block.span.end + by },
  }));
}

/** What is compressed is short: smaller tables than usual are sooner made, and hold all of it. */
const compression = { windowBits: 14, memLevel: 7 };

/** A value as compressed JSON, which writes a lone surrogate as an escape: every text comes back. gzip has a CRC-32. */
export const packed = (value: unknown): Buffer => gzipSync(JSON.stringify(value), compression);
/** The value that was packed; throws if the content is damaged. */
export const unpacked = (content: Buffer): unknown => JSON.parse(gunzipSync(content).toString());

function sealOf(passages: readonly StoredPassage[]): string {
  const hash = createHash('sha256');
  for (const { start, content } of passages) hash.update(`${start} ${content.length} `).update(content);
  return hash.digest('base64');
}
