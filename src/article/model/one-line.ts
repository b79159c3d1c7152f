/** A text as one line for titles, names and lists: no controls, no bidi controls, white space runs as one blank. */
export function oneLine(text: string): string {
  return text
    .replace(/[\s\u0085]+/g, ' ')
    .replace(/[\0-\x1f\x7f-\x9f\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/g, '')
    .trim();
}

/** The first words of a text, one line, at most so many code units with the ellipsis. */
export function firstWords(text: string, longest: number): string {
  const line = oneLine(text.slice(0, longest * 8));
  if (line.length <= longest) return line;
  const cut = line.lastIndexOf(' ', longest - 1);
  return `${line.slice(0, cut > longest / 2 ? cut : longest - 1).trimEnd()}…`;
}
