import type { Command } from '../../reader/state/command.ts';
import { edited, type Line, typedInto } from '../../reader/state/line-edit.ts';
import type { ReaderState } from '../../reader/state/state.ts';
import type { Step } from '../../reader/state/step.ts';
import { lastHelpRow } from './lines.ts';

/** Help with what is looked for in it, from its first line. */
function sought(state: ReaderState, line: Line): ReaderState {
  return { ...state, help: 0, helpQuery: { line, isTyping: true } };
}

/** What a command does that is about help; null for others. */
export function reduceHelp(state: ReaderState, command: Command): Step | null {
  const { help, helpQuery } = state;
  const typing = help !== null && helpQuery?.isTyping ? helpQuery : null;
  switch (command.type) {
    case 'help':
      return { state: { ...state, help: help === null ? 0 : null, helpQuery: null } };
    case 'scrollHelp': {
      const row = Math.max(0, Math.min((help ?? 0) + command.by, lastHelpRow(state)));
      return { state: { ...state, help: row } };
    }
    case 'leave':
      if (help === null) return null;
      // What was looked for is left first.
      return { state: { ...state, help: helpQuery ? 0 : null, helpQuery: null } };
    case 'prompt':
      return help === null ? null : { state: sought(state, { text: '', caret: 0 }) };
    case 'promptText':
      return typing ? { state: sought(state, typedInto(typing.line, command.text)) } : null;
    case 'promptEdit': {
      if (!typing) return null;
      // Erasing nothing leaves the prompt, as it does elsewhere.
      if (command.edit === 'erase' && typing.line.text === '')
        return { state: { ...state, helpQuery: null } };
      return { state: sought(state, edited(typing.line, command.edit)) };
    }
    case 'promptDone':
      return typing ? { state: { ...state, helpQuery: { ...typing, isTyping: false } } } : null;
    default:
      return null;
  }
}
