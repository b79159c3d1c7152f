import {
  type Direction,
  firstDirection,
  letterDirection,
  lettersOf,
  paragraphDirection,
} from '../../text/direction.ts';
import type { Span } from '../../text/span.ts';

/** Addresses of the web and of mail, which say nothing about the language around them. */
const address =
  /(?:https?:\/\/|(?<![\w.])www\.)[^\s\u060c\u061b\u061f<>"«»]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/giu;
/** Digits that stand from right to left to each other, or that are written in right-to-left languages only. */
const rightDigit = /[\u0660-\u0669\u06f0-\u06f9]/;

/** Code units of a block that are looked at for addresses: as many as are asked for letters. */
const looked = 8192;

/** The stretches of a block that have no say in its direction: addresses, and those given, such as code. */
export function silentIn(text: string, start: number, end: number, given: readonly Span[] = []): Span[] {
  const spans = [...given];
  const words = text.slice(start, Math.min(end, start + looked));
  if (/:\/\/|@|www\./i.test(words))
    for (const { index, 0: found } of words.matchAll(address))
      spans.push({ start: start + index, end: start + index + found.length });
  return spans.sort((one, other) => one.start - other.start);
}

/** The order of a block's text, and the side on which its rows begin. */
export interface BlockDirection {
  readonly direction: Direction;
  readonly side: Direction;
}

/** What is known of a block's direction besides its letters. */
export interface Circumstances {
  /** That of the article. */
  readonly around: Direction;
  /** What is declared for the block, or inherited; `auto`: its first letter says. */
  readonly declared?: Direction | 'auto' | undefined;
  /** Spans of the block that have no say. */
  readonly silent?: readonly Span[] | undefined;
}

const leftToRight: BlockDirection = { direction: 'ltr', side: 'ltr' };
const rightToLeft: BlockDirection = { direction: 'rtl', side: 'rtl' };

/**
 * The direction of a block: what is declared, else what its letters ask for. One without a right-to-left letter or
 * digit is left-to-right even where another direction is declared or inherited, which browsers would turn round
 * (`-5 %`, `OpenAI!`); it then still begins where was declared.
 */
export function blockDirection(
  text: string,
  { start, end }: Span,
  { around, declared, silent }: Circumstances,
): BlockDirection {
  if (declared === 'ltr') return leftToRight;
  // Most blocks begin with a letter of the article, which decides: no address begins with one from right to left.
  const isPlain = !silent?.length && (declared ?? around) === 'rtl';
  if (isPlain && firstDirection(text, start, end) === 'rtl') return rightToLeft;
  const spans = silentIn(text, start, end, silent);
  const letters = lettersOf(text, start, end, spans);
  const own = declared === 'auto' ? letters.first : paragraphDirection(letters, around);
  const side = (declared === 'auto' ? undefined : declared) ?? own ?? around;
  if (side === 'ltr') return { direction: 'ltr', side };
  const words = text.slice(start, Math.min(end, start + looked));
  const all = spans.length === 0 ? letters : lettersOf(text, start, end);
  return { direction: all.right > 0 || rightDigit.test(words) ? 'rtl' : 'ltr', side };
}

/** The direction of a whole text by most of its letters; undefined if it has none. */
export function textDirection(text: string, silent: readonly Span[] = []): Direction | undefined {
  return (
    letterDirection(text, 0, text.length, silentIn(text, 0, text.length, silent)) ?? letterDirection(text)
  );
}
