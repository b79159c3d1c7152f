// An entry of a feed is another article: nothing that one says may tell who speaks, or what day is meant, in another.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Analysis } from '../../src/analysis/analysis.ts';
import { analyze } from '../../src/analysis/analyze.ts';
import type { Article } from '../../src/article/model/article.ts';
import { readArticle } from '../../src/article/open.ts';

interface Entry {
  readonly title: string;
  readonly day?: string;
  readonly text: readonly string[];
}

async function feedOf(entries: readonly Entry[], language: string): Promise<Article> {
  const items = entries.map(
    ({ title, day, text }) =>
      `<item><title>${title}</title><link>https://example.org/${encodeURIComponent(title)}</link>${
        day ? `<pubDate>${new Date(`${day}T06:00:00Z`).toUTCString()}</pubDate>` : ''
      }<description><![CDATA[${text.map((words) => `<p>${words}</p>`).join('')}]]></description></item>`,
  );
  return await readArticle(
    Buffer.from(
      `<?xml version="1.0"?><rss version="2.0"><channel><title>*</title><language>${language}</language>${items.join('')}</channel></rss>`,
    ),
    { source: '/feed.xml' },
  );
}

/** What is said of the words of an entry, without where it stands: what a text of its own would say. */
function saidIn({ text }: Article, { quotes, entities }: Analysis, { title }: Entry) {
  const start = text.indexOf(`\n\n${title}\n`);
  const next = text.indexOf('\n\n*', start + 2);
  const end = next < 0 ? text.length : next;
  const inside = (span: { start: number }) => span.start >= start && span.start < end;
  return {
    quotes: quotes
      .filter(({ span }) => inside(span))
      .map(({ kind, span, speaker, role, reason }) => ({
        kind,
        words: text.slice(span.start, span.end),
        speaker,
        role,
        reason,
      })),
    dates: entities
      .filter(({ type }) => type === 'date')
      .flatMap(({ iso, mentions }) =>
        mentions.filter(inside).map((span) => [text.slice(span.start, span.end), iso] as const),
      )
      .sort(),
  };
}

const arabic: readonly Entry[] = [
  {
    title: '* الميزانية',
    day: '2019-03-10',
    text: [
      'قال وزير المالية سامر الحداد إن الميزانية ستعرض على البرلمان في 5 مايو المقبل.',
      'وأكد الحداد أن العجز تراجع هذا العام.',
    ],
  },
  {
    title: '* الموانئ',
    day: '2023-11-20',
    text: [
      'وقال الوزير إن الأرصفة الجديدة تفتح في 12 ديسمبر المقبل.',
      '«سننتهي من العمل قبل نهاية الشتاء بإذن الله».',
    ],
  },
  { title: '* الجسر', text: ['وأضاف أن الجسر سيفتح يوم الثلاثاء.', 'وأكد الحداد أن الطريق آمن.'] },
  { title: '* المدرسة', day: '2021-06-01', text: ['قالت المديرة ليلى الحداد إن الدراسة تبدأ غدا.'] },
];

const others: Readonly<Record<string, readonly Entry[]>> = {
  en: [
    {
      title: '* Budget',
      day: '2019-03-10',
      text: [
        'Finance Minister Samuel Harker said the budget would reach parliament on 5 May.',
        '“We have kept our promise,” Harker said.',
      ],
    },
    {
      title: '* Harbor',
      day: '2023-11-20',
      text: ['“The quay opens on 12 December,” the minister said.', 'He said work would end before spring.'],
    },
    { title: '* Bridge', text: ['“The road is safe for all,” Harker said on Tuesday.'] },
  ],
  fa: [
    {
      title: '* بودجه',
      day: '2019-03-10',
      text: ['سامر حدادی، وزیر اقتصاد، گفت: «بودجه به مجلس می‌رود و همه آن را می‌بینند».'],
    },
    {
      title: '* بندر',
      day: '2023-11-20',
      text: ['وی گفت: «اسکله تازه در زمستان باز می‌شود».', 'حدادی گفت: «راه برای همه امن است».'],
    },
  ],
  he: [
    { title: '* תקציב', day: '2019-03-10', text: ['שר האוצר דוד לביא אמר: "התקציב יוגש לכנסת בחודש הבא".'] },
    {
      title: '* נמל',
      day: '2023-11-20',
      text: ['השר אמר: "הרציף החדש ייפתח בחורף הקרוב".', 'לביא אמר: "הדרך בטוחה לכולם השנה".'],
    },
  ],
  ur: [
    {
      title: '* بجٹ',
      day: '2019-03-10',
      text: ['وزیر خزانہ احمد رضا نے کہا کہ بجٹ اگلے ماہ پارلیمان میں پیش ہوگا۔'],
    },
    {
      title: '* بندرگاہ',
      day: '2023-11-20',
      text: ['انہوں نے کہا کہ نئی گودی سردیوں میں کھلے گی۔', 'رضا نے کہا کہ سڑک محفوظ ہے۔'],
    },
  ],
};

test.each(Object.entries({ ar: arabic, ...others }))(
  'an entry of a feed says the same alone and among any others: %s',
  async (language, entries) => {
    const alone = new Map<Entry, ReturnType<typeof saidIn>>();
    for (const entry of entries) {
      const article = await feedOf([entry], language);
      expect(article.language).toBe(language);
      alone.set(entry, saidIn(article, analyze(article), entry));
    }
    expect([...alone.values()].some(({ quotes }) => quotes.length > 0)).toBe(true);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([...entries], { minLength: 2 }), async (some) => {
        const article = await feedOf(some, language);
        const analysis = analyze(article);
        for (const entry of some) expect(saidIn(article, analysis, entry)).toEqual(alone.get(entry));
      }),
      { numRuns: 20 },
    );
  },
);

test('a bare office and a short name are nobody of another entry; the year of a day is that of its entry', async () => {
  const article = await feedOf(arabic, 'ar');
  const analysis = analyze(article);
  const [, harbor, bridge] = arabic.map((entry) => saidIn(article, analysis, entry));
  expect(harbor!.quotes[0]!.speaker).toBe('الوزير');
  expect(harbor!.dates).toContainEqual(['12 ديسمبر المقبل', '2023-12-12']);
  expect(bridge!.quotes.map(({ speaker }) => speaker)).toEqual([null, 'الحداد']);
  expect(saidIn(article, analysis, arabic[0]!).dates).toContainEqual(['5 مايو المقبل', '2019-05-05']);
});

test('who is named by the same full name in two entries is one in the lists, with what both call him', async () => {
  const name = 'سامر الحداد';
  const article = await feedOf(
    [
      {
        title: '* أول',
        text: [`قال وزير المالية ${name} إن الميزانية جاهزة.`, 'وأكد الحداد أن العجز تراجع.'],
      },
      { title: '* ثان', text: [`وصل ${name} رئيس الوفد إلى القاهرة.`] },
    ],
    'ar',
  );
  const people = analyze(article).entities.filter(({ type }) => type === 'person');
  expect(people.map((person) => [person.name, person.aliases, person.mentions.length])).toEqual([
    [name, ['الحداد'], 3],
  ]);
  expect(people[0]!.roles?.map(({ text }) => text)).toEqual(['وزير المالية', 'رئيس الوفد']);
});
