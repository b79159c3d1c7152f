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

/** The folder of the library. */
export function libraryFolder(): string {
  return folders().data;
}
