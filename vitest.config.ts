import { defineConfig } from 'vitest/config';

const report = process.env.MAQAL_TEST_REPORT;
// The folder of src/ that Stryker changes: the tests beside it are run for each change, but for those that start programs
// or take longer than all the others together.
const mutated = process.env.MAQAL_MUTATE;
const slow = [
  'session.test.ts',
  'together.test.ts',
  'generated.test.ts',
  'doctor.test.ts',
  'honorifics.test.ts',
];

export default defineConfig({
  test: {
    include: [`tests/${mutated ?? '**'}/**/*.test.{ts,tsx}`],
    exclude: ['**/node_modules/**', ...(mutated ? slow.map((name) => `**/${name}`) : [])],
    setupFiles: ['tests/setup.ts'],
    testTimeout: 60_000,
    // `npm run coverage`: the programs that tests start write down there what they have run (scripts/coverage.mjs).
    env: process.env.MAQAL_COVERAGE ? { NODE_V8_COVERAGE: process.env.MAQAL_COVERAGE } : {},
    coverage: {
      include: ['src/**'],
      exclude: ['src/**/generated/**'],
      reporter: ['json'],
      reportOnFailure: true,
    },
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
  },
});
