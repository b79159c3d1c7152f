import type { Article } from '../../article/model/article.ts';
import type { Span } from '../../text/span.ts';
import type { Analysis, Role } from '../analysis.ts';

/** The object that `analyze --json` prints for one article. Offsets are UTF-16 code units into its text. */
export interface AnalysisJson {
  readonly article: {
    readonly title: string;
    /** Who wrote it, and where it was published, if the source says so. */
    readonly author: string | null;
    readonly site: string | null;
    readonly language: string;
    readonly direction: string;
    readonly source: string;
    /** Declared, or told by the article's words. */
    readonly date: string | null;
    readonly length: number;
  };
  readonly quotes: readonly {
    readonly kind: 'direct' | 'indirect';
    readonly start: number;
    readonly end: number;
    readonly text: string;
    /** Index of the block, from 0. */
    readonly paragraph: number;
    readonly speaker: string | null;
    readonly speakerMention: Span | null;
    /** The speaker's office as it is told there. */
    readonly role: string | null;
    readonly cue: Span | null;
    readonly reason: string;
    readonly denied?: true;
    readonly via?: string;
  }[];
  readonly entities: readonly {
    readonly type: string;
    readonly name: string;
    readonly aliases: readonly string[];
    readonly roles: readonly Role[];
    readonly iso?: string;
    readonly mentions: readonly (readonly [number, number])[];
  }[];
}

/** An analysis as a plain object for JSON. */
export function analysisJson(article: Article, analysis: Analysis): AnalysisJson {
  let block = 0;
  return {
    article: {
      title: article.title,
      author: article.author ?? null,
      site: article.site ?? null,
      language: article.language,
      direction: article.direction,
      source: article.source,
      date: article.date ?? analysis.date ?? null,
      length: article.text.length,
    },
    quotes: analysis.quotes.map((quote) => {
      while (block + 1 < article.blocks.length && article.blocks[block + 1]!.span.start <= quote.span.start)
        block++;
      return {
        kind: quote.kind,
        start: quote.span.start,
        end: quote.span.end,
        text: article.text.slice(quote.span.start, quote.span.end),
        paragraph: block,
        speaker: quote.speaker,
        speakerMention: quote.speakerMention,
        role: quote.role ?? null,
        cue: quote.cue,
        reason: quote.reason,
        ...(quote.denied ? { denied: true as const } : {}),
        ...(quote.via ? { via: quote.via } : {}),
      };
    }),
    entities: analysis.entities.map((entity) => ({
      type: entity.type,
      name: entity.name,
      aliases: entity.aliases,
      roles: entity.roles ?? [],
      ...(entity.iso ? { iso: entity.iso } : {}),
      mentions: entity.mentions.map(({ start, end }) => [start, end] as const),
    })),
  };
}
