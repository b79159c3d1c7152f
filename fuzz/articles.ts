// Hostile articles: pieces of every format, in any order, cut and mixed with noise.

import { SourceError } from '../src/article/model/problem.ts';
import { readArticle } from '../src/article/open.ts';
import { outputModel } from '../src/terminal/models/models.ts';
import { colorDepths } from '../src/terminal/output/color.ts';
import { encodeRow } from '../src/terminal/output/encode.ts';
import { modelNames } from '../src/terminal/output/model.ts';
import { baseDirection } from '../src/text/direction.ts';
import { layoutParagraph } from '../src/text/layout.ts';
import { notInGrammar } from './grammar.ts';
import type { Random } from './random.ts';

/** What makes a text a page, a feed or a book to whoever looks at its beginning. */
const marked = /^(?:<|\{"version)/;

const allPieces: readonly string[] = [
  ...'\x1b[31m|\x1b]0;x\x07|\x9b2J|\x00|\r|\n\n|\t|\v|\u2028|\u2029|\x7f'.split('|'),
  ...'\u202e|\u202d|\u2066|\u2067|\u2068|\u2069|\u200e|\u200f|\u061c|\u200d|\u200c|\u00ad|\ufeff'.split('|'),
  'السلام عليكم',
  'لا إله',
  'word',
  'שלום',
  'می‌رود',
  '٣٫١٤',
  '12-34',
  '(»«)',
  '漢字',
  '👩‍👩‍👧',
  'e\u0301\u0302'.repeat(3),
  'ﷺ',
  '\ud800',
  '𞤀𞤁',
  '# ',
  '## عنوان\n\n',
  '> ',
  '- ',
  '1. ',
  '```\n',
  '| a | ب |\n|---|---|\n| 1 | 2 |\n',
  '**',
  '[كلام](http://127.0.0.1/x)',
  '[^1]',
  '[^1]: حاشية\n',
  '---\ntitle: x\n---\n',
  '<p>',
  '</p>',
  '<div dir=rtl>',
  '<table><tr><td>',
  '</table>',
  '<a href="https://a.example/">https://b.example</a>',
  '<script>',
  '<!--',
  '-->',
  '<bdo dir=rtl>',
  '&#x202e;',
  '&#27;[31m',
  '<!doctype html><html><head><title>x</title></head><body>',
  '<?xml version="1.0"?><rss version="2.0"><channel><title>x</title><item><title>',
  '</title><description>',
  '</item>',
  '{"version":"https://jsonfeed.org/version/1.1","title":"',
  '","items":[{"title":"',
  'قال «',
  '»، وأضاف ',
];
/** Plain text and Markdown first: of what browsers read, one in six is enough, since it takes ten times as long. */
const names = ['x', 'x.md', 'x.md', 'x.txt', 'x.txt', '/a/\u202eb\x1b.txt'];
const pageNames = ['x', 'x.html', 'x.xml', 'x.json', 'x.epub'];

const plainPieces = allPieces.filter((piece) => !marked.test(piece));

/** The bytes of one hostile text: plain or Markdown. */
export function hostileText(random: Random): Buffer {
  return mixed(random, plainPieces, 8);
}

/** The bytes of one hostile page or feed. */
export function hostilePage(random: Random): Buffer {
  return mixed(random, allPieces, 40);
}

function mixed(random: Random, pieces: readonly string[], most: number): Buffer {
  const parts: Buffer[] = [];
  const count = 1 + random.below(most);
  for (let at = 0; at < count; at++) {
    const piece = random.of(pieces);
    parts.push(
      random.below(12) === 0
        ? random.bytes(1 + random.below(9))
        : Buffer.from(piece.repeat(1 + random.below(3))),
    );
  }
  const whole = Buffer.concat(parts);
  return random.below(8) === 0 ? Buffer.from(whole.toString(), 'utf16le') : whole;
}

const bold = { bold: true, foreground: 0x123456 };
const colored = { bold: false, foreground: 0x654321 };

/** Reads an article and writes some of it for a terminal; throws Error if something is wrong. */
export async function tryArticle(bytes: Buffer, random: Random): Promise<void> {
  let article: Awaited<ReturnType<typeof readArticle>>;
  try {
    article = await readArticle(bytes, { source: random.of(random.below(6) === 0 ? pageNames : names) });
  } catch (error) {
    if (error instanceof SourceError) return;
    throw error;
  }
  const { text, blocks } = article;
  let end = 0;
  for (const { span } of blocks) {
    if (span.start < end || span.end < span.start || span.end > text.length)
      throw new Error('spans out of order');
    end = span.end;
  }
  for (const field of [article.title, article.author, article.site])
    if (field !== undefined && /[\0-\x1f\x7f-\x9f\u202A-\u202E\u2066-\u2069]/.test(field))
      throw new Error(`a field that acts: ${JSON.stringify(field)}`);
  const model = outputModel(random.of(modelNames), 'dark');
  const depth = random.of(colorDepths);
  const width = 1 + random.below(80);
  for (const { span } of blocks.slice(0, 2)) {
    const words = text.slice(span.start, Math.min(span.end, span.start + 120));
    for (const { cells } of layoutParagraph(words, { width, direction: baseDirection(words) })) {
      const seen = cells.reduce((sum, cell) => sum + cell.width, 0);
      if (width >= 2 && seen > width) throw new Error(`a row of ${seen} in ${width}`);
      const from = random.below(cells.length + 1);
      const row = cells.map((cell, at) => ({ ...cell, style: at < from ? bold : colored }));
      const wrong = notInGrammar(encodeRow(row, model, depth), model.name === 'logical');
      if (wrong !== null) throw new Error(`${model.name}: ${wrong}`);
    }
  }
}
