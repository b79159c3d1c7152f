import type { Options } from '../settings/options.ts';
import { lineOf } from './reader-line.ts';
import type { SearchWishes } from './search.ts';

/** What `maqal search` is asked for. */
export interface SearchLine {
  readonly query: string;
  readonly sources: readonly string[];
  readonly options: Options & SearchWishes;
}

/** Options that take no value, and the names that the parser gives them. */
const flags: Readonly<Record<string, string>> = {
  '-c': 'count',
  '--count': 'count',
  '-l': 'filesWithMatches',
  '--files-with-matches': 'filesWithMatches',
  '-w': 'wordRegexp',
  '--word-regexp': 'wordRegexp',
  '-E': 'extendedRegexp',
  '--extended-regexp': 'extendedRegexp',
  '--case': 'case',
  '--exact': 'exact',
  '-r': 'recursive',
  '--recursive': 'recursive',
  '--json': 'json',
  '--jsonl': 'jsonl',
  '-n': 'lineNumber',
  '-i': 'ignoreCase',
};

/**
 * A command line of `search` with a query, sources and the usual options, each spelled out; undefined where the parser has to be
 * asked. The fast path: without the parser, and in the reader's script with what V8 has compiled before, a search begins
 * 150 ms of CPU sooner.
 */
export function searchLine(words: readonly string[]): SearchLine | undefined {
  if (words[0] !== 'search') return undefined;
  const line = lineOf(words.slice(1), flags);
  const [query, ...sources] = line?.operands ?? [];
  if (!line || query === undefined || sources.length === 0) return undefined;
  return { query, sources, options: line.options as SearchLine['options'] };
}
