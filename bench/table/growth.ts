// How cost grows with the length of a text: the figures, and a chart of them.
import path from 'node:path';
import { cost, spreadOf } from './measure.ts';
import { frameEnd, Program, pause } from './program.ts';
import { textOf } from './texts.ts';

/** What a text of one length costs: milliseconds and MiB; of search and analysis the CPU time of the whole command. */
export interface Growth {
  readonly bytes: number;
  readonly start: number;
  readonly key: number;
  readonly memory: number;
  readonly search: number;
  readonly analysis: number;
}

const program = path.resolve(import.meta.dirname, '../../dist/cli.cjs');

/** Lengths of the texts, in bytes. */
export const lengths = [10_000, 100_000, 1_000_000, 10_000_000, 50_000_000] as const;

/** What a text of so many bytes costs with a version of Node. */
export async function growthAt(node: string, bytes: number): Promise<Growth> {
  const file = textOf(bytes);
  const reader = new Program([node, program, file], 100, 30);
  const start = await reader.shown(frameEnd);
  const memory = reader.peak() ?? 0;
  await pause(3000);
  const keys: number[] = [];
  for (let count = 0; count < 20; count++) {
    // A key that has no answer is a minute, and the others are asked all the same.
    const answer = reader.press(count % 10 < 5 ? 'j' : 'k', frameEnd);
    keys.push(await answer.then(({ time }) => time).catch(() => 60_000));
    await pause(20);
  }
  await reader.end('q');
  const spent = (command: string) => Math.round(cost(`${node} ${program} ${command} ${file}`).cpu * 1000);
  return {
    bytes,
    start,
    key: spreadOf(keys).median,
    memory,
    search: spent('search قسطنطينية'),
    analysis: spent('analyze --json'),
  };
}

const curves = [
  ['start', 'first page, ms', '#1b6ca8'],
  ['key', 'a key, ms', '#2e8b57'],
  ['memory', 'memory, MiB', '#8a5a00'],
  ['search', 'search, ms of CPU', '#a8327d'],
  ['analysis', 'analysis, ms of CPU', '#b03a2e'],
] as const;

const size = { width: 720, height: 420, left: 60, right: 190, top: 20, bottom: 40 };

/** The figures as a drawing (SVG), both axes in powers of ten. */
export function chartOf(growth: readonly Growth[]): string {
  const all = growth.flatMap((one) => curves.map(([name]) => Math.max(1, one[name])));
  const powers = Math.ceil(Math.log10(Math.max(...all)));
  const [low, high] = [Math.log10(growth[0]!.bytes), Math.log10(growth.at(-1)!.bytes)];
  const x = (bytes: number) =>
    size.left + ((Math.log10(bytes) - low) / (high - low)) * (size.width - size.left - size.right);
  const y = (value: number) =>
    size.height -
    size.bottom -
    (Math.log10(Math.max(1, value)) / powers) * (size.height - size.top - size.bottom);
  const parts: string[] = [];
  for (let power = 0; power <= powers; power++)
    parts.push(
      `<path d="M${size.left} ${y(10 ** power)}H${size.width - size.right}" stroke="#ddd"/>`,
      `<text x="${size.left - 8}" y="${y(10 ** power) + 4}" text-anchor="end">${10 ** power}</text>`,
    );
  for (const { bytes } of growth)
    parts.push(
      `<text x="${x(bytes)}" y="${size.height - 14}" text-anchor="middle">${lengthName(bytes)}</text>`,
    );
  // Names stand beside the ends of their curves, far enough apart to be read.
  const ends = curves.map(([name, label, color]) => ({ label, color, at: y(growth.at(-1)![name]) }));
  ends.sort((a, b) => a.at - b.at);
  for (let below = 1; below < ends.length; below++)
    ends[below]!.at = Math.max(ends[below]!.at, ends[below - 1]!.at + 16);
  for (const { label, color, at } of ends)
    parts.push(`<text x="${size.width - size.right + 8}" y="${at + 4}" fill="${color}">${label}</text>`);
  for (const [name, , color] of curves) {
    const points = growth.map((one) => `${x(one.bytes).toFixed(1)},${y(one[name]).toFixed(1)}`).join(' ');
    parts.push(`<polyline points="${points}" fill="none" stroke="${color}" stroke-width="2"/>`);
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" font-family="sans-serif" font-size="12"><title>Cost by length of the text</title><rect width="100%" height="100%" fill="#fff"/>${parts.join('')}</svg>\n`;
}

/** A length as it is said. */
export function lengthName(bytes: number): string {
  return bytes >= 1_000_000 ? `${bytes / 1_000_000} MB` : `${bytes / 1000} kB`;
}
