import type { Word } from '../../common/words.ts';
import { isOffice } from '../names/people.ts';
import type { Form } from '../words/forms.ts';
import { Sort } from '../words/lexicon.ts';
import type { NamedAt, Passage } from './sentence.ts';

/**
 * رئيس الشركة، المهندس فهد الخنيني،: the person behind a comma, an honorific passed over. `closed` asks for a form of
 * address and a comma behind the name too, as which it explains any noun (معدة الدراسة، الدكتورة فلانة،).
 */
export function apposed(passage: Passage, named: NamedAt, at: number, closed = false): string | undefined {
  const { words } = passage;
  if (closed) {
    const name = named.get(at + 2);
    const fits =
      /^[،,]$/.test(words[at]?.form.key ?? '') &&
      words[at + 1]!.form.sorts & Sort.honorific &&
      name?.entity.type === 'person' &&
      /^[،,]$/.test(words[name.to]?.form.key ?? '،');
    return fits ? name.entity.name : undefined;
  }
  const next = named.get(at);
  if (next?.entity.type === 'person' && next.mention.start === words[at]!.start) return next.entity.name;
  if (/^(?:في|من|لدي|ب|باسم)$/.test(words[at]?.form.key ?? '')) {
    // الخبيرة في أسواق السلع لدى بنك كذا إيلين دوبوا: the name closes the phrase.
    for (let next = at + 1; next <= at + 8 && words[next]; next++) {
      const name = named.get(next);
      if (name?.entity.type === 'person')
        return isOffice(words[next - 1]!) ||
          words[next - 1]!.form.sorts & Sort.grammar ||
          name.mention.start > words[next]!.start
          ? undefined
          : name.entity.name;
      const { form, kind } = words[next]!;
      if (
        (kind === 'punctuation' && !/[«»"“”]/.test(form.key)) ||
        form.particle >= 0 ||
        form.reports.some((one) => one.form.verb.says && one.form.shape === 'past')
      )
        return undefined;
    }
    return undefined;
  }
  if (!/^[،,]$/.test(words[at]?.form.key ?? '')) return undefined;
  for (let next = at + 1; next <= at + 3; next++) {
    const name = named.get(next);
    if (name)
      return name.entity.type === 'person' && !/^و/.test(words[next]!.form.key)
        ? name.entity.name
        : undefined;
    if (
      !words[next] ||
      !(words[next]!.form.sorts & (Sort.honorific | Sort.office | Sort.nationality | Sort.quality))
    )
      return undefined;
  }
  return undefined;
}

/** المدير التنفيذي للشركة التي تنتج الرقعة، فلان،: the name between commas behind a relative clause. */
export function behindRelative(passage: Passage, named: NamedAt, at: number): string | undefined {
  const { words } = passage;
  if (!/^(?:الذي|التي)$/.test(words[at]?.form.key ?? '')) return undefined;
  for (let next = at + 1; next <= at + 9 && words[next]; next++) {
    if (words[next]!.form.particle >= 0) return undefined;
    if (!/^[،,]$/.test(words[next]!.form.key)) continue;
    const name = named.get(next + 1);
    return name?.entity.type === 'person' && /^[،,]$/.test(words[name.to]?.form.key ?? '')
      ? apposed(passage, named, next)
      : undefined;
  }
  return undefined;
}

/** المعدة الرئيسية للدراسة الطبيبة الكينية فلانة: the name that ends what belongs to a definite role. */
export function behindRole(passage: Passage, named: NamedAt, at: number): string | undefined {
  const { words } = passage;
  if (!/^لل/.test(words[at]?.form.key ?? '')) return undefined;
  for (let next = at + 1; next <= at + 8 && words[next]; next++) {
    const name = named.get(next);
    const { form, kind } = words[next]!;
    if (name?.entity.type === 'person')
      return name.mention.start === words[next]!.start && words[next - 1]!.form.definite
        ? name.entity.name
        : undefined;
    if (name) {
      next = name.to - 1;
      continue;
    }
    if (kind !== 'word' || form.particle >= 0 || !form.definite) return undefined;
  }
  return undefined;
}

/** An indefinite adjective in ي, as unnamed speakers have it: قضائي, غربي. */
export function isAdjective(word: Word<Form> | undefined): boolean {
  return (
    word?.kind === 'word' &&
    /...ية?$/.test(word.form.key) &&
    !word.form.definite &&
    !(word.form.sorts & (Sort.grammar | Sort.given | Sort.office)) &&
    word.form.reports.length === 0
  );
}
