/**
 * Family names that no list has, told by their place: behind a given name where only a name can stand, or behind an
 * office that is complete. Ordinary words are names there, verbs and what has a preposition never.
 */
import type { Word } from '../../common/words.ts';
import { eventVerbs } from '../data/events.ts';
import { ofSpelling } from '../words/asked.ts';
import { fold } from '../words/fold.ts';
import type { Form, Reading } from '../words/forms.ts';
import { isCertainGiven, isCommon, isCommonNoun, Sort, sortsOf } from '../words/lexicon.ts';
import { isCircumstance } from '../words/name-words.ts';
import { foreignShape } from '../words/shape.ts';

type Words = readonly Word<Form>[];

/** Whether a family name is still to come at `next`: behind one given name or several, or behind one that no list has. */
export function isNext(words: Words, at: number, next: number, trust: Trust): boolean {
  const first = words[at]!.form;
  const given =
    first.sorts & (Sort.given | Sort.particle) || first.readings.some((one) => one.sorts & Sort.given);
  if (!given && trust === 'event') return false;
  const joined = words[at + 1]?.form.key === '-';
  // عبد القادر, عصام الدين, نعمة الله: one name of two words.
  const double = first.key.endsWith('عبد') || /^(?:الدين|الله)$/.test(words[at + 1]?.form.key ?? '');
  const ofGod = double ? 2 : joined ? 3 : 1;
  if (next === at + ofGod) return true;
  // A third word must be plain, and end the name for sure: حسن جدي أبكر أن.
  const { form } = words[next]!;
  const plain = !form.definite && !/(?:ة|ات|ون|ين|.[^يا]ه|ها)$/.test(form.key) && !prefixedCommon(form);
  const after = words[next + 1];
  const sure = plain && form.reports.length === 0 && !(form.sorts & listed) && closesName(words, next + 1);
  if (sure && next === at + ofGod + 1 && after && (after.form.particle >= 0 || /^[،:]$/.test(after.form.key)))
    return true;
  return (
    sure &&
    next < at + 4 &&
    words.slice(at + ofGod, next).every(({ form }) => form.sorts & Sort.given && !form.definite)
  );
}

/** وعلي سعيد, سمير بكري: two names in a row, the first a given one with a prefix or without. */
export function areNames(words: Words, at: number): boolean {
  const second = words[at + 1];
  return (
    words[at]!.form.readings.some((one) => sortsOf(one.stem) & Sort.given && !one.definite) &&
    second !== undefined &&
    (second.form.sorts & (Sort.given | Sort.family)) !== 0 &&
    !second.form.definite
  );
}

/** How sure it is that a person is named here: by an office, a verb of saying, another verb whose subject he is, or not. */
export type Trust = 'announced' | 'saying' | 'event' | 'none';

const events = new Set(fold(eventVerbs).split(' '));

/** Whether a folded word is a past verb of what people do, with an ending of a woman or of many. */
export function isEventVerb(key: string): boolean {
  return events.has(key) || (/[تا]$/.test(key) && events.has(key.replace(/(?:ت|وا|ا)$/, '')));
}

const listed =
  Sort.common |
  Sort.grammar |
  Sort.office |
  Sort.unnamed |
  Sort.bodyHead |
  Sort.placeHead |
  Sort.nationality |
  Sort.quality;

/** Whether a name that is sure to stand here ends with the word before `next`: a sign, أن, a preposition, an office follow. */
export function closesName(words: Words, next: number): boolean {
  const after = words[next];
  if (!after || after.kind === 'punctuation' || after.form.particle >= 0) return true;
  if (
    /^البالغة?$/.test(after.form.key) ||
    after.form.readings.some((one) => /^[بل]$/.test(one.prefix) && one.definite)
  )
    return true;
  return (
    (after.form.linkedSorts & (Sort.grammar | Sort.adverb | Sort.weekday)) !== 0 || after.kind === 'number'
  );
}

/**
 * Whether an ordinary word is a family name here, since a given name or an office stands before it where only a name can
 * (وقال عبد القادر زهر إن): no verb, no accusative, nothing that the next noun would complete.
 */
export function mayBeSurname(words: Words, next: number, trust: Trust): boolean {
  const { key, spelling, sorts, linkedSorts, definite, reports, readings, common, particle } =
    words[next]!.form;
  if (particle >= 0 || linkedSorts & (Sort.grammar | Sort.adverb) || isEventVerb(key) || key === 'عدم')
    return false;
  // بمرارة: a preposition in plain sight.
  if (sorts === 0 && /^[بل].{3,}ة$/.test(key) && isCommon(key.slice(1))) return false;
  if (sorts & Sort.weekday) return /^(?:جمعة|خميس)$/.test(key);
  // وقال الطيب لوح إن: where the sentence has its verb already, a short one is none.
  const verbal = reports.some(
    (one) => one.cut === 0 && (one.form.shape === 'past' || one.form.shape === 'present'),
  );
  if (verbal && !(trust === 'saying' && key.length < 4 && closesName(words, next + 1))) return false;
  if (common && /^[يت][^ا]../.test(key) && !(sorts & listed)) return false;
  // ذهب تيبو أبعد من, مواد مخدرة: what compares or qualifies.
  if (/^ا...$/.test(key) && words[next + 1]?.form.key === 'من') return false;
  if (/ة$/.test(key) && common && trust !== 'saying') return false;
  if (/\u064b/.test(spelling) || (/.{2}ا$/.test(key) && sortsOf(key.slice(0, -1)) & listed)) return false;
  // بجروح, للصحيفة: a preposition in plain sight. بحر and وحيد are words as they stand.
  const prefixed = readings.some(
    (one) =>
      one.cut > 0 &&
      (isArticled(one) || (one.sorts & listed) !== 0 || (trust === 'event' && isCommon(one.stem))),
  );
  if (prefixed && !isCommon(key)) return false;
  const closes = closesName(words, next + 1);
  if (definite) {
    if (key === 'الحاج') return true;
    const what = sorts | readings[0]!.bareSorts;
    if (trust === 'event' || what & (listed & ~Sort.common) || /(?:ات|ون|ين|ية)$/.test(key)) return false;
    const after = words[next + 1];
    return after !== undefined && (after.form.particle >= 0 || after.form.key === ':');
  }
  if (sorts & (Sort.office | Sort.unnamed | Sort.bodyHead)) return words[next + 1]?.kind === 'punctuation';
  if (sorts & (listed & ~Sort.common)) return closes;
  return closes || (!(sorts & Sort.common) && !words[next + 1]!.form.definite);
}

/** Whether such a name may begin with a word, by its form. */
export const mayBeginPlaced = ofSpelling(
  (word) =>
    !word.form.definite &&
    !(word.form.sorts & ~(Sort.given | Sort.family)) &&
    word.form.reports.length === 0 &&
    !prefixedCommon(word.form) &&
    mayBePlaced(word, true),
);

/**
 * Where a name ends that no list has, told by its place alone: behind an office that a definite noun has closed what is
 * indefinite is who holds it, up to أن or a comma (قال الناطق باسم الوزارة أشرق القدوة إن). 0 where none stands here.
 */
export function placedEnd(
  words: Words,
  at: number,
  stop: (at: number) => boolean,
  trust: Trust,
  named: boolean,
): number {
  const before = words[at - 1]!.form;
  if (!named && !before.definite && !before.readings.some((one) => one.definite)) return 0;
  let to = at;
  while (to < at + 4 && words[to]?.kind === 'word' && words[to]!.form.particle < 0 && !stop(to)) {
    const { form } = words[to]!;
    if (to === at && (!mayBeginPlaced(words[to]!) || !mayBePlaced(words[to]!, named))) return 0;
    const family = form.definite && to === at + 1 && !(form.sorts & listed);
    if (to > at && (prefixedCommon(form) || !mayBePlaced(words[to]!, false)) && !family) {
      if (closesName(words, to)) break;
      return 0;
    }
    to++;
  }
  if (to < at + 2) return 0;
  const after = words[to];
  const ends = !after || after.form.particle >= 0 || /^[،,:(-]$/.test(after.form.key);
  return ends || (trust === 'saying' && closesName(words, to)) ? to : 0;
}

/** Whether a reading has its article for sure: كالاس is no ك and «الاس». */
function isArticled({ definite, bare, bareSorts }: Reading): boolean {
  return definite && (bare.length > 2 || bareSorts !== 0);
}

function prefixedCommon({ key, readings, sorts }: Form): boolean {
  // بمرارة: nothing but a preposition and its noun.
  if (sorts === 0 && /^[بل].{3,}ة$/.test(key) && isCommon(key.slice(1))) return true;
  return (
    readings.some(
      (one) =>
        one.cut > 0 &&
        !/[سأ]/.test(one.prefix) &&
        (isCommon(one.stem) || (isArticled(one) && isCommonNoun(one.bare))),
    ) && !isCommon(key)
  );
}

/** Whether a word can be a part of a name by its form: no accusative, no verb, nothing with what it is of. */
function mayBePlaced(word: Word<Form>, named: boolean): boolean {
  const { key, sorts, linkedSorts, definite, common } = word.form;
  if (definite || linkedSorts & (Sort.grammar | Sort.adverb) || isEventVerb(key) || sorts & listed)
    return false;
  if (isCircumstance(word) || (/.{2}ا$/.test(key) && sortsOf(key.slice(0, -1)) & listed)) return false;
  if (named && /ة$/.test(key)) return true;
  return !/(?:ة|ات|ون|ين|ه|ها|هم|ما)$/.test(key) && !(common && /^[يت][^ا]../.test(key));
}

/** Whether a given name that is no word of prose stands at a word, read without a prefix: ياسر, سعاد. */
export function isGivenForSure({ form }: Word<Form>): boolean {
  return (
    isCertainGiven(form.sorts) &&
    !form.definite &&
    !form.reports.some((one) => one.cut === 0 && one.form.person === 3)
  );
}

/** رضا بالحاج: families of the Maghreb with ب on a definite name. */
export const ofFather = /^بال(?:حاج|خير|عيد|شيخ|قاسم|نور|ضياف|طيب|حسن|هادي|راشد|كحلة|اخضر|خوجة|حبيب)$/;

/**
 * Whether what follows a given name is the family's, though it could be an ordinary word: no verb, nothing of grammar, no object of
 * a verb with what it is of. Behind a verb of saying there is no object.
 */
export function followsGiven(words: Words, next: number, trust: Trust, isSecond: boolean): boolean {
  const word = words[next];
  if (word?.kind !== 'word') return false;
  const { key, spelling, sorts, linkedSorts, definite, common, particle } = word.form;
  if (particle >= 0 || linkedSorts & (Sort.grammar | Sort.adverb)) return false;
  if (isEventVerb(key) || /^وو/.test(key) || (/^[وف]/.test(key) && isEventVerb(key.slice(1)))) return false;
  if (ofFather.test(key)) return true;
  if (isCircumstance(word) || /\u064b/.test(spelling)) return false;
  if (word.form.reports.some((one) => one.cut === 0 && one.form.person === 3 && one.form.shape === 'present'))
    return false;
  if (sorts & (Sort.given | Sort.family) && !definite) return true;
  if (sorts & (Sort.weekday | Sort.month)) return /^(?:جمعة|خميس)$/.test(key);
  if (definite) return isDefiniteFamily(words, next, isSecond ? trust : 'none');
  // شعبان عزت بدرا: a given name with an ending, and no accusative.
  const given =
    /.{2}ا$/.test(key) &&
    (sortsOf(key.slice(0, -1)) & Sort.given) !== 0 &&
    (closesName(words, next + 1) || joinsOffice(words[next + 1]));
  if (given && trust !== 'none' && !word.form.reports.length) return true;
  if (sorts & (listed & ~Sort.common) || (/.{2}ا$/.test(key) && sortsOf(key.slice(0, -1)) & listed))
    return false;
  // فكرت مليا, هادي ووقف.
  if ((common && /.{2}ا$/.test(key)) || word.form.reports.some((one) => one.form.shape !== 'masdar'))
    return false;
  if (prefixedCommon(word.form) || /.{2}(?:ها|هم|هما|نا|وا|ون|ين|ات)$|[^ياو]ه$/.test(key)) return false;
  if (!common) return true;
  if (/^[يتنس]/.test(key) && foreignShape(key) < 2) return false;
  const after = words[next + 1];
  return closesName(words, next + 1) || (trust === 'saying' && after !== undefined && isGivenForSure(after));
}

/** اللواتي, الصديق behind a given name: no adjective of the list, no office with another name behind it. */
function isDefiniteFamily(words: Words, next: number, trust: Trust): boolean {
  const { key, sorts, readings } = words[next]!.form;
  // شيخة المضاحكة: the plural of a clan, which letters alone do not tell from a noun of action.
  const clan = trust !== 'none' && /^الم.ا..ة$/.test(key) && !((sorts | sortsOf(readings[0]!.bare)) & listed);
  if (clan) return closesName(words, next + 1);
  if (/(?:ون|ين|ية|[^ا].ة)$/.test(key) || (/ات$/.test(key) && isCommonNoun(readings[0]!.bare))) return false;
  const what = sorts | sortsOf(readings[0]!.bare);
  if (what & (Sort.bodyHead | Sort.placeHead | Sort.weekday | Sort.month | Sort.grammar)) return false;
  const after = words[next + 1];
  if (after && after.form.sorts & Sort.given && !after.form.definite && what & (Sort.office | Sort.honorific))
    return false;
  // ذبيح الله مجاهد المتحدث باسم الحركة: an office behind the name.
  if (what & (Sort.office | Sort.unnamed) && trust === 'none') return false;
  if (what & (Sort.office | Sort.unnamed))
    return after !== undefined && (after.form.particle >= 0 || after.form.key === ':');
  // الأستاذ زياد الغربي كمون: one more word of the name.
  const longer =
    after?.kind === 'word' && !after.form.common && !after.form.definite && closesName(words, next + 2);
  const closed = closesName(words, next + 1) || joinsAnother(after) || longer;
  if (/..ي$/.test(key) && !(what & Sort.quality)) return !(what & Sort.nationality) || closed;
  return (trust === 'saying' || (trust === 'announced' && /..ي$/.test(key))) && closed;
}

/** شعبان عزت بدرا والنائب: و and the office of somebody else. */
function joinsOffice(word: Word<Form> | undefined): boolean {
  return (
    word?.form.readings.some(
      (one) => one.prefix === 'و' && one.definite && one.bareSorts & (Sort.office | Sort.honorific),
    ) === true
  );
}

/** مروان الصحراوي وأسامة: و and a given name. */
function joinsAnother(word: Word<Form> | undefined): boolean {
  return word?.form.readings.some((one) => one.prefix === 'و' && isCertainGiven(sortsOf(one.stem))) === true;
}
