import { readFileSync } from 'node:fs';
import path from 'node:path';
import { writeWholeNow } from '../store/files/whole-file.ts';
import { type ModelName, modelNames } from '../terminal/output/model.ts';
import { settingsFolder } from './folders.ts';
import type { Options } from './options.ts';

/** What the user keeps in a file: the long options of the command line, and what calibration found. */
export interface Configuration {
  readonly options: Partial<Pick<Options, ConfiguredOption>>;
  /** Output model by terminal, as `doctor --calibrate` keyed it. */
  readonly calibrated: Readonly<Record<string, ModelName>>;
}

const choices = {
  terminal: modelNames,
  language: ['ar', 'fa', 'he', 'ur', 'en', 'auto'],
  direction: ['rtl', 'ltr', 'auto'],
  tashkeel: ['keep', 'hide'],
  sidebar: ['on', 'off'],
  theme: ['neutral', 'dark', 'light', 'plain'],
  ui: ['ar', 'en', 'auto'],
} as const;
type ConfiguredOption = keyof typeof choices | 'mouse' | 'remember';

/** Path of the configuration: the one named, or config.json in the folder that the platform has for it. */
export function configurationPath(named?: string): string {
  return named ?? path.join(settingsFolder(), 'config.json');
}

/**
 * Reads the configuration. None is no mistake, unless it was named. What cannot be used is told in one line on
 * standard error and left out, so that a bad file never keeps an article from being read.
 */
export function readConfiguration(named?: string): Configuration {
  const file = configurationPath(named);
  const complain = (what: string): void => void process.stderr.write(`maqal: ${file}: ${what}\n`);
  const options: Record<string, unknown> = {};
  const calibrated: Record<string, ModelName> = {};
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (named !== undefined || (error as NodeJS.ErrnoException).code !== 'ENOENT') {
      complain('cannot be read; going on without it');
    }
    return { options, calibrated };
  }
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    complain('is not valid JSON; going on without it');
    return { options, calibrated };
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    complain('must hold one JSON object, { … }; going on without it');
    return { options, calibrated };
  }
  for (const [name, value] of Object.entries(parsed)) {
    if (name === 'calibrated' && typeof value === 'object' && value !== null) {
      for (const [key, model] of Object.entries(value)) {
        const known = modelNames.find((one) => one === model);
        if (known) calibrated[key] = known;
      }
    } else if ((name === 'mouse' || name === 'remember') && typeof value === 'boolean') options[name] = value;
    else if (
      name in choices &&
      (choices[name as keyof typeof choices] as readonly unknown[]).includes(value)
    ) {
      options[name] = value;
    } else complain(`“${name}” has no such setting; it is left out`);
  }
  return { options, calibrated };
}

/** Keeps the model that somebody picked for a terminal. Written beside the file and moved over it, never half. */
export function keepCalibration(key: string, model: ModelName, named?: string): void {
  const file = configurationPath(named);
  let settings: Record<string, unknown> = {};
  try {
    settings = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // None yet, or one that cannot be used.
  }
  settings.calibrated = { ...(settings.calibrated as object), [key]: model };
  writeWholeNow(file, `${JSON.stringify(settings, null, 2)}\n`);
}

/** The options of the command line, over the environment's, over the file's. */
export function configured(options: Options): { options: Options; calibrated: Configuration['calibrated'] } {
  const file = readConfiguration(options.config);
  const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
  // `--no-mouse` is the only way to say it on the command line, so true there means: not said.
  if (given.mouse === true) delete given.mouse;
  const model = process.env.MAQAL_TERMINAL;
  const environment: Partial<Options> = {};
  if (model) {
    const known = modelNames.find((name) => name === model);
    if (known) Object.assign(environment, { terminal: known });
    else
      process.stderr.write(`maqal: MAQAL_TERMINAL: no model ${model}; use one of ${modelNames.join(', ')}\n`);
  }
  return {
    options: { mouse: true, ...file.options, ...environment, ...given } as Options,
    calibrated: file.calibrated,
  };
}
