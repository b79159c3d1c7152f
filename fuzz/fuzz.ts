// The loop: each kind of input in turn, counted, until the time is over.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { hostileArticle, tryArticle } from './articles.ts';
import { hostileKeys, tryKeys } from './keys.ts';
import { type Random, randomFrom } from './random.ts';
import { hostileFile, tryFile } from './stored.ts';

interface Kind {
  readonly name: string;
  /** How many are tried in a round. */
  readonly each: number;
  readonly make: (random: Random) => Buffer;
  readonly attempt: (bytes: Buffer, random: Random) => Promise<void> | void;
}

const kinds: readonly Kind[] = [
  { name: 'articles', each: 20, make: hostileArticle, attempt: tryArticle },
  { name: 'key streams', each: 60, make: hostileKeys, attempt: tryKeys },
  { name: 'stored files', each: 4, make: hostileFile, attempt: tryFile },
];

/** Longest time of the processor that one input may take, in microseconds: the machine may be busy, so no clock. */
const longest = 1_000_000;

/** Tries inputs for so long; gives the exit status: 1 if one of them failed, which is then in `failures`. */
export async function fuzz(options: {
  readonly seconds: number;
  readonly seed: number;
  readonly failures: string;
}): Promise<number> {
  const end = Date.now() + options.seconds * 1000;
  const counts = new Map<string, number>();
  for (let seed = options.seed; Date.now() < end; seed++)
    for (const kind of kinds) {
      const random = randomFrom(seed);
      for (let one = 0; one < kind.each; one++) {
        const bytes = kind.make(random);
        const before = process.cpuUsage();
        let failure: string | null = null;
        try {
          await kind.attempt(bytes, random);
        } catch (error) {
          failure = (error as Error).stack ?? String(error);
        }
        const { user, system } = process.cpuUsage(before);
        if (user + system > longest) failure ??= `took ${Math.round((user + system) / 1000)} ms`;
        if (failure !== null) {
          tell(options.failures, kind.name, seed, bytes, failure);
          return 1;
        }
        counts.set(kind.name, (counts.get(kind.name) ?? 0) + 1);
      }
    }
  const told = [...counts].map(([name, count]) => `${count.toLocaleString('en')} ${name}`).join(', ');
  console.log(`seed ${options.seed}: ${told}; nothing failed`);
  return 0;
}

function tell(folder: string, name: string, seed: number, bytes: Buffer, failure: string): void {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${name.replaceAll(' ', '-')}-${seed}`);
  writeFileSync(file, bytes);
  console.error(`${name}, seed ${seed}: ${failure}\nthe input is in ${file}`);
}
