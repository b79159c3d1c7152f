import { expect, test } from 'vitest';
import { commandOf } from '../../src/app/input.ts';
import { readArticle } from '../../src/article/open.ts';
import { reduce } from '../../src/panes/reducer.ts';
import { openReader, type ReaderState } from '../../src/reader/state/state.ts';

const preferences = { theme: 'dark', interface: 'en', tashkeel: 'keep', justify: false } as const;
const on = async (text: string, source = 'x.md') =>
  openReader(await readArticle(Buffer.from(text), { source }), { columns: 80, rows: 24 }, preferences, true);
const press = (state: ReaderState, text: string) => reduce(state, commandOf(state, { name: 'char', text })!);

test('`O` opens the only link of the paragraph in a browser, else the article itself', async () => {
  const state = await on(
    '# t\n\nSee [here](https://example.org/a#b).\n\n[one](https://a.example/) [two](https://b.example/)\n',
  );
  expect(press(state, 'O')).toMatchObject({ state: { notice: { key: 'noAddress' } } });
  const at = press(state, 'j').state;
  expect(press(at, 'O').effect).toEqual({ type: 'browse', address: 'https://example.org/a#b' });
  const several = press(at, 'j').state;
  expect(press(several, 'O').state.notice).toEqual({ key: 'noAddress' });
  // Chosen in the list of links.
  const list = press(several, 'o').state;
  expect(press(press(list, 'j').state, 'O').effect).toEqual({
    type: 'browse',
    address: 'https://b.example/',
  });
  const page = await on('# t\n\ntext\n', 'https://example.org/page.md');
  expect(press(page, 'O').effect).toEqual({ type: 'browse', address: 'https://example.org/page.md' });
});

test('a link that may deceive waits for the key a second time', async () => {
  const state = press(await on('# t\n\n[bank.example](https://evil.example/)\n'), 'j').state;
  const once = press(state, 'O');
  expect(once.effect).toBeUndefined();
  expect(once.state.notice?.key).toBe('linkWarning');
  expect(press(once.state, 'O').effect).toEqual({ type: 'browse', address: 'https://evil.example/' });
});
