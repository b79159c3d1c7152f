import type { Span } from '../../../text/span.ts';
import type { Word } from '../../common/words.ts';
import { isOffice } from '../names/people.ts';
import type { Form } from '../words/forms.ts';
import { isCommon, Sort, sortsOf } from '../words/lexicon.ts';
import { honoredTitle } from './honored.ts';
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

type Words = readonly Word<Form>[];

/** Prepositions that an unnamed speaker takes with him: متحدث باسم، مسؤول في، مصادر من. */
const carried = /^(?:باسم|في|من|لدي|ب|ل|عن|علي)$/;

/** Words at which no noun phrase goes on. */
const stopping =
  /^(?:ان|عقب|اثر|خلال|عبر|بعد|قبل|منذ|حول|بشان|اثناء|لدي|امام|ضمن|وسط|حين|عندما|بينما|فيما|حيث|لكن|ردا|تعليقا|معلقا|تعقيبا|ايضا|كذلك|بدوره|بدورها|لاحقا|سابقا|امس|اليوم|غدا|مؤخرا|اخيرا|مجددا|بوضوح|صراحة|الذي|التي|الذين|اللذان|والذي|والتي|قد|ذلك|هذا|هذه|تلك|قائلا|قائلة|ثم|او|لا|لم|لن|ليس|كما|مع|الي|عن|علي|ضد|وهو|وهي|اذا|هو|هي|هنا|هناك|كان|كانت|مساء|صباح|يوم|اول|تحت|رغم|برغم|بعدما|نقلا|عشية|غداة|وقتها|انه|انها)$/;

/** The longest noun phrase from word `from`; undefined where none begins there. Never beyond `limit`. */
export function nounPhrase(
  passage: Passage,
  named: NamedAt,
  from: number,
  limit: number,
): NounPhrase | undefined {
  const { words } = passage;
  // نشرت الشهر الماضي أن: what only says when is nobody.
  if (
    /^(?:الماضي|الماضية|المقبل|المقبلة|الجاري|الجارية|القادم|القادمة|المنصرم|الفائت)$/.test(
      words[from]?.form.key ?? '',
    )
  )
    return undefined;
  let at = from;
  let headEnd = -1;
  let unnamed = false;
  let person = false;
  while (at < limit && at < from + 24) {
    const word = words[at]!;
    if (quotationAt(passage, at)) {
      if (wordsInside(passage, at) > 4) break;
      at = afterQuotation(passage, at);
      continue;
    }
    const name = named.get(at);
    if (name && name.to <= limit) {
      if (name.entity.type === 'date') break;
      // لبلاتيني: behind a preposition nobody acts.
      if (
        at === from &&
        startOf(name) > word.start &&
        /^[وف]?[بلك]/.test(word.form.key) &&
        !/^[وف]$/.test(passage.words[at]!.form.key.slice(0, startOf(name) - word.start))
      )
        return undefined;
      // A second person in a row without و is the hearer, or the next clause.
      if (name.entity.type === 'person') {
        if (person && !/^و/.test(word.form.key)) break;
        person = true;
      } else if (
        person &&
        headEnd < 0 &&
        name.entity.type === 'organization' &&
        !/^[ولب]/.test(word.form.key) &&
        !isOffice(words[at - 1]!) &&
        words[at - 1]!.form.definite === false &&
        named.has(at - 1)
      )
        break;
      // رويترز behind the whole subject is the hearer of أبلغ.
      if (at > from && name.entity.type === 'organization' && hearers.test(words[at]!.form.key)) break;
      if (
        at > from &&
        /^[لب]/.test(word.form.key) &&
        words[at]!.start < startOf(name) &&
        !unnamed &&
        !isOffice(words[from]!)
      )
        break;
      at = name.to;
      continue;
    }
    if (word.kind === 'number') {
      at++;
      continue;
    }
    if (word.kind === 'punctuation') {
      if (word.form.key === '(') {
        const close = closing(words, at, limit);
        if (close) {
          at = close;
          continue;
        }
      }
      break;
    }
    if (word.form.particle >= 0) break;
    if (at === from && honoredTitle(word.form.key)) return { from, to: at + 1, headEnd: at + 1 };
    // سألته فقال لي: a verb behind ف is nobody.
    if (at === from && reportsBehind(word)) return undefined;
    if (at === from && /^(?:بعض|احد|احدي|كل|جميع|عدد|غالبية|معظم|كلا|كبار|كبير)$/.test(word.form.key)) {
      unnamed = true;
      at++;
      continue;
    }
    const { key, sorts, reports } = word.form;
    // متحدث باسم الشركة طلب عدم ذكر اسمه.
    if (
      at > from &&
      /^(?:طلب|فضل|رفض|اشترط)(?:ت|وا)?$/.test(key) &&
      /^(?:عدم|الا|كشف|ذكر|الكشف|ذكره)$/.test(words[at + 1]?.form.key ?? '')
    )
      break;
    if (at > from && /\u064b/.test(word.form.spelling)) break;
    // مصدر مصرفي تحدث إلى: what somebody unnamed did.
    if (at > from && unnamed && /^(?:تحدث|ادلي|حضر|التق)(?:ت|وا)?$/.test(key)) break;
    if (stopping.test(key)) {
      if (
        carried.test(key) &&
        (unnamed || isOffice(words[from]!)) &&
        at > from &&
        /^(?:في|من|باسم|عن|لدي)$/.test(key)
      ) {
        // مسؤول في الحزب، مصادر من الشرطة; but not قال مسؤول في بيان.
        const after = words[at + 1];
        if (!after || circumstance.test(after.form.key)) break;
        if (headEnd < 0) headEnd = at;
        at++;
        continue;
      }
      break;
    }
    if (at > from && carried.test(key)) {
      const after = words[at + 1];
      if (
        !(unnamed || isOffice(words[from]!)) ||
        !after ||
        circumstance.test(after.form.key) ||
        named.get(at + 1)?.entity.type === 'date' ||
        person
      )
        break;
      if (headEnd < 0) headEnd = at;
      at++;
      continue;
    }
    if (
      sorts & Sort.unnamed ||
      word.form.readings.some((one) => one.definite && one.prefix === '' && sortsOf(one.bare) & Sort.unnamed)
    )
      unnamed = true;
    // The accusative of a circumstance is no subject (وأضاف مبتسما), nor is grammar behind و or ف (فهو).
    const mayHead =
      Sort.common | Sort.unnamed | Sort.office | Sort.given | Sort.family | Sort.bodyHead | Sort.honorific;
    const accusative = key.endsWith('ا') ? sortsOf(key.slice(0, -1)) : 0;
    if (at === from && accusative & (Sort.unnamed | Sort.office)) unnamed = true;
    else if (
      at === from &&
      /ا\u064b?$/.test(word.form.spelling) &&
      word.form.common &&
      !(sorts & (mayHead & ~Sort.common))
    )
      return undefined;
    if (at === from && !word.form.definite && word.form.linkedSorts & Sort.grammar && !(sorts & mayHead))
      return undefined;
    if (
      at === from &&
      sorts & Sort.grammar &&
      !(sorts & (Sort.unnamed | Sort.office | Sort.given | Sort.honorific))
    )
      return undefined;
    if (at === from && /^(?:[وف]?[بل])/.test(key) && !isUnprefixed(word)) return undefined;
    // نظاموف حديثه: behind a person only what qualifies him goes on.
    if (
      person &&
      word.form.common &&
      !isOffice(word) &&
      !(sorts & (Sort.nationality | Sort.quality | Sort.given)) &&
      !/^[و]/.test(key)
    )
      break;
    if (at > from && sorts & Sort.adverb && !(sorts & Sort.common) && !word.form.definite) break;
    if (
      at > from &&
      reports.some(
        (one) =>
          (one.form.shape === 'past' || one.form.shape === 'present') &&
          (one.form.verb.says || one.prefix !== ''),
      ) &&
      !word.form.definite
    )
      break;
    if (at > from && /^[يتس]/.test(key) && isPresentVerb(key) && !word.form.definite) break;
    if (at > from && /^(?:ب|ل|ك)/.test(key) && !isUnprefixed(word)) {
      // محامون بالمدينة، المتحدثة بلسان: with an unnamed head only; لرويترز is the hearer.
      const beside =
        /^ب/.test(key) &&
        (unnamed || isOffice(words[from]!)) &&
        !circumstance.test(key.slice(1)) &&
        !circumstance.test(key.slice(3));
      const purpose =
        /^ل/.test(key) &&
        (isOffice(words[from]!) || (words[from]!.form.sorts & Sort.bodyHead) !== 0) &&
        isCommon(key.slice(2)) &&
        !person;
      if (!beside && !purpose) break;
      if (headEnd < 0) headEnd = at;
    }
    if (at > from && /^[وف]/.test(key) && !isUnprefixed(word)) {
      // A joint subject (أوباما وكاميرون, الداخلية والدفاع) goes on; a new clause does not.
      if (reports.length > 0) break;
      if (
        word.form.readings.some(
          (one) => one.prefix !== '' && sortsOf(one.stem) & (Sort.grammar | Sort.adverb),
        )
      )
        break;
    }
    // اعتقلت الشرطة المغني فلانا: an office behind what is none is the object.
    if (
      at === from + 1 &&
      word.form.definite &&
      isOffice(word) &&
      words[from]!.form.definite &&
      !isOffice(words[from]!) &&
      !(words[from]!.form.sorts & (Sort.honorific | Sort.nationality | Sort.unnamed)) &&
      !named.has(from)
    )
      break;
    // The accusative of a circumstance ends the subject (قال الوزير معلقا، ردا).
    if (
      at > from &&
      /[^ا]ا$/.test(key) &&
      !/(?:ها|نا|هما|كما)$/.test(key) &&
      /[اً]\u064b?$|ا$/.test(word.form.spelling) &&
      word.form.common &&
      !(sorts & (Sort.given | Sort.family | Sort.office))
    )
      break;
    at++;
  }
  while (at > from && words[at - 1]!.kind === 'punctuation' && !/[)»”"]/.test(words[at - 1]!.form.key)) at--;
  if (at === from) return undefined;
  return { from, to: at, headEnd: headEnd < 0 || headEnd > at ? at : headEnd };
}

const hearers = /^(?:رويترز|فرانس|الوكالة|اسوشيتد|بي|سي|الفرنسية|الالمانية)$/;

/** Nouns after a preposition that say where words were spoken, not who the speaker is. */
const circumstance =
  /^(?:ال)?(?:بيان|بيانه|بيانها|تصريح|تصريحات|تصريحاته|تصريحاتها|كلمة|كلمته|كلمتها|خطاب|خطابه|خطابها|مؤتمر|مقابلة|حديث|حديثه|لقاء|لقائه|حوار|رسالة|تقرير|تقريره|تقريرها|اتصال|جلسة|اجتماع|مستهل|ختام|ندوة|مناسبة|وقت|اعقاب|الوقت|الشان|الصدد|السياق|المقابل|الاطار|هذا|هذه|ذلك|تغريدة|تدوينة|منشور|صفحته|صفحتها|حسابه|حسابها|مذكرة|دعوي|الشكوي|شكوي|افتتاح|مداخلة|تعليق|تعليقه|مقال|مقاله|رده|ردها|معرض|اشارة|واشارة|محاولة|ظل|حين|نهاية|بداية|اطار|شهادته|شهادتها|كتابه|كتابها|دراسة|ايجاز|جانبه|جانبها|جهته|جهتها|ناحيته|ناحيتها|دوره|دورها|القول|قوله|قولها|هامش|لسان|موقعها|موقعه|مدريد|تلميح|خبر|نبا|صراحة|وضوح|شدة|حزم|ثقة)$/;

/** في بيان, في المؤتمر: says where words were spoken. */
export function isCircumstantial(word: Word<Form>): boolean {
  return circumstance.test(word.form.key);
}

function reportsBehind(word: Word<Form>): boolean {
  return word.form.reports.some(
    ({ form, prefix }) => prefix === 'ف' && form.shape === 'past' && form.verb.says,
  );
}

function isUnprefixed(word: Word<Form>): boolean {
  return (
    (word.form.sorts &
      (Sort.common |
        Sort.office |
        Sort.given |
        Sort.bodyHead |
        Sort.placeHead |
        Sort.unnamed |
        Sort.thing |
        Sort.nationality |
        Sort.quality |
        Sort.honorific)) !==
      0 || isCommonWhole(word.form.key)
  );
}

function isCommonWhole(key: string): boolean {
  // A whole word of a common root keeps its first letter: لاعب, باحث, كاتب, وفد.
  return isCommon(key) && !(/^[بلوفك]ال/.test(key) || /^لل/.test(key));
}

function isPresentVerb(key: string): boolean {
  return (
    key.length > 3 &&
    /^(?:س?[يت])/.test(key) &&
    isCommon(key) &&
    (sortsOf(key) &
      (Sort.common |
        Sort.office |
        Sort.unnamed |
        Sort.bodyHead |
        Sort.thing |
        Sort.nationality |
        Sort.quality |
        Sort.stateBody)) ===
      0 &&
    /^س?ي/.test(key)
  );
}

function closing(words: Words, at: number, limit: number): number {
  for (let next = at + 1; next < Math.min(limit, at + 8); next++)
    if (words[next]!.form.key === ')') return next + 1;
  return 0;
}

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
    honoredTitle(head.form.key) !== undefined ||
    (head.form.sorts & (Sort.unnamed | Sort.thing | Sort.bodyHead | Sort.honorific)) !== 0
  );
}
