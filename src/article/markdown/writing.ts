// An article as Markdown that opens as the same article again: what `maqal print` gives to a pipe where the article has
// more than paragraphs. Only what would be read otherwise is escaped.

import type { Isolate } from '../../text/isolate.ts';
import type { Span } from '../../text/span.ts';
import { boxes } from '../assembly/lists.ts';
import type { Article, Block, Emphasis } from '../model/article.ts';
import { cellSpans } from '../model/cells.ts';
import { startingIn } from '../model/stretches.ts';

/** Whether an article has a structure that its bare text would not show. */
export function isStructured({ blocks, emphasis = [] }: Article): boolean {
  return (
    emphasis.length > 0 ||
    blocks.some(
      ({ kind, quotes, level = 1 }) => quotes || structures.has(kind) || (kind === 'heading' && level > 1),
    )
  );
}

const structures: ReadonlySet<Block['kind']> = new Set(['item', 'row', 'code', 'quotation']);

/** The Markdown of an article, block by block, each with the empty line behind it. */
export function* markdownOf(article: Article): Generator<string> {
  yield frontMatter(article);
  /** Where the text of an item begins, in columns, for each list that is open. */
  const columns: number[] = [];
  for (const [index, block] of article.blocks.entries()) {
    const next = article.blocks[index + 1];
    const isTight =
      next?.kind === block.kind && (block.kind === 'row' || (block.kind === 'item' && next.marker));
    // A quote ends the lists that it stands in.
    const before = article.blocks[index - 1];
    if (!block.hang || (before?.quotes ?? 0) !== (block.quotes ?? 0)) columns.length = 0;
    const { first, rest } = indents(block, columns);
    const quote = '> '.repeat(block.quotes ?? 0);
    const lines = linesOf(article, index);
    const text = lines.map((line, at) =>
      `${quote}${at === 0 ? first : line === '' ? '' : rest}${line}`.trimEnd(),
    );
    const isEnd = block.table !== undefined && next?.table !== block.table;
    const gap = !next || (isTight && !isEnd) ? '' : `${commonQuote(block, next)}\n`;
    yield `${text.join('\n')}\n${gap}`;
  }
}

/** Two blocks of one quote are parted inside it. */
function commonQuote(block: Block, next: Block): string {
  return '> '.repeat(Math.min(block.quotes ?? 0, next.quotes ?? 0)).trimEnd();
}

function frontMatter({ title, author, site, date, language, direction }: Article): string {
  const fields = {
    title,
    author,
    site,
    date,
    language: language === 'und' ? undefined : language,
    direction,
  };
  const lines = Object.entries(fields).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}: ${JSON.stringify(value)}\n`],
  );
  return `---\n${lines.join('')}---\n\n`;
}

/** What stands before the first line of a block and before the others. */
function indents(block: Block, columns: number[]): { first: string; rest: string } {
  if (!block.hang) return { first: '', rest: '' };
  const level = block.kind === 'item' ? (block.level ?? 1) : columns.length;
  const around = columns[Math.min(level, columns.length + 1) - 2] ?? 0;
  if (block.marker === undefined) {
    const own = ' '.repeat(columns[Math.min(level, columns.length) - 1] ?? 0);
    return { first: own, rest: own };
  }
  const marker = markers[block.marker] ?? (/^\[(\d+)\]$/.exec(block.marker) ? '' : block.marker);
  const listed = marker === '' ? '' : `${marker} `;
  columns.length = Math.max(0, Math.min(level - 1, columns.length));
  columns.push(around + (marker.startsWith('-') ? 2 : listed.length));
  return { first: ' '.repeat(around) + listed, rest: ' '.repeat(columns.at(-1)!) };
}

const markers: Readonly<Record<string, string>> = {
  '•': '-',
  [boxes.open]: '- [ ]',
  [boxes.done]: '- [x]',
};

/** The lines of a block, without what stands before them. */
function linesOf(article: Article, index: number): string[] {
  const block = article.blocks[index]!;
  const { kind, span, level = 1, marker } = block;
  const text = article.text.slice(span.start, span.end);
  switch (kind) {
    case 'title':
      return [headingLine(1, inline(article, span, ' '))];
    case 'heading':
      return [headingLine(Math.min(6, level), inline(article, span, ' '))];
    case 'code': {
      const fence = '`'.repeat(Math.max(3, longest(text, /`+/g) + 1));
      return [fence, ...text.split(/\n|\u2028/), fence];
    }
    case 'row':
      return rowLines(article, index);
    case 'aside':
      if (/^\* \* \*$/.test(text)) return ['* * *'];
  }
  const note = /^\[(\d+)\]$/.exec(marker ?? '');
  const words = startEscaped(inline(article, span, '\\\n'));
  return (note ? `\\[${note[1]}\\] ${words}` : words).split('\n');
}

/** Number signs at the end of a heading are of it, not of the Markdown. */
function headingLine(level: number, words: string): string {
  return `${'#'.repeat(level)} ${words.replace(/#+$/, '\\$&')}`;
}

function longest(text: string, pattern: RegExp): number {
  return Math.max(0, ...(text.match(pattern) ?? []).map((found) => found.length));
}

/** A row, with the line below the names of the columns behind the first one: without names, they are empty. */
function rowLines(article: Article, index: number): string[] {
  const block = article.blocks[index]!;
  const { first, columns } = article.tables![block.table!]!;
  const cells = cellSpans(article.text, block).map((span) =>
    inline(article, span, '<br>').replaceAll('|', '\\|'),
  );
  const row = (words: readonly string[]) => `| ${columns.map((_, at) => words[at] ?? '').join(' | ')} |`;
  if (index > first) return [row(cells)];
  const dashes = { left: ':---', center: ':---:', right: '---:' };
  const line = row(columns.map(({ align }) => (align ? dashes[align] : '---')));
  return block.header ? [row(cells), line] : [row([]), line, row(cells)];
}

/** A mark or a tag at a place of the text. */
interface Tag {
  readonly at: number;
  readonly text: string;
}

/** The words of a stretch with their marks, line ends as `lineEnd`. */
function inline(article: Article, span: Span, lineEnd: string): string {
  const { text } = article;
  const code = startingIn(article.emphasis ?? [], span).filter((one) => isPlainCode(article, one));
  const isCode = (at: number) => code.some(({ start, end }) => start <= at && at < end);
  const tags = tagsOf(article, span);
  let written = '';
  let at = span.start;
  const upTo = (end: number) => {
    for (; at < end; at++) {
      const unit = text[at]!;
      if (unit === '\u2028') written += lineEnd;
      else written += isCode(at) ? unit : escaped(text, at, span);
    }
  };
  for (const tag of tags) {
    upTo(tag.at);
    written += tag.text;
  }
  upTo(span.end);
  return written;
}

/** Whether a stretch is code that has nothing in it but letters, which then stand as they are. */
function isPlainCode(
  { text, emphasis = [], isolates = [] }: Article,
  { start, end, role }: Emphasis,
): boolean {
  if (role !== 'code' || text.slice(start, end).includes('\u2028')) return false;
  const inner = [...startingIn(emphasis, { start, end }), ...startingIn(isolates, { start, end })];
  return inner.every(
    (one) =>
      one.start === start &&
      one.end === end &&
      !('overrides' in one) &&
      !('role' in one && one.role !== 'code'),
  );
}

/** The marks in a stretch, in the order in which they are written. */
function tagsOf(article: Article, span: Span): Tag[] {
  const stretches = [
    ...startingIn(article.emphasis ?? [], span).map((one) => ({
      ...one,
      marks: marksOf(article, one, span),
    })),
    ...startingIn(article.isolates ?? [], span)
      .filter((isolate) => isWritten(article, isolate))
      .map((one) => ({ ...one, marks: isolateTags(one) })),
  ].sort((one, other) => one.start - other.start || other.end - one.end);
  const tags: Tag[] = [];
  const open: { end: number; close: string }[] = [];
  const close = (at: number) => {
    while (open.length > 0 && open.at(-1)!.end <= at) {
      const { end, close: text } = open.pop()!;
      tags.push({ at: end, text });
    }
  };
  for (const [index, { start, end, marks }] of stretches.entries()) {
    close(start);
    const same = stretches[index - 1];
    if (same?.start === start && same.end === end && same.marks[0] === marks[0]) continue;
    // What crosses a border has no mark.
    if ((open.at(-1)?.end ?? span.end) < end) continue;
    tags.push({ at: start, text: marks[0] });
    open.push({ end, close: marks[1] });
  }
  close(span.end);
  return tags;
}

/** Isolates that nothing else in the Markdown makes: code and addresses are isolated anyway. */
function isWritten({ emphasis = [], text }: Article, isolate: Isolate): boolean {
  if (
    startingIn(emphasis, isolate).some(
      ({ role, start, end }) => role === 'code' && start === isolate.start && end === isolate.end,
    )
  )
    return false;
  return (
    isolate.direction !== 'ltr' ||
    isolate.overrides ||
    !/^https?:\/\/\S+$/i.test(text.slice(isolate.start, isolate.end))
  );
}

function isolateTags({ direction, overrides }: Isolate): [string, string] {
  return overrides ? [`<bdo dir="${direction}">`, '</bdo>'] : [`<bdi dir="${direction}">`, '</bdi>'];
}

const marks = { strong: '**', emphasis: '*', deleted: '~~' } as const;
const elements = { strong: 'strong', emphasis: 'em', deleted: 'del', code: 'code' } as const;

/** Marks, where CommonMark surely takes them for such; elsewhere, as inside a word, elements. */
function marksOf(article: Article, stretch: Emphasis, span: Span): [string, string] {
  const { text } = article;
  const { start, end, role } = stretch;
  const inside = text.slice(start, end);
  if (isPlainCode(article, stretch)) {
    const fence = '`'.repeat(longest(inside, /`+/g) + 1);
    const pad = /^`|`$|^ .* $/.test(inside) ? ' ' : '';
    return [fence + pad, pad + fence];
  }
  const before = start === span.start ? ' ' : text[start - 1]!;
  const after = end === span.end ? ' ' : text[end]!;
  const isSafe =
    startingIn(article.emphasis ?? [], stretch).length === 1 &&
    /^\s$/.test(before) &&
    /^[\s.,;:!?،؛؟]$/.test(after) &&
    /^[\p{L}\p{N}]/u.test(inside) &&
    /[\p{L}\p{N}]$/u.test(inside);
  const name = elements[role];
  const mark = role === 'code' ? '' : marks[role];
  return isSafe && mark !== '' ? [mark, mark] : [`<${name}>`, `</${name}>`];
}

/** A code unit of prose as Markdown writes it. */
function escaped(text: string, at: number, span: Span): string {
  const unit = text[at]!;
  const before = at === span.start ? ' ' : text[at - 1]!;
  const after = at + 1 < span.end ? text[at + 1]! : ' ';
  switch (unit) {
    case '\\':
    case '`':
    case '*':
    case '[':
    case ']':
    case '<':
      return `\\${unit}`;
    case '_':
      return /[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after) ? unit : `\\${unit}`;
    case '~':
      return before === '~' || after === '~' ? `\\${unit}` : unit;
    case '&':
      return /^&(?:#?\w+);/.test(text.slice(at, at + 40)) ? '\\&' : unit;
  }
  return unit;
}

/** Words that would begin another block. */
function startEscaped(words: string): string {
  return words
    .split('\n')
    .map((line) =>
      line
        .replace(/^(?:#{1,6}(?=\s|$)|>|[-+=](?=\s|$)|-{2,}$|={2,}$|~{3,}|\|)/, '\\$&')
        .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2'),
    )
    .join('\n');
}
