import type { Word } from '../../common/words.ts';
import type { Form } from '../words/forms.ts';
import { isCommon, Sort, sortsOf } from '../words/lexicon.ts';
import { locating } from './announced.ts';
import type { Found } from './found.ts';
import { korean } from './joints.ts';
import { NamedPeople } from './named-people.ts';
import { isOffice, isSaying } from './people.ts';

type Words = readonly Word<Form>[];

/** Finds the later, shorter forms of names. */
export class ShortNames extends NamedPeople {
  /** Later mentions by a family name, a given name, a proper name without its head. */
  protected propagate(): void {
    const shorts = new Map<
      string,
      { words: string[]; type: Found['type']; keys: string[]; person: boolean; weak: boolean }[]
    >();
    const seen = new Set<string>();
    const put = (name: readonly string[], type: Found['type'], keys: string[], weak = false) => {
      const first = name[0];
      if (!first || first.length < 2 || name.join('').length < 2) return;
      const key = `${type} ${name.join(' ')}`;
      if (seen.has(key)) return;
      seen.add(key);
      const list = shorts.get(first) ?? [];
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
        // كيم غادر: names of East Asia begin with the family's.
        put(name.slice(0, 1), 'person', [], name.length < 3 || !korean.test(name[0]!));
        // غنت سعاد ماسي: the whole name too, where nothing else tells that a name begins.
        if (name.length > 1) put(name, 'person', []);
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

  /** مالي, عمان: a country of an ordinary word's letters that stood for sure somewhere, where no noun makes it an adjective. */
  protected again(): void {
    const sure = new Map<string, string>();
    for (const { type, block, from, to, cut, keys } of this.found) {
      const word = this.blocks[block]![from]!;
      if (type !== 'place' || to - from !== 1 || !word.form.common || !keys[0]?.startsWith('place:'))
        continue;
      const reading = word.form.readings.find((one) => one.cut === cut);
      if (reading) sure.set(reading.stem, keys[0]);
    }
    if (sure.size === 0) return;
    this.blocks.forEach((words, block) => {
      for (const [at, word] of words.entries()) {
        const key = sure.get(word.form.key);
        if (!key || this.taken[block]![at] !== 0 || words[at + 1]?.form.definite) continue;
        const before = words[at - 1];
        const apart =
          !before ||
          before.kind === 'punctuation' ||
          before.form.particle >= 0 ||
          /^[وف]?(?:ت[^ا].{1,4}|كانت|باتت|ليست|بين|عن|من|مع|علي)$/.test(before.form.key);
        if (apart) this.add({ type: 'place', block, from: at, to: at + 1, cut: 0, keys: [key] });
      }
    });
  }

  /** نظيرها مونتينيغرو: a place that is somebody's family name here is a place only where something says so. */
  protected familyPlaces(): void {
    const families = new Set<string>();
    for (const { type, name } of this.found)
      if (type === 'person' && name && name.length > 1) families.add(name.at(-1)!);
    for (const [index, { type, block, from, to, cut, keys }] of this.found.entries()) {
      if (type !== 'place' || to - from !== 1 || cut > 0 || !keys[0]?.startsWith('place:')) continue;
      const words = this.blocks[block]!;
      const { key } = words[from]!.form;
      const before = words[from - 1];
      if (!families.has(key) || !before || locating.test(before.form.key)) continue;
      if (
        isSaying(before) ||
        isOffice(before) ||
        before.form.sorts & Sort.honorific ||
        /^نظير(?:ه|ها|هم)$/.test(before.form.key)
      )
        this.found[index] = { type: 'person', block, from, to, cut, keys: [], name: [key] };
    }
  }

  protected later(
    words: Words,
    block: number,
    at: number,
    shorts: ReadonlyMap<
      string,
      { words: string[]; type: Found['type']; keys: string[]; person: boolean; weak: boolean }[]
    >,
  ): number {
    for (const reading of words[at]!.form.readings) {
      const known = shorts.get(reading.stem);
      if (!known || /س$/.test(reading.prefix) || reading.prefix === 'أو') continue;
      let best:
        | { words: string[]; type: Found['type']; keys: string[]; person: boolean; weak: boolean }
        | undefined;
      for (const one of known) {
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
  protected canBeShort(words: Words, at: number, cut: number, stem: string, weak: boolean): boolean {
    if (/^آ[ين]$/.test(words[at]!.form.spelling)) return true;
    const bare = stem.startsWith('ال') ? stem.slice(2) : stem;
    // Beside شريف القاضي the article may speak of a judge.
    if (stem !== bare && sortsOf(bare) & Sort.office && !(words[at - 1] && isSaying(words[at - 1]!)))
      return false;
    const marked =
      /^[«“"]$/.test(words[at - 1]?.form.key ?? '') && /^[»”"]$/.test(words[at + 1]?.form.key ?? '');
    // وأضاف "الشيتي"، أن: the name in marks behind its verb.
    if (marked && words[at - 2] && isSaying(words[at - 2]!)) return true;
    const before = words[at - 1];
    const after = words[at + 1];
    // وقالت خلف إنها: the only word between the verb and its clause.
    if (stem === 'خلف' && cut === 0 && (after?.form.particle ?? -1) >= 0 && before && isSaying(before))
      return true;
    if (sortsOf(stem) & Sort.grammar && cut === 0 && !/[^ى]$/.test(words[at]!.form.spelling)) return false;
    if (sortsOf(stem) & (Sort.grammar | Sort.month | Sort.weekday)) return false;
    if (/ى$/.test(words[at]!.form.spelling) && words[at]!.form.linkedSorts & Sort.grammar) return false;
    if (!isCommon(bare)) return true;
    // وليد جارنا, وشوقي: «…»: a given name where a sentence or its speech begins.
    const isName = (sortsOf(stem) & (Sort.given | Sort.family)) !== 0 && !(sortsOf(bare) & Sort.common);
    if (isName && (after?.form.key === ':' || (cut === 0 && /^[«“":]$/.test(before?.form.key ?? ''))))
      return true;
    // مع جمال عقب: a preposition before it, and the name closed.
    const closed = !after || after.kind === 'punctuation' || (after.form.sorts & Sort.grammar) !== 0;
    if (isName && cut === 0 && closed && /^(?:مع|بشان|عن|الي|لدي|ضد)$/.test(before?.form.key ?? ''))
      return true;
    if (weak) return false;
    // ولد الخوري, كان الدويري: a family name that no list holds as a word.
    if (
      stem.startsWith('ال') &&
      (isName || (/..ي$/.test(bare) && sortsOf(bare) === 0)) &&
      !(sortsOf(bare) & (Sort.nationality | Sort.quality))
    )
      return true;
    // ال on a common word: a name only right behind a verb of saying or an office, or before a verb.
    const announcedHere =
      before !== undefined &&
      (isSaying(before) ||
        acts(words, at) ||
        (before.form.sorts & Sort.honorific) !== 0 ||
        (isOffice(before) && (!stem.startsWith('ال') || /..(?:ه|ها|هم)$/.test(before.form.key))));
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

/** وبيّنت المضاحكة أن: the subject between a reporting verb and its clause. */
function acts(words: Words, at: number): boolean {
  const after = words[at + 1];
  return (
    after !== undefined &&
    (after.form.particle >= 0 || /^[،,:]$/.test(after.form.key)) &&
    words[at - 1]!.form.reports.some(
      ({ form }) => form.shape !== 'masdar' && form.person === 3 && !form.pronoun && form.verb.takesClause,
    )
  );
}

function isDivineRest(name: readonly string[], from: number): boolean {
  return name[from - 1] === 'عبد' || sortsOf(name[from - 1]!) === Sort.particle;
}
