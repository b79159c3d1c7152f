import type { Analysis, Entity } from './analysis.ts';

/** An analysis whose mentions are pairs of offsets: between two threads a hundred thousand spans would be cloned one by one. */
export type PackedAnalysis = Omit<Analysis, 'entities'> & { readonly entities: readonly PackedEntity[] };
type PackedEntity = Omit<Entity, 'mentions'> & { readonly mentions: Uint32Array };

/** An analysis as one thread gives it to another. */
export function packed({ entities, ...analysis }: Analysis): PackedAnalysis {
  const pack = ({ mentions, ...entity }: Entity): PackedEntity => ({
    ...entity,
    mentions: Uint32Array.from(mentions.flatMap(({ start, end }) => [start, end])),
  });
  return { ...analysis, entities: entities.map(pack) };
}

/** The analysis that was packed. */
export function unpacked({ entities, ...analysis }: PackedAnalysis): Analysis {
  const unpack = ({ mentions: pairs, ...entity }: PackedEntity): Entity => {
    const mentions = Array.from({ length: pairs.length / 2 }, (_, at) => ({
      start: pairs[2 * at]!,
      end: pairs[2 * at + 1]!,
    }));
    return { ...entity, mentions };
  };
  return { ...analysis, entities: entities.map(unpack) };
}
