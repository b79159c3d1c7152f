// The links of an article as Markdown writes them, and the names of the places in it that they lead to.

import type { Span } from '../../text/span.ts';
import { bareAddresses } from '../links/bare-address.ts';
import { hrefOf } from '../links/href.ts';
import { slugsOf } from '../links/slug.ts';
import type { Anchor, Article } from '../model/article.ts';
import { firstFrom } from '../model/stretches.ts';

/** An article with only those links and anchors that have to be written: the others are found again in its words. */
export function withWrittenLinks(article: Article): Article {
  const { links = [], anchors = [], ...rest } = article;
  if (links.length === 0) return rest;
  const { text, blocks } = article;
  const bare = new Map(bareAddresses(text).map((link) => [link.span.start, link]));
  const written = links.filter(({ span, href }) => {
    const found = bare.get(span.start);
    return found?.span.end !== span.end || found.href !== href;
  });
  const slugs = slugsOf(article);
  const isFound = ({ name, offset }: Anchor) =>
    (slugs.get(name) ?? (name === 'top' ? blocks[0]?.span.start : undefined)) === offset;
  const targets = new Set(written.map(({ href }) => href));
  const places = anchors.filter((anchor) => targets.has(`#${anchor.name}`) && !isFound(anchor));
  return { ...rest, links: written, anchors: places };
}

/** A link as a stretch of the text. */
export interface LinkedWords extends Span {
  readonly href: string;
}

/** The links that start inside a stretch. */
export function linksIn({ links = [] }: Article, { start, end }: Span): readonly LinkedWords[] {
  const from = (offset: number) => firstFrom(links, offset, ({ span }) => span.start);
  return links.slice(from(start), from(end)).map(({ span, href }) => ({ ...span, href }));
}

/** The anchors of a stretch, its end among them: what ends a cell is named there. */
export function anchorsIn({ anchors = [] }: Article, { start, end }: Span): readonly Anchor[] {
  const from = (offset: number) => firstFrom(anchors, offset, (anchor) => anchor.offset);
  return anchors.slice(from(start), from(end + 1));
}

/** What stands before and behind the words of a link. */
export function linkMarks(href: string): [string, string] {
  const escaped = href.replace(/[\\<>()]|&(?=#?\w+;)/g, '\\$&');
  return ['[', `](${/\s/.test(href) ? `<${escaped}>` : escaped})`];
}

/** Whether a link is written as an autolink: its words are its address, in letters that CommonMark leaves as they are. */
export function isAutolink(words: string, href: string): boolean {
  if (/^[\w.+-]+@[a-z\d-]+(?:\.[a-z\d-]+)+$/i.test(words)) return href === `mailto:${words}`;
  return (
    /^[a-z][a-z\d+.-]{1,31}:[\w/.:?#=@,;~!$'()*+-]+$/i.test(words) &&
    !/xn--/i.test(words) &&
    hrefOf(words) === href
  );
}

/** A link in HTML. */
export function linkElement(href: string): [string, string] {
  return [`<a href="${attribute(href)}">`, '</a>'];
}

/** A name for the place where it stands. */
export function anchorElement(name: string): string {
  return `<span id="${attribute(name)}"></span>`;
}

function attribute(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
