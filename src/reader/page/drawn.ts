import type { Article } from '../../article/model/article.ts';
import { drawnRows, isDrawable } from '../../text/drawn.ts';
import { longestPiece } from '../../text/pieces.ts';
import { isParted, paragraphOptions, roomOf, type Setting, titleIndex } from './rows.ts';

/**
 * The rows of a block as strings of what is drawn, the blank row behind it included. Gives false, and no row, for a block
 * that is more than a paragraph of letters: `sectionRows` has those.
 */
export function* drawnBlock(article: Article, index: number, setting: Setting): Generator<string, boolean> {
  const block = article.blocks[index]!;
  const { start, end } = block.span;
  const { indent, room } = roomOf(block, setting.width);
  if (indent > 0 || block.table !== undefined || setting.justify || index === titleIndex(article))
    return false;
  if (end - start > longestPiece || !isDrawable(article.text, start, end)) return false;
  yield* drawnRows(article.text, paragraphOptions(article, block, block.span, room, setting));
  const next = article.blocks[index + 1];
  if (next && isParted(block, next)) yield '';
  return true;
}
