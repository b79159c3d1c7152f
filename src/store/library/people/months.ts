/** The months among the beginnings of dates, `2024-03`, each once, the first first; a date may be a year alone, or missing. */
export function monthsOf(beginnings: readonly string[]): string[] {
  return [...new Set(beginnings.filter((one) => /^\d{4}-\d{2}$/.test(one)))].sort();
}

/**
 * Where months stand between the first and the last of them, as a share, 0 to 1; nothing if there are not two, between
 * which there is no way.
 */
export function shares(months: readonly string[]): number[] {
  const numbers = months.map((month) => {
    const [year, number] = month.split('-').map(Number);
    return year! * 12 + number!;
  });
  const length = numbers.at(-1)! - numbers[0]!;
  return length > 0 ? numbers.map((number) => (number - numbers[0]!) / length) : [];
}
