import type { Arrangement, Filter, Only, Order } from '../filter.ts';
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

/** A condition on a row of `entry` of a list that is sorted by the column `time`. */
function narrowed(only: Only, time: string): { sql: string; values: Value[] } {
  switch (only.kind) {
    case 'site':
      return only.site === null
        ? { sql: 'site is null and instr(source, ?) = 1', values: [only.prefix] }
        : { sql: 'site = ?', values: [only.site] };
    case 'day':
      return { sql: `${time} >= ? and ${time} < ?`, values: [only.from, only.until] };
    case 'unread':
      return { sql: 'share < 1', values: [] };
    case 'kept':
      return { sql: 'kept is not null', values: [] };
  }
}

/** What stands before the time of an entry in the order of a list. */
const sortedBy: Readonly<Record<Order, string>> = {
  time: '',
  date: `coalesce(date, '') desc, `,
  site: 'coalesce(site, source), ',
};

/** How a list that is sorted by the column `time` is arranged: which entries, and in which order. */
export function arranged(
  { order, only }: Arrangement,
  time: string,
): { readonly sql: string; readonly values: readonly Value[]; readonly order: string } {
  const { sql, values } = only ? narrowed(only, time) : { sql: 'true', values: [] };
  return { sql, values, order: `${sortedBy[order]}${time} desc, id desc` };
}
