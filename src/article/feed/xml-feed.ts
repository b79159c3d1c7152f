import { isUtf8 } from 'node:buffer';
import { type Attributes, type MarkupReader, readMarkup } from '../markup/markup.ts';
import { authorName, joinedNames } from '../model/author.ts';
import {
  absolute,
  dateOf,
  escaped,
  type Feed,
  type FeedEntry,
  firstWithWords,
  languageOfDates,
  plainWords,
} from './entry.ts';
import { elementName, fields, markup, type Prefixes, prefixesInside, wanted } from './vocabulary.ts';

/** Reads RSS 0.90 to 2.0 or Atom. What is broken in it is left out; one without entries is empty. */
export function xmlFeed(text: string, base: string | undefined, most: number): Feed {
  const reader = new FeedReader(most);
  readMarkup(text, 'xml', reader);
  const { channel, entries, count } = reader;
  const from = absolute(linkOf(channel), base) ?? base;
  const declared = absolute(channel.base, base);
  const language = valuesOf(channel, wanted.language)[0]?.words ?? channel.language;
  const titles = [channel, ...entries].map((holder) => firstOf(holder, wanted.title));
  const habit = languageOfDates(language, titles);
  return {
    title: plainWords(firstOf(channel, wanted.title)),
    language,
    count,
    entries: entries.map((fields) => entryOf(fields, channel, habit, { base, declared, from })),
  };
}

/** One element's words, as HTML where it is of the markup. */
interface Value {
  readonly words: string;
  readonly base?: string | undefined;
}

/** What a channel or an entry holds, by the names of elements. */
interface Holder {
  readonly values: Map<string, Value[]>;
  base?: string | undefined;
  language?: string | undefined;
  /** The address of the page itself, and one of another form of it. */
  page?: string | undefined;
  other?: string | undefined;
  readonly enclosures: { readonly href: string; readonly isPicture: boolean }[];
}

function holder(): Holder {
  return { values: new Map(), enclosures: [] };
}

function valuesOf({ values }: Holder, names: readonly string[]): Value[] {
  return names.flatMap((name) => values.get(name) ?? []);
}

function firstOf(holder: Holder, names: readonly string[]): string {
  return valuesOf(holder, names)[0]?.words ?? '';
}

function linkOf(holder: Holder): string | undefined {
  const identifier = valuesOf(holder, ['guid', 'id']).find(({ words }) => /^https?:/.test(words))?.words;
  return holder.page ?? valuesOf(holder, ['link'])[0]?.words ?? holder.other ?? identifier;
}

interface Bases {
  readonly base: string | undefined;
  readonly declared: string | undefined;
  readonly from: string | undefined;
}

function entryOf(fields: Holder, channel: Holder, language: string | undefined, bases: Bases): FeedEntry {
  const own = absolute(fields.base, bases.declared ?? bases.base) ?? bases.declared;
  const address = absolute(linkOf(fields), own ?? bases.from);
  const contents = valuesOf(fields, wanted.content);
  const content = firstWithWords(contents) ?? contents[0];
  const written = absolute(content?.base, own ?? bases.from);
  const recordings = fields.enclosures.filter(({ isPicture }) => !isPicture || contents.length === 0);
  return {
    title: plainWords(firstOf(fields, wanted.title)) || plainWords(content?.words ?? '').slice(0, 80),
    address,
    author: authorsOf(fields, wanted.author) ?? authorsOf(channel, channelAuthors),
    ...dateOf(
      valuesOf(fields, wanted.date).map(({ words }) => words),
      language,
    ),
    content: content?.words ?? '',
    base: written ?? own ?? address ?? bases.from,
    enclosures: [...new Set(recordings.flatMap(({ href }) => absolute(href, own ?? bases.from) ?? []))],
  };
}

/** The authors of a feed of Atom are those of its entries (RFC 4287, section 4.1.1). An RSS channel has editors. */
const channelAuthors = ['author'];

/** The authors by the first element that names one: several elements often name the same. */
function authorsOf(holder: Holder, elements: readonly string[]): string | undefined {
  for (const name of elements) {
    const names = joinedNames(
      (holder.values.get(name) ?? []).map(({ words }) => authorName(plainWords(words))),
    );
    if (names !== undefined) return names;
  }
  return undefined;
}

/** An element that is open. */
interface Level {
  /** Whose parts the elements inside are; undefined where nobody wants them. */
  readonly holder: Holder | undefined;
  readonly prefixes: Prefixes;
}

/** The field that is open. */
interface Field {
  readonly name: string;
  readonly holder: Holder;
  readonly base: string | undefined;
  /** What its words are: `tell` if only they can. */
  readonly type: 'html' | 'text' | 'xhtml' | 'base64' | 'tell';
  readonly parts: string[];
  /** Elements inside it that are open, and whether there were any. */
  depth: number;
  hasElements: boolean;
  /** Whether it is an author whose name has been read: what follows is mail and address. */
  isNamed: boolean;
}

/** Attributes of XHTML inside Atom that say something about words. */
const kept = ['href', 'id', 'name', 'dir', 'role', 'hidden', 'start', 'value', 'src', 'alt'];

class FeedReader implements MarkupReader {
  readonly channel = holder();
  readonly entries: Holder[] = [];
  /** Entries met; those beyond the most are not kept. */
  count = 0;
  readonly #most: number;
  readonly #levels: Level[] = [];
  #isAtom = false;
  #field: Field | undefined;

  constructor(most: number) {
    this.#most = most;
  }

  open(tag: string, attributes: Attributes): void {
    const around = this.#levels.at(-1);
    const prefixes = prefixesInside(around?.prefixes ?? new Map(), attributes);
    const name = elementName(tag, prefixes);
    let own: Holder | undefined;
    if (this.#field) this.#openInside(this.#field, name, attributes);
    else own = this.#holderOf(name, attributes, around?.holder);
    this.#levels.push({ holder: own, prefixes });
  }

  text(words: string): void {
    const field = this.#field;
    if (!field || field.isNamed) return;
    // The words inside elements are text; a field that has none holds HTML, escaped once.
    const isText = markup.has(field.name) && (field.depth > 0 || field.type === 'xhtml');
    field.parts.push(isText ? escaped(words) : words);
  }

  close(tag: string): void {
    this.#levels.pop();
    const field = this.#field;
    if (!field) return;
    if (field.depth > 0) {
      field.depth--;
      const local = localName(tag);
      if (markup.has(field.name)) field.parts.push(`</${local}>`);
      else if (local === 'name') field.isNamed = true;
      return;
    }
    this.#field = undefined;
    // An author of elements without a name is mail and address.
    const words = field.hasElements && !markup.has(field.name) && !field.isNamed ? '' : wordsOf(field);
    if (words === '') return;
    const values = field.holder.values.get(field.name);
    const value = { words, base: field.base };
    if (values) values.push(value);
    else field.holder.values.set(field.name, [value]);
  }

  #openInside(field: Field, name: string, attributes: Attributes): void {
    field.depth++;
    field.hasElements = true;
    if (markup.has(field.name)) field.parts.push(startTag(localName(name), attributes));
    else if (localName(name) === 'name' && !field.isNamed) field.parts.length = 0;
  }

  /** Takes what an element says of itself. Gives who has the elements inside it. */
  #holderOf(name: string, attributes: Attributes, around: Holder | undefined): Holder | undefined {
    if (name === 'item' || name === 'entry') {
      if (++this.count > this.#most) return undefined;
      const entry = { ...holder(), base: attributes['xml:base'] };
      this.entries.push(entry);
      return entry;
    }
    if (name === 'rss' || name === 'rdf:rdf' || name === 'feed' || name === 'channel') {
      if (name === 'feed') this.#isAtom = true;
      this.channel.base ??= attributes['xml:base'];
      this.channel.language ??= attributes['xml:lang'];
      return this.channel;
    }
    if (!around) return undefined;
    const { url, href, type = '' } = attributes;
    if (name === 'media:group') return around;
    if (name === 'media:content') {
      const isRecording = /^(?:audio|video)/.test(type || (attributes.medium ?? ''));
      if (url && isRecording) around.enclosures.push({ href: url, isPicture: false });
      return around;
    }
    if (name === 'enclosure' && url)
      around.enclosures.push({ href: url, isPicture: type.startsWith('image/') });
    else if (name === 'link' && href) takeLink(around, href, attributes);
    else if (fields.has(name)) this.#field = this.#fieldOf(name, attributes, around);
    return undefined;
  }

  /** The field that an element begins; none for what is no words. */
  #fieldOf(name: string, attributes: Attributes, own: Holder): Field | undefined {
    const type = attributes.type?.trim().toLowerCase() || undefined;
    const { mode, src } = attributes;
    if (src) own.other ??= src;
    if (name === 'guid' && attributes.ispermalink?.toLowerCase() === 'false') return undefined;
    if (attributes.isPermaLink?.toLowerCase() === 'false') return undefined;
    const isWords =
      type === undefined || /^(?:html|xhtml|text|text\/.*|application\/(?:xhtml|xml).*)$/.test(type);
    // Other types are in Base64 (RFC 4287, section 4.1.3.3): text again, or pictures and recordings.
    if (markup.has(name) && type && /^(?:image|audio|video)\//.test(type)) return undefined;
    const isConstruct = this.#isAtom && !name.includes(':');
    return {
      name,
      holder: own,
      base: attributes['xml:base'],
      type:
        mode === 'base64' || !isWords
          ? 'base64'
          : type === 'text' || (type === 'text/plain' && mode !== 'escaped')
            ? 'text'
            : type === 'xhtml' || mode === 'xml'
              ? 'xhtml'
              : isConstruct && (type === undefined || type === 'text/plain')
                ? 'tell'
                : 'html',
      parts: [],
      depth: 0,
      hasElements: false,
      isNamed: false,
    };
  }
}

/** Takes a link of Atom: the page of an entry before other forms of it, and what belongs to it. */
function takeLink(own: Holder, href: string, { rel = 'alternate', type = '' }: Attributes): void {
  if (rel === 'enclosure') own.enclosures.push({ href, isPicture: type.startsWith('image/') });
  else if (rel !== 'alternate') return;
  else if (type === '' || /html/.test(type)) own.page ??= href;
  else own.other ??= href;
}

/** Tags that only HTML has, in words that Atom calls text. */
const looksLikeHtml = /<\/(?:p|div|a|b|i|em|strong|span|ul|ol|li|blockquote|h[1-6])>|<(?:br|p|img)\b[^<>]*>/i;

function wordsOf({ name, type, parts, hasElements }: Field): string {
  const words = parts.join('').trim();
  if (!markup.has(name)) return words;
  if (type === 'base64') {
    const bytes = Buffer.from(words, 'base64');
    return isUtf8(bytes) ? bytes.toString() : '';
  }
  const isText = type === 'text' || (type === 'tell' && !looksLikeHtml.test(words));
  return isText && !hasElements ? escaped(words) : words;
}

function localName(tag: string): string {
  return tag.slice(tag.indexOf(':') + 1);
}

function startTag(name: string, attributes: Attributes): string {
  const written = kept.filter((key) => attributes[key] !== undefined);
  return `<${[name, ...written.map((key) => `${key}="${escaped(attributes[key]!)}"`)].join(' ')}>`;
}
