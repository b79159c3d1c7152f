// Words of texts and pages, and how many of one are in another. The page is read by parse5, which knows nothing of ours.
import { parse, parseFragment } from 'parse5';

export const wordsOf = (text) =>
  text.normalize('NFKC').match(/[\u3005-\u30ff\u3400-\u9fff]|[\p{L}\p{M}\p{N}]+/gu) ?? [];

const unseen = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'head',
  'svg',
  'math',
  'textarea',
  'select',
  'object',
  'iframe',
  'audio',
  'video',
  'canvas',
]);
const inline = new Set(
  'a abbr b bdi bdo cite code data dfn em i kbd mark q s samp small span strong sub sup time u var wbr font ins del'.split(
    ' ',
  ),
);

/** The words that a page shows, each Chinese or Japanese letter as one; elements that are no part of a line part words. */
export function textOfHtml(html, isFragment = false) {
  const parts = [];
  const walk = (node) => {
    if (node.nodeName === '#text') parts.push(node.value);
    if (unseen.has(node.nodeName) || node.attrs?.some(isHidden)) return;
    const parted = node.tagName && !inline.has(node.tagName);
    if (parted) parts.push('\n');
    for (const child of node.childNodes ?? []) walk(child);
    if (parted) parts.push('\n');
  };
  walk(isFragment ? parseFragment(html) : parse(html));
  return parts.join('');
}

const isHidden = ({ name, value }) =>
  name === 'hidden' || (name === 'style' && /display\s*:\s*none/i.test(value));

/** How many words of one list are in another, each as often as it is there, and some that are not. */
export function found(words, within) {
  const left = new Map();
  for (const word of within) left.set(word, (left.get(word) ?? 0) + 1);
  const missing = [];
  for (const word of words) {
    const count = left.get(word) ?? 0;
    if (count > 0) left.set(word, count - 1);
    else missing.push(word);
  }
  return { share: words.length === 0 ? 1 : 1 - missing.length / words.length, missing };
}

export const percent = (share) => share.toFixed(4).replace(/^0/, '');
