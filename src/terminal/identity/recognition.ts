// Which terminal this is, and what stands between it and us: a multiplexer, an editor's terminal. What is answered beats
// the environment, and the variables of an inner program beat those that have leaked into it from an outer one.
import type { ModelName } from '../output/model.ts';
import type { Evidence, Variables } from './evidence.ts';
import { nameOf, noReplies } from './replies.ts';
import type { Terminal } from './terminal.ts';
import { terminals, unknownTerminal } from './terminals.ts';

/** A terminal, and by what it was recognized. */
export interface Found {
  readonly terminal: Terminal;
  readonly reason: string;
}

/** Which terminal it is, which model it needs, and what stands between it and us. */
export interface Recognized {
  readonly found: Found | undefined;
  readonly needs: ModelName;
  readonly multiplexer?: string;
  /** The terminal around an editor, if that is known. */
  readonly around?: Found | undefined;
}

/** Finds out which terminal this is: the program that is nearest to us first, then answers, then the environment. */
export function recognized(evidence: Evidence): Recognized {
  const multiplexer = multiplexerOf(evidence);
  if (multiplexer !== undefined) {
    const found = inside(multiplexer, evidence);
    const { model, insideMultiplexer } = found?.terminal ?? unknownTerminal;
    return { found, multiplexer, needs: insideMultiplexer ?? model };
  }
  const editor = editorOf(evidence);
  if (editor !== undefined) {
    const { insideEditor, model } = editor.terminal;
    const around = insideEditor === undefined ? hinted('the editor', evidence.environment) : undefined;
    return { found: editor, around, needs: insideEditor ?? around?.terminal.insideEditor ?? model };
  }
  const found = byReplies(evidence) ?? byEnvironment(evidence);
  return { found, needs: found?.terminal.model ?? unknownTerminal.model };
}

/** The program between us and the terminal that passes on what is written, if there is one. */
function multiplexerOf(evidence: Evidence): string | undefined {
  const { environment, replies = noReplies } = evidence;
  const { TERM: term = '' } = environment;
  if (/^tmux\b/.test(replies.version ?? '')) return 'tmux';
  if (/^>83;/.test(replies.secondary ?? '')) return 'screen';
  // Ghostty has the same DA2, and names itself.
  const isNameless = evidence.complete && replies.version === undefined;
  if (isNameless && replies.secondary === '>1;10;0c' && replies.primary === '?62c') return 'mosh';
  // An editor inside a multiplexer sets another TERM and leaves the rest as it was.
  if (!/^(?:tmux|screen)/.test(term) && editorOf(evidence) !== undefined) return undefined;
  if (environment.TMUX || environment.TERM_PROGRAM === 'tmux' || /^tmux/.test(term)) return 'tmux';
  if (environment.ZELLIJ !== undefined) return 'zellij';
  if (environment.STY || /^screen/.test(term)) return 'screen';
  return undefined;
}

/** The editor whose terminal this is, if no answer and no TERM speaks against it. */
function editorOf(evidence: Evidence): Found | undefined {
  const { environment, replies = noReplies } = evidence;
  const { TERM: term = '' } = environment;
  const { version, secondary, bidirectional = 0, terminfo } = replies;
  const editors = terminals.filter(({ editor }) => editor);
  for (const terminal of editors)
    if (version !== undefined && terminal.answers?.version?.test(version))
      return { terminal, reason: `answered XTVERSION with ${version}` };
  if (version !== undefined || bidirectional > 0 || terminfo !== undefined) return undefined;
  const others = terminals.filter(({ editor }) => !editor);
  if (others.some(({ environment }) => environment?.term?.test(term))) return undefined;
  if (secondary !== undefined && others.some(({ answers }) => answers?.secondary?.test(secondary)))
    return undefined;
  for (const terminal of editors)
    if (terminal.environment?.term?.test(term)) return { terminal, reason: `TERM=${term}` };
  for (const terminal of editors) {
    const reason = byVariable(terminal, environment);
    if (reason) return { terminal, reason };
  }
  for (const terminal of editors)
    if (secondary !== undefined && terminal.answers?.secondary?.test(secondary))
      return { terminal, reason: `answered DA2 with ${secondary}` };
  return undefined;
}

/**
 * A name for this kind of terminal under which a choice is kept: what it calls itself, without its version, else what
 * the environment calls it, and what stands between.
 */
export function terminalKey(evidence: Evidence): string {
  const { environment, replies = noReplies } = evidence;
  const multiplexer = multiplexerOf(evidence);
  if (multiplexer !== undefined) return `${multiplexer}: ${environment.TERM ?? ''}`;
  const editor = editorOf(evidence);
  if (editor !== undefined) return editor.terminal.name;
  const named = nameOf(replies) ?? replies.terminfo ?? environment.TERM_PROGRAM;
  return named ?? (replies.secondary && `DA2 ${replies.secondary}`) ?? environment.TERM ?? 'unknown';
}

/** The terminal that a multiplexer is in, by what tmux says, else by variables of it that reach us. */
function inside(multiplexer: string, evidence: Evidence): Found | undefined {
  const outer = evidence.outer?.trim() ?? '';
  const name = outer.split(' ').at(-1) ?? '';
  for (const terminal of terminals)
    if (terminal.answers?.version?.test(outer))
      return { terminal, reason: `${multiplexer} says that it is in ${outer}` };
  for (const terminal of terminals)
    if (terminal.environment?.term?.test(name))
      return { terminal, reason: `${multiplexer} says that its terminal's TERM is ${name}` };
  return hinted(multiplexer, evidence.environment);
}

/** The terminal around a program that draws on it, by variables that it lets through. No more than hints. */
function hinted(by: string, environment: Variables): Found | undefined {
  for (const name of hints) {
    const terminal = terminals.find((one) => one.name === name)!;
    const reason = byVariable(terminal, environment);
    if (reason) return { terminal, reason: `${reason}, a hint that ${by} lets through` };
  }
  return undefined;
}

// Those that a marked row would be wrong in come first. The program may have been started elsewhere.
const hints = ['iTerm2 3.7', 'Konsole', 'kitty', 'VTE'];

function byReplies({ replies = noReplies, environment }: Evidence): Found | undefined {
  const { version, bidirectional = 0, terminfo, secondary } = replies;
  for (const terminal of terminals)
    if (version !== undefined && terminal.answers?.version?.test(version))
      return { terminal, reason: `answered XTVERSION with ${version}` };
  for (const terminal of terminals)
    if (terminal.answers?.bidirectional && bidirectional >= 1 && bidirectional <= 4)
      return { terminal, reason: `answered DECRQM 8 with ${bidirectional}: it can be told not to reorder` };
  for (const terminal of terminals)
    if (terminfo !== undefined && terminal.answers?.terminfo?.test(terminfo))
      return { terminal, reason: `answered XTGETTCAP TN with ${terminfo}` };
  // Whoever names itself is not to be recognized by a number that others use as well.
  if (version !== undefined || secondary === undefined) return undefined;
  for (const terminal of terminals) {
    // A terminal with the core of another answers as that one, and says by its variables that it is not.
    const { inner, editor, answers } = terminal;
    const reason = inner && !editor && !answers && byProgramOrVariable(terminal, environment);
    if (reason) return { terminal, reason };
  }
  for (const terminal of terminals)
    if (terminal.answers?.secondary?.test(secondary))
      return { terminal, reason: `answered DA2 with ${secondary}` };
  return undefined;
}

function byEnvironment(evidence: Evidence): Found | undefined {
  const { environment } = evidence;
  const { TERM: term = '' } = environment;
  for (const terminal of terminals)
    if (terminal.environment?.term?.test(term)) return { terminal, reason: `TERM=${term}` };
  // Every terminal sets TERM; the rest comes through from the terminal that this one was started in.
  const candidates = terminals.filter((terminal) => !terminal.editor && !contradicted(terminal, evidence));
  for (const terminal of candidates) {
    const reason = terminal.inner && byProgramOrVariable(terminal, environment);
    if (reason) return { terminal, reason };
  }
  for (const terminal of candidates) {
    const reason = byProgram(terminal, environment);
    if (reason) return { terminal, reason };
  }
  for (const terminal of candidates) {
    const reason = byVariable(terminal, environment);
    if (reason) return { terminal, reason };
  }
  return undefined;
}

function byProgramOrVariable(terminal: Terminal, environment: Variables): string | undefined {
  return byProgram(terminal, environment) ?? byVariable(terminal, environment);
}

function byProgram({ environment: own }: Terminal, environment: Variables): string | undefined {
  const { TERM_PROGRAM: program, TERM_PROGRAM_VERSION: version = '' } = environment;
  if (program === undefined || own?.program !== program) return undefined;
  if (own.programVersion === undefined) return `TERM_PROGRAM=${program}`;
  return own.programVersion.test(version) ? `TERM_PROGRAM=${program}, version ${version}` : undefined;
}

function byVariable({ environment: own }: Terminal, environment: Variables): string | undefined {
  for (const [name, pattern] of Object.entries(own?.variables ?? {})) {
    const value = environment[name];
    if (value && pattern.test(value)) return `${name}=${value}`;
  }
  return undefined;
}

/**
 * Whether the terminal has answered, but not as this one does: then its variables have come from a terminal that
 * this one was started in.
 */
function contradicted(terminal: Terminal, evidence: Evidence): boolean {
  if (!evidence.complete) return false;
  const { version, bidirectional, terminfo, secondary } = terminal.answers ?? {};
  return [version, bidirectional, terminfo, secondary].some((answer) => answer !== undefined);
}
