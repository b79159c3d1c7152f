import type { Direction } from '../../text/direction.ts';
import { blockDirection, textDirection } from '../assembly/direction.ts';
import { stretchesOf } from '../links/links.ts';
import type { Article, Block, BlockKind, Language } from '../model/article.ts';
import { frontLength, frontOf, isAside, isChapter } from '../model/headline.ts';
import { directionOf, languageOf } from '../model/language.ts';
import { firstWords, oneLine, titleOfSource } from '../model/one-line.ts';
import type { ArticleNotice } from '../model/problem.ts';
import { paragraphsOf } from './paragraphs.ts';

/** What the user, a header or the document itself declares of an article. */
export interface Declared {
  readonly source: string;
  readonly language?: Language | undefined;
  readonly direction?: Direction | undefined;
  /** Where on the web it was found, after all redirects, without a fragment. */
  readonly address?: string | undefined;
  readonly notices: readonly ArticleNotice[];
}

/** Longest title made of the first words of an article that has no headline, in code units. */
const longestTitle = 80;

/** A plain text as an article: its text is the given one, offset for offset, hard wraps undone. */
export function plainArticle(decoded: string, declared: Declared): Article {
  const { text, spans: paragraphs } = paragraphsOf(decoded);
  const words = (index: number) => text.slice(paragraphs[index]!.start, paragraphs[index]!.end);
  const front = frontOf(
    paragraphs.slice(0, frontLength).map(({ start, end }) => text.slice(start, Math.min(end, start + 2000))),
  );
  const language = declared.language ?? languageOf(text);
  const direction = declared.direction ?? textDirection(text) ?? directionOf(language) ?? 'ltr';
  const blocks = paragraphs.map((span, index): Block => {
    const recognized = front.kinds[index] ?? 'paragraph';
    const kind = recognized === 'paragraph' ? kindOf(text, span.start, span.end) : recognized;
    const own = blockDirection(text, span, { around: direction, declared: declared.direction });
    return {
      kind,
      span,
      ...(kind === 'heading' ? { level: 1 } : {}),
      direction: own.direction,
      ...(own.side === own.direction ? {} : { side: own.side }),
    };
  });
  const opening = front.title >= 0 ? front.title : front.kinds.findIndex((kind) => kind !== 'aside');
  const title =
    front.title >= 0
      ? oneLine(words(front.title))
      : opening >= 0
        ? firstWords(words(opening), longestTitle)
        : '';
  return {
    text,
    blocks,
    title: title || titleOfSource(declared.source),
    ...(front.author ? { author: oneLine(front.author) } : {}),
    language,
    direction,
    source: declared.source,
    ...(declared.address === undefined ? {} : { address: declared.address }),
    notices: declared.notices,
    ...stretchesOf(
      { text, blocks, address: declared.address },
      {
        links: [],
        emphasis: [],
        isolates: [],
        anchors: [],
      },
    ),
  };
}

function kindOf(text: string, start: number, end: number): BlockKind {
  if (end - start > 70) return 'paragraph';
  const words = text.slice(start, end);
  return isAside(words) ? 'aside' : isChapter(words) ? 'heading' : 'paragraph';
}
