// What a page or a feed calls its author, as the name alone.
import { oneLine } from './one-line.ts';

/** Words that stand before the name of an author, or of a place or a day, and are none themselves. */
const labels = [
  'بقلم|كتب[تها]{0,2}|بواسطة|من قبل|الكاتبة?|المؤلفة?|المحررة?|تقرير|[إا]عداد|ترجمة|تحرير|تصوير|حوار|نُ?شرت?(?: (?:في|بواسطة|من قبل|بتاريخ))?',
  'نویسنده|به قلم|گزارش|خبرنگار|مترجم|توسط|نوشته(?:ٔ|\u200c?ی| شده توسط)?|(?:منتشر|ارسال) شده (?:در|توسط)',
  'تحریر|مصنف|رپورٹ|شائع(?: کردہ| ہوا)?',
  'מאת|כתבת?|נכתב(?: על ידי)?|פורסם(?: (?:על ידי|ב))?|על ידי|עורך',
  '(?:(?:written|published|posted|words|reported|story|text|edited|created|submitted) )?(?:by|on|in)|authors?|published|posted|updated|writer|reporter',
].join('|');
const label = new RegExp(`^(?:${labels})(?:\\s*[:：|-]\\s*|\\s+|$)`, 'iu');
const mail = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;

/**
 * The name in what is called an author: without the word before it («بقلم», "Posted by"), without addresses. Undefined
 * if nothing is left that has a letter.
 */
export function authorName(written: string): string | undefined {
  let name = oneLine(written);
  // RSS 2.0 wants a mail address, and the name in brackets behind it.
  const inBrackets = /^[^\s()]+@[^\s()]+\s*\(([^()]+)\)$/.exec(name)?.[1];
  name = (inBrackets ?? name).replace(mail, '').replace(/\bmailto:|<\s*>|\(\s*\)/gi, '');
  for (let next = name.replace(label, ''); next !== name; next = name.replace(label, '')) name = next;
  name = name.replace(/^[\s:,،|·•–—-]+|[\s:,،|·•–—-]+$/g, '');
  return /\p{L}/u.test(name) && !/^https?:/i.test(name) ? name : undefined;
}

/** Whether a line is only what stands before a name. */
export function isLabel(line: string): boolean {
  return label.test(line) && authorName(line) === undefined;
}

/** Several names as one, each once, parted by the comma of their script; undefined for none. */
export function joinedNames(names: readonly (string | undefined)[]): string | undefined {
  const all = [...new Set(names.filter((name) => name !== undefined && name !== ''))];
  return all.join(/\p{Script=Arabic}/u.test(all.join('')) ? '، ' : ', ') || undefined;
}
