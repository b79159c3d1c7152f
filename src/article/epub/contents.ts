import { readMarkup } from '../markup/markup.ts';
import { oneLine } from '../model/one-line.ts';
import { type BookPlace, placeIn } from './package.ts';

/** A line of a table of contents. */
export interface ContentsEntry extends BookPlace {
  readonly title: string;
  /** How deep it stands, from 1. */
  readonly level: number;
}

/** What is known of an entry that is open in an NCX, where entries stand inside one another. */
interface Point {
  title: string;
  /** Whether its place has been met: its own label is then behind it, and what follows is of its children. */
  placed: boolean;
}

/** Most lines that are taken from one table. */
const mostEntries = 20_000;

/**
 * The table of contents that a file of the book holds: the `toc` of a navigation document (EPUB 3.3, section 7), or
 * the points of an NCX. Lines that lead nowhere are left out.
 */
export function contentsIn(markup: string, path: string): ContentsEntry[] {
  const entries: ContentsEntry[] = [];
  const points: Point[] = [];
  let words: string[] | undefined;
  let href: string | undefined;
  let depth = 0;
  // Undefined before the navigation that is wanted, false behind it.
  let inside: boolean | undefined;
  const enter = (target: string | undefined, title: string, level: number) => {
    const place = target === undefined ? undefined : placeIn(path, target);
    if (place && title !== '' && entries.length < mostEntries) entries.push({ ...place, title, level });
  };
  readMarkup(markup, 'html', {
    open(tag, attributes) {
      const name = tag.replace(/^.*:/, '');
      if (name === 'navpoint') points.push({ title: '', placed: false });
      else if (name === 'navlabel' && points.length > 0) words = [];
      else if (name === 'content' && points.length > 0) {
        const point = points.at(-1)!;
        if (!point.placed) enter(attributes.src, point.title, points.length);
        point.placed = true;
      } else if (name === 'nav' && inside === undefined) {
        inside = / toc /.test(` ${attributes['epub:type'] ?? 'toc'} `) || undefined;
        depth = 0;
      } else if (inside && (name === 'ol' || name === 'ul')) depth++;
      else if (inside && name === 'a') {
        words = [];
        href = attributes.href;
      }
    },
    text(part) {
      words?.push(part);
    },
    close(tag) {
      const name = tag.replace(/^.*:/, '');
      if (name === 'navpoint') points.pop();
      else if (name === 'navlabel' && points.length > 0) {
        const point = points.at(-1)!;
        point.title ||= titleOf(words);
        words = undefined;
      } else if (name === 'nav') inside = inside ? false : inside;
      else if (inside && (name === 'ol' || name === 'ul')) depth--;
      else if (inside && name === 'a') {
        enter(href, titleOf(words), Math.max(1, depth));
        words = undefined;
      }
    },
  });
  return entries;
}

function titleOf(words: readonly string[] | undefined): string {
  return oneLine(words?.join('') ?? '');
}
