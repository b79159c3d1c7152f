import type { Article, ArticleKind, Language } from '../../article/model/article.ts';
import type { Direction } from '../../text/direction.ts';

/** What is known of an article without opening it: a line of the library. */
export interface Entry {
  /** Where it is opened again: an absolute path, an address, or a name of `keptOnlyName`. Names the entry. */
  readonly source: string;
  readonly title: string;
  readonly site?: string;
  readonly author?: string;
  /** ISO 8601 date of publication, where it is declared. */
  readonly date?: string;
  readonly language: Language;
  readonly direction: Direction;
  readonly kind: ArticleKind;
  /** How many words it has: what the time to read follows from. */
  readonly words: number;
  /** When it was last opened, in milliseconds since 1970; null for what was kept without being opened. */
  readonly opened: number | null;
  /** When its text was kept, in milliseconds since 1970; null where only the source is known. */
  readonly kept: number | null;
  /** The part of it that was reached, 0 to 1. */
  readonly share: number;
}

/** A list of the library: what was opened, what was kept (feeds apart), and the feeds that were kept. */
export type View = 'recent' | 'kept' | 'feeds';

/** What begins the name of an article that is nowhere but in the library: it came through a pipe. */
const keptOnly = 'kept:';

/** The name of an article that is nowhere but in the library, by what it says. */
export function keptOnlyName(contentKey: string): string {
  return keptOnly + contentKey;
}

/** Whether a source is nowhere but in the library. */
export function isKeptOnly(source: string): boolean {
  return source.startsWith(keptOnly);
}

/** What an article itself tells for its entry. */
export type Facts = Omit<Entry, 'source' | 'opened' | 'kept' | 'share'>;

/** The facts of an article. */
export function factsOf(article: Article): Facts {
  const { title, site, author, date, language, direction, kind = 'article', text } = article;
  return {
    title,
    ...(site === undefined ? {} : { site }),
    ...(author === undefined ? {} : { author }),
    ...(date === undefined ? {} : { date }),
    language,
    direction,
    kind,
    words: wordCount(text),
  };
}

/** White space in every script that is read here; a regular expression takes ten times as long over a book. */
const isBlank = (unit: number): boolean =>
  unit <= 0x20 || unit === 0x85 || unit === 0xa0 || (unit >= 0x2000 && unit <= 0x200a) || unit === 0x2028;

/** How many stretches without white space a text has. */
function wordCount(text: string): number {
  let count = 0;
  let inside = false;
  for (let offset = 0; offset < text.length; offset++) {
    const blank = isBlank(text.charCodeAt(offset));
    if (!blank && !inside) count++;
    inside = !blank;
  }
  return count;
}
