import type { OpenOptions } from '../article/open.ts';
import type { InterfaceLanguage, Theme } from '../reader/state/preferences.ts';
import type { Choice } from '../terminal/identity/evidence.ts';
import type { ModelName } from '../terminal/output/model.ts';

/** What the command line was given, as its parser hands it on; undefined: not said. */
export interface Options {
  readonly terminal?: ModelName;
  readonly direction?: 'rtl' | 'ltr' | 'auto';
  readonly language?: 'ar' | 'fa' | 'he' | 'ur' | 'en' | 'auto';
  readonly encoding?: string;
  readonly tashkeel?: 'keep' | 'hide';
  readonly width?: number;
  readonly sidebar?: 'on' | 'off';
  readonly theme?: Theme;
  readonly ui?: InterfaceLanguage | 'auto';
  readonly mouse: boolean;
  /** Lines to be spoken in place of a screen. */
  readonly plain?: boolean;
  /** Whether places and what was opened are remembered; only the settings say no. */
  readonly remember?: boolean;
  /** The address of the server that has the library, `postgres://USER@HOST/DATABASE`; only the settings and MAQAL_LIBRARY say it. */
  readonly library?: string;
  readonly config?: string;
  readonly json?: boolean;
  readonly markdown?: boolean;
  readonly calibrate?: boolean;
}

/** What the user decided about an article, `auto` left open. */
export function openOptions({ direction, language, encoding }: Options): OpenOptions {
  return {
    direction: direction === 'auto' ? undefined : direction,
    language: language === 'auto' ? undefined : language,
    encoding,
  };
}

/** What somebody chose by an option, the environment or the configuration. */
export function chosenModel({ terminal }: Options): { choice?: Choice } {
  return terminal ? { choice: { model: terminal, by: '--terminal' } } : {};
}
