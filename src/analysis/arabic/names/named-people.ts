import type { Word } from '../../common/words.ts';
import type { Form, Reading } from '../words/forms.ts';
import { isCertainGiven, isCommon, Sort, sortsOf } from '../words/lexicon.ts';
import { isUnknown } from '../words/name-words.ts';
import { foreignShape } from '../words/shape.ts';
import { Bylines } from './bylines.ts';
import { isClan } from './bynames.ts';
import { isOfGod, ofFaith, splitPair } from './joints.ts';
import { nameEnd, nameWords, startsName } from './name-end.ts';
import {
  isActing,
  isIndefiniteOffice,
  isListed,
  isNone,
  isOfficeOf,
  isOfMe,
  isQualified,
  isSoft,
  isSurname,
  isSurnamed,
  isSyllable,
  syllableEnd,
  trustOf,
} from './name-start.ts';
import { calls, explained, isAddressed, isOffice, isSaying, type Trigger, triggerBefore } from './people.ts';
import { isOwned, slotEnd, worthOf } from './slots.ts';
import { isEventVerb, mayBeginPlaced, mayBeSurname, placedEnd } from './surnames.ts';

type Words = readonly Word<Form>[];

/**
 * وزير الخارجية يؤدي, المواطنين ذوي, اقتناء مسكن: whether words that no list has are ordinary ones by their letters. Of 120
 * single words behind an office, drawn from real reports, nearly all of those below 1 were ordinary.
 */
function isPlain(words: Words, at: number, to: number, stem: string, least: number): boolean {
  if (foreignShape(stem) >= least) return false;
  for (let next = at + 1; next < to; next++) {
    const { key, sorts, definite } = words[next]!.form;
    if (sorts & (Sort.given | Sort.family | Sort.particle) || foreignShape(key) >= least) return false;
    if (definite && isSurname(words[next])) return false;
  }
  return true;
}

/** Finds people. */
export class NamedPeople extends Bylines {
  /** A person named in full, or by a word that an office or a verb of saying announces. */
  protected person(words: Words, block: number, at: number): number {
    const taken = this.taken[block]!;
    const word = words[at]!;
    if (taken[at] !== 0 || word.kind !== 'word' || word.form.particle >= 0) return at;
    // د. فلان, و م ع: a title cut to its letter, an acronym.
    if (word.form.key.length < 2) return at;
    if (isNone(words, at) || (this.dotless && isOfMe(words, at))) return at;
    const isTaken = (index: number) => taken[index] !== 0;
    if (isOfficeOf(words, at, isTaken)) return at;
    // شاهد يدعى المعتصم دفع الله: whoever is called so.
    const isCalled = at > 0 && calls(words[at - 1]!);
    let told: Trigger | undefined;
    if (isSyllable(words, at, isTaken))
      return this.addPerson(words, block, at, syllableEnd(words, at, isTaken), 0);
    for (const reading of this.likeliest(word)) {
      const called = isCalled && reading.cut === 0;
      if (/س$/.test(reading.prefix) || reading.prefix === 'أو') continue;
      // للمنصة is ل and المنصة, hardly ل and لمنصة.
      if (reading.prefix.endsWith('ل') && reading.stem.startsWith('ل')) continue;
      // الحسين أوتزنيت، التهامي بنسودة: a given name with its article, before a word that is no other.
      if (
        reading.definite &&
        !called &&
        (reading.cut > 0 ||
          !startsName(word, reading) ||
          !(
            isUnknown(words[at + 1]) ||
            isSurname(words[at + 1]) ||
            (words[at + 1]?.form.sorts ?? 0) & Sort.family ||
            this.leadsTo(words, at, isTaken) ||
            (words[at - 1]?.form.sorts ?? 0) & Sort.honorific
          ))
      )
        continue;
      if (reading.cut > 0 && !this.comesOff(reading, words[at + 1], word)) continue;
      const sorts = reading.sorts;
      // نصر الدين, عز الدين: with its second half the first is a name.
      const given =
        startsName(word, reading) ||
        (words[at + 1]?.form.key === 'الدين' && ofFaith.test(reading.stem)) ||
        (reading.cut === 0 && isOfGod(words, at)) ||
        (called && reading.definite && !isListed(word));
      const particle =
        reading.cut === 0 &&
        (sorts & Sort.particle) !== 0 &&
        /^(?:ايت|عبد|ابو|ابن|ام|ال|سان|فان|ماك)$/.test(reading.stem);
      const unknown =
        reading.cut === 0
          ? isUnknown(word)
          : !isCommon(reading.stem) &&
            !(sorts & (Sort.grammar | Sort.office | Sort.nationality | Sort.quality));
      // أمام الرئيس بري: a family name that is a word too.
      const family =
        (sorts & Sort.family) !== 0 &&
        !(sorts & Sort.nationality) &&
        (!isCommon(reading.stem) || (reading.cut === 0 && !word.form.definite && isAddressed(words, at)));
      const surnamed = reading.cut === 0 && isSurnamed(words, at);
      const soft = reading.cut === 0 && !unknown && isSoft(words, at);
      if (!given && !particle && !family && ((!unknown && !surnamed && !soft) || isActing(words, at)))
        continue;
      told ??= triggerBefore(words, at, isTaken);
      const trigger = told;
      if (soft && !given && !family && !surnamed && trigger !== 'saying') continue;
      if (surnamed && !given && !unknown && !family && (trigger === 'none' || isListed(word)))
        if (word.form.key !== 'باسم') continue;
      const coordinated = reading.prefix === 'و' && this.isPersonAt(block, at - 1);
      const trust = coordinated ? 'announced' : trustOf(words, at, trigger);
      const lenient = (given || particle || surnamed) && (trigger !== 'none' || !isCommon(reading.stem));
      const to = splitPair(words, at, nameEnd(words, at, isTaken, lenient, trust));
      if (particle && to - at < 2) continue;
      const acts = trust === 'event' && to - at > 1 && given;
      const by = coordinated || acts ? 'saying' : trigger;
      if (!this.accepts(words, at, to, by, given || particle, family, reading.stem)) continue;
      const slot = this.slotted(words, at, isTaken, trigger);
      if (slot > to || (slot > 0 && reading.cut > 0)) return this.addPerson(words, block, at, slot, 0);
      return this.addPerson(words, block, at, to, reading.cut);
    }
    const slot = this.slotted(words, at, isTaken, told);
    if (slot > 0) return this.addPerson(words, block, at, slot, 0);
    return this.placed(words, block, at, isTaken, told);
  }

  /** Whether a prefix comes off a name: the bare one must have support, and be no verb (وشهد الجمركي is no Shahd). */
  private comesOff({ prefix, stem, cut }: Reading, next: Word<Form> | undefined, word: Word<Form>): boolean {
    // وروت جوسلين: the verb, and no Ruth.
    if (
      word.form.reports.some((one) => one.cut === cut && one.form.shape === 'past' && one.form.person === 3)
    )
      return false;
    // كاريك is no ك and أريك: that letter comes off a name that stands alone somewhere.
    if (prefix === 'ك' && !this.attested.has(stem)) return false;
    if (prefix === 'و' && next?.form.definite && isEventVerb(stem)) return false;
    return this.earned(stem) && (!isCommon(stem) || (sortsOf(stem) & Sort.given) !== 0);
  }

  private addPerson(words: Words, block: number, from: number, end: number, cut: number): number {
    const whole = this.ranked.nameEnd(words, from, end);
    const to = whole > end && this.free(block, end, whole) ? whole : end;
    return this.add({
      type: 'person',
      block,
      from,
      to,
      cut,
      keys: [],
      name: nameWords(words, from, to, cut),
    });
  }

  /** Where a name ends that fills a place where only a name can stand, or 0; `told` is what leads to it, if that was asked. */
  private slotted(
    words: Words,
    at: number,
    isTaken: (at: number) => boolean,
    told: Trigger | undefined,
  ): number {
    if (worthOf(words[at]!, true) === 'none') return 0;
    const trigger = told ?? triggerBefore(words, at, isTaken);
    const before = words[at - 1]?.form.key ?? '';
    const perfect = /^[وف]?كانت?$/.test(before);
    if (trigger !== 'none') return slotEnd(words, at, isTaken, 'saying');
    const to = slotEnd(words, at, isTaken, perfect ? 'event' : 'none');
    if (to === 0) return 0;
    return (perfect && words[to]?.form.key === 'قد') || explained(words, to) ? to : 0;
  }

  /** Somebody whom only the place tells, behind the office. */
  private placed(
    words: Words,
    block: number,
    at: number,
    isTaken: (at: number) => boolean,
    told: Trigger | undefined,
  ): number {
    if (at > 0 && isApposed(words, at) && (told ?? triggerBefore(words, at, isTaken)) === 'office')
      return this.addPerson(words, block, at, at + 2, 0);
    if (at === 0 || !mayBeginPlaced(words[at]!)) return at;
    const trigger = told ?? triggerBefore(words, at, isTaken);
    if (trigger !== 'office' && trigger !== 'honorific') return at;
    const trust = trustOf(words, at, trigger);
    const to = placedEnd(words, at, isTaken, trust, trigger === 'honorific');
    // قال الناطق باسم الوزارة أشرق القدوة إن: whoever speaks is named, whatever the letters.
    if (to === 0 || (trust !== 'saying' && isPlain(words, at, to, words[at]!.form.key, -1))) return at;
    return this.addPerson(words, block, at, to, 0);
  }

  /** الطيب لوح: whether a definite given name is led to, and a family name follows. */
  private leadsTo(words: Words, at: number, isTaken: (at: number) => boolean): boolean {
    const trust = trustOf(words, at, triggerBefore(words, at, isTaken));
    return (
      (trust === 'announced' || trust === 'saying') &&
      words[at + 1] !== undefined &&
      mayBeSurname(words, at + 1, trust)
    );
  }

  private isPersonAt(block: number, at: number): boolean {
    const owner = this.taken[block]![at] ?? 0;
    return owner > 0 && this.found[owner - 1]!.type === 'person';
  }

  /** Readings to try: a whole given name, then one behind a prefix, then the rest. */
  protected likeliest(word: Word<Form>): readonly Reading[] {
    const { readings } = word.form;
    if (readings.length === 1 || startsName(word, readings[0]!)) return readings;
    // بيان is no ب and يان: what is a word as it stands keeps its letters, و apart.
    // ولدينا is و and لدينا, no Dina.
    const whole =
      isCommon(readings[0]!.stem) || word.form.sorts !== 0 || (word.form.linkedSorts & Sort.grammar) !== 0;
    const named = readings.filter(
      (one) =>
        one.cut > 0 &&
        (startsName(word, one) || isFamilyAlone(word, one)) &&
        one.stem.length > 2 &&
        (!whole || one.prefix === 'و'),
    );
    return named.length === 0 ? (whole ? readings.slice(0, 1) : readings) : [...named, readings[0]!];
  }

  /** A prefix comes off a name only where the bare form is a known given name or stands in the article. */
  protected earned(stem: string): boolean {
    return (sortsOf(stem) & (Sort.given | Sort.family)) !== 0 || this.attested.has(stem);
  }

  protected accepts(
    words: Words,
    at: number,
    to: number,
    trigger: string,
    given: boolean,
    family: boolean,
    stem: string,
  ): boolean {
    const length = to - at;
    const common = isCommon(stem);
    const word = stem.length < 3 || (sortsOf(stem) & (Sort.common | Sort.wordlike)) !== 0;
    if (trigger === 'none' && common && word && length === 2 && isQualified(words, at + 1)) return false;
    // مخرج سينمائي, ناخب مؤهل: what qualifies an office without its article.
    if (length === 1 && !given && !family && trigger === 'office' && isIndefiniteOffice(words[at - 1]))
      return false;
    const second = words[at + 1]?.form;
    if (given && length > 1 && (second?.key === 'الدين' || stem === 'عبد')) return true;
    const after = words[to];
    const ends =
      !after ||
      after.kind === 'punctuation' ||
      after.form.particle >= 0 ||
      ((given ? after.form.linkedSorts : after.form.sorts) &
        (Sort.grammar | Sort.office | Sort.adverb | Sort.weekday)) !==
        0 ||
      isSaying(after);
    if (!given && !family && trigger !== 'saying' && isPlain(words, at, to, stem, to - at === 1 ? 1 : 2))
      return false;
    // معالي الأمين العام، سمو أمير المنطقة: an office behind its form of address.
    if (length === 1 && ((trigger !== 'saying' && isOffice(words[at]!)) || isOwned(words[at]!))) return false;
    if (trigger === 'honorific') return !common || given || family;
    if (trigger === 'office')
      return length > 1
        ? given ||
            words
              .slice(at, to)
              .some((word) => !word.form.common || word.form.sorts & (Sort.given | Sort.family))
        : !common ||
            (given && !isListed(words[at]!) && /.{2}(?:ته|تها|ه|ها)$/.test(words[at - 1]!.form.key)) ||
            // الوزير فهد: a given name right behind an office with its article.
            (given &&
              words[at - 1]!.form.definite &&
              isOffice(words[at - 1]!) &&
              !words[at]!.form.definite &&
              !(words[at]!.form.sorts & Sort.wordlike));
    if (length > 1) {
      if (given && isCertainGiven(sortsOf(stem))) return true;
      if (
        given &&
        (!common ||
          (second !== undefined && (second.sorts & (Sort.given | Sort.family | Sort.particle)) !== 0))
      )
        return true;
      if (given && trigger === 'saying') return true;
      // طارق أمزيان، علي الساعدي: a given name that is a word too, with a family name that is none.
      if (
        given &&
        second !== undefined &&
        (!second.common ||
          isClan(words[at + 1]!) ||
          second.key === 'الدين' ||
          (second.definite &&
            /ي$/.test(second.key) &&
            // دبلوماسية عالية المستوى: no family, where the paper has its dots.
            (this.dotless || !second.spelling.endsWith('ى')) &&
            !(second.sorts & (Sort.nationality | Sort.quality))))
      )
        return true;
      if (explained(words, to) && !common) return true;
      if (trigger === 'saying') return true;
      // Two foreign words with nothing to say what they are: a person where one of them is a known name.
      return words
        .slice(at, to)
        .some((word) => (word.form.sorts & (Sort.given | Sort.family)) !== 0 && !word.form.common);
    }
    if (trigger === 'saying') return ends && (family || given || !common);
    if (family) return true;
    if (given && !common) return explained(words, to) && ends;
    return false;
  }
}

/** وزير الداخلية، الشرقي الضريس،: two definite words between commas, the second of no list and no root. */
function isApposed(words: Words, at: number): boolean {
  if (!/^[،,]$/.test(words[at - 1]!.form.key) || !/^[،,]$/.test(words[at + 2]?.form.key ?? '')) return false;
  const first = words[at]!.form;
  const second = words[at + 1]!.form;
  if (!first.definite || !second.definite || second.common || second.sorts & ~Sort.family) return false;
  const barred =
    Sort.office | Sort.bodyHead | Sort.placeHead | Sort.grammar | Sort.honorific | Sort.nationality;
  return !((first.sorts | first.readings[0]!.bareSorts) & barred) && !/(?:ة|ات|ون|ين)$/.test(first.key);
}

/** لجنبلاط, وجنبلاط: a family name that is no word of prose, behind a prefix. */
function isFamilyAlone(word: Word<Form>, { sorts, stem, prefix }: Reading): boolean {
  return (
    word.form.sorts === 0 &&
    (sorts & Sort.family) !== 0 &&
    !(sorts & Sort.nationality) &&
    prefix !== 'ك' &&
    stem.length > 4 &&
    !isCommon(stem)
  );
}
