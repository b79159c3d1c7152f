// Text from outside (names, servers' words, settings) as it may be written to a terminal or a pipe outside a frame.

/** Controls of C0 and C1 and DEL: in a terminal they would be orders. */
const controls = /[\0-\x1f\x7f-\x9f]/g;

/**
 * Characters that change the order of others without being seen (UAX #9), and those that end a line. Marks (U+061C,
 * U+200E, U+200F) only act on what is neutral beside them, and stay.
 */
const orders = /[\u202A-\u202E\u2066-\u2069\u2028\u2029]/g;

/** The sign for a control: a control picture for C0 and DEL, its code in angle brackets for C1 and the rest. */
function signOf(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code === 0x7f) return '\u2421';
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
}

/** Longest name that is shown whole, in UTF-16 code units; of a longer one the beginning and the end are. */
const longestName = 300;

/** A name or another text from outside on one line, with a sign for every character that would act unseen. */
export function visible(text: string): string {
  return shortened(text, longestName).replace(controls, signOf).replace(orders, signOf);
}

/**
 * The same in an isolate of its own (UAX #9, first strong), so that it changes nothing around it when it is put into a
 * sentence; nothing for an empty text.
 */
export function isolatedName(text: string): string {
  return text === '' ? '' : `\u2068${visible(text)}\u2069`;
}

/** At most so many code units of a text, the middle left out, cut between characters. */
function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const half = Math.floor((longest - 1) / 2);
  // No half of a surrogate pair.
  const start = text.slice(0, half).replace(/[\uD800-\uDBFF]$/, '');
  const end = text.slice(-half).replace(/^[\uDC00-\uDFFF]/, '');
  return `${start}…${end}`;
}

/** Longest line outside a frame, in UTF-16 code units. */
const longestLine = 4000;

/**
 * A sentence that is put together from our words and `visible` names, as a pipe is given it: without the isolates that
 * stand around the names, and still without any control, whoever made it.
 */
export function pipedLine(sentence: string): string {
  return shortened(sentence.replace(/[\u2066-\u2069]/g, ''), longestLine)
    .replace(controls, signOf)
    .replace(orders, signOf);
}

/** The same characters in a text of many lines: all controls but tabs and line ends. */
const controlsInText = /(?!\r\n)[\0-\x08\x0b-\x1f\x7f-\x9f]/g;

/** A text of many lines with a sign for every control but tabs and line ends. Bidi controls are its own business. */
export function visibleText(text: string): string {
  return text.replace(controlsInText, signOf);
}

/** JSON of a value in which nothing acts on a terminal: controls and bidi controls are escaped, which means the same. */
export function safeJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(
    /[\x7f-\x9f\u202A-\u202E\u2066-\u2069\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
