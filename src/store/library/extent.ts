// How much is in a library, and what of it is damaged.

/** What is in a library, counted. */
export interface Extent {
  /** Articles whose text is kept, feeds not among them. */
  readonly kept: number;
  readonly feeds: number;
  /** Articles that were opened. */
  readonly recent: number;
  /** Words of all kept texts. */
  readonly words: number;
  readonly quotes: number;
  /** Names of people, before those of one person are joined. */
  readonly people: number;
  readonly organizations: number;
  readonly places: number;
  /** Kept texts that have not been analyzed. */
  readonly unread: number;
  /** Bytes of the file. */
  readonly bytes: number;
}

/** What a look at every page and text found. */
export interface Damage {
  /** Texts that were looked at. */
  readonly texts: number;
  /** Sources whose text is not what was kept. */
  readonly damaged: readonly string[];
  /** What SQLite says of the file, a line each; empty if it is sound. */
  readonly file: readonly string[];
}
