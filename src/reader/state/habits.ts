// What is kept from one run to the next of what the user chooses by a key, and how it comes back.
import {
  type Preferences,
  type Theme,
  type TintedNames,
  themes,
  tintedNames,
  widths,
} from './preferences.ts';

/** The preferences that hold as long as nobody chooses others: those of the command line, the configuration, the terminal. */
export type Usual = Pick<Preferences, 'theme' | 'tashkeel' | 'width'>;

/** What was chosen by keys. A theme counts for terminals that would have the same one: what is fine on black is not on white. */
export interface Choices {
  readonly theme: Readonly<Partial<Record<Theme, Theme>>>;
  readonly tashkeel?: 'keep' | 'hide';
  readonly justify?: boolean;
  readonly names?: TintedNames;
  readonly width?: number;
}

/** The choices among the fields of a file; those that cannot be used, as a newer maqal may have them, are left out. */
export function choicesIn(fields: Readonly<Record<string, unknown>>): Choices {
  const { theme, tashkeel, justify, names, width } = fields;
  const known = tintedNames.find((one) => one === names);
  const pairs = Object.entries(typeof theme === 'object' && theme !== null ? theme : {});
  const isTheme = (value: unknown): value is Theme => themes.some((one) => one === value);
  return {
    theme: Object.fromEntries(pairs.filter(([usual, one]) => isTheme(usual) && isTheme(one))),
    ...(tashkeel === 'keep' || tashkeel === 'hide' ? { tashkeel } : {}),
    ...(typeof justify === 'boolean' ? { justify } : {}),
    ...(known ? { names: known } : {}),
    ...(typeof width === 'number' && width >= widths.narrowest && width <= widths.widest
      ? { width: Math.floor(width) }
      : {}),
  };
}

/** The choices once preferences are as they are now: what is as it would be anyway is no choice. */
export function choicesOf(preferences: Preferences, usual: Usual, before: Choices): Required<Choices> {
  const { theme, tashkeel, justify, names, width } = preferences;
  const { [usual.theme]: _, ...themes } = before.theme;
  const unless = <Value>(value: Value, common: Value): Value => (value === common ? undefined! : value);
  return {
    theme: theme === usual.theme ? themes : { ...themes, [usual.theme]: theme },
    tashkeel: unless(tashkeel, usual.tashkeel),
    justify: unless(justify, false),
    names: unless(names ?? 'people', 'people'),
    width: unless(width, usual.width)!,
  };
}

/** Queries that are kept. */
export const mostQueries = 50;

/** What was looked for in earlier runs, by the fields of a file, the last one last. */
export function queriesIn({ queries }: Readonly<Record<string, unknown>>): readonly string[] {
  if (!Array.isArray(queries)) return [];
  return queries.filter((query): query is string => typeof query === 'string').slice(-mostQueries);
}

/** The same with what was looked for in this run, which may be one of several that are going on. */
export function withQueries(
  fields: Readonly<Record<string, unknown>>,
  queries: readonly string[],
): readonly string[] {
  return [...queriesIn(fields).filter((query) => !queries.includes(query)), ...queries].slice(-mostQueries);
}
