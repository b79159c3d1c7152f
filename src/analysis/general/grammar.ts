// What a language tells the common rules: its words by sort, its names, and how it reports speech. Data and patterns only.

/** Sorts of words; a word may be of several. Bits, so that one number tells them all. */
export const sorts = {
  /** Prepositions, conjunctions, particles, adverbs: no name and no subject holds one. */
  stop: 1,
  /** Stands for the speaker: او, הוא, انہوں, she. */
  pronoun: 2,
  /** A form of address before a name: آقای, ד"ר, ڈاکٹر, Mrs. */
  title: 4,
  /** What somebody is: وزیر, שופט, ترجمان, mayor. */
  office: 8,
  /** Begins the name of an organization: وزارت, משרד, محکمہ; in English and Urdu it may end it as well. */
  body: 16,
  /** Ends the name of an organization: University, کمیشن. */
  bodyEnd: 32,
  given: 64,
  family: 128,
  place: 256,
  organization: 512,
  /** A word of the language that no name is made of. */
  common: 1024,
  /** Opens a sentence before its subject: but, اما, אבל. */
  opener: 2048,
  /** A finite verb. */
  verb: 4096,
  male: 8192,
  female: 16384,
  /** Begins the name of a place: شهر, קיבוץ, ضلع. */
  region: 32768,
  /** Opens a clause: که, כי, کہ, that. */
  that: 65536,
  /** A preposition: what follows it is no subject. */
  preposition: 131072,
  /** A place only where a preposition says so. */
  town: 262144,
  /** An adjective of a nation: ایرانی, גרמני, امریکی, French. */
  nation: 524288,
  /** Many persons or nobody in particular: کارشناسان, residents. */
  plural: 1048576,
} as const;

/** One sort of {@link sorts}. */
export type Sort = keyof typeof sorts;

/** How a language reports speech. Lists of phrases parted by `|`. */
export interface Speech {
  /** Verbs that lead to words in marks, behind a colon, or to a clause. */
  readonly says: string;
  /** Verbs that lead to a clause only: to believe, to deny. */
  readonly reports: string;
  /** Nouns that do so right before a clause: با بیان اینکه. */
  readonly nouns: string;
  /** According to: what somebody says stands in the rest of the sentence. */
  readonly according: string;
  /** `first`: the subject opens its clause (Persian, Hebrew, English); `agent`: a particle stands behind it (Urdu نے). */
  readonly subject: 'first' | 'agent';
  /** The particles behind an agent. */
  readonly agents?: string;
  /** Whether the subject may stand behind its verb: said Anna Berg. */
  readonly follows: boolean;
  /** Whether a clause needs no word that opens it: she said the bridge was closed. */
  readonly bare: boolean;
  /** Verbs that need none either, where the verb stands last: what follows is the clause. */
  readonly bareVerbs?: RegExp;
  /** Whether what somebody says stands behind a colon without marks up to the end of its paragraph. */
  readonly colon: boolean;
  /** Whether a verb may drop its subject. */
  readonly drops: boolean;
  /** How a noun phrase is told from what is around it where it is long: words that go on with it. */
  readonly joins?: string;
}

/** How a language writes dates. Names in order, forms of one name parted by `/`. */
export interface DateWords {
  /** Gregorian months, January first. */
  readonly months: string;
  /** Months of the language's own calendar, where it has one. */
  readonly own?: { readonly calendar: 'persian' | 'hebrew' | 'islamic'; readonly months: string };
  /** Monday first. */
  readonly weekdays: string;
  /** Words before or behind a year: سال, שנת, سنہ. */
  readonly year: string;
  /** Words before a weekday or behind a month that belong to the date: روز, ماه, יום. */
  readonly day: string;
  /** Words of time before a month that stands alone: اواخر, סוף, early. */
  readonly around: string;
  /** The month stands before its day: Nov. 12. */
  readonly monthFirst: boolean;
  /** The first of a month as a word. */
  readonly first?: string;
  /** Weekdays are ordinary words too and need a word of `day` before them: יום ראשון. */
  readonly shyWeekdays?: boolean;
  /** Months are ordinary words or names too and stand alone only beside a word of `around` or `day`. */
  readonly shyMonths?: boolean;
}

/** What is known of words: the lexicon of a grammar, as a grammar itself may ask it. */
export interface Known {
  /** The sorts of a single word, 0 where it is of none. */
  sortsOf(key: string): number;
  /** The longest phrase of any of `wanted` sorts that begins at a word. */
  at(
    words: readonly { readonly key: string }[],
    at: number,
    wanted: number,
  ): { readonly length: number } | undefined;
}

/** A language as the common rules read it. */
export interface Grammar {
  /** BCP 47, for what Intl knows of it. */
  readonly language: string;
  /** A word as it is looked up: letters folded, marks off. */
  readonly key: (spelling: string) => string;
  /** Letters written onto a word before it: ב in בירושלים. */
  readonly prefixes?: RegExp;
  /** Where two words meet that are written as one (Urdu کہاکہ), as an index of the spelling; 0 where it is one word. */
  readonly seam?: (spelling: string, known: Known) => number;
  /** The definite article where it is written onto its word: הנגב is נגב. */
  readonly definite?: string;
  /** Names begin with capitals. */
  readonly capitals: boolean;
  /** The name of an organization goes on behind its head (وزارت خارجه), or stands before it (سپریم کورٹ). */
  readonly headFirst: boolean;
  /** Lists of phrases by sort, parted by `|` or line ends. */
  readonly words: Readonly<Partial<Record<Sort, readonly string[]>>>;
  readonly dates: DateWords;
  readonly speech: Speech;
  /** Heads of bodies that are never named after a person: مجلس, עיריית. */
  readonly stately?: RegExp;
  /** An unknown word that looks like a family name: پور, زاده. */
  readonly familyLike?: RegExp;
  /** Endings of finite verbs, for words of no list. */
  readonly verbLike?: RegExp;
  /** Whether a verb is of many: who spoke before cannot be its subject. */
  readonly isPlural?: (key: string) => boolean;
  /** The sex that a verb or pronoun tells. */
  readonly sexOf?: (key: string) => 'male' | 'female' | undefined;
}
