// What one article has of the people, organizations and places that it names: worked out from its analysis without a
// database, so that a worker can do it.
import type { Analysis, Entity } from '../../../analysis/analysis.ts';
import { oneLine } from '../../../article/model/one-line.ts';
import { fold } from '../../../text/folding.ts';
import type { Span } from '../../../text/span.ts';
import { indexed } from '../readings.ts';
import { nameKey, partsOf } from './name-key.ts';

/** What was counted of a person in one article. */
export interface Tally {
  readonly name: string;
  quotes: number;
  mentions: number;
  span: Span;
  /** What the article calls them: «وزير الخارجية العراقي». */
  readonly offices: readonly string[];
}

/** An organization or a place in one article. */
export interface Naming {
  readonly kind: 'organization' | 'place';
  readonly name: string;
  readonly mentions: number;
  /** The first mention. */
  readonly span: Span;
}

/** Names whose keys are kept: the same come again, article after article. */
const mostKeys = 4096;

/** A key of names that is worked out once for each, as long as not too many others come between. */
function keptKey(key: (name: string) => string): (name: string) => string {
  const keys = new Map<string, string>();
  return (name) => {
    let known = keys.get(name);
    if (known === undefined) {
      if (keys.size === mostKeys) keys.clear();
      known = key(name);
      keys.set(name, known);
    }
    return known;
  };
}

/** One key for all spellings of a name that people take for the same. */
export const keyOf = keptKey((name) => indexed(fold(name, 2).text.trim()));

/** The key of an organization or a place; looser than `keyOf`: «بيت آل سعود» and «بيت السعود» are one. */
export const thingKey = keptKey((name) => indexed(nameKey(partsOf(name))));

/**
 * The persons that an article names and everybody else whom it quotes by name. Who is only described (مصدر أمني) is
 * nobody to be looked for.
 */
export function talliesIn({ quotes, entities }: Analysis): Tally[] {
  const named = new Map<string, Entity>();
  for (const entity of entities) {
    if (entity.type === 'date') continue;
    for (const name of [entity.name, ...entity.aliases]) if (!named.has(name)) named.set(name, entity);
  }
  const described = new Set(
    quotes.filter(({ reason }) => reason === 'unnamed').map(({ speaker }) => speaker),
  );
  const found = new Map<string, Tally>();
  const tallyOf = (name: string, span: Span, offices: readonly string[] = []): Tally => {
    const key = keyOf(name);
    const tally = found.get(key) ?? { name: oneLine(name), quotes: 0, mentions: 0, span, offices };
    if (key !== '') found.set(key, tally);
    return tally;
  };
  const speaking = new Set<Entity>();
  for (const { speaker, span } of quotes) {
    if (speaker === null) continue;
    const entity = named.get(speaker);
    if (!entity && described.has(speaker)) continue;
    if (entity) speaking.add(entity);
    tallyOf(entity?.name ?? speaker, span, entity && officesOf(entity)).quotes++;
  }
  for (const entity of entities) {
    if (entity.type !== 'person' && !speaking.has(entity)) continue;
    tallyOf(entity.name, entity.mentions[0]!, officesOf(entity)).mentions += entity.mentions.length;
  }
  return [...found.values()];
}

function officesOf(entity: Entity): string[] {
  const { roles = [] } = entity as Entity & { roles?: readonly { text: string }[] };
  return [...new Set(roles.map(({ text }) => oneLine(text)))];
}

/** The organizations and places that an article names. */
export function namingsIn({ entities }: Analysis): Naming[] {
  const found = new Map<string, Naming>();
  for (const { type, name, mentions } of entities) {
    if (type !== 'organization' && type !== 'place') continue;
    const key = `${type} ${thingKey(name)}`;
    const known = found.get(key);
    const count = mentions.length + (known?.mentions ?? 0);
    found.set(key, {
      kind: type,
      name: known?.name ?? oneLine(name),
      mentions: count,
      span: known?.span ?? mentions[0]!,
    });
  }
  return [...found.values()];
}
