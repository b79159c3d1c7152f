// `maqal export SOURCE --format F`: what one article holds, and what the user has marked in it, for other programs.
import type { Analysis } from '../analysis/analysis.ts';
import { analyze } from '../analysis/analyze.ts';
import { report } from '../analysis/views/report.ts';
import { timeline } from '../analysis/views/timeline.ts';
import type { Article } from '../article/model/article.ts';
import { oneLine } from '../article/model/one-line.ts';
import { type Note, notesInOrder } from '../reader/state/notes.ts';
import { notesIn } from '../reader/state/remembering.ts';
import type { Settings } from '../settings/configuration.ts';
import { placesFolder } from '../settings/folders.ts';
import { interfaceLanguage } from '../settings/language.ts';
import type { Options } from '../settings/options.ts';
import { offsetOf } from '../store/memory/locator.ts';
import { openMemory } from '../store/memory/memory.ts';
import type { Format } from './formats.ts';
import { write } from './output.ts';
import { type Answer, type Row, writeAnswers } from './records.ts';
import { failure } from './run.ts';
import { openEach } from './sources.ts';

/** The columns of an export: one table for all that is found, told apart by `type`. */
const columns = [
  'type',
  'name',
  'role',
  'kind',
  'iso',
  'paragraph',
  'start',
  'end',
  'text',
  'mentions',
  'note',
  'source',
];

/** Exports what articles hold, one after the other. Gives the exit status. */
export async function exportSources(
  sources: readonly string[],
  { options }: Settings,
  format: Format,
): Promise<number> {
  const rows: Answer[] = [];
  const read = await openEach(sources, options, async (article) => {
    const analysis = analyze(article);
    if (format === 'markdown') return write(markdown(article, analysis, options));
    for (const row of rowsOf(article, analysis)) rows.push({ row, line: '' });
    return true;
  });
  if (format !== 'markdown')
    await writeAnswers(
      rows,
      { ...options, json: true, jsonl: format === 'jsonl', csv: format === 'csv' },
      columns,
    );
  return read ? 0 : failure;
}

/** A place that the user has marked, by its letter. */
interface Mark {
  readonly name: string;
  readonly offset: number;
}

/** What the user has marked and written in an article. */
function ownIn(article: Article): { readonly marks: readonly Mark[]; readonly notes: readonly Note[] } {
  const { remembered } = openMemory(placesFolder()).recall(article);
  const marks = Object.entries(remembered?.marks ?? {})
    .map(([name, locator]) => ({ name, offset: offsetOf(article.text, locator) }))
    .sort((a, b) => a.offset - b.offset);
  return { marks, notes: notesInOrder(notesIn(article.text, remembered?.notes ?? {})) };
}

/** The block that an offset stands in, counted from 1, the title too, as `maqal search` counts. */
function paragraphAt({ blocks }: Article, offset: number): number {
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (blocks[middle]!.span.start <= offset) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}

function* rowsOf(article: Article, analysis: Analysis): Generator<Row> {
  const { text, source } = article;
  const at = (span: { readonly start: number; readonly end: number }) => ({
    paragraph: paragraphAt(article, span.start),
    ...span,
    text: oneLine(text.slice(span.start, span.end)),
  });
  const none = { name: null, role: null, kind: null, iso: null, mentions: null, note: null, source };
  for (const { kind, span, speaker, role = null } of analysis.quotes)
    yield { ...none, type: 'quote', name: speaker, role, kind, ...at(span) };
  for (const { type, name, roles = [], iso = null, mentions } of analysis.entities) {
    const role = roles.length > 0 ? roles.map((one) => oneLine(one.text)).join('; ') : null;
    yield { ...none, type, name, role, iso, ...at(mentions[0]!), mentions: mentions.length };
  }
  for (const { date, label, sentence } of timeline(article, analysis))
    yield { ...none, type: 'timeline', name: oneLine(label), iso: date, ...at(sentence) };
  const own = ownIn(article);
  for (const { span, text: note } of own.notes) yield { ...none, type: 'note', ...at(span), note };
  for (const { name, offset } of own.marks) {
    const block = article.blocks[paragraphAt(article, offset) - 1];
    yield { ...none, type: 'mark', name, ...at({ start: offset, end: block?.span.end ?? offset }) };
  }
}

const headings = {
  ar: ['ملاحظات', 'علامات'],
  fa: ['یادداشت‌ها', 'نشانه‌ها'],
  he: ['הערות', 'סימנים'],
  ur: ['نوٹس', 'نشانات'],
  en: ['Notes', 'Marks'],
} as const;

function markdown(article: Article, analysis: Analysis, options: Options): string {
  const language = interfaceLanguage(options, article);
  const found = report(article, analysis, { interface: language, format: 'markdown' }).trimEnd();
  const own = ownIn(article);
  const notes = own.notes.map(
    ({ span, text }) => `- ${oneLine(text)}\n\n  > ${oneLine(article.text.slice(span.start, span.end))}`,
  );
  const marks = own.marks.map(({ name, offset }) => {
    const block = article.blocks[paragraphAt(article, offset) - 1];
    return `- **${name}** ${oneLine(article.text.slice(offset, block?.span.end ?? offset))}`;
  });
  const parts = [found];
  for (const [at, lines] of [notes, marks].entries())
    if (lines.length > 0) parts.push(`## ${headings[language][at]}`, lines.join('\n'));
  return `${parts.join('\n\n')}\n`;
}
