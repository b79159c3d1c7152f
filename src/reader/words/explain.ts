import { isolatedName } from '../../text/visible.ts';
import type { Problem } from './problem.ts';
import type { Words } from './vocabulary.ts';

/** The same value with every text in it as a name that can stand in a sentence. */
function isolatedIn(value: unknown): unknown {
  if (typeof value === 'string') return isolatedName(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(isolatedIn);
  // A reason is a key, not a text.
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, name === 'why' ? part : isolatedIn(part)]),
  );
}

/**
 * A problem as a sentence: what is wrong and what to do, one line without a full stop. What it is about stands in
 * isolates, which whoever writes to a pipe takes out again.
 */
export function explain({ problems }: Words, problem: Problem): string {
  const said: string | ((about: never) => string) = problems[problem.key];
  if (typeof said === 'string') return said;
  const { key, ...about } = problem;
  // The kind of a file is a key of its own, not a text.
  const given = {
    ...(isolatedIn(about) as object),
    key,
    ...('kind' in problem ? { kind: problem.kind } : {}),
  };
  return said(given as never);
}
