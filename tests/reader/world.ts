import { withRows } from '../../src/panes/library/reduce.ts';
import { withAnalysis } from '../../src/panes/reducer.ts';
import { arrive, renew } from '../../src/panes/visits.ts';
import { rememberedOf } from '../../src/reader/state/remembering.ts';
import type { LibraryRow } from '../../src/reader/state/shelf.ts';
import type { ReaderState } from '../../src/reader/state/state.ts';
import type { Step } from '../../src/reader/state/step.ts';
import { type Entry, factsOf } from '../../src/store/library/entry.ts';
import { openSample } from './sample.ts';

/**
 * A world of the articles that come with the program: whatever a reader asks of it is there at once, in the library
 * too. Gives the state once the effect of a step has been carried out.
 */
export async function worldOf(): Promise<(step: Step) => ReaderState> {
  const samples = await Promise.all((['ar', 'en', 'he'] as const).map((name) => openSample(name)));
  const entries = samples.map(
    ({ article }, at): Entry => ({
      ...factsOf(article),
      source: article.source,
      opened: at,
      kept: null,
      share: 0.5,
    }),
  );
  const rows: readonly LibraryRow[] = [
    { kind: 'person', person: { name: 'أحد', aliases: [], quotes: 2, articles: 1 } },
    ...entries.map((entry): LibraryRow => ({ kind: 'entry', entry })),
    { kind: 'voice', voice: { entry: entries[1]!, quotes: 1, mentions: 2, span: { start: 40, end: 60 } } },
  ];
  return ({ state, effect }) => {
    if (effect?.type === 'ask') {
      const { query, from } = effect.ask;
      const found = query.length > 4 ? [] : rows;
      return withRows(state, effect.ask, found.slice(from), found.length);
    }
    if (effect?.type === 'open') {
      const { article, analysis } =
        samples.find((one) => one.article.source === effect.source) ?? samples[1]!;
      const arrival = { ...effect, interface: state.preferences.interface, remembered: rememberedOf(state) };
      return withAnalysis(arrive(state, article, arrival), analysis!);
    }
    if (effect?.type === 'reload') {
      const { article, analysis } = samples.find((one) => one.article.source === state.article.source)!;
      return withAnalysis(renew(state, { ...article }, rememberedOf(state)), analysis!);
    }
    return state;
  };
}
