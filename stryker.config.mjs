// How Stryker changes a folder of src/ (scripts/mutation/run.mjs says which, and which of its lines).
const folder = process.env.MAQAL_MUTATE;

export default {
  testRunner: 'vitest',
  mutate: JSON.parse(process.env.MAQAL_MUTATE_LINES ?? `["src/${folder}/**/*.ts"]`),
  coverageAnalysis: 'perTest',
  // A table at the head of a file runs when it is loaded; each of its entries would run every test.
  ignoreStatic: true,
  concurrency: 1,
  timeoutMS: 4000,
  // Stryker would read it by functions that TypeScript no longer has; nothing in it concerns a run.
  tsconfigFile: 'none',
  checkers: [],
  disableTypeChecks: false,
  tempDirName: '.stryker',
  reporters: ['progress-append-only', 'json'],
  jsonReporter: { fileName: '.stryker-report.json' },
  ignorePatterns: ['coverage', 'gallery', 'dist'],
};
