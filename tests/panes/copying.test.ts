import { expect, test } from 'vitest';
import { frameOf } from '../../src/app/frame.ts';
import { readArticle } from '../../src/article/open.ts';
import { reduce, withAnalysis } from '../../src/panes/reducer.ts';
import type { Command } from '../../src/reader/state/command.ts';
import { openReader, type ReaderState } from '../../src/reader/state/state.ts';
import { openSample } from '../reader/sample.ts';

/** An article of the web with one quote of each kind. */
async function opened(): Promise<ReaderState> {
  const text =
    'وصول الباخرة إلى الميناء\n\nقال وزير النقل سامي الحداد: «الميناء جاهز». وأضاف أن الباخرة وصلت.\n\nفقرة بلا اقتباس.\n';
  const article = {
    ...(await readArticle(Buffer.from(text), { source: 'ship.txt' })),
    source: 'https://news.example/ship',
    title: 'وصول الباخرة إلى الميناء',
    site: 'صحيفة الميناء',
    date: '2026-03-05',
    author: 'ليلى منصور',
  };
  const preferences = { theme: 'dark', interface: 'ar', tashkeel: 'keep', justify: false } as const;
  const start = article.text.indexOf('الميناء جاهز');
  const indirect = article.text.indexOf('أن الباخرة');
  const quotes = [
    { kind: 'direct', span: { start, end: start + 12 }, role: 'وزير النقل' } as const,
    { kind: 'indirect', span: { start: indirect, end: indirect + 15 } } as const,
  ].map((quote) => ({
    ...quote,
    speaker: 'سامي الحداد',
    speakerMention: null,
    cue: null,
    reason: 'subject' as const,
  }));
  return withAnalysis(openReader(article, { columns: 100, rows: 30 }, preferences, true), {
    quotes,
    entities: [],
  });
}

function taken(state: ReaderState, ...commands: readonly Command[]): string | undefined {
  let step = { state } as ReturnType<typeof reduce>;
  for (const command of commands) step = reduce(step.state, command);
  return step.effect?.type === 'copy' ? step.effect.text : undefined;
}

const quote: Command = { type: 'quote', by: 1 };
const source = '«وصول الباخرة إلى الميناء»، صحيفة الميناء، ٥ مارس ٢٠٢٦، https://news.example/ship';

test('Y copies a quote with who said it, in what office, and where', async () => {
  const state = await opened();
  expect(taken(state, quote, { type: 'cite' })).toBe(`«الميناء جاهز» — سامي الحداد، وزير النقل؛ ${source}`);
  // What was said indirectly is not put into anybody's mouth.
  expect(taken(state, quote, quote, { type: 'cite' })).toBe(`أن الباخرة وصلت — سامي الحداد؛ ${source}`);
  expect(taken(state, quote, { type: 'copy' })).toBe('الميناء جاهز');
});

test('Y copies a paragraph with its author; of a file of one’s own no path is given away', async () => {
  const state = await opened();
  const last = { type: 'end' } as const;
  expect(taken(state, last, { type: 'cite' })).toBe(`«فقرة بلا اقتباس.» — ليلى منصور؛ ${source}`);
  const file = { ...state, article: { ...state.article, source: '/home/reader/ship.txt' } };
  expect(taken(file, last, { type: 'cite' })).toBe(
    `«فقرة بلا اقتباس.» — ليلى منصور؛ ${source.replace(/، https.*/u, '')}`,
  );
});

test('Y tells the whole office where a quote has only a part of it', async () => {
  const state = await opened();
  const roles = [{ text: 'وزير النقل العراقي', start: 0, end: 18 }];
  const entity = { type: 'person', name: 'سامي الحداد', aliases: [], roles, mentions: [] } as const;
  const known = (role: string): ReaderState => ({
    ...state,
    analysis: { quotes: [{ ...state.analysis!.quotes[0]!, role }], entities: [entity] },
  });
  const cited = (role: string) => taken(known(role), quote, { type: 'cite' });
  expect(cited('الوزير العراقي')).toContain('— سامي الحداد، وزير النقل العراقي؛');
  expect(cited('الوزير')).toContain('— سامي الحداد، وزير النقل العراقي؛');
  // Another office is said as it is.
  expect(cited('رئيس الوفد')).toContain('— سامي الحداد، رئيس الوفد؛');
});

test('a day that only the text lets one know stands in brackets', async () => {
  const { article, analysis, ...state } = await opened();
  const { date, ...undated } = article;
  const inferred = { ...state, article: undated, analysis: { ...analysis!, date: date! } };
  expect(taken(inferred, quote, { type: 'cite' })).toContain('، [٥ مارس ٢٠٢٦]، https');
  expect(taken({ ...state, article, analysis }, quote, { type: 'cite' })).toContain('، ٥ مارس ٢٠٢٦، https');
});

test('in the list of links y copies the address', async () => {
  const sample = await openSample('en');
  const links = [{ span: { start: 10, end: 14 }, href: 'https://example.org/a b' }];
  const state = { ...sample, article: { ...sample.article, links } };
  expect(taken(state, { type: 'tab', tab: 'links' }, { type: 'copy' })).toBe('https://example.org/a b');
});

test('a mark stands in the margin of its row, by its letter', async () => {
  const state = await opened();
  const set = [{ type: 'setMark' }, { type: 'markName', name: 'ب' }] as const;
  const marked = [{ type: 'paragraph', by: 1 } as const, ...set].reduce(
    (now: ReaderState, one) => reduce(now, one).state,
    state,
  );
  const outer = frameOf(marked).rows.map((row) => row.at(-1)!.source);
  expect(outer.filter((letter) => letter === 'ب')).toHaveLength(1);
  const plain = frameOf(state).rows.map((row) => row.at(-1)!.source);
  expect(plain).not.toContain('ب');
});

test('by whatever key one comes to a paragraph, as much has been read', async () => {
  const { shareRead } = await import('../../src/reader/state/share.ts');
  const { jumpTo } = await import('../../src/reader/state/movement.ts');
  const start = await openSample('ar');
  for (const { span } of start.article.blocks.slice(1, 5)) {
    const shares = [span.start, span.start + 3, Math.floor((span.start + span.end) / 2)].map((offset) =>
      shareRead(jumpTo(start, { start: offset, end: offset + 1 })),
    );
    expect(new Set(shares).size).toBe(1);
  }
});

test('what has been read begins with nothing and ends with all, by whatever keys', async () => {
  const { shareRead } = await import('../../src/reader/state/share.ts');
  const start = await openSample('ar');
  expect(shareRead(start)).toBeLessThan(0.02);
  for (const command of [
    { type: 'page', by: 1 },
    { type: 'paragraph', by: 1 },
    { type: 'scroll', by: 3 },
  ] satisfies Command[]) {
    let state = start;
    let before = 0;
    for (let time = 0; time < 60; time += 1) {
      state = reduce(state, command).state;
      expect(shareRead(state)).toBeGreaterThanOrEqual(before);
      before = shareRead(state);
    }
    expect(before).toBe(1);
  }
});
