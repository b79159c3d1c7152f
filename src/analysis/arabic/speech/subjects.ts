import type { Word } from '../../common/words.ts';
import { isOffice } from '../names/people.ts';
import type { Form } from '../words/forms.ts';
import { Sort, sortsOf } from '../words/lexicon.ts';
import { isCircumstance } from '../words/name-words.ts';
import { agreementOf } from './agreement.ts';
import { honoredTitle } from './honored.ts';
import { addressed, introduced } from './introduced.ts';
import { author, nameBefore } from './named-before.ts';
import { type NounPhrase, nounPhrase, startOf, strong } from './noun-phrase.ts';
import { behindTime, onlyGrammar } from './opening.ts';
import type { NamedAt, Passage } from './sentence.ts';

type Words = readonly Word<Form>[];

/** Where the subject of a verb is looked for: right behind it, then before it. */
export function subjectOf(
  passage: Passage,
  named: NamedAt,
  verb: number,
  target: number,
): NounPhrase | undefined {
  const report = passage.words[verb]!.form.reports[0];
  // لوران شوفالييه أبلغ رويترز: with a subject before it, what follows is the hearer.
  const hearer = report?.form.verb.takesHearer === true ? before(passage, named, verb) : undefined;
  if (hearer) return hearer;
  const told = behind(passage, named, verb, target);
  const phrase = told && report?.form.verb.takesHearer === true ? unheard(passage, named, told) : told;
  // واختصر المسألة بقوله: what follows a verb that is none of saying may be its object.
  if (
    phrase &&
    (report?.form.verb.says ||
      strong(passage, named, phrase) ||
      !passage.words[phrase.from]!.form.definite ||
      phrase.to >= target - 1)
  )
    return phrase;
  return before(passage, named, verb) ?? (phrase && report?.form.verb.takesClause ? phrase : undefined);
}

/** أبلغ مصدر مطلع «الراي», أخبرت ليلى منصور رويترز: without the body that was told, behind whoever told it. */
function unheard(passage: Passage, named: NamedAt, phrase: NounPhrase): NounPhrase {
  const { words, quoted } = passage;
  for (let at = phrase.from + 1; at < phrase.to; at++) {
    const before = words[at - 1]!;
    const opens = quoted[at]! >= 0 && quoted[at - 1]! < 0;
    const body =
      named.get(at)?.entity.type === 'organization' && words[at]!.start === startOf(named.get(at)!);
    if (!opens && !body) continue;
    // مسؤول في الوزارة, متحدث باسم كذا, مدير كذا: what belongs to who told it.
    const bound =
      before.form.sorts & Sort.grammar || (isOffice(before) && !before.form.definite && !named.has(at - 1));
    if (!bound) return { from: phrase.from, to: at, headEnd: Math.min(phrase.headEnd, at) };
  }
  return phrase;
}

function behind(passage: Passage, named: NamedAt, verb: number, target: number): NounPhrase | undefined {
  const { words } = passage;
  let at = verb + 1;
  // قال أيضا فلان، قال أمس فلان، وقال في بيان فلان is left to the carried speaker.
  while (
    at < target &&
    (/^(?:ايضا|امس|اليوم|كذلك|اخيرا|بدوره|بدورها|لاحقا|سابقا|السيد|قد|فيه|فيها|به|بها|له|لها|لهم|لنا|لي|عليه|عليها|منه|منها|معه|معها|عنه|عنها|اليه|اليها)$/.test(
      words[at]!.form.key,
    ) ||
      named.get(at)?.entity.type === 'date')
  )
    at = named.get(at)?.to ?? at + 1;
  while (at < target && !named.has(at) && isCircumstance(words[at])) at++;
  // أعلنت مطلع الشهر الجاري: a part of the date behind it.
  if (/^(?:مطلع|بداية|نهاية|اواخر|اوائل|منتصف|مستهل|ختام)$/.test(words[at]?.form.key ?? '')) {
    const date = named.get(at + 1);
    if (date?.entity.type === 'date') at = date.to;
  }
  if (at >= target) return undefined;
  // من جهته and the like between verb and subject.
  if (/^(?:من|في)$/.test(words[at]!.form.key)) {
    const comma = commaBefore(words, at, Math.min(target, at + 8));
    const after = comma ? nounPhrase(passage, named, comma + 1, target) : undefined;
    return after && strong(passage, named, after) ? after : ppThenSubject(passage, named, at, target);
  }
  const hearer = addressed(passage, named, at, target);
  if (hearer) return hearer;
  const phrase = nounPhrase(passage, named, at, target);
  // ووصف الإرهابيين بـ«…»: many in the accusative, whom a verb of doing concerns.
  if (phrase && !words[verb]!.form.reports[0]?.form.verb.says && /^ال.*ين$/.test(words[at]!.form.key))
    if (/يين$/.test(words[at]!.form.key) || agreementOf(words[at]!).count !== 'one') return undefined;
  // وأبدى سعادته: what is his is no speaker, unless it is an office or a body.
  if (
    phrase &&
    phrase.to - phrase.from === 1 &&
    !words[at]!.form.definite &&
    /.{2}(?:ه|ها|هم)$/.test(words[at]!.form.key) &&
    words[at]!.form.common &&
    !named.has(at) &&
    !honoredTitle(words[at]!.form.key) &&
    !strong(passage, named, phrase)
  )
    return undefined;
  return phrase && (introduced(passage, named, phrase, target) ?? phrase);
}

/** وقالت في الشأن نفسه المتحدثة باسم الوزارة: a person or office right before the clause. */
function ppThenSubject(passage: Passage, named: NamedAt, at: number, target: number): NounPhrase | undefined {
  const { words } = passage;
  for (let next = at + 2; next < Math.min(target, at + 7); next++) {
    const name = named.get(next);
    const word = words[next]!;
    const fits = name
      ? name.entity.type === 'person' && word.start === startOf(name)
      : word.form.definite && isOffice(word) && !/^[وفبل]/.test(word.form.key);
    if (!fits) continue;
    const before = words[next - 1]!;
    if (
      isOffice(before) ||
      before.form.sorts & Sort.grammar ||
      named.has(next - 1) ||
      /^(?:في|من|عن|علي|الي|مع)$/.test(before.form.key)
    )
      continue;
    if (!before.form.definite && before.form.common) continue;
    // في المؤتمر الصحفي: an adjective, not somebody's trade.
    if (!name && before.form.definite) continue;
    const phrase = nounPhrase(passage, named, next, target);
    if (phrase && phrase.to >= target - 2) return phrase;
  }
  return undefined;
}

function commaBefore(words: Words, from: number, to: number): number {
  for (let at = from; at < to; at++) if (/^[،,]$/.test(words[at]!.form.key)) return at;
  return 0;
}

const relatives = /^(?:و|ف)?(?:الذي|التي|اللذان|اللتان|الذين)$/;
const clauseOpeners =
  /^(?:لكن|ولكن|فيما|بينما|وبينما|وفيما|كما|غير|الا|حيث|ثم|بل|كان|وكان|كانت|وكانت|حين|عندما|اذ|فان|ان|بدوره|بدورها|اما|واما|و|ف|وقد|ولكن)$/;

/** A subject before its verb: لكن الوزير أكد, مارادونا الذي قال, كانت الشركة أعلنت. */
function before(passage: Passage, named: NamedAt, verb: number): NounPhrase | undefined {
  const { words, sentence } = passage;
  const start = sentence[verb]!;
  let end = verb;
  while (end > start && /^(?:قد|سوف|لم|لن|لا|ايضا|بدوره|بدورها)$/.test(words[end - 1]!.form.key)) end--;
  if (end > start && relatives.test(words[end - 1]!.form.key)) {
    return antecedent(passage, named, end - 1);
  }
  if (
    end === start ||
    (/^[وف]/.test(words[verb]!.form.key) &&
      words[verb]!.form.reports.some((one) => /^[وف]$/.test(one.prefix)))
  )
    return undefined;
  // و أكد: a conjunction written apart.
  if (/^[وف]$/.test(words[end - 1]!.form.key)) return undefined;
  let from = end - 1;
  const comma = /^[،,]$/.test(words[from]!.form.key);
  if (comma) {
    return author(passage, named, verb) ?? topic(passage, named, verb);
  }
  while (from > start && end - from < 16) {
    const previous = words[from - 1]!;
    if (previous.kind === 'punctuation' && !/[()«»“”"]/.test(previous.form.key)) break;
    if (clauseOpeners.test(previous.form.key) || previous.form.particle >= 0) break;
    from--;
  }
  const first = from;
  // الطبيب فلان الذي قاد فريق الدراسة قال: he whom the clause between describes.
  for (let at = first + 1; at < end; at++) {
    const name =
      relatives.test(words[at]!.form.key) && /^ال/.test(words[at]!.form.key)
        ? nameBefore(named, first, at)
        : undefined;
    if (name) return name;
  }
  for (; from < end; from++) {
    // و joined to the subject: والوزير قال; لكن may carry it too.
    const phrase = nounPhrase(passage, named, from, end);
    const firm = phrase !== undefined && strong(passage, named, phrase);
    // وعند سؤاله عن موعد الإصلاح أجاب: what a preposition leads to is no subject, unless it is somebody for sure.
    if (!firm && from > first + 2 && prepositions.test(words[first]!.form.key)) continue;
    // بندقية تقليدية الصنع اعترف بأنه: a noun that others lead to is none, unless it can speak for sure.
    const own = from === first || words[from - 1]!.kind !== 'word' || words[from - 1]!.form.definite;
    if (phrase && phrase.to === end && (firm || (own && passage.words[from]!.form.definite)))
      return prepositions.test(words[from - 1]?.form.key ?? '') && !holdsPerson(named, phrase)
        ? withHead(passage, named, first, end)
        : phrase;
    if (named.get(from)?.entity.type === 'person') continue;
  }
  return undefined;
}

/** مصدر مطلع على المفاوضات قال, but وفي آخر مرة رأيته فيها قال: the noun that a preposition belongs to, if there is one. */
function withHead(passage: Passage, named: NamedAt, from: number, end: number): NounPhrase | undefined {
  const { words } = passage;
  const head = nounPhrase(passage, named, from, end);
  // أستاذي, مصدرا: with the ending of its owner or of an accusative.
  const key = /^[وف]?(.{3,})[يا]$/.exec(words[from]!.form.key)?.[1] ?? '';
  const mine = (sortsOf(key) & (Sort.office | Sort.unnamed)) !== 0;
  return head && (mine || strong(passage, named, head))
    ? { from, to: end, headEnd: head.headEnd }
    : undefined;
}

const prepositions = /^[وف]?(?:في|من|عن|علي|الي|مع|بعد|قبل|منذ|خلال|عند|لدي|بين|عقب|اثر)$/;

/** فالبروفسور فلان، من جامعة كذا، حذر: what the sentence begins with, parted from its verb by commas. */
function topic(passage: Passage, named: NamedAt, verb: number): NounPhrase | undefined {
  const { words, sentence } = passage;
  let start = sentence[verb]!;
  if (/^(?:اما|واما|لكن|ولكن|[وف]?كانت?)$/.test(words[start]!.form.key)) start++;
  const phrase = nounPhrase(passage, named, start, verb);
  if (!phrase || phrase.to >= verb || !/^[،,\-–(]$/.test(words[phrase.to]!.form.key)) return undefined;
  return strong(passage, named, phrase) ? phrase : undefined;
}

/** The noun phrase that a relative clause describes: the nearest person, else body, that ends before it. */
function antecedent(passage: Passage, named: NamedAt, relative: number): NounPhrase | undefined {
  const { words, sentence } = passage;
  let end = relative;
  if (end > 0 && /^[،,]$/.test(words[end - 1]!.form.key)) end--;
  for (let from = end - 1; from >= Math.max(sentence[relative]!, end - 14); from--) {
    const name = named.get(from);
    if (name && name.entity.type === 'person' && name.to <= end && (name.to === end || end - name.to < 8))
      return { from, to: name.to, headEnd: name.to };
  }
  for (let from = Math.max(sentence[relative]!, end - 8); from < end; from++) {
    const phrase = nounPhrase(passage, named, from, end);
    if (phrase && phrase.to === end && strong(passage, named, phrase)) return phrase;
  }
  return undefined;
}

/** أما فلان، …: the topic of the sentence of a word. */
export function topicOf(passage: Passage, named: NamedAt, at: number): NounPhrase | undefined {
  const start = passage.sentence[at]!;
  if (start >= at || !/^(?:و|ف)?اما$/.test(passage.words[start]!.form.key)) return undefined;
  const phrase = nounPhrase(passage, named, start + 1, at);
  return phrase && strong(passage, named, phrase) ? phrase : undefined;
}

/** The subject of the sentence around a word: of its first verb, for a participle or a dropped subject. */
export function sentenceSubject(passage: Passage, named: NamedAt, at: number): NounPhrase | undefined {
  const { words, quoted } = passage;
  let start = passage.sentence[at]!;
  // غير أن فلانا اتهم …، وقال: the sentence begins behind its opener.
  if (
    /^(?:غير|الا|بيد|علي|كما)$/.test(words[start]!.form.key) &&
    (words[start + 1]?.form.particle ?? -1) >= 0
  )
    start += 2;
  if (start >= at) return undefined;
  const topical = topicOf(passage, named, at);
  if (topical) return topical;
  // لكن رئيس الكتلة، فلان، لا يتفق: the topic behind its opener.
  if (/^[وف]?(?:لكن|بينما|فيما)$/.test(words[start]!.form.key)) start++;
  const first = nounPhrase(passage, named, start, at);
  if (first && strong(passage, named, first) && !governed(words, start + 1))
    return introduced(passage, named, first, at) ?? first;
  // Behind the verb that opens the sentence, or a clause of it after a comma.
  let best: NounPhrase | undefined;
  for (let from = start + 1; from < Math.min(at, start + 60); from++) {
    if (quoted[from]! >= 0) continue;
    const lead = words[from - 2]?.form.key ?? '';
    const opens =
      from - 1 === start ||
      isComma(lead) ||
      (negations.has(lead) && isComma(words[from - 3]?.form.key ?? '')) ||
      onlyGrammar(words, start, from - 1) ||
      behindTime(words, start, from - 1);
    if (!opens || !governed(words, from)) continue;
    // ويتفق معه مصدر: whom the verb concerns stands before who acts.
    if (concerning.test(words[from]!.form.key)) from++;
    const phrase = nounPhrase(passage, named, from, at);
    if (phrase && strong(passage, named, phrase)) best = phrase;
    if (best && holdsPerson(named, best)) return best;
  }
  return best;
}

const negations = new Set(['لم', 'لن', 'لا', 'قد', 'لقد', 'سوف']);

const isComma = (key: string) => key === '،' || key === ',';

const concerning = /^(?:مع|ل|ب|علي|الي|عن|من|في|بين|لدي)(?:ه|ها|هم|هما|نا|ي|ني)$/;

/** Whether the word before `at` may be a verb that governs what stands there. */
function governed(words: Words, at: number): boolean {
  const verb = words[at - 1];
  if (
    verb?.kind !== 'word' ||
    verb.form.particle >= 0 ||
    (verb.form.definite && !verb.form.reports.some((one) => one.form.shape === 'past'))
  )
    return false;
  if (unverbal.test(verb.form.key)) return false;
  if (verb.form.sorts & (Sort.honorific | Sort.bodyHead | Sort.nationality | Sort.given)) return false;
  return !(verb.form.sorts & Sort.office) || verb.form.reports.length > 0;
}

const unverbal =
  /^[وف]?(?:في|من|عن|علي|الي|ل|ب|مع|بعد|قبل|خلال|بين|عند|لدي|حول|ضد|منذ|حتي|رغم|ان|هذا|هذه|ذلك|تلك|الذي|التي|كما|بينما|فيما|حين|عندما|ثم|لكن|او|قد|لقد|هو|هي|هم|كل|بعض|اما|لا|لم|لن|ما|عقب|اثر|وفق|وفقا|بحسب|حسب|جهته|جهتها|جانبه|جانبها|ناحيته|ناحيتها)$/;

/** حين طرحها الرئيس فلان، وقال: the subject of a clause of time goes on into the next one. */
export function temporalSubject(passage: Passage, named: NamedAt, verb: number): NounPhrase | undefined {
  const { words, sentence } = passage;
  if (!/^[،,]$/.test(words[verb - 1]?.form.key ?? '')) return undefined;
  for (let at = verb - 2; at > Math.max(sentence[verb]!, verb - 14); at--) {
    const { form } = words[at]!;
    if (/^[،,]$/.test(form.key) || form.particle >= 0) return undefined;
    if (!/^(?:حين|حينما|عندما|بعدما|لما|منذ|يوم)$/.test(form.key)) continue;
    const phrase = nounPhrase(passage, named, at + 2, verb - 1);
    return phrase && phrase.to === verb - 1 && holdsPerson(named, phrase) ? phrase : undefined;
  }
  return undefined;
}

/** The person whose relative clause goes on with و and a verb: ومارادونا الذي قاد … وقال إن. */
export function relativeSubject(passage: Passage, named: NamedAt, verb: number): NounPhrase | undefined {
  const { words, sentence } = passage;
  for (let at = verb - 1; at > Math.max(sentence[verb]!, verb - 60); at--) {
    const { form, kind } = words[at]!;
    if (kind === 'punctuation' && !/[()«»"“”]/.test(form.key)) return undefined;
    if (relatives.test(form.key)) return antecedent(passage, named, at);
  }
  return undefined;
}

function holdsPerson(named: NamedAt, phrase: NounPhrase): boolean {
  for (let at = phrase.from; at < phrase.headEnd; at++)
    if (named.get(at)?.entity.type === 'person') return true;
  return false;
}
