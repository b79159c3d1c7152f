import path from 'node:path';
import { analyze } from '../../src/analysis/analyze.ts';
import { openArticle } from '../../src/article/open.ts';
import { withAnalysis } from '../../src/panes/reducer.ts';
import { openReader, type ReaderState } from '../../src/reader/state/state.ts';
import type { Size } from '../../src/terminal/session.ts';

/** A reader on one of the articles that come with the program, analysed. */
export async function openSample(
  name: 'ar' | 'en' | 'fa' | 'he' | 'ur',
  size: Size = { columns: 100, rows: 30 },
  sidebar = true,
): Promise<ReaderState> {
  const article = await openArticle(path.resolve(import.meta.dirname, `../../content/${name}.md`));
  const preferences = {
    theme: 'dark',
    interface: name,
    tashkeel: 'keep',
    justify: false,
  } as const;
  return withAnalysis(openReader(article, size, preferences, sidebar), analyze(article));
}
