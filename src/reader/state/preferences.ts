/**
 * The looks: for dark and for light backgrounds; `neutral` in what can be read on both, while the terminal has not said
 * which it is; `contrast` in the terminal's own two colors at full strength; `plain` without color, where underline and
 * weight carry the meaning (NO_COLOR).
 */
export const themes = ['neutral', 'dark', 'light', 'contrast', 'plain'] as const;
export type Theme = (typeof themes)[number];

/** Which names are tinted in the text: those that are chosen, people too, or all. */
export const tintedNames = ['people', 'all', 'chosen'] as const;
export type TintedNames = (typeof tintedNames)[number];

/** Widths of a line of text that can be chosen, in cells, and how far a key goes. */
export const widths = { narrowest: 30, widest: 120, step: 2 } as const;

/** Languages the interface speaks. */
export const interfaceLanguages = ['ar', 'fa', 'he', 'ur', 'en'] as const;
export type InterfaceLanguage = (typeof interfaceLanguages)[number];

/** Whether a language is one that the interface speaks. */
export const isInterfaceLanguage = (language: string | undefined): language is InterfaceLanguage =>
  interfaceLanguages.some((known) => known === language);

/** What the user may set and toggle. */
export interface Preferences {
  readonly theme: Theme;
  readonly interface: InterfaceLanguage;
  readonly tashkeel: 'keep' | 'hide';
  readonly justify: boolean;
  /** `people` where nobody has asked for anything else. */
  readonly names?: TintedNames;
  /** Widest line of text in cells, where the user has set one. */
  readonly width?: number;
}
