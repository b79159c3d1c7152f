// A script of the bundle run with the compiled code that V8 made of it in an earlier start: without that, compiling is the
// largest part of the time to the first page. For an ES module Node has nothing of the kind before 22.8, and what it has
// since then keeps only what V8 compiles at once.
import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Script } from 'node:vm';
import { cacheFolder, isOwn } from './settings/own-cache.ts';

/** A hash of all such scripts: V8 itself looks at the length only. */
declare const MAQAL_SCRIPTS: string;

const folder = cacheFolder('code');

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

/** A script that has been run. */
export interface Running<Exports> {
  readonly exports: Exports;
  /** Keeps what has been compiled of it, if it was run without; undefined where it need not. */
  readonly keep: (() => void) | undefined;
}

/**
 * Runs a script of the bundle, its name and its text, with what was compiled of it when it was last used for the same. The text is
 * one function of what it is given (scripts/build.mjs): put around it here, it would be in memory twice.
 */
export function runScript<Exports>(name: string, text: string, use: string): Running<Exports> {
  const cache = path.join(folder, `${MAQAL_SCRIPTS}-${use}-${process.versions.v8}-${process.arch}`);
  const cachedData = kept(cache);
  const script = new Script(text, {
    filename: path.join(import.meta.dirname, name),
    cachedData,
  });
  const module = { exports: {} as Exports };
  script.runInThisContext()(module, requireFor, (part: string) => import(part), import.meta.url);
  const isKept = cachedData !== undefined && !script.cachedDataRejected;
  return {
    exports: module.exports,
    keep: isKept || process.env.NODE_DISABLE_COMPILE_CACHE ? undefined : () => keep(script, cache),
  };
}

/**
 * What an earlier start has compiled, or undefined. V8 runs what it is given: of a damaged file the program would die. So
 * it is kept twice over, and is used where both are the same: a hash would take 1.7 ms of every first page, most of them for
 * loading Node's cryptography.
 */
function kept(cache: string): Buffer | undefined {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(cache, 'r');
    const stats = fstatSync(descriptor);
    if (!isOwn(stats)) return undefined;
    const code = Buffer.allocUnsafeSlow(stats.size >> 1);
    if (code.length === 0 || readSync(descriptor, code) < code.length) return undefined;
    // The second in pieces: it is needed for nothing else.
    const piece = Buffer.allocUnsafe(1 << 16);
    for (let at = 0; at < code.length; at += piece.length) {
      const length = readSync(descriptor, piece);
      if (!piece.subarray(0, length).equals(code.subarray(at, at + piece.length))) return undefined;
    }
    return code;
  } catch {
    // The first start of this version.
    return undefined;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

function keep(script: Script, cache: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    for (const name of readdirSync(folder))
      if (!name.startsWith(MAQAL_SCRIPTS)) rmSync(path.join(folder, name), { force: true });
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
