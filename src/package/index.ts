// `maqal`: all of the package. Programs that need one part import that part: `maqal/text`, `maqal/terminal`,
// `maqal/article`, `maqal/analysis`, `maqal/search`.
export * from './analysis.ts';
export * from './article.ts';
export * from './search.ts';
export * from './terminal.ts';
export * from './text.ts';
