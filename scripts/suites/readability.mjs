import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readArticle } from '../../dist/article.js';
import { found, percent, textOfHtml, wordsOf } from './words.mjs';

/** Mozilla's pages: which words of the article they want are shown, and which words that are shown they want. */
export async function readability(folder) {
  const all = { recall: [], precision: [] };
  for (const page of readdirSync(folder)) {
    const file = (name) => readFileSync(path.join(folder, page, name));
    const wanted = wordsOf(textOfHtml(file('expected.html').toString(), true));
    let words;
    try {
      const { text, blocks } = await readArticle(file('source.html'), {
        source: 'page.html',
        address: 'http://fakehost/test/page.html',
      });
      // The title is no part of the article there; the byline is apart, too, and what pictures show is an attribute.
      const shown = blocks.filter(({ kind }) => kind !== 'title' && kind !== 'byline');
      const lines = shown.map(({ span }) => text.slice(span.start, span.end));
      words = wordsOf(lines.filter((line) => !/^\[(?:Image|▣)/u.test(line)).join('\n'));
    } catch (error) {
      console.log(`${page}: ${error.message}`);
      words = [];
    }
    const recall = found(wanted, words).share;
    const precision = found(words, wanted).share;
    all.recall.push(recall);
    all.precision.push(precision);
    if (recall < 0.95 || precision < 0.95)
      console.log(
        `${page}: recall ${percent(recall)}, precision ${percent(precision)}, ${wanted.length} words`,
      );
  }
  const mean = (list) => percent(list.reduce((sum, share) => sum + share, 0) / list.length);
  console.log(`${all.recall.length} pages: recall ${mean(all.recall)}, precision ${mean(all.precision)}`);
}
