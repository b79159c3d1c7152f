/** One reporting verb, as the list says it. */
export interface Verb {
  readonly lemma: string;
  /** A plain verb of saying. */
  readonly says: boolean;
  readonly takesClause: boolean;
  readonly takesQuote: boolean;
  readonly continues: boolean;
  readonly denies: boolean;
  readonly believes: boolean;
  readonly takesHearer: boolean;
  readonly thingMaySpeak: boolean;
  /** Folded prepositions that may stand between it and أن. */
  readonly prepositions: readonly string[];
}

export type Gender = 'masculine' | 'feminine' | 'any';
export type GrammaticalNumber = 'singular' | 'dual' | 'plural' | 'any';

/** One form of a reporting verb. */
export interface VerbForm {
  readonly verb: Verb;
  readonly shape: 'past' | 'present' | 'participle' | 'masdar';
  readonly person: 1 | 2 | 3;
  readonly gender: Gender;
  readonly number: GrammaticalNumber;
  /** A masdar with a pronoun (قوله), a verb with its hearer (أخبره). */
  readonly pronoun: boolean;
}
