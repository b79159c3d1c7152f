import { defineConfig } from 'vitest/config';

const report = process.env.MAQAL_TEST_REPORT;

export default defineConfig({
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    setupFiles: ['tests/setup.ts'],
    testTimeout: 60_000,
    // `npm run coverage`: what the tests run of src/ in their own process; the end-to-end tests run the bundle beside it.
    coverage: { include: ['src/**'], exclude: ['src/**/generated/**'], reporter: ['text-summary', 'html'] },
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
  },
});
