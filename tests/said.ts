import { expect } from 'vitest';
import { SourceError } from '../src/article/model/problem.ts';
import { explain } from '../src/reader/words/explain.ts';
import type { Problem } from '../src/reader/words/problem.ts';
import { words } from '../src/reader/words/words.ts';
import { pipedLine } from '../src/text/visible.ts';

/** A problem as the English interface tells it. */
export const said = (problem: Problem): string =>
  pipedLine(explain(words({ interface: 'en', tashkeel: 'keep' }), problem));

/** What the user is told about a source that must not open: a reason, and what to do. */
export async function refusalOf(opening: Promise<unknown>): Promise<string> {
  const error = await opening.then(
    () => new Error('it opened'),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(SourceError);
  const sentence = said((error as SourceError).problem);
  expect(sentence).toMatch(/^[^\n]+; [^\n]+$/);
  return sentence;
}
