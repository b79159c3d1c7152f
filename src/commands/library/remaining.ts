// How long a run will still take, by how fast it has been lately.

/** Milliseconds that are looked back: what is there already goes a hundred times as fast as what is analyzed. */
const lookedBack = 30_000;

/** Milliseconds of work before anything is said. */
const soonest = 3_000;

/** Milliseconds between two measures that are kept. */
const apart = 500;

/** Says how much of a run is done, and how long the rest takes if it goes on as in the last half minute. */
export class Remaining {
  private readonly measures: { readonly at: number; readonly done: number }[] = [];

  /**
   * What is to be said when so many of `total` are done at a moment, in milliseconds; nothing until it is known well
   * enough, and nothing where `total` is null.
   */
  say(done: number, total: number | null, at: number): string {
    const { measures } = this;
    if (measures.length === 0 || at - measures.at(-1)!.at >= apart) measures.push({ at, done });
    while (measures.length > 2 && at - measures[1]!.at >= lookedBack) measures.shift();
    const [{ at: since, done: before }] = measures as [{ at: number; done: number }];
    if (total === null || total === 0 || at - since < soonest || done <= before || done > total) return '';
    const share = `${Math.floor((100 * done) / total)}%`;
    return `${share}, ${inWords(((total - done) * (at - since)) / (done - before))} left`;
  }
}

/** A time in milliseconds as one says it, never finer than it can be known. */
function inWords(time: number): string {
  const seconds = time / 1000;
  if (seconds < 10) return 'seconds';
  if (seconds < 90) return `${Math.round(seconds / 10) * 10} s`;
  const minutes = seconds / 60;
  return minutes < 90 ? `${Math.round(minutes)} min` : `${Math.round(minutes / 60)} h`;
}
