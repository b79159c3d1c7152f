/** A surrogate that is no half of a pair, as JSON may hold one. */
const loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/**
 * A text as one line for titles, names and lists: no controls, no bidi controls, no half of a character, white space
 * runs as one blank.
 */
export function oneLine(text: string): string {
  return text
    .replace(/[\s\u0085]+/g, ' ')
    .replace(/[\0-\x1f\x7f-\x9f\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/g, '')
    .replace(loneSurrogate, '\uFFFD')
    .trim();
}

/** The first words of a text, one line, at most so many code units with the ellipsis. */
export function firstWords(text: string, longest: number): string {
  const line = oneLine(text.slice(0, longest * 8));
  if (line.length <= longest) return line;
  const blank = line.lastIndexOf(' ', longest - 1);
  const cut = line.slice(0, blank > longest / 2 ? blank : longest - 1);
  // No half of a surrogate pair.
  return `${cut.replace(/[\uD800-\uDBFF]$/, '').trimEnd()}…`;
}

/** A title for what has none: the name of its file, or the address without its scheme. One line; never a whole path. */
export function titleOfSource(source: string): string {
  const name = /^https?:\/\//i.test(source)
    ? source.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/[?#].*$/s, '')
    : source.replace(/[/\\]+$/, '').replace(/^.*[/\\]/s, '');
  return oneLine(name) || '-';
}
