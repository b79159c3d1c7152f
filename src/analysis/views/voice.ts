// Whose words are listed together.
import { entryAt } from '../../article/feed/entries.ts';
import type { Article } from '../../article/model/article.ts';
import type { Analysis, Quote } from '../analysis.ts';

/** Parts a speaker from the number of the entry: no name has a line end. */
const separator = '\n';

const named = new WeakMap<Analysis, ReadonlySet<string>>();

/** The names of an analysis. */
function namesOf(analysis: Analysis): ReadonlySet<string> {
  const known = named.get(analysis) ?? new Set(analysis.entities.map(({ name }) => name));
  named.set(analysis, known);
  return known;
}

/**
 * What quotes of one speaker have in common, and no others: the name; of somebody unnamed in a feed also which entry it is, since the
 * minister of the next one is another. Null where nobody is known to speak.
 */
export function voiceOf(article: Article, analysis: Analysis, { speaker, span }: Quote): string | null {
  if (article.kind !== 'feed' || speaker === null || namesOf(analysis).has(speaker)) return speaker;
  return `${speaker}${separator}${entryAt(article, span.start)}`;
}

/** The name, or the words, by which a voice is told. */
export function nameOfVoice(voice: string): string {
  return voice.split(separator, 1)[0]!;
}
