import { describe, expect, test } from 'vitest';
import { speakerRules } from '../../../src/analysis/arabic/speech/speaker-rules.ts';
import { said } from '../sample.ts';

describe.each(speakerRules.map(({ says, examples }) => ({ says, examples })))('$says', ({ examples }) => {
  test.each(examples.map(([text, speaker]) => ({ text, speaker })))('$text', ({ text, speaker }) => {
    expect(said(text).at(-1)?.[2]).toBe(speaker);
  });
});
