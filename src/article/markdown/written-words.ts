// The words of a block as Markdown writes them: marks and elements for what is set off, and an escape before whatever would
// be read otherwise. As HTML, for what Markdown has no words for.

import type { Isolate } from '../../text/isolate.ts';
import type { Span } from '../../text/span.ts';
import { bareAddresses } from '../links/bare-address.ts';
import type { Article, Emphasis } from '../model/article.ts';
import { startingIn } from '../model/stretches.ts';
import { anchorElement, anchorsIn, isAutolink, linkElement, linkMarks, linksIn } from './written-links.ts';

/** A mark or a tag at a place of the text. */
interface Tag {
  readonly at: number;
  readonly text: string;
}

/** A stretch with what stands before and behind it. */
interface Marked extends Span {
  readonly marks: readonly [open: string, close: string];
}

/** How words are written: what ends a line in them, and whether as HTML. */
interface Way {
  readonly lineEnd: string;
  readonly isHtml?: boolean;
}

/** The words of a stretch with their marks. */
export function inline(article: Article, span: Span, { lineEnd, isHtml = false }: Way): string {
  const { text } = article;
  /** What stands as it is. */
  const plain: readonly Span[] = isHtml
    ? []
    : [
        ...startingIn(article.emphasis ?? [], span).filter((one) => isPlainCode(article, one)),
        ...linksIn(article, span).filter((link) => isPlainLink(article, link)),
      ];
  const isPlain = (at: number) => plain.some(({ start, end }) => start <= at && at < end);
  const tags = tagsOf(article, span, isHtml);
  let written = '';
  let at = span.start;
  const upTo = (end: number) => {
    for (; at < end; at++) {
      const unit = text[at]!;
      if (unit === '\u2028') written += lineEnd;
      else if (isHtml) written += unit === '&' ? '&amp;' : unit === '<' ? '&lt;' : unit;
      else written += isPlain(at) ? unit : escaped(text, at, span);
    }
  };
  for (const tag of tags) {
    upTo(tag.at);
    // `![` is a picture, and `^[` a note.
    if (tag.text === '[' && /[!^]$/.test(written)) written = `${written.slice(0, -1)}\\${written.at(-1)}`;
    written += tag.text;
  }
  upTo(span.end);
  return written;
}

/** Whether the words of a link are its address, with nothing in them but letters, which then stand as they are. */
function isPlainLink(article: Article, link: Span & { href: string }): boolean {
  return (
    isAutolink(article.text.slice(link.start, link.end), link.href) &&
    startingIn(article.emphasis ?? [], link).length === 0 &&
    !startingIn(article.isolates ?? [], link).some((one) => isWritten(article, one)) &&
    anchorsIn(article, link).every(({ offset }) => offset === link.start || offset === link.end)
  );
}

/** Whether a stretch is code that has nothing in it but letters, which then stand as they are. */
function isPlainCode(article: Article, { start, end, role }: Emphasis): boolean {
  const { text, emphasis = [], isolates = [] } = article;
  if (role !== 'code' || text.slice(start, end).includes('\u2028')) return false;
  if (linksIn(article, { start, end }).some((link) => link.start > start || link.end < end)) return false;
  if (anchorsIn(article, { start, end }).some(({ offset }) => offset > start && offset < end)) return false;
  const inner = [...startingIn(emphasis, { start, end }), ...startingIn(isolates, { start, end })];
  return inner.every(
    (one) =>
      one.start === start &&
      one.end === end &&
      !('direction' in one && (one.direction !== 'ltr' || one.overrides)) &&
      !('role' in one && one.role !== 'code'),
  );
}

/** The marks in a stretch, in the order in which they are written. */
function tagsOf(article: Article, span: Span, isHtml: boolean): Tag[] {
  const emphasis = startingIn(article.emphasis ?? [], span);
  const isolates = startingIn(article.isolates ?? [], span);
  const codes = emphasis.filter(({ role }) => role === 'code');
  /** The isolate that a stretch of code is itself: the innermost of its words that overrides nothing. */
  const own = new Map(
    codes.map((one) => [isolates.findLast((isolate) => !isolate.overrides && isSameSpan(isolate, one)), one]),
  );
  const marked = (one: Emphasis, isolate?: Isolate): Marked => ({
    ...one,
    marks: isHtml ? elementOf(one, isolate) : marksOf(article, one, span, isolate),
  });
  const stretches = [
    ...anchorsIn(article, span).map(
      ({ name, offset }): Marked => ({
        start: offset,
        end: offset,
        marks: [anchorElement(name), ''],
      }),
    ),
    ...linksIn(article, span).map((link): Marked => {
      const marks: Marked['marks'] = isPlainLink(article, link) ? ['<', '>'] : linkMarks(link.href);
      return { ...link, marks: isHtml ? linkElement(link.href) : marks };
    }),
    ...emphasis.filter((one) => one.role !== 'code' || own.get(undefined) === one).map((one) => marked(one)),
    ...isolates.flatMap((isolate): Marked[] => {
      const code = own.get(isolate);
      if (code) return [marked(code, isolate)];
      return isWritten(article, isolate) ? [{ ...isolate, marks: isolateTags(isolate) }] : [];
    }),
  ].sort(
    (one, other) =>
      one.start - other.start ||
      Number(one.end > one.start) - Number(other.end > other.start) ||
      other.end - one.end,
  );
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

/** Whether an isolate is one that nothing else in the Markdown makes: addresses are isolated anyway. */
export function isWritten({ text }: Article, { start, end, direction, overrides }: Isolate): boolean {
  if (direction !== 'ltr' || overrides === true) return true;
  return bareAddresses(text.slice(start, end))[0]?.span.end !== end - start;
}

function isSameSpan(one: Span, other: Span): boolean {
  return one.start === other.start && one.end === other.end;
}

function isolateTags({ direction, overrides }: Isolate): [string, string] {
  return overrides ? [`<bdo dir="${direction}">`, '</bdo>'] : [`<bdi dir="${direction}">`, '</bdi>'];
}

/** The element of a stretch that is set off. Code is left-to-right where it declares nothing. */
function elementOf({ role }: Emphasis, own: Isolate | undefined): [string, string] {
  const name = elements[role];
  return [own && own.direction !== 'ltr' ? `<${name} dir="${own.direction}">` : `<${name}>`, `</${name}>`];
}

const marks = { strong: '**', emphasis: '*', deleted: '~~' } as const;
const elements = { strong: 'strong', emphasis: 'em', deleted: 'del', code: 'code' } as const;

/** Marks, where CommonMark surely takes them for such; elsewhere, as inside a word, elements. */
function marksOf(
  article: Article,
  stretch: Emphasis,
  span: Span,
  own: Isolate | undefined,
): [string, string] {
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
  const mark = role === 'code' ? '' : marks[role];
  return isSafe && mark !== '' ? [mark, mark] : elementOf(stretch, own);
}

/** A code unit of prose as Markdown writes it. */
function escaped(text: string, at: number, span: Span): string {
  const unit = text[at]!;
  const before = at === span.start ? ' ' : text[at - 1]!;
  const after = at + 1 < span.end ? text[at + 1]! : ' ';
  // White space at the ends would be trimmed.
  if ((at === span.start || at + 1 === span.end) && unit.trim() === '' && unit !== ' ')
    return `&#${unit.charCodeAt(0)};`;
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

/** The length of the longest stretch that a pattern finds. */
export function longest(text: string, pattern: RegExp): number {
  return Math.max(0, ...(text.match(pattern) ?? []).map((found) => found.length));
}
