import { type ColorDepth, colorParameters } from './color.ts';
import { plain, type Style, sameStyle } from './style.ts';

/**
 * The escapes that bring a terminal from one style to another: one SGR sequence of the fewest parameters, and OSC 8
 * where the link changes. Empty where the two look the same at this depth.
 */
export function transition(from: Style, to: Style, depth: ColorDepth): string {
  if (from === to || sameStyle(from, to)) return '';
  const link = from.link === to.link ? '' : hyperlink(to.link);
  const step = changes(from, to, depth);
  if (step.length === 0) return link;
  const change = step.join(';');
  // A reset and what is to be set, or only what differs: the shorter of the two.
  if (change.length <= 2 && !sameStyle(to, plain)) return `${link}\x1b[${change}m`;
  const anew = ['', ...changes(plain, to, depth)].join(';');
  return `${link}\x1b[${anew.length < change.length ? anew : change}m`;
}

function changes(from: Style, to: Style, depth: ColorDepth): string[] {
  const list: string[] = [];
  // 22 ends bold and dim together, so the one that stays is said again.
  const lighter = (from.bold && !to.bold) || (from.dim && !to.dim);
  if (lighter) list.push('22');
  if (to.bold && (lighter || !from.bold)) list.push('1');
  if (to.dim && (lighter || !from.dim)) list.push('2');
  if (!from.italic !== !to.italic) list.push(to.italic ? '3' : '23');
  if (!from.underline !== !to.underline) list.push(to.underline ? '4' : '24');
  if (!from.strike !== !to.strike) list.push(to.strike ? '9' : '29');
  if (!from.inverse !== !to.inverse) list.push(to.inverse ? '7' : '27');
  color(list, from.foreground, to.foreground, 38, depth);
  color(list, from.background, to.background, 48, depth);
  return list;
}

function color(
  list: string[],
  from: number | undefined,
  to: number | undefined,
  ground: 38 | 48,
  depth: ColorDepth,
): void {
  if (depth === 'none') return;
  const before = from === undefined ? String(ground + 1) : colorParameters(from, ground, depth);
  const after = to === undefined ? String(ground + 1) : colorParameters(to, ground, depth);
  if (before !== after) list.push(after);
}

/** OSC 8. The number joins the parts of a link that is broken over two rows. */
function hyperlink(address: string | undefined): string {
  if (address === undefined) return '\x1b]8;;\x1b\\';
  // Only printable ASCII may stand in it; the rest is percent-encoded, as in any address.
  const safe = address.replace(/[^\x21-\x7e]/gu, percentEncoded);
  return `\x1b]8;id=${hash(safe)};${safe}\x1b\\`;
}

function percentEncoded(character: string): string {
  return Array.from(Buffer.from(character), (byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
}

/** FNV-1a in 32 bits. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return (value >>> 0).toString(36);
}
