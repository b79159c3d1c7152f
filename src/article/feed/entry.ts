// What a feed announces, whatever it is written in.
import { isAmbiguousDate, readDate } from '../dates/dates.ts';
import { withoutEntities } from '../markup/entities.ts';
import { languageNamed, toldLanguage } from '../model/language.ts';
import { oneLine } from '../model/one-line.ts';

/** An article that a feed announces. */
export interface FeedEntry {
  readonly title: string;
  /** Where the article is, absolute where that can be known. */
  readonly address?: string | undefined;
  readonly author?: string | undefined;
  /** ISO 8601. */
  readonly date?: string | undefined;
  /** The date as it is written, where it may be either of two days. */
  readonly writtenDate?: string | undefined;
  /** HTML: the whole article, or what it is about. */
  readonly content: string;
  /** What links in `content` are relative to. */
  readonly base?: string | undefined;
  /** Addresses of recordings and files that belong to it. */
  readonly enclosures?: readonly string[] | undefined;
}

export interface Feed {
  readonly title: string;
  readonly language?: string | undefined;
  /** The first of them. */
  readonly entries: readonly FeedEntry[];
  /** How many the feed has. */
  readonly count: number;
}

/** What is no words in HTML: comments, scripts and styles. */
const wordless = /<!--[\s\S]*?-->|<(script|style)\b[\s\S]*?<\/\1\s*>/gi;
/** A tag; those of blocks part words. */
const tag = /<(?:\/?([a-z][a-z\d]*)\b|![a-z])[^<>]*>/gi;
const parting = /^(?:br|p|div|li|ul|ol|h[1-6]|tr|td|hr)$/i;

/** Words without markup and with entities undone, on one line, for a title that may have been written as HTML. */
export function plainWords(html: string): string {
  if (!/[<&]/.test(html)) return oneLine(html);
  const words = html
    .replace(wordless, '')
    .replace(tag, (_, name: string | undefined) => (name && parting.test(name) ? ' ' : ''));
  return oneLine(withoutEntities(withoutEntities(words)));
}

/** The first that has a word in it: a picture alone is no content. */
export function firstWithWords<Content extends { readonly words: string }>(
  contents: readonly Content[],
): Content | undefined {
  return contents.find(({ words }) => {
    // Nearly all begin with one, so the whole is seldom gone over. A tag or an entity may be cut at the end.
    const start = words.slice(0, looked).replace(/[<&][^<&]*$/, '');
    return hasWord(start) || (words.length > start.length && hasWord(words));
  });
}

/** How much of a content is looked at first, in code units. */
const looked = 1000;

function hasWord(html: string): boolean {
  return /[\p{L}\p{N}]/u.test(html.replace(/<[^>]*>/g, '').replace(/&#?\w+;/g, ''));
}

/** The first that is a date, or may be one of two days. */
export function dateOf(
  written: readonly string[],
  language: string | undefined,
): Pick<FeedEntry, 'date' | 'writtenDate'> {
  const date = written.map((one) => readDate(one, language)).find(Boolean);
  if (date !== undefined) return { date };
  const either = written.find((one) => isAmbiguousDate(one, language));
  return either === undefined ? {} : { writtenDate: oneLine(either) };
}

/** The language in which the dates of a feed are written: what it declares, or what its titles tell. */
export function languageOfDates(declared: string | undefined, titles: readonly string[]): string | undefined {
  const told = toldLanguage(declared, titles.slice(0, 20).join(' '));
  return told === 'und' || told === languageNamed(declared) ? declared : told;
}

/** Text as HTML. */
export function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** The address of a link on the web; undefined for what is none. */
export function absolute(link: string | undefined, base: string | undefined): string | undefined {
  if (!link) return undefined;
  try {
    const address = new URL(link.trim(), base);
    return /^https?:$/.test(address.protocol) ? address.href : undefined;
  } catch {
    return undefined;
  }
}
