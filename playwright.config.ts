/** The journeys in the real window: `npm test` runs them last, `npx playwright test` alone. */
import os from 'node:os'
import { defineConfig } from '@playwright/test'
import { hasDisplay } from './scripts/system-packages.ts'

/** What takes longest begins first: begun last, it would leave one worker with nothing to do. */
const long = 'broken-machine conflict day-check every-item every-page network permit sign-in stand-in supervise'.split(
  ' ',
)
const longFiles = long.map((name) => `**/${name}.spec.ts`)

const watched = hasDisplay() && process.env.PIONEER_VIRTUAL_DISPLAY === undefined

export default defineConfig({
  testDir: 'tests/journeys',
  outputDir: 'out/journeys',
  // On a screen that somebody may watch, one after the other; else each worker has a screen of its own, and there is one more of
  // them than cores: half of the time a window waits for the next key.
  workers: watched ? 1 : Math.min(4, os.availableParallelism() + 1),
  // A test that passes only the second time has failed.
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 120_000,
  expect: { timeout: 15_000 },
  globalSetup: ['./scripts/journey-setup.ts', './tests/server/made-once.ts'],
  reporter: [['list'], ['json', { outputFile: 'out/test/journeys.json' }]],
  // Projects come one after the other, files within one in the order of their names.
  projects: [
    { name: 'long', testMatch: longFiles },
    { name: 'short', testIgnore: longFiles },
  ],
  use: { trace: 'retain-on-failure', screenshot: 'only-on-failure' },
})
