import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';

/** A program of its own that uses a library. */
export interface Visit {
  readonly child: ChildProcess;
  /** The lines it has written so far. */
  readonly lines: string[];
  readonly ended: Promise<void>;
}

export interface VisitOptions {
  /** A command that is run with the program behind it. */
  readonly through?: readonly string[];
  /** Who the program becomes before it opens the library. */
  readonly uid?: number;
}

/**
 * Makes the program in `visitor.ts` ready, with the store or without: gives a function that starts it, and one that
 * removes it.
 */
export async function visitors(hasStore = true) {
  const folder = mkdtempSync(path.join(tmpdir(), 'maqal-visitor-'));
  chmodSync(folder, 0o755);
  // Else the store, which is no part of a bundle, would not be found.
  if (hasStore)
    symlinkSync(
      path.resolve(import.meta.dirname, '../../../../node_modules'),
      path.join(folder, 'node_modules'),
    );
  const program = path.join(folder, 'visitor.mjs');
  await build({
    entryPoints: [path.join(import.meta.dirname, 'visitor.ts')],
    outfile: program,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
  });
  return {
    visit(library: string, name: string, count: number, { through = [], uid }: VisitOptions = {}): Visit {
      const [command, ...words] = [...through, process.execPath, program, library, name, String(count)];
      const child = spawn(command!, words, {
        stdio: ['ignore', 'pipe', 'inherit'],
        env: { ...process.env, ...(uid === undefined ? {} : { MAQAL_VISITOR: String(uid) }) },
      });
      const lines: string[] = [];
      let rest = '';
      child.stdout!.setEncoding('utf8').on('data', (data: string) => {
        const parts = (rest + data).split('\n');
        rest = parts.pop()!;
        lines.push(...parts);
      });
      return { child, lines, ended: new Promise((resolve) => child.on('close', () => resolve())) };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
