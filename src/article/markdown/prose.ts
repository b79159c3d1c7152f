import type { Piece } from '../assembly/assembly.ts';

/** Characters that mean something inside a line of Markdown, or might. */
const markup = /[*_`<>[\]\\~|&^\t\0]|!\[| {2}\r?\n/;
/** Starts of lines that mean something: quotes, bullets, numbers, fences, setext underlines, indentation. */
const special = /^(?: |>|[-+=]|\d{1,9}[.)])/m;
const heading = /^(#{1,6}) +([^#\n]*[^#\s])$/;
const bullets = /^- (?! |[-+>#=]|\d{1,9}[.)])[^\n]*(?:\n- (?! |[-+>#=]|\d{1,9}[.)])[^\n]*)*$/;

/**
 * The pieces of Markdown that is no more than paragraphs, headings and flat lists without markup in them, and
 * undefined for any other: the whole parser then has to be loaded. Much of what is written is so, books above all.
 * Gives exactly what the parser would give.
 */
export function prosePieces(body: string): Piece[] | undefined {
  if (markup.test(body)) return undefined;
  const pieces: Piece[] = [];
  for (const raw of body
    .replaceAll('\r\n', '\n')
    .replace(/(?<=[^\n ]) {2,}/g, ' ')
    .split(/\n(?: *\n)+/)) {
    const block = raw.replace(/^\n+|\n+$/g, '');
    if (block === '') continue;
    // White space that is no blank to Markdown: let Markdown decide.
    if (block.trim() !== block.replace(/^ | $/g, '')) return undefined;
    const title = heading.exec(block);
    if (title) pieces.push({ kind: 'heading', text: title[2]!.trimEnd(), level: title[1]!.length });
    else if (bullets.test(block))
      for (const item of block.split('\n')) {
        const text = item.slice(2).trimEnd();
        if (text === '') return undefined;
        pieces.push({ kind: 'item', text, level: 1, lists: 1, marker: '•' });
      }
    else if (special.test(block) || block.includes('#') || block.includes('\r')) return undefined;
    else pieces.push({ kind: 'paragraph', text: block.replace(/ ?\n/g, ' ').trimEnd() });
  }
  return pieces;
}
