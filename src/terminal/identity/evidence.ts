import type { ModelName } from '../output/model.ts';
import type { Replies } from './replies.ts';

/** Variables of the environment. */
export type Variables = Readonly<Record<string, string | undefined>>;

/** The model somebody chose, and where: `--terminal`, `MAQAL_TERMINAL`, the configuration, calibration. */
export interface Choice {
  readonly model: ModelName;
  readonly by: string;
}

/** All that tells which terminal this is. */
export interface Evidence {
  readonly environment: Variables;
  readonly choice?: Choice;
  /** What calibration found, by `terminalKey`. */
  readonly calibrated?: Readonly<Record<string, ModelName>>;
  readonly replies?: Replies;
  /** Whether the terminal has answered all it will: the answer to the last question came. */
  readonly complete?: boolean;
  /** What tmux says of the terminal it is in: `#{client_termtype} #{client_termname}`. */
  readonly outer?: string;
  /** What tmux takes that terminal to be capable of: `#{client_termfeatures}`, empty before tmux 3.2. */
  readonly outerFeatures?: string;
}
