import type { Article, BlockKind } from '../article/model/article.ts';
import { factsLine } from '../article/model/facts.ts';
import type { FoldLevel } from '../text/folding.ts';
import type { Hit, SearchOptions } from './hit.ts';
import { search } from './search.ts';

/** A hit as it is told outside the reader. Field names are those of `maqal search --json`. */
export interface Finding {
  readonly source: string;
  /** Number of the block, from 1, the title and every other block counted. */
  readonly paragraph: number;
  readonly kind: BlockKind;
  /** Offsets in the article's text, UTF-16 code units, half-open. */
  readonly start: number;
  readonly end: number;
  readonly level: FoldLevel;
  /** What stands there, on one line, without controls. */
  readonly text: string;
  /** The words around it in its block, with … where more was left out. */
  readonly before: string;
  readonly after: string;
}

/** Code units of context on each side, at most. */
const context = 60;

/** The hits of an article with their surroundings, in their order. */
export function findings(article: Article, hits: readonly Hit[]): Finding[] {
  const { blocks, text, source } = article;
  let block = 0;
  return hits.map(({ span, level }) => {
    while (blocks[block]!.span.end < span.end) block++;
    const { kind, span: around } = blocks[block]!;
    return {
      source,
      paragraph: block + 1,
      kind,
      start: span.start,
      end: span.end,
      level,
      text: visible(text.slice(span.start, span.end)),
      before: before(text, around.start, span.start),
      after: after(text, span.end, around.end),
    };
  });
}

/**
 * The hits in what is known of an article and its text does not say: author, site and day, which stand under the title. They have the
 * number of the title, and an empty place behind it.
 */
export function factFindings(article: Article, query: string, options: SearchOptions = {}): Finding[] {
  const text = factsLine(article);
  if (text === '') return [];
  const span = { start: 0, end: text.length };
  const block = { kind: 'byline', span, direction: article.direction } as const;
  const line = { ...article, text, blocks: [block], tables: [] };
  const title = Math.max(
    0,
    article.blocks.findIndex(({ kind }) => kind === 'title'),
  );
  const place = article.blocks[title]?.span.end ?? 0;
  return findings(line, search(line, query, options)).map((finding) => ({
    ...finding,
    paragraph: title + 1,
    start: place,
    end: place,
  }));
}

function before(text: string, start: number, end: number): string {
  if (end - start <= context) return visible(text.slice(start, end));
  const part = text.slice(end - context, end);
  const blank = part.search(/\s/u);
  return `… ${visible(part.slice(blank < 0 ? half(part, 0) : blank + 1))}`;
}

function after(text: string, start: number, end: number): string {
  if (end - start <= context) return visible(text.slice(start, end));
  const part = text.slice(start, start + context);
  const blank = part.search(/\s\S*$/u);
  return `${visible(part.slice(0, blank < 0 ? half(part, context) : blank))} …`;
}

/** The cut nearest to a place that leaves no half of a surrogate pair. */
function half(part: string, at: number): number {
  if (at === 0) return /^[\uDC00-\uDFFF]/.test(part) ? 1 : 0;
  return /[\uD800-\uDBFF]$/.test(part) ? at - 1 : at;
}

/** On one line; what is not drawn or would give orders to a terminal is left out, joiners apart. */
function visible(words: string): string {
  return words
    .replace(/[\s\u0085]+/gu, ' ')
    .replace(/[\p{Cc}\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/gu, '');
}

/** What is put around the source and around the hit of a line, for example escapes of color. */
export interface LineMarks {
  readonly source: readonly [open: string, close: string];
  readonly hit: readonly [open: string, close: string];
}

const none: LineMarks = { source: ['', ''], hit: ['', ''] };

/** A finding as a line in the way of grep: `source:paragraph: before hit after`, in logical order. */
export function findingLine(finding: Finding, marks: LineMarks = none): string {
  const { source, paragraph, before, text, after } = finding;
  const place = `${marks.source[0]}${visible(source)}${marks.source[1]}:${paragraph}`;
  return `${place}: ${before}${marks.hit[0]}${text}${marks.hit[1]}${after}`;
}
