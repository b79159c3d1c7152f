import type { Options } from '../../settings/options.ts';
import type { Filter } from '../../store/library/library.ts';

/** The options of the commands that ask the library. */
export interface LibraryOptions extends Options {
  readonly since?: string;
  readonly site?: string;
  readonly limit?: number;
  readonly jsonl?: boolean;
  readonly csv?: boolean;
  /** A file with names of sources. */
  readonly filesFrom?: string;
  /** Whether what is added is analyzed later, by `library work`. */
  readonly later?: boolean;
  /** Whether a worker waits for more when nothing is left. */
  readonly wait?: boolean;
  /** The speaker whose quotes are asked for. */
  readonly by?: string;
}

/** Which articles are asked for. */
export function filterOf({ since, site, language }: LibraryOptions): Filter {
  return {
    ...(since === undefined ? {} : { since }),
    ...(site === undefined ? {} : { site }),
    ...(language === undefined || language === 'auto' ? {} : { language }),
  };
}
