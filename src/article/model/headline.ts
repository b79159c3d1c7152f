import type { BlockKind } from './article.ts';

/** What the first blocks of a plain text are, and what the last ones: a headline and what strays around it. */
export interface Front {
  /** One kind per block asked about. */
  readonly kinds: readonly BlockKind[];
  /** Index of the headline, or -1. */
  readonly title: number;
  readonly author?: string | undefined;
}

/** How many blocks from the start may be headline, caption or byline. */
export const frontLength = 6;

/**
 * Recognizes the headline of an article from its first blocks: the first short line that does not end like a
 * sentence and is no caption, with something longer below it. A byline stands right under it.
 */
export function frontOf(blocks: readonly string[]): Front {
  const kinds: BlockKind[] = blocks.map((block) => (isAside(block) ? 'aside' : 'paragraph'));
  let title = -1;
  let maybe = -1;
  for (let index = 0; index < blocks.length && blocks.length > 1; index++) {
    const block = blocks[index]!;
    if (kinds[index] === 'aside') continue;
    const caption = captionOf(block);
    if (caption === undefined) {
      if (isHeadline(block, blocks.slice(index + 1))) title = index;
      break;
    }
    kinds[index] = 'caption';
    if (caption === 'maybe' && isHeadline(block, blocks.slice(index + 1))) maybe = index;
  }
  // A headline may speak of a picture, too.
  if (title < 0) title = maybe;
  if (title < 0) return { kinds, title };
  kinds[title] = 'title';
  let author: string | undefined;
  for (let index = title + 1; index < blocks.length && index <= title + 2; index++) {
    const byline = bylineOf(blocks[index]!);
    if (!byline || index === blocks.length - 1) break;
    kinds[index] = 'byline';
    author ??= byline.author;
  }
  return { kinds, title, author };
}

/** Longest headline, in code units: three lines of a narrow column. */
const longestHeadline = 180;

function isHeadline(block: string, rest: readonly string[]): boolean {
  if (block.length > longestHeadline || /[.。۔:،,;؛]["'”»]?$/u.test(block)) return false;
  const longest = Math.max(0, ...rest.map((other) => other.length));
  return longest > block.length * 1.2;
}

const captionCue =
  /^(?:صورة|صوره|الصورة|أرشيف|ارشيف|لقطة|تصوير|رسم|عکس|تصویر|عکاس|فائل فوٹو|فوٹو|תמונה|צילום|photo|file photo|image|picture|illustration|credit|getty)(?![\p{L}\p{M}])\s*(:?)/iu;
/** What is said of pictures only: that they are old, or whose they are. */
const pictureWord =
  /[أا]رشيف|توضيحي|تعبيري|آرشیو|ארכיון|אילוסטרציה|رويترز|رویترز|أ ?ف ?ب|فرانس برس|getty|reuters|\bA[FP]P?\b|file photo/i;

/** Whether a short line is surely, or maybe, what is left of a picture: what it showed, or whose it was. */
function captionOf(block: string): 'surely' | 'maybe' | undefined {
  if (block.length > 80 || /[.؟?!]$/u.test(block)) return undefined;
  const cue = captionCue.exec(block);
  if (!cue) return undefined;
  if (cue[1] === ':' || pictureWord.test(block)) return 'surely';
  return block.split(/\s+/).length <= 3 ? 'maybe' : undefined;
}

const bylineCue =
  /^(?:بقلم|كتب|كتبت|كتبها|تقرير|إعداد|اعداد|ترجمة|نویسنده|به قلم|گزارش|نوشته|تحریر|مصنف|מאת|by|written by|words by)(?:\s*[:：]\s*|\s+)(?=\S)/iu;
const dashed = /^[^–—|•-]{2,40}\s+[–—|•-]\s+[^–—|•-]{2,40}$/u;

/** A short line under the headline: who wrote it, or an agency and a city. */
function bylineOf(block: string): { author?: string } | undefined {
  if (block.length > 90 || /[.؟?!:]$/u.test(block)) return undefined;
  const words = block.split(/\s+/).length;
  const cue = bylineCue.exec(block);
  if (cue && words <= 10) {
    const author = block
      .slice(cue[0].length)
      .split(/\s*[–—|•،,-]\s+/u)[0]!
      .trim();
    return author === '' ? {} : { author };
  }
  return words <= 9 && dashed.test(block) ? {} : undefined;
}

/** A line without a word: a lone ×, a row of stars, an x from a closing button. */
export function isAside(block: string): boolean {
  return block.length <= 40 && (!/[\p{L}\p{Nd}]/u.test(block) || /^[xX]$/.test(block));
}

const chapter =
  /^(?:الفصل|الباب|المبحث|الجزء|المقدمة|الخاتمة|مقدمة|خاتمة|فصل|بخش|باب|پیشگفتار|פרק|חלק|הקדמה|chapter|part|book|prologue|epilogue|introduction)(?![\p{L}\p{M}])[^.؟?!]*$/iu;

/** A short line of its own that opens a chapter. */
export function isChapter(block: string): boolean {
  return block.length <= 70 && chapter.test(block);
}
