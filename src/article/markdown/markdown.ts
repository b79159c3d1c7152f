import type { Direction } from '../../text/direction.ts';
import { assemble, type Piece } from '../assembly/assembly.ts';
import { readDate } from '../dates/dates.ts';
import type { Article } from '../model/article.ts';
import { oneLine } from '../model/one-line.ts';
import { type Declared, plainArticle } from '../plain/plain.ts';
import { frontMatterOf } from './front-matter.ts';
import { prosePieces } from './prose.ts';

/** A Markdown document as an article: its title, then the words of each block without markup. */
export async function markdownArticle(text: string, declared: Declared): Promise<Article> {
  const { fields, body, problem } = await frontMatterOf(text);
  const markdown = body > 0 ? text.slice(body) : text;
  // The parser takes ten milliseconds to load: prose does without.
  const pieces = prosePieces(markdown) ?? (await structuredPieces(markdown, declared.address));
  if (!pieces) return plainArticle(text, declared);
  const rest = new Map(Object.entries(fields).filter(([name]) => !bookkeeping.test(name)));
  const take = <Value>(read: (value: unknown) => Value | undefined, ...names: string[]) => {
    const found = names.find((name) => read(rest.get(name)) !== undefined);
    const value = found === undefined ? undefined : read(rest.get(found));
    if (found !== undefined) rest.delete(found);
    return value;
  };
  const language = take(words, 'language', 'lang');
  const subtitle = take(words, 'subtitle', 'standfirst', 'lead');
  const isLed = subtitle === undefined || pieces.some((piece) => piece.text.includes(subtitle));
  const facts = {
    title: take(words, 'title'),
    author: take(words, 'author', 'authors', 'byline'),
    site: take(words, 'site', 'publisher'),
    date: take((value) => dateOf(value, language), 'date', 'published'),
    declaredDirection: take((value) => directionNamed(words(value)), 'direction', 'dir'),
  };
  const unshown = [...rest].flatMap(([name, value]) => (words(value) === undefined && !value ? [] : [name]));
  const told = pieces.map((piece, index) =>
    index < 2 && piece.kind === 'paragraph' && piece.text === facts.author ? bylineOf(piece) : piece,
  );
  const article = assemble(isLed ? told : withLead(told, subtitle), {
    ...facts,
    language: declared.language,
    direction: declared.direction,
    declaredLanguage: language,
    source: declared.source,
    address: declared.address,
    notices: [
      ...declared.notices,
      ...(problem ? [{ key: 'frontMatter', detail: problem } as const] : []),
      ...(unshown.length > 0 ? [{ key: 'frontMatterUnshown', names: unshown.map(oneLine) } as const] : []),
    ],
  });
  // Nothing but comments, or nesting beyond all measure: what is written stands for itself.
  return article.blocks.length > 0 ? article : plainArticle(text, declared);
}

/** The pieces of Markdown that is more than prose; undefined where it is nested beyond all measure. */
async function structuredPieces(markdown: string, address: string | undefined): Promise<Piece[] | undefined> {
  const { isTooDeep, markdownPieces } = await import('./tokens.ts');
  return isTooDeep(markdown) ? undefined : markdownPieces(markdown, address);
}

/** Fields by which programs keep their files in order, which say nothing to readers. */
const bookkeeping =
  /^(?:layout|template|type|kind|draft|slug|permalink|id|uid|uuid|weight|order|nav_order|sidebar_position|sidebar|toc|output|format|documentclass|cssclass(?:es)?|hide_title|comments|alias(?:es)?|licen[cs]e)$/i;

/** The line that names the author again, as what it is. */
function bylineOf(piece: Piece): Piece {
  return { ...piece, kind: 'byline' };
}

/** The pieces with a lead, behind the headline where they begin with one. */
function withLead(pieces: readonly Piece[], text: string): Piece[] {
  const lead: Piece = { kind: 'paragraph', text };
  return pieces[0]?.kind === 'heading' && pieces[0].level === 1
    ? [pieces[0], lead, ...pieces.slice(1)]
    : [lead, ...pieces];
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
