import { expect, test } from 'vitest';
import { readArticle } from '../../src/article/open.ts';
import { factFindings, findingLine, findings } from '../../src/search/report.ts';
import { search } from '../../src/search/search.ts';

const told = async (text: string, query: string) => {
  const article = await readArticle(Buffer.from(text), { source: 'نص.txt' });
  return findings(article, search(article, query));
};

test('a finding says where it stands and what stands around it', async () => {
  const text =
    'عنوان قصير\n\nقال إبراهيم إن الأمر انتهى، وقال غيره إنه لم ينته، ثم سكتوا جميعا ولم يقولوا شيئا بعد ذلك.';
  expect(await told(text, 'ابراهيم')).toEqual([
    {
      source: 'نص.txt',
      paragraph: 2,
      kind: 'paragraph',
      start: 16,
      end: 23,
      level: 1,
      text: 'إبراهيم',
      before: 'قال ',
      after: ' إن الأمر انتهى، وقال غيره إنه لم ينته، ثم سكتوا جميعا ولم …',
    },
  ]);
});

test('its line is what grep would print', async () => {
  const [finding] = await told('قال إبراهيم نعم', 'ابراهيم');
  expect(findingLine(finding!)).toBe('نص.txt:1: قال إبراهيم نعم');
  expect(findingLine(finding!, { source: ['<', '>'], hit: ['[', ']'] })).toBe(
    '<نص.txt>:1: قال [إبراهيم] نعم',
  );
});

test('its line is one line, gives no orders to a terminal, and cuts between words and characters', async () => {
  const long = `${'كلمة '.repeat(40)}\u001b[2Jهدف\u202e ${'كلمة '.repeat(40)}`;
  const [finding] = await told(long, 'هدف');
  expect(findingLine(finding!)).toMatch(/^نص\.txt:1: … (?:كلمة )+\[2Jهدف (?:كلمة )+…$/u);
  for (const beside of ['', 'x']) {
    const [wide] = await told(`${'😀'.repeat(99)}${beside}ههه${beside}${'😀'.repeat(99)}`, 'ههه');
    const line = findingLine(wide!);
    // UTF-8 has no halves of surrogate pairs.
    expect(Buffer.from(line).toString()).toBe(line);
    expect(line.match(/😀/gu)).toHaveLength(beside ? 58 : 60);
  }
});

test('the words around are sixty code units on each side at most, cut between words', async () => {
  const words = 'كلمة '.repeat(40);
  const [finding] = await told(`عنوان\n\n${words}نهر ${words.trim()}.`, 'نهر');
  const { before, after } = finding!;
  // Sixty units begin with the blank of a word: eleven words of five units, and the mark.
  expect(before).toBe(`… ${'كلمة '.repeat(11)}${'كلمة '}`.slice(0, before.length));
  expect(before.length).toBeLessThanOrEqual(62);
  expect(after.length).toBeLessThanOrEqual(62);
  expect([before.length, after.length]).toEqual([57, 57]);
});

test('a place belongs to the block that it begins and that it ends', async () => {
  const found = await told('نهر أول نهر\n\nنهر\n\nبحر ثم نهر', 'نهر');
  expect(found.map(({ paragraph, before, after }) => [paragraph, before, after])).toEqual([
    [1, '', ' أول نهر'],
    [1, 'نهر أول ', ''],
    [2, '', ''],
    [3, 'بحر ثم ', ''],
  ]);
});

test('what is left out is marked, and nothing is where all is there', async () => {
  const around = async (length: number) => {
    const [finding] = await told(`${'ب'.repeat(length - 1)} نهر ${'ب'.repeat(length - 1)}`, 'نهر');
    return [finding!.before, finding!.after];
  };
  expect(await around(60)).toEqual([`${'ب'.repeat(59)} `, ` ${'ب'.repeat(59)}`]);
  // Of the one word there, on the left a blank ends the part, on the right one begins it.
  expect(await around(61)).toEqual(['… ', ' …']);
});

test('what is known beside the text is found at the title, wherever that stands', async () => {
  const plain = await readArticle(Buffer.from('نص قصير.\n\nنص آخر.'), { source: 'نص.txt' });
  const { blocks } = plain;
  const facts = { author: 'نوال الشاطر', site: 'جريدة الموج' };
  const second = blocks.map(
    (block, index) => ({ ...block, kind: index === 1 ? 'title' : 'paragraph' }) as const,
  );
  expect(factFindings({ ...plain, ...facts, blocks: second }, 'الموج')).toMatchObject([
    {
      paragraph: 2,
      start: blocks[1]!.span.end,
      end: blocks[1]!.span.end,
      before: 'نوال الشاطر · جريدة ',
      after: '',
    },
  ]);
  const none = blocks.map((block) => ({ ...block, kind: 'paragraph' }) as const);
  expect(factFindings({ ...plain, ...facts, blocks: none }, 'نوال')).toMatchObject([
    { paragraph: 1, start: blocks[0]!.span.end },
  ]);
  expect(factFindings(plain, 'نص')).toEqual([]);
});
