import type { Word } from '../../common/words.ts';
import { ofSpelling } from '../words/asked.ts';
import type { Form } from '../words/forms.ts';
import { knownAt } from '../words/gazetteer.ts';
import { isCommon, isCommonNoun, Sort, sortsOf } from '../words/lexicon.ts';
import {
  agrees,
  isBodyAdjective,
  isNationality,
  isUnknown,
  purpose,
  quotedEnd,
  unknownRun,
} from '../words/name-words.ts';
import { foreignShape } from '../words/shape.ts';
import { companyEnd, quotedBehind, townBehind } from './body-ends.ts';
import { commemorated, type Phrase, placePhrase, royalName } from './place-phrase.ts';
import { stationOf, stations } from './stations.ts';

type Words = readonly Word<Form>[];

const joiningHeads =
  /^(?:امانة|بعثة|رابطة|سلطة|وزارة|معهد|ادارة|هيئة|لجنة|مركز|منظمة|اتحاد|مجلس|دائرة|مديرية|كلية|جمعية|مؤسسة|صندوق|وكالة|غرفة|مفوضية|برنامج|شركة|مصلحة|نقابة|شعبة|حزب|حركة|جبهة)$/;
const ministries = /^(?:الخارجية|الداخلية|المالية|المركزي)$/;

const ofContinent = /^ال(?:اوروبي|افريقي|اسيوي|عربي|خليجي)ة?$/;
const overseeing = /^ال(?:اشراف|رقابة|مراقبة|حفاظ|تفتيش)$/;

/** Whether a word can be the head of a body by its form; `bodyPhrase` finds none at any other. */
export const mayHeadBody = ofSpelling(
  ({ form: { key, readings } }) =>
    stations.has(key) ||
    readings.some((one) =>
      one.definite
        ? one.bareSorts & (Sort.bodyHead | Sort.stateBody) || ministries.test(`ال${one.bare}`)
        : one.sorts & Sort.bodyHead,
    ),
);

/** A body announced by its head. */
export function bodyPhrase(words: Words, at: number, taken: (at: number) => boolean): Phrase | undefined {
  const word = words[at]!;
  if (!mayHeadBody(word)) return undefined;
  // مجلس إدارة الشركة: a part of the body behind it.
  if (words[at + 1]?.form.key === 'ادارة' && word.form.key.endsWith('مجلس')) return undefined;
  const station = stations.has(word.form.key) ? stationOf(words, at) : undefined;
  if (station) return station;
  // رئيس مجلس إدارة الجمعية: the name is the body's.
  if (/مجلس$/.test(words[at - 1]?.form.key ?? '') && word.form.key === 'ادارة') return undefined;
  for (const reading of word.form.readings) {
    if (reading.prefix === 'س' || reading.prefix === 'أو') continue;
    if (reading.definite) {
      const phrase = definiteBody(words, at, reading.bare, reading.cut);
      if (phrase) return phrase;
      continue;
    }
    const sorts = reading.sorts;
    if (!(sorts & Sort.bodyHead)) continue;
    const loose = (sorts & Sort.looseBodyHead) !== 0;
    const next = at + 1;
    if (!words[next] || taken(next)) continue;
    const company = /^(?:شركة|مجموعة)$/.test(reading.stem) ? companyEnd(words, next) : 0;
    if (company > 0) {
      const proper = { from: next, to: company - 1 };
      return { type: 'organization', cut: reading.cut, from: at, to: company, proper };
    }
    // رئيس مركز ومدينة دسوق: the next noun is another's head.
    if (words[next]!.form.readings.some((one) => one.prefix === 'و' && one.sorts & Sort.placeHead)) continue;
    const phrase =
      quotedBody(words, at, reading.cut) ??
      namedBody(words, at, reading.cut, loose, reading.stem, taken) ??
      constructBody(words, at, reading.cut, loose, reading.stem, taken);
    if (phrase) return phrase;
  }
  return undefined;
}

function quotedBody(words: Words, at: number, cut: number): Phrase | undefined {
  // وكالة أنباء «كذا».
  const open = words[at + 1]?.form.key === 'انباء' ? at + 2 : at + 1;
  const end = quotedEnd(words, open);
  if (!end) return undefined;
  const known = knownAt(words, open + 1).find((one) => open + 1 + one.length === end - 1);
  const proper = { from: open + 1, to: end - 1 };
  return { type: 'organization', cut, from: at, to: end, proper, ...(known ? { known: known.id } : {}) };
}

/** Heads before which an ordinary word is a name: قناة العالم, but not معهد العالم العربي. */
const branded =
  /^(?:قناة|تلفزيون|صحيفة|جريدة|مجلة|وكالة|اذاعة|راديو|موقع|نادي|فريق|شركة|مجموعة|حزب|حركة|تنظيم|جماعة|كتائب|شبكة|بنك|مصرف|تطبيق|منصة|تيار)$/;

/** مجموعة متجانسة, لجنة جهوية: an adjective by its ending, with the gender of its body and the letters of an ordinary word. */
function qualifies(head: string, key: string): boolean {
  return /ة$/.test(head) && /^م.{3,}ة$|..ية$/.test(key) && foreignShape(key) < 0;
}

/** شركة مونسانتو، صحيفة آفي، وكالة فارس للأنباء، جامعة دمشق. */
function namedBody(
  words: Words,
  at: number,
  cut: number,
  loose: boolean,
  head: string,
  taken: (at: number) => boolean,
): Phrase | undefined {
  const next = at + 1;
  const known = knownAt(words, next).find(
    (one) => one.cut === 0 && (one.type === 'place' || !one.doubtful || branded.test(head)),
  );
  if (known?.type === 'organization') {
    const to = next + known.length;
    // برنامج الأمم المتحدة للبيئة, but موقع إنستغرام and قوات الحوثيين are the name alone.
    if (loose && head !== 'قناة' && purpose(words, to) === to) return undefined;
    // جمعية الهلال الأحمر القطري: whose one it is.
    const whose = isNationality(words[to]) && words[to]!.form.definite && agrees('هلال', words[to]!) ? 1 : 0;
    const end = whose > 0 && /^(?:جمعية|منظمة|هيئة)$/.test(head) ? to + whose : purpose(words, to);
    return { type: 'organization', cut, from: at, to: end, proper: { from: next, to }, known: known.id };
  }
  // حكومة إقليم كردستان، مجلس محافظة نينوى.
  const district = /^(?:اقليم|ولاية|محافظة|بلدية|مدينة|مقاطعة)$/.test(words[next]!.form.key)
    ? placePhrase(words, next, taken)
    : undefined;
  if (
    district?.cut === 0 &&
    /^(?:حكومة|برلمان|مجلس|رئاسة|جامعة|بلدية|غرفة|نيابة|محكمة|ادارة|شرطة)$/.test(head)
  )
    return { type: 'organization', cut, from: at, to: district.to };
  if (known?.type === 'place' && !known.doubtful) {
    // مركز نزوى الثقافي: a kind makes a name of the place.
    const kind = words[next + known.length];
    if (
      loose &&
      /^(?:مركز|مهرجان|متحف|مسرح|نادي)$/.test(head) &&
      kind &&
      isBodyAdjective(kind) &&
      agrees(head, kind)
    )
      return { type: 'organization', cut, from: at, to: next + known.length + 1 };
    if (loose || /^(?:حزب|حركة|تنظيم|شركة|برلمان|جيش|مجموعة)$/.test(head)) return undefined;
    let end = next + known.length;
    // وكالة تونس إفريقيا للأنباء: two places in one name.
    const second = knownAt(words, end).find((one) => one.type === 'place' && one.cut === 0 && !one.doubtful);
    if (second && purpose(words, end + second.length) > end + second.length) end += second.length;
    return { type: 'organization', cut, from: at, to: purpose(words, end) };
  }
  const named = /^(?:جامعة|مدرسة|معهد|مركز|مؤسسة|كلية|اكاديمية)$/.test(head) ? royalName(words, next) : 0;
  if (named) return { type: 'organization', cut, from: at, to: purpose(words, named) };
  // صحيفة لو دوفينيه ليبيريه: a French or Spanish article.
  const foreign =
    /^(?:لو|لا|لي|لوس|ذا|ذي|دي|دير|إل|لاس)$/.test(words[next]!.form.spelling) &&
    isUnknown(words[next + 1]) &&
    foreignShape(words[next + 1]!.form.key) > 2;
  let to = unknownRun(words, foreign ? next + 1 : next, 4, taken);
  if (to === next + 1 && qualifies(head, words[next]!.form.key)) to = next;
  // الأستاذ في جامعة بوغازيتشي سردار أوزتورك: a given name with another word behind it is a person's.
  for (let split = next + 1; split + 1 < to; split++) if (words[split]!.form.sorts & Sort.given) to = split;
  if (
    to === next &&
    /^(?:جامعة|مدرسة|معهد|مركز|مؤسسة|جمعية|مستشفي)$/.test(head) &&
    words[next]!.form.sorts & (Sort.given | Sort.particle)
  )
    to = commemorated(words, next);
  // دار الفارابي, دار الكتبي: a house of a family name.
  if (to === next && head === 'دار' && isFamilyLike(words[next]!)) to = next + 1;
  const unknownBehind = words[next + 1] !== undefined && isUnknown(words[next + 1]);
  if (
    to === next &&
    !loose &&
    words[next]!.form.sorts & Sort.given &&
    (!words[next]!.form.common || unknownBehind)
  ) {
    to = next + 1;
    while (to < next + 3 && words[to] && (isUnknown(words[to]) || words[to]!.form.sorts & Sort.given)) to++;
  }
  if (to === next) {
    const one = words[next]!.form;
    const bare = one.readings[0]!;
    if (!bare.definite || one.common || loose || one.sorts & (Sort.nationality | Sort.quality | Sort.grammar))
      return undefined;
    to = next + 1;
  }
  return { type: 'organization', cut, from: at, to: purpose(words, to), proper: { from: next, to } };
}

function isFamilyLike(word: Word<Form>): boolean {
  const { definite, sorts, key, readings } = word.form;
  if (!definite || sorts & (Sort.nationality | Sort.quality | Sort.office)) return false;
  return (sorts & Sort.family) !== 0 || (/...ي$/.test(key) && readings[0]!.bareSorts === 0);
}

/** مؤسسة مياه بيروت وجبل لبنان: the index behind a second place that و joins, else `at`. */
function twoPlaces(words: Words, at: number): number {
  const second = knownAt(words, at).find((one) => one.type === 'place' && one.cut === 1 && !one.doubtful);
  return second && /^و/.test(words[at]!.form.key) ? at + second.length : at;
}

const placeAt = (words: Words, at: number) =>
  knownAt(words, at).find((one) => one.type === 'place' && one.cut === 0);

/** Whether one word is enough of a name: of those who are joined (نقابة المنقبين), of what a court does (محكمة التمييز). */
function isNamed(head: string, closing: string, last: string): boolean {
  if (head === 'محكمة') return judging.test(closing);
  return /^(?:نقابة|رابطة|اتحاد|جمعية)$/.test(head) && /(?:ين|ات)$/.test(last);
}

const judging =
  /^ال(?:تمييز|نقض|استئناف|جنايات|جنح|تعقيب|عدل|صلح|بداية|تحكيم|اسرة|مالية|امن|دستور|قضاء|تجارة|عمل|مرور)$/;

/** وزارة الخارجية وشؤون الكومنولث، معهد العلوم والأمن الدولي، لجنة حقوق الإنسان. */
function constructBody(
  words: Words,
  at: number,
  cut: number,
  loose: boolean,
  head: string,
  taken: (at: number) => boolean,
): Phrase | undefined {
  let next = at + 1;
  let parts = 0;
  let nation = false;
  // The construct may run over one more indefinite noun before the definite one closes it.
  for (let links = 0; links < 2 && words[next] && !words[next]!.form.definite; links++) {
    if (links > 0 && placeAt(words, next)?.doubtful === false) break;
    const { sorts, common, particle, reports } = words[next]!.form;
    if (
      !common ||
      particle >= 0 ||
      sorts & (Sort.grammar | Sort.office | Sort.nationality | Sort.quality | Sort.unnamed)
    )
      return undefined;
    if (reports.some((one) => one.form.shape === 'past' || one.form.shape === 'present') && links > 0)
      return undefined;
    if (words[next]!.kind !== 'word') return undefined;
    // بعثة برئاسة فلان: a prefixed preposition joins no construct.
    if (/^[بلك]/.test(words[next]!.form.key) && !isCommon(words[next]!.form.key)) return undefined;
    next++;
    parts++;
  }
  // لجنة حوض بحيرة تشاد: a known place closes it too.
  const place = placeAt(words, next);
  if (place && next > at + 1 && joiningHeads.test(head))
    return { type: 'organization', cut, from: at, to: purpose(words, twoPlaces(words, next + place.length)) };
  const closing = words[next]?.form;
  if (
    !closing?.definite ||
    closing.kind !== 'word' ||
    taken(next) ||
    closing.sorts & (Sort.weekday | Sort.honorific)
  )
    return undefined;
  if (closing.sorts & Sort.grammar && !(closing.sorts & Sort.common)) return undefined;
  next++;
  parts++;
  // هيئة الإشراف على الانتخابات: a task with what it is over.
  if (overseeing.test(closing.key) && words[next]?.form.key === 'علي' && words[next + 1]?.form.definite) {
    next += 2;
    parts += 2;
  }
  while (next < at + 9) {
    const word = words[next];
    if (word?.kind !== 'word') break;
    if (isBodyAdjective(word)) {
      if (isNationality(word) || ofContinent.test(word.form.key)) nation = true;
      parts++;
      next++;
      continue;
    }
    const joined = word.form.readings.find((one) => one.prefix === 'و');
    if (
      joined &&
      joiningHeads.test(head) &&
      !(
        joined.bareSorts &
        (Sort.office | Sort.nationality | Sort.unnamed | Sort.honorific | Sort.bodyHead)
      ) &&
      isCommonNoun(joined.bare)
    ) {
      if (joined.definite) {
        next++;
        parts++;
        continue;
      }
      if (
        !joined.definite &&
        words[next + 1]?.form.definite &&
        /^(?:شؤون|حقوق|تنمية|مكافحة|رعاية|حماية|تكنولوجيا|ادارة|تطوير|خدمات)$/.test(joined.stem)
      ) {
        next += 2;
        parts++;
        continue;
      }
    }
    const tail = purpose(words, next);
    if (tail === next) break;
    next = tail;
    parts += 2;
  }
  const end = townBehind(words, next, head);
  const seated = end > next;
  const named = head === 'وزارة' || nation || seated || isNamed(head, closing.key, words[next - 1]!.form.key);
  if (!(named || (!loose && parts > 1)) || (loose && !nation && !seated && parts < 3)) return undefined;
  if (/^(?:حكومة|شرطة|فريق|منتخب)$/.test(head)) return undefined;
  return { type: 'organization', cut, from: at, to: quotedBehind(words, end, head) };
}

/** Heads that two adjectives name: المجلس الشعبي الوطني. */
const doublyNamed =
  /^(?:مجلس|هيئة|محكمة|جبهة|حركة|حزب|ديوان|مجمع|كلية|مؤسسة|معهد|جامعة|اتحاد|نقابة|منظمة|اكاديمية|رابطة|كتلة)$/;

/** المفوضية الأوروبية، البرلمان الإيراني، الاتحاد الليبيري لكرة القدم، الخارجية الروسية. */
function definiteBody(words: Words, at: number, bare: string, cut: number): Phrase | undefined {
  const sorts = sortsOf(bare);
  const ministry = ministries.test(`ال${bare}`);
  if (!ministry && !(sorts & (Sort.bodyHead | Sort.stateBody))) return undefined;
  if (
    /^(?:حكومة|شرطة|فريق|منتخب|موقع|برنامج|مشروع|مدرسة|مستشفي|متحف|حملة|كنيسة|دار|قناة|سلطة|سفارة|بعثة|محطة|دفاع)$/.test(
      bare,
    )
  )
    return undefined;
  let next = at + 1;
  let nation = false;
  let adjectives = 0;
  while (next < at + 5 && isBodyAdjective(words[next]) && agrees(bare, words[next]!)) {
    if (isNationality(words[next]) || ofContinent.test(words[next]!.form.key)) nation = true;
    next++;
    adjectives++;
  }
  // الجمعية العمومية للشركة: a meeting.
  if (adjectives === 0 || words[at + 1]!.form.key === 'العمومية') return undefined;
  const town = townBehind(words, next, bare);
  if (town > next) return { type: 'organization', cut, from: at, to: town };
  let tail = ministry ? next : purpose(words, next);
  if (tail > next) tail = purpose(words, tail);
  const purposeful = tail > next;
  // المجلس الشعبي الوطني: two adjectives make a name too.
  const named = adjectives > 1 && doublyNamed.test(bare);
  if (!nation && !purposeful && !named) return undefined;
  if (!purposeful && /^(?:مكتب|جهاز)$/.test(bare)) return undefined;
  if (ministry && !nation) return undefined;
  return { type: 'organization', cut, from: at, to: tail };
}
