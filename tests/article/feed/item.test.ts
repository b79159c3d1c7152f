// The entries of a feed that need not be fetched.
import { expect, test } from 'vitest';
import { itemArticle } from '../../../src/article/feed/item.ts';
import { readArticle } from '../../../src/article/open.ts';

const whole =
  '<p>قالت <b>ليلى حداد</b> إن الجسر سيفتح.</p><h2>الجسر</h2><p>وهو <a href="https://other.example/x">الثالث</a> هنا.</p>' +
  '<table><tr><th>طول</th><th>عرض</th></tr><tr><td>١٢٠</td><td>٩</td></tr></table><ul><li>بند</li></ul>' +
  '<p>وقال <bdi>Omar</bdi> كلاما.</p>';
const item = (name: string, content: string, more = ''): string =>
  `<item><title>خبر ${name}</title><link>https://example.org/${name}</link>${more}<content:encoded><![CDATA[${content}]]></content:encoded></item>`;
const feed = (...items: readonly string[]) =>
  readArticle(
    Buffer.from(
      `<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>أخبار</title>${items.join('')}</channel></rss>`,
    ),
    { source: 'https://example.org/feed', address: 'https://example.org/feed' },
  );
const facts = '<pubDate>Fri, 27 Nov 2026 10:00:00 GMT</pubDate><dc:creator>سامر</dc:creator>';

test('an entry with its whole text is an article of its own, as it stands in the feed', async () => {
  for (const around of [[], [item('before', whole)], [item('before', whole, facts)]])
    for (const behind of [[], [item('behind', whole)]]) {
      const opened = await feed(...around, item('this', whole, facts), ...behind);
      const article = itemArticle(opened, 'https://example.org/this')!;
      expect(article).toMatchObject({
        title: 'خبر this',
        author: 'سامر',
        date: '2026-11-27',
        site: 'أخبار',
        source: 'https://example.org/this',
        language: 'ar',
        direction: 'rtl',
      });
      const said = article.blocks.map(({ kind, span }) => [
        kind,
        article.text.slice(span.start, span.end).replace(/\s+/gu, ' '),
      ]);
      expect(said).toEqual([
        ['title', 'خبر this'],
        ['paragraph', 'قالت ليلى حداد إن الجسر سيفتح.'],
        ['heading', 'الجسر'],
        ['paragraph', 'وهو الثالث هنا.'],
        ['row', 'طول عرض'],
        ['row', '١٢٠ ٩'],
        ['item', 'بند'],
        ['paragraph', 'وقال Omar كلاما.'],
      ]);
      const at = ({ start, end }: { start: number; end: number }) => article.text.slice(start, end);
      expect(article.links!.map(({ span, href }) => [at(span), href])).toEqual([
        ['الثالث', 'https://other.example/x'],
      ]);
      expect(article.emphasis!.map((one) => [at(one), one.role])).toContainEqual(['ليلى حداد', 'strong']);
      expect(article.isolates!.map(at)).toContain('Omar');
      const [table] = article.tables!;
      expect([table!.first, table!.end]).toEqual([4, 6]);
      expect(article.blocks.slice(4, 6).map((block) => block.table)).toEqual([0, 0]);
    }
});

test('what an article is about is not its text, and of another article there is none', async () => {
  const opened = await feed(
    item('short', '<p>واحدة.</p><p>اثنتان.</p>'),
    item('cut', '<p>واحدة.</p><p>اثنتان.</p><p>ثلاث […]</p>'),
    item('dots', '<p>واحدة.</p><p>اثنتان.</p><p>ثلاث...</p>'),
    item('whole', whole),
  );
  const found = ['short', 'cut', 'dots', 'whole', 'none'].map((name) =>
    Boolean(itemArticle(opened, `https://example.org/${name}`)),
  );
  expect(found).toEqual([false, false, false, true, false]);
  const article = await readArticle(Buffer.from('# T\n\n[a](https://example.org/a)\n'), { source: 'a.md' });
  expect(itemArticle(article, 'https://example.org/a')).toBeNull();
});
