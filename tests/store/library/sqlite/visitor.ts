// A program beside the tests: opens the library in a folder, does what it is told, and writes a line for each thing.
import { plainArticle } from '../../../../src/article/plain/plain.ts';
import { explain } from '../../../../src/reader/words/explain.ts';
import type { Problem } from '../../../../src/reader/words/problem.ts';
import { words } from '../../../../src/reader/words/words.ts';
import { LibraryError } from '../../../../src/store/library/library.ts';
import { openLibrary } from '../../../../src/store/library/open.ts';
import { pipedLine } from '../../../../src/text/visible.ts';

const [folder, name, count] = process.argv.slice(2) as [string, string, string];
const tell = (line: string) => console.log(line);

/** A problem as the English interface tells it; tests/said.ts needs vitest, which is not there. */
const said = (problem: Problem) => pipedLine(explain(words({ interface: 'en', tashkeel: 'keep' }), problem));

/** Says why the library could not do something, as the user would read it. */
function failed(error: unknown): void {
  if (!(error instanceof LibraryError)) throw error;
  tell(`LibraryError ${said(error.problem)}`);
}

/** A text that only its name and number tell from others. */
const text = (number: number) =>
  `مقال ${number} من ${name}\n\n${`فقرة ${number} طويلة بعض الشيء، فيها كلمات.\n\n`.repeat(1 + (number % 40) * 4)}`;

// Somebody else from here on, who could not read the store where this project is in a folder of its owner's alone.
const other = process.env.MAQAL_VISITOR;
if (other !== undefined) {
  await import('libsql');
  process.setgid?.(Number(other));
  process.setuid?.(Number(other));
}

try {
  const library = await openLibrary(folder, (notice) => tell(`notice ${said(notice)}`));
  for (let number = 0; number < Number(count); number++) {
    const article = plainArticle(text(number), { source: name, notices: [] });
    try {
      await library.noteOpened(article, `/${name}/${number}`);
      await library.keep(article, `/${name}/${number}`);
      tell(`kept ${JSON.stringify(article)}`);
    } catch (error) {
      failed(error);
      break;
    }
  }
  for (const { source } of await library.list('kept', 0, 3))
    tell(`has ${source} ${(await library.article(source)) !== null}`);
} catch (error) {
  failed(error);
}
