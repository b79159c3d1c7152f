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
  /** All sequences as they came. */
  readonly sequences: readonly string[];
}

export const noReplies: Replies = { sequences: [] };

/** The replies with one more; `sequence` begins with ESC and has no string terminator. */
export function withReply(replies: Replies, sequence: string): Replies {
  return { ...replies, ...meaning(sequence), sequences: [...replies.sequences, sequence] };
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
