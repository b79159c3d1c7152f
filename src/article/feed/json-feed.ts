import { withoutEntities } from '../markup/entities.ts';
import { authorName, joinedNames } from '../model/author.ts';
import { oneLine } from '../model/one-line.ts';
import {
  absolute,
  dateOf,
  escaped,
  type Feed,
  type FeedEntry,
  firstWithWords,
  languageOfDates,
} from './entry.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Reads a JSON Feed (version 1.1). Undefined if it is no JSON. */
export function jsonFeed(text: string, base: string | undefined, most: number): Feed | undefined {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(document)) return undefined;
  const items = (Array.isArray(document.items) ? document.items : []).filter(isRecord);
  const language = string(document.language);
  const titles = [document, ...items].map(({ title }) => string(title) ?? '');
  const habit = languageOfDates(language, titles);
  return {
    title: oneLine(withoutEntities(string(document.title) ?? '')),
    language,
    count: items.length,
    entries: items.slice(0, most).map((item) => entryOf(item, document, base, habit)),
  };
}

function entryOf(
  item: Fields,
  feed: Fields,
  base: string | undefined,
  language: string | undefined,
): FeedEntry {
  const plain = string(item.content_text);
  const summary = string(item.summary);
  const address = absolute(string(item.url) ?? string(item.external_url), base);
  const html = string(item.content_html);
  const contents = [html, plain && paragraphs(plain), summary && paragraphs(summary)]
    .filter((words) => words !== undefined)
    .map((words) => ({ words }));
  const attachments = Array.isArray(item.attachments) ? item.attachments.filter(isRecord) : [];
  return {
    title: oneLine(withoutEntities(string(item.title) ?? (plain ?? summary ?? '').slice(0, 80))),
    address,
    author: authorsOf(item) ?? authorsOf(feed),
    ...dateOf(
      [string(item.date_published), string(item.date_modified)].filter((date) => date !== undefined),
      language,
    ),
    content: (firstWithWords(contents) ?? contents[0])?.words ?? '',
    base: address ?? base,
    enclosures: attachments.flatMap(({ url }) => absolute(string(url), base) ?? []),
  };
}

function authorsOf({ authors, author }: Fields): string | undefined {
  const all = Array.isArray(authors) ? authors : [author];
  return joinedNames(all.map((one) => authorName(string(isRecord(one) ? one.name : one) ?? '')));
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function string(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function paragraphs(plain: string): string {
  return plain
    .split(/\n\s*\n/)
    .map((words) => `<p>${escaped(words)}</p>`)
    .join('');
}
