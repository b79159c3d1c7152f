import type { Word } from '../words.ts';
import type { Form } from './forms.ts';
import { knownAt } from './gazetteer.ts';
import { isCommon, Sort, sortsOf } from './lexicon.ts';
import {
  agrees,
  isBodyAdjective,
  isNationality,
  isUnknown,
  purpose,
  quotedEnd,
  unknownRun,
} from './name-words.ts';

type Words = readonly Word<Form>[];

/** A name of several words that a head announces, as indices of words. */
export interface Phrase {
  readonly type: 'place' | 'organization';
  /** Code units of the first word that are a prefix. */
  readonly cut: number;
  readonly from: number;
  /** First word after. */
  readonly to: number;
  /** The part that names by itself (مونسانتو of شركة مونسانتو), or undefined where only the whole does. */
  readonly proper?: { readonly from: number; readonly to: number };
  readonly known?: string;
}

const merging =
  /^(?:محافظة|ولاية|مدينة|اقليم|قرية|بلدة|قطاع|دولة|جزيرة|مقاطعة|امارة|سلطنة|مملكة|جمهورية|مخيم|ضاحية|بلدية)$/;
/** A word that no list knows as an ordinary one, though a root could make it: بلدة بارا. */
function isTownName(word: Word<Form>): boolean {
  const { sorts, linkedSorts, definite, particle, reports } = word.form;
  return (
    word.kind === 'word' &&
    sorts === 0 &&
    !(linkedSorts & Sort.grammar) &&
    !definite &&
    particle < 0 &&
    reports.length === 0
  );
}

/** Whether بلدة, قرية and the like stand before one such word, with which the phrase closes. */
function plainTown(words: Words, at: number, head: string, fits: (word: Word<Form>) => boolean): boolean {
  if (!/^(?:بلدة|قرية|مدينة|محافظة|ناحية|مخيم|جزيرة|مستشفي)$/.test(head)) return false;
  const name = words[at + 1]!;
  const after = words[at + 2];
  return (
    fits(name) &&
    !/(?:ة|ات|ين|ون|ية)$/.test(name.form.key) &&
    (after?.kind !== 'word' || !/(?:ة|ي)$/.test(after.form.key) || after.form.definite)
  );
}

const generic =
  /^ال(?:مدينة|قرية|بلدة|عاصمة|منطقة|جامعة|دولة|حكومة|اطفال|ولادة|مخيم|جديدة?|قديمة?|كبيرة?|صغيرة?|رئيسية?|مجاورة?|اول|ثاني|عام|خاص|مركزي|ميداني|حكومي|وحيدة?|شعبي|سكني|راقي|تجاري|مال|عمل|وطن|ناس|حرب|معركة|فندق|مستشفي|محافظة|ولاية|جزيرة|قطاع|مطار|اقامة|خمس|ست)$/;

/** Whether a definite noun behind مستشفى, حي, شارع and the like is what the place is called. */
function isNamedAfterNoun(head: string, words: Words, at: number): boolean {
  if (!/^(?:مستشفي|حي|شارع|نهج|زنقة|فندق|كنيسة|مسجد|ساحة|مقهي|حارة|مخيم)$/.test(head)) return false;
  const { definite, key, sorts } = words[at]!.form;
  if (
    !definite ||
    generic.test(key) ||
    sorts & (Sort.nationality | Sort.quality | Sort.office | Sort.grammar)
  )
    return false;
  if (/^(?:ساحة|مخيم)$/.test(head) && sorts & Sort.common) return false;
  return words[at + 1]?.form.definite !== true && !/(?:ين|ون)$/.test(key);
}

/** Words before the name of a saint or a holy man, in names of churches, hospitals and streets. */
const saintly = /^(?:مار|سانت|سان|سيدي|القديسة?|النبي|الامام|الشهيدة?|الملك|الاميرة?)$/;

const withInternational = /^(?:ملعب|استاد|ستاد|مطار|ميناء|معبر|مرفا|محطة)$/;

/** A place announced by its head: محافظة ديالى، قرية حسين خان والا، نهر سبوكين، مطار بيروت الدولي. */
export function placePhrase(words: Words, at: number, taken: (at: number) => boolean): Phrase | undefined {
  for (const reading of words[at]!.form.readings) {
    if (reading.prefix === 'س') continue;
    const sorts = sortsOf(reading.stem);
    if (!(sorts & Sort.placeHead)) continue;
    const loose = (sorts & Sort.loosePlaceHead) !== 0;
    const head = reading.stem;
    const next = at + 1;
    if (!words[next] || taken(next)) continue;
    const quoted = quotedEnd(words, next);
    if (quoted)
      return {
        type: 'place',
        cut: reading.cut,
        from: at,
        to: quoted,
        proper: { from: next + 1, to: quoted - 1 },
      };
    const known = knownAt(words, next).find((one) => one.type === 'place' && one.cut === 0);
    let to = known ? next + known.length : 0;
    if (!known && /^(?:شمال|جنوب|شرق|غرب|وسط)$/.test(words[next]!.form.key)) {
      // ولاية شمال كردفان: a direction inside the name.
      const rest = words[next + 1]
        ? knownAt(words, next + 1).find((one) => one.type === 'place' && one.cut === 0)
        : undefined;
      if (rest) to = next + 1 + rest.length;
    }
    if (!to && plainTown(words, at, head, isTownName)) to = next + 1;
    if (!to) {
      const run = unknownRun(words, next, 3, taken);
      if (run > next) to = run;
      else if (
        words[next]!.form.definite &&
        !words[next]!.form.common &&
        !loose &&
        !(words[next]!.form.sorts & (Sort.nationality | Sort.quality | Sort.grammar))
      )
        to = next + 1;
      // مستشفى السلام, حي الزهور: an ordinary noun names it.
      else if (isNamedAfterNoun(head, words, next)) to = next + 1;
      // A given name names villages and streets too; its second word goes with it.
      else if (saintly.test(words[next]!.form.key) && words[next + 1]?.kind === 'word') to = next + 2;
      else if (
        words[next]!.form.sorts & (Sort.given | Sort.particle) &&
        !words[next]!.form.definite &&
        !(words[next]!.form.sorts & Sort.grammar && words[next]!.form.key.length < 3)
      ) {
        to = commemorated(words, next);
        while (
          to < next + 3 &&
          words[to] &&
          ((isUnknown(words[to]) && !knownAt(words, to).some((one) => one.cut > 0)) ||
            words[to]!.form.sorts & (Sort.given | Sort.divine))
        )
          to++;
      }
    }
    if (!to) continue;
    if (withInternational.test(head) && /^الدولي$/.test(words[to]?.form.key ?? '')) to++;
    const proper = merging.test(head) ? { from: next, to } : undefined;
    return {
      type: 'place',
      cut: reading.cut,
      from: at,
      to,
      ...(proper ? { proper } : {}),
      ...(known && proper ? { known: known.id } : {}),
    };
  }
  return undefined;
}

const joiningHeads =
  /^(?:امانة|بعثة|رابطة|سلطة|وزارة|معهد|ادارة|هيئة|لجنة|مركز|منظمة|اتحاد|مجلس|دائرة|مديرية|كلية|جمعية|مؤسسة|صندوق|وكالة|غرفة|مفوضية|برنامج)$/;
const ministries = /^(?:الخارجية|الداخلية|المالية)$/;

/** A body announced by its head. */
export function bodyPhrase(words: Words, at: number, taken: (at: number) => boolean): Phrase | undefined {
  const word = words[at]!;
  for (const reading of word.form.readings) {
    if (reading.prefix === 'س' || reading.prefix === 'أو') continue;
    if (reading.definite) {
      const phrase = definiteBody(words, at, reading.bare, reading.cut);
      if (phrase) return phrase;
      continue;
    }
    const sorts = sortsOf(reading.stem);
    if (!(sorts & Sort.bodyHead)) continue;
    const loose = (sorts & Sort.looseBodyHead) !== 0;
    const next = at + 1;
    if (!words[next] || taken(next)) continue;
    const phrase =
      quotedBody(words, at, reading.cut) ??
      namedBody(words, at, reading.cut, loose, reading.stem, taken) ??
      constructBody(words, at, reading.cut, loose, reading.stem, taken);
    if (phrase) return phrase;
  }
  return undefined;
}

function quotedBody(words: Words, at: number, cut: number): Phrase | undefined {
  const end = quotedEnd(words, at + 1);
  if (!end) return undefined;
  const known = knownAt(words, at + 2).find((one) => at + 2 + one.length === end - 1);
  const proper = { from: at + 2, to: end - 1 };
  return { type: 'organization', cut, from: at, to: end, proper, ...(known ? { known: known.id } : {}) };
}

/** Heads before which an ordinary word is a name: قناة العالم, but not معهد العالم العربي. */
const branded =
  /^(?:قناة|تلفزيون|صحيفة|جريدة|مجلة|وكالة|اذاعة|راديو|موقع|نادي|فريق|شركة|مجموعة|حزب|حركة|تنظيم|جماعة|كتائب|شبكة|بنك|مصرف|تطبيق|منصة|تيار)$/;

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
    const end = purpose(words, to);
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
    if (loose || /^(?:حزب|حركة|تنظيم|جماعة|شركة|برلمان|جيش|مجموعة)$/.test(head)) return undefined;
    const to = purpose(words, next + known.length);
    return { type: 'organization', cut, from: at, to };
  }
  let to = unknownRun(words, next, 4, taken);
  if (
    to === next &&
    /^(?:جامعة|مدرسة|معهد|مركز|مؤسسة|جمعية|مستشفي)$/.test(head) &&
    words[next]!.form.sorts & (Sort.given | Sort.particle)
  )
    to = commemorated(words, next);
  // دار الفارابي, دار الكتبي: a house of a family name.
  if (to === next && head === 'دار' && isFamilyLike(words[next]!)) to = next + 1;
  if (to === next && !loose && words[next]!.form.sorts & Sort.given && !words[next]!.form.common) {
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
  return (sorts & Sort.family) !== 0 || (/...ي$/.test(key) && sortsOf(readings[0]!.bare) === 0);
}

/** The name of a person that a body or place bears: سيدي محمد بن عبد الله, ابن سينا. */
function commemorated(words: Words, at: number): number {
  let to = at + 1;
  while (to < at + 6 && words[to]?.kind === 'word') {
    const { sorts } = words[to]!.form;
    const before = words[to - 1]!.form.sorts;
    if (!(sorts & (Sort.given | Sort.particle | Sort.family)) && !(before & Sort.particle)) break;
    to++;
  }
  return to;
}

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
  const place =
    next > at + 1 ? knownAt(words, next).find((one) => one.type === 'place' && one.cut === 0) : undefined;
  if (place && joiningHeads.test(head))
    return { type: 'organization', cut, from: at, to: purpose(words, next + place.length) };
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
  while (next < at + 9) {
    const word = words[next];
    if (word?.kind !== 'word') break;
    if (isBodyAdjective(word)) {
      if (isNationality(word)) nation = true;
      parts++;
      next++;
      continue;
    }
    const joined = word.form.readings.find((one) => one.prefix === 'و');
    if (
      joined &&
      joiningHeads.test(head) &&
      !(
        sortsOf(joined.bare) &
        (Sort.office | Sort.nationality | Sort.unnamed | Sort.honorific | Sort.bodyHead)
      ) &&
      isCommon(joined.bare)
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
  const named = head === 'وزارة' || nation || (!loose && parts > 1);
  if (!named || (loose && !nation && parts < 3)) return undefined;
  if (/^(?:حكومة|شرطة|فريق|منتخب)$/.test(head)) return undefined;
  return { type: 'organization', cut, from: at, to: next };
}

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
    if (isNationality(words[next]) || /^ال(?:اوروبي|افريقي|اسيوي|عربي|خليجي)ة?$/.test(words[next]!.form.key))
      nation = true;
    next++;
    adjectives++;
  }
  if (adjectives === 0) return undefined;
  let tail = ministry ? next : purpose(words, next);
  if (tail > next) tail = purpose(words, tail);
  const purposeful = tail > next;
  if (!nation && !purposeful) return undefined;
  if (!purposeful && /^(?:مكتب|جهاز)$/.test(bare)) return undefined;
  if (ministry && !nation) return undefined;
  return { type: 'organization', cut, from: at, to: tail };
}
