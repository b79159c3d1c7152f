// Which articles of the library are asked for: by day, site and language.

/** What an entry must be; what is not said leaves all. */
export interface Filter {
  /** The first day, ISO 8601: published on it or later, or kept on it or later if no day is declared. */
  readonly since?: string;
  /** The site, or a part of its name or address. */
  readonly site?: string;
  readonly language?: string;
}
