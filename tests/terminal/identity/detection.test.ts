import { describe, expect, test } from 'vitest';
import {
  detect,
  type Evidence,
  terminalKey,
  type Variables,
} from '../../../src/terminal/identity/detection.ts';
import { noReplies, type Replies, withReply } from '../../../src/terminal/identity/replies.ts';
import { terminals } from '../../../src/terminal/identity/terminals.ts';
import type { ModelName } from '../../../src/terminal/output/model.ts';

function replies(...sequences: string[]): Replies {
  return sequences.map((sequence) => `\x1b${sequence}`).reduce(withReply, noReplies);
}

/** What terminals were recorded to say of themselves. */
const recorded: Record<string, { environment: Variables; replies: Replies; model: ModelName; name: string }> =
  {
    'xterm 379': {
      environment: { TERM: 'xterm', XTERM_VERSION: 'XTerm(379)' },
      replies: replies('P>|XTerm(379)', '[8;0$y', '[>41;379;0c', '[?64;1;2;6;9;15;16;17;18;21;22;28c'),
      model: 'visual',
      name: 'xterm',
    },
    'VTE 0.70': {
      environment: { TERM: 'xterm-256color', VTE_VERSION: '7006', COLORTERM: 'truecolor' },
      replies: replies('[8;1$y', '[>65;7006;1c', '[?65;1;9c'),
      model: 'explicit-visual',
      name: 'VTE',
    },
    'Konsole 22.12': {
      environment: { TERM: 'xterm-256color', KONSOLE_VERSION: '221203', COLORFGBG: '0;15' },
      replies: replies('P>|Konsole 22.12.3', '[>1;115;0c', '[?62;1;4c'),
      model: 'inverse-lrm',
      name: 'Konsole',
    },
    'mlterm 3.9': {
      environment: { TERM: 'mlterm', MLTERM: '3.9.0' },
      replies: replies('[8;0$y', 'P1+r544e=6D6C7465726D', '[>24;279;0c', '[?63;1;2;3;4;6;7;15;18;22;29c'),
      model: 'mlterm-off',
      name: 'mlterm',
    },
    'kitty 0.26': {
      environment: { TERM: 'xterm-kitty', KITTY_WINDOW_ID: '1' },
      replies: replies('P>|kitty(0.26.5)', '[8;0$y', '[>1;4000;26c', '[?62;c'),
      model: 'word-runs',
      name: 'kitty',
    },
    'alacritty 0.11': {
      environment: { TERM: 'alacritty', ALACRITTY_WINDOW_ID: '1' },
      replies: replies('[>0;1700;1c', '[?6c'),
      model: 'visual',
      name: 'alacritty',
    },
    'foot 1.13': {
      environment: { TERM: 'foot' },
      replies: replies('P>|foot(1.13.1)', '[>1;011301;0c', '[?62;4;22c'),
      model: 'visual',
      name: 'foot',
    },
    'urxvt 9.30': {
      environment: { TERM: 'rxvt-unicode-256color', COLORFGBG: '0;default;15' },
      replies: replies('[>85;95;0c', '[?1;2c'),
      model: 'visual',
      name: 'urxvt',
    },
    'st 0.9': { environment: { TERM: 'st-256color' }, replies: replies('[?6c'), model: 'visual', name: 'st' },
    'qterminal 1.2': {
      environment: { TERM: 'xterm-256color', COLORFGBG: '15;0' },
      replies: replies('[>0;115;0c', '[?1;2c'),
      model: 'style-split',
      name: 'QTerminal',
    },
    'xterm.js 5.5': {
      environment: { TERM: 'xterm-256color', TERM_PROGRAM: 'vscode' },
      replies: replies('[8;0$y', '[>0;276;0c', '[?1;2c'),
      model: 'visual-lrm',
      name: 'VS Code',
    },
  };

/** Variables that come through from the terminals that a terminal was started in. */
const leaked: Variables = {
  VTE_VERSION: '7006',
  KONSOLE_VERSION: '221203',
  KITTY_WINDOW_ID: '3',
  XTERM_VERSION: 'XTerm(379)',
  MLTERM: '3.9.0',
  ALACRITTY_WINDOW_ID: '5',
};

describe.each(Object.entries(recorded))('%s', (_, { environment, replies, model, name }) => {
  test('is recognized by what it answers', () => {
    const evidence = { environment: { TERM: environment.TERM }, replies, complete: true };
    expect(detect(evidence)).toMatchObject({ model, terminal: { name }, decided: true });
  });

  test('is recognized by its answers among the variables of others', () => {
    const evidence = { environment: { ...leaked, ...environment }, replies, complete: true };
    expect(detect(evidence)).toMatchObject({ model, terminal: { name } });
  });

  // QTerminal sets nothing of its own.
  if (name === 'QTerminal') return;
  test('is recognized by its environment where it is silent', () => {
    expect(detect({ environment })).toMatchObject({ model, terminal: { name }, decided: true });
  });
});

test('a terminal that says nothing known gets marks, and is worth waiting for', () => {
  expect(detect({ environment: { TERM: 'xterm-256color' } })).toMatchObject({
    model: 'visual-lrm',
    decided: false,
  });
  const evidence = {
    environment: { ...leaked, TERM: 'xterm-256color' },
    replies: replies('[?1;2c'),
    complete: true,
  };
  expect(detect(evidence)).toMatchObject({ model: 'visual-lrm', terminal: { name: 'unknown' } });
});

test('a VTE too old to be told not to reorder gets marks', () => {
  expect(detect({ environment: { TERM: 'xterm-256color', VTE_VERSION: '5400' } }).model).toBe('visual-lrm');
});

describe('inside tmux', () => {
  const tmux = { TERM: 'tmux-256color', TERM_PROGRAM: 'tmux', TMUX: '/tmp/tmux-0/default,1,0' };
  const answers = replies('P>|tmux 3.3a', '[>84;0;0c', '[?1;2c');

  test.each<[string, ModelName, string]>([
    ['XTerm(379) xterm', 'visual', 'xterm'],
    ['foot(1.13.1) foot', 'visual', 'foot'],
    ['Konsole 22.12.3 xterm-256color', 'inverse-lrm', 'Konsole'],
    ['kitty(0.26.5) xterm-kitty', 'word-runs', 'kitty'],
    [' xterm-256color', 'visual-lrm', 'unknown'],
    [' mlterm', 'inverse-lrm', 'mlterm'],
    [' alacritty', 'visual', 'alacritty'],
    ['', 'visual-lrm', 'unknown'],
  ])('in %j is %s', (outer, model, name) => {
    const evidence = { environment: tmux, outer, replies: answers, complete: true };
    expect(detect(evidence)).toMatchObject({ model, terminal: { name } });
  });

  test.each<[string, string, string]>([
    ['Konsole 22.12.3 xterm-256color', 'bpaste,ccolour,title', '256'],
    ['XTerm(379) xterm', '256,bpaste', '256'],
    ['kitty(0.26.5) xterm-kitty', '256,bpaste,RGB,title', '24-bit'],
    [' xterm', 'bpaste', '24-bit'],
    [' xterm-256color', '', '24-bit'],
  ])('in %j that can %j colours are %s, whatever COLORTERM says', (outer, outerFeatures, colors) => {
    const environment = { ...tmux, COLORTERM: 'truecolor' };
    expect(detect({ environment, outer, outerFeatures })).toMatchObject({ colors });
  });

  test.each<[Variables, ModelName]>([
    [{ KONSOLE_VERSION: '221203', VTE_VERSION: '7006' }, 'inverse-lrm'],
    [{ KITTY_WINDOW_ID: '1' }, 'word-runs'],
    [{ VTE_VERSION: '7006' }, 'visual-lrm'],
    [{ XTERM_VERSION: 'XTerm(379)' }, 'visual-lrm'],
  ])('takes %j for a hint', (hint, model) => {
    expect(detect({ environment: { ...tmux, ...hint }, outer: ' xterm-256color' }).model).toBe(model);
  });

  test('over a line that brings no variables, tmux still says its name', () => {
    const evidence = { environment: { TERM: 'xterm-256color' }, replies: answers, complete: true };
    expect(detect(evidence).reasons[0]).toMatch(/^inside tmux/);
  });

  test('a reply cannot be the outer terminal’s', () => {
    const evidence = { environment: tmux, replies: replies('[8;1$y', '[?1;2c'), complete: true };
    expect(detect(evidence).model).toBe('visual-lrm');
  });
});

test('what was chosen wins over everything, and says who chose', () => {
  for (const { environment, replies } of Object.values(recorded)) {
    const choice = { model: 'logical', by: 'MAQAL_TERMINAL' } as const;
    const detection = detect({ environment, replies, complete: true, choice });
    expect(detection).toMatchObject({ model: 'logical', printed: 'logical', decided: true });
    expect(detection.reasons[0]).toBe('MAQAL_TERMINAL says logical');
  }
});

test('marks are hidden where they are drawn wrongly', () => {
  const hidden = terminals.filter(({ tashkeel }) => tashkeel === 'hide').map(({ name }) => name);
  expect(hidden).toEqual(expect.arrayContaining(['alacritty', 'foot', 'kitty']));
  expect(detect({ environment: recorded['kitty 0.26']!.environment }).tashkeel).toBe('hide');
  expect(detect({ environment: recorded['xterm 379']!.environment }).tashkeel).toBe('keep');
});

test('what is printed in mlterm does not count on its switch', () => {
  expect(detect({ environment: { TERM: 'mlterm' } })).toMatchObject({
    model: 'mlterm-off',
    printed: 'inverse-lrm',
  });
});

test.each<[Variables, string]>([
  [{ TERM: 'xterm-256color', COLORTERM: 'truecolor', NO_COLOR: '1' }, 'none'],
  [{ TERM: 'xterm-256color', COLORTERM: 'truecolor', NO_COLOR: '' }, '24-bit'],
  [{ TERM: 'dumb', COLORTERM: 'truecolor' }, 'none'],
  [{ TERM: 'xterm-256color' }, '256'],
  [{ TERM: 'xterm-direct' }, '24-bit'],
  [{ TERM: 'xterm' }, '16'],
  [{ TERM: 'linux' }, '16'],
  [{}, '16'],
  [{ TERM: 'xterm-256color', TERM_PROGRAM: 'Apple_Terminal' }, '256'],
  [{ TERM: 'tmux-256color', TMUX: 'x' }, '24-bit'],
])('colours of %j: %s', (environment, colors) => {
  expect(detect({ environment }).colors).toBe(colors);
});

test.each<[string, Evidence['environment'], string]>([
  [']11;rgb:ffff/ffff/ffff', {}, 'light'],
  [']11;rgb:1e1e/1e1e/2e2e', {}, 'dark'],
  [']11;rgb:ff/ff/dd', {}, 'light'],
  [']11;rgba:0/0/0/f', {}, 'dark'],
  [']11;rgb:0000/0000/0000', { COLORFGBG: '0;15' }, 'dark'],
  ['', { COLORFGBG: '0;15' }, 'light'],
  ['', { COLORFGBG: '0;default;15' }, 'light'],
  ['', { COLORFGBG: '15;0' }, 'dark'],
  ['', { COLORFGBG: 'default;default' }, 'unknown'],
  ['', {}, 'unknown'],
])('background by %j and %j: %s', (sequence, environment, background) => {
  const answers = sequence === '' ? noReplies : replies(sequence);
  expect(detect({ environment, replies: answers }).background).toBe(background);
});

test('a choice is kept under a name without a version', () => {
  const key = (environment: Variables, answers = noReplies) => terminalKey({ environment, replies: answers });
  expect(key({}, replies('P>|kitty(0.26.5)'))).toBe('kitty');
  expect(key({}, replies('P>|iTerm2 3.5.0'))).toBe('iTerm2');
  expect(key({}, replies('P>|WezTerm 20240203-110809-5046fc22'))).toBe('WezTerm');
  expect(key({}, replies('P1+r544e=6D6C7465726D'))).toBe('mlterm');
  expect(key({ TERM_PROGRAM: 'Apple_Terminal' })).toBe('Apple_Terminal');
  expect(key({ TERM: 'tmux-256color', TMUX: 'x' })).toBe('tmux: tmux-256color');
  expect(key({})).toBe('unknown');
});
