import { Parser } from 'htmlparser2';
import { htmlPieces } from './html-blocks.ts';
import { oneLine } from './one-line.ts';

/** An article that a feed announces. */
export interface FeedEntry {
  readonly title: string;
  /** Where the article is, absolute where that can be known. */
  readonly address?: string | undefined;
  readonly author?: string | undefined;
  /** ISO 8601. */
  readonly date?: string | undefined;
  /** HTML: the whole article, or what it is about. */
  readonly content: string;
}

export interface Feed {
  readonly title: string;
  readonly language?: string | undefined;
  readonly entries: readonly FeedEntry[];
}

/** Reads a feed. What is broken in it is left out; one without entries is empty. `base` is its own address. */
export function parseFeed(text: string, base?: string): Feed {
  return /^\s*\{/.test(text) ? jsonFeed(text, base) : xmlFeed(text, base);
}

/** A document of entries as XML has them: the fields of the channel and of each entry, as text or as HTML. */
interface Fields {
  [name: string]: string | undefined;
}

/** Elements that hold what we want; all the rest of a feed is passed over. */
const fieldNames: Readonly<Record<string, string>> = {
  title: 'title',
  'dc:title': 'title',
  link: 'link',
  guid: 'guid',
  id: 'guid',
  description: 'summary',
  summary: 'summary',
  subtitle: 'summary',
  'content:encoded': 'content',
  content: 'content',
  author: 'author',
  'dc:creator': 'author',
  name: 'name',
  pubdate: 'date',
  published: 'date',
  'dc:date': 'date',
  updated: 'updated',
  language: 'language',
  'dc:language': 'language',
};

/** Fields whose words are HTML once XML has been undone; a title may be, too. */
const markupFields = new Set(['summary', 'content', 'title']);

function xmlFeed(text: string, base: string | undefined): Feed {
  const channel: Fields = {};
  const entries: Fields[] = [];
  let entry: Fields | undefined;
  let field: string | undefined;
  let inside = 0;
  let value = '';
  let literal = false;
  let ignoring = 0;
  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        const name = tag.toLowerCase().replace(/^atom:/, '');
        if (field !== undefined) {
          // XHTML inside Atom: its tags are part of the words. An author has a name inside.
          inside++;
          if (name === 'name' && field === 'author') value = '';
          else if (markupFields.has(field))
            value += `<${name.replace(/^.*:/, '')}${attributes.href ? ` href="${escaped(attributes.href)}"` : ''}>`;
          return;
        }
        if (name === 'item' || name === 'entry') {
          entry = {};
          entries.push(entry);
        } else if (name === 'image' || name === 'textinput' || name === 'source') ignoring++;
        else if (name === 'feed' && attributes['xml:lang']) channel.language ??= attributes['xml:lang'];
        else if (ignoring === 0 && Object.hasOwn(fieldNames, name)) {
          field = fieldNames[name];
          value = '';
          inside = 0;
          literal =
            attributes.type === 'text' ||
            (field !== 'content' &&
              attributes.type === undefined &&
              entry !== undefined &&
              name === 'summary');
          const href =
            name === 'link' && (attributes.rel ?? 'alternate') === 'alternate' ? attributes.href : undefined;
          if (href) (entry ?? channel).link ??= href;
        }
      },
      ontext(words) {
        if (field !== undefined) value += literal || inside > 0 ? escaped(words) : words;
      },
      onclosetag(tag) {
        const name = tag.toLowerCase().replace(/^atom:/, '');
        if (field !== undefined) {
          if (inside > 0) {
            inside--;
            if (markupFields.has(field)) value += `</${name.replace(/^.*:/, '')}>`;
            // What follows a name in an author is its address and mail.
            if (name === 'name' && field === 'author') finishField();
            return;
          }
          finishField();
          field = undefined;
        } else if (name === 'item' || name === 'entry') entry = undefined;
        else if (name === 'image' || name === 'textinput' || name === 'source')
          ignoring = Math.max(0, ignoring - 1);
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  const finishField = () => {
    const fields = entry ?? channel;
    if (field !== undefined && value.trim() !== '') fields[field] ??= value.trim();
  };
  parser.end(text);
  const from = absolute(channel.link, base) ?? base;
  return {
    title: plainWords(channel.title ?? ''),
    language: channel.language,
    entries: entries.map((fields) => ({
      title: plainWords(fields.title ?? '') || plainWords(fields.summary ?? '').slice(0, 80),
      address: absolute(fields.link ?? (/^https?:/.test(fields.guid ?? '') ? fields.guid : undefined), from),
      author: fields.author ? oneLine(plainWords(fields.author)) || undefined : undefined,
      date: isoDate(fields.date ?? fields.updated),
      content: fields.content ?? fields.summary ?? '',
    })),
  };
}

function jsonFeed(text: string, base: string | undefined): Feed {
  let document: Record<string, unknown>;
  try {
    document = JSON.parse(text) as Record<string, unknown>;
  } catch {
    return { title: '', entries: [] };
  }
  const items = Array.isArray(document.items) ? (document.items as Record<string, unknown>[]) : [];
  const string = (value: unknown) => (typeof value === 'string' ? value : undefined);
  const authorOf = (holder: Record<string, unknown>) => {
    const authors = Array.isArray(holder.authors) ? holder.authors : [holder.author];
    return string((authors[0] as { name?: unknown } | undefined)?.name);
  };
  return {
    title: oneLine(string(document.title) ?? ''),
    language: string(document.language),
    entries: items
      .filter((item) => typeof item === 'object' && item !== null)
      .map((item) => {
        const plain = string(item.content_text) ?? string(item.summary) ?? '';
        return {
          title: oneLine(string(item.title) ?? plain.slice(0, 80)),
          address: absolute(string(item.url) ?? string(item.external_url), base),
          author: authorOf(item),
          date: isoDate(string(item.date_published) ?? string(item.date_modified)),
          content: string(item.content_html) ?? paragraphs(plain),
        };
      }),
  };
}

function paragraphs(plain: string): string {
  return plain
    .split(/\n\s*\n/)
    .map((words) => `<p>${escaped(words)}</p>`)
    .join('');
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** Words without markup, for a title that may have been written as HTML. */
function plainWords(html: string): string {
  if (!/[<&]/.test(html)) return oneLine(html);
  return oneLine(
    htmlPieces(html)
      .map(({ text }) => text)
      .join(' '),
  );
}

function absolute(link: string | undefined, base: string | undefined): string | undefined {
  if (!link) return undefined;
  try {
    const address = new URL(link.trim(), base);
    return /^https?:$/.test(address.protocol) ? address.href : undefined;
  } catch {
    return undefined;
  }
}

/** A date of RFC 822 or ISO 8601 as ISO 8601; undefined where it is neither. */
function isoDate(written: string | undefined): string | undefined {
  if (!written) return undefined;
  if (/^\d{4}-\d\d-\d\d/.test(written)) return written;
  const time = Date.parse(written);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
