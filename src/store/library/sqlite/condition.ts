import type { Filter } from '../filter.ts';
import type { Value } from './database.ts';

/** A condition on a row of `entry`, without a name before its columns, and the values it asks for. */
export function conditionOf({ since, site, language }: Filter): { sql: string; values: Value[] } {
  const parts: string[] = [];
  const values: Value[] = [];
  if (since !== undefined) {
    // A date may be a year alone: its texts compare as its days do.
    parts.push(`coalesce(entry.date, date(entry.kept / 1000, 'unixepoch'), '') >= ?`);
    values.push(since);
  }
  if (site !== undefined) {
    parts.push('(instr(lower(entry.site), lower(?)) or instr(lower(entry.source), lower(?)))');
    values.push(site, site);
  }
  if (language !== undefined) {
    parts.push('entry.language = ?');
    values.push(language);
  }
  return { sql: parts.length === 0 ? 'true' : parts.join(' and '), values };
}
