import { fold } from '../words/fold.ts';
import { knownAt } from '../words/gazetteer.ts';
import { isCertainGiven, Sort, sortsOf } from '../words/lexicon.ts';
import { afterQuotation, type Passage, quotationAt, wordsInside } from './sentence.ts';

/** Nouns and verbs before a quotation that is a title, a name or a term. */
const titleHeads = new Set(
  'كتاب كتابه كتابها فيلم فيلمه فيلمها رواية روايته روايتها مسلسل مسرحية مؤتمر مهرجان معرض معرضه برنامج برنامجه أغنية ألبوم قصيدة ديوان لوحة مجلة صحيفة حملة عملية مبادرة مشروع بعنوان عنوان عنوانه عنوانها شعار باسم اسم اسمه اسمها لقب بلقب يسمى تسمى يسمونه المسمى المسماة مسمى المعروف المعروفة يعرف تعرف يدعى تدعى مصطلح هاشتاغ هاشتاج وسم جائزة قانون شركة مجموعة حركة تنظيم جماعة وكالة قناة شبكة موقع منظمة حزب نادي فريق منتخب صاروخ طراز نوع سفينة مركبة مسبار تلسكوب طائرة سيارة تطبيق لعبة دورة بطولة كأس ندوة ورشة منتدى سلسلة فقرة مقهى مطعم فندق متحف دار مسرح مؤسسة مركز كتيبة لواء بمسمى عاصفة إعصار متحور فيروس مرض دواء عقار ملف وثيقة دراسة مقال مقالة مقاله تقريرها ندوة محاضرة خطة صفقة اتفاقية اتفاق معاهدة نظرية مفهوم ظاهرة فكرة صندوق تحت وصفة بند لغز أسطورة تهمة تهم بتهمة بتهم جريمة'
    .split(' ')
    .map(fold),
);

/** Whether the quotation at word `at` is a title or term by the noun that it explains, adjectives passed over. */
export function isTitle(passage: Passage, at: number): boolean {
  // في حديث لـ "صوت الأرض 93.3": a station.
  const told = /^[وف]?ل$|^ـ$/.test(passage.words[at - 1]?.form.key ?? '') && wordsInside(passage, at) < 7;
  if (told && !/^[^ل]$/.test(passage.words[at - 2]?.form.key ?? 'ل')) return true;
  // لافتة كُتب عليها «…»: what a thing bears nobody says.
  if (
    /^عليه(?:ا|م)?$/.test(passage.words[at - 1]?.form.key ?? '') &&
    /^(?:كتبت?|نقشت?|خطت?|طبعت?)$/.test(passage.words[at - 2]?.form.key ?? '')
  )
    return true;
  // بتهم «…» و«…»: what the noun explains goes on behind و.
  if (/^[و،,]$/.test(passage.words[at - 1]?.form.key ?? '') && passage.quoted[at - 2]! >= 0) {
    let first = at - 2;
    while (first > 0 && passage.quoted[first - 1] === passage.quoted[first]) first--;
    return passage.words[at - 1]!.form.key === 'و' && isTitle(passage, first);
  }
  for (let back = at - 1; back >= 0 && back >= at - 4; back--) {
    const word = passage.words[back]!;
    if (word.kind !== 'word') return word.form.key === 'ـ' ? isTitle(passage, back) : false;
    // في مؤتمر صحافي «…»: where it was said.
    if (
      /^(?:ال)?مؤتمر$/.test(word.form.key) &&
      /^(?:ال)?صحا?في$/.test(passage.words[back + 1]?.form.key ?? '')
    )
      return false;
    // إن الاتفاق «خطوة تأخرت»: the subject of a clause, and the quotation its predicate.
    if (word.form.definite && (passage.words[back - 1]?.form.particle ?? -1) >= 0) return false;
    // أبلغ الوكالة «…»: many words behind a definite body are said to it, and no name.
    if (word.form.definite && wordsInside(passage, at) > 7) return false;
    for (const reading of word.form.readings)
      if (titleHeads.has(reading.bare) || (!reading.definite && reading.sorts & Sort.bodyHead))
        return !isSpeechHead(word.form.key);
    const adjective =
      word.form.sorts & (Sort.nationality | Sort.quality) ||
      /ية$|ي$|^ال(?:اول|اولي|ثانية|ثالثة?|رابعة?|خامسة?|سادسة?|سابعة?|ثامنة?|تاسعة?|عاشرة?|جديدة?|كبيرة?|اخيرة?|شهيرة?|قديمة?)$/.test(
        word.form.key,
      );
    if (!adjective || word.form.sorts & Sort.grammar) return false;
  }
  return false;
}

function isSpeechHead(key: string): boolean {
  return (sortsOf(key) & Sort.speech) !== 0 && key !== 'مقال';
}

/** وأضاف "الشيتي"، خلال لقاء، أن: marks right behind a verb of saying, a comma, and what he says still to come. */
function opensAttribution(passage: Passage, at: number, next: number): boolean {
  const { words, ends: last } = passage;
  const verb = words[at - 1];
  if (!verb?.form.reports.some(({ form }) => form.shape === 'past' && form.verb.says)) return false;
  if (words[next]?.form.key === ':') return true;
  if (!/^[،,]$/.test(words[next]?.form.key ?? '')) return false;
  for (let after = next + 1; after < Math.min(last[at]!, next + 40); after++) {
    const { form } = words[after]!;
    if (form.particle >= 0 || form.key === ':') return true;
    if (form.reports.some((one) => one.form.shape === 'past' && one.form.verb.says && !form.definite))
      return false;
  }
  return false;
}

const ends = /^[.،,؛!?؟:]$/;

/**
 * Whether a short quotation is only a name inside the writer's sentence: up to three words, not after a colon,
 * and not a whole utterance (نحن محايدون) that the sentence ends with.
 */
export function isNameLike(passage: Passage, at: number, afterCue: boolean): boolean {
  if (!quotationAt(passage, at)) return false;
  const count = wordsInside(passage, at);
  const before = passage.words[at - 1]?.form.key ?? '';
  if (count > 3) return false;
  // النائب "محمد براك المطير": somebody's name.
  const first = passage.words[at + 1]!.form;
  if (
    count > 1 &&
    isCertainGiven(first.sorts) &&
    !first.definite &&
    first.reports.length === 0 &&
    before !== ':'
  )
    return true;
  if (before === ':') return false;
  const next = afterQuotation(passage, at);
  const sign = passage.words[next];
  // حركة المقاومة «حماس»، أن: the clause comes after the comma.
  if (sign && (passage.words[next + 1]?.form.particle ?? -1) >= 0 && /^[،,]$/.test(sign.form.key))
    return true;
  if (opensAttribution(passage, at, next)) return true;
  const closes = !sign || ends.test(sign.form.key);
  if (!afterCue || !closes) return true;
  // «داعش»: a known name and nothing else.
  if (knownAt(passage.words, at + 1).some((one) => one.length >= count)) return true;
  const head = passage.words[at - 1];
  if (head?.kind !== 'word') return true;
  // Behind a preposition, أن or a noun that it names, it is a part of the sentence.
  if (head.form.particle >= 0 || (!head.form.definite && head.form.sorts & (Sort.bodyHead | Sort.placeHead)))
    return true;
  return /^(?:ب|ل|ك|ـ|في|من|عن|علي|الي|بـ|لـ)$/.test(head.form.key);
}
