import { expect, test } from 'vitest';
import { nameOf, noReplies, withReply } from '../../../src/terminal/identity/replies.ts';

/** What the answers mean, ESC written as ^. */
const meaning = (...answers: readonly string[]): object => {
  const { sequences, ...known } = answers
    .map((answer) => answer.replaceAll('^', '\x1b'))
    .reduce(withReply, noReplies);
  expect(sequences).toHaveLength(answers.length);
  return known;
};

test.each([
  ['^[8;1$y', { bidirectional: 1 }],
  ['^[8;0$y', { bidirectional: 0 }],
  ['^[12;1$y', {}],
  ['^[?8;1$y', {}],
  ['^[?2026;0$y', { synchronized: false }],
  ['^[?2026;1$y', { synchronized: true }],
  ['^[?2026;2$y', { synchronized: true }],
  ['^[?2026;3$y', { synchronized: false }],
  ['^[?2004;2$y', {}],
  ['^[2026;2$y', {}],
  ['^[2;2R', { markWidth: 0 }],
  ['^[2;10R', { markWidth: 8 }],
  ['^[3;3R', { tashkeelWidth: 1 }],
  ['^[2;11R', {}],
  ['^[2;1R', {}],
  ['^[4;2R', {}],
  ['^[12;2R', {}],
  ['^[?64;1;2c', { primary: '?64;1;2c' }],
  ['^[?6cx', {}],
  ['^[>41;379;0c', { secondary: '>41;379;0c' }],
  ['^[41c', {}],
  ['^P>|XTerm(379)', { version: 'XTerm(379)' }],
  ['^P1+r544e=787465726D', { terminfo: 'xterm' }],
  ['^P1+R544E=', { terminfo: '' }],
  ['^P0+r544e', {}],
  ['^P1+r544e=7', {}],
  ['^P1+r436f=38', {}],
  ['^]10;rgb:ffff/8080/0000', { foreground: 0xff8000 }],
  ['^]11;rgb:f/8/0', { background: 0xff8800 }],
  ['^]11;rgb:fff/000/800', { background: 0xff0080 }],
  ['^]11;rgba:ff/80/00/ff', { background: 0xff8000 }],
  ['^]12;rgb:ff/80/00', {}],
  ['^]11;#ff8000', {}],
])('%s', (answer, known) => expect(meaning(answer)).toEqual(known));

test('widths that were measured once stay, everything else is what was answered last', () => {
  expect(meaning('^[2;2R', '^[3;2R', '^[2;3R', '^[3;4R', '^[8;1$y', '^[8;2$y')).toEqual({
    markWidth: 0,
    tashkeelWidth: 0,
    bidirectional: 2,
  });
});

test.each([
  ['XTerm(379)', 'XTerm'],
  ['kitty(0.26.5)', 'kitty'],
  ['WezTerm 20240203', 'WezTerm'],
  ['tmux 3.3a', 'tmux'],
  ['iTerm2 3.4', 'iTerm2'],
  ['mosh-1.4', 'mosh'],
  ['x', undefined],
  ['()', undefined],
  ['9term', undefined],
  [undefined, undefined],
])('of the version %j the name is %s', (version, name) =>
  expect(nameOf(version === undefined ? noReplies : { ...noReplies, version })).toBe(name),
);
