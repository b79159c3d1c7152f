const forms: Readonly<Record<'sup' | 'sub', ReadonlyMap<string, string>>> = {
  sup: new Map([...'0123456789+-=()ni'].map((sign, index) => [sign, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ'][index]!])),
  sub: new Map([...'0123456789+-=()'].map((sign, index) => [sign, [...'₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎'][index]!])),
};

/** Words as their superscript or subscript characters; undefined where one of them has none. */
export function raised(words: string, place: 'sup' | 'sub'): string | undefined {
  const signs = [...words.replaceAll('−', '-')].map((sign) =>
    /\s/.test(sign) ? sign : forms[place].get(sign),
  );
  return signs.some((sign) => sign === undefined) ? undefined : signs.join('');
}
