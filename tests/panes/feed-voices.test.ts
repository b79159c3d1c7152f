import { expect, test } from 'vitest';
import { analyze } from '../../src/analysis/analyze.ts';
import { readArticle } from '../../src/article/open.ts';
import { entriesOf } from '../../src/panes/lists/entries.ts';
import { reduce, withAnalysis } from '../../src/panes/reducer.ts';
import { rememberedOf, withRemembered } from '../../src/reader/state/remembering.ts';
import { openReader, type ReaderState } from '../../src/reader/state/state.ts';

const entry = (title: string, text: string) =>
  `<item><title>${title}</title><link>https://example.org/${title.length}</link><description>${text}</description></item>`;
const rss = `<?xml version="1.0"?><rss version="2.0"><channel><title>أخبار</title><language>ar</language>
${entry('الميناء', 'قال الوزير إن الرصيف الجديد يفتح في الشتاء.')}
${entry('الجسر اليوم', 'قال سامر الحداد إن الجسر آمن. وأكد وزير النقل سامر الحداد أن الطريق مفتوح.')}
${entry('المدرسة والدراسة', 'قال الوزير إن الدراسة تبدأ غدا في كل مكان. وقال سامر الحداد إن الطلاب كثيرون.')}
</channel></rss>`;
const said = (state: ReaderState) =>
  entriesOf(state, 'quotes').map(({ quote, lines }) => [
    state.analysis!.quotes[quote!]!.speaker,
    lines[0]!.more ?? null,
  ]);

test('ministers of two entries of a feed are two in the list of quotes, and one is chosen alone', async () => {
  const article = await readArticle(Buffer.from(rss), { source: '/feed.xml' });
  const size = { columns: 120, rows: 40 };
  const preferences = { theme: 'dark', interface: 'ar', tashkeel: 'keep', justify: false } as const;
  const analysis = analyze(article);
  let state = withAnalysis(openReader(article, size, preferences, true), analysis);
  // By name where there is one, else by entry, who said most first; an office is told where its entry tells it.
  const groups = reduce(state, { type: 'groupBySpeaker' }).state;
  expect(said(groups)).toEqual([
    ['سامر الحداد', 'وزير النقل'],
    ['سامر الحداد', 'وزير النقل'],
    ['سامر الحداد', null],
    ['الوزير', null],
    ['الوزير', null],
  ]);
  expect(entriesOf(groups, 'quotes').map(({ sharesName }) => sharesName)).toEqual([
    false,
    true,
    true,
    false,
    false,
  ]);
  state = reduce(state, { type: 'quote', by: 1 }).state;
  state = reduce(state, { type: 'filterBySpeaker' }).state;
  expect(said(state)).toEqual([['الوزير', null]]);
  // The next run has the same one.
  const kept = withRemembered(openReader(article, size, preferences, true), rememberedOf(state));
  expect(said(withAnalysis(kept, analysis))).toEqual([['الوزير', null]]);
});
