import MarkdownIt from 'markdown-it';
import { expect, test } from 'vitest';
import { analyze } from '../../src/analysis/analyze.ts';
import { entityPage, quotesBySpeaker } from '../../src/analysis/views/entity-page.ts';
import { analysisJson } from '../../src/analysis/views/json.ts';
import { report } from '../../src/analysis/views/report.ts';
import { timeline } from '../../src/analysis/views/timeline.ts';
import { articleOf } from './sample.ts';

const text = [
  'افتتح المعرض في 3 مايو 2019 في تونس. وكان قد بدأ في 1998.',
  'وقالت ليلى منصور: «جئنا من لندن إلى تونس لنرى كل شيء». وأضافت أن الزوار كثر.',
  'وقال سمير حداد إن ليلى منصور فنانة كبيرة.',
].join('\n');
const article = articleOf(text);
const analysis = analyze(article);
const person = (name: string) => analysis.entities.find((entity) => entity.name === name)!;

test('an entity page gathers contexts, quotes by and about, and company', () => {
  const page = entityPage(article, analysis, person('ليلى منصور'));
  expect(page.mentions.map(({ context }) => text.slice(context.start, context.end))).toEqual([
    'وقالت ليلى منصور: «جئنا من لندن إلى تونس لنرى كل شيء».',
    'وقال سمير حداد إن ليلى منصور فنانة كبيرة.',
  ]);
  expect(page.quotesBy.map(({ kind }) => kind)).toEqual(['direct', 'indirect']);
  expect(page.quotesAbout.map(({ speaker }) => speaker)).toEqual(['سمير حداد']);
  expect(page.appearsWith.map(({ entity, count }) => [entity.name, count])).toEqual([
    ['تونس', 1],
    ['لندن', 1],
    ['سمير حداد', 1],
  ]);
});

test('speakers stand by how much they are quoted', () => {
  expect(quotesBySpeaker(analysis).map(({ speaker, quotes }) => [speaker, quotes.length])).toEqual([
    ['ليلى منصور', 2],
    ['سمير حداد', 1],
  ]);
});

test('the timeline is in the order of the dates, not of the text', () => {
  expect(timeline(article, analysis).map(({ date, label }) => [date, label])).toEqual([
    ['1998', '1998'],
    ['2019-05-03', '3 مايو 2019'],
  ]);
});

test('JSON has the fields that are promised', () => {
  const json = analysisJson(article, analysis);
  expect(json.article).toEqual({
    title: 'عنوان',
    author: null,
    site: null,
    language: 'ar',
    direction: 'rtl',
    source: 'sample.txt',
    date: null,
    length: text.length,
  });
  const [quote] = json.quotes;
  expect(quote).toMatchObject({
    kind: 'direct',
    text: 'جئنا من لندن إلى تونس لنرى كل شيء',
    paragraph: 1,
    reason: 'subject',
  });
  expect(text.slice(quote!.cue!.start, quote!.cue!.end)).toBe('قالت');
  expect(
    json.entities.find(({ name }) => name === 'تونس')!.mentions.map(([start, end]) => text.slice(start, end)),
  ).toEqual(['تونس', 'تونس']);
});

test('the report names speakers, names and dates, and escapes Markdown', () => {
  const told = report(article, analysis, { format: 'text', interface: 'ar' });
  expect(told).toContain('ليلى منصور (2)');
  expect(told.indexOf('1998')).toBeLessThan(told.indexOf('2019-05-03'));
  const hostile = articleOf('قال سمير حداد: «هذا *مهم* و[مفتوح] للجميع هنا».');
  const markdown = report(hostile, analyze(hostile), { format: 'markdown', interface: 'en' });
  expect(markdown).toContain('## Who said what');
  expect(markdown).toContain('\\*مهم\\*');
  expect(
    report(articleOf('لا شيء.'), analyze(articleOf('لا شيء.')), { format: 'text', interface: 'en' }),
  ).toContain('Nothing');
});

test.each([
  '1. أول ما نقوله لكم اليوم',
  '- هذا ما نقوله لكم اليوم',
  '+ هذا ما نقوله لكم اليوم',
  '& هذا ما نقوله لكم اليوم',
  'هذا &lt;b&gt; نقوله &amp; لكم',
  'هذا &#x202e; نقوله لكم اليوم',
])('Markdown reads «%s» as it was said', (words) => {
  const hostile = articleOf(`قال سمير حداد: «${words}».`);
  const markdown = report(hostile, analyze(hostile), { format: 'markdown', interface: 'en' });
  // Each line of its own: the words may stand behind the mark of an item or of a quotation.
  const shown = markdown
    .split('\n')
    .map((line) => new MarkdownIt().render(line.replace(/^(?:[->] )+/, '')))
    .join('\n');
  expect(shown).not.toMatch(/<[ou]l/);
  const text = shown
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
  expect(text).toContain(words);
});

test('an article that calls a day today tells its own date, the year by its weekdays', () => {
  // 3 March is a Sunday in 2019, and in no year from 2014 to 2018.
  const undated = articleOf('يفتتح المعرض اليوم الأحد (3 مارس) في تونس، وكان آخر معرض في عام 2014.');
  const found = analyze(undated);
  expect(found.date).toBe('2019-03-03');
  expect(analysisJson(undated, found).article.date).toBe('2019-03-03');
  // The report marks a day that the article does not declare.
  const options = { format: 'text', interface: 'ar' } as const;
  expect(report(undated, found, options)).toContain('\n[2019-03-03]\n');
  expect(report({ ...undated, date: '2019-03-03' }, found, options)).toContain('\n2019-03-03\n');
  expect(analyze(articleOf('يفتتح المعرض يوم الأحد المقبل في تونس.')).date).toBeUndefined();
});

test('an office stands with its person, and with the quote that tells it', () => {
  const lines = 'قال وزير الزراعة الأردني سمير حداد إن الموسم جيد.\nوأضاف الوزير أن السعر عادل.';
  const source = articleOf(lines);
  const found = analyze(source);
  const json = analysisJson(source, found);
  const [role] = json.entities.find(({ type }) => type === 'person')!.roles;
  expect(role!.text).toBe('وزير الزراعة الأردني');
  expect(lines.slice(role!.start, role!.end)).toBe(role!.text);
  expect(json.quotes.map((quote) => quote.role)).toEqual(['وزير الزراعة الأردني', 'الوزير']);
  expect(report(source, found, { format: 'text', interface: 'en' })).toContain(
    'سمير حداد (1): وزير الزراعة الأردني',
  );
});

test('an office behind the name is the role of the quote that tells it, and of no other', () => {
  const source = articleOf(
    'أكد سمير حداد، رئيس لجنة المال النيابية، أن اللجنة ستجتمع.\nوقال حداد إن الموعد قريب.\nوقالت ليلى منصور، شقيقة الوزير، إن السفر طويل.',
  );
  const roles = analysisJson(source, analyze(source)).quotes.map(({ speaker, role }) => [speaker, role]);
  expect(roles).toEqual([
    ['سمير حداد', 'رئيس لجنة المال النيابية'],
    ['سمير حداد', null],
    ['ليلى منصور', 'شقيقة الوزير'],
  ]);
});
