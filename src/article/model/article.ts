import type { Direction } from '../../text/direction.ts';
import type { Span } from '../../text/span.ts';
import type { ArticleNotice } from './problem.ts';

/** What a block of an article is. `heading` has a level; `aside` is a stray line (a caption, a lone ×) kept apart. */
export type BlockKind =
  | 'title'
  | 'byline'
  | 'heading'
  | 'paragraph'
  | 'quotation'
  | 'item'
  | 'code'
  | 'caption'
  | 'aside';

/** One paragraph-like unit: what movement by paragraph stops at. Holds no paragraph separator; U+2028 is a line end that was meant. */
export interface Block {
  readonly kind: BlockKind;
  readonly span: Span;
  /** Heading level or list depth, from 1. */
  readonly level?: number;
  /** What stands before an item, where the text itself does not hold it: `•`, `1.`. */
  readonly marker?: string;
  /** Base direction of this block: declared, or the majority of its strong letters, else the article's. */
  readonly direction: Direction;
}

/** Words that lead somewhere. */
export interface Link {
  /** Whole grapheme clusters, inside one block. Links do not overlap. */
  readonly span: Span;
  /**
   * `#name` of an anchor of the article; an absolute address; or, where it is not known what it is relative to, a
   * relative one. `destinationOf` says where it leads. No control characters.
   */
  readonly href: string;
}

/** A place that links lead to, as `#name`. */
export interface Anchor {
  readonly name: string;
  /** Where it stands, in code units: the start of a grapheme cluster in a block. */
  readonly offset: number;
}

/** BCP 47 primary subtag, as far as the program distinguishes: `und` where it cannot tell. */
export type Language = 'ar' | 'fa' | 'he' | 'ur' | 'en' | 'und';

/** What an article was made of, where that matters for what can be done with it. */
export type ArticleKind = 'article' | 'feed' | 'book';

/** An article: one logical string, and spans into it. */
export interface Article {
  /** A feed's headings lead to its articles, a book's are its chapters; undefined for an article. */
  readonly kind?: ArticleKind;
  /**
   * The logical text. For plain text: the decoded file itself, offset for offset, a byte order mark apart. Where
   * it was hard-wrapped, the code units of the line ends inside a paragraph are blanks.
   */
  readonly text: string;
  /** In the order of the text, not overlapping. */
  readonly blocks: readonly Block[];
  /** One line, without bidi controls or control characters. */
  readonly title: string;
  readonly author?: string;
  readonly site?: string;
  /** ISO 8601 date of publication, where the source declares it. */
  readonly date?: string;
  readonly language: Language;
  readonly direction: Direction;
  /** Where it came from, as the user named it: a path, an address, `-`. */
  readonly source: string;
  /** Where on the web it was found, after all redirects, without a fragment; undefined for what came from elsewhere. */
  readonly address?: string;
  /** What the reader should know: undecodable bytes replaced, entries cut. */
  readonly notices: readonly ArticleNotice[];
  /** In the order of the text. */
  readonly links?: readonly Link[];
  /** Stretches that the source sets off (italic, bold), in the order of the text. */
  readonly emphasis?: readonly Span[];
  /** Where footnotes, and other places that have a name, stand; the first of a name is meant. In the order of the text. */
  readonly anchors?: readonly Anchor[];
}
