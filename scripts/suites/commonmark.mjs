import { readFileSync } from 'node:fs';
import { readArticle } from '../../dist/article.js';
import { found, percent, textOfHtml, wordsOf } from './words.mjs';

/** The examples of CommonMark: whether the words of what they become are those that are shown. */
export async function commonmark(file) {
  const spec = readFileSync(file, 'utf8').replaceAll('→', '\t');
  const fence = '`'.repeat(32);
  const examples = [
    ...spec.matchAll(new RegExp(`^${fence} example\\n([\\s\\S]*?)^\\.\\n([\\s\\S]*?)^${fence}$`, 'gm')),
  ];
  const all = { recall: 0, precision: 0 };
  for (const [index, [, markdown, html]] of examples.entries()) {
    const wanted = wordsOf(textOfHtml(html, true));
    let words = [];
    try {
      words = wordsOf((await readArticle(Buffer.from(markdown), { source: 'x.md' })).text);
    } catch (error) {
      if (wanted.length > 0) console.log(`${index + 1}: ${error.message}`);
    }
    const recall = found(wanted, words).share;
    const precision = found(words, wanted).share;
    all.recall += recall;
    all.precision += precision;
    if (recall < 1) console.log(`${index + 1}: recall ${percent(recall)} ${JSON.stringify(markdown)}`);
  }
  console.log(
    `${examples.length} examples: recall ${percent(all.recall / examples.length)}, precision ${percent(all.precision / examples.length)}`,
  );
}
