import type { Word } from '../../common/words.ts';
import { ofSpelling } from '../words/asked.ts';
import type { Form } from '../words/forms.ts';
import { type Known, knownAt, mayBeKnown } from '../words/gazetteer.ts';
import { Sort, sortsOf } from '../words/lexicon.ts';
import { isUnknown, namesIt, spelledOut } from '../words/name-words.ts';
import { bodyPhrase, mayHeadBody } from './bodies.ts';
import { isHolding } from './body-ends.ts';
import { clubCities, clubPhrase, sporting } from './clubs.ts';
import type { Found } from './found.ts';
import { isFamilyBehind } from './name-start.ts';
import { isOffice } from './people.ts';
import { type Phrase, placePhrase } from './place-phrase.ts';
import { QuotedBodies } from './quoted-bodies.ts';
import { Ranked } from './ranked.ts';

type Words = readonly Word<Form>[];

/** Prepositions and nouns of place before which a doubtful place name is one. */
export const locating =
  /^(?:[وف]?(?:في|الي|قرب|شمال|جنوب|شرق|غرب|شمالي|جنوبي|شرقي|غربي|وسط|داخل|باتجاه|نحو|مدينتي|بلدتي|العاصمة))$/;

/** Who governs a place. */
const governing = /^[وف]?(?:ال)?(?:والي|محافظ|حاكم|عمدة|قائمقام|متصرف)$/;

/** محافظ البنك المركزي: more of what somebody governs. */
function isListedNoun(word: Word<Form> | undefined): boolean {
  return word?.kind === 'word' && word.form.definite && /..ية?$/.test(word.form.key);
}

const sourcing =
  /^(?:[وفبل]?(?:عن|وكالة|صحيفة|قناة|موقع|شبكة|تلفزيون|اذاعة|مجلة|لصحيفة|لقناة|نادي|فريق|شركة|تنظيم|حركة|حزب|حركتي|منظمة))$/;

/** Whether a known name, a body or a place may begin at a word, in an article that is not of sport. */
const mayBegin = ofSpelling(
  (word) =>
    mayBeKnown(word) || mayHeadBody(word) || word.form.readings.some((one) => one.sorts & Sort.placeHead),
);

/** Finds known names and those that a head, a mark or a neighbour announces. */
export class Announced extends QuotedBodies {
  private rankedFamilies: Ranked | undefined;

  /** Families behind their ranks. */
  protected get ranked(): Ranked {
    this.rankedFamilies ??= new Ranked(this.blocks);
    return this.rankedFamilies;
  }

  /** Known names and those that a head announces at one word. Gives the last word used, or `at`. */
  protected announced(words: Words, block: number, at: number): number {
    const word = words[at]!;
    const taken = this.taken[block]!;
    if (taken[at] !== 0) return at;
    if (word.kind === 'punctuation') return this.quotedAgency(words, block, at);
    if (word.kind !== 'word' || words[at - 1]?.form.spelling === 'فان') return at;
    if (isHolding(words, at) && this.free(block, at - 1, at)) {
      const keys = [this.properKey(words, at - 1, at + 1), this.properKey(words, at - 1, at)];
      return this.add({ type: 'organization', block, from: at - 1, to: at + 1, cut: 0, keys });
    }
    // Nine words of ten are told apart here.
    if (!mayBegin(word) && this.sportive <= 2 && words[at - 1]?.form.key !== '(') return at;
    if (word.form.definite && this.ranked.isFamily(words, at + 1)) return at;
    const isTaken = (index: number) => taken[index] !== 0;
    const beside = this.beside(words, block, at, isTaken);
    if (beside !== undefined) return beside;
    const known = this.choices(words, at).find(
      (one) =>
        this.free(block, at, at + one.length) &&
        (!one.doubtful || this.isCity(words, at, one) || this.fitsHere(words, at, one.type, one.length)),
    );
    const club = this.sportive > 2 ? clubPhrase(words, at, isTaken) : undefined;
    const body = club ?? bodyPhrase(words, at, isTaken);
    const place = placePhrase(words, at, isTaken);
    let phrase: Phrase | undefined = body;
    if (place && (!phrase || place.to > phrase.to)) phrase = place;
    if (phrase && !this.free(block, phrase.from, phrase.to)) phrase = undefined;
    // مسقط رأسه: where somebody was born.
    if (known && word.form.key === 'مسقط' && /^راس/.test(words[at + 1]?.form.key ?? '')) return at;
    if (known && (!phrase || at + known.length >= phrase.to)) {
      if (this.isPersonRather(words, at, known.length, isTaken) || isFamilyBehind(words, at, known))
        return at;
      const to = at + known.length;
      return this.add({ type: known.type, block, from: at, to, cut: known.cut, keys: [known.id] });
    }
    if (!phrase) return at;
    const keys = [this.phraseKey(words, phrase)];
    if (phrase.known && !(phrase.type === 'place' && !phrase.proper)) keys.push(phrase.known);
    if (phrase.proper) keys.push(this.properKey(words, phrase.proper.from, phrase.proper.to));
    return this.add({ type: phrase.type, block, from: phrase.from, to: phrase.to, cut: phrase.cut, keys });
  }

  /** روما, الرياض: a city whose club or paper has its name, where the article is not of sport. */
  private isCity(words: Words, at: number, { type, cut }: Known): boolean {
    const reading = words[at]!.form.readings.find((one) => one.cut === cut);
    return type === 'place' && this.sportive <= 2 && reading !== undefined && clubCities.has(reading.stem);
  }

  /** The body that ends at a word, an adjective and a closing mark passed over: «مجموعة كذا» المستقلة (كذا). */
  private bodyBefore(words: Words, block: number, at: number): Found | undefined {
    for (let back = at; back >= Math.max(0, at - 2); back--) {
      const owner = this.taken[block]![back] ?? 0;
      if (owner > 0) {
        const body = this.found[owner - 1]!;
        return body.type === 'organization' ? body : undefined;
      }
      if (!words[back]!.form.definite && !/^[»”"]$/.test(words[back]!.form.key)) return undefined;
    }
    return undefined;
  }

  protected isPersonRather(
    words: Words,
    at: number,
    length: number,
    isTaken: (at: number) => boolean,
  ): boolean {
    // صلاح الدين the province, and a man of that name with his family's behind it.
    if (length === 2 && words[at + 1]!.form.key === 'الدين') {
      const family = words[at + 2];
      return (
        family !== undefined &&
        !isTaken(at + 2) &&
        family.kind === 'word' &&
        ((family.form.definite && !family.form.common) ||
          (family.form.sorts & (Sort.given | Sort.family)) !== 0)
      );
    }
    if (length > 1) return false;
    const next = words[at + 1];
    const form = words[at]!.form;
    if (next?.kind !== 'word' || !(form.sorts & (Sort.given | Sort.family))) {
      // Part of a name already begun: ظريف in محمد جواد ظريف is no place either way.
      return false;
    }
    return (
      !isTaken(at + 1) &&
      ((next.form.sorts & Sort.family) !== 0 ||
        ((isUnknown(next) || (next.form.sorts & Sort.given) !== 0) && !next.form.common))
    );
  }

  /** Names told by what stands beside them alone: an acronym in brackets, a guest of a match. */
  protected beside(
    words: Words,
    block: number,
    at: number,
    isTaken: (at: number) => boolean,
  ): number | undefined {
    const word = words[at]!;
    const before = words[at - 1];
    if (!before) return undefined;
    if (
      before.form.key === '(' &&
      words[at + 1]?.form.key === ')' &&
      (/^[A-Z][A-Za-z]{1,7}$/.test(word.form.spelling) ||
        isUnknown(word) ||
        this.bodyBefore(words, block, at - 2)?.keys.some((key) => namesIt(key, word.form.key)) ||
        knownAt(words, at).some((one) => one.type === 'organization'))
    ) {
      const body = this.bodyBefore(words, block, at - 2);
      if (body) {
        const key = `name:${word.form.key}`;
        body.keys.push(key);
        return this.add({ type: 'organization', block, from: at, to: at + 1, cut: 0, keys: [key] });
      }
    }
    const close = before.form.key === '(' ? spelledOut(words, at) : 0;
    if (close > 0) {
      const owner = this.taken[block]![at - 2] ?? 0;
      const body = owner > 0 ? this.found[owner - 1] : undefined;
      if (body?.type === 'organization') {
        const key = this.properKey(words, at, close);
        body.keys.push(key);
        return this.add({ type: 'organization', block, from: at, to: close, cut: 0, keys: [key] });
      }
    }
    if (
      this.sportive > 2 &&
      isUnknown(word) &&
      /^(?:ضيفه|مضيفه|غريمه|ضيفها|مضيفها|ضيفته|مضيفته|نظيره)$/.test(before.form.key)
    ) {
      let to = at + 1;
      while (to < at + 2 && isUnknown(words[to]) && !isTaken(to)) to++;
      const keys = [this.properKey(words, at, to), this.properKey(words, at, at + 1)];
      return this.add({ type: 'organization', block, from: at, to, cut: 0, keys });
    }
    return undefined;
  }

  /** Unknown words behind في are a place; so is what و joins to a place: في فاس وصفرو وتاونات. */
  protected located(words: Words, block: number, at: number): number {
    const taken = this.taken[block]!;
    const word = words[at]!;
    const before = words[at - 1];
    if (taken[at] !== 0 || word.kind !== 'word' || !before) return at;
    // في كيليماني, على مسافة 40 كيلومترا من كيليماني.
    const far = () => /^(?:كيلومترا?|كيلومترات|كلم|ميلا?|اميال)$/.test(words[at - 2]?.form.key ?? '');
    if (
      isUnknown(word) &&
      (/^[وف]?في$/.test(before.form.key) || (before.form.key === 'من' && far())) &&
      word.form.key.length > 3 &&
      (/[\u0621-\u064a]/.test(word.form.key) || /\p{Script=Arabic}/u.test(word.form.key))
    ) {
      let to = at + 1;
      while (to < at + 2 && isUnknown(words[to]) && taken[to] === 0 && words[to]!.form.key.length > 2) to++;
      return this.add({ type: 'place', block, from: at, to, cut: 0, keys: [this.properKey(words, at, to)] });
    }
    const owner = taken[at - 1]!;
    const place = owner > 0 ? this.found[owner - 1] : undefined;
    if (place?.type !== 'place') return at;
    const joined = word.form.readings.find((one) => one.prefix === 'و');
    if (
      !joined ||
      joined.stem.length < 4 ||
      word.form.common ||
      word.form.linkedSorts !== 0 ||
      joined.definite
    )
      return at;
    const keys = [`name:${joined.stem}`];
    return this.add({ type: 'place', block, from: at, to: at + 1, cut: joined.cut, keys });
  }

  /** Known names at a word; in an article of sport the club of a city comes before the city. */
  protected choices(words: Words, at: number): Known[] {
    const known = knownAt(words, at);
    if (known.length < 2 || this.sportive <= 2) return known;
    const club = known.find((one) => one.type === 'organization');
    return club &&
      (this.isMasculine(words[at + club.length]) ||
        this.clubNames.has(words[at]!.form.readings.find((one) => one.cut === club.cut)!.stem))
      ? [club, ...known.filter((one) => one !== club)]
      : known;
  }

  /** Whether a name that is also an ordinary word stands where only the name can. */
  protected fitsHere(words: Words, at: number, type: 'place' | 'organization', length: number): boolean {
    const before = words[at - 1];
    const after = words[at + length];
    if (before && /^[«“"„]$/.test(before.form.key) && after && /^[»”"]$/.test(after.form.key))
      return type === 'organization';
    const isClub = this.sportive > 2;
    const stems = words[at]!.form.readings.map((one) => one.stem);
    const club = isClub && stems.some((stem) => this.clubNames.has(stem));
    if (type === 'organization') {
      // اللقب الأفريقي, البنك الأهلي: an adjective; للأهلي and برشلونة الإسباني are clubs.
      if (isClub && this.isMasculine(after) && !isOffice(words[at]!)) return true;
      const adjective =
        isClub && before?.form.definite && before.form.common && before.form.reports.length === 0;
      if (adjective && !/^[وف]?ل/.test(words[at]!.form.key)) return false;
      if (before && sourcing.test(before.form.key)) return true;
      if (isClub && before && sporting.test(before.form.key)) return true;
      return club;
    }
    if (club || (isClub && this.isMasculine(after) && this.isClubName(words, at))) return false;
    // والي الجزيرة: who governs a place.
    if (before && governing.test(before.form.key)) return !isListedNoun(after);
    if (!before) return after !== undefined && /^[-–—:(]$/.test(after.form.key);
    const nounBehind =
      after && after.kind === 'word' && after.form.definite && !(after.form.sorts & Sort.grammar);
    const prefixed =
      words[at]!.form.readings.some((one) => one.cut > 0 && /^(?:[وف]?[بل])$/.test(one.prefix)) &&
      knownAt(words, at)[0]!.cut > 0;
    // فرحتها بالخبر: the noun, and no city, where nothing but its prefix speaks for it.
    const noun =
      prefixed &&
      words[at]!.form.readings.some((one) => one.definite && sortsOf(one.bare) & (Sort.speech | Sort.common));
    return (locating.test(before.form.key) || (prefixed && !noun)) && !nounBehind;
  }

  /** برشلونة الإسباني: a city is feminine, its club is not. */
  private isMasculine(after: Word<Form> | undefined): boolean {
    return (
      after?.form.definite === true &&
      /[^ة]ي$/.test(after.form.key) &&
      (after.form.sorts & Sort.nationality) !== 0
    );
  }

  private isClubName(words: Words, at: number): boolean {
    return knownAt(words, at).some((one) => one.type === 'organization');
  }

  /** City names that stand beside a word of sport somewhere: the whole article then means the club. */
  private clubs: Set<string> | undefined;

  protected get clubNames(): Set<string> {
    if (this.clubs) return this.clubs;
    this.clubs = new Set();
    for (const words of this.blocks)
      for (let at = 1; at < words.length; at++)
        if (sporting.test(words[at - 1]!.form.key) && !/^(?:علي|امام|ضد)$/.test(words[at - 1]!.form.key))
          for (const reading of words[at]!.form.readings) this.clubs.add(reading.stem);
        // المدير الفني للأهلي, المدرب الإسباني للترجي.
        else if (
          /^لل/.test(words[at]!.form.key) &&
          /^ال(?:فني|مدرب)$|^ال.*[^ة]ي$/.test(words[at - 1]!.form.key)
        )
          for (const reading of words[at]!.form.readings) if (reading.cut > 0) this.clubs.add(reading.stem);
    return this.clubs;
  }
}
