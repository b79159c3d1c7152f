// Opens and analyzes articles in a worker. For the library it packs them too; the thread that has the library writes them
// down.
import { parentPort } from 'node:worker_threads';
import { analyze } from '../../analysis/analyze.ts';
import { type AnalysisJson, analysisJson } from '../../analysis/views/json.ts';
import { SourceError, type SourceProblem } from '../../article/model/problem.ts';
import { type OpenOptions, openArticle } from '../../article/open.ts';
import { type StoredArticle, unpack } from '../../store/library/passage.ts';
import { type Found, foundIn, type Prepared, prepare } from '../../store/library/prepared.ts';

/**
 * A source, and what is wanted of it: the article made ready for the library, with what is found in it or, `text`, without; or
 * what `analyze --json` prints.
 */
export interface SourceTask {
  readonly want: 'library' | 'text' | 'json';
  readonly source: string;
  /** What the file looked like when it was met. */
  readonly stamp: string;
  readonly options: OpenOptions;
}

/** A text of the library that is to be analyzed. */
export interface KeptTask {
  readonly want: 'found';
  readonly id: number;
  readonly source: string;
  readonly text: StoredArticle;
}

export type Task = SourceTask | KeptTask;

/** What came of it, or why there is nothing. */
export type Outcome =
  | { readonly prepared: Prepared; readonly letters: number }
  | { readonly json: AnalysisJson }
  /** Null if the text is damaged. */
  | { readonly found: Found | null }
  | { readonly problem: SourceProblem };

async function outcomeOf(task: Task): Promise<Outcome> {
  if (task.want === 'found') {
    const article = unpack(revivedText(task.text), task.source);
    return { found: article ? foundIn(analyze(article)) : null };
  }
  const { want, source, stamp, options } = task;
  try {
    const article = await openArticle(source, options);
    if (want === 'json') return { json: analysisJson(article, analyze(article)) };
    return {
      prepared: prepare(article, source, want === 'text' ? null : analyze(article), stamp),
      letters: article.text.length,
    };
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    return { problem: error.problem };
  }
}

/** A text as it was before it came from another thread: a Buffer arrives as a Uint8Array. */
function revivedText({ body, passages }: StoredArticle): StoredArticle {
  return {
    body: Buffer.from(body),
    passages: passages.map(({ start, content }) => ({ start, content: Buffer.from(content) })),
  };
}

/** The bytes in what came of a task, each in memory of its own, which is handed over: else all that they are a part of is copied. */
function handedOver(outcome: Outcome): { outcome: Outcome; memory: ArrayBuffer[] } {
  const memory: ArrayBuffer[] = [];
  const own = (bytes: Buffer): Buffer => {
    const alone = new Uint8Array(bytes);
    memory.push(alone.buffer);
    return Buffer.from(alone.buffer);
  };
  const ownFound = (found: Found | null) => found && { ...found, content: own(found.content) };
  if ('found' in outcome) return { outcome: { found: ownFound(outcome.found) }, memory };
  if (!('prepared' in outcome)) return { outcome, memory };
  const { prepared } = outcome;
  const { body, passages } = prepared.packed;
  const packed = {
    body: own(body),
    passages: passages.map((passage) => ({ ...passage, content: own(passage.content) })),
  };
  const found = ownFound(prepared.found);
  return { outcome: { ...outcome, prepared: { ...prepared, packed, found } }, memory };
}

parentPort?.on('message', async ({ number, task }: { number: number; task: Task }) => {
  const { outcome, memory } = handedOver(await outcomeOf(task));
  parentPort!.postMessage({ number, result: outcome }, memory);
});
