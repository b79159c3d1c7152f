import { readMarkup } from './markup.ts';

const entity = /&(?:[a-z][a-z\d]{1,30}|#\d{1,7}|#x[\da-f]{1,6});/i;

/**
 * A line with its entities undone, where it still has some: what was escaped twice, as titles in feeds and descriptions
 * often are. Tags stay as they are.
 */
export function withoutEntities(line: string): string {
  if (!entity.test(line)) return line;
  const parts: string[] = [];
  readMarkup(line.replaceAll('<', '&lt;'), 'html', {
    open() {},
    text: (words) => parts.push(words),
    close() {},
  });
  return parts.join('');
}
