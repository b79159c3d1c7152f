/**
 * Names that no list has, by the place where they stand: behind a verb of saying, an office that is complete or a form of
 * address, or before an age or an apposition. There a run of one to four words that are neither listed nor verbs is one name.
 */
import type { Word } from '../../common/words.ts';
import { ofSpelling } from '../words/asked.ts';
import type { Form, Reading } from '../words/forms.ts';
import { isCommon, isCommonNoun, letterNames, Sort, sortsOf } from '../words/lexicon.ts';
import { isCircumstance, isOwnKin } from '../words/name-words.ts';
import { foreignShape } from '../words/shape.ts';
import { isEventVerb, type Trust } from './surnames.ts';

type Words = readonly Word<Form>[];

/** A name has at most so many words here. */
const longest = 4;

/** Likelier a foreign name than an ordinary word by its letters; and surely an ordinary word. */
const likely = 1;
const unlikely = -3;

/** What lists say that a word is, besides names. */
const listed =
  Sort.grammar |
  Sort.common |
  Sort.office |
  Sort.adverb |
  Sort.month |
  Sort.weekday |
  Sort.nationality |
  Sort.quality |
  Sort.unnamed |
  Sort.bodyHead |
  Sort.placeHead |
  Sort.thing |
  Sort.honorific |
  Sort.governor |
  Sort.speech;

/** What one word is worth as a part of a name: sure, possible, or none. */
type Worth = 'sure' | 'possible' | 'none';

/**
 * Where the name ends that fills the place at `at`, or 0: `قال تومبسون مالينوفسكي إن` is two words, `قال رعاة إبل إن` none, since
 * at least one word must be a name for sure.
 */
export function slotEnd(words: Words, at: number, stop: (at: number) => boolean, trust: Trust): number {
  let sure = 0;
  let to = at;
  for (; to < at + longest && words[to] && !stop(to) && !isHearer(words, to); to++) {
    // آيت واعراب, فان دير ميرفي: a particle and whatever it joins; other rules begin names with one.
    const { sorts, linkedSorts } = words[to]!.form;
    const joining = (sorts & Sort.particle) !== 0 && !(linkedSorts & Sort.grammar) && to > at;
    if (joining && isJoinable(words[to + 1]) && !stop(to + 1)) continue;
    const joined = to > at && (words[to - 1]!.form.sorts & Sort.particle) !== 0;
    const worth = joined && isJoinable(words[to]) ? 'possible' : worthOf(words[to]!, to === at);
    if (worth === 'none') break;
    if (worth === 'sure') sure++;
  }
  // أعلن ياسر عرفات قيام الدولة: an ordinary word with what it is of is no name.
  while (
    to > at + 1 &&
    words[to]?.form.definite &&
    words[to - 1]!.form.common &&
    worthOf(words[to - 1]!, false) !== 'sure'
  )
    to--;
  const length = to - at;
  if (length === 0 || sure === 0) return 0;
  if (!endsHere(words, to, stop, trust)) return 0;
  // One word is a name only if its letters say so too.
  if (length === 1) return trust === 'none' || foreignShape(words[at]!.form.key) < 4 ? 0 : to;
  return trust !== 'none' || sure === length ? to : 0;
}

function isJoinable(word: Word<Form> | undefined): boolean {
  return word?.kind === 'word' && word.form.particle < 0 && !(word.form.linkedSorts & Sort.grammar);
}

/** لبي بي سي: who was told, by letters. */
export function isHearer(words: Words, at: number): boolean {
  const { key } = words[at]!.form;
  return (
    /^[بل]..$/.test(key) && letterNames.has(key.slice(1)) && letterNames.has(words[at + 1]?.form.key ?? '')
  );
}

/** What was told of a spelling before, at the front of a name and inside it. */
const known = [new WeakMap<Form, Worth>(), new WeakMap<Form, Worth>()] as const;

/** What a word is worth at the front of a name (`first`) or inside it. */
export function worthOf(word: Word<Form>, first: boolean): Worth {
  const table = known[first ? 0 : 1];
  let worth = table.get(word.form);
  if (worth === undefined) {
    worth = weigh(word, first);
    table.set(word.form, worth);
  }
  return worth;
}

function weigh(word: Word<Form>, first: boolean): Worth {
  if (word.kind !== 'word' || word.form.particle >= 0) return 'none';
  const { key, spelling, sorts, linkedSorts, definite, readings } = word.form;
  if (first && sorts & Sort.particle) return 'none';
  if (sorts & (Sort.given | Sort.family) && !definite && !(linkedSorts & Sort.grammar) && !isVerb(word))
    return sorts & listed ? 'possible' : 'sure';
  if (sorts & listed || linkedSorts & (Sort.grammar | Sort.adverb) || isVerb(word)) return 'none';
  if (isOwnKin(word) || isAction(word) || isSayingSo(word)) return 'none';
  if (isCircumstance(word) || isAdverbial(word) || /\u064b/.test(spelling)) return 'none';
  if (definite) {
    if (first || readings[0]!.bareSorts & listed || /(?:ة|ات|ون|ين)$/.test(key)) return 'none';
    return isCommonNoun(readings[0]!.bare) && !/ي$/.test(key) ? 'none' : 'possible';
  }
  const shape = foreignShape(key);
  const prefixed = readings.some(
    (one) =>
      one.cut > 0 &&
      !(first ? /^[أفك]|س$/ : /^أ|س$/).test(one.prefix) &&
      (takesPrefix(one, shape) || (shape < (/[بل]$/.test(one.prefix) ? 2 : likely) && isCommon(one.stem))),
  );
  if (prefixed || isOwned(word)) return 'none';
  if (!isCommon(key)) return shape > unlikely ? 'sure' : 'possible';
  if (shape > likely) return 'sure';
  return first || shape < unlikely || /(?:ة|ات|ون|ين|ه|ها|هم)$/.test(key) ? 'none' : 'possible';
}

/** للصحيفة, بسيارة, وكمال: what is left of a word is a word of a list, so the prefix is one; كاليغاري has none. */
function takesPrefix({ stem, bare, definite }: Reading, shape: number): boolean {
  if (definite)
    // كالاس: too short for a noun behind an article.
    return (
      bare.length > 2 &&
      (((sortsOf(bare) | sortsOf(stem)) & listed) !== 0 || (shape < likely && isCommonNoun(bare)))
    );
  return stem.length > 2 && (sortsOf(stem) & (listed | Sort.given | Sort.family)) !== 0;
}

/** غضبه, دفترها: a noun with its owner; names in يه are French. */
export const isOwned = ofSpelling(({ form: { key, sorts } }) => {
  if (sorts & (Sort.given | Sort.family | Sort.particle)) return false;
  const owner = /^[^ا].+?(?:[^ياو](ه)|(ها|هما?))$/.exec(key);
  if (!owner) return false;
  const shape = foreignShape(key);
  return shape < likely || (shape < 4 && isCommon(key.slice(0, -(owner[1] ?? owner[2]!).length)));
});

/** سلافة طرابيشي حديثا: an adjective or a noun of the list in the accusative. */
export const isAdverbial = ofSpelling(({ form: { key, sorts } }) => {
  if (!/..ا$/.test(key) || sorts & (Sort.given | Sort.family | Sort.particle)) return false;
  return (sortsOf(key.slice(0, -1)) & (Sort.quality | Sort.common | Sort.adverb | Sort.speech)) !== 0;
});

/** إرسال, اختراع, استقبال, تعيين: a noun of action by its pattern, as no family is called. */
export const isAction = ofSpelling(
  ({ form: { key, spelling, sorts, common } }) =>
    common &&
    !(sorts & (Sort.given | Sort.family | Sort.particle)) &&
    (/^إ..ا.ة?$/.test(spelling) || /^(?:ا[^ا]ت.ا.|ان..ا.|است..ا.|ت..ي.)$/.test(key)),
);

/** العام, الوطني, الأول: what tells one office of a kind from the others. */
export function isQualifying(word: Word<Form> | undefined): boolean {
  return (
    word?.form.definite === true &&
    !(word.form.sorts & Sort.family) &&
    /^ال(?!ذي$|تي$)(?:عام|اول|.+ي)ة?$/.test(word.form.key)
  );
}

/** مؤكدا, مشيرة: a participle that opens another report. */
const isSayingSo = ofSpelling(({ form: { key, reports, sorts } }) => {
  if (sorts & (Sort.given | Sort.family) || !/[اة]$/.test(key)) return false;
  return reports.some((one) => one.cut === 0 && one.form.shape === 'participle');
});

/** A finite verb by its form: سيستقبل, أخبرتني, يتأقلم. */
export const isVerb = ofSpelling(({ form }) => {
  const { key, spelling, reports, sorts } = form;
  if (isEventVerb(key) || /^[وف]?[يت]?رأ?ى$/.test(spelling)) return true;
  if (
    reports.some(
      (one) =>
        one.cut === 0 && (one.form.shape === 'past' || one.form.shape === 'present') && one.form.person === 3,
    )
  )
    return true;
  if (sorts & (Sort.given | Sort.family)) return false;
  // سيتيح, لايعرفون.
  if (/^س[يتن].{2}/.test(key) && isCommon(key.slice(1))) return true;
  if (/^[وف]?لا[يت].{2}/.test(key) && isCommon(key.replace(/^[وف]?لا/, ''))) return true;
  // فتختصر, وتعيش.
  if (/^[وف]ت...../.test(key) && isCommon(key.slice(1)) && foreignShape(key.slice(1)) < 0) return true;
  if (!/^[يت]/.test(key)) return false;
  const object = /^(.{3,})(?:نا|ني|هما?|ها?)$/.exec(key);
  return (foreignShape(key) < 0 && isCommon(key)) || (object !== null && isCommon(object[1]!));
});

/** What may stand behind a name that fills its place. */
function endsHere(words: Words, to: number, stop: (at: number) => boolean, trust: Trust): boolean {
  const after = words[to];
  if (after?.kind !== 'word' || after.form.particle >= 0 || stop(to) || isHearer(words, to)) return true;
  const { linkedSorts, readings, definite } = after.form;
  if (linkedSorts & (Sort.grammar | Sort.adverb | Sort.weekday | Sort.month) || isVerb(after)) return true;
  if (isCircumstance(after)) return true;
  if (readings.some((one) => one.cut > 0 && (one.definite || /^[بلو]$/.test(one.prefix)))) return true;
  // سجل اللاعب فلان هدفين, انتقد فلان قرار الحكومة: the object of the verb.
  return trust !== 'none' && (!definite || trust === 'saying');
}
