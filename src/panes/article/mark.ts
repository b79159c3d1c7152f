import { jumpTo } from '../../reader/state/movement.ts';
import type { ReaderState } from '../../reader/state/state.ts';

/** Sets the mark that was waiting for its name, or goes to it. */
export function nameMark(state: ReaderState, name: string): ReaderState {
  const { naming, marks, place } = state;
  const named = { ...state, naming: null };
  if (naming === 'setMark' && name !== "'")
    return { ...named, marks: { ...marks, [name]: place }, notice: { key: 'markSet', name } };
  // As in vi: `''` goes to where the last jump came from, and back again.
  if (name === "'") {
    const from = state.history.at(-1);
    if (!from) return { ...named, notice: { key: 'nowhereBack' } };
    return jumpTo(
      { ...named, history: state.history.slice(0, -1) },
      { start: from.offset, end: from.offset + 1 },
    );
  }
  if (!Object.hasOwn(marks, name)) return { ...named, notice: { key: 'noSuchMark', name } };
  const { offset } = marks[name]!;
  return jumpTo(named, { start: offset, end: offset + 1 });
}
