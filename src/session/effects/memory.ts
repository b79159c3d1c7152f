// What is remembered of articles: where one was in each, and which one was read last.
import type { Article } from '../../article/model/article.ts';
import type { Options } from '../../settings/options.ts';
import { isKeptOnly } from '../../store/library/entry.ts';
import type { Memory, Recalled } from '../../store/memory/memory.ts';
import { type Room, remembers } from '../room.ts';

/** What is recalled of an article: nothing if the user wants nothing remembered. */
export function recall(
  { options, memory }: { options: Options; memory: Memory },
  article: Article,
): Recalled {
  return remembers({ options }) ? memory.recall(article) : { remembered: null, broken: null };
}

/** Writes down that a source is the one that `maqal` alone opens again. */
export async function noteLast(room: Room, { source }: Article): Promise<void> {
  if (remembers(room) && !isKeptOnly(source)) await room.memory.noteSource(source).catch(() => {});
}
