import type { EntityType } from '../../analysis/analysis.ts';
import type { Theme } from '../../reader/state/preferences.ts';
import { plain, type Style } from '../../terminal/output/style.ts';

/** Looks that a stretch of the article's text may have over that of its block. */
export type DecorationRole =
  | 'emphasis'
  | 'emphasisUpright'
  | 'strong'
  | 'deleted'
  | 'codeSpan'
  | 'link'
  | EntityType
  | 'speaker'
  | 'quote'
  | 'mention'
  | 'hit'
  | 'currentHit'
  | 'selected';

/** Looks of a line of a list: by what it names, said (`strong`) or said softly. */
export type LineRole = 'heading' | 'strong' | 'soft' | EntityType | 'speaker';

/** Everything on the screen that has a look of its own. */
export type Role =
  | DecorationRole
  | LineRole
  | 'text'
  | 'title'
  | 'blockHeading'
  | 'quotation'
  | 'code'
  | 'aside'
  | 'bar'
  | 'idleBar'
  | 'rule'
  | 'tab'
  | 'idleTab'
  | 'chosenWords'
  | 'key'
  | 'notice'
  | 'prompt';

interface Palette {
  readonly person: number;
  readonly organization: number;
  readonly place: number;
  readonly date: number;
  readonly quote: number;
  readonly accent: number;
  readonly soft: number;
  readonly faint: number;
  readonly hit: Style;
  readonly currentHit: Style;
}

/**
 * Tones with a contrast of at least 4.5 : 1 to every ground they are made for (WCAG 2.2, 1.4.3), `faint`, which is for
 * rules and bars, 3 : 1 (1.4.11), in 24 bits and as the nearest of 256 colors; a test computes it. No tone has that on black, white, Solarized and Nord alike, so
 * `neutral` says in the terminal's own color what it says in words, and keeps tones for signs.
 */
const palettes: Readonly<Record<'dark' | 'light', Palette>> = {
  dark: {
    person: 0x82b1e6,
    organization: 0xc9a2dc,
    place: 0x8fc08f,
    date: 0xd9a873,
    quote: 0xe0b184,
    accent: 0xee946f,
    soft: 0xa6a6a6,
    faint: 0x838383,
    hit: { background: 0x3d3519, foreground: 0xf7ecc4, underline: true },
    currentHit: { background: 0x80480c, foreground: 0xffffff, bold: true },
  },
  light: {
    person: 0x1c5fa8,
    organization: 0x7d3a96,
    place: 0x2c6e39,
    date: 0x8a5410,
    quote: 0x8c431c,
    accent: 0xb2421c,
    soft: 0x666666,
    faint: 0x868686,
    hit: { background: 0xfbe7a1, foreground: 0x3a2c00, underline: true },
    currentHit: { background: 0xf0b429, foreground: 0x201600, bold: true },
  },
};

/** Signs that stand out from black, white and what lies between. */
const neutralAccent = 0xcc6640;
const neutralFaint = 0x828282;

function colored(palette: Palette): Readonly<Record<Role, Style>> {
  const { person, organization, place, date, quote, accent, soft, faint, hit, currentHit } = palette;
  return {
    text: plain,
    title: { bold: true },
    blockHeading: { bold: true },
    quotation: plain,
    code: { foreground: soft },
    aside: { foreground: soft },
    heading: { foreground: soft, bold: true },
    strong: { bold: true },
    soft: { foreground: soft },
    person: { foreground: person },
    organization: { foreground: organization },
    place: { foreground: place },
    date: { foreground: date },
    emphasis: { italic: true },
    // Arabic and Hebrew have no slanted letters.
    emphasisUpright: { foreground: accent },
    deleted: { foreground: soft, strike: true },
    codeSpan: { foreground: soft },
    link: { underline: true },
    speaker: { foreground: person },
    quote: { foreground: quote },
    chosenWords: { foreground: quote },
    mention: { bold: true, underline: true },
    hit,
    currentHit,
    selected: { inverse: true },
    bar: { foreground: accent },
    idleBar: { foreground: faint },
    rule: { foreground: faint },
    tab: { foreground: accent, bold: true },
    idleTab: { foreground: soft },
    key: { bold: true },
    notice: { foreground: accent },
    prompt: { foreground: accent, bold: true },
  };
}

/** Without color: weight, underline and reversal carry the meaning. */
const uncolored: Readonly<Record<Role, Style>> = {
  text: plain,
  title: { bold: true },
  blockHeading: { bold: true },
  quotation: plain,
  code: plain,
  aside: { dim: true },
  heading: { bold: true },
  strong: { bold: true },
  soft: { dim: true },
  person: { underline: true },
  organization: { underline: true },
  place: { underline: true },
  date: { underline: true },
  emphasis: { italic: true },
  emphasisUpright: { underline: true },
  deleted: { dim: true, strike: true },
  codeSpan: { dim: true },
  link: { underline: true },
  speaker: { bold: true },
  quote: { bold: true },
  chosenWords: { bold: true },
  mention: { bold: true, underline: true },
  hit: { inverse: true },
  currentHit: { inverse: true, bold: true, underline: true },
  selected: { inverse: true },
  bar: { bold: true },
  idleBar: { dim: true },
  rule: { dim: true },
  tab: { bold: true, underline: true },
  idleTab: { dim: true },
  key: { bold: true },
  notice: { bold: true },
  prompt: { bold: true },
};

/** The terminal's own two colors at full strength: nothing is dimmed. */
const full: Readonly<Record<Role, Style>> = {
  ...uncolored,
  aside: plain,
  soft: plain,
  codeSpan: plain,
  deleted: { strike: true },
  idleBar: plain,
  rule: plain,
  idleTab: plain,
};

const looks: Readonly<Record<Theme, Readonly<Record<Role, Style>>>> = {
  dark: colored(palettes.dark),
  light: colored(palettes.light),
  neutral: {
    ...full,
    // Dark on light stands out from either: white on brown would be lost among the dark letters of a light page.
    hit: { background: 0xe9d083, foreground: 0x2a2000, underline: true },
    currentHit: { background: 0xf0b429, foreground: 0x201600, bold: true },
    bar: { foreground: neutralAccent },
    idleBar: { foreground: neutralFaint },
    rule: { foreground: neutralFaint },
  },
  contrast: {
    ...full,
    quote: { inverse: true },
    mention: { inverse: true, bold: true },
    chosenWords: { bold: true },
    bar: { bold: true },
  },
  plain: uncolored,
};

/** The look of a role in a theme. */
export function styleOf(theme: Theme, role: Role): Style {
  return looks[theme][role];
}

const merged = new Map<Style, Map<Style, Style>>();

/** One look over another: what the upper one sets wins. The same two give the same object. */
export function over(upper: Style, lower: Style): Style {
  if (lower === plain) return upper;
  if (upper === plain) return lower;
  const known = merged.get(upper) ?? new Map<Style, Style>();
  merged.set(upper, known);
  const found = known.get(lower) ?? { ...lower, ...upper };
  known.set(lower, found);
  return found;
}
