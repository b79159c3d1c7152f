// Finds a word however it is spelled: `node search.js WORD FILE…`.
import { openArticle } from 'maqal/article';
import { search } from 'maqal/search';

const [word = '', ...files] = process.argv.slice(2);
for (const file of files) {
  const article = await openArticle(file);
  for (const { span } of search(article, word))
    console.log(`${file}:${span.start}: ${article.text.slice(span.start, span.end)}`);
}
