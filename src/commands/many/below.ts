import type { Options } from '../../settings/options.ts';
import { tellProblem } from '../../settings/tell.ts';
import { walk } from './walk.ts';

/**
 * The sources behind what was named: files and addresses as they are, folders with all readable files below them. What
 * cannot be read is told and passed over.
 */
export async function* below(names: readonly string[], options: Options): AsyncGenerator<string> {
  // Standard input is no path.
  const paths = names.filter((name) => name !== '-');
  if (paths.length < names.length) yield '-';
  for await (const found of walk(paths)) {
    if ('problem' in found) tellProblem(found.problem, found.source, options);
    else yield found.source;
  }
}
