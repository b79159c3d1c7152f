import { expect, test } from 'vitest';
import { readArticle } from '../../src/article/open.ts';
import { findingLine, findings } from '../../src/search/report.ts';
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
