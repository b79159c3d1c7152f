import type { Direction } from '../../text/direction.ts';
import { letterDirection } from '../../text/direction.ts';
import { proseOf } from '../assembly/assembly.ts';
import { type Directed, directionsOf } from '../assembly/block-directions.ts';
import { textDirection } from '../assembly/direction.ts';
import type { Article } from '../model/article.ts';
import { directionOf, toldDirection } from '../model/language.ts';
import { startingIn } from '../model/stretches.ts';

/** What a document declares of directions. */
export interface Declarations {
  /** For the whole of it; undefined where its letters tell. */
  readonly direction: Direction | undefined;
  /** For each block, where its letters and that of the whole would tell another. */
  readonly blocks: readonly (Direction | 'auto' | undefined)[];
}

/** The fewest declarations by which the blocks of an article have the directions they have. */
export function declarationsOf(article: Article): Declarations {
  const { text, blocks, language, direction } = article;
  const prose = proseOf(blocks.map(({ kind, span }) => ({ kind, text: text.slice(span.start, span.end) })));
  const told = toldDirection(direction, prose);
  const untold = textDirection(prose) ?? directionOf(language) ?? letterDirection(text) ?? 'ltr';
  const ways = [
    ...(told ? [{ direction: told, blocks: ownDirections(article, told, told) }] : []),
    { direction: undefined, blocks: ownDirections(article, untold, undefined) },
  ];
  const count = (way: Declarations) => way.blocks.filter((own) => own !== undefined).length;
  return ways.reduce((best, way) =>
    (way.direction ?? untold) === direction && count(way) < count(best) ? way : best,
  );
}

/** Rounds of declaring: what one item of a list declares may change the side of the others. */
const rounds = 4;

/** What each block has to declare in a document of a direction. */
function ownDirections(
  article: Article,
  around: Direction,
  inherited: Direction | undefined,
): Declarations['blocks'] {
  const { text, blocks, emphasis = [], tables = [] } = article;
  const directed = blocks.map(
    ({ kind, span, lists }): Directed & { direction?: Direction | 'auto' | undefined } => ({
      kind,
      span,
      lists,
      silent: startingIn(emphasis, span).filter(({ role }) => role === 'code'),
    }),
  );
  const declare = (index: number, own: Direction | 'auto') => {
    const { first, end } = tables[blocks[index]!.table ?? -1] ?? { first: index, end: index + 1 };
    for (let at = first; at < end; at++) directed[at] = { ...directed[at]!, direction: own };
  };
  for (const { first, direction } of tables) if (direction !== inherited) declare(first, direction ?? 'auto');
  for (let round = 0; round < rounds; round++) {
    let isRight = true;
    for (const [index, found] of directionsOf(text, directed, around, inherited, tables).entries()) {
      const { kind, direction, side = direction, table } = blocks[index]!;
      if (kind === 'code' || (found.direction === direction && found.side === side)) continue;
      if (table !== undefined && index > tables[table]!.first) continue;
      const tried = directed[index]!.direction;
      // Cells have a direction of their own where their table declares none; an item may be left-to-right and stand on
      // the other side with its list.
      const isFree = table !== undefined && tables[table]!.direction === undefined;
      const own = isFree && !tried ? 'auto' : tried === side ? direction : side;
      if (own === tried || (tried === direction && direction !== side)) continue;
      declare(index, own);
      isRight = false;
    }
    if (isRight) break;
  }
  return directed.map(({ direction }) => direction);
}
