import type { Color } from '../output/style.ts';

/** What a terminal has answered so far. */
export interface Replies {
  /** To XTVERSION: name and version. */
  readonly version?: string;
  /** To DECRQM 8, the bidirectional mode: 0 not known, 1 set, 2 reset, 3 and 4 for ever so. */
  readonly bidirectional?: number;
  /** To XTGETTCAP TN: its name in terminfo. */
  readonly terminfo?: string;
  /** To DA1 and DA2, without CSI. */
  readonly primary?: string;
  readonly secondary?: string;
  /** To OSC 10 and 11. */
  readonly foreground?: Color;
  readonly background?: Color;
  /** Whether it knows synchronized output (DEC private mode 2026). */
  readonly synchronized?: boolean;
  /** Cells that U+200E and a vowel sign over a letter take, as far as the cursor moved: 0 if they take none. */
  readonly markWidth?: number;
  readonly tashkeelWidth?: number;
  /** All sequences as they came. */
  readonly sequences: readonly string[];
}

export const noReplies: Replies = { sequences: [] };

/**
 * What an unknown terminal is measured by, in the second and third row: a letter and U+200E, a letter and a fatha. The
 * first row would not do, since `CSI 1 ; 2 R` is also Shift with F3. Both are erased at once.
 */
export const measuring = {
  screen: '\x1b[2;1Ha\u200e\x1b[6n\x1b[3;1H\ufe8f\u064e\x1b[6n\x1b[3;1H\x1b[2K\x1b[2;1H\x1b[2K\x1b[H',
  /** On the row of the cursor, which is empty. */
  here: '\ra\u200e\x1b[6n\r\x1b[K\ufe8f\u064e\x1b[6n\r\x1b[K',
};

/** Cells that a mark may be said to take, the rest is nonsense: vim draws U+200E as `<200e>`. */
const widestMark = 8;

/** The replies with one more; `sequence` begins with ESC and has no string terminator. */
export function withReply(replies: Replies, sequence: string): Replies {
  // What was measured first counts: others ask for the cursor as well.
  const { markWidth, tashkeelWidth } = replies;
  const known = {
    ...(markWidth === undefined ? {} : { markWidth }),
    ...(tashkeelWidth === undefined ? {} : { tashkeelWidth }),
  };
  return { ...replies, ...meaning(sequence), ...known, sequences: [...replies.sequences, sequence] };
}

function meaning(sequence: string): Partial<Replies> {
  const body = sequence.slice(2);
  if (sequence[1] === '[') {
    const mode = /^(\?)?(\d+);(\d+)\$y$/.exec(body);
    if (mode !== null) {
      const value = Number(mode[3]);
      if (mode[1] === undefined) return mode[2] === '8' ? { bidirectional: value } : {};
      return mode[2] === '2026' ? { synchronized: value === 1 || value === 2 } : {};
    }
    const place = /^([23]);(\d+)R$/.exec(body);
    if (place !== null) {
      const width = Number(place[2]) - 2;
      if (width < 0 || width > widestMark) return {};
      return place[1] === '2' ? { markWidth: width } : { tashkeelWidth: width };
    }
    if (/^\?[\d;]*c$/.test(body)) return { primary: body };
    return /^>[\d;]*c$/.test(body) ? { secondary: body } : {};
  }
  if (sequence[1] === 'P') {
    if (body.startsWith('>|')) return { version: body.slice(2) };
    const name = /^1\+r544e=((?:[\da-f]{2})*)$/i.exec(body);
    return name === null ? {} : { terminfo: Buffer.from(name[1]!, 'hex').toString('latin1') };
  }
  const color = /^(1[01]);rgba?:([\da-f]{1,4})\/([\da-f]{1,4})\/([\da-f]{1,4})/i.exec(body);
  if (color === null) return {};
  const [red, green, blue] = color.slice(2).map(channel) as [number, number, number];
  const value = (red << 16) | (green << 8) | blue;
  return color[1] === '10' ? { foreground: value } : { background: value };
}

/** A channel of XParseColor's form, of one to four hexadecimal digits, in 8 bits. */
function channel(digits: string): number {
  return Math.round((Number.parseInt(digits, 16) / (16 ** digits.length - 1)) * 255);
}

/** What a terminal calls itself in its answer to XTVERSION, without the version. */
export function nameOf({ version }: Replies): string | undefined {
  return /^[A-Za-z][\w.-]*[A-Za-z]\d?/.exec(version ?? '')?.[0];
}
