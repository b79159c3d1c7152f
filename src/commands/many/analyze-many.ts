import type { Problem } from '../../reader/words/problem.ts';
import { type Options, openOptions } from '../../settings/options.ts';
import { tellProblem } from '../../settings/tell.ts';
import { writeJson } from '../output.ts';
import { failure } from '../run.ts';
import { namedSources } from './names.ts';
import { inPool } from './pool.ts';
import { walk } from './walk.ts';
import type { Outcome, SourceTask } from './worker.ts';

/**
 * Analyzes any number of sources with all cores and prints an object a line for each, as soon as it is ready, in any
 * order. A source that cannot be read is told. Gives the exit status.
 */
export async function analyzeMany(
  sources: readonly string[],
  list: string | undefined,
  options: Options,
): Promise<number> {
  const stop = new AbortController();
  let failed = 0;
  const fail = (source: string, problem: Problem): void => {
    failed++;
    tellProblem(problem, source, options);
  };

  async function* tasks(): AsyncGenerator<SourceTask> {
    for await (const found of walk(namedSources(sources, list, fail)))
      if ('problem' in found) fail(found.source, found.problem);
      else yield { ...found, want: 'json', options: openOptions(options) };
  }

  await inPool<SourceTask, Outcome>(
    // Beside the bundle, where the build puts it.
    new URL('./article-worker.js', import.meta.url),
    tasks(),
    async (outcome, { source }) => {
      if ('problem' in outcome) fail(source, outcome.problem);
      else if ('json' in outcome && !(await writeJson(outcome.json, 0))) stop.abort();
    },
    ({ source }, error) => fail(source, { key: 'notAnalyzed', detail: String(error) }),
    stop.signal,
  );
  return failed > 0 ? failure : 0;
}
