// Names for subjects: the fullest form of a name, whoever a pronoun means, whose an office is. Nobody is guessed.
import type { Span } from '../../text/span.ts';
import type { SpeakerReason } from '../analysis.ts';
import { type Grammar, sorts } from './grammar.ts';
import type { Phrases } from './lexicon.ts';
import type { Passage } from './passage.ts';
import type { Subject } from './subject.ts';

/** Who speaks, and how that is known. */
export interface Speaker {
  readonly name: string;
  readonly mention: Span | null;
  readonly reason: SpeakerReason;
  /** The speaker's office, as the words of the quote tell it. */
  readonly role?: string;
}

type Sex = 'male' | 'female' | undefined;

/** Somebody whom a pronoun may mean. */
interface Candidate {
  readonly name: string;
  readonly sex: Sex;
}

/** Resolves subjects in the order of the text. */
export class Speakers {
  private readonly text: string;
  private readonly grammar: Grammar;
  private readonly lexicon: Phrases;
  /** The name to show for the key of a named entity. */
  private readonly fullest: ReadonlyMap<string, string>;
  /** The words of an office → the one person whose it is, or null where it is several people's. */
  private readonly offices = new Map<string, string | null>();
  /** Whoever acted or spoke, the last one last. */
  private recent: Candidate[] = [];

  constructor(
    text: string,
    grammar: Grammar,
    lexicon: Phrases,
    fullest: ReadonlyMap<string, string>,
    passages: readonly Passage[],
  ) {
    this.text = text;
    this.grammar = grammar;
    this.lexicon = lexicon;
    this.fullest = fullest;
    for (const { names } of passages)
      for (const { office, key } of names) {
        if (!office) continue;
        const words = this.normal(text.slice(office.start, office.end));
        const name = this.nameOf(key);
        for (const form of this.formsOf(words)) {
          const known = this.offices.get(form);
          this.offices.set(form, known === undefined || known === name ? name : null);
        }
      }
  }

  /** The speaker that a subject names; `key` is the verb's, whose form may tell the sex. */
  resolve(subject: Subject | undefined, key: string): Speaker | undefined {
    if (!subject) return undefined;
    if (subject.kind === 'name') {
      const { start, end } = subject.mention;
      const name =
        subject.named.type === 'place' ? this.text.slice(start, end) : this.nameOf(subject.named.key);
      if (subject.named.type === 'person') this.remember(subject.named.key);
      const office = subject.named.office;
      const role = office ? { role: this.text.slice(office.start, office.end) } : {};
      return { name, mention: subject.mention, reason: 'subject', ...role };
    }
    if (subject.kind === 'phrase') return this.phrase(subject);
    const sex =
      this.grammar.sexOf?.(subject.kind === 'pronoun' ? subject.key : key) ?? this.grammar.sexOf?.(key);
    if (subject.kind === 'dropped' && this.grammar.isPlural?.(key)) return undefined;
    const plural = subject.kind === 'pronoun' && /^(?:they|הם|הן|آنها|آنان)$/u.test(subject.key);
    const who = plural ? undefined : this.recent.findLast((one) => !sex || !one.sex || one.sex === sex);
    if (!who) return undefined;
    return {
      name: who.name,
      mention: subject.kind === 'pronoun' && subject.mention.end > 0 ? subject.mention : null,
      reason: subject.kind === 'pronoun' ? 'pronoun' : 'carried',
    };
  }

  /** Who leads a sentence may be meant by the next pronoun. */
  lead(subject: Subject | undefined): void {
    if (subject?.kind === 'name' && subject.named.type === 'person') this.remember(subject.named.key);
    // Somebody without a name stands between: a pronoun is his as likely.
    else if (subject?.kind === 'phrase' && subject.office) this.phrase(subject);
  }

  private phrase(subject: Extract<Subject, { kind: 'phrase' }>): Speaker | undefined {
    const words = this.text.slice(subject.mention.start, subject.mention.end).replace(/\s+/gu, ' ');
    const normal = this.normal(words);
    const shown = this.grammar.language === 'fa' && /^(?:این|آن) /u.test(normal);
    // این مقام مسئول: whoever was named last.
    if (shown && this.recent.length > 0) {
      const { name } = this.recent.at(-1)!;
      return { name, mention: subject.mention, reason: 'office' };
    }
    // A minister: one whom the article has not named.
    const open = this.grammar.capitals && /^(?:an?|one|another)\s/iu.test(words);
    const owner = open
      ? undefined
      : (this.offices.get(normal) ?? this.offices.get(this.withoutNations(normal)));
    if (owner) {
      this.recent = [
        ...this.recent.filter((one) => one.name !== owner),
        { name: owner, sex: undefined },
      ].slice(-4);
      return { name: owner, mention: subject.mention, reason: 'office', role: words };
    }
    this.recent = [...this.recent, { name: words, sex: undefined }].slice(-4);
    return { name: words, mention: subject.mention, reason: 'unnamed' };
  }

  /** How an office is told again: its first words, or its last where the head stands there; both end or begin with a head. */
  private formsOf(words: string): Set<string> {
    const all = words.split(' ');
    const heads = all.map((word) => (this.lexicon.sortsOf(word) & sorts.office) > 0);
    const forms = new Set([words]);
    const { headFirst, capitals } = this.grammar;
    if (headFirst) forms.add(all[0]!);
    for (let length = 1; length < all.length; length++) {
      if ((headFirst && !capitals && length > 1) || heads[length - 1])
        forms.add(all.slice(0, length).join(' '));
      if (!headFirst && heads.at(-1)) forms.add(all.slice(-length).join(' '));
    }
    return forms;
  }

  /** افغان کوچ: an office told by a nation and its head only. */
  private withoutNations(words: string): string {
    const all = words.split(' ');
    const rest = all.filter((word) => !(this.lexicon.sortsOf(word) & sorts.nation));
    return rest.length === 1 ? rest[0]! : words;
  }

  private nameOf(key: string): string {
    return this.fullest.get(key) ?? key;
  }

  private remember(key: string): void {
    const name = this.nameOf(key);
    const first = this.lexicon.sortsOf(this.grammar.key(name.split(/\s+/u)[0]!));
    const [male, female] = [(first & sorts.male) > 0, (first & sorts.female) > 0];
    const sex = male === female ? undefined : male ? 'male' : 'female';
    this.recent = [...this.recent.filter((one) => one.name !== name), { name, sex } as const].slice(-4);
  }

  /** The words of an office without articles. */
  private normal(words: string): string {
    return words
      .split(/\s+/u)
      .map((word) => this.grammar.key(word))
      .filter((word) => !/^(?:the|a|an)$/u.test(word))
      .map((word) => (this.grammar.language === 'he' ? word.replace(/^ה(?=\p{L}{3})/u, '') : word))
      .join(' ');
  }
}
