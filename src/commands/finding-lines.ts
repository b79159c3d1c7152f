// Lines that a search writes, in the way of grep: on a terminal as that terminal wants them, on a pipe in logical order.
import type { Article } from '../article/model/article.ts';
import { paint, type Tint } from '../panes/draw/paint.ts';
import { styleOf } from '../panes/draw/theme.ts';
import { type Finding, findingLine } from '../search/report.ts';
import type { Settings } from '../settings/configuration.ts';
import { chosenModel } from '../settings/options.ts';
import { detect } from '../terminal/identity/detection.ts';
import { isTerminal } from '../terminal/lines.ts';
import { outputModel } from '../terminal/models/models.ts';
import { blank } from '../terminal/output/blank.ts';
import { encodeRow } from '../terminal/output/encode.ts';
import { plain } from '../terminal/output/style.ts';
import { layoutLine } from '../text/layout.ts';
import { visible, visibleText } from '../text/visible.ts';

/** Longest line on a terminal, in cells. */
const widest = 4096;

/** How many paragraphs are shown around those with hits. */
export interface ContextSize {
  readonly before: number;
  readonly after: number;
}

/** What stands in a line: its place, and words of the article with the hit among them. */
interface Line {
  readonly place: string;
  readonly words: string;
  readonly hit: Tint | null;
  readonly direction: 'rtl' | 'ltr';
}

/** The lines of a search, ready to be written. */
export interface FinderLines {
  readonly named: (source: string) => string;
  readonly counted: (source: string, count: number) => string;
  /** A line a hit, with paragraphs around them; `--` between groups that do not touch, but before the first of a run. */
  readonly withContext: (
    article: Article,
    found: readonly Finding[],
    size: ContextSize,
    isFirst: boolean,
  ) => string[];
}

/** How lines are written for standard output as it is. */
export function finderLines({ options, calibrated }: Settings): FinderLines {
  const detection = detect({ environment: process.env, calibrated, ...chosenModel(options) });
  const model = outputModel(detection.printed, detection.background);
  const toTerminal = isTerminal(process.stdout);
  const written = (line: Line): string =>
    toTerminal
      ? encodeRow(drawn(line), model, detection.colors, process.stdout.columns)
      : visibleText(`${line.place} ${line.words}`.trimEnd());
  const hitLine = (article: Article, finding: Finding): string => {
    if (!toTerminal) return visibleText(findingLine(finding));
    const { source, paragraph, before, text, after } = finding;
    const style = styleOf('neutral', 'currentHit');
    return written({
      place: `${visible(source)}:${paragraph}:`,
      words: before + text + after,
      hit: { start: before.length, end: before.length + text.length, style },
      direction: directionOf(article, paragraph),
    });
  };
  const named = (place: string): string => written({ place, words: '', hit: null, direction: 'ltr' });
  return {
    named: (source) => named(visible(source)),
    counted: (source, count) => named(`${visible(source)}:${count}`),
    withContext(article, found, size, isFirst) {
      if (size.before + size.after === 0) return found.map((finding) => hitLine(article, finding));
      const lines: string[] = [];
      let last = isFirst ? 0 : -1;
      for (const paragraph of shownParagraphs(article, found, size)) {
        if (last !== 0 && paragraph !== last + 1) lines.push('--');
        last = paragraph;
        const hits = found.filter((finding) => finding.paragraph === paragraph);
        if (hits.length > 0) lines.push(...hits.map((finding) => hitLine(article, finding)));
        else lines.push(written(contextLine(article, found[0]!.source, paragraph)));
      }
      return lines;
    },
  };
}

/** The paragraphs with hits and those around them, in order, numbers from 1. */
function shownParagraphs(
  { blocks }: Article,
  found: readonly Finding[],
  { before, after }: ContextSize,
): number[] {
  const shown: number[] = [];
  for (const { paragraph } of found.toSorted((one, other) => one.paragraph - other.paragraph)) {
    // However many are asked for, each is looked at once.
    const last = Math.min(blocks.length, paragraph + after);
    for (let at = Math.max(paragraph - before, (shown.at(-1) ?? 0) + 1); at <= last; at += 1) shown.push(at);
  }
  return shown;
}

/** A paragraph without a hit: its place as grep writes it, `source-12-`, and the whole of it on one line. */
function contextLine(article: Article, source: string, paragraph: number): Line {
  const { span } = article.blocks[paragraph - 1]!;
  const words = visible(article.text.slice(span.start, span.end).replace(/\s+/gu, ' '));
  return {
    place: `${visible(source)}-${paragraph}-`,
    words,
    hit: null,
    direction: directionOf(article, paragraph),
  };
}

function directionOf(article: Article, paragraph: number): 'rtl' | 'ltr' {
  return article.blocks[paragraph - 1]?.direction ?? article.direction;
}

/** A line as cells: where it is, left to right, then its words in the article's direction. */
function drawn({ place, words, hit, direction }: Line) {
  const at = layoutLine(place, { width: widest, direction: 'ltr', align: 'none' });
  const row = paint(at, styleOf('neutral', 'soft'), []);
  if (words === '') return row;
  const line = layoutLine(words, { width: widest, direction, align: 'none' });
  return [...row, ...blank(1), ...paint(line, plain, hit ? [hit] : [])];
}
