// An article as Markdown that opens as the same article again: what `maqal print` gives to a pipe where the article has
// more than paragraphs. Only what would be read otherwise is escaped; what Markdown cannot say is said in HTML.

import type { Direction } from '../../text/direction.ts';
import type { Article, Block } from '../model/article.ts';
import { oneLine } from '../model/one-line.ts';
import { Nesting } from './nesting.ts';
import { linesOf } from './written-blocks.ts';
import { declarationsOf } from './written-directions.ts';
import { withWrittenLinks } from './written-links.ts';
import { isWritten } from './written-words.ts';

/** Whether an article has a structure that its bare text would not show. */
export function isStructured(article: Article): boolean {
  const { blocks, emphasis = [], isolates = [] } = article;
  return (
    (withWrittenLinks(article).links ?? []).length > 0 ||
    emphasis.length > 0 ||
    isolates.some((isolate) => isWritten(article, isolate)) ||
    blocks.some(
      ({ kind, quotes, lists, level = 1 }) =>
        quotes || lists || structures.has(kind) || (kind === 'heading' && level > 1),
    )
  );
}

const structures: ReadonlySet<Block['kind']> = new Set(['item', 'row', 'code', 'quotation']);

/** The Markdown of an article, block by block. */
export function* markdownOf(read: Article): Generator<string> {
  const article = withWrittenLinks(read);
  const declared = declarationsOf(article);
  yield frontMatter(article, declared.direction);
  const nesting = new Nesting();
  for (const [index, block] of article.blocks.entries()) {
    const lines = nesting.before(block, declared.blocks[index]);
    lines.push(...nesting.lines(linesOf(article, index)));
    yield `${lines.join('\n')}\n`;
  }
  for (const line of nesting.end()) yield `${line}\n`;
}

function frontMatter(article: Article, direction: Direction | undefined): string {
  const { text, blocks, title, author, site, date, language } = article;
  const first = blocks.find(({ kind }) => kind === 'title')?.span;
  const fields = {
    // A title that stands nowhere in the text was made of its first words.
    title: first && oneLine(text.slice(first.start, first.end)) === title ? title : undefined,
    author,
    site,
    date,
    language: language === 'und' ? undefined : language,
    direction,
  };
  const lines = Object.entries(fields).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}: ${JSON.stringify(value)}\n`],
  );
  return lines.length === 0 ? '' : `---\n${lines.join('')}---\n\n`;
}
