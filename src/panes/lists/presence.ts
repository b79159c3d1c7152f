// What the library has of the name whose page is open: a line of that page that leads there.
import type { ReaderState } from '../../reader/state/state.ts';
import { words } from '../../reader/words/words.ts';
import { shares } from '../../store/library/people/months.ts';
import type { LibraryName } from '../../store/library/people/person.ts';
import type { Entry } from './entry.ts';

/** The name whose page is open; null for the page of a date, and where none is open. */
export function nameOfPage({ analysis, sidebar }: ReaderState): LibraryName | null {
  if (sidebar.tab !== 'entities' || sidebar.entity === null) return null;
  const entity = analysis?.entities[sidebar.entity];
  return entity && entity.type !== 'date' ? { kind: entity.type, name: entity.name } : null;
}

/** Whether two names are one; a person and a place are two, whatever they are called. */
export function isSameName(one: LibraryName | null, other: LibraryName | null): boolean {
  return one?.kind === other?.kind && one?.name === other?.name;
}

/**
 * The line that tells in how many articles of the library the name is, and when: in which months between the first and the last
 * stands beside it as a small line. Null if it is not known.
 */
export function presenceEntry(state: ReaderState): Entry | null {
  const { presence, analysis, sidebar, preferences } = state;
  const known = nameOfPage(state);
  if (!presence || !known || !isSameName(presence.of, known)) return null;
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
    // While the cursor is on it the page shows where the article first names it.
    target: analysis!.entities[sidebar.entity!]!.mentions[0]!,
    known,
  };
}
