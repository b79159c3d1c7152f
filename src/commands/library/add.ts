// `maqal library add`: articles from files, folders and addresses into the library, analyzed on the way by all cores.
import type { Problem } from '../../reader/words/problem.ts';
import type { Settings } from '../../settings/configuration.ts';
import { libraryPlace } from '../../settings/folders.ts';
import { type Options, openOptions } from '../../settings/options.ts';
import { tellProblem } from '../../settings/tell.ts';
import type { Library, Prepared } from '../../store/library/library.ts';
import { openLibrary } from '../../store/library/open.ts';
import { lastingSource } from '../../store/memory/memory.ts';
import { isTerminal, writeLine } from '../../terminal/lines.ts';
import { namedSources } from '../many/names.ts';
import { inPool } from '../many/pool.ts';
import { walk } from '../many/walk.ts';
import type { Outcome, SourceTask } from '../many/worker.ts';
import { failure } from '../run.ts';
import type { LibraryOptions } from './options.ts';
import { Progress } from './progress.ts';

/** Articles, and code units of text, that are written in one transaction at most; and milliseconds that one waits. */
const batch = 256;
const batchLetters = 1 << 23;
const batchTime = 2000;

/** What is said of a run when it ends. */
interface Sum {
  kept: number;
  unchanged: number;
  failed: number;
}

/** Exit status after Ctrl-C: 128 and the number of SIGINT, as shells have it. */
const interrupted = 130;

/**
 * Puts sources into the library: files, folders with all below them, addresses; what is there and unchanged is passed
 * over. Ctrl-C keeps what is done; the same command then goes on. Gives the exit status: 2 if a source could not be read.
 */
export async function add(names: readonly string[], { options }: Settings): Promise<number> {
  const { filesFrom } = options as LibraryOptions;
  const library = await openLibrary(libraryPlace(options), (notice) => tellProblem(notice, null, options));
  const stop = new AbortController();
  const interrupt = (): void => stop.abort();
  process.once('SIGINT', interrupt);
  try {
    const total = isTerminal(process.stderr) && filesFrom === undefined ? counting(names, stop.signal) : null;
    const sum = await addAll(library, names, options, stop.signal, () => total?.() ?? null);
    return stop.signal.aborted ? interrupted : sum.failed > 0 ? failure : 0;
  } finally {
    process.off('SIGINT', interrupt);
    // Ends the counting too.
    stop.abort();
    await library.close();
  }
}

/** Counts the sources behind some names beside other work; gives what gives their number, null until all are counted. */
function counting(names: readonly string[], signal: AbortSignal): () => number | null {
  let total: number | null = null;
  void (async () => {
    let count = 0;
    for await (const _ of walk(names)) {
      if (signal.aborted) return;
      count++;
    }
    total = count;
  })().catch(() => {
    // The same fault is met, and told, where the sources are read.
  });
  return () => total;
}

async function addAll(
  library: Library,
  names: readonly string[],
  options: Options,
  signal: AbortSignal,
  total: () => number | null,
): Promise<Sum> {
  const { later, filesFrom } = options as LibraryOptions;
  const want = later ? 'text' : 'library';
  const sum: Sum = { kept: 0, unchanged: 0, failed: 0 };
  const progress = new Progress(
    () => describe(sum),
    () => ({ done: sum.kept + sum.unchanged + sum.failed, total: total() }),
  );
  const waiting = new Batch(library, (count) => {
    sum.kept += count;
    progress.show();
  });
  const fail = (source: string, problem: Problem): void => {
    sum.failed++;
    progress.clear();
    tellProblem(problem, source, options);
  };

  async function* tasks(): AsyncGenerator<SourceTask> {
    for await (const found of walk(namedSources(names, filesFrom, fail))) {
      if (signal.aborted) return;
      const source = lastingSource(found.source) ?? found.source;
      if ('problem' in found) fail(found.source, found.problem);
      else if ((await library.stamp(source)) === found.stamp) sum.unchanged++;
      else yield { want, source, stamp: found.stamp, options: openOptions(options) };
      progress.show();
    }
  }

  await inPool<SourceTask, Outcome>(
    // Beside the bundle, where the build puts it.
    new URL('./article-worker.js', import.meta.url),
    tasks(),
    async (outcome, { source }) => {
      if ('problem' in outcome) fail(source, outcome.problem);
      else if ('prepared' in outcome) await waiting.put(outcome.prepared, outcome.letters);
    },
    ({ source }, error) => fail(source, { key: 'notAnalyzed', detail: String(error) }),
    signal,
  );
  await waiting.write();
  await library.settle();
  progress.clear();
  const how = signal.aborted ? '; stopped, the same command goes on from here' : '';
  writeLine(`maqal: ${describe(sum)}${how}`);
  return sum;
}

function describe({ kept, unchanged, failed }: Sum): string {
  const parts = [`${kept.toLocaleString('en')} kept`];
  if (unchanged > 0) parts.push(`${unchanged.toLocaleString('en')} there already`);
  if (failed > 0) parts.push(`${failed.toLocaleString('en')} not readable`);
  return parts.join(', ');
}

/** Articles that wait to be written together: a transaction for each would wait for the disk each time. */
class Batch {
  private readonly library: Library;
  private readonly written: (count: number) => void;
  private articles: Prepared[] = [];
  private letters = 0;
  private since = 0;

  constructor(library: Library, written: (count: number) => void) {
    this.library = library;
    this.written = written;
  }

  async put(article: Prepared, letters: number): Promise<void> {
    if (this.articles.length === 0) this.since = performance.now();
    this.articles.push(revived(article));
    this.letters += letters;
    const isFull = this.articles.length >= batch || this.letters >= batchLetters;
    if (isFull || performance.now() - this.since > batchTime) await this.write();
  }

  async write(): Promise<void> {
    if (this.articles.length === 0) return;
    // What comes meanwhile is written by the next.
    const { articles } = this;
    this.articles = [];
    this.letters = 0;
    await this.library.keepAll(articles);
    this.written(articles.length);
  }
}

/** An article as it was before it came from a worker: a Buffer arrives as a Uint8Array. */
function revived(article: Prepared): Prepared {
  const bytes = (content: Uint8Array): Buffer =>
    Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const { packed, found } = article;
  return {
    ...article,
    packed: {
      body: bytes(packed.body),
      passages: packed.passages.map((passage) => ({ ...passage, content: bytes(passage.content) })),
    },
    found: found && { ...found, content: bytes(found.content) },
  };
}
