// Whether what was measured is worse than what is stored.
import type { Row } from './rows.ts';

/** Medians as they are stored, by the name of their row. */
export type Figures = Readonly<Record<string, { readonly median: number; readonly unit: string }>>;

/** How much worse than the stored figure a figure may be. */
export const allowance = 1.15;

/** What a check has to tell, a line each. */
export interface Verdict {
  /** Figures that are worse than the stored ones, or that nothing is stored for. */
  readonly worse: readonly string[];
  /** Stored figures that were not measured, since a program to compare with is missing. */
  readonly missing: readonly string[];
}

/** Compares the rows that are checked, ratios and numbers of bytes, with what is stored for a version of Node. */
export function checked(node: string, rows: readonly Row[], stored: Figures | undefined): Verdict {
  if (!stored)
    return {
      worse: [`nothing is stored for Node ${node}: npm run bench -- --node ${node} --save`],
      missing: [],
    };
  const worse: string[] = [];
  for (const { name, figures, isChecked } of rows) {
    const known = stored[name]?.median;
    if (!isChecked || known === undefined || figures.median <= known * allowance) continue;
    worse.push(`Node ${node}: ${name}: ${figures.median.toFixed(1)} where ${known.toFixed(1)} is stored`);
  }
  const measured = new Set(rows.map(({ name }) => name));
  const missing = Object.keys(stored).filter((name) => !measured.has(name));
  return { worse, missing: missing.map((name) => `Node ${node}: ${name}`) };
}
