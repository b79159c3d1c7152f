// Some terminals tell nobody how they show right-to-left text. Whoever starts the reader there for the first time is asked
// once which of a few lines reads right; `maqal doctor --calibrate` asks again.
import type { Notice } from '../reader/state/state.ts';
import { keepCalibration, SettingsError } from '../settings/configuration.ts';
import type { Options } from '../settings/options.ts';
import { calibrate } from '../terminal/identity/calibrate.ts';
import type { Detection } from '../terminal/identity/detection.ts';
import type { ModelName } from '../terminal/output/model.ts';
import type { Session } from '../terminal/session.ts';

/** Whether the user is to be asked: nobody can know, and there is somebody to ask. Never in a pipe or a script. */
export function isToBeAsked({ ask }: Pick<Detection, 'ask'>): boolean {
  return ask.length > 0 && process.stdin.isTTY && process.stdout.isTTY && !process.env.CI;
}

/**
 * Asks which model reads right, and keeps the answer for this terminal; whoever does not know keeps the one that is
 * likeliest. Gives the model, and what the user is to know if it could not be kept: no reason not to read.
 */
export async function askedOnce(
  session: Session,
  detection: Detection,
  options: Options,
): Promise<{ readonly model: ModelName; readonly unkept: Notice | null }> {
  const model = (await calibrate(session, detection, detection.ask)) ?? detection.model;
  try {
    keepCalibration(detection.key, model, options.config);
    return { model, unkept: null };
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    return { model, unkept: { key: 'problem', about: error.file, problem: error.problem } };
  }
}
