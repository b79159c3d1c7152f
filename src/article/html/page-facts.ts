import type { DefaultTreeAdapterTypes } from 'parse5';
import type { Direction } from '../../text/direction.ts';
import { readDate } from '../dates/dates.ts';
import { isDirection } from '../links/address.ts';
import { withoutEntities } from '../markup/entities.ts';
import { authorName, joinedNames } from '../model/author.ts';
import { oneLine } from '../model/one-line.ts';
import { type Description, describedArticle } from './json-ld.ts';
import { type Part, type Survey, survey } from './survey.ts';

/** What a page says about itself, and how large its tree is. */
export interface PageFacts {
  readonly title?: string | undefined;
  readonly author?: string | undefined;
  readonly site?: string | undefined;
  readonly date?: string | undefined;
  /** A BCP 47 tag. */
  readonly language?: string | undefined;
  readonly direction?: Direction | undefined;
  /** What addresses in the page are relative to, where it says so. */
  readonly base?: string | undefined;
  /** The article as its description has it. */
  readonly body?: string | undefined;
  /** What a search engine would show of it. */
  readonly summary?: string | undefined;
  /** Where the page says that the reader is to go instead, as it is written; undefined where it says nothing. */
  readonly refresh?: string | undefined;
  /** The `<article>` or `<main>` of the headline, or the only one. */
  readonly part?: Part | undefined;
  readonly elements: number;
  /** Elements inside one another, at most. */
  readonly depth: number;
}

/** Names under which pages give the day of publication, the commonest first. */
const dateMetas = [
  'article:published_time',
  'og:published_time',
  'og:article:published_time',
  'datepublished',
  'date',
  'dc.date.issued',
  'dc.date',
  'dcterms.issued',
  'dcterms.created',
  'dcterms.date',
  'parsely-pub-date',
  'sailthru.date',
  'pubdate',
  'publishdate',
  'publish-date',
  'publication_date',
  'citation_publication_date',
  'citation_date',
];

/** Reads what a page says about itself: schema.org in JSON-LD or microdata before Open Graph before its own elements. */
export function factsOf(root: DefaultTreeAdapterTypes.Node): PageFacts {
  const found = survey(root);
  const { metas, headings } = found;
  const meta = (...names: string[]) => names.map((name) => metas.get(name)).find(Boolean);
  const titles = [...headings, found.title, meta('og:title') ?? ''];
  const described: Description = { ...found.microdata, ...describedArticle(found.scripts, titles) };
  const site = lineOf(nameOf(described.publisher)) ?? lineOf(meta('og:site_name', 'application-name'));
  const authors = [
    namesOf(described.author ?? described.creator),
    authorName(
      meta('author', 'article:author', 'dc.creator', 'dcterms.creator', 'parsely-author', 'byl') ?? '',
    ),
  ];
  const graph = lineOf(meta('og:title', 'twitter:title', 'dc.title', 'dcterms.title'));
  const title = headline(found, lineOf(described.headline), graph, site);
  const part = partOf(found, title);
  const language =
    part?.lang ??
    found.body.lang ??
    found.html.lang ??
    found.html['xml:lang'] ??
    lineOf(described.inLanguage) ??
    meta('og:locale', 'content-language');
  const dates = [
    described.datePublished,
    ...dateMetas.map((name) => metas.get(name)),
    ...timesOf(found, part, title),
    described.dateCreated,
  ];
  return {
    title,
    author: authors.find(Boolean),
    site,
    date: dates
      .map((date) => (typeof date === 'string' ? readDate(date, language) : undefined))
      .find(Boolean),
    language,
    direction: [part?.dir, found.body.dir, found.html.dir].map((dir) => dir?.toLowerCase()).find(isDirection),
    base: found.base,
    body: typeof described.articleBody === 'string' ? described.articleBody : undefined,
    summary: lineOf(meta('description', 'og:description')),
    refresh: metas.get('refresh'),
    part,
    elements: found.elements,
    depth: found.depth,
  };
}

/** The part that has the headline, else the only one there is. */
function partOf({ articles }: Survey, title: string | undefined): Part | undefined {
  const holding = articles.filter(({ headings }) => title !== undefined && headings.includes(title));
  return holding.at(-1) ?? (articles.length === 1 ? articles[0] : undefined);
}

/**
 * When the article says it is from: the times in it, or those behind its headline. A clock in the head of the page or the dates
 * of other articles say nothing.
 */
function timesOf({ times, articles }: Survey, part: Part | undefined, title: string | undefined): string[] {
  const own = times.filter((time) => {
    if (time.isAside) return false;
    if (time.part) return time.part === part || articles.length === 1;
    return title !== undefined && time.heading === title;
  });
  return [...own.filter(({ isUpdate }) => !isUpdate), ...own.filter(({ isUpdate }) => isUpdate)].map(
    ({ written }) => written,
  );
}

/** The names in a description of a person or an organization, or several. */
function namesOf(value: unknown): string | undefined {
  const names = [value].flat(2).map((one) => {
    const name = nameOf(one);
    return Array.isArray(name) ? namesOf(name) : authorName(lineOf(name) ?? '');
  });
  return joinedNames(names);
}

function nameOf(value: unknown): unknown {
  const [one] = [value].flat();
  return typeof one === 'object' && one !== null ? (one as { name?: unknown }).name : one;
}

/** A value as a line of text: many are HTML, or escaped twice. */
function lineOf(value: unknown): string | undefined {
  const [one] = [value].flat();
  if (typeof one !== 'string') return undefined;
  return oneLine(withoutEntities(one.replace(/<\/?[a-z][^<>]*>/gi, ''))) || undefined;
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
  return (
    shown ??
    described ??
    withoutSite(graph ?? withoutEntities(found.title), site) ??
    found.headings.find(Boolean)
  );
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
