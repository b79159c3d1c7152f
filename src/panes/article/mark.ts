import { jumpTo } from '../../reader/state/movement.ts';
import type { ReaderState } from '../../reader/state/state.ts';

/** Sets the mark that was waiting for its name, or goes to it. */
export function nameMark(state: ReaderState, name: string): ReaderState {
  const { naming, marks, place } = state;
  const named = { ...state, naming: null };
  if (naming === 'setMark')
    return { ...named, marks: { ...marks, [name]: place }, notice: { key: 'markSet', name } };
  if (!Object.hasOwn(marks, name)) return { ...named, notice: { key: 'noSuchMark', name } };
  const { offset } = marks[name]!;
  return jumpTo(named, { start: offset, end: offset + 1 });
}
