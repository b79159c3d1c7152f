import { expect, test } from 'vitest';
import { readArticle } from '../../src/article/open.ts';
import { infoLine } from '../../src/panes/article/info.ts';
import { words } from '../../src/reader/words/words.ts';

const say = words({ interface: 'en', tashkeel: 'keep' });

const page = (head: string, first: string): Promise<Awaited<ReturnType<typeof readArticle>>> =>
  readArticle(
    Buffer.from(
      `<!doctype html><html lang="en"><head><title>The harbor opens again</title>${head}</head><body><article>
      <h1>The harbor opens again</h1>${first}${'<p>The quay was rebuilt over two winters, and the boats are back, said those who live there.</p>'.repeat(4)}
      </article></body></html>`,
    ),
    { source: 'harbor.html' },
  );

const facts =
  '<meta property="og:site_name" content="The Tide"><meta property="article:published_time" content="2026-03-04">';

test('the line under the title names the author where the text does not', async () => {
  const article = await page(`<meta name="author" content="Mina Sorel">${facts}`, '');
  expect(infoLine(article, say).replace(/[\u2066-\u2069]/gu, '')).toMatch(/^(Mina Sorel · )?The Tide · /u);
  const shown = `${infoLine(article, say)}\n${article.text}`;
  expect(shown.split('Mina Sorel')).toHaveLength(2);
});

test('where it does not fit, whole parts are left out, the last first', async () => {
  const article = await page(facts, '');
  const whole = infoLine(article, say);
  const parts = whole.split(' · ');
  expect(parts).toHaveLength(3);
  const width = whole.replace(/[\u2066-\u2069]/gu, '').length;
  expect(infoLine(article, say, width)).toBe(whole);
  expect(infoLine(article, say, width - 1)).toBe(parts.slice(0, 2).join(' · '));
  expect(infoLine(article, say, 1)).toBe(parts[0]);
});
