import path from 'node:path';
import envPaths from 'env-paths';

const folders = () => envPaths('maqal', { suffix: '' });

/** The folder for settings that the platform has. */
export function settingsFolder(): string {
  return folders().config;
}

/** The folder in which the places in articles are remembered. */
export function placesFolder(): string {
  return path.join(folders().data, 'places');
}

/** The file of what was chosen by keys, for all articles. */
export function habitsFile(): string {
  return path.join(folders().data, 'habits.json');
}

/** The folder of the library. */
export function libraryFolder(): string {
  return folders().data;
}
