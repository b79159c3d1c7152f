const word = /[\p{L}\p{M}\p{N}\u200c\u0640]/u;
const arabicPrefix = /^[وفبلك]{1,2}$/u;
const hebrewPrefix = /^[ובכלמש]{1,3}$/u;

/**
 * Every place where `form` stands as a word or words of its own, as half-open spans of UTF-16 code units.
 * Arabic و ف ب ل ك and Hebrew ו ב כ ל מ ש may be written onto its beginning and stay outside the span; of a
 * form that begins with the article, للعراق is the occurrence لعراق, as the preposition swallows the alef.
 */
export function occurrences(text, form) {
  const found = spansOf(text, form);
  if (form.startsWith('ال')) {
    const assimilated = form.slice(1);
    for (const span of spansOf(text, assimilated)) {
      if (text[span.start - 1] === 'ل') found.push(span);
    }
    found.sort((left, right) => left.start - right.start);
  }
  return found;
}

function spansOf(text, form) {
  const found = [];
  for (let start = text.indexOf(form); start >= 0; start = text.indexOf(form, start + 1)) {
    const end = start + form.length;
    if (!beginsWord(text, start) || continuesWord(text, end)) continue;
    found.push({ start, end });
  }
  return found;
}

function continuesWord(text, end) {
  return end < text.length && word.test(text[end]) && word.test(text[end - 1]);
}

function beginsWord(text, start) {
  if (!word.test(text[start])) return true;
  let wordStart = start;
  while (wordStart > 0 && word.test(text[wordStart - 1])) wordStart--;
  const prefix = text.slice(wordStart, start);
  return prefix === '' || arabicPrefix.test(prefix) || hebrewPrefix.test(prefix);
}

/**
 * The span of a passage from `from` on. ` … ` in the passage stands for whatever lies between its two halves,
 * the nearest such. Throws when the text has no such passage.
 */
export function passage(text, words, from = 0) {
  const [head, tail] = words.split(' … ');
  const start = occurrences(text, head).find((span) => span.start >= from);
  if (!start) throw new Error(`not in the article after offset ${from}: ${head}`);
  if (tail === undefined) return start;
  const end = spansOf(text, tail).find((span) => span.start >= start.end);
  if (!end) throw new Error(`not in the article after offset ${start.end}: ${tail}`);
  return { start: start.start, end: end.end };
}
