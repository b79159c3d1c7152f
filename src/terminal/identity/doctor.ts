import { layoutLine } from '../../text/layout.ts';
import type { Ground } from '../models/style-split.ts';
import type { ColorDepth } from '../output/color.ts';
import type { ModelName } from '../output/model.ts';
import type { Session, Size } from '../session.ts';
import { recognize } from './ask.ts';
import { type Detection, detect } from './detection.ts';
import type { Evidence } from './evidence.ts';
import { noReplies, withReply } from './replies.ts';

/** All that there is to know of a terminal, as plain data: the object that `maqal doctor --json` prints. */
export interface Examination {
  readonly terminal: {
    readonly name: string;
    /** The version that was photographed, or null; then what its model rests on. */
    readonly measured: string | null;
    readonly evidence: 'photograph' | 'source' | 'reports' | null;
    readonly key: string;
  };
  readonly model: ModelName;
  /** The model for what is printed and stays. */
  readonly printed: ModelName;
  readonly tashkeel: 'keep' | 'hide';
  readonly colors: ColorDepth;
  readonly background: Ground;
  readonly reasons: readonly string[];
  readonly size: Size;
  /** Whether the last question was answered within two seconds. */
  readonly answered: boolean;
  /** What it answered, escapes made visible, in the order it came. */
  readonly replies: readonly string[];
  /** The variables that tell something of a terminal. */
  readonly environment: Readonly<Record<string, string>>;
  /** Cells that the cursor moved, by what was written; null where it did not say. */
  readonly widths: readonly Width[];
}

export interface Width {
  readonly name: string;
  readonly text: string;
  /** Cells by the cursor's place, and cells as laid out here. */
  readonly measured: number | null;
  readonly expected: number;
}

const telling =
  /^(?:TERM.*|COLORTERM|COLORFGBG|NO_COLOR|FORCE_COLOR|TMUX.*|STY|ZELLIJ.*|VTE_VERSION|KONSOLE_VERSION|KITTY_WINDOW_ID|MLTERM|XTERM_VERSION|ALACRITTY_WINDOW_ID|WT_SESSION|WEZTERM_VERSION|GHOSTTY_.*|NVIM|VIM_TERMINAL|INSIDE_EMACS|TERMINAL_EMULATOR|INTELLIJ_TERMINAL_.*|TERMUX_VERSION|ZED_TERM|WSL_DISTRO_NAME|MSYSTEM|CI|LC_TERMINAL.*|MAQAL_TERMINAL|LANG|LC_ALL|LC_CTYPE|SSH_TTY)$/;

// What terminals have been seen to count otherwise than each other, and what every page is made of.
const samples: readonly (readonly [string, string])[] = [
  ['letter', 'ﺏ'],
  ['letter with a mark', 'ﺏَ'],
  ['letter with two marks', 'ﺏَّ'],
  ['lam-alef, one sign', 'ﻻ'],
  ['lam and alef', 'لا'],
  ['tatweel', 'ـ'],
  ['Allah ligature', 'ﷲ'],
  ['Hebrew letter with a point', 'שָ'],
  ['left-to-right mark', 'a\u200eb'],
  ['zero-width non-joiner', 'a\u200cb'],
  ['isolate', 'a\u2066b\u2069c'],
  ['CJK', '漢'],
  ['emoji', '😀'],
  ['emoji of several', '👩‍👧'],
  ['emoji by selector', '❤️'],
];

/**
 * Asks the terminal everything: who it is, and how wide it takes things to be. Draws on the session's screen meanwhile.
 * Takes as long as the answers do, and less than three seconds with a terminal that gives none.
 */
export async function examine(
  session: Session,
  evidence: Evidence,
): Promise<{ examination: Examination; detection: Detection }> {
  let replies = noReplies;
  const stop = session.onReply((sequence) => {
    replies = withReply(replies, sequence);
  });
  const detection = await recognize(session, evidence, undefined, thorough);
  stop();
  const answered = replies.primary !== undefined;
  const widths = await measure(session);
  const examination: Examination = {
    ...concluded(detection),
    size: session.size(),
    answered,
    replies: replies.sequences.map(visible),
    environment: variables(evidence),
    widths,
  };
  return { examination, detection };
}

/** What was concluded, whatever from. */
function concluded({ terminal, key, model, printed, tashkeel, colors, background, reasons }: Detection) {
  const { name, measured = null, evidence = null } = terminal;
  const known = { name, measured, evidence: measured ? ('photograph' as const) : evidence, key };
  return { terminal: known, model, printed, tashkeel, colors, background, reasons };
}

/** The same without a terminal to ask: what the environment alone says. */
export function examineEnvironment(evidence: Evidence, size: Size): Examination {
  return {
    ...concluded(detect(evidence)),
    size,
    answered: false,
    replies: [],
    environment: variables(evidence),
    widths: [],
  };
}

function variables({ environment }: Evidence): Record<string, string> {
  const names = Object.keys(environment).filter((name) => telling.test(name) && environment[name]);
  return Object.fromEntries(names.sort().map((name) => [name, environment[name]!]));
}

/** How long the answers are waited for here, in milliseconds: on a busy machine tmux is slow to say what it is in. */
const thorough = 2000;

/** How long the cursor's place is waited for, in milliseconds. */
const patience = 700;

/** Writes each sample at the start of the second row and asks where the cursor is. */
function measure(session: Session): Promise<Width[]> {
  const columns: number[] = [];
  return new Promise((resolve) => {
    const finish = () => {
      clearTimeout(timer);
      stop();
      resolve(
        samples.map(([name, text], index) => ({
          name,
          text,
          measured: columns[index] === undefined ? null : columns[index] - 1,
          expected: layoutLine(text, { width: 20, direction: 'ltr', align: 'none' }).width,
        })),
      );
    };
    const timer = setTimeout(finish, patience);
    const stop = session.onReply((sequence) => {
      const place = /^\x1b\[\d+;(\d+)R$/.exec(sequence);
      if (place !== null) columns.push(Number(place[1]));
      else if (/^\x1b\[\?[\d;]*c$/.test(sequence)) finish();
    });
    const each = samples.map(([, text]) => `\x1b[2;1H\x1b[2K${text}\x1b[6n`);
    session.ask(`${each.join('')}\x1b[2;1H\x1b[2K\x1b[c`);
  });
}

/** Controls as text: ESC as `^[`, others as `\xNN`. */
function visible(sequence: string): string {
  return sequence
    .replaceAll('\x1b', '^[')
    .replace(/[\x00-\x1f\x7f-\x9f]/g, (c) => `\\x${c.charCodeAt(0).toString(16).padStart(2, '0')}`);
}

/** The examination as lines of plain text. */
export function report(examination: Examination): string[] {
  const { terminal, model, tashkeel, colors, background, size } = examination;
  const lines = [
    `terminal    ${terminal.name}, ${size.columns} by ${size.rows}${terminal.measured ? `; measured in ${terminal.measured}` : '; not measured by us'}`,
    `model       ${model}${examination.printed === model ? '' : ` (${examination.printed} for what is printed)`}`,
    `tashkeel    ${tashkeel === 'keep' ? 'shown' : 'hidden, since this terminal draws it wrongly'}`,
    `colors      ${colors}; background ${background}`,
    '',
    'because',
    ...examination.reasons.map((reason) => `  ${reason}`),
    '',
    examination.answered ? 'answers' : 'answers (not all that were asked for came in time)',
    ...examination.replies.map((reply) => `  ${reply}`),
    '',
    'environment',
    ...Object.entries(examination.environment).map(([name, value]) => `  ${name}=${value}`),
  ];
  if (examination.widths.length > 0) {
    lines.push('', 'cells, as the terminal counts and as they are laid out');
    for (const { name, measured, expected } of examination.widths)
      lines.push(
        `  ${name.padEnd(28)} ${measured ?? '?'}  ${expected}${measured === null || measured === expected ? '' : '  differs'}`,
      );
  }
  return lines;
}
