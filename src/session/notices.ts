import path from 'node:path';
import type { SourceError } from '../article/model/problem.ts';
import type { Notice } from '../reader/state/state.ts';

/** What the reader is to know of a source that cannot be opened. */
export function failed({ source, problem }: SourceError) {
  return { key: 'problem', about: source, problem } as const satisfies Notice;
}

/** What the reader is to know of a file about an article that could not be read, and was set aside. */
export function setAsideAs(broken: string): Notice {
  return { key: 'setAside', file: path.basename(broken) };
}
