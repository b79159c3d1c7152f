import { type Archive, BeyondLimits, openArchive } from '../bytes/archive.ts';
import { declaredEncoding } from '../bytes/declared-encoding.ts';
import { decode } from '../bytes/decoding.ts';
import type { Article } from '../model/article.ts';
import { SourceError } from '../model/problem.ts';
import type { Declared } from '../plain/plain.ts';
import { odtArticle } from './odt.ts';
import type { Part } from './part.ts';
import { wordArticle } from './word.ts';

/**
 * A text of an office program as an article: Office Open XML (`.docx`) or OpenDocument (`.odt`), told by what the archive holds;
 * undefined where it is neither. Throws SourceError for one that is damaged or beyond all measure.
 */
export function officeArticle(bytes: Uint8Array, declared: Declared): Article | undefined {
  const { source } = declared;
  let archive: Archive;
  try {
    archive = openArchive(bytes);
  } catch {
    return undefined;
  }
  const part: Part = (path) => {
    try {
      const file = archive.paths.includes(path) ? archive.get(path) : undefined;
      return file && decode(file, { ownWord: declaredEncoding }).text;
    } catch (error) {
      const key = error instanceof BeyondLimits ? error.problem : 'archiveDamaged';
      throw new SourceError(source, { key }, error);
    }
  };
  try {
    const word = archive.paths.find((path) => /^word\/document\d*\.xml$/.test(path));
    if (word) return wordArticle(part(word)!, part, declared);
    const isText = /^application\/vnd\.oasis\.opendocument\.text(?:$|-template|-master)/;
    const content = isText.test(part('mimetype')?.trim() ?? '') ? part('content.xml') : undefined;
    return content === undefined ? undefined : odtArticle(content, part, declared);
  } catch (error) {
    // Nested beyond all measure: texts are walked by recursion.
    throw error instanceof SourceError ? error : new SourceError(source, { key: 'archiveDamaged' }, error);
  }
}
