import type { DefaultTreeAdapterTypes } from 'parse5';
import type { Direction } from '../../text/direction.ts';
import { readDate } from '../dates/dates.ts';
import { isDirection } from '../links/address.ts';
import { oneLine } from '../model/one-line.ts';
import { attributesOf, wordsOf } from './tree.ts';

type Node = DefaultTreeAdapterTypes.Node;

/** What a page says about itself, and how large its tree is. */
export interface PageFacts {
  readonly title?: string | undefined;
  readonly author?: string | undefined;
  readonly site?: string | undefined;
  readonly date?: string | undefined;
  readonly language?: string | undefined;
  readonly direction?: Direction | undefined;
  /** What addresses in the page are relative to, where it says so. */
  readonly base?: string | undefined;
  readonly elements: number;
  /** Elements inside one another, at most. */
  readonly depth: number;
}

/** Reads what a page says about itself: schema.org in JSON-LD before Open Graph before its own elements. */
export function factsOf(root: Node): PageFacts {
  const found = survey(root);
  const { metas, described } = found;
  const meta = (...names: string[]) => names.map((name) => metas.get(name)).find(Boolean);
  const site = meta('og:site_name', 'application-name') ?? nameOf(described.publisher);
  const author =
    nameOf(described.author) ?? meta('author', 'article:author', 'dc.creator', 'parsely-author', 'byl');
  const language =
    found.html.lang ??
    found.html['xml:lang'] ??
    textOf(described.inLanguage) ??
    meta('og:locale', 'content-language');
  const dates = [
    described.datePublished,
    meta('article:published_time', 'date', 'dc.date', 'parsely-pub-date'),
    found.time,
  ];
  return {
    title: headline(found, textOf(described.headline), meta('og:title', 'twitter:title', 'dc.title'), site),
    author: author && !/^https?:/i.test(author) ? author : undefined,
    site,
    date: dates
      .map((date) => (typeof date === 'string' ? readDate(date, language) : undefined))
      .find(Boolean),
    language,
    direction: [found.html.dir, found.body.dir].map((dir) => dir?.toLowerCase()).find(isDirection),
    base: found.base,
    elements: found.elements,
    depth: found.depth,
  };
}

interface Survey {
  readonly html: Record<string, string>;
  readonly body: Record<string, string>;
  readonly metas: ReadonlyMap<string, string>;
  readonly described: Record<string, unknown>;
  readonly headings: readonly string[];
  readonly title: string;
  readonly time: string | undefined;
  readonly base: string | undefined;
  readonly elements: number;
  readonly depth: number;
}

/** One walk over the tree, without recursion: pages nest as deep as they like. */
function survey(root: Node): Survey {
  const metas = new Map<string, string>();
  const headings: string[] = [];
  let described: Record<string, unknown> = {};
  let html: Record<string, string> = {};
  let body: Record<string, string> = {};
  let title = '';
  let time: string | undefined;
  let base: string | undefined;
  let elements = 0;
  let deepest = 0;
  const waiting: [Node, number][] = [[root, 0]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [node, depth] = next;
    if (depth > deepest) deepest = depth;
    if ('tagName' in node) {
      elements++;
      const attributes = attributesOf(node);
      switch (node.tagName) {
        case 'html':
          html = attributes;
          break;
        case 'body':
          body = attributes;
          break;
        case 'base':
          base ??= attributes.href;
          break;
        case 'title':
          title ||= oneLine(wordsOf(node));
          break;
        case 'h1':
          if (headings.length < 8) headings.push(oneLine(wordsOf(node)));
          break;
        case 'time':
          time ??= attributes.datetime;
          break;
        case 'meta': {
          const name = (attributes.property ?? attributes.name ?? attributes['http-equiv'])?.toLowerCase();
          if (name && attributes.content && !metas.has(name)) metas.set(name, oneLine(attributes.content));
          break;
        }
        case 'script':
          if (attributes.type === 'application/ld+json')
            described = { ...descriptionOf(wordsOf(node)), ...described };
          break;
      }
    }
    // Templates keep their content apart, and nobody sees it. Children wait in reverse: the first is taken next.
    if ('childNodes' in node)
      for (let index = node.childNodes.length - 1; index >= 0; index--)
        waiting.push([node.childNodes[index]!, depth + 1]);
  }
  return { html, body, metas, described, headings, title, time, base, elements, depth: deepest };
}

/** The article of a schema.org description; an empty one where there is none. */
function descriptionOf(json: string): Record<string, unknown> {
  let waiting: unknown[];
  try {
    waiting = [JSON.parse(json)];
  } catch {
    return {};
  }
  for (let looked = 0; looked < 200 && waiting.length > 0; looked++) {
    const next = waiting.shift();
    if (Array.isArray(next)) waiting.push(...next.slice(0, 200));
    else if (typeof next === 'object' && next !== null) {
      const record = next as Record<string, unknown>;
      if (/Article|Posting|Report/.test(String(record['@type']))) return record;
      waiting.push(record['@graph'], record.mainEntity);
    }
  }
  return {};
}

function nameOf(value: unknown): string | undefined {
  if (Array.isArray(value)) return value.map(nameOf).filter(Boolean).join(', ') || undefined;
  if (typeof value === 'object' && value !== null) return textOf((value as { name?: unknown }).name);
  return textOf(value);
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? oneLine(value) || undefined : undefined;
}

/**
 * The headline: a first-level heading that the page's title or description repeats, else what the description
 * says, else the title without the name of the site that hangs on it.
 */
function headline(
  found: Survey,
  described: string | undefined,
  graph: string | undefined,
  site?: string,
): string | undefined {
  const titles = [described, graph, found.title].filter((title) => title !== undefined && title !== '');
  const shown = found.headings.find(
    (heading) =>
      heading.length > 3 &&
      titles.some((title) => title!.includes(heading) && heading.length * 3 > title!.length),
  );
  return shown ?? described ?? withoutSite(graph ?? found.title, site) ?? found.headings.find(Boolean);
}

function withoutSite(title: string, site: string | undefined): string | undefined {
  const parts = title.split(/\s+[|–—»:-]\s+/u);
  if (parts.length > 1) {
    if (site && parts.at(-1) === site)
      return title.slice(0, title.lastIndexOf(site)).replace(/\s+[|–—»:-]\s+$/u, '');
    if (site && parts[0] === site) return title.slice(site.length).replace(/^\s+[|–—»:-]\s+/u, '');
    // Without a name to go by, only a bar is surely no part of the headline.
    const bar = title.lastIndexOf(' | ');
    if (!site && bar > title.length / 3) return title.slice(0, bar).trim();
  }
  return title || undefined;
}
