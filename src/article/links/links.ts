import { type Isolate, nested } from '../../text/isolate.ts';
import type { Span } from '../../text/span.ts';
import type { Anchor, Article, Emphasis, Link } from '../model/article.ts';
import { bareAddresses } from './bare-address.ts';
import { boundariesAround } from './boundary.ts';
import { decoded, placeName } from './href.ts';
import { slugsOf } from './slug.ts';

/** What a document sets off, in the order of the text; what lies inside something else comes after it. */
export interface Stretches {
  readonly links: readonly Link[];
  readonly emphasis: readonly Emphasis[];
  readonly isolates: readonly Isolate[];
  readonly anchors: readonly Anchor[];
}

/** A text in blocks, and where on the web it was found. */
interface Page extends Pick<Article, 'text' | 'blocks'> {
  readonly address?: string | undefined;
}

/**
 * The links, the emphasis, the isolates and the anchors of an article: those that its document has, on whole grapheme
 * clusters, and addresses that are written out in it, but in code: each is a link, and is ordered by itself. Links into the page itself are `#name` of an anchor, or gone
 * where it has no such place and no address.
 */
export function stretchesOf(page: Page, written: Stretches): Partial<Stretches> {
  const { text, blocks } = page;
  const bare = bareAddresses(text);
  const { links: own, emphasis: set, isolates: parted, anchors: named } = written;
  if (bare.length + own.length + set.length + parted.length + named.length === 0) return {};
  const all = {
    links: [] as Link[],
    emphasis: [] as Emphasis[],
    isolates: [] as Isolate[],
    anchors: [] as Anchor[],
  };
  const take = {
    links: taker(leading(page, own, named), ({ span }) => span.start),
    bare: taker(bare, ({ span }) => span.start),
    emphasis: taker(written.emphasis, (stretch) => stretch.start),
    isolates: taker(written.isolates, (isolate) => isolate.start),
    anchors: taker(written.anchors, ({ offset }) => offset),
  };
  for (const { kind, span } of blocks) {
    const { start, end } = span;
    const own = take.links(end);
    const plain = take
      .bare(end)
      .filter((link) => kind !== 'code' && link.span.start >= start && link.span.end <= end);
    const emphasis = take.emphasis(end);
    const isolates = take.isolates(end);
    const anchors = take.anchors(end);
    if (own.length + plain.length + emphasis.length + isolates.length + anchors.length === 0) continue;
    const links = plain.length === 0 ? own : merged(own, plain);
    const offsets = links.flatMap((link) => [link.span.start, link.span.end]);
    for (const stretch of [...emphasis, ...isolates]) offsets.push(stretch.start, stretch.end);
    for (const { offset } of anchors) offsets.push(offset);
    for (const { span } of plain) offsets.push(span.start, span.end);
    const near = boundariesAround(
      text,
      [...new Set(offsets)].sort((one, other) => one - other),
      start,
      end,
    );
    // A cluster belongs to the stretch that its first code unit lies in.
    const whole = <Kind extends Span>(stretch: Kind): Kind => ({
      ...stretch,
      start: near.get(stretch.start)!.after,
      end: near.get(stretch.end)!.after,
    });
    for (const link of apart(links.map((link) => ({ ...link, span: whole(link.span) }))))
      all.links.push(link);
    const addresses = plain.map(({ span }): Isolate => ({ ...span, direction: 'ltr' }));
    for (const isolate of nested([...isolates, ...addresses].map(whole))) all.isolates.push(isolate);
    for (const stretch of emphasis.map(whole)) if (stretch.end > stretch.start) all.emphasis.push(stretch);
    for (const { name, offset } of anchors) all.anchors.push({ name, offset: near.get(offset)!.before });
  }
  const { links, anchors } = withPlaces(page, all.links, all.anchors);
  return {
    ...(links.length > 0 ? { links } : {}),
    ...(all.emphasis.length > 0 ? { emphasis: all.emphasis } : {}),
    ...(all.isolates.length > 0 ? { isolates: all.isolates } : {}),
    ...(anchors.length > 0 ? { anchors } : {}),
  };
}

/** The links that lead somewhere: where one leads to no place of the page, its words are as they would be without it. */
function leading(page: Page, links: readonly Link[], anchors: readonly Anchor[]): readonly Link[] {
  if (page.address !== undefined || !links.some(({ href }) => href.startsWith('#'))) return links;
  const names = new Set(anchors.map(({ name }) => placeName(name)));
  const slugs = slugsOf(page);
  return links.filter(({ href }) => {
    if (!href.startsWith('#')) return true;
    const plain = decoded(href.slice(1));
    const slug = plain.toLowerCase();
    return names.has(href.slice(1)) || names.has(plain) || slug === 'top' || slugs.has(slug);
  });
}

/** Gives item after item: those that begin before an offset, and were not given yet. */
function taker<Item>(items: readonly Item[], startOf: (item: Item) => number) {
  let next = 0;
  return (end: number): readonly Item[] => {
    const first = next;
    while (next < items.length && startOf(items[next]!) < end) next++;
    return first === next ? nothing : items.slice(first, next);
  };
}

const nothing: readonly never[] = [];

/** Links that the document has, and those addresses that stand outside them. */
function merged(own: readonly Link[], bare: readonly Link[]): Link[] {
  const found: Link[] = [];
  let at = 0;
  let covered = 0;
  for (const link of bare) {
    for (; at < own.length && own[at]!.span.start < link.span.end; at++) {
      found.push(own[at]!);
      covered = Math.max(covered, own[at]!.span.end);
    }
    if (covered <= link.span.start) found.push(link);
  }
  return [...found, ...own.slice(at)].sort((one, other) => one.span.start - other.span.start);
}

/** Links that do not overlap: one ends where the next begins, and those without a word are left out. */
function apart(links: readonly Link[]): Link[] {
  return links
    .map((link, index) => {
      const { start, end } = link.span;
      const next = links[index + 1]?.span.start ?? end;
      return next < end ? { ...link, span: { start, end: next } } : link;
    })
    .filter(({ span }) => span.end > span.start);
}

/** Links into the page itself, by the names of its anchors; headings are anchors where links lead to them. */
function withPlaces(page: Page, links: readonly Link[], written: readonly Anchor[]) {
  const anchors = new Map<string, number>();
  for (const { name, offset } of written) {
    const place = placeName(name);
    if (place !== '' && !anchors.has(place)) anchors.set(place, offset);
  }
  const first = page.blocks[0]?.span.start ?? 0;
  let slugs: ReadonlyMap<string, number> | undefined;
  const placed = (fragment: string): string | undefined => {
    const plain = decoded(fragment);
    for (const name of [fragment, plain]) if (anchors.has(name)) return name;
    slugs ??= slugsOf(page);
    const slug = plain.toLowerCase();
    const offset = slugs.get(slug) ?? (slug === 'top' ? first : undefined);
    if (offset === undefined) return undefined;
    anchors.set(slug, offset);
    return slug;
  };
  const own = page.address === undefined ? undefined : `${page.address}#`;
  const found: Link[] = [];
  for (const link of links) {
    const { href } = link;
    const inside = href.startsWith('#')
      ? href.slice(1)
      : own && href.startsWith(own)
        ? href.slice(own.length)
        : undefined;
    const name = inside === undefined ? undefined : placed(inside);
    if (name !== undefined) found.push({ ...link, href: `#${name}` });
    else if (!href.startsWith('#')) found.push(link);
    else if (page.address !== undefined) found.push({ ...link, href: new URL(href, page.address).href });
  }
  const inOrder = [...anchors].map(([name, offset]) => ({ name, offset }));
  return { links: found, anchors: inOrder.sort((one, other) => one.offset - other.offset) };
}
