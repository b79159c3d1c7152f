// What the user writes beside the text: a note on a paragraph or on what was selected.
import type { Span } from '../../text/span.ts';

export interface Note {
  readonly span: Span;
  readonly text: string;
}

/**
 * Notes by a name that no other has; null for one that was removed, so that another program that still has it does not
 * bring it back.
 */
export type Notes = Readonly<Record<string, Note | null>>;

/** The notes that there are, in the order of the text. */
export function notesInOrder(notes: Notes): readonly Note[] {
  return Object.values(notes)
    .filter((note) => note !== null)
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** The name of the note at a stretch: the very same one, else the first that touches it; undefined where there is none. */
export function noteAt(notes: Notes, { start, end }: Span): string | undefined {
  const there = Object.entries(notes).filter(
    (entry): entry is [string, Note] =>
      entry[1] !== null && entry[1].span.start < end && entry[1].span.end > start,
  );
  const same = there.find(([, { span }]) => span.start === start && span.end === end);
  return (same ?? there.sort((a, b) => a[1].span.start - b[1].span.start)[0])?.[0];
}

/** The notes with one written, changed or, where its text is empty, removed. */
export function withNote(notes: Notes, name: string | undefined, { span, text }: Note): Notes {
  if (name !== undefined) {
    const known = notes[name]!;
    return { ...notes, [name]: text === '' ? null : { ...known, text } };
  }
  if (text === '') return notes;
  let fresh = `${span.start}-${span.end}`;
  while (Object.hasOwn(notes, fresh)) fresh += '+';
  return { ...notes, [fresh]: { span, text } };
}
