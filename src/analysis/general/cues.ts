// Verbs of saying and their like in the words of a block.
import type { Grammar } from './grammar.ts';
import { addAll, Phrases } from './lexicon.ts';
import type { Cue, CueKind } from './passage.ts';
import { strippedKeys, type Token } from './tokens.ts';

const kinds: readonly CueKind[] = ['says', 'reports', 'noun', 'according'];

/** Makes the phrases of a grammar that report speech ready. */
export function cueTableOf(grammar: Grammar): Phrases {
  const phrases = new Phrases();
  const { says, reports, nouns, according } = grammar.speech;
  [says, reports, nouns, according].forEach((list, index) => {
    addAll(phrases, list, 1 << index, grammar);
  });
  return phrases;
}

/** The cues of a block in order; the longest phrase counts. */
export function cuesIn(tokens: readonly Token[], grammar: Grammar, table: Phrases): Cue[] {
  const cues: Cue[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    // The United States: no verb has a capital inside a sentence.
    if (token.kind !== 'word' || (token.capital && tokens[at - 1]?.kind === 'word')) continue;
    let found = table.at(tokens, at, 15);
    // ואמר: only the conjunction comes off a verb.
    if (!found)
      for (const { key, shift } of strippedKeys(token, grammar))
        if (shift === 1 && /^[וש]/u.test(token.key)) found ??= table.at(tokens, at, 15, key);
        // כשלטענת המשטרה
        else if (/^(?:כש|וש)$/u.test(token.key.slice(0, shift))) found ??= table.at(tokens, at, 8, key);
    if (!found) continue;
    const kind = kinds[31 - Math.clz32(found.sorts & -found.sorts)]!;
    cues.push({ from: at, to: at + found.length, kind });
    at += found.length - 1;
  }
  return cues;
}
