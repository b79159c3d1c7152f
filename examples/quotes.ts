// Tells who is quoted in an article, and why each is taken for the speaker: `node quotes.js FILE-OR-ADDRESS`.
import { analyze, quotesBySpeaker } from 'maqal/analysis';
import { openArticle, SourceError } from 'maqal/article';

try {
  const article = await openArticle(process.argv[2] ?? '-');
  const analysis = analyze(article);
  for (const { speaker, quotes } of quotesBySpeaker(analysis)) {
    console.log(`${speaker ?? '(nobody known)'}: ${quotes.length}`);
    for (const { span, reason } of quotes)
      console.log(`  ${span.start}: ${article.text.slice(span.start, span.end)} [${reason}]`);
  }
} catch (error) {
  if (!(error instanceof SourceError)) throw error;
  console.error(`${error.source}: ${error.message}`);
  process.exitCode = 2;
}
