// The reader's script, run with the compiled code that V8 made of it in an earlier start: without that, compiling is the
// largest part of the time to the first page. For an ES module Node has nothing of the kind before 22.8, and what it has
// since then keeps only what V8 compiles at once.
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Script } from 'node:vm';
import './settings/home.ts';
import envPaths from 'env-paths';
import type * as reader from './reader.ts';

/** A hash of the script: V8 itself looks at the length only. */
declare const MAQAL_READER: string;

const file = path.join(import.meta.dirname, 'reader.cjs');

/** The user's own folder, unlike the system's for temporary files: whoever writes there has code run. */
const folder = path.join(envPaths('maqal', { suffix: '' }).cache, 'code');

/**
 * The script's `require`. Its own code names Node's modules by `node:`: they are loaded when something of them is first used;
 * with Node 20 all together take 20 ms of CPU. Packages, which may take a module for a class or miss another, get what there is.
 */
function requireFor(name: string): unknown {
  if (!name.startsWith('node:')) return createRequire(import.meta.url)(name);
  let loaded: object | undefined;
  return new Proxy(
    {},
    {
      get(_, key) {
        loaded ??= process.getBuiltinModule(name)!;
        return Reflect.get(loaded, key);
      },
    },
  );
}

/** The functions of the reader's script, with what was compiled of it when it was last used for the same. */
export function readerScript(use: 'read' | 'search'): typeof reader {
  const cache = path.join(folder, `${MAQAL_READER}-${use}-${process.versions.v8}-${process.arch}`);
  const cachedData = kept(cache);
  // Nothing in it is beyond ASCII (scripts/reader.mjs).
  const text = readFileSync(file, 'latin1');
  const script = new Script(`(function(module,require,load,address){${text}\n})`, {
    filename: file,
    cachedData,
  });
  const module = { exports: {} as typeof reader };
  script.runInThisContext()(module, requireFor, (name: string) => import(name), import.meta.url);
  if (!cachedData || script.cachedDataRejected) keepLater(script, cache);
  return module.exports;
}

/**
 * What an earlier start has compiled, or undefined. V8 runs what it is given: of a damaged file the program would die. So
 * it is kept twice over, and is used where both are the same: a hash would take 1.7 ms of every first page, most of them for
 * loading Node's cryptography.
 */
function kept(cache: string): Buffer | undefined {
  try {
    const twice = readFileSync(cache);
    const code = twice.subarray(0, twice.length >> 1);
    return code.length > 0 && twice.subarray(code.length).equals(code) ? code : undefined;
  } catch {
    // The first start of this version.
    return undefined;
  }
}

/** Milliseconds after which a reader has used what it needs; V8 forgets compiled code that is not used for long. */
const settled = 20_000;

/** Keeps what has been compiled, once: when the reader has been used for a while, or is left as it should be before that. */
function keepLater(script: Script, cache: string): void {
  if (process.env.NODE_DISABLE_COMPILE_CACHE) return;
  const timer = setTimeout(() => keep(script, cache), settled).unref();
  process.once('exit', (status) => {
    clearTimeout(timer);
    // 1: nothing was found.
    if (status <= 1 && !isKept) keep(script, cache);
  });
}

let isKept = false;

function keep(script: Script, cache: string): void {
  isKept = true;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    for (const name of readdirSync(folder))
      if (!name.startsWith(MAQAL_READER)) rmSync(path.join(folder, name), { force: true });
    const code = script.createCachedData();
    const beside = `${cache}.${process.pid}`;
    try {
      writeFileSync(beside, Buffer.concat([code, code]), { mode: 0o600 });
      renameSync(beside, cache);
    } finally {
      // What a full disk has taken of it is of no use.
      rmSync(beside, { force: true });
    }
  } catch {
    // The next start is as slow as this one.
  }
}
