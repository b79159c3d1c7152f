import type { Word } from '../../common/words.ts';
import type { Form } from '../words/forms.ts';
import { knownAt } from '../words/gazetteer.ts';
import { Sort } from '../words/lexicon.ts';
import { isUnknown, purpose, quotedEnd, unknownRun } from '../words/name-words.ts';

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
  /^(?:محافظة|ولاية|مدينة|اقليم|قرية|بلدة|قطاع|دولة|جزيرة|مقاطعة|امارة|سلطنة|مملكة|جمهورية|مخيم|ضاحية|بلدية|معتمدية)$/;
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

/** Heads that only towns and provinces have; what they govern with its article is a name: معتمدية النفيضة. */
const governed = /^(?:معتمدية|مدينة|قرية|بلدة|محافظة)$/;

/** Whether a definite word behind such a head names a town though a root could make it. */
function isGovernedName(head: string, word: Word<Form>): boolean {
  const { definite, key, sorts, readings } = word.form;
  const ordinary =
    Sort.common | Sort.grammar | Sort.nationality | Sort.quality | Sort.office | Sort.honorific;
  return (
    governed.test(head) &&
    definite &&
    !generic.test(key) &&
    !((sorts | readings[0]!.bareSorts) & (ordinary | Sort.month | Sort.weekday | Sort.unnamed)) &&
    !/(?:ات|ين|ون|يين)$/.test(key)
  );
}

/** معتمدية صفاقس الشمالية: a side that is part of a district's name. */
const sided = /^ال(?:شمالية|جنوبية|شرقية|غربية|مدينة)$/;

/** Words before the name of a saint or a holy man, in names of churches, hospitals and streets. */
const saintly = /^(?:مار|سانت|سان|سيدي|القديسة?|النبي|الامام|الشهيدة?|الملك|الاميرة?)$/;

const withInternational = /^(?:ملعب|استاد|ستاد|مطار|ميناء|معبر|مرفا|محطة)$/;

/** مستشفى دسوق العام: kinds of hospitals. */
const treating = /^ال(?:عام|جامعي|مركزي|تخصصي|اقليمي|عسكري|حكومي|تعليمي|اميري|ميداني|جهوي|وطني|محلي)$/;

/** بحارة, سائقو: people, as the word stands. */
function isPlural({ form }: Word<Form>): boolean {
  return /^(?:بحارة|باعة|كتبة|وسطاء|بحار|سائق)$/.test(form.key);
}

/** أم حمرة, عين زارة, بئر السبع: first halves of the names of towns. */
const townHalf = /^(?:ام|ابو|عين|بئر|بير|تل|بني|دير|كفر|سيدي|بيت|راس|واد|وادي|برج|باب|خان)$/;

/** A place announced by its head: محافظة ديالى، قرية حسين خان والا، نهر سبوكين، مطار بيروت الدولي. */
export function placePhrase(words: Words, at: number, taken: (at: number) => boolean): Phrase | undefined {
  for (const reading of words[at]!.form.readings) {
    // بحارة is no ب and حارة.
    if (reading.prefix === 'س' || (reading.cut > 0 && isPlural(words[at]!))) continue;
    const sorts = reading.sorts;
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
    if (!to && /^(?:بلدة|قرية|مدينة|محافظة|مخيم|ناحية)$/.test(head) && townHalf.test(words[next]!.form.key))
      to =
        words[next + 1]?.kind === 'word' &&
        words[next + 1]!.form.particle < 0 &&
        !(words[next + 1]!.form.sorts & Sort.grammar)
          ? next + 2
          : 0;
    if (!to) to = royalName(words, next);
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
      else if (!reading.definite && isGovernedName(head, words[next]!)) to = next + 1;
      // محافظة الغربية, المنطقة's name an adjective of direction or kind.
      else if (/^(?:محافظة|ولاية)$/.test(head) && /^ال.{3,}ية$/.test(words[next]!.form.key)) to = next + 1;
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
    if (head === 'معتمدية' && sided.test(words[to]?.form.key ?? '')) to++;
    if (withInternational.test(head) && /^الدولي$/.test(words[to]?.form.key ?? '')) to++;
    if (head === 'مستشفي') to = purpose(words, to);
    if (head === 'مستشفي' && treating.test(words[to]?.form.key ?? '')) to++;
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

const royal = /^(?:الملكة?|الاميرة?|السلطان|الشيخة?|الامام|الامبراطور)$/;
const ordinal = /^ال(?:اول|ثاني|ثالث|رابع|خامس|سادس)$/;

/** The index behind الملك عبد الله الثاني and the like at `at`, which bodies and places are named after, or 0. */
export function royalName(words: Words, at: number): number {
  if (!royal.test(words[at]?.form.key ?? '')) return 0;
  const name = words[at + 1];
  if (name?.kind !== 'word' || !(name.form.sorts & (Sort.given | Sort.particle))) return 0;
  const to = commemorated(words, at + 1);
  return ordinal.test(words[to]?.form.key ?? '') ? to + 1 : to;
}

/** The name of a person that a body or place bears: سيدي محمد بن عبد الله, ابن سينا. */
export function commemorated(words: Words, at: number): number {
  let to = at + 1;
  while (to < at + 6 && words[to]?.kind === 'word') {
    const { sorts } = words[to]!.form;
    const before = words[to - 1]!.form.sorts;
    if (!(sorts & (Sort.given | Sort.particle | Sort.family)) && !(before & Sort.particle)) break;
    to++;
  }
  return to;
}
