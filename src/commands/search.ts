import type { Article } from '../article/model/article.ts';
import { paint, type Tint } from '../panes/draw/paint.ts';
import { styleOf } from '../panes/draw/theme.ts';
import { prefilterOf } from '../search/prefilter.ts';
import { type Finding, factFindings, findingLine, findings } from '../search/report.ts';
import { search as find } from '../search/search.ts';
import type { Settings } from '../settings/configuration.ts';
import { chosenModel } from '../settings/options.ts';
import { detect } from '../terminal/identity/detection.ts';
import { isTerminal } from '../terminal/lines.ts';
import { outputModel } from '../terminal/models/models.ts';
import { blank } from '../terminal/output/blank.ts';
import { encodeRow } from '../terminal/output/encode.ts';
import { plain } from '../terminal/output/style.ts';
import { layoutLine } from '../text/layout.ts';
import { visible } from '../text/visible.ts';
import { write, writeJson, writeRows } from './output.ts';
import { failure } from './run.ts';
import { openEach } from './sources.ts';

/** Longest line on a terminal, in cells. */
const widest = 4096;

/**
 * Looks for words in articles as grep does: a line a hit, on a terminal as that terminal wants it. A source that
 * cannot be read is told, and the others are searched. Gives the exit status: 0 found, 1 nothing found, 2 where a
 * source could not be read.
 */
export async function search(query: string, sources: readonly string[], settings: Settings): Promise<number> {
  const { options, calibrated } = settings;
  const detection = detect({ environment: process.env, calibrated, ...chosenModel(options) });
  const toTerminal = isTerminal(process.stdout);
  const model = outputModel(detection.printed, detection.background);
  const all: Finding[] = [];
  let found = 0;
  const read = await openEach(
    sources,
    options,
    async (article) => {
      const here = [...factFindings(article, query), ...findings(article, find(article, query))];
      found += here.length;
      if (options.json) all.push(...here);
      else {
        for (const finding of here) {
          const line = toTerminal
            ? encodeRow(drawn(finding, article), model, detection.colors, process.stdout.columns)
            : findingLine(finding);
          if (!(await (toTerminal ? writeRows : write)(`${line}\n`))) return false;
        }
      }
      return true;
    },
    prefilterOf(query),
  );
  if (options.json) await writeJson(all);
  return !read ? failure : found > 0 ? 0 : 1;
}

/** A finding as cells: where it is, left to right, then its words in the article's direction. */
function drawn(finding: Finding, article: Article) {
  const { source, paragraph, before, text, after } = finding;
  const direction = article.blocks[paragraph - 1]?.direction ?? article.direction;
  const place = layoutLine(`${visible(source)}:${paragraph}:`, {
    width: widest,
    direction: 'ltr',
    align: 'none',
  });
  const words = layoutLine(before + text + after, { width: widest, direction, align: 'none' });
  const hit: Tint = {
    start: before.length,
    end: before.length + text.length,
    style: styleOf('neutral', 'currentHit'),
  };
  return [...paint(place, styleOf('neutral', 'soft'), []), ...blank(1), ...paint(words, plain, [hit])];
}
