/** Stations of the police and chambers, as their towns name them; stations of the radio. */
import type { Word } from '../../common/words.ts';
import type { Form } from '../words/forms.ts';
import { knownAt } from '../words/gazetteer.ts';
import { Sort } from '../words/lexicon.ts';
import type { Phrase } from './place-phrase.ts';

type Words = readonly Word<Form>[];

/** What stationOf begins with, prefixes on. */
export const stations = new Set(
  'قسم مركز مخفر مديرية غرفة'
    .split(' ')
    .flatMap((word) => ['', 'و', 'ف', 'ب', 'ل', 'ول', 'وب'].map((prefix) => prefix + word)),
);

/** قسم شرطة العمرانية, مركز شرطة طنطا, غرفة جازان: a station of the police or a chamber, with its place. */
export function stationOf(words: Words, at: number): Phrase | undefined {
  const reading = words[at]!.form.readings.find((one) => /^(?:قسم|مركز|مخفر|مديرية|غرفة)$/.test(one.stem));
  if (!reading) return undefined;
  const chamber = reading.stem === 'غرفة';
  if (!chamber && !/^(?:شرطة|امن)$/.test(words[at + 1]?.form.key ?? '')) return undefined;
  const next = chamber ? at + 1 : at + 2;
  const place = knownAt(words, next).find((one) => one.type === 'place' && one.cut === 0);
  if (place && (!chamber || !place.doubtful))
    return { type: 'organization', cut: reading.cut, from: at, to: next + place.length };
  const name = words[next]?.form;
  const unlisted =
    name?.definite && !(name.sorts & ~Sort.family) && !(name.readings[0]!.bareSorts & Sort.common);
  return !chamber && unlisted
    ? { type: 'organization', cut: reading.cut, from: at, to: next + 1 }
    : undefined;
}

/** الجوهرة أف أم, "شمس" اف ام: stations of the radio by the letters behind their name; marks may close before the letters. */
export function radiosIn(words: Words): Phrase[] {
  const found: Phrase[] = [];
  for (let at = 1; at + 1 < words.length; at++) {
    if (words[at]!.form.key !== 'اف' || words[at + 1]!.form.key !== 'ام') continue;
    const marked = /^[»”"]$/.test(words[at - 1]!.form.key);
    let from = marked ? at - 2 : at - 1;
    const name = words[from];
    if (name?.kind !== 'word' || name.form.particle >= 0 || name.form.sorts & Sort.grammar) continue;
    if (/^(?:راديو|اذاعة)$/.test(words[from - 1]?.form.key ?? '')) from--;
    const first = words[from]!;
    const cut = first.form.readings.find((one) => one.definite && /^[وف]?[بلك]?$/.test(one.prefix))?.cut ?? 0;
    found.push({ type: 'organization', from, to: at + 2, cut });
  }
  return found;
}
