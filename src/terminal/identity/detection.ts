import type { Ground } from '../models/style-split.ts';
import type { ColorDepth } from '../output/color.ts';
import type { ModelName, Strike } from '../output/model.ts';
import type { Color } from '../output/style.ts';
import type { Evidence, Variables } from './evidence.ts';
import { recognized, terminalKey } from './recognition.ts';
import { nameOf, noReplies, type Replies } from './replies.ts';
import type { Terminal } from './terminal.ts';
import { unknownTerminal } from './terminals.ts';

/** What the terminal is taken for. */
export interface Detection {
  readonly terminal: Terminal;
  /** A name for this kind of terminal, under which a choice is kept. */
  readonly key: string;
  readonly model: ModelName;
  /** The model for what is printed and stays when the program has ended. */
  readonly printed: ModelName;
  /** Whether marks over letters are shown unless the reader says otherwise. */
  readonly tashkeel: 'keep' | 'hide';
  readonly colors: ColorDepth;
  /** Whether rows that only moved may be moved on the screen, by the terminal itself. */
  readonly movesRows: boolean;
  /** How deleted words are marked, where no line is drawn through them. */
  readonly strike: Strike | undefined;
  readonly background: Ground;
  /** Whether this is enough to draw by. If not, an answer is worth waiting for. */
  readonly decided: boolean;
  /** Whether the user may have switched off in the terminal what the model counts on, which nothing tells. */
  readonly doubtful: boolean;
  /** The models to let the user choose from, if nobody can know which reads right; else none. */
  readonly ask: readonly ModelName[];
  /** What it was concluded from, in words, the deciding first. */
  readonly reasons: readonly string[];
}

/** What the evidence says: what was chosen, then what was answered, then the environment, then a safe guess. */
export function detect(evidence: Evidence): Detection {
  const { environment, replies = noReplies } = evidence;
  const key = terminalKey(evidence);
  const picked = evidence.calibrated?.[key];
  const choice = evidence.choice ?? (picked === undefined ? undefined : { model: picked, by: 'calibration' });
  const { found, needs, multiplexer, around } = recognized(evidence);
  const terminal = found?.terminal ?? (multiplexer ? unknownTerminal : unknownNamed(replies));
  const fitting = withoutMarks(needs, terminal, replies);
  const colors = colorDepth(evidence, terminal, multiplexer);
  const background = ground(environment, replies);
  const marks = markReason(terminal, replies);
  const doubtful = choice === undefined && terminal.switchable === true;
  const reasons = [
    ...(choice ? [`${choice.by} says ${choice.model}`] : []),
    ...(multiplexer ? [`inside ${multiplexer}, which passes letters and marks but no modes`] : []),
    found?.reason ?? 'nothing tells which terminal it is: the model that is right in most',
    around?.reason,
    marks,
    doubtful
      ? 'its own reordering may be switched off in its settings, which no answer tells: then --calibrate'
      : undefined,
    colors.reason,
    background.reason,
  ];
  const isModeLost = multiplexer !== undefined || around !== undefined;
  return {
    terminal,
    key,
    model: choice?.model ?? fitting,
    printed: choice?.model ?? (isModeLost ? undefined : terminal.printed) ?? fitting,
    tashkeel: takesRoom(replies.tashkeelWidth) && !terminal.measured ? 'hide' : terminal.tashkeel,
    colors: colors.depth,
    movesRows: multiplexer ? movingMultiplexers.includes(multiplexer) : terminal.movesRows === true,
    // GNU screen knows no SGR 9.
    strike: multiplexer === 'screen' ? (terminal.strike ?? 'mark') : terminal.strike,
    background: background.ground,
    decided: choice !== undefined || found !== undefined,
    doubtful,
    ask: choice === undefined ? (terminal.ask ?? []) : [],
    reasons: reasons.filter((reason) => reason !== undefined),
  };
}

/** The unknown terminal under the name that it gives itself. */
function unknownNamed(replies: Replies): Terminal {
  const name = nameOf(replies);
  return name === undefined ? unknownTerminal : { ...unknownTerminal, name: `unknown (${name})` };
}

/** Whether what was measured in the terminal takes a cell, though it should take none. */
const takesRoom = (width: number | undefined) => width !== undefined && width > 0;

/** Those that keep a screen of their own, in which moved rows were seen right by photograph. */
const movingMultiplexers = ['tmux', 'screen', 'mosh'];

/** Models that send marks; the marks must not take room then. */
const marking: readonly ModelName[] = ['visual-lrm', 'inverse-lrm'];

/** The model, or the plain one for a terminal that gives marks a cell. What was photographed is known better. */
function withoutMarks(model: ModelName, { measured }: Terminal, { markWidth }: Replies): ModelName {
  return takesRoom(markWidth) && !measured && marking.includes(model) ? 'visual' : model;
}

function markReason({ measured, model }: Terminal, replies: Replies): string | undefined {
  if (measured) return undefined;
  if (takesRoom(replies.markWidth) && marking.includes(model))
    return `U+200E takes ${replies.markWidth} cells in it: no marks are sent`;
  if (takesRoom(replies.tashkeelWidth)) return 'a mark over a letter takes a cell in it: they are hidden';
  return undefined;
}

/** FORCE_COLOR as Node reads it (tty.WriteStream.getColorDepth): stronger than NO_COLOR. */
const forcedDepths: Readonly<Record<string, ColorDepth>> = {
  0: 'none',
  false: 'none',
  1: '16',
  true: '16',
  2: '256',
  3: '24-bit',
};

/** Whether colors are asked for even where nobody can see that a terminal will show them, as in `… | less -R`. */
export function isColorForced({ FORCE_COLOR: forced = '' }: Evidence['environment']): boolean {
  return (forcedDepths[forced] ?? 'none') !== 'none';
}

function colorDepth(
  { environment, outer = '', outerFeatures = '' }: Evidence,
  terminal: Terminal,
  multiplexer: string | undefined,
): { depth: ColorDepth; reason: string } {
  const { NO_COLOR: no, FORCE_COLOR: forced, COLORTERM: colorTerm = '', TERM: term = '' } = environment;
  const depth = forcedDepths[forced ?? ''];
  if (depth) return { depth, reason: `colors: ${depth}, by FORCE_COLOR=${forced}` };
  if (no) return { depth: 'none', reason: 'no colors: NO_COLOR is set' };
  if (term === 'dumb') return { depth: 'none', reason: 'no colors: TERM=dumb' };
  if (multiplexer === 'screen' && /^(?:truecolor|24bit)$/i.test(colorTerm))
    return { depth: '256', reason: '256 colors: GNU screen takes more for numbers of their own' };
  // tmux's own way from 24 bits to 256 colors takes the hue out of dark ones. COLORTERM comes from anywhere.
  if (multiplexer === 'tmux' && outerFeatures !== '' && !/\bRGB\b/.test(outerFeatures)) {
    if (/\b256\b/.test(outerFeatures) || /256color/.test(outer))
      return { depth: '256', reason: '256 colors: tmux says that its terminal has no more' };
  }
  if (/^(?:truecolor|24bit)$/i.test(colorTerm))
    return { depth: '24-bit', reason: `colors in 24 bits: COLORTERM=${colorTerm}` };
  if (multiplexer === 'tmux') return { depth: '24-bit', reason: 'colors in 24 bits: tmux converts them' };
  const { colors: own = '24-bit' } = terminal;
  if (multiplexer === 'screen' && own === '24-bit')
    return { depth: '256', reason: `256 colors: ${terminal.name} has them, and GNU screen no more` };
  if (own !== 'by TERM') return { depth: own, reason: `colors: ${own}, as ${terminal.name} has` };
  if (/-direct/.test(term)) return { depth: '24-bit', reason: `colors in 24 bits: TERM=${term}` };
  if (/256color/.test(term)) return { depth: '256', reason: `256 colors: TERM=${term}` };
  return { depth: '16', reason: `16 colors: TERM=${term || '(unset)'}` };
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

/** Perceived lightness of a color, 0 to 1 (weights of ITU-R BT.601). */
function luminance(color: Color): number {
  return (0.299 * (color >> 16) + 0.587 * ((color >> 8) & 255) + 0.114 * (color & 255)) / 255;
}
