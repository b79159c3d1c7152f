/** Noun phrases that can speak: from a word, as far as the list of their ends lets them go. */
import type { Span } from '../../../text/span.ts';
import type { Word } from '../../common/words.ts';
import { isOffice } from '../names/people.ts';
import type { Form } from '../words/forms.ts';
import { isCommon, Sort, sortsOf } from '../words/lexicon.ts';
import { honoredTitle } from './honored.ts';
import {
  ends,
  headless,
  isCircumstantial,
  isCircumstantialKey,
  isUnprefixed,
  type Step,
  stops,
  takesPrepositions,
} from './phrase-rules.ts';
import {
  afterQuotation,
  type Named,
  type NamedAt,
  type Passage,
  quotationAt,
  wordsInside,
} from './sentence.ts';

/** A noun phrase that can speak, by words. */
export interface NounPhrase {
  readonly from: number;
  /** First word after the phrase. */
  readonly to: number;
  /** First word after its head part, before any preposition. */
  readonly headEnd: number;
}

/** A phrase has at most so many words; beyond that the text has no sentences. */
const longest = 24;

/** Prepositions that an unnamed speaker takes with him: متحدث باسم، مسؤول في، مصادر من. */
const carried = /^(?:باسم|في|من|لدي|ب|ل|عن|علي)$/;

/** What the steps of a phrase leave behind. */
interface Progress {
  at: number;
  headEnd: number;
  unnamed: boolean;
  person: boolean;
}

/** The longest noun phrase from word `from`; undefined where none begins there. Never beyond `limit`. */
export function nounPhrase(
  passage: Passage,
  named: NamedAt,
  from: number,
  limit: number,
): NounPhrase | undefined {
  const { words } = passage;
  const progress: Progress = { at: from, headEnd: -1, unnamed: false, person: false };
  while (progress.at < limit && progress.at < from + longest) {
    const { at } = progress;
    const word = words[at]!;
    const step = (): Step => ({
      passage,
      named,
      from,
      at,
      head: words[from]!,
      word,
      key: word.form.key,
      sorts: word.form.sorts,
      unnamed: progress.unnamed,
      person: progress.person,
    });
    const name = named.get(at);
    if (quotationAt(passage, at)) {
      if (wordsInside(passage, at) > 4) break;
      progress.at = afterQuotation(passage, at);
    } else if (name && name.to <= limit) {
      if (at === from && isGoverned(word, name)) return undefined;
      if (endsAtName(step(), name, progress.headEnd)) break;
      if (name.entity.type === 'person') progress.person = true;
      progress.at = name.to;
    } else if (word.kind === 'number' || (word.kind === 'punctuation' && isShare(words, from, at))) {
      progress.at++;
    } else if (word.kind === 'punctuation') {
      const close = word.form.key === '(' ? closing(words, at, limit) : isTitleStop(words, at) ? at + 1 : 0;
      if (!close) break;
      progress.at = close;
    } else if (word.form.particle >= 0) break;
    else if (at === from && honoredTitle(word.form.key)) return { from, to: at + 1, headEnd: at + 1 };
    else if (at === from && quantity.test(word.form.key)) {
      progress.unnamed = true;
      progress.at++;
    } else {
      if (at === from && headless.some((rule) => rule.when(step()))) return undefined;
      if (!passes(step(), progress)) break;
      progress.at++;
    }
  }
  let to = progress.at;
  while (to > from && words[to - 1]!.kind === 'punctuation' && !/[)»”"%٪]/.test(words[to - 1]!.form.key))
    to--;
  if (to === from) return undefined;
  const { headEnd } = progress;
  return { from, to, headEnd: headEnd < 0 || headEnd > to ? to : headEnd };
}

/** بعض, أحد: how many of those who follow. */
const quantity =
  /^(?:بعض|احد|احدي|كل|جميع|عدد|غالبية|معظم|كلا|كبار|كبير|(?:بعض|احد|احدا|احدي|معظم|اغلب|اكثر|غير|جميع|كل)(?:هم|هن|هما))$/;

/** بعضهم, إحداهن: some of those whom the text has named. */
const ownQuantity = /^(?:بعض|احد|احدا|معظم|اغلب|اكثر|غير)(?:هم|هن|هما)$/;

/** Whether the phrase goes on over a word that is no name; notes what the word tells. */
function passes(step: Step, progress: Progress): boolean {
  const { from, at, key, sorts, word } = step;
  if (at > from && ends.slice(0, early).some((rule) => rule.when(step))) return false;
  if (stops(key) || (at > from && carried.test(key))) {
    if (at === from || !takesPreposition(step)) return false;
    if (progress.headEnd < 0) progress.headEnd = at;
    return true;
  }
  const isUnnamed =
    sorts & Sort.unnamed ||
    word.form.readings.some((one) => one.definite && one.prefix === '' && one.bareSorts & Sort.unnamed);
  const accusative =
    at === from && key.endsWith('ا') && sortsOf(key.slice(0, -1)) & (Sort.unnamed | Sort.office);
  if (isUnnamed || accusative) progress.unnamed = true;
  if (at === from) return true;
  const now = { ...step, unnamed: progress.unnamed };
  if (ends.slice(early).some((rule) => rule.when(now))) return false;
  // وزير المالية بالنيابة فلان: how somebody has the office.
  if (/^(?:بالنيابة|بالوكالة|بالانابة|بالتكليف)$/.test(key)) return isOffice(step.head);
  if (/^(?:ب|ل|ك)/.test(key) && !isUnprefixed(word)) {
    if (!belongs(now)) return false;
    if (progress.headEnd < 0) progress.headEnd = at;
  }
  return true;
}

/** The first ends are asked before prepositions are looked at, which the others do not concern. */
const early = 5;

/** مسؤول في الحزب، مصادر من الشرطة; but not قال مسؤول في بيان. */
function takesPreposition(step: Step): boolean {
  const { passage, named, at, key, person } = step;
  const after = passage.words[at + 1];
  if (!takesPrepositions(step) || !after || isCircumstantial(after)) return false;
  if (stops(key)) return /^(?:في|من|باسم|عن|لدي)$/.test(key);
  return !person && named.get(at + 1)?.entity.type !== 'date';
}

/** محامون بالمدينة، المتحدثة بلسان, مدير للمصنع: what belongs to an unnamed speaker or an office; لرويترز is the hearer. */
function belongs(step: Step): boolean {
  const { key, head, person } = step;
  if (/^ب/.test(key))
    return (
      takesPrepositions(step) && !isCircumstantialKey(key.slice(1)) && !isCircumstantialKey(key.slice(3))
    );
  // المتحدث للصحفيين: who heard it.
  if (/^لل(?:صحا?في|اعلامي|مراسل|حاضر)ين$/.test(key)) return false;
  const owner = isOffice(head) || (head.form.sorts & Sort.bodyHead) !== 0;
  if (owner && !person && charge.test(key)) return true;
  return /^ل/.test(key) && owner && isCommon(key.slice(2)) && !person;
}

/** المفوض السامي لشؤون اللاجئين: what somebody has charge of. */
const charge = /^ل(?:شؤون|شئون|حقوق|مكافحة|قطاع|منطقة|سياسات|عمليات|خدمات|قضايا|شمال|جنوب|شرق|غرب)$/;

/** لبلاتيني: behind a preposition nobody acts. */
function isGoverned(word: Word<Form>, name: Named): boolean {
  const cut = startOf(name) - word.start;
  return cut > 0 && /^[وف]?[بلك]/.test(word.form.key) && !/^[وف]$/.test(word.form.key.slice(0, cut));
}

/** Whether a name ends the phrase: a date, a second person without و, a body that hears, one behind its preposition. */
function endsAtName(
  { passage: { words }, named, from, at, word, head, unnamed, person }: Step,
  name: Named,
  headEnd: number,
): boolean {
  const { type } = name.entity;
  if (type === 'date') return true;
  if (type === 'person' && person && !word.form.key.startsWith('و')) return true;
  if (at === from) return false;
  if (type === 'organization' && isPaperTold(word, name, head, unnamed)) return true;
  const before = words[at - 1]!;
  const heard = person && headEnd < 0 && !/^[ولب]/.test(word.form.key) && !isOffice(before);
  if (type === 'organization' && heard && before.form.definite === false && named.has(at - 1)) return true;
  if (type === 'organization' && hearers.test(word.form.key)) return true;
  return (
    /^[لب]/.test(word.form.key) &&
    word.start < startOf(name) &&
    !unnamed &&
    !isOffice(head) &&
    !(head.form.sorts & Sort.thing)
  );
}

/** قال مصدر قضائي لرويترز, الوزير لصحيفة «الراي»: a paper that hears; its own people are its director and its reporter. */
function isPaperTold(word: Word<Form>, name: Named, head: Word<Form>, unnamed: boolean): boolean {
  if (word.start >= startOf(name) || !press.test(word.form.key)) return false;
  return unnamed || (isOffice(head) && !ofPress.test(head.form.key));
}

const press =
  /^لل?(?:وكالة|صحيفة|جريدة|مجلة|قناة|اذاعة|تلفزيون|فضائية|موقع|شبكة|رويترز|فرانس|اسوشيتد|سبوتنيك|شينخوا|اناضول|جزيرة|عربية|راديو)$/;

const ofPress =
  /^(?:ال)?(?:مدير|مديرة|رئيس|رئيسة|نائب|نائبة|مراسل|مراسلة|محرر|محررة|متحدث|متحدثة|ناطق|ناطقة|ممثل|ممثلة|مؤسس|مؤسسة|مالك|صاحب|مساعد|مستشار)$/;

/** Bodies that stand without ل behind who told them: أبلغ فلان رويترز. */
const hearers = /^(?:رويترز|فرانس|الوكالة|اسوشيتد|بي|سي|الفرنسية|الالمانية)$/;

/** قال 20% ممن شملهم الاستطلاع: a share of many, who have no name. */
function isShare(words: readonly Word<Form>[], from: number, at: number): boolean {
  return at === from + 1 && words[from]!.kind === 'number' && /^[%٪]$/.test(words[at]!.form.key);
}

/** المدير الطبي د. فلان: the full stop of a title that is cut to its letter. */
function isTitleStop(words: readonly Word<Form>[], at: number): boolean {
  return (
    words[at]!.form.key === '.' &&
    words[at]!.joined &&
    words[at - 1]?.kind === 'word' &&
    words[at - 1]!.form.key.length === 1
  );
}

function closing(words: readonly Word<Form>[], at: number, limit: number): number {
  for (let next = at + 1; next < Math.min(limit, at + 8); next++)
    if (words[next]!.form.key === ')') return next + 1;
  return 0;
}

/** Where the name of a mention begins, its prefix left out. */
export function startOf(name: Named): number {
  return name.mention.start;
}

/** The span of a phrase. */
export function spanOf(passage: Passage, phrase: { from: number; to: number }): Span {
  return { start: passage.words[phrase.from]!.start, end: passage.words[phrase.to - 1]!.end };
}

/** A phrase that surely can speak: it holds a name, an office, or somebody unnamed. */
export function strong(passage: Passage, named: NamedAt, phrase: NounPhrase): boolean {
  for (let at = phrase.from; at < phrase.headEnd; at++) {
    const name = named.get(at);
    if (name && (name.entity.type === 'person' || at === phrase.from)) return true;
  }
  const head = passage.words[phrase.from]!;
  return (
    isOffice(head) ||
    ownQuantity.test(head.form.key) ||
    honoredTitle(head.form.key) !== undefined ||
    (head.form.sorts & (Sort.unnamed | Sort.thing | Sort.bodyHead | Sort.honorific)) !== 0
  );
}
