import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { zipSync } from 'fflate';
import { readArticle } from '../../dist/article.js';
import { found, textOfHtml, wordsOf } from './words.mjs';

/** Books that lie unpacked in a folder: whether all words of their XHTML chapters are shown. */
export async function epub(folder) {
  let books = 0;
  let whole = 0;
  for (const name of readdirSync(folder).sort()) {
    const own = path.join(folder, name);
    if (!statSync(own).isDirectory()) continue;
    const files = {};
    for (const file of readdirSync(own, { recursive: true }))
      if (statSync(path.join(own, file)).isFile()) files[file] = readFileSync(path.join(own, file));
    if (!files['META-INF/container.xml']) continue;
    books++;
    let article;
    try {
      article = await readArticle(zipSync(files, { level: 0 }), { source: `${name}.epub` });
    } catch (error) {
      console.log(`${name}: ${error.message}`);
      continue;
    }
    const wanted = chapters(files).flatMap((chapter) => wordsOf(textOfHtml(chapter)));
    const { missing, share } = found(wanted, wordsOf(article.text));
    const notices = article.notices.map((notice) => JSON.stringify(notice)).join(' ');
    if (missing.length === 0 && notices === '') whole++;
    else
      console.log(
        `${name}: ${missing.length} of ${wanted.length} words are not there (${(share * 100).toFixed(2)} %): ${missing.slice(0, 8).join(' ')} ${notices}`,
      );
  }
  console.log(`${books} books: ${whole} with their whole text and no notice`);
}

/** The XHTML chapters of the first package, in no order. */
function chapters(files) {
  const read = (name) => files[name]?.toString() ?? '';
  const root = /full-path="([^"]+)"/.exec(read('META-INF/container.xml'))?.[1] ?? '';
  const opf = read(root).replace(/<!--[\s\S]*?-->/g, '');
  const attribute = (tag, key) => new RegExp(`\\s${key}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1];
  const items = new Map(
    [...opf.matchAll(/<(?:\w+:)?item\s[^>]*>/g)].map(([tag]) => [attribute(tag, 'id'), tag]),
  );
  const hrefs = [...opf.matchAll(/<(?:\w+:)?itemref\s[^>]*>/g)].map(([tag]) =>
    items.get(attribute(tag, 'idref')),
  );
  return (
    [...new Set(hrefs)]
      .filter((tag) => tag && attribute(tag, 'media-type') === 'application/xhtml+xml')
      .map((tag) =>
        read(path.posix.join(path.posix.dirname(root), decodeURIComponent(attribute(tag, 'href')))),
      )
      // As HTML an empty element of these would go on to the end.
      .map((xhtml) => xhtml.replace(/<(script|style|title|iframe|a|div|p|span)(\s[^>]*)?\/>/g, '<$1$2></$1>'))
  );
}
