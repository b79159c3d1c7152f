import { roots } from '../../data/vocabulary.ts';
import { fold } from '../fold.ts';

/** Two lines of the roots, folded: their first two letters; the roots with one letter, W, for all that change places. */
export function rootLetters(): string {
  const folded = fold(roots).split(' ');
  const pairs = new Set(folded.map((root) => root.slice(0, 2)));
  const whole = new Set(folded.map((root) => root.replace(/[اويءئؤ]/g, 'W')));
  return [[...pairs].join(' '), [...whole].join(' ')].join('\n');
}
