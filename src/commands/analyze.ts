import type { Analysis } from '../analysis/analysis.ts';
import { analyze as analyse } from '../analysis/analyze.ts';
import { type AnalysisJson, analysisJson } from '../analysis/views/json.ts';
import { report } from '../analysis/views/report.ts';
import type { Article } from '../article/model/article.ts';
import type { Settings } from '../settings/configuration.ts';
import { interfaceLanguage } from '../settings/language.ts';
import { chosenModel, type Options } from '../settings/options.ts';
import { type Detection, detect } from '../terminal/identity/detection.ts';
import { isTerminal } from '../terminal/lines.ts';
import { outputModel } from '../terminal/models/models.ts';
import { encodeRow } from '../terminal/output/encode.ts';
import { plain } from '../terminal/output/style.ts';
import { baseDirection } from '../text/direction.ts';
import { layoutParagraph } from '../text/layout.ts';
import { write, writeJson, writeRows } from './output.ts';
import { failure } from './run.ts';
import { openEach } from './sources.ts';

/** Widest line of a report on a terminal where none is asked for, in cells. */
const widest = 80;

/**
 * Prints what articles hold (with `jsonl` or a list of files an object a line, each as soon as it is ready): a report to read, Markdown, or JSON. A source that cannot be read is told, and the others
 * are analysed. Gives the exit status.
 */
export async function analyze(
  sources: readonly string[],
  settings: Settings,
  { jsonl, filesFrom }: { readonly jsonl?: boolean; readonly filesFrom?: string } = {},
): Promise<number> {
  const { options, calibrated } = settings;
  // Standard input is this thread's alone.
  if (filesFrom !== undefined || (jsonl && sources.length > 1 && !sources.includes('-')))
    return (await import('./many/analyze-many.ts')).analyzeMany(sources, filesFrom, options);
  const detection = detect({ environment: process.env, calibrated, ...chosenModel(options) });
  const objects: AnalysisJson[] = [];
  let printed = 0;
  const read = await openEach(sources, options, async (article) => {
    const analysis = analyse(article);
    if (jsonl) return writeJson(analysisJson(article, analysis), 0);
    if (options.json) {
      objects.push(analysisJson(article, analysis));
      return true;
    }
    const text = lines(article, analysis, options, detection).join('\n');
    printed += 1;
    const put = isTerminal(process.stdout) ? writeRows : write;
    return put(printed === 1 ? `${text}\n` : `\n${text}\n`);
  });
  if (options.json && objects.length > 0) {
    await writeJson(sources.length === 1 ? objects[0] : objects);
  }
  return read ? 0 : failure;
}

/** The report in lines: on a terminal as that terminal wants them, on a pipe in logical order. */
function lines(article: Article, analysis: Analysis, options: Options, detection: Detection): string[] {
  const language = interfaceLanguage(options, article);
  const text = report(article, analysis, {
    interface: language,
    format: options.markdown ? 'markdown' : 'text',
  })
    .trimEnd()
    .split('\n');
  if (!isTerminal(process.stdout)) return text;
  const { columns } = process.stdout;
  const model = outputModel(detection.printed, detection.background);
  const width = options.width ?? Math.min(columns || widest, widest);
  return text.flatMap((line) =>
    layoutParagraph(line, { width, direction: baseDirection(line, language === 'en' ? 'ltr' : 'rtl') }).map(
      (row) =>
        encodeRow(
          row.cells.map((cell) => ({ ...cell, style: plain })),
          model,
          detection.colors,
          columns,
        ),
    ),
  );
}
