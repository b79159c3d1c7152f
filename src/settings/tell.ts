import type { InterfaceLanguage } from '../reader/state/preferences.ts';
import { explain } from '../reader/words/explain.ts';
import type { Problem } from '../reader/words/problem.ts';
import { words } from '../reader/words/words.ts';
import { writeLine } from '../terminal/lines.ts';
import { isolatedName } from '../text/visible.ts';
import { messageLanguage } from './language.ts';
import type { Options } from './options.ts';

/** How problems are told: by what the user decided. */
export type Telling = Pick<Options, 'ui' | 'terminal'>;

/**
 * Tells the user what is wrong, in one line on standard error: `maqal: ABOUT: what is wrong and what to do`. `about` is
 * the source, or null if the sentence says it all.
 */
export function tellProblem(problem: Problem, about: string | null, telling: Telling): void {
  tellProblems([problem], about, telling);
}

/** Tells all that is wrong with one thing, in one line. */
export function tellProblems(problems: readonly Problem[], about: string | null, telling: Telling): void {
  const say = wordsFor(messageLanguage(telling));
  const sentence = problems.map((problem) => explain(say, problem)).join(' · ');
  const named = about === null ? '' : `${isolatedName(about)}: `;
  writeLine(`maqal: ${named}${sentence}`, { model: telling.terminal });
}

function wordsFor(language: InterfaceLanguage) {
  return words({ interface: language, tashkeel: 'keep' });
}
