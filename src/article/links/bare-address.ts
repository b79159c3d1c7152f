import type { Link } from '../model/article.ts';
import { addressOf } from './href.ts';

/** Longest address that is taken for one, in code units. */
const longest = 4096;

/**
 * What no address holds: white space, controls, invisible signs of direction, quotation marks and the signs that
 * RFC 3987 leaves out. U+200C and U+200D may stand between letters. An Arabic comma, semicolon or question mark is
 * part of an address only where its words go on behind it, as in the titles of an encyclopaedia: دالاس،_تكساس.
 */
const end =
  /[\0-\x20"<>\\^`{|}\x7f-\xa0«»\xad\u061c\u1680\u180e\u2000-\u200b\u200e\u200f\u201c-\u201f\u2028-\u202f\u2039\u203a\u205f-\u206f\u3000\ufeff]|[،؛؟](?![_%/-])/g;

/** Letters written from right to left, with their marks but without their punctuation, and all others. */
const rtl = String.raw`\u0590-\u060b\u060d-\u061a\u061e\u0620-\u06d3\u06d5-\u08ff\u200c\u200d\ufb1d-\ufdff\ufe70-\ufefc`;
const other = String.raw`\w\xa1-\u058f\u0900-\u1fff\u2c00-\ufb1c\ufe00-\ufe6f`;
/**
 * The host and the port. A label is of one direction, as RFC 5893 wants it: in `site.exampleوقال` a word is glued
 * to the address.
 */
const label = String.raw`(?:[\d-]*[${rtl}][\d${rtl}-]*|[${other}-]+)`;
const host = new RegExp(String.raw`^(?:\[[\da-f:.]+\]|${label}(?:\.${label})*)(?::\d{1,5}(?!\d))?`, 'i');

/** Punctuation that ends the sentence around an address rather than the address. */
const closing = /[.,;:!?'"*_~،؛؟۔٫٬·…‚‘’\u2010-\u2015\u200c\u200d。，、；：！？（）「」『』【】]/;

const brackets: Readonly<Record<string, string>> = { ')': '(', ']': '[' };

/**
 * The addresses of the web, `https://…` and `http://…`, that are written out in a text, as links: without the
 * punctuation and the brackets around them. The time taken grows with the length only.
 */
export function bareAddresses(text: string): Link[] {
  const found: Link[] = [];
  // Where the last address ends, and where what holds no blank does.
  let last = 0;
  let after = 0;
  for (let at = text.indexOf('://'); at >= 0; at = text.indexOf('://', at)) {
    const start = beginning(text, at, last);
    at += 3;
    if (start < 0) continue;
    if (at > after) {
      end.lastIndex = at;
      after = end.exec(text)?.index ?? text.length;
    }
    const written = after - start > longest ? '' : withoutClosing(addressIn(text.slice(at, after)));
    const href = written === '' ? undefined : addressOf(text.slice(start, at) + written)?.href;
    last = at = written === '' ? Math.max(at, after) : at + written.length;
    if (href !== undefined) found.push({ span: { start, end: at }, href });
  }
  return found;
}

/** Where the scheme before `://` starts; -1 if it is none of the web, part of a longer word, or not all behind `from`. */
function beginning(text: string, at: number, from: number): number {
  const scheme = /(?<![a-z\d])https?$/i.exec(text.slice(Math.max(from, at - 6), at));
  return scheme ? at - scheme[0].length : -1;
}

/** The host of what follows `://`, and its path where there is one. */
function addressIn(written: string): string {
  const named = host.exec(written)?.[0] ?? '';
  const next = written[named.length];
  // Names before a host are how one is led astray.
  if (next === '@' || named === '') return '';
  return next === '/' || next === '?' || next === '#' ? written : named;
}

/** An address without the punctuation behind it, and without brackets that were opened before it. */
function withoutClosing(written: string): string {
  const count = (sign: string) => written.split(sign).length - 1;
  const open: Record<string, number> = {};
  for (const [close, opening] of Object.entries(brackets)) open[close] = count(close) - count(opening);
  let { length } = written;
  for (; length > 0; length--) {
    const last = written[length - 1]!;
    if (last in brackets) {
      if (open[last]!-- <= 0) break;
    } else if (!closing.test(last)) break;
  }
  return written.slice(0, length);
}
