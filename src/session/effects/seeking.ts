// Looks for what is typed in the prompt in a long text: the first hit is shown as soon as it is there, and all are counted, while
// keys are read.
import { withCount, withFirst } from '../../panes/prompt/reduce.ts';
import type { Hit } from '../../search/hit.ts';
import { firstFrom, searchFrom, searchNear } from '../../search/search.ts';
import { now } from '../clock.ts';
import type { Room } from '../room.ts';

/** How long keys wait for the search at most, in milliseconds, beside the part of the text that it is at. */
const slice = 8;

/** What gives a search for what the prompt has now, and ends the one before it. */
export function createSeeking({ store, leaving }: Pick<Room, 'store' | 'leaving'>): () => Promise<void> {
  let latest = 0;
  return async () => {
    const run = ++latest;
    const { article, prompt, searching } = store.get();
    const query = prompt?.text ?? '';
    if (query.trim() === '' || searching.includes('regex') || searching.includes('exact')) return;
    const isWanted = (): boolean => {
      const state = store.get();
      return run === latest && state.article === article && state.prompt?.text === query && !leaving.aborted;
    };
    const from = prompt!.place.offset;
    const options = Object.fromEntries(searching.map((toggle) => [toggle, true]));
    const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
    const near = searchNear(article, query, prompt!.place.block, options);
    const nearest = firstFrom(near, from);
    if (nearest < near.length) {
      store.update((state) => withFirst(state, query, near, nearest));
      // The page is drawn here: of a letter the part behind it would take eight times as long.
      await turn();
      if (!isWanted()) return;
    }
    let before = 0;
    let total = 0;
    let isShown = false;
    /** The first of the text, for where nothing is found behind the reader. */
    let first: readonly Hit[] = [];
    let since = now();
    for (const hits of searchFrom(article, query, from, options)) {
      const at = firstFrom(hits, from);
      before += at;
      total += hits.length;
      if (at > 0 && (first.length === 0 || hits[0]!.span.start < first[0]!.span.start)) first = hits;
      if (!isShown && at < hits.length) {
        isShown = true;
        // Near a part's end, what is near reaches further.
        if (hits.at(-1)!.span.end > (near.at(-1)?.span.end ?? 0))
          store.update((state) => withFirst(state, query, hits, at));
      }
      if (now() - since < slice) continue;
      // Keys that have come are read here.
      await turn();
      if (!isWanted()) return;
      since = now();
    }
    store.update((state) => {
      const there = isShown || first.length === 0 ? state : withFirst(state, query, first, 0);
      return withCount(there, query, { index: isShown ? before + 1 : Math.min(1, total), total });
    });
  };
}
