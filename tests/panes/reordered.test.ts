import { expect, test } from 'vitest';
import { frameOf } from '../../src/app/frame.ts';
import { readArticle } from '../../src/article/open.ts';
import { reduce } from '../../src/panes/reducer.ts';
import { openReader } from '../../src/reader/state/state.ts';

const preferences = { theme: 'dark', interface: 'en', tashkeel: 'keep', justify: false } as const;

async function opened(text: string, source = 'a.md') {
  const article = await readArticle(Buffer.from(text), { source });
  return openReader(article, { columns: 80, rows: 16 }, preferences, false);
}

const rowsOf = (state: Parameters<typeof frameOf>[0]) =>
  frameOf(state).rows.map((row) => row.map(({ text }) => text).join(''));

test('a paragraph that reads otherwise than it is written has a sign, and the footer says what is written', async () => {
  const state = await opened(
    'A title\n\nOpen the file ann\u202etxt.exe now, it is safe.\n\nThe rest is honest.\n',
  );
  const marked = rowsOf(state).filter((row) => /^ +!/.test(row));
  expect(marked).toHaveLength(1);
  expect(marked[0]).toContain('Open the file ann');
  expect(rowsOf(state).at(-1)).not.toContain('written');
  const there = reduce(state, { type: 'paragraph', by: 1 }).state;
  expect(rowsOf(there).at(-1)).toContain(
    'reads otherwise than it is written: ann<U+202E>txt.exe now, it is safe.',
  );
  const onward = reduce(there, { type: 'paragraph', by: 1 }).state;
  expect(rowsOf(onward).at(-1)).not.toContain('written');
});

test('so have bdo in a page, and code that its comments hide; honest text of both directions has none', async () => {
  const bdo = await opened('<p>The name is <bdo dir="rtl">moc.live</bdo> here.</p>', 'a.html');
  expect(rowsOf(bdo).some((row) => /^ +!/.test(row))).toBe(true);
  const code = await opened("Title\n\n```\n'''text\u2067''' ;return\n```\n");
  expect(rowsOf(code).some((row) => /^ +!/.test(row))).toBe(true);
  const honest = await opened(
    'Title\n\nقال \u202aabc def\u202c ثم \u2066x\u2069، والباقي نص.\n\n```\na = "نص"\n```\n',
  );
  expect(rowsOf(honest).some((row) => /^ *! |! *$/.test(row))).toBe(false);
});
