import type { Ground } from '../models/style-split.ts';
import type { ColorDepth } from '../output/color.ts';
import type { ModelName } from '../output/model.ts';
import type { Color } from '../output/style.ts';
import { noReplies, type Replies } from './replies.ts';
import { type Terminal, terminals, unknownTerminal } from './terminals.ts';

/** Variables of the environment. */
export type Variables = Readonly<Record<string, string | undefined>>;

/** The model somebody chose, and where: `--terminal`, `MAQAL_TERMINAL`, the configuration, calibration. */
export interface Choice {
  readonly model: ModelName;
  readonly by: string;
}

/** All that tells which terminal this is. */
export interface Evidence {
  readonly environment: Variables;
  readonly choice?: Choice;
  /** What calibration found, by `terminalKey`. */
  readonly calibrated?: Readonly<Record<string, ModelName>>;
  readonly replies?: Replies;
  /** Whether the terminal has answered all it will: the answer to the last question came. */
  readonly complete?: boolean;
  /** What tmux says of the terminal it is in: `#{client_termtype} #{client_termname}`. */
  readonly outer?: string;
  /** What tmux takes that terminal to be capable of: `#{client_termfeatures}`, empty before tmux 3.2. */
  readonly outerFeatures?: string;
}

/** What the terminal is taken for. */
export interface Detection {
  readonly terminal: Terminal;
  readonly model: ModelName;
  /** The model for what is printed and stays when the program has ended. */
  readonly printed: ModelName;
  /** Whether marks over letters are shown unless the reader says otherwise. */
  readonly tashkeel: 'keep' | 'hide';
  readonly colors: ColorDepth;
  readonly background: Ground;
  /** Whether this is enough to draw by. If not, an answer is worth waiting for. */
  readonly decided: boolean;
  /** What it was concluded from, in words, the deciding first. */
  readonly reasons: readonly string[];
}

/** What the evidence says: what was chosen, then what was answered, then the environment, then a safe guess. */
export function detect(evidence: Evidence): Detection {
  const { environment, replies = noReplies } = evidence;
  const picked = evidence.calibrated?.[terminalKey(evidence)];
  const choice = evidence.choice ?? (picked === undefined ? undefined : { model: picked, by: 'calibration' });
  const multiplexer = multiplexerOf(environment, replies);
  const found =
    multiplexer === undefined
      ? (byReplies(replies) ?? byEnvironment(evidence))
      : inside(multiplexer, evidence);
  const terminal = found?.terminal ?? unknownTerminal;
  const known = multiplexer === undefined ? terminal.model : (terminal.insideTmux ?? terminal.model);
  const colors = colorDepth(evidence, terminal, multiplexer);
  const background = ground(environment, replies);
  const reasons = [
    ...(choice ? [`${choice.by} says ${choice.model}`] : []),
    ...(multiplexer ? [`inside ${multiplexer}, which passes letters and marks but no modes`] : []),
    found?.reason ?? 'nothing tells which terminal it is: the model that is right in most',
    colors.reason,
    background.reason,
  ];
  return {
    terminal,
    model: choice?.model ?? known,
    printed: choice?.model ?? (multiplexer === undefined ? terminal.printed : undefined) ?? known,
    tashkeel: terminal.tashkeel,
    colors: colors.depth,
    background: background.ground,
    decided: choice !== undefined || found !== undefined,
    reasons: reasons.filter((reason) => reason !== undefined),
  };
}

interface Found {
  readonly terminal: Terminal;
  readonly reason: string;
}

/** The program between us and the terminal, if there is one. */
function multiplexerOf(environment: Variables, replies: Replies): string | undefined {
  if (environment.TMUX || /^tmux\b/.test(replies.version ?? '')) return 'tmux';
  if (environment.TERM_PROGRAM === 'tmux' || /^tmux/.test(environment.TERM ?? '')) return 'tmux';
  if (environment.ZELLIJ !== undefined) return 'zellij';
  if (environment.STY || /^screen/.test(environment.TERM ?? '')) return 'screen';
  return undefined;
}

/**
 * A name for this kind of terminal under which a choice is kept: what it calls itself, without its version, else what
 * the environment calls it, and what stands between.
 */
export function terminalKey({ environment, replies = noReplies }: Evidence): string {
  const multiplexer = multiplexerOf(environment, replies);
  const named = /^[A-Za-z][\w.-]*[A-Za-z]\d?/.exec(replies.version ?? '')?.[0] ?? replies.terminfo;
  const own = multiplexer === undefined ? (named ?? environment.TERM_PROGRAM) : undefined;
  const name = own ?? (replies.secondary && `DA2 ${replies.secondary}`) ?? environment.TERM ?? 'unknown';
  return multiplexer === undefined ? name : `${multiplexer}: ${environment.TERM ?? ''}`;
}

/** The terminal that tmux is in, by what tmux says, else by variables of it that reach us. */
function inside(multiplexer: string, evidence: Evidence): Found | undefined {
  const outer = evidence.outer?.trim() ?? '';
  const name = outer.split(' ').at(-1) ?? '';
  for (const terminal of terminals)
    if (terminal.answers?.version?.test(outer))
      return { terminal, reason: `${multiplexer} says that it is in ${outer}` };
  for (const terminal of terminals)
    if (terminal.environment?.term?.test(name))
      return { terminal, reason: `${multiplexer} says that its terminal's TERM is ${name}` };
  for (const hint of hints) {
    const terminal = terminals.find(({ name }) => name === hint)!;
    const { variable } = terminal.environment!;
    const value = variable && evidence.environment[variable];
    if (value) return { terminal, reason: `${variable}=${value}, a hint that ${multiplexer} lets through` };
  }
  return undefined;
}

// Those that a marked row would be wrong in come first. No more than hints: tmux may have been started elsewhere.
const hints = ['Konsole', 'kitty', 'VTE'];

function byReplies(replies: Replies): Found | undefined {
  const { version, bidirectional, terminfo, secondary } = replies;
  for (const terminal of terminals) {
    const { answers } = terminal;
    if (answers?.bidirectional && bidirectional !== undefined && bidirectional >= 1 && bidirectional <= 4)
      return { terminal, reason: `answered DECRQM 8 with ${bidirectional}: it can be told not to reorder` };
  }
  for (const terminal of terminals)
    if (version !== undefined && terminal.answers?.version?.test(version))
      return { terminal, reason: `answered XTVERSION with ${version}` };
  for (const terminal of terminals)
    if (terminfo !== undefined && terminal.answers?.terminfo?.test(terminfo))
      return { terminal, reason: `answered XTGETTCAP TN with ${terminfo}` };
  // Whoever names itself is not to be recognized by a number that others use as well.
  if (version !== undefined || secondary === undefined) return undefined;
  for (const terminal of terminals)
    if (terminal.answers?.secondary?.test(secondary))
      return { terminal, reason: `answered DA2 with ${secondary}` };
  return undefined;
}

function byEnvironment(evidence: Evidence): Found | undefined {
  const { environment } = evidence;
  const { TERM: term = '', TERM_PROGRAM: program } = environment;
  for (const terminal of terminals)
    if (terminal.environment?.term?.test(term)) return { terminal, reason: `TERM=${term}` };
  // Every terminal sets TERM; the rest comes through from the terminal that this one was started in.
  const candidates = terminals.filter((terminal) => !contradicted(terminal, evidence));
  for (const terminal of candidates)
    if (program !== undefined && terminal.environment?.program === program)
      return { terminal, reason: `TERM_PROGRAM=${program}` };
  for (const terminal of candidates) {
    const { variable, least = 0 } = terminal.environment ?? {};
    const value = variable && environment[variable];
    if (value && !(Number(value) < least)) return { terminal, reason: `${variable}=${value}` };
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

function colorDepth(
  { environment, outer = '', outerFeatures = '' }: Evidence,
  terminal: Terminal,
  multiplexer: string | undefined,
): { depth: ColorDepth; reason: string } {
  const { NO_COLOR: no, COLORTERM: colorTerm = '', TERM: term = '' } = environment;
  if (no) return { depth: 'none', reason: 'no colours: NO_COLOR is set' };
  if (term === 'dumb') return { depth: 'none', reason: 'no colours: TERM=dumb' };
  // tmux's own way from 24 bits to 256 colours takes the hue out of dark ones. COLORTERM comes from anywhere.
  if (multiplexer === 'tmux' && outerFeatures !== '' && !/\bRGB\b/.test(outerFeatures)) {
    if (/\b256\b/.test(outerFeatures) || /256color/.test(outer))
      return { depth: '256', reason: '256 colours: tmux says that its terminal has no more' };
  }
  if (/^(?:truecolor|24bit)$/i.test(colorTerm))
    return { depth: '24-bit', reason: `colours in 24 bits: COLORTERM=${colorTerm}` };
  if (multiplexer === 'tmux') return { depth: '24-bit', reason: 'colours in 24 bits: tmux converts them' };
  if (terminal.colors !== undefined)
    return { depth: terminal.colors, reason: `colours: ${terminal.colors}, as ${terminal.name} has` };
  if (/-direct/.test(term)) return { depth: '24-bit', reason: `colours in 24 bits: TERM=${term}` };
  if (/256color/.test(term)) return { depth: '256', reason: `256 colours: TERM=${term}` };
  return { depth: '16', reason: `16 colours: TERM=${term || '(unset)'}` };
}

function ground(environment: Variables, replies: Replies): { ground: Ground; reason?: string } {
  if (replies.background !== undefined) {
    const hex = replies.background.toString(16).padStart(6, '0');
    const kind = luminance(replies.background) < 0.5 ? 'dark' : 'light';
    return { ground: kind, reason: `${kind} background: answered OSC 11 with #${hex}` };
  }
  const value = environment.COLORFGBG;
  const index = Number(/;(\d+)$/.exec(value ?? '')?.[1] ?? Number.NaN);
  if (Number.isNaN(index)) return { ground: 'unknown' };
  // The rxvt convention: 7 is light grey and 9 to 15 are bright, the rest is dark.
  const kind = index === 7 || index > 8 ? 'light' : 'dark';
  return { ground: kind, reason: `${kind} background: COLORFGBG=${value}` };
}

/** Perceived lightness of a colour, 0 to 1 (weights of ITU-R BT.601). */
function luminance(color: Color): number {
  return (0.299 * (color >> 16) + 0.587 * ((color >> 8) & 255) + 0.114 * (color & 255)) / 255;
}
