import { readDate } from '../dates/dates.ts';
import { htmlPieces } from '../html/pieces.ts';
import { type Attributes, readMarkup } from '../markup/markup.ts';
import { oneLine } from '../model/one-line.ts';

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
  /** What links in `content` are relative to. */
  readonly base?: string | undefined;
}

export interface Feed {
  readonly title: string;
  readonly language?: string | undefined;
  /** The first of them. */
  readonly entries: readonly FeedEntry[];
  /** How many the feed has. */
  readonly count: number;
}

/** Most entries of a feed that are taken, unless told; the newest stand first in nearly all feeds. */
const mostEntries = 500;

/** Reads a feed. What is broken in it is left out; one without entries is empty. `base` is its own address. */
export function parseFeed(text: string, base?: string, most = mostEntries): Feed {
  return /^\s*\{/.test(text) ? jsonFeed(text, base, most) : xmlFeed(text, base, most);
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

/** Attributes of XHTML inside Atom that say something about words. */
const kept = ['href', 'id', 'name', 'dir', 'role', 'hidden', 'start', 'value'];

function xmlFeed(text: string, base: string | undefined, most: number): Feed {
  const channel: Fields = {};
  const entries: Fields[] = [];
  let count = 0;
  let entry: Fields | undefined;
  let field: string | undefined;
  let inside = 0;
  let value: string[] = [];
  let literal = false;
  let ignoring = 0;
  const finishField = () => {
    const fields = entry ?? channel;
    const words = value.join('').trim();
    value = [];
    if (field !== undefined && words !== '' && count <= most) fields[field] ??= words;
  };
  const isAside = (name: string) => name === 'image' || name === 'textinput' || name === 'source';
  readMarkup(text, 'xml', {
    open(tag, attributes) {
      const name = tag.replace(/^atom:/, '');
      if (field !== undefined) {
        // XHTML inside Atom: its tags are part of the words. An author has a name inside.
        inside++;
        if (name === 'name' && field === 'author') value = [];
        else if (markupFields.has(field)) value.push(startTag(name, attributes));
        return;
      }
      const own = entry ?? channel;
      if (name === 'item' || name === 'entry') {
        entry = { base: attributes['xml:base'] };
        if (++count <= most) entries.push(entry);
      } else if (isAside(name)) ignoring++;
      else if (name === 'feed') {
        channel.language ??= attributes['xml:lang'];
        channel.base ??= attributes['xml:base'];
      } else if (ignoring === 0 && Object.hasOwn(fieldNames, name)) {
        field = fieldNames[name];
        value = [];
        inside = 0;
        literal =
          attributes.type === 'text' || (name === 'summary' && attributes.type === undefined && !!entry);
        if (field === 'content' || field === 'summary') own[`${field} base`] ??= attributes['xml:base'];
        const { rel = 'alternate', href } = attributes;
        if (name === 'link' && rel === 'alternate' && href) own.link ??= href;
      }
    },
    text(words) {
      if (field !== undefined) value.push(literal || inside > 0 ? escaped(words) : words);
    },
    close(tag) {
      const name = tag.replace(/^atom:/, '');
      if (field !== undefined) {
        if (inside > 0) {
          inside--;
          if (markupFields.has(field)) value.push(`</${name.replace(/^.*:/, '')}>`);
          // What follows a name in an author is its address and mail.
          if (name === 'name' && field === 'author') finishField();
          return;
        }
        finishField();
        field = undefined;
      } else if (name === 'item' || name === 'entry') entry = undefined;
      else if (isAside(name)) ignoring = Math.max(0, ignoring - 1);
    },
  });
  const from = absolute(channel.link, base) ?? base;
  const declared = absolute(channel.base, base);
  return {
    title: plainWords(channel.title ?? ''),
    language: channel.language,
    count,
    entries: entries.map((fields) => {
      const {
        link = /^https?:/.test(fields.guid ?? '') ? fields.guid : undefined,
        content,
        summary,
      } = fields;
      const own = absolute(fields.base, declared ?? base) ?? declared;
      const address = absolute(link, own ?? from);
      const written = content === undefined ? fields['summary base'] : fields['content base'];
      return {
        title: plainWords(fields.title ?? '') || plainWords(summary ?? '').slice(0, 80),
        address,
        author: fields.author ? oneLine(plainWords(fields.author)) || undefined : undefined,
        date: readDate(fields.date ?? fields.updated ?? '', channel.language),
        content: content ?? summary ?? '',
        base: absolute(written, own ?? from) ?? own ?? address ?? from,
      };
    }),
  };
}

function startTag(name: string, attributes: Attributes): string {
  const written = kept.filter((key) => attributes[key] !== undefined);
  return `<${[name.replace(/^.*:/, ''), ...written.map((key) => `${key}="${escaped(attributes[key]!)}"`)].join(' ')}>`;
}

function jsonFeed(text: string, base: string | undefined, most: number): Feed {
  let document: Record<string, unknown>;
  try {
    document = JSON.parse(text) as Record<string, unknown>;
  } catch {
    return { title: '', entries: [], count: 0 };
  }
  const items = (
    Array.isArray(document.items) ? (document.items as (Record<string, unknown> | null)[]) : []
  ).filter((item) => typeof item === 'object' && item !== null);
  const string = (value: unknown) => (typeof value === 'string' ? value : undefined);
  const authorOf = (holder: Record<string, unknown>) => {
    const authors = Array.isArray(holder.authors) ? holder.authors : [holder.author];
    return string((authors[0] as { name?: unknown } | undefined)?.name);
  };
  return {
    title: oneLine(string(document.title) ?? ''),
    language: string(document.language),
    count: items.length,
    entries: items.slice(0, most).map((item) => {
      const plain = string(item.content_text) ?? string(item.summary) ?? '';
      const address = absolute(string(item.url) ?? string(item.external_url), base);
      return {
        title: oneLine(string(item.title) ?? plain.slice(0, 80)),
        address,
        author: authorOf(item),
        date: readDate(
          string(item.date_published) ?? string(item.date_modified) ?? '',
          string(document.language),
        ),
        content: string(item.content_html) ?? paragraphs(plain),
        base: address ?? base,
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
