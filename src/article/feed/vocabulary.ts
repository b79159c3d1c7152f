// The elements of feeds by one name each, whatever prefix a feed gives to their namespaces.

/** Namespaces by how their address begins, without its scheme, and the prefix that they have here; RSS and Atom have none. */
const namespaces: readonly (readonly [start: string, prefix: string])[] = [
  ['www.w3.org/2005/atom', ''],
  ['purl.org/atom/', ''],
  ['purl.org/rss/1.0/modules/content', 'content:'],
  ['purl.org/rss/1.0/modules/', 'module:'],
  ['purl.org/rss/1.0', ''],
  ['purl.org/net/rss', ''],
  ['my.netscape.com/rdf/simple', ''],
  ['my.netscape.com/publish/formats/rss', ''],
  ['channel.netscape.com/rdf/simple', ''],
  ['backend.userland.com/', ''],
  ['blogs.law.harvard.edu/tech/rss', ''],
  ['www.rssboard.org/', ''],
  ['purl.org/dc/terms', 'dcterms:'],
  ['purl.org/dc/', 'dc:'],
  ['search.yahoo.com/mrss', 'media:'],
  ['www.itunes.com/dtds/podcast', 'itunes:'],
  ['www.w3.org/1999/xhtml', 'html:'],
  ['www.w3.org/1999/02/22-rdf-syntax-ns', 'rdf:'],
  ['prismstandard.org/namespaces', 'prism:'],
];

/** Prefixes in force, in lower case, with what they stand for; an empty one is the default namespace. */
export type Prefixes = ReadonlyMap<string, string>;

/** The prefixes that hold inside an element; those around it where it declares none. */
export function prefixesInside(around: Prefixes, attributes: Readonly<Record<string, string>>): Prefixes {
  let inside: Map<string, string> | undefined;
  for (const [name, value] of Object.entries(attributes)) {
    const prefix = name === 'xmlns' ? '' : /^xmlns:(.+)$/.exec(name)?.[1]?.toLowerCase();
    if (prefix === undefined) continue;
    const address = value
      .trim()
      .toLowerCase()
      .replace(/^https?:\/\//, '');
    const known = namespaces.find(([start]) => address.startsWith(start));
    inside ??= new Map(around);
    inside.set(prefix, known ? known[1] : prefix === '' ? '' : `${prefix}:`);
  }
  return inside ?? around;
}

/** The name of an element: that of RSS or Atom, or `dc:creator`, with the prefixes of this file. */
export function elementName(tag: string, prefixes: Prefixes): string {
  const colon = tag.indexOf(':');
  const prefix = colon < 0 ? '' : tag.slice(0, colon);
  // A prefix that nobody declared means what it usually does.
  const known =
    prefixes.get(prefix) ?? (prefix === '' || prefix === 'atom' || prefix === 'rss' ? '' : `${prefix}:`);
  return known + tag.slice(colon + 1);
}

/** What is wanted of a channel or an entry, and the elements that hold it, the best one first. */
export const wanted = {
  title: ['title', 'dc:title', 'media:title', 'itunes:title'],
  content: [
    'content:encoded',
    'content',
    'html:body',
    'html:div',
    'description',
    'summary',
    'itunes:summary',
    'media:description',
    'dc:description',
    'dcterms:abstract',
    'itunes:subtitle',
  ],
  author: ['author', 'dc:creator', 'itunes:author', 'media:credit', 'dc:author'],
  date: [
    'pubdate',
    'published',
    'issued',
    'dc:date',
    'dcterms:issued',
    'dcterms:created',
    'dcterms:date',
    'prism:publicationdate',
    'created',
    'updated',
    'modified',
    'dcterms:modified',
    'lastbuilddate',
  ],
  language: ['language', 'dc:language'],
} as const;

/** Elements whose words are HTML once XML has been undone. */
export const markup: ReadonlySet<string> = new Set([...wanted.title, ...wanted.content]);

/** All elements that hold something that is wanted. */
export const fields: ReadonlySet<string> = new Set([...Object.values(wanted).flat(), 'link', 'guid', 'id']);
