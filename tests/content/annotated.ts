import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Span } from '../../src/text/span.ts';

/** A span with the words that it is meant to hold. */
export interface Worded extends Span {
  readonly text: string;
}

/** What a person found in an article, as the files beside the articles have it. */
export interface Annotation {
  readonly id: string;
  readonly lang: string;
  readonly textLength: number;
  readonly quotes: readonly (Worded & {
    readonly kind: 'direct' | 'indirect' | 'scare';
    readonly optional?: boolean;
    readonly speaker: string | null;
    readonly speakerMention: Worded | null;
    readonly cue: Worded | null;
    readonly speakerAlt?: readonly string[];
  })[];
  readonly entities: readonly {
    readonly type: 'PER' | 'ORG' | 'LOC' | 'DATE';
    readonly canonical: string;
    readonly mentions: readonly (readonly [number, number])[];
    readonly surface: readonly string[];
    readonly optional?: boolean;
    readonly iso?: string;
    readonly alts?: readonly {
      readonly mention: readonly [number, number];
      readonly alt: readonly (readonly [number, number])[];
    }[];
  }[];
}

const root = path.resolve(import.meta.dirname, '../..');

function within(folder: string, ending: string): string[] {
  return readdirSync(path.join(root, folder))
    .filter((name) => name.endsWith(ending) && name !== 'README.md')
    .map((name) => path.join(root, folder, name));
}

/** Paths of the articles that come with the program. */
export const bundledArticles: readonly string[] = within('content', '.md');

/** Paths of all annotated articles: those, and the ones that only measure the analysis. */
export const annotatedArticles: readonly string[] = [
  ...bundledArticles,
  ...within('tests/analysis/articles', '.txt'),
  ...['fa', 'he', 'ur', 'en'].flatMap((language) => within(`tests/analysis/articles/${language}`, '.txt')),
];

/** The annotation beside an article. */
export function annotationOf(article: string): Annotation {
  return JSON.parse(readFileSync(article.replace(/\.\w+$/u, '.json'), 'utf8'));
}
