import { expect, test } from 'vitest';
import { ends, headless } from '../../../src/analysis/arabic/speech/phrase-rules.ts';
import { said } from '../sample.ts';

test.each([...headless, ...ends].map(({ says, example: [text, speaker] }) => ({ says, text, speaker })))(
  'a phrase stops at $says: $text',
  ({ text, speaker }) => {
    expect(said(text).at(-1)?.[2] ?? null).toBe(speaker);
  },
);
