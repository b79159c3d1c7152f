// How lists of answers are written: text to read, JSON, JSON Lines or CSV.
import type { Options } from '../settings/options.ts';
import { writeLine } from '../terminal/lines.ts';
import { safeJson } from '../text/visible.ts';
import { write } from './output.ts';

/** One line of a CSV file, and one object of JSON: values by the names of columns. */
export type Row = Readonly<Record<string, string | number | null>>;

/** An answer: what machines get of it, and the line for the eye. */
export interface Answer {
  readonly row: Row;
  readonly line: string;
}

/** Writes answers as they come, in the form that was asked for; JSON is one array. Gives how many there were. */
export async function writeAnswers(
  answers: AsyncIterable<Answer> | Iterable<Answer>,
  options: Options & { readonly jsonl?: boolean; readonly csv?: boolean },
  columns: readonly string[],
): Promise<number> {
  let count = 0;
  // From here on a reader that leaves (head) ends the program quietly.
  await write('');
  if (options.csv && !(await write(`${columns.join(',')}\r\n`))) return 0;
  for await (const { row, line } of answers) {
    let text: string;
    if (options.csv) text = `${columns.map((column) => field(row[column])).join(',')}\r\n`;
    else if (options.jsonl) text = `${safeJson(row)}\n`;
    else if (options.json) text = `${count === 0 ? '[' : ','}\n  ${safeJson(row)}`;
    else {
      count++;
      writeLine(line, { model: options.terminal, output: process.stdout });
      continue;
    }
    count++;
    if (!(await write(text))) return count;
  }
  if (options.json && !options.jsonl && !options.csv) await write(count === 0 ? '[]\n' : '\n]\n');
  return count;
}

/** A field of a CSV file, RFC 4180. */
function field(value: string | number | null | undefined): string {
  const text = value === null || value === undefined ? '' : String(value);
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
