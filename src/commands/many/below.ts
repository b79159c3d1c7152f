import type { Options } from '../../settings/options.ts';
import { tellProblem } from '../../settings/tell.ts';
import { walkNow } from './walk.ts';

/**
 * The sources behind what was named: files and addresses as they are, folders with all readable files below them. What
 * cannot be read is told and passed over.
 */
export function* below(names: readonly string[], options: Options): Generator<string> {
  // Standard input is no path.
  const paths = names.filter((name) => name !== '-');
  if (paths.length < names.length) yield '-';
  for (const found of walkNow(paths)) {
    if ('problem' in found) tellProblem(found.problem, found.source, options);
    else yield found.source;
  }
}
