/** The journeys in the real window: `npm test` runs them last, `npx playwright test` alone. */
import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'tests/journeys',
  outputDir: 'out/journeys',
  // The journeys share one machine's display; a test that passes only the second time has failed.
  workers: 1,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 120_000,
  expect: { timeout: 15_000 },
  globalSetup: './scripts/journey-setup.ts',
  reporter: [['list'], ['json', { outputFile: 'out/test/journeys.json' }]],
  use: { trace: 'retain-on-failure', screenshot: 'only-on-failure' },
})
