import type { Article } from '../article/model/article.ts';
import { isPassedOver } from '../article/open.ts';
import type { Problem } from '../reader/words/problem.ts';
import { type ByteFilter, byteFilterOf } from '../search/byte-filter.ts';
import type { SearchOptions } from '../search/hit.ts';
import { PatternError } from '../search/matches.ts';
import { prefilterOf } from '../search/prefilter.ts';
import { type Finding, factFindings, findings } from '../search/report.ts';
import { search as find } from '../search/search.ts';
import type { Settings } from '../settings/configuration.ts';
import { tellProblem } from '../settings/tell.ts';
import { finderLines } from './finding-lines.ts';
import { below } from './many/below.ts';
import { writeJson, writeRows } from './output.ts';
import { CommandError, failure } from './run.ts';
import { openEach } from './sources.ts';

/** What `maqal search` is asked for beside words, under the names that grep gives it. */
export interface SearchWishes {
  /** How many hits each source has, in place of them. */
  readonly count?: boolean;
  /** The sources that have any, in place of them. */
  readonly filesWithMatches?: boolean;
  readonly wordRegexp?: boolean;
  readonly extendedRegexp?: boolean;
  readonly case?: boolean;
  readonly exact?: boolean;
  /** Paragraphs that are shown behind and before one with a hit. */
  readonly afterContext?: number;
  readonly beforeContext?: number;
  readonly context?: number;
  /** Folders are searched with all below them. */
  readonly recursive?: boolean;
  readonly jsonl?: boolean;
}

/** What a search tells: hits as they are found, or how many there are. */
interface Teller {
  /** Tells of an article with hits; false if nobody reads any more. */
  readonly tell: (article: Article, source: string, found: readonly Finding[]) => Promise<boolean>;
  /** Tells what could not be told before all was known. */
  readonly end: () => Promise<void>;
}

/**
 * Looks for words in articles as grep does: a line a hit, on a terminal as that terminal wants it. A source that
 * cannot be read is told, and the others are searched. Gives the exit status: 0 found, 1 nothing found, 2 where a
 * source could not be read.
 */
export async function search(
  query: string,
  sources: readonly string[],
  settings: Settings,
  wishes: SearchWishes = {},
): Promise<number> {
  const { options } = settings;
  const ways: SearchOptions = {
    word: wishes.wordRegexp === true,
    regex: wishes.extendedRegexp === true,
    case: wishes.case === true,
    exact: wishes.exact === true,
  };
  const { tell, end } = tellerFor(settings, wishes);
  let found = 0;
  const searched = async (article: Article, source: string): Promise<boolean> => {
    const here = [...factFindings(article, query, ways), ...findings(article, find(article, query, ways))];
    found += here.length;
    return here.length === 0 && !wishes.count ? true : tell(article, source, here);
  };
  let missed = 0;
  const miss = (source: string, problem: Problem): void => {
    missed++;
    tellProblem(problem, source, options);
  };
  const all = wishes.recursive ? below(sources, miss) : sources;
  // What has no hits is told, too, where hits are counted.
  const isFiltered = !ways.regex && !wishes.count;
  const bytesFilter = isFiltered && options.encoding === undefined ? byteFilterOf(query) : undefined;
  const names = bytesFilter ? worthDecoding(all, bytesFilter) : all;
  let read: boolean;
  try {
    read = await openEach(names, options, searched, isFiltered ? prefilterOf(query) : undefined);
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    const { key, message: detail } = error;
    throw new CommandError(
      'search',
      key === 'badPattern' ? { key: 'badExpression', detail } : { key: 'slowExpression' },
    );
  }
  await end();
  return !read || missed > 0 ? failure : found > 0 ? 0 : 1;
}

/** The names without those of files that a look at their bytes tells to have no hit. */
function* worthDecoding(names: Iterable<string>, filter: ByteFilter): Generator<string> {
  for (const name of names) if (!isPassedOver(name, filter)) yield name;
}

function tellerFor(settings: Settings, wishes: SearchWishes): Teller {
  const { options } = settings;
  if (!options.json && !wishes.jsonl) return textTeller(settings, wishes);
  const counted = wishes.count || wishes.filesWithMatches;
  const told = (source: string, found: readonly Finding[]): readonly object[] =>
    counted ? [{ source, count: found.length }] : found;
  const all: object[] = [];
  return {
    async tell(_, source, found) {
      if (options.json) all.push(...told(source, found));
      else for (const one of told(source, found)) if (!(await writeJson(one, 0))) return false;
      return true;
    },
    async end() {
      if (options.json) await writeJson(all);
    },
  };
}

function textTeller(settings: Settings, wishes: SearchWishes): Teller {
  const lines = finderLines(settings);
  const { context = 0, beforeContext = context, afterContext = context } = wishes;
  const around = { before: beforeContext, after: afterContext };
  let isFirst = true;
  return {
    async tell(article, source, found) {
      const texts = wishes.count
        ? [lines.counted(source, found.length)]
        : wishes.filesWithMatches
          ? [lines.named(source)]
          : lines.withContext(article, found, around, isFirst);
      isFirst = false;
      // At once: a write for each line would be most of the time of a search that finds much.
      return texts.length === 0 || writeRows(`${texts.join('\n')}\n`);
    },
    end: async () => {},
  };
}
