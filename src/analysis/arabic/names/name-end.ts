/** How far a person's name goes: which words may follow the first one, and where somebody else begins. */
import type { Word } from '../../common/words.ts';
import { ofSpelling } from '../words/asked.ts';
import type { Form, Reading } from '../words/forms.ts';
import { isCommon, isCommonNoun, Sort, sortsOf } from '../words/lexicon.ts';
import { isCircumstance, isUnknown } from '../words/name-words.ts';
import { foreignShape } from '../words/shape.ts';
import { isAnotherOrBlessing, isFamily } from './bynames.ts';
import { afterFirst, isJoined, jointAt, ofFaith, ofGod } from './joints.ts';
import { isAction, isAdverbial, isHearer, isOwned, isQualifying, isVerb } from './slots.ts';
import {
  areNames,
  closesName,
  followsGiven,
  isGivenForSure,
  isNext,
  mayBeSurname,
  ofFather,
  type Trust,
} from './surnames.ts';

type Words = readonly Word<Form>[];

/** What lists say that a word is, besides names. */
const listed =
  Sort.common |
  Sort.office |
  Sort.honorific |
  Sort.nationality |
  Sort.quality |
  Sort.bodyHead |
  Sort.placeHead |
  Sort.unnamed;

const naming = Sort.given | Sort.family | Sort.particle;

const notFollowing = Sort.grammar | Sort.adverb | Sort.month | Sort.weekday | Sort.unnamed;

/** Of a town, as families are called; an article speaks of what is of a town by the town's name. */
const townsman = /^ال(?:حلبي|دمشقي|بغدادي|بيروتي|مقدسي|نابلسي|غزي)$/;

/** Whether a word may go on a name that a given or unknown word began. */
function goesOn(
  word: Word<Form> | undefined,
  first: boolean,
  lenient = false,
  second = false,
  closes = false,
): boolean {
  if (word?.kind !== 'word' || word.form.particle >= 0) return false;
  const { sorts, linkedSorts, definite, key, reports, common } = word.form;
  if (sorts & Sort.particle && !first) return true;
  // ليلى منصور ترى أن: a verb.
  if (/^[يت]?رأ?ى$/.test(word.form.spelling)) return false;
  if (sorts & Sort.weekday || (sorts & Sort.month && !(sorts & Sort.given))) return false;
  if (key === 'الدين' && !first) return true;
  if (reports.some((one) => /^[وف]$/.test(one.prefix) && one.form.shape === 'past') && !(sorts & Sort.given))
    return false;
  if (sorts & Sort.given && !definite) return true;
  if (sorts & Sort.family) return true;
  // أحمد الصديق: a name, though a friend may speak.
  if (key === 'الصديق') return !first;
  if (sorts & notFollowing || linkedSorts & Sort.grammar) return false;
  if (definite) {
    if (first) return false;
    // هدى بركات الحسن.
    if (
      sorts & Sort.given &&
      /^ال(?:حسن|حسين|طيب|طاهر|هادي|مهدي|منصور|حبيب|صادق|بشير|فيصل|وليد|عباس)$/.test(key)
    )
      return true;
    if (townsman.test(key)) return true;
    // A family name with the article: not what qualifies (السابق، المصري before a verb is rare), not an office.
    if (sorts & Sort.nationality && !lenient) return false;
    if (sorts & (Sort.nationality | Sort.quality))
      return (
        /ي$/.test(key) &&
        !/^ال(?:حالي|دولي|عربي|اسلامي|سياسي|عسكري|رسمي|صحفي|صحافي|امريكي|اميركي)$/.test(key) &&
        (sorts & Sort.quality) === 0
      );
    if (sorts & (Sort.office | Sort.honorific | Sort.bodyHead | Sort.placeHead | Sort.speech))
      return /^ال(?:خطيب|امام|عالم|شيخ|كاتب|صديق|شاعر|قاضي|حكيم|حداد|نجار|طيار|بحار|خازن|صائغ|خباز|خياط|جزار|بقال|صياد|فلاح|نحات|رسام|خولي)$/.test(
        key,
      );
    return !common || /ي$/.test(key) || (lenient && second && !/(?:ات|ون|ين|ة)$/.test(key));
  }
  if (
    sorts &
    (Sort.office | Sort.nationality | Sort.quality | Sort.honorific | Sort.bodyHead | Sort.placeHead)
  )
    return false;
  if (reports.some((one) => one.cut === 0 && one.form.shape !== 'masdar')) return false;
  // سليمان كونتي, حسن جدي: what a root could make too is a name behind a given one, unless it is a word of the list.
  return (
    !common ||
    (lenient &&
      reports.length === 0 &&
      !(sorts & Sort.common) &&
      /^[^يتسنا]/.test(key) &&
      !/^[وفبل]/.test(key) &&
      key.length > (closes ? 2 : 3) &&
      !/ت$/.test(key))
  );
}

/** آن, منى: letters that folding joins tell the name. */
const isNameAsSpelled = ofSpelling(({ form }) => /^(?:آ[ين]|منى)$/.test(form.spelling));

/** At its end ى: no يحيي and no علي. */
const endsInMaqsura = ofSpelling(({ form }) => /ى\u0651?$/.test(form.spelling));

/** Whether a name that begins at `at`, read without a prefix, is certain by its first word alone. */
export function startsName(word: Word<Form> | undefined, reading: Reading): boolean {
  if (word?.kind !== 'word') return false;
  if (isNameAsSpelled(word)) return true;
  const sorts = reading.sorts;
  if (
    endsInMaqsura(word) &&
    word.form.reports.some((one) => one.cut === reading.cut && one.form.shape === 'past')
  )
    return false;
  if (endsInMaqsura(word) && (sorts & Sort.grammar || /^[وف]?[يت]?رأ?ى$/.test(word.form.spelling)))
    return false;
  return (sorts & Sort.given) !== 0;
}

/** Endings of Slavic, Armenian, Persian, Turkish, Georgian, Scandinavian and Italian family names. */
const closing = /...(?:وف|ييف|فيتش|يان|سكي|شفيلي|زاده|وغلو|نكو|سون|سن|يتشي|ييه|يني)$/;

/** Whether a word is none of the name: a noun with its owner, how somebody speaks, a verb, somebody else, an office. */
function isOver(words: Words, at: number, next: number, stop: (at: number) => boolean): boolean {
  const word = words[next]!;
  if (ofFather.test(word.form.key)) return false;
  if (isAnotherOrBlessing(words, next)) return true;
  if (isOwned(word) || isCircumstance(word) || isAdverbial(word) || isAction(word)) return true;
  // أحمد المالكي المكنى بكذا: what somebody is called besides.
  if (/^ال(?:مكني|ملقب|مدعو|معروف|شهير|مسمي)ة?$/.test(word.form.key)) return true;
  if (isVerb(word) && word.form.key.length > 3 && !(word.form.sorts & naming)) return true;
  return beginsAnother(words, at, next) || isHeld(words, next, stop);
}

/** Last word of a name from `at`: at most six, particles never last. */
export function nameEnd(
  words: Words,
  at: number,
  stop: (at: number) => boolean,
  lenient = false,
  trust: Trust = 'none',
): number {
  let next = afterFirst(words, at);
  /** Last word that may be a second one: نادين صفي الدين, ليلى عبد الرحمن. */
  let second = words[next]?.form.key === 'الدين' ? next + 1 : next;
  if (words[next + 1]?.form.key === 'الدين' || words[next]?.form.key === 'عبد') second++;
  /** A given name that is no word of prose needs nothing to announce it. */
  const sure =
    isGivenForSure(words[at]!) ||
    next > at + 1 ||
    ((trust === 'saying' || trust === 'announced') && (words[at]!.form.sorts & Sort.given) !== 0);
  /** Behind فلان بن فلان what has an article is the family. */
  let descended = false;
  /** How far an announced name may go on over words that could be ordinary ones. */
  let near = at + 2;
  while (next < at + (descended ? 9 : 6) && words[next] && !stop(next)) {
    const word = words[next]!;
    const joint = jointAt(words, next, stop, trust);
    if (joint < 0) break;
    if (joint > 0) {
      next += joint;
      near += joint;
      continue;
    }
    if (word.form.kind !== 'word') break;
    // أعلن ياسر عرفات قيام الدولة, نشرت ليلى منصور مقطع فيديو: a third word with what it is of is the object.
    const third = next > at + 1 && next <= near;
    const owns =
      third &&
      (words[next + 1]?.form.definite === true ||
        (word.form.common && !closesName(words, next + 1) && !isAccusative(words[next + 1])));
    const mild = lenient && next <= near && !owns;
    // افتتح خالد العبيدي المعسكر: what he opened.
    if (third && trust === 'event' && word.form.definite && words[next - 1]!.form.definite)
      if (!(word.form.sorts & naming)) break;
    // خلف الله, جار الله: a name with its second half.
    // سفيان عز الدين: too.
    const half = words[next + 1]?.form.key;
    if ((half === 'الله' && ofGod.test(word.form.key)) || (half === 'الدين' && ofFaith.test(word.form.key))) {
      next += 2;
      continue;
    }
    // وأوضحت كارولينا توها أن: between a given name of no other use and its clause only a name stands.
    const foreign = isUnknown(words[at]) && foreignShape(words[at]!.form.key) > 3;
    if (next === at + 1 && (sure || foreign) && closesClause(words, next, trust)) {
      next++;
      break;
    }
    if (next === at + 1 && sure && isBehind(words, next, trust)) {
      next++;
      break;
    }
    if (isOver(words, at, next, stop)) break;
    // البديوي بتدشين: a family name with its article closes, unless more of a name follows.
    if (
      next > at + 1 &&
      words[next - 1]!.form.definite &&
      !word.form.definite &&
      !(word.form.sorts & naming)
    ) {
      const double =
        words[next - 2]!.form.key === 'عبد' || /^(?:الدين|الله)$/.test(words[next - 1]!.form.key);
      const family =
        trust === 'none' ? followsGiven(words, next, trust, true) : mayBeSurname(words, next, trust);
      if (!double || !family) break;
    }
    const secondFamily = next === second + 1 && trust !== 'none' && words[second]!.form.definite;
    const twoGiven = (next === at + 2 && areNames(words, at)) || secondFamily;
    if (isFamily(words, next, descended, twoGiven)) {
      next++;
      break;
    }
    if (
      !goesOn(word, false, mild, next === at + 1, /^[،,]$/.test(words[next + 1]?.form.key ?? '')) &&
      !(mild && closedName(words, next)) &&
      !(trust !== 'none' && isNext(words, at, next, trust) && mayBeSurname(words, next, trust)) &&
      !(sure && next < second + 2 && followsGiven(words, next, trust, next === second))
    )
      break;
    if (isJoined(word, next === at + 1 && trust !== 'none')) break;
    // نظاموف closes a name; only more of a name may follow.
    if (next > at + 1 && closing.test(words[next - 1]!.form.key) && !(word.form.sorts & naming)) break;
    const taken = word.form.sorts & Sort.particle ? particleAt(words, next, stop, trust) : 1;
    if (taken === 0) break;
    if (/^(?:بن|ابن|بنت|ولد|ود|ايت)$/.test(word.form.key)) descended = true;
    else if (word.form.spelling === 'آل') descended = false;
    next += taken;
  }
  return next;
}

/** ريما خلف: the name that is a preposition too, where it has nothing to stand before. */
function isBehind(words: Words, next: number, trust: Trust): boolean {
  if (words[next]!.form.key !== 'خلف') return false;
  const after = words[next + 1];
  if (!after || after.kind === 'punctuation' || after.form.particle >= 0) return true;
  return trust !== 'none' && after.form.definite && isHeld(words, next + 1, () => false);
}

/** Whether nothing but أن follows a word that is no adverb, no verb, no part of grammar and has no preposition. */
function closesClause(words: Words, next: number, trust: Trust): boolean {
  if (trust === 'none') return false;
  const { sorts, linkedSorts, definite, particle, reports, readings, key } = words[next]!.form;
  if ((words[next + 1]?.form.particle ?? -1) < 0 || particle >= 0 || definite || reports.length > 0)
    return false;
  if (linkedSorts & (Sort.grammar | Sort.adverb | Sort.weekday | Sort.month) || sorts & listed) return false;
  if (
    isCircumstance(words[next]) ||
    (isVerb(words[next]!) && trust !== 'saying') ||
    isAdverbial(words[next]!)
  )
    return false;
  return !readings.some((one) => one.cut > 0 && isCommon(one.stem)) && !/(?:[ةه]|هم)$/.test(key);
}

/** كتب روبن ياسين كساب مقالا: the object of the verb. */
function isAccusative(word: Word<Form> | undefined): boolean {
  return word?.form.common === true && /..[^اي]ا$/.test(word.form.key);
}

/** Particles of European names, behind which any word is a name: فان خال, دي ليون. */
const european = /^(?:فان|فون|دي|دا|دو|دوس|ديل|دير|لو|ماك|دل)$/;

/** How many words a particle takes inside a name together with what it joins, 0 if the name ends before it. */
function particleAt(words: Words, next: number, stop: (at: number) => boolean, trust: Trust): number {
  const { key, spelling } = words[next]!.form;
  const after = words[next + 1];
  if (after?.kind !== 'word' || stop(next + 1)) return 0;
  const { sorts, linkedSorts, particle, definite, readings } = after.form;
  // عبد behind بن takes its own second word in the next round.
  const whole = after.form.key === 'عبد' ? 1 : 2;
  if (key === 'عبد') return sortsOf(after.form.key) & Sort.divine || definite ? 2 : 0;
  if (/^(?:بن|ابن|بنت|ولد|ود|ايت)$/.test(key) || spelling === 'آل') return particle >= 0 ? 0 : whole;
  if (key === 'ابو' && particle < 0 && !(sorts & Sort.grammar)) return 2;
  if (european.test(key) && trust !== 'none' && particle < 0 && !(linkedSorts & Sort.grammar)) return 2;
  if (/^(?:ال|لا|ام|سان|تن|لو|او)$/.test(key) && isCommon(readings[0]!.bare)) return 0;
  if (!goesOn(after, false) && !(sorts & (Sort.given | Sort.divine)) && !definite) return 0;
  if (sorts & (Sort.grammar | Sort.weekday) && !(sorts & Sort.given)) return 0;
  return whole;
}

/**
 * Whether somebody else begins at a word of a name: a given name behind a family's (انتقد سمير حداد كمال درويش), an
 * office before a given name (التقى سمير حداد القاضي كمال درويش), or a definite word with its preposition (للصحيفة).
 */
function beginsAnother(words: Words, at: number, next: number): boolean {
  const { sorts, definite, readings } = words[next]!.form;
  if (isHearer(words, next)) return true;
  const before = words[next - 1]!.form.sorts;
  if (
    next > at + 1 &&
    sorts & Sort.given &&
    !definite &&
    before & Sort.family &&
    !(before & (Sort.given | Sort.particle))
  )
    return true;
  const after = words[next + 1];
  // مشتل الحسين المهندس فلان: too.
  if (
    definite &&
    (next > at + 1
      ? sorts & (Sort.office | Sort.honorific)
      : words[at]!.form.definite && sorts & Sort.honorific) &&
    after &&
    after.form.sorts & Sort.given &&
    !after.form.definite
  )
    return true;
  return (
    !(sorts & naming) &&
    readings.some((one) => /^[وف]?[بلك]$/.test(one.prefix) && one.definite && isCommonNoun(one.bare))
  );
}

/** كرم أمير المنطقة: an office with what it is of is no part of a name. */
function isHeld(words: Words, at: number, stop: (at: number) => boolean): boolean {
  const { key, definite, sorts } = words[at]!.form;
  const next = words[at + 1];
  // جمال الهاني الكاتب العام: an office with what qualifies it.
  if (definite && sorts & Sort.office && isQualifying(next)) return true;
  if (!/^(?:امير|ملك|سلطان|امام|قائد|عميد|حاكم)$/.test(key) || definite || next?.kind !== 'word')
    return false;
  return stop(at + 1) || (next.form.definite && next.form.common && !(next.form.sorts & Sort.family));
}

/** راي بابار، رئيس …: a word no root makes as a whole, with which the name surely ends. */
function closedName(words: Words, at: number): boolean {
  const { form } = words[at]!;
  const after = words[at + 1];
  if (form.definite || form.linkedSorts !== 0 || form.particle >= 0 || isCommon(form.key)) return false;
  return (
    after !== undefined &&
    (/^[،,(]$/.test(after.form.key) || after.form.particle >= 0 || (after.form.sorts & Sort.office) !== 0)
  );
}

/** The folded words of a name. */
export function nameWords(words: Words, from: number, to: number, cut: number): string[] {
  const first = words[from]!.form.readings.find((one) => one.cut === cut) ?? words[from]!.form.readings[0]!;
  return [first.stem, ...words.slice(from + 1, to).map((word) => word.form.key)];
}
