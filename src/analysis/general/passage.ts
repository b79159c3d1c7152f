// One block of an article as the rules read it: words, quotations, verbs of saying, dates, and the names found so far.
import type { Span } from '../../text/span.ts';
import type { EntityType } from '../analysis.ts';
import type { Quotation } from '../common/marks.ts';
import type { Dated } from './dates.ts';
import type { Token } from './tokens.ts';

/** How a phrase reports speech: see {@link import('./grammar.ts').Speech}. */
export type CueKind = 'says' | 'reports' | 'noun' | 'according';

/** A phrase that reports speech; `from` and `to` are indexes of tokens, half-open. */
export interface Cue {
  readonly from: number;
  readonly to: number;
  readonly kind: CueKind;
}

/** A name in its place. */
export interface Named extends Span {
  readonly type: Exclude<EntityType, 'date'>;
  readonly from: number;
  readonly to: number;
  /** Names of one type and key are one entity. */
  key: string;
  /** The phrase beside a person that says what he is. */
  office?: Span;
}

/** A block as the rules read it. */
export interface Passage {
  readonly span: Span;
  /** A title or heading: no sentence of the article's own. */
  readonly headline: boolean;
  readonly tokens: readonly Token[];
  /** Outermost quotations, whose indexes tokens give. */
  readonly outer: readonly Quotation[];
  readonly cues: readonly Cue[];
  readonly dates: readonly Dated[];
  /** Borders of its sentences as indexes of tokens. */
  readonly sentences: readonly (readonly [number, number])[];
  /** In the order of the text, not overlapping. */
  names: Named[];
}

/** What covers each token of a passage: 1 a cue, 2 a date. */
export function coverOf({ tokens, cues, dates }: Pick<Passage, 'tokens' | 'cues' | 'dates'>): Uint8Array {
  const cover = new Uint8Array(tokens.length + 1);
  for (const { from, to } of cues) cover.fill(1, from, to);
  for (const { from, to } of dates) cover.fill(2, from, to);
  return cover;
}
