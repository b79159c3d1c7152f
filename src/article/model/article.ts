import type { Direction } from '../../text/direction.ts';
import type { Isolate } from '../../text/isolate.ts';
import type { Span } from '../../text/span.ts';
import type { ArticleNotice } from './problem.ts';

/**
 * What a block of an article is. `heading` has a level; `row` is a row of a table, its cells parted by tabs; `code` has
 * line feeds; `aside` is a stray line (a caption, a lone ×) kept apart.
 */
export type BlockKind =
  | 'title'
  | 'byline'
  | 'heading'
  | 'paragraph'
  | 'quotation'
  | 'item'
  | 'row'
  | 'code'
  | 'caption'
  | 'aside';

/**
 * One paragraph-like unit: what movement by paragraph stops at. Holds no paragraph separator, code apart; U+2028 is a
 * line end that was meant.
 */
export interface Block {
  readonly kind: BlockKind;
  readonly span: Span;
  /** Heading level or list depth, from 1. */
  readonly level?: number;
  /** What stands before an item, where the text itself does not hold it: `•`, `1.`. */
  readonly marker?: string;
  /**
   * Base direction of this block: declared, or what its letters ask for in an article of this direction. What has no
   * right-to-left letter is left-to-right, whatever is declared. That of a row is the order of its cells.
   */
  readonly direction: Direction;
  /** Where its rows begin, if that is not where its direction does: of an English item in an Arabic list. */
  readonly side?: Direction;
  /** How many lists are around it, if any. */
  readonly lists?: number;
  /** Cells that its text stands in from that side, since it is in a list. */
  readonly hang?: number;
  /** How many block quotes are around it, if any. */
  readonly quotes?: number;
  /** Of a row: the index of its table in `Article.tables`. */
  readonly table?: number;
  /** Whether it is a row of the names of columns. */
  readonly header?: boolean;
}

/** Where a column of a table puts its text; undefined where nobody said. */
export type Alignment = 'left' | 'center' | 'right' | undefined;

/** A table: rows that follow each other among the blocks. */
export interface Table {
  /** Index of its first row among the blocks, and the one after its last. */
  readonly first: number;
  readonly end: number;
  /** The direction that is declared for it, or around it. */
  readonly direction?: Direction;
  /** Of every column, in logical order; there are as many as the longest row has cells. */
  readonly columns: readonly { readonly align?: Alignment }[];
}

/** How a stretch is set off. */
export type EmphasisRole = 'strong' | 'emphasis' | 'deleted' | 'code';

/** A stretch that the source sets off. */
export interface Emphasis extends Span {
  readonly role: EmphasisRole;
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

/** How a server names the version of a page (RFC 9110, sections 8.8.2 and 8.8.3). */
export interface PageVersion {
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
}

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
  /** Which version of its page it was made of, as the server names it; undefined where it does not, or nothing was fetched. */
  readonly version?: PageVersion;
  /** What the reader should know: undecodable bytes replaced, entries cut. */
  readonly notices: readonly ArticleNotice[];
  /** In the order of the text. */
  readonly links?: readonly Link[];
  /** Stretches that the source sets off, in the order of the text. */
  readonly emphasis?: readonly Emphasis[];
  /** Stretches that are ordered by themselves, in the order of the text, the outer one first; none crosses another. */
  readonly isolates?: readonly Isolate[];
  /** In the order of the text. */
  readonly tables?: readonly Table[];
  /** Where footnotes, and other places that have a name, stand; the first of a name is meant. In the order of the text. */
  readonly anchors?: readonly Anchor[];
}
