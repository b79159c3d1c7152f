// Deleted words where the terminal draws no line through them: never as words that hold.
import { expect, test } from 'vitest';
import { detect } from '../../../src/terminal/identity/detection.ts';
import { outputModel } from '../../../src/terminal/models/models.ts';
import { encodeRow } from '../../../src/terminal/output/encode.ts';
import { layoutLine } from '../../../src/text/layout.ts';

const row = layoutLine('كان 20 نعم', { width: 10, direction: 'rtl' }).cells.map((cell) => ({
  ...cell,
  style: cell.text === '2' || cell.text === '0' ? { strike: true } : {},
}));
const terminal = (TERM: string) => detect({ environment: { TERM } });

test.each([
  ['xterm', undefined, '\x1b[9m20'],
  ['rxvt-unicode-256color', 'mark', '2\u03360\u0336'],
  ['linux', 'inverse', '\x1b[7m20'],
])('in %s', (name, strike, bytes) => {
  const found = terminal(name);
  expect(found.strike).toBe(strike);
  expect(encodeRow(row, { ...outputModel('visual'), strike: found.strike }, '256')).toContain(bytes);
});

test('inside GNU screen, whatever is around it', () => {
  const { strike } = detect({ environment: { TERM: 'screen', STY: '1.pts', XTERM_VERSION: 'XTerm(379)' } });
  expect(strike).toBe('mark');
});
