// The queue of kept texts that are still to be analyzed: any number of workers take from it, each text is given to one at a
// time, and a worker that ends in the middle gives back what it had.
import type { StoredArticle } from './passage.ts';
import type { Found } from './prepared.ts';

/** Texts that a worker has taken to analyze. Nobody else has them until it ends the claim, or itself. */
export interface Claim {
  readonly texts: readonly ClaimedText[];
  /** Writes down what was found, by the numbers of the texts; those that could not be analyzed are not given out again. */
  readonly finish: (found: ReadonlyMap<number, Found>, failed: readonly number[]) => Promise<void>;
  /** Gives the texts back. */
  readonly release: () => Promise<void>;
}

export interface ClaimedText {
  readonly id: number;
  readonly source: string;
  /** Undefined where a part of it is missing. */
  readonly text: StoredArticle | undefined;
}
