// Searching a text as it stands, unfolded: regular expressions, and exact letters, which are one.
import type { Article } from '../article/model/article.ts';
import { cellSpans } from '../article/model/cells.ts';
import type { Span } from '../text/span.ts';
import type { Hit, SearchOptions } from './hit.ts';
import { isWholeWord } from './whole-word.ts';

/** Why a regular expression finds nothing: it is none, or it takes too long on this text. */
export type PatternProblem = 'badPattern' | 'slowPattern';

export class PatternError extends Error {
  readonly key: PatternProblem;

  constructor(key: PatternProblem, message: string) {
    super(message);
    this.key = key;
  }
}

/** Longest time, in milliseconds, that an expression may take: some make their engine try more ways than there are atoms. */
const longest = 1_000;

/** The expression of a query; throws PatternError if it is none. */
function expressionOf(query: string, options: SearchOptions): RegExp {
  const source = options.regex ? query : literal(query);
  try {
    return new RegExp(source, options.case ? 'gu' : 'giu');
  } catch (error) {
    throw new PatternError('badPattern', (error as Error).message);
  }
}

/** The expression for letters as they stand; a blank is any white space, as lines end anywhere. */
function literal(query: string): string {
  return query
    .trim()
    .replace(/[$()*+.?[\\\]^{|}/]/gu, '\\$&')
    .replace(/\s+/gu, '\\s+');
}

/** Every place that matches, in the order of the text; none is empty or reaches over the border of a block or cell. */
export function matches(article: Article, query: string, options: SearchOptions): Hit[] {
  if (query.trim() === '') return [];
  const expression = expressionOf(query, options);
  const { blocks, text } = article;
  const hits: Hit[] = [];
  within(() => {
    for (const block of blocks)
      for (const stretch of block.kind === 'row' ? cellSpans(text, block) : [block.span])
        for (const match of text.slice(stretch.start, stretch.end).matchAll(expression)) {
          const span = whole(text, stretch, stretch.start + match.index, match[0].length);
          const isFree = span.end > span.start && span.start >= (hits.at(-1)?.span.end ?? 0);
          if (isFree && (!options.word || isWholeWord(text, span.start, span.end)))
            hits.push({ span, level: 1 });
        }
  });
  return hits;
}

/** A match with the marks of its last letter. */
function whole(text: string, { end }: Span, start: number, length: number): Span {
  const close = start + length;
  const marks = length > 0 ? /^\p{M}*/u.exec(text.slice(close, end))![0].length : 0;
  return { start, end: close + marks };
}

interface Sandbox {
  work?: () => void;
}
let context: Sandbox | undefined;

/** Does work that ends with PatternError when it takes too long: only a script of `vm` can be stopped from outside. */
function within(work: () => void): void {
  const { createContext, Script } = process.getBuiltinModule('node:vm');
  context ??= createContext({}) as Sandbox;
  context.work = work;
  try {
    new Script('work()').runInContext(context, { timeout: longest });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT')
      throw new PatternError('slowPattern', 'takes too long');
    throw error;
  } finally {
    delete context.work;
  }
}
