import type { Span } from '../../text/span.ts';
import type { Entity, EntityType } from '../analysis.ts';

/** Somebody or something named at one place, as a language found it. */
export interface Mention extends Span {
  readonly type: EntityType;
  /** Mentions of one type that share a key are one entity. Never empty. */
  readonly keys: readonly string[];
  /** The name as it should be shown; the words of the text where it is left out. */
  readonly name?: string;
  readonly iso?: string;
}

/**
 * Joins mentions into entities, in the order of the text. The name is the fullest form that the article uses:
 * the most words, then the earliest.
 */
export function entitiesOf(text: string, mentions: readonly Mention[]): Entity[] {
  const parents = mentions.map((_, index) => index);
  const root = (index: number): number => {
    let at = index;
    while (parents[at] !== at) {
      parents[at] = parents[parents[at]!]!;
      at = parents[at]!;
    }
    return at;
  };
  const firstOf = { person: new Map(), organization: new Map(), place: new Map(), date: new Map() } as Record<
    EntityType,
    Map<string, number>
  >;
  mentions.forEach((mention, index) => {
    const first = firstOf[mention.type];
    for (const key of mention.keys) {
      const known = first.get(key);
      if (known === undefined) first.set(key, index);
      else {
        const one = root(known);
        const other = root(index);
        parents[Math.max(one, other)] = Math.min(one, other);
      }
    }
  });
  const groups = new Map<number, Mention[]>();
  mentions.forEach((mention, index) => {
    const group = groups.get(root(index));
    if (group) group.push(mention);
    else groups.set(root(index), [mention]);
  });
  return [...groups.values()]
    .map((group) => entityOf(text, group))
    .sort((a, b) => a.mentions[0]!.start - b.mentions[0]!.start);
}

/** Letters of Arabic and Latin with single blanks between them: most names, which are shown as they stand. */
const plain = /^[\u0621-\u063a\u0641-\u064aA-Za-z]+(?: [\u0621-\u063a\u0641-\u064aA-Za-z]+)*$/;

/** Where its letters may stand: asked first, since what knows them by name takes V8 long to compile. */
const hebrew = /[\u0590-\u05ff\ufb1d-\ufb4f]/;

/** Quotation marks around a part of a name are no part of how it is shown. */
function shown(text: string, mention: Mention): string {
  const written = mention.name ?? text.slice(mention.start, mention.end);
  if (plain.test(written)) return written;
  // Gershayim inside a word are letters: בית"ר.
  const bare = hebrew.test(written)
    ? written.replace(/(?<!\p{Script=Hebrew})["“”]|["“”](?!\p{Script=Hebrew})/gu, '')
    : written.replace(/["“”]/g, '');
  return bare
    .replace(/[«»„‟\u0640\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The form of most words among those that hold the commonest one, so that a rare long alias does not win. */
function fullest(forms: readonly string[], uses: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const form of uses) counts.set(form, (counts.get(form) ?? 0) + 1);
  let common = forms[0] ?? '';
  for (const form of forms) if (counts.get(form)! > counts.get(common)!) common = form;
  const words = (form: string) => form.split(' ');
  let name = common;
  for (const form of forms)
    if (words(form).length > words(name).length && words(common).every((word) => words(form).includes(word)))
      name = form;
  return name;
}

function entityOf(text: string, group: readonly Mention[]): Entity {
  const ordered = [...group].sort((a, b) => a.start - b.start);
  const uses = ordered.map((mention) => shown(text, mention));
  const forms = [...new Set(uses)].filter((form) => form !== '');
  const name = fullest(forms, uses);
  const iso = ordered.find((mention) => mention.iso)?.iso;
  return {
    type: ordered[0]!.type,
    name,
    aliases: forms.filter((form) => form !== name),
    ...(iso ? { iso } : {}),
    mentions: ordered.map(({ start, end }) => ({ start, end })),
  };
}
