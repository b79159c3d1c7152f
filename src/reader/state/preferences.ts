/**
 * The looks: for dark and for light backgrounds; `neutral` in tones that can be read on both, while the terminal
 * has not said which it is; `plain` without colour, where underline and weight carry the meaning (NO_COLOR).
 */
export const themes = ['neutral', 'dark', 'light', 'plain'] as const;
export type Theme = (typeof themes)[number];

/** Languages the interface speaks. */
export type InterfaceLanguage = 'ar' | 'en';

/** What the user may set and toggle. */
export interface Preferences {
  readonly theme: Theme;
  readonly interface: InterfaceLanguage;
  readonly tashkeel: 'keep' | 'hide';
  readonly justify: boolean;
  /** Widest line of text in cells, where the user has set one. */
  readonly width?: number;
}
