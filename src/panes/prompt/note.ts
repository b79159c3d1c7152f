// Writing a note: the prompt that it is typed in, and what Enter makes of it.
import type { Command } from '../../reader/state/command.ts';
import { edited, typedInto } from '../../reader/state/line-edit.ts';
import { noteAt, withNote } from '../../reader/state/notes.ts';
import type { ReaderState } from '../../reader/state/state.ts';
import type { Span } from '../../text/span.ts';
import { meant } from '../article/copy.ts';

/** What a command does to the note that is being written, or to begin one; null for others. */
export function reduceNote(state: ReaderState, command: Command): ReaderState | null {
  if (command.type === 'note') return begin(state);
  const { noting } = state;
  if (!noting) return null;
  switch (command.type) {
    case 'promptText':
      return { ...state, noting: { ...noting, line: typedInto(noting.line, command.text) } };
    case 'promptEdit': {
      // Erasing nothing leaves the prompt, as in a search; there is no history of notes.
      if (command.edit === 'erase' && noting.line.text === '') return { ...state, noting: null };
      return { ...state, noting: { ...noting, line: edited(noting.line, command.edit) } };
    }
    case 'promptDone':
      return finish(state);
    case 'leave':
      return { ...state, noting: null };
    default:
      return null;
  }
}

/** Opens the prompt on the note of what is meant, to be changed, or on a new one. */
function begin(state: ReaderState): ReaderState {
  const span = spanOfNote(state);
  if (!span) return state;
  const name = noteAt(state.notes, span);
  const text = name === undefined ? '' : (state.notes[name]?.text ?? '');
  return { ...state, focus: 'article', noting: { line: { text, caret: text.length }, span, name } };
}

/** What a note is about: what is selected, the chosen quote where one is at it, else the paragraph. */
function spanOfNote(state: ReaderState): Span | undefined {
  return meant(state).span;
}

function finish(state: ReaderState): ReaderState {
  const { noting, notes } = state;
  if (!noting) return state;
  const text = noting.line.text.trim();
  const written = withNote(notes, noting.name, { span: noting.span, text });
  const notice = text !== '' ? 'noted' : noting.name === undefined ? null : 'noteRemoved';
  return {
    ...state,
    noting: null,
    selection: null,
    notes: written,
    notice: notice && { key: notice },
  };
}
