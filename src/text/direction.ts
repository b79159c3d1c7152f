/** Where a paragraph starts: its base direction (UAX #9 P2, P3 and the higher-level protocols HL1). */
export type Direction = 'ltr' | 'rtl';
