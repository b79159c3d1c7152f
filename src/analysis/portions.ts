// What one thread gives another in many small messages. A book, and what was found in it, is a hundred thousand small objects:
// in one message they would keep the thread that reads keys for 35 ms to write and 180 ms to read (10 MB, CPU).

/** Most items of a list in one message: a millisecond or two of the thread that reads it. */
const most = 400;

/** The next items of one of the lists of something. */
export interface Portion<Whole> {
  readonly list: keyof Whole;
  readonly items: readonly unknown[];
}

/** Something in parts: as it is but for its lists, which are empty, and what stands in them, portion by portion. */
export function parted<Whole extends object>(
  whole: Whole,
): { readonly head: Whole; readonly portions: Generator<Portion<Whole>, void> } {
  const lists = Object.entries(whole).filter((entry): entry is [string, unknown[]] =>
    Array.isArray(entry[1]),
  );
  function* portions(): Generator<Portion<Whole>, void> {
    for (const [name, items] of lists)
      for (let from = 0; from < items.length; from += most)
        yield { list: name as keyof Whole, items: items.slice(from, from + most) };
  }
  const empty = Object.fromEntries(lists.map(([name]) => [name, []]));
  return { head: { ...whole, ...empty }, portions: portions() };
}

/** Puts a portion where it belongs, in the head of another thread. */
export function put<Whole>(whole: Whole, { list, items }: Portion<Whole>): void {
  (whole[list] as unknown[]).push(...items);
}
