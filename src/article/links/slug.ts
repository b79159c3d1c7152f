import type { Article } from '../model/article.ts';

/**
 * What a heading goes by where its document gives it no name: its words in lower case, blanks as hyphens, without
 * punctuation. GitHub and most other makers of pages from Markdown name headings so.
 */
export function slugOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\s_-]+/gu, '')
    .trim()
    .replace(/\s/g, '-');
}

/** Where each heading starts, by its slug; one that is there already gets `-1`, `-2` and so on behind it. */
export function slugsOf({ text, blocks }: Pick<Article, 'text' | 'blocks'>): ReadonlyMap<string, number> {
  const slugs = new Map<string, number>();
  const met = new Map<string, number>();
  for (const { kind, span } of blocks) {
    if (kind !== 'heading' && kind !== 'title') continue;
    const slug = slugOf(text.slice(span.start, span.end));
    const times = met.get(slug) ?? 0;
    met.set(slug, times + 1);
    const name = times === 0 ? slug : `${slug}-${times}`;
    if (slug !== '' && !slugs.has(name)) slugs.set(name, span.start);
  }
  return slugs;
}
