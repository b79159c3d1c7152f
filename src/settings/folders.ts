import './home.ts';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import envPaths from 'env-paths';
import type { Place } from '../store/library/open.ts';
import type { Options } from './options.ts';

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

/** Where the library is: on the server that the user has named, else in the folder that the platform has for data. */
export function libraryPlace({ library }: Pick<Options, 'library'>): Place {
  return { folder: folders().data, ...(library === undefined ? {} : { server: library }) };
}

/** What is stored, by what it is: full paths of files and folders that are there, with those set aside and half written. */
export function storedFiles(): Record<'places' | 'habits' | 'library', readonly string[]> {
  const { data } = folders();
  let names: string[] = [];
  try {
    names = readdirSync(data);
  } catch {
    // Nothing has been stored.
  }
  const those = (name: RegExp) => names.filter((one) => name.test(one)).map((one) => path.join(data, one));
  return { places: those(/^places$/), habits: those(/^habits\.json/), library: those(/^library\.db/) };
}
