import type { Span } from '../text/span.ts';

/** Words that somebody is said to have said. Field names and meanings are those of `analyze --json`. */
export interface Quote {
  /** `direct`: inside quotation marks, marks excluded. `indirect`: the clause of a reporting verb, أن/إن included. */
  readonly kind: 'direct' | 'indirect';
  readonly span: Span;
  /** The fullest name the article gives the speaker, or the noun phrase of an unnamed one. */
  readonly speaker: string | null;
  /** The overt subject of the cue. */
  readonly speakerMention: Span | null;
  /** The reporting verb, participle or masdar, without a prefixed conjunction. */
  readonly cue: Span | null;
  /** Why this speaker, as one of a few words the interface translates. */
  readonly reason: SpeakerReason;
  /** The speaker's office as the words around the quote tell it: «وزير الخارجية العراقي», «الوزير». */
  readonly role?: string;
  /** The speaker denies the words (نفى أن). */
  readonly denied?: boolean;
  /** Whose report it is, when one source cites another (ونقلت الصحيفة عن …). */
  readonly via?: string;
}

/**
 * How a speaker was found: the subject of the cue, a name before a colon, the last speaker carried on, a
 * pronoun or an office resolved, or not at all.
 */
export type SpeakerReason = 'subject' | 'colon' | 'carried' | 'pronoun' | 'office' | 'unnamed' | 'none';

export type EntityType = 'person' | 'organization' | 'place' | 'date';

/** An office of a person, as the article words it: «وزير الخارجية العراقي». */
export interface Role extends Span {
  readonly text: string;
}

/** Somebody or something named, with every place where the article names it. */
export interface Entity {
  readonly type: EntityType;
  /** The fullest form that the article uses. */
  readonly name: string;
  /** Other forms it uses. */
  readonly aliases: readonly string[];
  /** People only: their offices in the order of the text, the fullest wording of each. */
  readonly roles?: readonly Role[];
  /** Dates only: ISO 8601, `XXXX` for a year that cannot be known. */
  readonly iso?: string;
  /** In the order of the text; prefixed و ف ب ل ك excluded. Never empty. */
  readonly mentions: readonly Span[];
}

/** All that was found in one article. Deterministic: the same article gives the same analysis. */
export interface Analysis {
  /** The article's own day, ISO 8601, where it is declared or its words tell it: see docs/analysis.md. */
  readonly date?: string;
  /** By start, an enclosing quote before the one inside it. */
  readonly quotes: readonly Quote[];
  /** By first mention. */
  readonly entities: readonly Entity[];
}

/** An analysis that found nothing. */
export const emptyAnalysis: Analysis = { quotes: [], entities: [] };
