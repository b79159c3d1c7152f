// MAQAL_LOG=FILE: what happens while one reads, for whoever looks for a mistake. No text of an article goes into it.
import { openSync, writeSync } from 'node:fs';
import type { Effect } from '../reader/state/step.ts';
import type { Key } from '../terminal/input/key.ts';
import { safeJson } from '../text/visible.ts';

/** Only the user may read it: it tells what was opened. */
const logMode = 0o600;

/** Writes a line: milliseconds since the start of the process, what happened, and details as JSON. */
export type Log = (event: string, details?: unknown) => void;

/** The log in a file, at the end of what it holds; null if it cannot be opened. Every line is in the file at once. */
export function openLog(file: string): Log | null {
  let descriptor: number;
  try {
    descriptor = openSync(file, 'a', logMode);
  } catch {
    return null;
  }
  return (event, details) => {
    const said = details === undefined ? '' : ` ${safeJson(details)}`;
    try {
      writeSync(descriptor, `${performance.now().toFixed(1).padStart(9)} ${event}${said}\n`);
    } catch {
      // A full disk must not end the reading.
    }
  };
}

/** A key for the log: of what is pasted only its length. */
export const loggedKey = (key: Key): unknown =>
  key.name === 'paste' ? { name: 'paste', length: key.text.length } : key;

/** An effect for the log: of what is copied only its length. */
export const loggedEffect = (effect: Effect): unknown =>
  effect.type === 'copy' ? { type: 'copy', length: effect.text.length } : effect;

const silent: Log = () => {};
const { MAQAL_LOG: file } = process.env;
const opened = file ? openLog(file) : silent;

/** The log that the environment asks for; it does nothing if there is none. */
export const log: Log = opened ?? silent;

/** The file that was asked for and cannot be written, or null. */
export const unwritableLog: string | null = opened === null ? file! : null;
