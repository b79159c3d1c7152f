import type { Direction } from '../../text/direction.ts';
import { assemble } from '../assembly/assembly.ts';
import { readDate } from '../dates/dates.ts';
import type { Article } from '../model/article.ts';
import { type Declared, plainArticle } from '../plain/plain.ts';
import { frontMatterOf } from './front-matter.ts';
import { prosePieces } from './prose.ts';

/** A Markdown document as an article: its title, then the words of each block without markup. */
export async function markdownArticle(text: string, declared: Declared): Promise<Article> {
  const { fields, body, problem } = await frontMatterOf(text);
  const markdown = body > 0 ? text.slice(body) : text;
  // The parser takes ten milliseconds to load: prose does without.
  const pieces =
    prosePieces(markdown) ?? (await import('./tokens.ts')).markdownPieces(markdown, declared.address);
  const article = assemble(pieces, {
    title: words(fields.title),
    author: words(fields.author) ?? words(fields.authors) ?? words(fields.byline),
    site: words(fields.site) ?? words(fields.publisher),
    date: dateOf(fields.date ?? fields.published, words(fields.language) ?? words(fields.lang)),
    language: declared.language,
    direction: declared.direction,
    declaredLanguage: words(fields.language) ?? words(fields.lang),
    declaredDirection: directionNamed(words(fields.direction) ?? words(fields.dir)),
    source: declared.source,
    address: declared.address,
    notices: problem ? [...declared.notices, { key: 'frontMatter', detail: problem }] : declared.notices,
  });
  // Nothing but comments, or nesting beyond all measure: what is written stands for itself.
  return article.blocks.length > 0 ? article : plainArticle(text, declared);
}

/** A field as text: a string, a number, a name of several authors. */
function words(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() || undefined;
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map(words).filter(Boolean).join(', ') || undefined;
  if (typeof value === 'object' && value !== null && 'name' in value) return words(value.name);
  return undefined;
}

function dateOf(value: unknown, language: string | undefined): string | undefined {
  return readDate(value instanceof Date ? value.toISOString() : (words(value) ?? ''), language);
}

function directionNamed(value: string | undefined): Direction | undefined {
  const name = value?.toLowerCase();
  return name === 'rtl' || name === 'ltr' ? name : undefined;
}
