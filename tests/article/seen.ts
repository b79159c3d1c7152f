import type { Article } from '../../src/article/model/article.ts';
import { startingIn } from '../../src/article/model/stretches.ts';

const signs = { strong: '**', emphasis: '*', deleted: '~~', code: '`' } as const;

/**
 * An article as lines that a test can compare, one a block: its kind, level, quotes and lists, `←` where it is right-to-left, its marker, and its words
 * with all that stands in them: `[words](where)`, emphasis as Markdown has it, `⟨rtl:words⟩` for an isolate, `{#name}` for a
 * place, `⏎` for a line end.
 */
export function seen(article: Article): string[] {
  return article.blocks.map((block) => {
    const { kind, level = '', quotes = 0, lists = 0, direction, marker = '', header } = block;
    const about = [
      `${kind}${level}`,
      '>'.repeat(quotes),
      '-'.repeat(lists),
      header ? 'header' : '',
      direction === 'rtl' ? '←' : '',
      marker,
    ];
    return [...about, wordsWithMarks(article, block.span)].filter(Boolean).join(' ');
  });
}

function wordsWithMarks(article: Article, span: { start: number; end: number }): string {
  const { text, emphasis = [], isolates = [], links = [], anchors = [] } = article;
  const stretches = [
    ...links
      .filter((link) => link.span.start >= span.start && link.span.start < span.end)
      .map(({ span: { start, end }, href }) => ({ start, end, marks: ['[', `](${href})`] as const })),
    ...startingIn(emphasis, span).map(({ start, end, role }) => ({
      start,
      end,
      marks: [signs[role], signs[role]] as const,
    })),
    ...startingIn(isolates, span).map(({ start, end, direction, overrides }) => ({
      start,
      end,
      marks: [`⟨${direction}${overrides ? '!' : ''}:`, '⟩'] as const,
    })),
  ];
  let written = '';
  for (let at = span.start; at <= span.end; at++) {
    // Of two that end together the one that began last ends first; of two alike, the one that was named last.
    const ending = stretches.filter(({ end }) => end === at).toReversed();
    for (const { marks } of ending.sort((one, other) => other.start - one.start)) written += marks[1];
    if (at === span.end) break;
    for (const { name, offset } of anchors) if (offset === at) written += `{#${name}}`;
    const beginning = stretches.filter(({ start }) => start === at);
    for (const { marks } of beginning.sort((one, other) => other.end - one.end)) written += marks[0];
    written += text[at] === '\u2028' ? '⏎' : text[at];
  }
  return written;
}
