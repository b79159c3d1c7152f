import type { Span } from '../../text/span.ts';
import type { Mention } from '../mentions.ts';
import type { Word } from '../words.ts';
import { bodyPhrase, isUnknown, type Phrase, placePhrase, quotedEnd } from './bodies.ts';
import { fold } from './fold.ts';
import type { Form, Reading } from './forms.ts';
import { type Known, knownAt } from './gazetteer.ts';
import { isCommon, Sort, sortsOf } from './lexicon.ts';
import { explained, isOffice, isSaying, nameEnd, nameWords, startsName, triggerBefore } from './people.ts';

type Words = readonly Word<Form>[];

/** A name found, by block and word. */
interface Found {
  readonly type: 'person' | 'organization' | 'place';
  readonly block: number;
  readonly from: number;
  readonly to: number;
  readonly cut: number;
  readonly keys: string[];
  /** Folded words of a person's name. */
  readonly name?: readonly string[];
}

/** Words of sport beside which a city's name is its club. */
const sporting =
  /^(?:[وفبل]?(?:لاعب|لاعبو|لاعبي|مدرب|مهاجم|حارس|مدافع|نجم|جناح|ظهير|هداف|قائد|فريق|نادي|صفوف|جماهير|مباراة|فوز|خسارة|هزيمة|تعادل|مواجهة|ضيفه|مضيفه|غريمه|امام|ضد|علي))$/;
const clubWords =
  /^(?:[وفبل]?(?:ال)?(?:مباراة|مباريات|دوري|لاعب|لاعبين|لاعبون|مدرب|اهداف|كاس|بطولة|منتخب|نادي|اندية|الملعب|الشوط))$/;

/** Prepositions and nouns of place before which a doubtful place name is one. */
const locating = /^(?:[وف]?(?:في|الي|قرب|شمال|جنوب|شرق|غرب|وسط|داخل|باتجاه|نحو|مدينتي|بلدتي|العاصمة))$/;
const sourcing =
  /^(?:[وفبل]?(?:عن|وكالة|صحيفة|قناة|موقع|شبكة|تلفزيون|اذاعة|مجلة|لصحيفة|لقناة|نادي|فريق|شركة|تنظيم|حركة|حزب|حركتي|منظمة))$/;

/** The names of an article: known ones, those that a head announces, people, and their later short forms. */
export class Names {
  readonly blocks: readonly Words[];
  readonly found: Found[] = [];
  /** For every block and word: 0 free, else 1 + index of what stands there; -1 a date. */
  readonly taken: Int32Array[];
  /** Folded words that stand without a prefix somewhere. */
  readonly attested = new Set<string>();
  sportive = 0;

  constructor(blocks: readonly Words[], dates: readonly (readonly Span[])[]) {
    this.blocks = blocks;
    this.taken = blocks.map((words) => new Int32Array(words.length));
    blocks.forEach((words, block) => {
      let date = 0;
      const spans = dates[block] ?? [];
      words.forEach((word, at) => {
        while (date < spans.length && spans[date]!.end <= word.start) date++;
        if (date < spans.length && word.end > spans[date]!.start) this.taken[block]![at] = -1;
        if (word.kind === 'word') this.attested.add(word.form.key);
        if (clubWords.test(word.form.key)) this.sportive++;
      });
    });
  }

  /** All names, in three passes: announced and known ones, people, later forms of both. */
  *find(): Generator<number, Found[], void> {
    for (const [block, words] of this.blocks.entries()) {
      for (let at = 0; at < words.length; at++) at = this.announced(words, block, at);
      if (block % 16 === 0) yield (0.5 * block) / this.blocks.length;
    }
    this.bylines();
    this.propagate();
    for (const [block, words] of this.blocks.entries()) {
      for (let at = 0; at < words.length; at++) at = this.person(words, block, at);
      if (block % 16 === 0) yield 0.5 + (0.4 * block) / this.blocks.length;
    }
    this.propagate();
    this.blocks.forEach((words, block) => {
      for (let at = 0; at < words.length; at++) at = this.located(words, block, at);
    });
    this.propagate();
    return this.found;
  }

  private free(block: number, from: number, to: number): boolean {
    const taken = this.taken[block]!;
    for (let at = from; at < to; at++) if (taken[at] !== 0) return false;
    return true;
  }

  private add(found: Found): number {
    this.found.push(found);
    const mark = this.found.length;
    for (let at = found.from; at < found.to; at++) this.taken[found.block]![at] = mark;
    return found.to - 1;
  }

  /** Known names and those that a head announces at one word. Gives the last word used, or `at`. */
  private announced(words: Words, block: number, at: number): number {
    const word = words[at]!;
    const taken = this.taken[block]!;
    if (taken[at] !== 0) return at;
    if (word.kind === 'punctuation') return this.quotedAgency(words, block, at);
    if (word.kind !== 'word') return at;
    const isTaken = (index: number) => taken[index] !== 0;
    const beside = this.beside(words, block, at, isTaken);
    if (beside !== undefined) return beside;
    const known = this.choices(words, at).find(
      (one) =>
        this.free(block, at, at + one.length) &&
        (!one.doubtful || this.fitsHere(words, at, one.type, one.length)),
    );
    const body = bodyPhrase(words, at, isTaken);
    const place = placePhrase(words, at, isTaken);
    let phrase: Phrase | undefined = body;
    if (place && (!phrase || place.to > phrase.to)) phrase = place;
    if (phrase && !this.free(block, phrase.from, phrase.to)) phrase = undefined;
    // A given name read as a known place (سيدني، فيكتوريا) with a family name behind it is a person.
    if (known && (!phrase || at + known.length >= phrase.to)) {
      if (this.isPersonRather(words, at, known.length, isTaken)) return at;
      let to = at + known.length;
      if (known.type === 'organization') to = this.withQuotedAlias(words, to);
      return this.add({ type: known.type, block, from: at, to, cut: known.cut, keys: [known.id] });
    }
    if (!phrase) return at;
    const keys = [this.phraseKey(words, phrase)];
    if (phrase.known && !(phrase.type === 'place' && !phrase.proper)) keys.push(phrase.known);
    if (phrase.proper) keys.push(this.properKey(words, phrase.proper.from, phrase.proper.to));
    return this.add({ type: phrase.type, block, from: phrase.from, to: phrase.to, cut: phrase.cut, keys });
  }

  /** «حماس» right behind its full name is part of the same mention. */
  private withQuotedAlias(_words: Words, to: number): number {
    return to;
  }

  private isPersonRather(
    words: Words,
    at: number,
    length: number,
    isTaken: (at: number) => boolean,
  ): boolean {
    if (length > 1) return false;
    const next = words[at + 1];
    const form = words[at]!.form;
    if (next?.kind !== 'word' || !(form.sorts & (Sort.given | Sort.family))) {
      // Part of a name already begun: ظريف in محمد جواد ظريف is no place either way.
      return false;
    }
    return (
      !isTaken(at + 1) &&
      (isUnknown(next) || (next.form.sorts & (Sort.given | Sort.family)) !== 0) &&
      !next.form.common
    );
  }

  /** Names told by what stands beside them alone: an acronym in brackets, a guest of a match. */
  private beside(
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
      /^[A-Z][A-Za-z]{1,7}$/.test(word.form.spelling)
    ) {
      const owner = this.taken[block]![at - 2] ?? 0;
      const body = owner > 0 ? this.found[owner - 1] : undefined;
      if (body?.type === 'organization') {
        const key = `name:${word.form.key}`;
        body.keys.push(key);
        return this.add({ type: 'organization', block, from: at, to: at + 1, cut: 0, keys: [key] });
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
  private located(words: Words, block: number, at: number): number {
    const taken = this.taken[block]!;
    const word = words[at]!;
    const before = words[at - 1];
    if (taken[at] !== 0 || word.kind !== 'word' || !before) return at;
    if (
      /^[وف]?في$/.test(before.form.key) &&
      isUnknown(word) &&
      word.form.key.length > 3 &&
      /\p{Script=Arabic}/u.test(word.form.key)
    ) {
      let to = at + 1;
      while (to < at + 2 && isUnknown(words[to]) && taken[to] === 0 && words[to]!.form.key.length > 2) to++;
      return this.add({ type: 'place', block, from: at, to, cut: 0, keys: [this.properKey(words, at, to)] });
    }
    const owner = taken[at - 1]!;
    const place = owner > 0 ? this.found[owner - 1] : undefined;
    const joined = word.form.readings.find((one) => one.prefix === 'و');
    if (
      place?.type !== 'place' ||
      !joined ||
      joined.stem.length < 4 ||
      word.form.common ||
      word.form.linkedSorts !== 0 ||
      joined.definite
    )
      return at;
    return this.add({
      type: 'place',
      block,
      from: at,
      to: at + 1,
      cut: joined.cut,
      keys: [`name:${joined.stem}`],
    });
  }

  /** Known names at a word; in an article of sport the club of a city comes before the city. */
  private choices(words: Words, at: number): Known[] {
    const known = knownAt(words, at);
    if (known.length < 2 || this.sportive <= 2) return known;
    const club = known.find((one) => one.type === 'organization');
    return club && this.clubNames.has(words[at]!.form.readings.find((one) => one.cut === club.cut)!.stem)
      ? [club, ...known.filter((one) => one !== club)]
      : known;
  }

  /** Whether a name that is also an ordinary word stands where only the name can. */
  private fitsHere(words: Words, at: number, type: 'place' | 'organization', length: number): boolean {
    const before = words[at - 1];
    const after = words[at + length];
    if (before && /^[«“"„]$/.test(before.form.key) && after && /^[»”"]$/.test(after.form.key))
      return type === 'organization';
    const key = words[at]!.form.key;
    const isClub = this.sportive > 2;
    if (type === 'organization') {
      if (before && sourcing.test(before.form.key)) return true;
      if (isClub && before && sporting.test(before.form.key)) return true;
      return isClub && this.clubNames.has(key);
    }
    if (isClub && this.clubNames.has(key)) return false;
    if (!before) return after !== undefined && /^[-–—:(]$/.test(after.form.key);
    const nounBehind =
      after && after.kind === 'word' && after.form.definite && !(after.form.sorts & Sort.grammar);
    const prefixed =
      words[at]!.form.readings.some((one) => one.cut > 0 && /^(?:[وف]?[بل])$/.test(one.prefix)) &&
      knownAt(words, at)[0]!.cut > 0;
    return (locating.test(before.form.key) || prefixed) && !nounBehind;
  }

  private clubs: Set<string> | undefined;

  /** City names that stand beside a word of sport somewhere: the whole article then means the club. */
  private get clubNames(): Set<string> {
    if (this.clubs) return this.clubs;
    this.clubs = new Set();
    for (const words of this.blocks)
      for (let at = 1; at < words.length; at++)
        if (sporting.test(words[at - 1]!.form.key) && !/^(?:علي|امام|ضد)$/.test(words[at - 1]!.form.key))
          this.clubs.add(words[at]!.form.key);
    return this.clubs;
  }

  /** An adjective of nationality alone between marks is a news agency: «الألمانية»، «الفرنسية». */
  private quotedAgency(words: Words, block: number, at: number): number {
    const end = quotedEnd(words, at);
    if (end && end - at <= 6 && this.speaksHere(words, at, end) && this.free(block, at + 1, end - 1)) {
      const inside = words.slice(at + 1, end - 1);
      const plain = inside.every(
        (word) =>
          word.kind === 'word' && !/ا\u064b?$/.test(word.form.spelling) && !(word.form.sorts & Sort.grammar),
      );
      if (plain && (inside[0]!.form.definite || isUnknown(inside[0]) || inside.length > 1))
        return this.add({
          type: 'organization',
          block,
          from: at + 1,
          to: end - 1,
          cut: 0,
          keys: [this.properKey(words, at + 1, end - 1)],
        });
    }
    if (end !== at + 3) return at;
    const word = words[at + 1]!;
    if (!word.form.definite || !/ية$/.test(word.form.key) || !(word.form.sorts & Sort.nationality)) return at;
    return this.add({
      type: 'organization',
      block,
      from: at + 1,
      to: at + 2,
      cut: 0,
      keys: [`agency:${word.form.key}`],
    });
  }

  /**
   * Whether a name between marks from `at` is of somebody who hears or speaks: the one told (لـ«…» beside a word
   * of speech), the subject of a verb of saying before أن, the label of a question.
   */
  private speaksHere(words: Words, at: number, end: number): boolean {
    const before = words[at - 1]?.form.key ?? '';
    const after = words[end];
    if (at === 0 && after?.form.key === ':') return true;
    if (after && after.form.particle >= 0 && words[at - 1] && words[at - 1]!.form.reports.length > 0)
      return true;
    if (!/^(?:ل|لـ|لـ+)$/.test(words[at - 1]?.form.spelling ?? '') && before !== 'ل') return false;
    for (let back = at - 2; back >= Math.max(0, at - 10); back--) {
      const { form } = words[back]!;
      if (form.reports.length > 0 || form.readings.some((one) => sortsOf(one.bare) & Sort.speech))
        return true;
    }
    return at <= 4;
  }

  /** A short line of names parted by a dash near the top: «عمر إبراهيم – عين اليوم»، «القاهرة: محمد علي». */
  private bylines(): void {
    for (let block = 1; block < Math.min(4, this.blocks.length); block++) {
      const words = this.blocks[block]!;
      if (words.length < 3 || words.length > 9) continue;
      const parts: [number, number][] = [];
      let from = 0;
      words.forEach((word, at) => {
        if (!/^(?:[-–—:|,،]|ـ+)$/.test(word.form.key)) return;
        parts.push([from, at]);
        from = at + 1;
      });
      if (parts.length === 0) continue;
      parts.push([from, words.length]);
      const startsPerson = (at: number) => (words[at]!.form.sorts & Sort.given) !== 0;
      const anyKnown = parts.some(([a, b]) => b > a && !this.free(block, a, b));
      const anyPerson = parts.some(([a, b]) => b - a >= 2 && b - a <= 4 && startsPerson(a));
      if (!anyKnown && !anyPerson) continue;
      for (const [a, b] of parts) {
        if (a >= b || b - a > 4 || !this.free(block, a, b)) continue;
        const part = words.slice(a, b);
        if (part.some((word) => word.kind !== 'word')) continue;
        const unusual = part.every((word) => !isListed(word));
        if (
          b - a >= 2 &&
          (startsPerson(a) || (unusual && anyKnown && !part.every((word) => word.form.common)))
        )
          this.add({
            type: 'person',
            block,
            from: a,
            to: b,
            cut: 0,
            keys: [],
            name: nameWords(words, a, b, 0),
          });
        else if (
          parts.length === 2 &&
          b - a <= 3 &&
          !isOffice(words[a]!) &&
          part.every((word) => !(word.form.linkedSorts & Sort.grammar) && word.form.reports.length === 0)
        ) {
          const key = part.map((word) => word.form.key).join(' ');
          this.add({ type: 'organization', block, from: a, to: b, cut: 0, keys: [`name:${key}`] });
        }
      }
    }
  }

  private phraseKey(words: Words, phrase: Phrase): string {
    const first =
      words[phrase.from]!.form.readings.find((one) => one.cut === phrase.cut) ??
      words[phrase.from]!.form.readings[0]!;
    const rest = words.slice(phrase.from + 1, phrase.to).filter((word) => word.kind === 'word');
    return `name:${[first.stem, ...rest.map((word) => word.form.key)].join(' ')}`;
  }

  private properKey(words: Words, from: number, to: number): string {
    return `name:${words
      .slice(from, to)
      .filter((word) => word.kind === 'word')
      .map((word) => word.form.key)
      .join(' ')}`;
  }

  /** A person named in full, or by a word that an office or a verb of saying announces. */
  private person(words: Words, block: number, at: number): number {
    const taken = this.taken[block]!;
    const word = words[at]!;
    if (taken[at] !== 0 || word.kind !== 'word' || word.form.particle >= 0) return at;
    const isTaken = (index: number) => taken[index] !== 0;
    for (const reading of this.likeliest(word)) {
      if (/س$/.test(reading.prefix) || reading.prefix === 'أو') continue;
      // الحسين أوتزنيت، التهامي بنسودة: a given name with its article, before a word that is no other.
      if (reading.definite && (reading.cut > 0 || !startsName(word, reading) || !isUnknown(words[at + 1])))
        continue;
      if (reading.cut > 0 && !this.earned(reading.stem)) continue;
      if (reading.cut > 0 && isCommon(reading.stem) && !(sortsOf(reading.stem) & Sort.given)) continue;
      const sorts = sortsOf(reading.stem);
      const given = startsName(word, reading);
      const particle =
        reading.cut === 0 &&
        (sorts & Sort.particle) !== 0 &&
        /^(?:عبد|ابو|ابن|ام|ال|سان|فان|ماك)$/.test(reading.stem);
      const unknown =
        reading.cut === 0
          ? isUnknown(word)
          : !isCommon(reading.stem) &&
            !(sorts & (Sort.grammar | Sort.office | Sort.nationality | Sort.quality));
      const family = (sorts & Sort.family) !== 0 && !isCommon(reading.stem);
      if (!given && !particle && !unknown && !family) continue;
      const trigger = triggerBefore(words, at, isTaken);
      const to = nameEnd(
        words,
        at,
        isTaken,
        (given || particle) && (trigger !== 'none' || !isCommon(reading.stem)),
      );
      if (particle && to - at < 2) continue;
      if (!this.accepts(words, at, to, trigger, given || particle, family, reading.stem)) continue;
      return this.add({
        type: 'person',
        block,
        from: at,
        to,
        cut: reading.cut,
        keys: [],
        name: nameWords(words, at, to, reading.cut),
      });
    }
    return at;
  }

  /** Readings to try: a whole given name, then one behind a prefix, then the rest. */
  private likeliest(word: Word<Form>): readonly Reading[] {
    const { readings } = word.form;
    if (readings.length === 1 || startsName(word, readings[0]!)) return readings;
    // بيان is no ب and يان: what is a word as it stands keeps its letters, و apart.
    const whole = isCommon(readings[0]!.stem) || word.form.sorts !== 0;
    const named = readings.filter(
      (one) => one.cut > 0 && startsName(word, one) && one.stem.length > 2 && (!whole || one.prefix === 'و'),
    );
    return named.length === 0 ? (whole ? readings.slice(0, 1) : readings) : [...named, readings[0]!];
  }

  /** A prefix comes off a name only where the bare form is a known given name or stands in the article. */
  private earned(stem: string): boolean {
    return (sortsOf(stem) & (Sort.given | Sort.family)) !== 0 || this.attested.has(stem);
  }

  private accepts(
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
    const second = words[at + 1]?.form;
    const after = words[to];
    const ends =
      !after ||
      after.kind === 'punctuation' ||
      after.form.particle >= 0 ||
      (after.form.sorts & (Sort.grammar | Sort.office | Sort.adverb | Sort.weekday)) !== 0 ||
      this.saying(after);
    if (trigger === 'honorific') return !common || given;
    if (trigger === 'office')
      return length > 1 ? given || words.slice(at, to).some((word) => !word.form.common) : !common;
    if (length > 1) {
      if (given && (!common || (second !== undefined && (second.sorts & (Sort.given | Sort.family)) !== 0)))
        return true;
      if (given && trigger === 'saying') return true;
      // طارق أمزيان، علي الساعدي: a given name that is a word too, with a family name that is none.
      if (
        given &&
        second !== undefined &&
        (!second.common ||
          second.key === 'الدين' ||
          (second.definite && /ي$/.test(second.key) && !(second.sorts & (Sort.nationality | Sort.quality))))
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

  private saying(word: Word<Form>): boolean {
    return isSaying(word);
  }

  /** Later mentions by a family name, a given name, a proper name without its head. */
  private propagate(): void {
    const shorts = new Map<
      string,
      { words: string[]; type: Found['type']; keys: string[]; person: boolean; weak: boolean }[]
    >();
    const put = (name: readonly string[], type: Found['type'], keys: string[], weak = false) => {
      const first = name[0];
      if (!first || first.length < 2 || name.join('').length < 2) return;
      const list = shorts.get(first) ?? [];
      if (list.some((one) => one.type === type && one.words.join(' ') === name.join(' '))) return;
      list.push({ words: [...name], type, keys, person: type === 'person', weak });
      shorts.set(first, list);
    };
    for (const found of this.found) {
      if (found.type === 'person' && found.name) {
        const name = found.name;
        if (name.length === 1) put(name, 'person', []);
        for (let from = 1; from < name.length; from++) {
          const rest = name.slice(from);
          if (rest.length === 1 && isDivineRest(name, from)) continue;
          if (from > 0 && sortsOf(rest[0]!) & Sort.particle && rest.length === 1) continue;
          put(rest, 'person', []);
        }
        put(name.slice(0, 1), 'person', [], true);
        if (name.length > 2) put(name.slice(0, -1), 'person', []);
        continue;
      }
      for (const key of found.keys) {
        if (!key.startsWith('name:')) continue;
        const words = key.slice(5).split(' ');
        const single = words.length === 1;
        if (
          single &&
          (isCommon(words[0]!.replace(/^ال/, '')) || sortsOf(words[0]!) & (Sort.given | Sort.grammar)) &&
          found.type !== 'place'
        )
          continue;
        put(words, found.type, [key]);
        // الأكاديمية الملكية for الأكاديمية الملكية للفنون: a body of a definite head and an adjective.
        if (
          found.type === 'organization' &&
          words.length === 3 &&
          /^لل?/.test(words[2]!) &&
          words[0]!.startsWith('ال')
        )
          put(words.slice(0, 2), 'organization', [key]);
        if (found.type === 'organization' && words.length === 4 && /^ل/.test(words[2]!))
          put(words.slice(0, 2), 'organization', [key]);
      }
    }
    this.blocks.forEach((words, block) => {
      for (let at = 0; at < words.length; at++) {
        if (this.taken[block]![at] !== 0 || words[at]!.kind !== 'word') continue;
        at = this.later(words, block, at, shorts);
      }
    });
  }

  private later(
    words: Words,
    block: number,
    at: number,
    shorts: ReadonlyMap<
      string,
      { words: string[]; type: Found['type']; keys: string[]; person: boolean; weak: boolean }[]
    >,
  ): number {
    for (const reading of words[at]!.form.readings) {
      if (/س$/.test(reading.prefix) || reading.prefix === 'أو') continue;
      let best:
        | { words: string[]; type: Found['type']; keys: string[]; person: boolean; weak: boolean }
        | undefined;
      for (const one of shorts.get(reading.stem) ?? []) {
        if (best && one.words.length <= best.words.length) continue;
        if (one.words.some((word, index) => index > 0 && words[at + index]?.form.key !== word)) continue;
        if (!this.free(block, at, at + one.words.length)) continue;
        if (
          one.words.length === 1 &&
          one.person &&
          !this.canBeShort(words, at, reading.cut, reading.stem, one.weak)
        )
          continue;
        best = one;
      }
      if (!best) continue;
      const to = at + best.words.length;
      return this.add({
        type: best.type,
        block,
        from: at,
        to,
        cut: reading.cut,
        keys: [...best.keys],
        ...(best.person ? { name: best.words } : {}),
      });
    }
    return at;
  }

  /** Whether one word that is also an ordinary one stands as the name. */
  private canBeShort(words: Words, at: number, cut: number, stem: string, weak: boolean): boolean {
    if (/^آ[ين]$/.test(words[at]!.form.spelling)) return true;
    const bare = stem.startsWith('ال') ? stem.slice(2) : stem;
    const before = words[at - 1];
    const after = words[at + 1];
    if (sortsOf(stem) & Sort.grammar && cut === 0 && !/[^ى]$/.test(words[at]!.form.spelling)) return false;
    if (sortsOf(stem) & (Sort.grammar | Sort.month | Sort.weekday)) return false;
    if (!isCommon(bare)) return true;
    if (weak) return false;
    // ال on a common word: a name only right behind a verb of saying or an office, or before a verb.
    const announcedHere =
      before !== undefined &&
      (isSaying(before) ||
        (before.form.sorts & Sort.honorific) !== 0 ||
        (isOffice(before) && !stem.startsWith('ال')));
    if (stem.startsWith('ال')) {
      if (announcedHere) return true;
      if (sortsOf(bare) & (Sort.nationality | Sort.quality)) return false;
      return (
        !before ||
        before.kind === 'punctuation' ||
        (before.form.sorts & Sort.grammar) !== 0 ||
        before.form.common === false
      );
    }
    if (announcedHere) return true;
    return (
      cut === 0 &&
      !(after?.form.definite && after.form.common && before?.form.definite === false && before.form.common)
    );
  }
}

/** An ordinary word of the list, or grammar, beyond what a root could make. */
function isListed(word: Word<Form>): boolean {
  const { sorts, readings } = word.form;
  return ((sorts | sortsOf(readings[0]!.bare)) & (Sort.common | Sort.grammar | Sort.quality)) !== 0;
}

function isDivineRest(name: readonly string[], from: number): boolean {
  return name[from - 1] === 'عبد' || sortsOf(name[from - 1]!) === Sort.particle;
}

/** Long vowels and the letters that stand for one foreign sound (غ ج ق ك, ث ت, ف ڤ) taken out, to compare spellings. */
function skeleton(word: string): string {
  return fold(word)
    .replace(/^ال/, '')
    .replace(/[غجقگ]/g, 'ك')
    .replace(/[ثط]/g, 'ت')
    .replace(/[ذظ]/g, 'د')
    .replace(/[صث]/g, 'س')
    .replace(/[ڤ]/g, 'ف')
    .replace(/[اويةهءئؤ]/g, '');
}

/**
 * Gives every person mention the key of a full name: the longest name whose words hold the short one's, the
 * nearest before it where several do. Full names that differ only as transliterations do are one.
 */
function assignPeople(found: readonly Found[]): void {
  const people = found
    .filter((one) => one.type === 'person' && one.name)
    .sort((a, b) => a.block - b.block || a.from - b.from);
  const full: { name: readonly string[]; key: string; last: number }[] = [];
  const byWord = new Map<string, number[]>();
  const bySkeleton = new Map<string, number>();
  const order = people.map((person, index) => ({ person, index }));
  for (const { person, index } of [...order].sort(
    (a, b) => b.person.name!.length - a.person.name!.length || a.index - b.index,
  )) {
    const name = person.name!;
    let chosen = -1;
    for (const candidate of byWord.get(name[name.length - 1]!) ?? []) {
      const words = full[candidate]!.name;
      if (!name.every((word) => words.includes(word))) continue;
      if (chosen < 0 || Math.abs(full[candidate]!.last - index) < Math.abs(full[chosen]!.last - index))
        chosen = candidate;
    }
    const bones = name.length > 1 ? name.map(skeleton).join(' ') : '';
    if (chosen < 0 && bones.length > 4) chosen = bySkeleton.get(bones) ?? -1;
    if (chosen < 0) {
      chosen = full.length;
      full.push({ name, key: `person:${name.join(' ')}`, last: index });
      for (const word of name) {
        const list = byWord.get(word);
        if (list) {
          if (list.length < 64) list.push(chosen);
        } else byWord.set(word, [chosen]);
      }
      if (bones.length > 4 && !bySkeleton.has(bones)) bySkeleton.set(bones, chosen);
    }
    person.keys.push(full[chosen]!.key);
  }
}

/** Everything named in the blocks of an article, dates apart. */
export function* mentionsIn(
  text: string,
  blocks: readonly Words[],
  dates: readonly (readonly Span[])[],
): Generator<number, Mention[], void> {
  const found = yield* new Names(blocks, dates).find();
  assignPeople(found);
  joinBrackets(found, blocks);
  return found
    .map((one) => {
      const words = blocks[one.block]!;
      return {
        type: one.type,
        start: words[one.from]!.start + one.cut,
        end: words[one.to - 1]!.end,
        keys: one.keys,
        ...articled(text, words, one),
      };
    })
    .sort((a, b) => a.start - b.start);
}

/** للمديرية hides the alef of the article: the name is shown with it. */
function articled(text: string, words: Words, one: Found): { name?: string } {
  const first = words[one.from]!;
  const reading = first.form.readings.find((reading) => reading.cut === one.cut && reading.definite);
  if (one.cut === 0 || !reading?.prefix.endsWith('ل') || text[first.start + one.cut] !== 'ل') return {};
  return { name: `ا${text.slice(first.start + one.cut, words[one.to - 1]!.end)}` };
}

/** An alias in brackets or marks right behind a name, and the other way round: داعش (الدولة الإسلامية). */
function joinBrackets(found: Found[], blocks: readonly Words[]): void {
  const sorted = [...found].sort((a, b) => a.block - b.block || a.from - b.from);
  for (let i = 0; i + 1 < sorted.length; i++) {
    const one = sorted[i]!;
    const two = sorted[i + 1]!;
    if (one.block !== two.block || one.type !== two.type || one.type === 'place' || two.from !== one.to + 1)
      continue;
    const words = blocks[one.block]!;
    const open = words[one.to]!.form.key;
    const close = words[two.to]?.form.key ?? '';
    if (
      (open === '(' && close === ')') ||
      (open === '«' && close === '»') ||
      (open === '"' && close === '"')
    ) {
      const key = one.keys[0];
      if (key) two.keys.push(key);
    }
  }
}
