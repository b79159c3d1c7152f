/**
 * Where an article says what office somebody has: before the name (وزير الخارجية فلان), in apposition behind it
 * (فلان، وزير الخارجية،), as its predicate (وهو وزير، الذي يشغل منصب). Nothing else ties an office to a person.
 */
import type { Word } from '../../common/words.ts';
import { isOffice } from '../names/people.ts';
import type { Form } from '../words/forms.ts';
import { isCommon, Sort, sortsOf } from '../words/lexicon.ts';
import { nounPhrase } from './noun-phrase.ts';
import type { Named, NamedAt, Passage } from './sentence.ts';

/** Words `from` to `to` of an office, half open. */
export interface OfficePhrase {
  readonly from: number;
  readonly to: number;
}

/** Relatives and servants: whoever stands behind them is theirs, not they (زوجة فلان، محامي فلان). */
const ofSomebody =
  /^(?:زوج|زوجة|شقيق|شقيقة|اخ|اخت|ابن|ابنة|نجل|نجلة|والد|والدة|ام|اب|جد|جدة|عم|عمة|خال|خالة|حفيد|حفيدة|ارملة|عقيلة|طليق|طليقة|خطيب|خطيبة|صديق|صديقة|زميل|زميلة|محام|محامي|محامية|طبيب|طبيبة|حارس|سائق|سكرتير|سكرتيرة|خادم|جار|جارة|قريب|قريبة|مقرب|مقربة|موكل|وريث|عائلة|اسرة|مكتب|انصار|فريق|محامو|محاميا|مدير|مديرة|معجب|خصم|منافس|غريم|خليفة|سلف|تلميذ|تلميذة|شريك|شريكة|قاتل|معاون|مرافق|وكيل|ممثل|شركة|حزب|حكومة|ادارة|حملة|منزل|بيت|جماعة)$/;

/** Who belongs to a team. */
const ofTeam = /^[وف]?(?:طبيب|مدرب|مدير|قائد|حارس|لاعب|رئيس|نجم|مهاجم|مدافع|كابتن|هداف|اداري|ممرن)$/;

/** Words of rank that stand before another's office and belong to it: نائب الرئيس فلان. */
const ranked =
  /^(?:نائب|نائبة|مساعد|مساعدة|مستشار|مستشارة|وكيل|وكيلة|قائم|مبعوث|مبعوثة|ممثل|ممثلة|امين|عضو|كبير|كبيرة|رئيس|رئيسة|مدير|مديرة|وزير|وزيرة|قائد|متحدث|متحدثة|ناطق|سفير|سفيرة)$/;

const longest = 12;

/** Adjectives between an office and the name. */
const praising = /^ال(?:راحلة?|سابقة?|اسبقة?|كبيرة?|شابة?|شهيرة?|معروفة?|حالية?|جديدة?)$/;

/** جدي, صديقتي: whose name follows is the writer's own. */
function isMine(key: string): boolean {
  return /^[وف]?(?:جد|جدت|ام|اخ|اخت|عم|عمت|خال|خالت|ابن|ابنت|زوج|زوجت|صديق|صديقت|زميل|زميلت|استاذ|معلم|معلمت|ناشر|شقيق|شقيقت|حفيد|جار|جارت|مدرب|رفيق|رفيقت)ي$/.test(
    key,
  );
}

/** Whether a word is a noun that what follows it owns: no article, no pronoun of its own. */
function isConstruct(word: Word<Form>): boolean {
  if (word.kind !== 'word' || word.form.definite || isMine(word.form.key)) return false;
  // والدة is no و and الدة.
  if (!(word.form.sorts & Sort.office) && word.form.readings.some((one) => one.definite)) return false;
  if (word.form.sorts & Sort.grammar && !isOffice(word)) return false;
  return (
    !/..(?:ه|ها|هم|هما|نا)$/.test(word.form.key) || (word.form.sorts & (Sort.office | Sort.common)) !== 0
  );
}

/**
 * Whether a named person stands as the owner of the noun before it and so says nothing: زوجة فلان, محامي الفنان فلان,
 * but not وزير الدفاع فلان or زوجته فلانة. `from` is where the phrase begins.
 */
export function isOwner(words: readonly Word<Form>[], from: number, name: number): boolean {
  let at = name - 1;
  // طبيب الفريق فلان: the team, no general of that rank.
  if (
    /^(?:ال|لل)(?:فريق|منتخب|نادي)$/.test(words[at]?.form.key ?? '') &&
    ofTeam.test(words[at - 1]?.form.key ?? '')
  )
    return false;
  while (at > from && (words[at]!.form.sorts & Sort.honorific || praising.test(words[at]!.form.key))) at--;
  if (at < from) return false;
  const before = words[at]!;
  if (before.form.reports.some(({ form }) => form.shape === 'past' || form.shape === 'present')) return false;
  // اللواء بحري فلان: an arm of service behind a rank, which owns nobody.
  if (at > from && words[at - 1]!.form.definite && words[at - 1]!.form.sorts & Sort.honorific) return false;
  const direct = at === name - 1;
  if (isConstruct(before))
    return (
      ofSomebody.test(unjoined(before)) || (direct && !ranked.test(unjoined(before)) && isCommonNoun(before))
    );
  // محامي المتهم فلان: a person's noun with its article, and before it one that belongs to people.
  if (!before.form.definite || at - 1 < from) return false;
  const outer = words[at - 1]!;
  return (
    isOfSomebody(before) &&
    isConstruct(outer) &&
    ofSomebody.test(unjoined(outer)) &&
    !ranked.test(unjoined(outer))
  );
}

/** Whether a definite noun is of a person: an office, a nationality, a lot. */
function isOfSomebody(word: Word<Form>): boolean {
  return (
    isOffice(word) ||
    (word.form.sorts & (Sort.honorific | Sort.unnamed | Sort.nationality)) !== 0 ||
    /^ال(?:متهمة?|ضحية|موقوفة?|معتقلة?|اسيرة?|شهيدة?|طفلة?|فتاة|فتي|قتيلة?|جريحة?|مصابة?|مفقودة?|رهينة|سجينة?|مدانة?|متوفاة?|متوفي|مخطوفة?|فقيدة?)$/.test(
      word.form.key,
    )
  );
}

const isCommonNoun = (word: Word<Form>) =>
  word.form.common && !(word.form.sorts & (Sort.honorific | Sort.given | Sort.family));

function unjoined(word: Word<Form>): string {
  const { key } = word.form;
  return ofSomebody.test(key) || ranked.test(key) ? key : key.replace(/^[وفبل]/, '');
}

/** The offices that lead to a name, forms of address between them left out; ابنه الطبيب فلان has two. */
export function officeBefore(
  passage: Passage,
  name: Named,
  covering: (at: number) => Named | undefined,
): OfficePhrase[] {
  const { words } = passage;
  let at = beforeFullRank(words, name.from - 1);
  let comma = false;
  for (; at > 0; at--) {
    if (!comma && /^[،,]$/.test(words[at]!.form.key)) comma = true;
    // حزب الله فلان: no form of address.
    else if (covering(at) || !(words[at]!.form.sorts & Sort.honorific) || isRank(words[at]!)) break;
  }
  // مهندس الموقع، ويدعى فلان: what he is called.
  if (!comma && /^و?[يت]دعي$/.test(words[at]?.form.key ?? ''))
    at -= /^[،,]$/.test(words[at - 1]?.form.key ?? '') ? 2 : 1;
  // وقال المدير، فلان ووصل: the comma opens an apposition only where the name closes it.
  if (comma && !/^[،,(]$/.test(words[name.to]?.form.key ?? '،')) return [];
  // وزير العدل حافظ الأختام فلان: the keeper of the seals is the minister.
  const seals = /^الا?ختام$/.test(words[at]?.form.key ?? '') && words[at - 1]?.form.key === 'حافظ';
  if (seals) at -= /^[،,]$/.test(words[at - 2]?.form.key ?? '') ? 3 : 2;
  const to = at + 1;
  let head = -1;
  for (let back = at; back >= Math.max(0, name.from - longest); back--) {
    const body = covering(back);
    if (body) {
      if (body.entity.type === 'person' || body.entity.type === 'date') break;
      if (head < 0) {
        back = body.from;
        continue;
      }
      break;
    }
    const word = words[back]!;
    // A name in marks may stand inside an office; an office before the mark is not of a name behind it.
    if (passage.quoted[back] !== passage.quoted[name.from]) {
      if (passage.quoted[name.from]! >= 0 || passage.sizes.get(passage.quoted[back]!)!.count > 4) break;
      continue;
    }
    if (word.kind !== 'word' && !/^[()]$/.test(word.form.key)) break;
    if (isOffice(word) && !isVerbHere(word)) {
      // وطالب النائب فلان: a verb, and no student of his.
      const finite = word.form.reports.some(
        ({ form, prefix }) => form.shape === 'past' && /^[وف]?$/.test(prefix),
      );
      if (head >= 0 && (!isConstruct(word) || (finite && words[head]!.form.definite))) break;
      // محامي المغني فلان: the singer has the name.
      if (head >= 0 && ofSomebody.test(unjoined(word)) && !ranked.test(unjoined(word))) break;
      head = back;
      if (!(words[back - 1] && isOffice(words[back - 1]!))) break;
      continue;
    }
    if (head >= 0 || !mayLink(word, back === at)) break;
  }
  if (head >= 0 && !covering(name.from - 1) && isOwner(words, head, name.from)) return [];
  const construct = head >= 0 && isConstruct(words[head]!);
  if (head < 0 || to <= head || (construct && head === name.from - 1)) return [];
  if (construct && /^(?:زوج|شقيق|والد|ابن|نجل|ام|اب|اخ|اخت|ارمل)/.test(unjoined(words[head]!))) return [];
  const beside = /^[،,]$/.test(words[head - 1]?.form.key ?? '') ? head - 2 : head - 1;
  const relative = isOwnedOffice(words[beside]) ? [{ from: beside, to: beside + 1 }] : [];
  return [{ from: head, to }, ...relative, ...aboveRank(passage, name, head, to, covering)];
}

/** وزير الدفاع الفريق أول ركن فلان: the index before a rank of several words that ends at `at`, else `at`. */
function beforeFullRank(words: readonly Word<Form>[], at: number): number {
  let back = at;
  while (at - back < 3 && /^(?:ال)?(?:اول|ركن|طيار|بحري|حقوقي|متقاعد)$/.test(words[back]?.form.key ?? ''))
    back--;
  return back < at && /^ال(?:فريق|لواء|عميد|عقيد|مقدم|رائد|نقيب|ملازم)$/.test(words[back]?.form.key ?? '')
    ? back - 1
    : at;
}

/** محافظ الجيزة اللواء فلان, وزير الدفاع الجنرال فلان: the office of whose holder the rank between is. */
function aboveRank(
  passage: Passage,
  name: Named,
  head: number,
  to: number,
  covering: (at: number) => Named | undefined,
): OfficePhrase[] {
  const { words } = passage;
  if (!isRank(words[head]!) || to - head > 2 || /^[وفبل]/.test(words[head]!.form.key)) return [];
  const [office] = officeBefore(passage, { ...name, from: head }, covering);
  // استقبل وزير الداخلية اللواء فلان: may be two.
  if (!office || !isConstruct(words[office.from]!) || meets.test(words[office.from - 1]?.form.key ?? ''))
    return [];
  return [office];
}

/** Verbs of whose subject and object each may be the man behind a rank. */
const meets =
  /^[وف]?(?:[يت]?استقبل|التق[يت]?|[يت]لتقي|زار|[يت]زور|هن[اى]|كرم|عين|كلف|اقال|شكر|ودع|سلم|هاجم|انتقد|اتهم)ت?$/;

/** الرئيس, الأمير, القاضي, المستشار: forms of address that are offices too. */
function isRank(word: Word<Form>): boolean {
  return /^(?:[وفبل]?ال|لل)(?:رئيسة?|ملكة?|اميرة?|سلطان|قاضي|قاضية|مستشارة?|بابا|بطريرك|مطران|زعيم|سيناتور|جنرال|لواء|عميد|عقيد|مهندسة?|معلم)$/.test(
    word.form.key,
  );
}

/** ابنه, زميلتها: what somebody is to another. */
function isOwnedOffice(word: Word<Form> | undefined): boolean {
  return word !== undefined && isOffice(word) && !isVerbHere(word) && /..(?:ه|ها|هم)$/.test(word.form.key);
}

/** Whether a word that could be an office stands as a verb of saying: أكد, كاتب. */
function isVerbHere({ form }: Word<Form>): boolean {
  return !form.definite && form.reports.some((one) => one.form.shape === 'past' && one.form.verb.says);
}

/** Whether a word can stand between an office and its name as a part of the office. */
function mayLink(word: Word<Form>, last: boolean): boolean {
  const { form } = word;
  if (word.kind !== 'word') return true;
  if (form.particle >= 0 || isVerbHere(word)) return false;
  const definite = form.readings.some((one) => one.definite);
  if (definite || form.sorts & (Sort.nationality | Sort.bodyHead)) return true;
  if (form.sorts & Sort.grammar) return !last && /^(?:باسم|عام|في|لدي|من|علي)$/.test(form.key);
  return !last && (form.common || form.readings.some((one) => one.prefix === 'ل' && isCommon(one.stem)));
}

/** The office that explains a name behind it: an apposition, وهو …, الذي يشغل منصب …, in brackets. */
export function officeBehind(passage: Passage, named: NamedAt, name: Named): OfficePhrase | undefined {
  const { words, ends } = passage;
  let at = name.to;
  const limit = Math.min(words.length, (ends[name.from] ?? words.length) + 1, at + 24);
  const sign = words[at]?.form.key ?? '';
  const apart = /^[،,\-–—(]$/.test(sign);
  if (apart) at++;
  // وكان يشغل منصب, الذي عُين وزيرا, وهو: what says that he is it.
  const lead = leadLength(words, at);
  at += lead;
  const word = words[at];
  if (!word || at >= limit || named.has(at)) return undefined;
  const accusative =
    lead > 0 && /ا$/.test(word.form.key) && sortsOf(word.form.key.slice(0, -1)) & Sort.office;
  // فلان، دفاع المتهم: his lawyer.
  const defends = apart && word.form.key === 'دفاع' && words[at + 1]?.form.definite === true;
  if (!accusative && !defends && !(isOffice(word) && !isVerbHere(word))) return undefined;
  // كاتب عام النقابة: no participle of writing.
  const secretary = words[at + 1]?.form.key === 'عام';
  if (
    /^[وفبل]ال|^لل/.test(word.form.key) ||
    (word.form.reports.length > 0 && !apart && lead === 0 && !secretary)
  )
    return undefined;
  // فلان والد الطفل: a relative is no office.
  if (/^[وف]/.test(word.form.key) && !(word.form.sorts & Sort.office)) return undefined;
  const phrase = nounPhrase(passage, named, at, limit);
  if (!phrase) return { from: at, to: at + 1 };
  for (let next = phrase.from; next < phrase.to; next++)
    if (named.get(next)?.entity.type === 'person') return undefined;
  return { from: at, to: phrase.to };
}

/** Words that join a name to what somebody is: وهو, الذي يشغل منصب, الذي عين. */
function leadLength(words: readonly Word<Form>[], at: number): number {
  const key = words[at]?.form.key ?? '';
  const next = words[at + 1]?.form.key ?? '';
  if (/^و?(?:هو|هي)$/.test(key)) return 1;
  const relative = /^و?(?:الذي|التي)$/.test(key) ? 1 : 0;
  const verb = relative ? next : key;
  if (/^و?(?:كان|كانت)?$/.test(verb) && verb !== '') {
    const behind = words[at + relative + 1]?.form.key ?? '';
    if (/^[يت]شغل$/.test(behind)) return relative + (words[at + relative + 2]?.form.key === 'منصب' ? 3 : 2);
    return relative + 1;
  }
  if (/^و?[يت]?(?:شغل|شغلت|تولي|تولت)$/.test(verb))
    return relative + (/^(?:منصب|مهام|رئاسة)$/.test(words[at + relative + 1]?.form.key ?? '') ? 2 : 1);
  if (/^و?(?:عين|عينت|انتخب|انتخبت|يعمل|تعمل)$/.test(verb)) return relative + 1;
  return 0;
}
