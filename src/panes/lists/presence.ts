// What the library has of the person whose page is open: a line of that page that leads there.
import type { ReaderState } from '../../reader/state/state.ts';
import { words } from '../../reader/words/words.ts';
import { shares } from '../../store/library/people/months.ts';
import type { Entry } from './entry.ts';

/** The name of the person whose page is open; null for pages of other names, and where none is open. */
export function personOfPage({ analysis, sidebar }: ReaderState): string | null {
  if (sidebar.tab !== 'entities' || sidebar.entity === null) return null;
  const entity = analysis?.entities[sidebar.entity];
  return entity?.type === 'person' ? entity.name : null;
}

/**
 * The line that tells in how many articles of the library the person is, and when: in which months between the first and the last
 * stands beside it as a small line. Null if it is not known.
 */
export function presenceEntry(state: ReaderState): Entry | null {
  const { presence, analysis, sidebar, preferences } = state;
  const name = personOfPage(state);
  if (!presence || presence.name !== name) return null;
  const say = words(preferences);
  const { articles, first, last, months } = presence;
  return {
    lines: [
      { text: say.library, role: 'strong', more: say.inArticles(articles), where: shares(months) },
      ...(first !== null && last !== null
        ? [
            {
              text: say.firstAndLast(say.date(first), say.date(last)),
              role: 'soft',
            } as const,
          ]
        : []),
    ],
    // While the cursor is on it the page shows where the article first names them.
    target: analysis!.entities[sidebar.entity!]!.mentions[0]!,
    person: name,
  };
}
