import type { ColorDepth } from '../output/color.ts';
import type { ModelName } from '../output/model.ts';

/** A kind of terminal: how it is recognized, and what it needs. */
export interface Terminal {
  readonly name: string;
  /** The version the model was seen right in, by photograph; absent where nobody has measured. */
  readonly measured?: string;
  readonly model: ModelName;
  /** The model when tmux stands between, where it is another: tmux passes letters and marks, not modes. */
  readonly insideTmux?: ModelName;
  /** The model for text that stays when the program has ended, where a switch turned back would undo it. */
  readonly printed?: ModelName;
  /** `hide` where marks over letters are drawn wrongly or not at all. */
  readonly tashkeel: 'keep' | 'hide';
  /** What it can show, whatever TERM says. */
  readonly colors?: ColorDepth;
  /** What it answers. It is recognized by any one of them. */
  readonly answers?: Answers;
  /** What it tells the programs in it. It is recognized by any one of them; these leak into what they start. */
  readonly environment?: Environment;
  readonly remark?: string;
}

export interface Answers {
  /** To XTVERSION, and what tmux says of the terminal it is in. */
  readonly version?: RegExp;
  /** To XTGETTCAP TN. */
  readonly terminfo?: RegExp;
  /** To DA2, without CSI. */
  readonly secondary?: RegExp;
  /** Whether it knows ECMA-48's bidirectional mode 8, of which DECRQM then tells the state. */
  readonly bidirectional?: true;
}

export interface Environment {
  /** TERM. */
  readonly term?: RegExp;
  /** TERM_PROGRAM. */
  readonly program?: string;
  /** A variable that it sets. */
  readonly variable?: string;
  /** The least number that variable holds. */
  readonly least?: number;
}

/**
 * Every terminal known by name. Where two would do, the first in the list is taken: the order of variables follows
 * how likely each is to be meant when it has leaked.
 */
export const terminals: readonly Terminal[] = [
  {
    name: 'VTE',
    measured: '0.70.6 (xfce4-terminal 1.0.4)',
    model: 'explicit-visual',
    insideTmux: 'visual-lrm',
    tashkeel: 'keep',
    colors: '24-bit',
    answers: { bidirectional: true },
    environment: { variable: 'VTE_VERSION', least: 5800 },
    remark: 'GNOME Terminal, Xfce Terminal, Tilix and others that use the library',
  },
  {
    name: 'kitty',
    measured: '0.26.5',
    model: 'word-runs',
    tashkeel: 'hide',
    colors: '24-bit',
    answers: { version: /^kitty\b/i },
    environment: { term: /^xterm-kitty/, variable: 'KITTY_WINDOW_ID' },
  },
  {
    name: 'Konsole',
    measured: '22.12.3',
    model: 'inverse-lrm',
    tashkeel: 'keep',
    colors: '24-bit',
    answers: { version: /^Konsole\b/, secondary: /^>1;115;0c$/ },
    environment: { term: /^konsole/, variable: 'KONSOLE_VERSION' },
  },
  {
    name: 'xterm',
    measured: '379',
    model: 'visual',
    tashkeel: 'keep',
    colors: '24-bit',
    answers: { version: /^XTerm\(/, secondary: /^>41;\d+;0c$/ },
    environment: { variable: 'XTERM_VERSION' },
  },
  {
    name: 'foot',
    measured: '1.13.1',
    model: 'visual',
    tashkeel: 'hide',
    colors: '24-bit',
    answers: { version: /^foot\b/ },
    environment: { term: /^foot/ },
  },
  {
    name: 'mlterm',
    measured: '3.9.0',
    model: 'mlterm-off',
    insideTmux: 'inverse-lrm',
    printed: 'inverse-lrm',
    tashkeel: 'keep',
    colors: '24-bit',
    answers: { terminfo: /^mlterm/, secondary: /^>24;/ },
    environment: { term: /^mlterm/, variable: 'MLTERM' },
    remark: 'inside tmux its switch does not get through, and a row of Arabic that is full wraps',
  },
  {
    name: 'urxvt',
    measured: '9.30',
    model: 'visual',
    tashkeel: 'keep',
    answers: { secondary: /^>85;/ },
    environment: { term: /^rxvt/ },
  },
  {
    name: 'alacritty',
    measured: '0.11',
    model: 'visual',
    tashkeel: 'hide',
    colors: '24-bit',
    answers: { secondary: /^>0;\d{4,};1c$/ },
    environment: { term: /^alacritty/, variable: 'ALACRITTY_WINDOW_ID' },
  },
  {
    name: 'st',
    measured: '0.9',
    model: 'visual',
    tashkeel: 'hide',
    colors: '24-bit',
    environment: { term: /^st(?:-|$)/ },
    remark: 'draws no marks',
  },
  {
    name: 'QTerminal',
    measured: '1.2.0',
    model: 'style-split',
    tashkeel: 'hide',
    colors: '24-bit',
    answers: { secondary: /^>0;115;0c$/ },
    remark: 'draws no marks; the page brings its own background',
  },
  {
    name: 'VS Code',
    measured: 'xterm.js 5.5, DOM and WebGL renderers',
    model: 'visual-lrm',
    tashkeel: 'keep',
    colors: '24-bit',
    answers: { version: /^xterm\.js\b/, secondary: /^>0;276;0c$/ },
    environment: { program: 'vscode' },
    remark: 'its terminal is xterm.js, which was measured',
  },
  {
    name: 'WezTerm',
    model: 'visual-lrm',
    tashkeel: 'keep',
    colors: '24-bit',
    answers: { version: /^WezTerm\b/ },
    environment: { program: 'WezTerm' },
  },
  {
    name: 'Ghostty',
    model: 'visual-lrm',
    tashkeel: 'keep',
    colors: '24-bit',
    answers: { version: /^ghostty\b/i },
    environment: { term: /^xterm-ghostty/, program: 'ghostty' },
  },
  {
    name: 'iTerm2',
    model: 'visual-lrm',
    tashkeel: 'keep',
    colors: '24-bit',
    answers: { version: /^iTerm2\b/ },
    environment: { program: 'iTerm.app' },
  },
  {
    name: 'Terminal.app',
    model: 'visual-lrm',
    tashkeel: 'keep',
    colors: '256',
    environment: { program: 'Apple_Terminal' },
  },
  {
    name: 'Windows Terminal',
    model: 'visual-lrm',
    tashkeel: 'keep',
    colors: '24-bit',
    environment: { variable: 'WT_SESSION' },
  },
  {
    name: 'contour',
    model: 'visual-lrm',
    tashkeel: 'keep',
    colors: '24-bit',
    answers: { version: /^contour\b/i },
    environment: { term: /^contour/, program: 'contour' },
  },
  {
    name: 'Linux console',
    model: 'visual-lrm',
    tashkeel: 'keep',
    colors: '16',
    environment: { term: /^linux/ },
  },
];

/** Where nothing is known: right in most, and harmless where marks are ignored. */
export const unknownTerminal: Terminal = { name: 'unknown', model: 'visual-lrm', tashkeel: 'keep' };
