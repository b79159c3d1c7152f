import type { Problem } from '../../reader/words/problem.ts';
import { walkNow } from './walk.ts';

/**
 * The sources behind what was named: files and addresses as they are, folders with all readable files below them. `fail` is
 * told of what cannot be read, which is passed over.
 */
export function* below(
  names: readonly string[],
  fail: (source: string, problem: Problem) => void,
): Generator<string> {
  // Standard input is no path.
  const paths = names.filter((name) => name !== '-');
  if (paths.length < names.length) yield '-';
  for (const found of walkNow(paths)) {
    if ('problem' in found) fail(found.source, found.problem);
    else yield found.source;
  }
}
