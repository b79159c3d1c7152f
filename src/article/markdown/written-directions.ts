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
  const cost = (way: Declarations) =>
    way.blocks.filter((own) => own !== undefined).length + dearest * tablesAmiss(article, way);
  return ways.reduce((best, way) =>
    (way.direction ?? untold) === direction && cost(way) < cost(best) ? way : best,
  );
}

/** What a table costs whose cells would be ordered otherwise: more than any number of declarations. */
const dearest = 1e6;

/** How many tables would declare what they do not, or not what they do. */
function tablesAmiss({ tables = [] }: Article, { direction: whole, blocks }: Declarations): number {
  return tables.filter(({ first, direction }) => {
    const declared = blocks[first] ?? whole;
    return (declared === 'auto' ? undefined : declared) !== direction;
  }).length;
}

/** Rounds of declaring: what one item of a list declares may change the side of the others. */
const rounds = 6;

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
    const found = directionsOf(text, directed, around, inherited, tables);
    const wrong = blocks.flatMap((block, index) => {
      const { kind, direction, side = direction, table } = block;
      const isRight = found[index]!.direction === direction && found[index]!.side === side;
      const isFirst = table === undefined || index === tables[table]!.first;
      return kind === 'code' || isRight || !isFirst ? [] : [index];
    });
    const undeclared = wrong.filter((index) => directed[index]!.direction === undefined);
    // What has declared something may be right once the others of its list have.
    for (const index of undeclared.length > 0 ? undeclared : wrong) {
      const own = nextDeclaration(article, index, directed[index]!.direction);
      if (own) declare(index, own);
    }
    if (wrong.length === 0) break;
  }
  return directed.map(({ direction }) => direction);
}

/** What a block may declare after it has declared something that is not enough. */
function nextDeclaration(
  { blocks, tables = [] }: Article,
  index: number,
  tried: Direction | 'auto' | undefined,
): Direction | 'auto' | undefined {
  const { direction, side = direction, table } = blocks[index]!;
  // Cells have a direction of their own where their table declares none.
  if (table !== undefined && tables[table]!.direction === undefined && !tried) return 'auto';
  // An item may be left-to-right and stand on the other side with its list.
  if (tried === side) return direction === side ? undefined : direction;
  return tried === direction ? undefined : side;
}
