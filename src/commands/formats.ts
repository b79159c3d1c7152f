/** The forms of `maqal export`. */
export const formats = ['markdown', 'json', 'jsonl', 'csv'] as const;
export type Format = (typeof formats)[number];
