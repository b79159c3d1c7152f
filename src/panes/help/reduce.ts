import type { Command } from '../../reader/state/command.ts';
import type { ReaderState } from '../../reader/state/state.ts';
import type { Step } from '../../reader/state/step.ts';
import { lastHelpRow } from './lines.ts';

/** What a command does that is about help; null for others. */
export function reduceHelp(state: ReaderState, command: Command): Step | null {
  const { help } = state;
  switch (command.type) {
    case 'help':
      return { state: { ...state, help: help === null ? 0 : null } };
    case 'scrollHelp': {
      const row = Math.max(0, Math.min((help ?? 0) + command.by, lastHelpRow(state)));
      return { state: { ...state, help: row } };
    }
    case 'leave':
      return help === null ? null : { state: { ...state, help: null } };
    default:
      return null;
  }
}
