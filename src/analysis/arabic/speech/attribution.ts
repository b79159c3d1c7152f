import type { Span } from '../../../text/span.ts';
import type { Word } from '../../common/words.ts';
import type { Form } from '../words/forms.ts';
import { isOwnKin } from '../words/name-words.ts';
import type { VerbForm } from '../words/verbs.ts';
import { agree } from './agreement.ts';
import type { Cue } from './cues.ts';
import { type NounPhrase, nounPhrase, spanOf, strong } from './noun-phrase.ts';
import type { NamedAt, Passage } from './sentence.ts';
import { cited, informant, type Source } from './sources.ts';
import { speakerOf } from './speaker-rules.ts';
import { type Speaker, Speakers } from './speakers.ts';
import { relativeSubject, sentenceSubject, subjectOf, temporalSubject, topicOf } from './subjects.ts';

/** Who said something at one place. */
export interface Attribution {
  readonly speaker: Speaker | undefined;
  readonly mention: Span | null;
  readonly cue: Span | null;
  readonly denied: boolean;
  readonly via?: string;
}

/** Stands for a verb where a colon or بحسب attributes. */
export const reportLike = {
  verb: {
    lemma: '',
    says: true,
    takesClause: true,
    takesQuote: true,
    continues: false,
    denies: false,
    believes: false,
    takesHearer: false,
    thingMaySpeak: true,
    prepositions: [],
  },
  shape: 'past',
  person: 3,
  gender: 'any',
  number: 'any',
  pronoun: false,
} as const;

const transitive = /^(?:اتهم|انتقد|هاجم|طالب|دعا|حث|ناشد|وصف|سمى|شكر|هنأ|خاطب|أدان|عاتب|نصح)$/;

/** A paper that learns has its words from somebody. */
const learns = /^(?:علم|عرف|فهم)$/;

/** Whoever answers is not he who asked. */
const asks = /^(?:سأل|استفسر)$/;
const asked = /^[وف]?(?:سال|استفسر|استجوب)(?:ت|وا)?(?:ه|ها|هم|ني|نا)?$/;
const answers = /^(?:أجاب|رد)$/;

/** اعترفت بأنني: a verb written the same for me and for her, before what is of me. قالت إنني is hers alone. */
function isOfMe({ shape, gender, number, verb }: VerbForm, particle: string): boolean {
  const same = shape === 'past' && gender === 'feminine' && number === 'singular';
  return same && !/ا.$|[ىاي]$/.test(verb.lemma) && /^[وف]?با?ن?ني$|انني$|اني$/.test(particle);
}

/** من جانبه, بدورها: somebody else speaks from here on. */
const takesTurn = /^[وف]?(?:(?:جانب|جهت|ناحيت|بدور)(?:ه|ها))$/;

/** فرد, فأجاب: one who has just been spoken to or of. */
const isReply = ({ form }: Word<Form>) =>
  form.reports.some(
    (one) => one.prefix === 'ف' && one.form.shape === 'past' && answers.test(one.form.verb.lemma),
  );

/** Tells who speaks at a cue; keeps the speakers of the article. */
export class Attributor {
  protected readonly text: string;
  protected readonly speakers: Speakers;
  /** Who says أنا here: the guest of an interview in an answer. */
  protected voice: Speaker | undefined;

  constructor(text: string) {
    this.text = text;
    this.speakers = new Speakers(text);
  }

  protected speakerOf(passage: Passage, named: NamedAt, phrase: NounPhrase, form: VerbForm): Speaker {
    return speakerOf(this.speakers, passage, named, phrase, form);
  }

  protected attribute(passage: Passage, named: NamedAt, cue: Cue, previous: Cue | undefined): Attribution {
    const { words } = passage;
    const { form, cut } = cue.report;
    const word = words[cue.at]!;
    const span = { start: word.start + cut, end: word.end };
    const denied = form.verb.denies;
    const answered =
      word.form.reports.some((one) => answers.test(one.form.verb.lemma)) && this.isAsked(passage, cue.at);
    const settle = (phrase: NounPhrase | undefined, via?: string): Attribution => {
      const speaker = phrase
        ? this.speakerOf(passage, named, phrase, form)
        : answered
          ? this.answering(passage, named, cue, previous)
          : this.voice && isOfMe(form, words[cue.target]?.form.key ?? '')
            ? this.voice
            : this.dropped(passage, named, cue.at, form);
      if (speaker) this.speakers.spoke(speaker, passage.block, cue.at);
      return {
        speaker,
        mention: phrase ? this.mentionSpan(passage, named, phrase) : null,
        cue: span,
        denied,
        ...(via ? { via } : {}),
      };
    };
    // قلت له إنه محق: no last speaker, since others are quoted in an answer too.
    if (form.person === 1 && form.number === 'singular' && this.voice)
      return { speaker: this.voice, mention: null, cue: span, denied };
    if (form.shape === 'masdar') {
      // ونقلت عنه الصحيفة قوله: he who was named last.
      for (
        let back = cue.at - 1;
        form.pronoun && back > Math.max(passage.sentence[cue.at]!, cue.at - 8);
        back--
      ) {
        if (!/^عن(?:ه|ها)$/.test(words[back]!.form.key)) continue;
        const antecedent = this.nearest(named, back) ?? this.speakers.carried(form);
        if (!antecedent) break;
        const speaker: Speaker = { ...antecedent, reason: 'pronoun' };
        this.speakers.spoke(speaker, passage.block, cue.at);
        const reporter = nounPhrase(passage, named, back + 1, cue.at);
        const via = reporter ? this.shown(passage, named, reporter) : undefined;
        return { speaker, mention: null, cue: span, denied, ...(via ? { via } : {}) };
      }
      const source = form.pronoun ? this.source(passage, named, cue.at) : undefined;
      if (source) return settle(source.phrase, source.via);
      const own = form.pronoun ? undefined : nounPhrase(passage, named, cue.at + 1, cue.target);
      if (own && strong(passage, named, own)) return settle(own);
    }
    if (form.verb.lemma === 'نقل') {
      const source = this.source(passage, named, cue.target);
      if (source) return settle(source.phrase, source.via);
    }
    const told = learns.test(form.verb.lemma) && informant(passage, named, cue.at, cue.target);
    if (told) return settle(told);
    if (/^(?:جاء|ورد)$/.test(form.verb.lemma) && words[cue.at + 1]?.form.key === 'في')
      return settle(nounPhrase(passage, named, cue.at + 2, cue.target));
    if (form.shape === 'past' || form.shape === 'present') {
      // أما فلانة فتختصر المشهد: the topic acts, and what follows the verb is its object.
      if (cue.report.prefix === 'ف') {
        const topical = topicOf(passage, named, cue.at);
        if (topical) return settle(topical);
      }
      // واتهم الجيش بـ«…»: behind و a verb that needs an object has it there, and its subject before.
      if (/^[وف]$/.test(cue.report.prefix) && transitive.test(form.verb.lemma)) {
        if (this.sameSentence(passage, previous, cue)) return settle(undefined);
        const subject = sentenceSubject(passage, named, cue.at);
        if (subject) return settle(subject);
      }
      const phrase = subjectOf(passage, named, cue.at, cue.target);
      const source = phrase && cited(passage, named, phrase, cue.target);
      if (source) return settle(source, this.shown(passage, named, phrase));
      if (phrase) return settle(phrase);
      const replies = answered
        ? undefined
        : this.reply(passage, named, passage.sentence[cue.at]!, cue.at + 1);
      if (answered || replies) return settle(replies ?? undefined);
      const relative = /^[وف]$/.test(cue.report.prefix)
        ? (relativeSubject(passage, named, cue.at) ?? temporalSubject(passage, named, cue.at))
        : undefined;
      if (relative || this.sameSentence(passage, previous, cue)) return settle(relative);
    } else {
      const same = this.sameSentence(passage, previous, cue);
      const reply = this.reply(passage, named, same ? previous!.at : passage.sentence[cue.at]!, cue.at);
      if (reply === null) return { speaker: undefined, mention: null, cue: span, denied };
      if (reply || same) return settle(reply);
    }
    const subject = sentenceSubject(passage, named, cue.at);
    return settle(subject);
  }

  /**
   * أثار الأمر حفيظة فلان فرد قائلا: who replies before a participle, the one named since the last cue; null where nobody is, undefined
   * where nobody replies.
   */
  private reply({ words }: Passage, named: NamedAt, from: number, to: number): NounPhrase | null | undefined {
    let verb = to - 1;
    while (verb > from && !isReply(words[verb]!)) verb--;
    if (verb <= from) return undefined;
    for (let at = verb - 1; at > from; at--) {
      const name = named.get(at);
      if (name?.entity.type === 'person') return { from: at, to: name.to, headEnd: name.to };
    }
    return null;
  }

  /** سأله القاضي عن حساب، فأجاب: whether somebody asks in the sentence before a word. */
  private isAsked({ words, sentence }: Passage, at: number): boolean {
    return words.slice(sentence[at], at).some(({ form }) => asked.test(form.key));
  }

  /** Who answers: whoever spoke last, but never the one who asks in this sentence. */
  private answering(
    passage: Passage,
    named: NamedAt,
    cue: Cue,
    previous: Cue | undefined,
  ): Speaker | undefined {
    const { form } = cue.report;
    if (previous && asks.test(previous.report.form.verb.lemma)) return this.speakers.answering(form);
    const subject = sentenceSubject(passage, named, cue.at);
    const asker = subject
      ? this.speakerOf(passage, named, subject, { ...form, gender: 'any' }).name
      : undefined;
    const speaker = this.speakers.carried(form);
    return speaker?.name === asker ? undefined : speaker;
  }

  /** Who is named by بحسب, وفقا ل and the like before a clause. */
  protected attributeSource(passage: Passage, named: NamedAt, source: Source, cue: Cue): Attribution {
    const { form } = cue.report;
    const word = passage.words[cue.at]!;
    const speaker = source.phrase
      ? this.speakerOf(passage, named, source.phrase, form)
      : this.speakers.carried(form);
    if (speaker) this.speakers.spoke(speaker, passage.block, cue.at);
    return {
      speaker,
      mention: source.phrase ? this.mentionSpan(passage, named, source.phrase) : null,
      cue: { start: word.start, end: word.end },
      denied: false,
    };
  }

  /**
   * Who speaks where the verb has no subject: the person of whom the paragraph has spoken since the last quote, unless the
   * verb goes on with a speech; else the last speaker who agrees with it; else nobody.
   */
  protected dropped(passage: Passage, named: NamedAt, at: number, form: VerbForm): Speaker | undefined {
    const { lastAt } = this.speakers;
    const since = lastAt.block === passage.block ? lastAt.at : -1;
    const topic = (spoke = false) => this.topic(passage, named, at, since, form, spoke);
    // In an answer others are spoken of: whoever spoke in another answer goes on in none.
    if (this.voice && lastAt.block !== passage.block) {
      const carried = this.speakers.carried(form);
      const guest = carried?.name === this.voice.name ? carried : undefined;
      return topic() ?? this.nearest(named, at, form) ?? guest;
    }
    // حذر فلان من كذا. وأضاف: whoever has acted with words since goes on, though nothing of his was quoted.
    if (form.verb.continues && passage.sentence[at]! > since)
      return topic(true) ?? this.speakers.carried(form) ?? topic();
    if (passage.sentence[at]! <= since) return this.speakers.carried(form) ?? topic();
    return topic() ?? this.speakers.carried(form);
  }

  /**
   * The person who is the subject of a sentence between two words, the last that agrees with a verb; with `spoke` the subject of a
   * verb of speech alone.
   */
  private topic(
    passage: Passage,
    named: NamedAt,
    at: number,
    since: number,
    form: VerbForm,
    spoke: boolean,
  ): Speaker | undefined {
    for (let end = passage.sentence[at]! - 1; end > Math.max(0, since); end = passage.sentence[end]! - 1) {
      if (passage.sentence[end]! <= since) return undefined;
      const phrase = sentenceSubject(passage, named, end);
      const led = passage.words.slice(passage.sentence[end]!, phrase?.from ?? 0);
      if (spoke && !led.some((word) => word.form.reports.length > 0)) continue;
      const speaker = phrase && this.speakerOf(passage, named, phrase, { ...form, gender: 'any' });
      // والدي لا يقرأ. …، فضحك وقال: his own father.
      const kin = phrase && isOwnKin(passage.words[phrase.from]!);
      // من جانبه، جدد المبعوث تعازيه. وأكد أن: another voice, though it has no name here.
      const turns = led.some((word) => takesTurn.test(word.form.key));
      if (!speaker || speaker.body) continue;
      if (speaker.reason !== 'subject' && !kin && !turns) continue;
      if (agree(form.gender, this.speakers.genderOf(speaker.name))) return { ...speaker, reason: 'carried' };
    }
    return undefined;
  }

  /** The person named last before a word, for a pronoun; for the subject of a verb one of its gender. */
  private nearest(named: NamedAt, at: number, form?: VerbForm): Speaker | undefined {
    for (let back = at - 1; back >= Math.max(0, at - 60); back--) {
      const name = named.get(back);
      if (name?.entity.type !== 'person') continue;
      if (!form || agree(form.gender, this.speakers.genderOf(name.entity.name)))
        return { name: name.entity.name, reason: 'carried', gender: 'any', plural: false };
    }
    return undefined;
  }

  protected sameSentence(passage: Passage, previous: Cue | undefined, cue: Cue): boolean {
    return previous !== undefined && passage.sentence[previous.at] === passage.sentence[cue.at];
  }

  /** نقلت الصحيفة عن فلان قوله: the one behind عن, and who reports it. */
  protected source(
    passage: Passage,
    named: NamedAt,
    at: number,
  ): { phrase: NounPhrase; via?: string } | undefined {
    const { words, sentence } = passage;
    for (let back = at - 1; back > Math.max(sentence[at]!, at - 24); back--) {
      if (words[back]!.form.key !== 'عن' || passage.quoted[back]! >= 0) continue;
      const phrase = nounPhrase(passage, named, back + 1, at);
      if (!phrase) return undefined;
      for (let verb = back - 1; verb >= Math.max(sentence[at]!, back - 14); verb--) {
        if (!words[verb]!.form.reports.some((one) => one.form.verb.lemma === 'نقل')) continue;
        const reporter = nounPhrase(passage, named, verb + 1, back);
        const name = reporter ? this.shown(passage, named, reporter) : undefined;
        return name ? { phrase, via: name } : { phrase };
      }
      return { phrase };
    }
    return undefined;
  }

  /** A body as it is named, else as the text has it. */
  private shown(passage: Passage, named: NamedAt, phrase: NounPhrase): string {
    const { start, end } = spanOf(passage, phrase);
    return named.get(phrase.from)?.entity.name ?? this.text.slice(start, end);
  }

  /** The name inside a subject, else the whole subject. */
  protected mentionSpan(passage: Passage, named: NamedAt, phrase: NounPhrase): Span {
    for (let at = phrase.from; at < phrase.headEnd; at++) {
      const name = named.get(at);
      if (name?.entity.type === 'person') {
        return name.mention;
      }
    }
    return spanOf(passage, phrase);
  }
}
