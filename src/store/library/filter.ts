// Which articles of the library are asked for: by day, site and language; and how a list of it is arranged.

/** What an entry must be; what is not said leaves all. */
export interface Filter {
  /** The first day, ISO 8601: published on it or later, or kept on it or later if no day is declared. */
  readonly since?: string;
  /** The site, or a part of its name or address. */
  readonly site?: string;
  readonly language?: string;
}

/** What a list is sorted by: when its entries came into it, the newest first; the day of publication, the newest first; the site. */
export const orders = ['time', 'date', 'site'] as const;
export type Order = (typeof orders)[number];

/** What a list is narrowed down to. */
export type Only =
  /** A site by its name; where entries name none, what their sources begin with: a host, a folder. */
  | { readonly kind: 'site'; readonly site: string | null; readonly prefix: string }
  /** What came into the list from a moment on and before another, in milliseconds since 1970. */
  | { readonly kind: 'day'; readonly from: number; readonly until: number }
  /** What has not been read to its end; what is kept. */
  | { readonly kind: 'unread' | 'kept' };

/** How a list of the library is arranged. */
export interface Arrangement {
  readonly order: Order;
  readonly only: Only | null;
}
