// The loop: each kind of input in turn, counted, until the time is over.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { hostilePage, hostileText, tryArticle } from './articles.ts';
import { hostileBook } from './books.ts';
import { hostileKeys, tryKeys } from './keys.ts';
import { type Random, randomFrom } from './random.ts';
import { hostileReply, tryReply } from './replies.ts';
import { hostileFile, tryFile } from './stored.ts';

interface Kind {
  readonly name: string;
  /** How many are tried in a round. */
  readonly each: number;
  readonly make: (random: Random) => Buffer;
  readonly attempt: (bytes: Buffer, random: Random) => Promise<void> | void;
}

const kinds: readonly Kind[] = [
  { name: 'texts', each: 300, make: hostileText, attempt: tryArticle },
  { name: 'pages and feeds', each: 4, make: hostilePage, attempt: tryArticle },
  { name: 'books', each: 2, make: hostileBook, attempt: tryArticle },
  { name: 'key streams', each: 320, make: hostileKeys, attempt: tryKeys },
  { name: 'server replies', each: 3, make: hostileReply, attempt: tryReply },
  { name: 'stored files', each: 2, make: hostileFile, attempt: tryFile },
];

/** Longest time of the processor that one input may take, in microseconds: the machine may be busy, so no clock. */
const longest = 1_000_000;
/** And by the clock, in milliseconds, after which it is a hang however busy the machine is. */
const hang = 30_000;

/** Milliseconds after which a long run says how far it is. */
const interval = 300_000;

/** Tries inputs for so long; gives the exit status: 1 if one of them failed, which is then in `failures`. */
export async function fuzz(options: {
  readonly seconds: number;
  readonly seed: number;
  readonly failures: string;
}): Promise<number> {
  const end = Date.now() + options.seconds * 1000;
  const counts = new Map<string, number>();
  const told = () => [...counts].map(([name, count]) => `${count.toLocaleString('en')} ${name}`).join(', ');
  let said = Date.now();
  for (let seed = options.seed; Date.now() < end; seed++) {
    if (Date.now() - said > interval) {
      said = Date.now();
      console.log(`so far: ${told()}`);
    }
    for (const kind of kinds) {
      const random = randomFrom(seed);
      for (let one = 0; one < kind.each; one++) {
        const bytes = kind.make(random);
        const failure = await failureOf(kind, bytes, random);
        if (failure !== null) {
          tell(options.failures, kind.name, seed, bytes, failure);
          return 1;
        }
        counts.set(kind.name, (counts.get(kind.name) ?? 0) + 1);
      }
    }
  }
  console.log(`seed ${options.seed}: ${told()}; nothing failed`);
  return 0;
}

/** Why an input is a failure, or null. */
async function failureOf({ attempt }: Kind, bytes: Buffer, random: Random): Promise<string | null> {
  const start = performance.now();
  let watch: NodeJS.Timeout | undefined;
  try {
    const tried = attempt(bytes, random);
    if (tried)
      await Promise.race([
        tried,
        new Promise((_, reject) => {
          watch = setTimeout(() => reject(new Error(`no end after ${hang / 1000} s`)), hang);
        }),
      ]);
    if (performance.now() - start < longest / 1000) return null;
    // Whether it was the input or the machine: asking for the time of the processor costs more than most inputs.
    const before = process.cpuUsage();
    await attempt(bytes, random);
    const { user, system } = process.cpuUsage(before);
    return user + system > longest ? `took ${Math.round((user + system) / 1000)} ms` : null;
  } catch (error) {
    return (error as Error).stack ?? String(error);
  } finally {
    clearTimeout(watch);
  }
}

function tell(folder: string, name: string, seed: number, bytes: Buffer, failure: string): void {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${name.replaceAll(' ', '-')}-${seed}`);
  writeFileSync(file, bytes);
  console.error(`${name}, seed ${seed}: ${failure}\nthe input is in ${file}`);
}
