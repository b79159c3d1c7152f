/** A file of an office document by its path, as text; undefined where there is none. Throws SourceError where it is damaged. */
export type Part = (path: string) => string | undefined;
