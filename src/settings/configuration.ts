import { existsSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { interfaceLanguages, themes } from '../reader/state/preferences.ts';
import type { SettingsProblem } from '../reader/words/problem.ts';
import { writeWholeNow } from '../store/files/whole-file.ts';
import { type ModelName, modelNames } from '../terminal/output/model.ts';
import { nearest } from '../text/nearest.ts';
import { settingsFolder } from './folders.ts';
import { jsonFault } from './json-fault.ts';
import type { Options } from './options.ts';
import { tellProblems } from './tell.ts';

/** What the user keeps in a file: the long options of the command line, and what calibration found. */
export interface Configuration {
  readonly options: Partial<Pick<Options, ConfiguredOption | 'library'>>;
  /** Output model by terminal, as `doctor --calibrate` keyed it. */
  readonly calibrated: Readonly<Record<string, ModelName>>;
  /** What cannot be used and is left out: a bad file never keeps an article from being read. */
  readonly complaints: readonly Complaint[];
}

/** What is wrong with the settings, and the file or variable that it is about. */
export interface Complaint {
  readonly about: string;
  readonly problem: SettingsProblem;
}

/** The settings, with the values that each may have. */
export const settingChoices = {
  terminal: modelNames,
  language: ['ar', 'fa', 'he', 'ur', 'en', 'auto'],
  direction: ['rtl', 'ltr', 'auto'],
  tashkeel: ['keep', 'hide'],
  sidebar: ['on', 'off'],
  theme: themes,
  ui: [...interfaceLanguages, 'auto'],
  mouse: [true, false],
  plain: [true, false],
  remember: [true, false],
} as const;
type ConfiguredOption = keyof typeof settingChoices;

/** Path of the configuration: the one named, or config.json in the folder that the platform has for it. */
export function configurationPath(named?: string): string {
  return named ?? path.join(settingsFolder(), 'config.json');
}

/** Reads the configuration. It is not a mistake if there is none, unless it was named. */
export function readConfiguration(named?: string): Configuration {
  const file = configurationPath(named);
  const complaints: Complaint[] = [];
  const complain = (problem: SettingsProblem): void => void complaints.push({ about: file, problem });
  const options: Record<string, unknown> = {};
  const calibrated: Record<string, ModelName> = {};
  for (const [name, value] of Object.entries(settingsIn(file, named !== undefined, complain))) {
    if (name === 'calibrated' && typeof value === 'object' && value !== null) {
      for (const [key, model] of Object.entries(value)) {
        const known = modelNames.find((one) => one === model);
        if (known) calibrated[key] = known;
      }
      continue;
    }
    if (name === 'library') {
      if (isServer(value)) options.library = value;
      else complain({ key: 'badSetting', name, choices: [serverForm] });
      continue;
    }
    const allowed = choicesOf(name);
    if (!allowed) complain({ key: 'noSuchSetting', name, nearest: nearest(name, settingNames) ?? '' });
    else if (allowed.includes(value)) options[name] = value;
    else complain({ key: 'badSetting', name, choices: allowed.map(String) });
  }
  return { options, calibrated, complaints };
}

/** What a file holds; nothing if it cannot be used. */
function settingsIn(file: string, isNamed: boolean, complain: (problem: SettingsProblem) => void): object {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (isNamed || (error as NodeJS.ErrnoException).code !== 'ENOENT')
      complain({ key: 'settingsUnreadable' });
    return {};
  }
  try {
    const parsed: unknown = JSON.parse(text);
    if (isObject(parsed)) return parsed;
    complain({ key: 'settingsNotObject' });
  } catch {
    complain({ key: 'settingsNotJson', ...(jsonFault(text) ?? { line: 1, column: 1 }) });
  }
  return {};
}

/** The values that a setting may have; undefined if there is no such setting. */
function choicesOf(name: string): readonly unknown[] | undefined {
  return Object.hasOwn(settingChoices, name) ? settingChoices[name as ConfiguredOption] : undefined;
}

const settingNames = [...Object.keys(settingChoices), 'library', 'calibrated'];

/** How the address of a library on a server is written. */
const serverForm = 'postgres://USER@HOST/DATABASE';

const isServer = (value: unknown): value is string =>
  typeof value === 'string' && /^postgres(?:ql)?:\/\//u.test(value);

/** The address of a server as it may be shown, on the screen or in a log of somebody else. */
export function withoutPassword(address: string): string {
  return address
    .replace(/^([a-z]*:\/\/[^:/?#]*):.*@/isu, '$1:…@')
    .replace(/([?&](?:ssl)?password=)[^&]*/giu, '$1…');
}

/** Why what was chosen cannot be kept; `file` is the path of the settings. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
  readonly file: string;
  readonly problem: SettingsProblem;

  constructor(file: string, problem: SettingsProblem) {
    super(problem.key);
    this.file = file;
    this.problem = problem;
  }
}

/**
 * Keeps the model that somebody picked for a terminal, beside whatever else the file holds. Written beside the file and moved
 * over it, never half. Throws SettingsError where that would lose what stands there, or cannot be done.
 */
export function keepCalibration(key: string, model: ModelName, named?: string): void {
  const file = configurationPath(named);
  const settings = settingsToKeep(file, model);
  try {
    // A link stays a link: many keep their settings elsewhere.
    const place = existsSync(file) ? realpathSync(file) : file;
    const calibrated = { ...(settings.calibrated as object), [key]: model };
    writeWholeNow(place, `${JSON.stringify({ ...settings, calibrated }, null, 2)}\n`);
  } catch {
    throw new SettingsError(file, { key: 'settingsUnwritable', model });
  }
}

/** What the file holds, all of which stays; an empty file and none hold nothing. */
function settingsToKeep(file: string, model: ModelName): Record<string, unknown> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw new SettingsError(file, { key: 'settingsUnwritable', model });
  }
  if (text.trim() === '') return {};
  try {
    const parsed: unknown = JSON.parse(text);
    if (isObject(parsed) && isObject(parsed.calibrated ?? {})) return parsed;
  } catch {}
  throw new SettingsError(file, { key: 'settingsNotMine', model });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What holds for a run of the program. */
export interface Settings {
  readonly options: Options;
  readonly calibrated: Configuration['calibrated'];
}

/** The options of the command line, over the environment's, over the file's. What is wrong with them is told. */
export function configured(given: Options): Settings {
  const file = readConfiguration(given.config);
  const said = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  // `--no-mouse` is the only way to say it on the command line, so true there means: not said.
  if (said.mouse === true) delete said.mouse;
  const { MAQAL_TERMINAL: model, MAQAL_LIBRARY: library = '' } = process.env;
  const known = modelNames.find((name) => name === model);
  const options = {
    mouse: true,
    ...file.options,
    ...(known ? { terminal: known } : {}),
    ...(isServer(library) ? { library } : {}),
    ...said,
  } as Options;
  const complaints = [...file.complaints];
  if (model && !known)
    complaints.push({
      about: 'MAQAL_TERMINAL',
      problem: { key: 'badSetting', name: model, choices: modelNames },
    });
  if (library !== '' && !isServer(library))
    complaints.push({
      about: 'MAQAL_LIBRARY',
      problem: { key: 'badSetting', name: withoutPassword(library), choices: [serverForm] },
    });
  // A file of another version may hold much that is not known here: all of it in one line.
  for (const place of new Set(complaints.map(({ about }) => about))) {
    const problems = complaints.flatMap(({ about, problem }) => (about === place ? [problem] : []));
    tellProblems(problems, place, options);
  }
  return { options, calibrated: file.calibrated };
}
