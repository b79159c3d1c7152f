import type { Key } from './key.ts';

/** Longest time between two presses of a double click, in milliseconds: what desktops have as their usual one. */
const longestPause = 500;

/** Most clicks that are told apart: one, two, three. */
const most = 3;

/**
 * Counts quick presses at one cell, as no terminal does: gives a press with its number among them, every other key as it
 * is. `now` is the time in milliseconds.
 */
export function countClicks(): (key: Key, now: number) => Key {
  let last:
    | { readonly row: number; readonly column: number; readonly time: number; readonly clicks: number }
    | undefined;
  return (key, now) => {
    if (key.name !== 'press') return key;
    const { row, column } = key;
    const isQuick = last && last.row === row && last.column === column && now - last.time <= longestPause;
    const clicks = isQuick ? (last!.clicks % most) + 1 : 1;
    last = { row, column, time: now, clicks };
    return { ...key, clicks };
  };
}
