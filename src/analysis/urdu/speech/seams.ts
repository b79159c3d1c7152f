// Words that the Urdu press writes as one, since their letters do not join anyway: کہاکہ, وزیراطلاعات, بزدارنے.
import { type Known, sorts } from '../../general/grammar.ts';
import { entries } from '../../general/lexicon.ts';
import { urduKey } from '../words/key.ts';
import { says } from './verbs.ts';

/** Letters that never join the next one: a blank behind them is not missed. */
const apart = /[اآأدڈذرڑزژوے]$/u;

/** Particles that stand behind any name, office or plural. */
const particles = new Set(['نے', 'کا', 'کی', 'کے', 'کو', 'سے', 'میں', 'پر', 'کہ']);

const named = sorts.given | sorts.family | sorts.office | sorts.title | sorts.plural | sorts.place;

const verbs = new Set(entries(says).flatMap((entry) => entry.split(' ').map(urduKey)));

/** Where two known words meet in a spelling that no list has, as an index of it; 0 where it is one word. */
export function urduSeam(spelling: string, lexicon: Known): number {
  for (let at = spelling.length - 2; at >= 2; at--) {
    if (!apart.test(spelling.slice(0, at))) continue;
    const left = urduKey(spelling.slice(0, at));
    const right = urduKey(spelling.slice(at));
    const before = lexicon.sortsOf(left);
    if (particles.has(right)) {
      if (before & named && left.length > 2) return at;
      if (right === 'کہ' && (verbs.has(left) || /^(?:ہے|تھا|تھی)$/u.test(left))) return at;
      continue;
    }
    const words = [{ key: left }, { key: right }];
    if (lexicon.at(words, 0, sorts.office)?.length === 2) return at;
    // کاکہنا, کہاہے, سردارعثمان, اورمعیشت
    const after = lexicon.sortsOf(right);
    if (verbs.has(right) && before & sorts.stop) return at;
    if (/^(?:ہے|تھا)$/u.test(right) && verbs.has(left)) return at;
    if (right.length > 2 && before & (sorts.title | sorts.given) && after & (sorts.given | sorts.family))
      return at;
    if (right.length > 2 && left === 'اور' && after) return at;
  }
  return 0;
}
