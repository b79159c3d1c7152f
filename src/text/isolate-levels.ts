import { B, BN, LRI, ON, PDI, RLI, S, WS } from './generated/bidi-class.ts';
import { plainLevels } from './plain-levels.ts';

/** max_depth of BD2. */
const deepest = 125;

/** An isolating run sequence (BD13) that is still being read: its level and where its characters stand. */
interface Sequence {
  readonly level: number;
  readonly places: number[];
}

const isInitiator = (name: number): boolean => name === LRI || name === RLI;

/**
 * Embedding levels of a paragraph with isolates but without embeddings and overrides. What stands in an isolate is then an
 * isolating run sequence of its own, and what stands around it another, in which its initiator and PDI are neutrals: each
 * is worked out as a paragraph would be, at its level (X5a to X6a, X10, BD13). `classes` and `codes` as for `plainLevels`,
 * no FSI among them.
 */
export function isolateLevels(classes: Uint8Array, codes: Uint16Array | undefined, base: 0 | 1): Uint8Array {
  const levels = new Uint8Array(classes.length);
  for (const { level, places } of sequencesOf(classes, base)) {
    const inside = Uint8Array.from(places, (place) => {
      const name = classes[place]!;
      return isInitiator(name) || name === PDI ? ON : name;
    });
    const brackets = codes && Uint16Array.from(places, (place) => codes[place]!);
    const parity = (level & 1) as 0 | 1;
    const found = plainLevels(inside, brackets, parity);
    places.forEach((place, index) => {
      levels[place] = found[index]! + level - parity;
    });
  }
  resetAtEnds(levels, classes, base);
  return levels;
}

/** The isolating run sequences of a paragraph. */
function sequencesOf(classes: Uint8Array, base: 0 | 1): Sequence[] {
  const all: Sequence[] = [{ level: base, places: [] }];
  const open: Sequence[] = [all[0]!];
  let overflowing = 0;
  for (let place = 0; place < classes.length; place++) {
    const name = classes[place]!;
    // A PDI without an isolate is a neutral where it stands.
    if (name === PDI && overflowing > 0) overflowing--;
    else if (name === PDI && open.length > 1) open.pop();
    const { level, places } = open[open.length - 1]!;
    places.push(place);
    if (!isInitiator(name)) continue;
    const next = name === RLI ? (level + 1) | 1 : (level + 2) & ~1;
    if (next > deepest || overflowing > 0) overflowing++;
    else {
      const inner = { level: next, places: [] };
      all.push(inner);
      open.push(inner);
    }
  }
  return all;
}

/** L1: separators, and white space and isolates' signs before them and at the end, at the level of the paragraph. */
function resetAtEnds(levels: Uint8Array, classes: Uint8Array, base: number): void {
  let isEnd = true;
  for (let place = classes.length - 1; place >= 0; place--) {
    const name = classes[place]!;
    if (name === S || name === B) isEnd = true;
    else if (name !== WS && name !== BN && name !== PDI && !isInitiator(name)) isEnd = false;
    if (isEnd) levels[place] = base;
  }
}
