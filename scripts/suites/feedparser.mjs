import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readArticle } from '../../dist/article.js';
import { textOfHtml } from './words.mjs';

const titles = /(feed|entries\[(\d+)\])\[['"]title['"]\]\s*==\s*u?(['"])((?:\\.|(?!\3).)*)\3(?!\s*\+)/g;
const plain = (text) =>
  text
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
const python = (text) =>
  text.replace(/\\x(..)|\\u(....)|\\U(.{8})|\\(.)/g, (_, byte, unit, point, other) =>
    other === undefined
      ? String.fromCodePoint(parseInt(byte ?? unit ?? point, 16))
      : ({ n: '\n', t: '\t' }[other] ?? other),
  );

/** Titles that feedparser wants of its well-formed feeds. What is no RSS, Atom or JSON Feed is not counted. */
export async function feedparser(folder) {
  let wanted = 0;
  let right = 0;
  for (const name of readdirSync(folder, { recursive: true })
    .filter((one) => /\.(?:xml|json)$/.test(one))
    .sort()) {
    const bytes = readFileSync(path.join(folder, name));
    const expected = [...bytes.toString('latin1').slice(0, 4000).matchAll(titles)];
    if (expected.length === 0 || name.startsWith('cdf')) continue;
    let article;
    try {
      article = await readArticle(bytes, { source: 'feed' });
    } catch (error) {
      console.log(`${name}: ${error.message}`);
    }
    const headings = article?.blocks.filter(({ kind }) => kind === 'heading') ?? [];
    for (const [, , entry, , written] of expected) {
      const { start, end } = headings[Number(entry)]?.span ?? { start: 0, end: 0 };
      const shown = entry === undefined ? article?.title : article?.text.slice(start, end);
      const title = plain(textOfHtml(python(Buffer.from(written, 'latin1').toString()), true));
      wanted++;
      if (plain(shown ?? '') === title) right++;
      else console.log(`${name}: wanted ${JSON.stringify(title)}, shown ${JSON.stringify(shown)}`);
    }
  }
  console.log(`${wanted} titles: ${right} right (${((right / wanted) * 100).toFixed(1)} %)`);
}
