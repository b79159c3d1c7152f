import { describe, expect, test } from 'vitest';
import { detect } from '../../../src/terminal/identity/detection.ts';
import type { Evidence, Variables } from '../../../src/terminal/identity/evidence.ts';
import { terminalKey } from '../../../src/terminal/identity/recognition.ts';
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
    'pterm 0.78': {
      environment: { TERM: 'putty-256color' },
      replies: replies('[>0;136;0c', '[2;2R', '[3;2R', '[?6c'),
      model: 'inverse',
      name: 'PuTTY',
    },
    'zutty 0.14': {
      environment: { TERM: 'xterm-256color' },
      replies: replies('[>64;0;0c', '[2;2R', '[3;2R', '[?64;1;9;15;21;22c'),
      model: 'visual',
      name: 'zutty',
    },
    // From here on by the terminals' own sources.
    'iTerm2 3.7': {
      environment: { TERM: 'xterm-256color', TERM_PROGRAM: 'iTerm.app', TERM_PROGRAM_VERSION: '3.7.1' },
      replies: replies('P>|iTerm2 3.7.1', '[>64;2500;0c', '[2;2R', '[3;2R', '[?64;1;2;4;6;17;18;21;22;52c'),
      model: 'inverse-ltr',
      name: 'iTerm2 3.7',
    },
    'iTerm2 3.10': {
      environment: { TERM: 'xterm-256color', LC_TERMINAL: 'iTerm2', LC_TERMINAL_VERSION: '3.10.0beta2' },
      replies: replies('P>|iTerm2 3.10.0beta2', '[?62;4c'),
      model: 'inverse-ltr',
      name: 'iTerm2 3.7',
    },
    'iTerm2 3.5': {
      environment: { TERM: 'xterm-256color', TERM_PROGRAM: 'iTerm.app', TERM_PROGRAM_VERSION: '3.5.14' },
      replies: replies('P>|iTerm2 3.5.14', '[2;2R', '[3;2R', '[?62;4c'),
      model: 'visual',
      name: 'iTerm2',
    },
    'mintty 3.7': {
      environment: { TERM: 'xterm', TERM_PROGRAM: 'mintty', TERM_PROGRAM_VERSION: '3.7.4' },
      replies: replies('P>|mintty 3.7.4', '[8;1$y', '[>77;30704;0c', '[2;2R', '[3;2R', '[?64;1;2;4;6;9c'),
      model: 'explicit-visual',
      name: 'mintty',
    },
    WezTerm: {
      environment: { TERM: 'xterm-256color', TERM_PROGRAM: 'WezTerm' },
      replies: replies('P>|WezTerm 20240203-110809', '[8;2$y', '[>1;277;0c', '[2;2R', '[3;2R', '[?65;4;6c'),
      model: 'explicit-visual',
      name: 'WezTerm',
    },
    'VTE 0.80': {
      environment: { TERM: 'xterm-256color', VTE_VERSION: '8000' },
      replies: replies('P>|VTE(8000)', '[8;1$y', '[>61;8000;1c', '[?61;1;21;22c'),
      model: 'explicit-visual',
      name: 'VTE',
    },
    Ghostty: {
      environment: { TERM: 'xterm-ghostty', TERM_PROGRAM: 'ghostty' },
      replies: replies('P>|ghostty 1.2.0', '[8;0$y', '[>1;10;0c', '[2;2R', '[3;2R', '[?62;22c'),
      model: 'visual',
      name: 'Ghostty',
    },
    contour: {
      environment: { TERM: 'contour' },
      replies: replies('P>|contour 0.5.1', '[?64;1;2c'),
      model: 'visual',
      name: 'contour',
    },
    Warp: {
      environment: { TERM: 'xterm-256color', TERM_PROGRAM: 'WarpTerminal' },
      replies: replies('[2;2R', '[3;2R', '[?1;2c'),
      model: 'visual',
      name: 'Warp',
    },
    Termux: {
      environment: { TERM: 'xterm-256color', TERMUX_VERSION: '0.118.1' },
      replies: replies('[>41;320;0c', '[2;2R', '[3;2R', '[?64;1;2;6;9;15;18;21;22c'),
      model: 'visual',
      name: 'Termux',
    },
    JetBrains: {
      environment: { TERM: 'xterm-256color', TERMINAL_EMULATOR: 'JetBrains-JediTerm' },
      replies: replies('[>0;10;0c', '[2;3R', '[3;3R', '[?6c'),
      model: 'visual',
      name: 'JetBrains',
    },
    'JetBrains, new terminal': {
      environment: {
        TERM: 'xterm-256color',
        TERMINAL_EMULATOR: 'JetBrains-JediTerm',
        INTELLIJ_TERMINAL_COMMAND_BLOCKS_REWORKED: '1',
      },
      replies: replies('[>0;10;0c', '[2;2R', '[3;2R', '[?6c'),
      model: 'visual-lrm',
      name: 'JetBrains, new terminal',
    },
    Zed: {
      environment: { TERM: 'xterm-256color', TERM_PROGRAM: 'zed', ZED_TERM: 'true' },
      replies: replies('[>0;2500;1c', '[2;2R', '[3;2R', '[?6c'),
      model: 'visual-lrm',
      name: 'Zed',
    },
    'Terminal.app': {
      environment: { TERM: 'xterm-256color', TERM_PROGRAM: 'Apple_Terminal', TERM_PROGRAM_VERSION: '455' },
      replies: replies('[>1;95;0c', '[2;2R', '[3;2R', '[?1;2c'),
      model: 'visual-lrm',
      name: 'Terminal.app',
    },
    'Windows Terminal 1.22': {
      environment: { TERM: 'xterm-256color', WT_SESSION: '5c9b0d2e-8d3e-4b1a-9d0e-0e8f3c6f1a11' },
      replies: replies('[>0;10;1c', '[2;2R', '[3;2R', '[?61;6;7;21;22;23;24;28;32;42c'),
      model: 'visual',
      name: 'Windows Terminal',
    },
  };

/** Those that others answer like, or that stand between a terminal and us; by what they were recorded to say, or by their sources. */
const between: typeof recorded = {
  'conhost of Windows': {
    environment: {},
    replies: replies('[>0;10;1c', '[2;3R', '[3;3R', '[?1;0c'),
    model: 'visual',
    name: 'Windows Terminal',
  },
  'Windows Terminal over ssh': {
    environment: { TERM: 'xterm-256color' },
    replies: replies('[>0;10;1c', '[2;2R', '[3;2R', '[?61;6;7;21;22;23;24;28;32;42c'),
    model: 'visual',
    name: 'Windows Terminal',
  },
  'KiTTY, MobaXterm': {
    environment: { TERM: 'xterm' },
    replies: replies('[>0;136;0c', '[2;2R', '[3;2R', '[?6c'),
    model: 'inverse',
    name: 'PuTTY',
  },
  'Vim 9 :terminal': {
    environment: { TERM: 'xterm-256color', VIM_TERMINAL: '900' },
    replies: replies('P>|libvterm(0.3)', '[>0;100;0c', '[2;8R', '[3;2R', '[?1;2c'),
    model: 'visual',
    name: 'Vim',
  },
  'Neovim 0.7 :terminal': {
    environment: { TERM: 'xterm-256color', NVIM: '/run/user/1000/nvim.12.0' },
    replies: replies('[>0;100;0c', '[2;2R', '[3;2R', '[?1;2c'),
    model: 'visual',
    name: 'Neovim',
  },
  'Emacs M-x term, which answers nothing': {
    environment: { TERM: 'eterm-color', INSIDE_EMACS: '28.2,term:0.96' },
    replies: noReplies,
    model: 'inverse-paragraph',
    name: 'Emacs',
  },
  'GNU screen 4.9, in a terminal that it does not name': {
    environment: { TERM: 'screen.xterm-256color', STY: '1.tty' },
    replies: replies('[>83;40900;0c', '[2;2R', '[3;2R', '[?1;2c'),
    model: 'visual-lrm',
    name: 'unknown',
  },
  'mosh 1.4, over a line that brings no variables': {
    environment: { TERM: 'xterm-256color' },
    replies: replies('[>1;10;0c', '[2;2R', '[3;2R', '[?62c'),
    model: 'visual-lrm',
    name: 'unknown',
  },
  'ghostty-web 0.4, which answers nothing': {
    environment: { TERM: 'xterm-256color' },
    replies: noReplies,
    model: 'visual-lrm',
    name: 'unknown',
  },
};

test.each(Object.entries(between))('%s', (_, { environment, replies, model, name }) => {
  const complete = replies.primary !== undefined;
  expect(detect({ environment, replies, complete })).toMatchObject({ model, terminal: { name } });
});

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
  // What these answer is not their own, or nothing of the kind.
  const silent = ['Terminal.app', 'Warp', 'Zed', 'JetBrains, new terminal'].includes(name);
  test.skipIf(silent)('is recognized by what it answers', () => {
    const evidence = { environment: { TERM: environment.TERM }, replies, complete: true };
    expect(detect(evidence)).toMatchObject({ model, terminal: { name }, decided: true });
  });

  test('is recognized by its answers among the variables of others', () => {
    const evidence = { environment: { ...leaked, ...environment }, replies, complete: true };
    expect(detect(evidence)).toMatchObject({ model, terminal: { name } });
  });

  // These set nothing of their own.
  const mute = ['QTerminal', 'zutty'].includes(name);
  test.skipIf(mute)('is recognized by its environment where it is silent', () => {
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

describe('what takes a cell that should take none', () => {
  const unknown = (...answers: string[]) =>
    detect({
      environment: { TERM: 'xterm-256color' },
      replies: replies(...answers, '[?1;2c'),
      complete: true,
    });

  test('an unknown terminal gets no marks if they take one, and shows no tashkeel if that does', () => {
    expect(unknown('[2;2R', '[3;2R')).toMatchObject({ model: 'visual-lrm', tashkeel: 'keep' });
    expect(unknown('[2;3R', '[3;2R')).toMatchObject({ model: 'visual', tashkeel: 'keep' });
    expect(unknown('[2;8R', '[3;3R')).toMatchObject({ model: 'visual', tashkeel: 'hide' });
  });

  test.each([['[2;1R'], ['[2;99R'], ['[9;3R'], ['[24;80R'], ['[1;3R']])(
    'nonsense (%s) says nothing',
    (place) => {
      expect(unknown(place)).toMatchObject({ model: 'visual-lrm', tashkeel: 'keep' });
    },
  );

  test('what was measured first counts', () => {
    expect(unknown('[2;2R', '[3;2R', '[2;6R')).toMatchObject({ model: 'visual-lrm' });
  });

  test('conhost and Windows Terminal before 1.22 hide marks', () => {
    const environment = { TERM: 'xterm-256color' };
    const answers = replies('[>0;10;1c', '[2;3R', '[3;3R', '[?1;0c');
    expect(detect({ environment, replies: answers, complete: true })).toMatchObject({
      terminal: { name: 'Windows Terminal' },
      model: 'visual',
      tashkeel: 'hide',
    });
  });

  test('in a terminal that was photographed, the photograph counts', () => {
    const { environment, replies: known } = recorded['xterm.js 5.5']!;
    const answers = withReply(known, '\x1b[2;3R');
    expect(detect({ environment, replies: answers, complete: true }).model).toBe('visual-lrm');
  });

  test('an unknown terminal that names itself has that name', () => {
    expect(unknown('P>|rio 0.2.30').terminal.name).toBe('unknown (rio)');
  });
});

describe('the terminal of an editor', () => {
  const nvim = replies('[>0;100;0c', '[2;2R', '[3;2R', '[?1;2c');
  const vim = replies('P>|libvterm(0.3)', '[>0;100;0c', '[2;8R', '[3;2R', '[?1;2c');

  test.each<[string, Variables, ModelName]>([
    ['xterm', { XTERM_VERSION: 'XTerm(379)' }, 'visual'],
    ['VTE', { VTE_VERSION: '7006' }, 'inverse-ltr'],
    ['Konsole', { KONSOLE_VERSION: '221203' }, 'inverse-ltr'],
    ['kitty', { KITTY_WINDOW_ID: '1' }, 'word-runs'],
    ['iTerm2 over ssh', { LC_TERMINAL: 'iTerm2', LC_TERMINAL_VERSION: '3.7.0' }, 'inverse-ltr'],
    ['nothing known', {}, 'visual'],
  ])('in %s', (_, leaks, model) => {
    const environment = { TERM: 'xterm-256color', ...leaks };
    const asNvim = { environment: { ...environment, NVIM: '/run/user/1000/nvim.12.0' } };
    const asVim = { environment: { ...environment, VIM_TERMINAL: '900' } };
    for (const [evidence, name] of [
      [asNvim, 'Neovim'],
      [{ ...asNvim, replies: nvim, complete: true }, 'Neovim'],
      [{ environment, replies: nvim, complete: true }, 'Neovim'],
      [asVim, 'Vim'],
      [{ ...asVim, replies: vim, complete: true }, 'Vim'],
      [{ environment, replies: vim, complete: true }, 'Vim'],
    ] as const)
      expect(detect(evidence)).toMatchObject({ model, terminal: { name }, decided: true });
  });

  test.each<Variables>([
    { TERM: 'eterm-color', INSIDE_EMACS: '28.2,term:0.96' },
    { TERM: 'eterm-color' },
    { TERM: 'xterm-256color', INSIDE_EMACS: 'vterm' },
    { TERM: 'eat-truecolor', INSIDE_EMACS: '30.1,eat' },
  ])('Emacs reorders by itself, whatever it is in: %j', (environment) => {
    for (const leaks of [{}, leaked])
      expect(detect({ environment: { ...leaks, ...environment } })).toMatchObject({
        model: 'inverse-paragraph',
        terminal: { name: 'Emacs' },
        decided: true,
      });
  });

  test('vterm, which answers as Neovim does, is Emacs', () => {
    const environment = { TERM: 'xterm-256color', INSIDE_EMACS: 'vterm' };
    expect(detect({ environment, replies: nvim, complete: true }).terminal.name).toBe('Emacs');
  });

  test('a terminal that was started from an editor is that terminal', () => {
    const started = { NVIM: '/run/user/1000/nvim.12.0', INSIDE_EMACS: '28.2,term:0.96', VIM_TERMINAL: '900' };
    for (const [label, { environment, replies, name }] of Object.entries(recorded)) {
      // What gives no answer of its own cannot be told from the editor.
      if (['Terminal.app', 'Warp'].includes(label)) continue;
      const evidence = { environment: { ...started, ...environment }, replies, complete: true };
      expect([label, detect(evidence).terminal.name]).toEqual([label, name]);
    }
  });

  test('an editor inside tmux is the editor, tmux inside an editor is tmux', () => {
    const tmux = { TMUX: '/tmp/tmux-0/default,1,0', TERM_PROGRAM: 'tmux', NVIM: '/run/user/1000/nvim.12.0' };
    const inEditor = { ...tmux, TERM: 'xterm-256color', VTE_VERSION: '7006' };
    expect(detect({ environment: inEditor })).toMatchObject({
      terminal: { name: 'Neovim' },
      model: 'inverse-ltr',
    });
    expect(detect({ environment: { ...tmux, TERM: 'tmux-256color' } }).reasons[0]).toMatch(/^inside tmux/);
    const answered = { environment: inEditor, replies: replies('P>|tmux 3.3a', '[?1;2c'), complete: true };
    expect(detect(answered).reasons[0]).toMatch(/^inside tmux/);
  });
});

describe('inside GNU screen and mosh', () => {
  const screen = replies('[>83;40900;0c', '[2;2R', '[3;2R', '[?1;2c');
  const mosh = replies('[>1;10;0c', '[2;2R', '[3;2R', '[?62c');

  test.each<[Variables, ModelName]>([
    [{ KONSOLE_VERSION: '221203' }, 'inverse-lrm'],
    [{ KITTY_WINDOW_ID: '1' }, 'word-runs'],
    [{ VTE_VERSION: '7006' }, 'visual-lrm'],
    [{ LC_TERMINAL_VERSION: '3.7.0' }, 'inverse-ltr'],
    [{ XTERM_VERSION: 'XTerm(379)' }, 'visual-lrm'],
    [{}, 'visual-lrm'],
  ])('%j is a hint', (hint, model) => {
    const inScreen = { ...hint, TERM: 'screen.xterm-256color', STY: '1.tty', COLORTERM: 'truecolor' };
    for (const evidence of [
      { environment: inScreen },
      { environment: inScreen, replies: screen, complete: true },
      { environment: { ...hint, TERM: 'xterm-256color' }, replies: screen, complete: true },
    ])
      expect(detect(evidence)).toMatchObject({ model });
    const inMosh = { ...hint, TERM: 'xterm-256color' };
    const detection = detect({ environment: inMosh, replies: mosh, complete: true });
    expect(detection).toMatchObject({ model });
    expect(detection.reasons.join('\n')).toMatch(/inside mosh/);
  });

  test('GNU screen gets 256 colors at most', () => {
    for (const hint of [{ COLORTERM: 'truecolor' }, { VTE_VERSION: '7006' }, { KITTY_WINDOW_ID: '1' }])
      expect(detect({ environment: { ...hint, TERM: 'screen', STY: '1.tty' } }).colors).toBe('256');
    expect(detect({ environment: { TERM: 'screen', STY: '1.tty' } }).colors).toBe('16');
    expect(detect({ environment: { TERM: 'screen', STY: '1', NO_COLOR: '1' } }).colors).toBe('none');
  });
});

test('whose reordering may be switched off is doubted, unless the user has chosen', () => {
  const doubted = Object.values(recorded)
    .filter(({ environment, replies }) => detect({ environment, replies, complete: true }).doubtful)
    .map(({ name }) => name);
  expect([...new Set(doubted)].sort()).toEqual(['Konsole', 'PuTTY', 'QTerminal', 'iTerm2 3.7']);
  const { environment, replies: known } = recorded['Konsole 22.12']!;
  const calibrated = { Konsole: 'visual' } as const;
  expect(detect({ environment, replies: known, complete: true, calibrated })).toMatchObject({
    model: 'visual',
    doubtful: false,
  });
});

describe('rows that only moved are moved', () => {
  const moves = (evidence: Evidence) => detect(evidence).movesRows;

  test('only where that was photographed', () => {
    for (const terminal of terminals)
      if (terminal.movesRows) expect([terminal.name, terminal.measured ?? '']).not.toContain('');
    for (const label of ['Termux', 'Ghostty', 'Warp', 'JetBrains', 'Windows Terminal 1.22', 'iTerm2 3.5']) {
      const { environment, replies } = recorded[label]!;
      expect([label, moves({ environment, replies, complete: true })]).toEqual([label, false]);
    }
    const { environment, replies: known } = recorded['xterm 379']!;
    expect(moves({ environment, replies: known, complete: true })).toBe(true);
  });

  test('never in a terminal that is not known, whatever model was chosen', () => {
    const choice = { model: 'visual', by: '--terminal' } as const;
    expect(moves({ environment: { TERM: 'xterm-256color' }, choice })).toBe(false);
    expect(moves({ environment: { TERM: 'xterm-256color', ZELLIJ: '0' }, choice })).toBe(false);
    expect(moves({ environment: { TERM: 'tmux-256color', TMUX: 'x' }, choice })).toBe(true);
  });
});

test('the user is asked only if nobody can know, and has not chosen', () => {
  const asked = Object.values(recorded)
    .filter(({ environment, replies }) => detect({ environment, replies, complete: true }).ask.length > 0)
    .map(({ name }) => name);
  expect(asked.sort()).toEqual(['JetBrains, new terminal', 'Terminal.app', 'Zed']);
  const { environment } = recorded['Terminal.app']!;
  expect(detect({ environment, choice: { model: 'visual', by: '--terminal' } }).ask).toEqual([]);
  expect(detect({ environment, calibrated: { Apple_Terminal: 'visual-lrm' } }).ask).toEqual([]);
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
    ['Konsole 22.12.3 xterm-256color', 'bpaste,ccolor,title', '256'],
    ['XTerm(379) xterm', '256,bpaste', '256'],
    ['kitty(0.26.5) xterm-kitty', '256,bpaste,RGB,title', '24-bit'],
    [' xterm', 'bpaste', '24-bit'],
    [' xterm-256color', '', '24-bit'],
  ])('in %j that can %j colors are %s, whatever COLORTERM says', (outer, outerFeatures, colors) => {
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
  [{ TERM: 'dumb', NO_COLOR: '1', FORCE_COLOR: '3' }, '24-bit'],
  [{ TERM: 'xterm-256color', COLORTERM: 'truecolor', FORCE_COLOR: '1' }, '16'],
  [{ TERM: 'xterm-256color', FORCE_COLOR: '0' }, 'none'],
  [{ TERM: 'xterm-256color', FORCE_COLOR: 'perhaps' }, '256'],
  [{ TERM: 'dumb', COLORTERM: 'truecolor' }, 'none'],
  [{ TERM: 'xterm-256color' }, '256'],
  [{ TERM: 'xterm-direct' }, '24-bit'],
  [{ TERM: 'xterm' }, '16'],
  [{ TERM: 'linux' }, '16'],
  [{}, '16'],
  [{ TERM: 'xterm-256color', TERM_PROGRAM: 'Apple_Terminal' }, '256'],
  [{ TERM: 'tmux-256color', TMUX: 'x' }, '24-bit'],
])('colors of %j: %s', (environment, colors) => {
  expect(detect({ environment }).colors).toBe(colors);
});

test.each<[string, Evidence['environment'], string]>([
  [']11;rgb:ffff/ffff/ffff', {}, 'light'],
  [']11;rgb:1e1e/1e1e/2e2e', {}, 'dark'],
  [']11;rgb:ff/ff/dd', {}, 'light'],
  [']11;rgba:0/0/0/f', {}, 'dark'],
  [']11;rgb:0000/0000/0000', { COLORFGBG: '0;15' }, 'dark'],
  // tmux from 3.4 on answers for the terminal that it is in.
  [']11;rgb:ffff/ffff/ffff', { TMUX: 'x', TERM: 'tmux-256color' }, 'light'],
  [']11;rgb:0000/0000/0000', { TMUX: 'x', TERM: 'tmux-256color' }, 'dark'],
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
