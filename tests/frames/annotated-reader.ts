import path from 'node:path';
import type { Analysis, EntityType } from '../../src/analysis/analysis.ts';
import { openArticle } from '../../src/article/open.ts';
import { reduce, withAnalysis } from '../../src/panes/reducer.ts';
import type { Command } from '../../src/reader/state/command.ts';
import { openReader, type ReaderState } from '../../src/reader/state/state.ts';
import type { Size } from '../../src/terminal/session.ts';
import { annotationOf } from '../content/annotated.ts';

const types: Readonly<Record<'PER' | 'ORG' | 'LOC' | 'DATE', EntityType>> = {
  PER: 'person',
  ORG: 'organization',
  LOC: 'place',
  DATE: 'date',
};

/**
 * What a person found in an article, as an analysis: frames made from it change when the drawing does, never
 * when the analyser does. The annotation gives no reason for a speaker; whoever is named counts as the cue's subject.
 */
function annotated(file: string): Analysis {
  const { quotes, entities } = annotationOf(file);
  const span = ({ start, end }: { start: number; end: number }) => ({ start, end });
  return {
    quotes: quotes.flatMap(({ kind, start, end, speaker, speakerMention, cue }) =>
      kind === 'scare'
        ? []
        : [
            {
              kind,
              span: { start, end },
              speaker,
              speakerMention: speakerMention && span(speakerMention),
              cue: cue && span(cue),
              reason: speaker === null ? 'none' : 'subject',
            } as const,
          ],
    ),
    entities: entities
      .map(({ type, canonical, mentions, surface, iso }) => ({
        type: types[type],
        name: canonical,
        aliases: [...new Set(surface)].filter((form) => form !== canonical),
        ...(iso === undefined ? {} : { iso }),
        mentions: mentions.map(([start, end]) => ({ start, end })),
      }))
      .sort((a, b) => a.mentions[0]!.start - b.mentions[0]!.start),
  };
}

/** A reader on a bundled article with a person's annotation for its analysis, after some commands. */
export async function annotatedReader(
  name: 'ar' | 'en' | 'fa' | 'he' | 'ur',
  size: Size,
  ...commands: readonly Command[]
): Promise<ReaderState> {
  const file = path.resolve(import.meta.dirname, `../../content/${name}.md`);
  const preferences = {
    theme: 'dark',
    interface: name,
    tashkeel: 'keep',
    justify: false,
  } as const;
  const opened = openReader(await openArticle(file), size, preferences, size.columns >= 80);
  return commands.reduce(
    (state, command) => reduce(state, command).state,
    withAnalysis(opened, annotated(file)),
  );
}
