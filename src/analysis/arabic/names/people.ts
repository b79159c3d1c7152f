/** What leads to a person's name: an office, a form of address, a verb of saying; and what explains it behind. */
import type { Word } from '../../common/words.ts';
import { ofSpelling } from '../words/asked.ts';
import type { Form } from '../words/forms.ts';
import { isCommon, Sort, sortsOf } from '../words/lexicon.ts';
import { isOwnKin } from '../words/name-words.ts';

type Words = readonly Word<Form>[];

/** What stands before a name and announces it. */
export type Trigger = 'office' | 'honorific' | 'saying' | 'none';

/** يدعى، المدعو: whether what is behind a word is what somebody is called. */
export const calls = ofSpelling(({ form }) => /^و?(?:[يت]دعي|المدعوة?)$/.test(form.key));

export const announcing =
  /^(?:تحرير|اعداد|تغطية|ترجمة|تصوير|حاوره|حاورها|حاورته|بقلم|صحفية|يدعي|تدعي|اسمه|اسمها|المدعو|المدعوة|يسمي|تسمي|ويدعي|وتدعي)$/;

/**
 * The trigger that ends right before `at`, read backwards: an honorific; an office with what belongs to it
 * (وزير الخارجية الروسي، الفنان الصيني المعارض); a verb of saying.
 */
export function triggerBefore(words: Words, at: number, isPlace: (at: number) => boolean): Trigger {
  let back = at - 1;
  const before = words[back];
  if (!before) return 'none';
  if (before.form.sorts & Sort.honorific || announcing.test(before.form.key) || isOwnKin(before))
    return 'honorific';
  if (before.form.readings.some((one) => one.prefix !== 'س' && one.sorts & Sort.honorific && one.definite))
    return 'honorific';
  if (isSaying(before)) return 'saying';
  // المدير الطبي د. فلان: a title cut to its letter.
  if (before.form.key === '.' && before.joined && /^[دما]$/.test(words[at - 2]?.form.key ?? ''))
    return 'honorific';
  if (isNationalAlone(words, back)) return 'office';
  // A comma, closing mark or bracket may part the office from the name.
  if (/^[،,»”")]$/.test(before.form.key) && before.form.key !== '(') {
    back--;
    if (/^[»”")]$/.test(words[back]?.form.key ?? '')) back--;
  }
  const comma = back < at - 1;
  let seen = 0;
  /** Words that count: those of a body's name, and marks, do not. */
  let far = 12;
  for (; back >= 0 && back >= at - 24 && far > 0; back--, seen++) {
    const word = words[back]!;
    if (word.kind === 'number') return 'none';
    if (word.kind === 'punctuation') {
      if (/^[«»“”"()]$/.test(word.form.key)) continue;
      return 'none';
    }
    // كبير الصيادين، فلان: the one office governs the other.
    if (isOffice(word)) return comma && seen < 1 && !governsOffice(words[back - 1]) ? 'none' : 'office';
    // الحكومة المعترف بها دوليا: part of what the office is of.
    if (/^(?:بها|به|فيها|فيه|عليها|عليه|لها|له|دوليا|رسميا)$/.test(word.form.key)) continue;
    if (
      word.form.particle >= 0 ||
      (word.form.sorts & Sort.grammar &&
        !(word.form.sorts & (Sort.office | Sort.quality | Sort.common)) &&
        !/^(?:باسم|عام)$/.test(word.form.key) &&
        !(seen > 0 && /^(?:في|لدي|من)$/.test(word.form.key)))
    )
      return 'none';
    const definite = word.form.definite || word.form.readings.some((one) => one.definite);
    const proper = isPlace(back);
    if (!proper) far--;
    // رئيسة فرعها، مدير مكتبه: a noun with its owner closes the office as an article does.
    const owned =
      seen === 0 && isWithOwner(word) && words[back - 1] !== undefined && isOffice(words[back - 1]!);
    const linked =
      definite ||
      proper ||
      owned ||
      // مدير المؤسسة في اللاذقية فلان: the town where the office is held.
      (seen > 0 && isPlace(back + 1) && /^(?:في|لدي)$/.test(word.form.key)) ||
      word.form.sorts & (Sort.nationality | Sort.bodyHead) ||
      (seen > 0 && comma && /^(?:في|لدي|من)$/.test(word.form.key)) ||
      /^(?:ل|باسم|شؤون|لشؤون|لكرة|كرة|مجلس|هيئة|لجنة|حزب|اركان|عام)$/.test(word.form.key) ||
      word.form.readings.some((one) => one.prefix === 'ل' && isCommon(one.stem)) ||
      (seen > 0 &&
        word.form.common &&
        !(word.form.sorts & Sort.grammar) &&
        !word.form.reports.some((one) => one.form.shape === 'past'));
    if (!linked) return 'none';
    if (seen === 0 && !definite && !proper && !owned && !(word.form.sorts & Sort.nationality)) return 'none';
  }
  return 'none';
}

/** الرئيس فلان: whether a form of address with its article stands right before `at`. */
export function isAddressed(words: Words, at: number): boolean {
  const before = words[at - 1];
  return before?.form.definite === true && (before.form.sorts & Sort.honorific) !== 0;
}

/** فرعها, مكتبه, باسمها. */
const isWithOwner = ofSpelling(
  ({ form }) =>
    (form.common && !(form.sorts & Sort.grammar) && /.{3}(?:ه|ها|هم)$/.test(form.key)) ||
    /^باسم(?:ه|ها|هم)$/.test(form.key),
);

/** كبير الصيادين، فلان, وتقول العالمة، فلانة،: an office or a verb of saying before the office. */
function governsOffice(before: Word<Form> | undefined): boolean {
  return before !== undefined && (isOffice(before) || (isSaying(before) && !before.form.definite));
}

/** توقيع السنغالي فلان: a nationality with no definite noun before it stands for who has it. */
function isNationalAlone(words: Words, at: number): boolean {
  const { form } = words[at]!;
  if (!form.definite || !(form.sorts & Sort.nationality) || !/ي$|ية$/.test(form.key)) return false;
  const before = words[at - 1];
  return (
    before !== undefined &&
    !before.form.definite &&
    !before.form.readings.some((one) => one.definite) &&
    before.kind !== 'number' &&
    !/^[»”"]$/.test(before.form.key) &&
    (before.kind === 'punctuation' || before.form.common)
  );
}

export const isOffice = ofSpelling((word) => {
  // والآن: no dual of والٍ; مجلس الأمة.
  if (/^(?:والان|(?:ال|لل)امة)$/.test(word.form.key) || /^[وف]?أمام$/.test(word.form.spelling)) return false;
  if (word.form.sorts & Sort.office) return true;
  // زميلها, ممثلته: somebody's own.
  const owned = /^(.{3,}?)(ت?)(?:ه|ها|هم|هما|نا)$/.exec(word.form.key);
  if (owned && (sortsOf(owned[1]!) | sortsOf(owned[1]!.replace(/^[وف]/, ''))) & Sort.office) return true;
  return word.form.readings.some(
    (one) =>
      /^(?:و|ف|ل|ب|ول|لل)$/.test(one.prefix) &&
      (one.sorts | (one.definite ? one.bareSorts : 0)) & Sort.office,
  );
});

export const isSaying = ofSpelling((word) => {
  return (
    word.form.reports.some(
      ({ form }) =>
        (form.shape === 'past' || form.shape === 'present') &&
        form.person === 3 &&
        (form.verb.says || form.verb.believes || form.verb.denies),
    ) ||
    word.form.reports.some(({ form }) => form.shape === 'masdar' && form.pronoun && form.verb.lemma === 'قال')
  );
});

/** Whether what follows a name explains who it is: an office, a relative, an age in brackets. */
export function explained(words: Words, to: number): boolean {
  let next = to;
  const sign = words[next]?.form.key;
  if (sign === '(' && words[next + 1]?.kind === 'number') return true;
  if (sign === '،' || sign === ',' || sign === '-' || sign === '–') next++;
  const word = words[next];
  if (word?.kind !== 'word') return false;
  if (/^(?:الذي|التي|والذي|والتي|وهو|وهي)$/.test(word.form.key)) return next === to || sign === '،';
  if (!isOffice(word) || word.form.reports.length > 0) return false;
  return !/^[وفل]/.test(word.form.key) || (word.form.sorts & Sort.office) !== 0;
}
