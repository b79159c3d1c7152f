// Whole commands timed from outside, in turn with what they are compared to: a machine that slows down slows both.
import { spawnSync } from 'node:child_process';

/** The least, the middle and the greatest of some figures. */
export interface Spread {
  readonly min: number;
  readonly median: number;
  readonly max: number;
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  return { min: sorted[0]!, median: sorted[sorted.length >> 1]!, max: sorted.at(-1)! };
}

/** The value that 99 of 100 are below. */
export const percentile99 = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.ceil(values.length * 0.99) - 1)]!;

/** What a command took: seconds on the clock, of processors, MiB at its largest (0 where `time` is not installed). */
export interface Cost {
  readonly wall: number;
  readonly cpu: number;
  readonly peak: number;
}

/** Runs a command of the shell, its output thrown away. */
export function cost(command: string): Cost {
  const began = performance.now();
  const { stderr } = spawnSync('bash', ['-c', `TIMEFORMAT='%U %S'; time { ${command}; } >/dev/null`], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  });
  const wall = (performance.now() - began) / 1000;
  const [user = 0, system = 0] = stderr.trim().split('\n').at(-1)!.split(' ').map(Number);
  return { wall, cpu: user + system, peak: 0 };
}

/** Largest resident set of a command in MiB, where GNU time is installed. */
export function peakOf(command: string): number | undefined {
  const { stderr, status } = spawnSync('bash', ['-c', `/usr/bin/time -f %M ${command} >/dev/null`], {
    encoding: 'utf8',
  });
  return status === 0 ? Number(stderr.trim().split('\n').at(-1)) / 1024 : undefined;
}

/** Whether a program is installed. */
export const installed = (name: string): boolean => spawnSync('which', [name]).status === 0;
