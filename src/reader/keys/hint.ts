/** What a hint of the footer calls what its keys do: shorter than the table's words. In `reader/words`. */
export type HintLabel =
  | 'help'
  | 'list'
  | 'quote'
  | 'search'
  | 'copy'
  | 'quit'
  | 'library'
  | 'jump'
  | 'open'
  | 'article'
  | 'namePage'
  | 'lists'
  | 'speaker'
  | 'mentions'
  | 'byNumber'
  | 'back'
  | 'remove'
  | 'refresh'
  | 'narrow'
  | 'hits'
  | 'endSearch'
  | 'select'
  | 'selectRows'
  | 'otherEnd'
  | 'cite'
  | 'note'
  | 'leaveHelp'
  | 'more'
  | 'unread'
  | 'feed';

/** Keys that are worth showing where one is, and what they do. */
export interface Hint {
  /** Names as in the key table. */
  readonly keys: readonly string[];
  readonly label: HintLabel;
  /** A name that stands in place of the label: where a link leads. */
  readonly name?: string;
}
