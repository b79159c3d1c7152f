import { expect, test } from 'vitest';
import { commandFor } from '../../src/reader/keys/lookup.ts';
import { openSample } from './sample.ts';

test('what is pasted is a command in no state, and text in a prompt', async () => {
  const state = await openSample('ar');
  const paste = { name: 'paste', text: 'q\nG/x\u0003' } as const;
  for (const change of [{}, { help: 0 }, { naming: 'setMark' as const }, { focus: 'sidebar' as const }])
    expect(commandFor({ ...state, ...change }, paste)).toBeNull();
  const { place, top, search, sidebar } = state;
  const prompt = {
    text: '',
    caret: 0,
    place,
    top,
    search,
    sidebar,
    focus: 'article' as const,
    older: 0,
    draft: '',
  };
  expect(commandFor({ ...state, prompt }, paste)).toMatchObject({ type: 'promptText' });
});
