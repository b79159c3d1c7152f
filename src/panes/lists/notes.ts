// The notes and marks of the user, as entries of a list, in the order of the text.
import { notesInOrder } from '../../reader/state/notes.ts';
import type { ReaderState } from '../../reader/state/state.ts';
import type { Entry } from './entry.ts';
import { oneLine } from './one-line.ts';

/** A note over the words that it is about; a mark's letter over the words there. */
export function noteEntries({ article, marks, notes }: ReaderState): Entry[] {
  const { text, blocks } = article;
  const noted = notesInOrder(notes).map(({ span, text: written }) => ({ span, name: written }));
  const marked = Object.entries(marks).map(([name, { block, offset }]) => ({
    span: { start: offset, end: blocks[block]?.span.end ?? offset },
    name,
  }));
  return [...noted, ...marked]
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ span, name }) => ({
      lines: [
        { text: name, role: 'strong' },
        { text: oneLine(text, span), role: 'soft' },
      ],
      target: span,
      wraps: true,
    }));
}
