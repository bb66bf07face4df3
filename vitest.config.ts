import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{shared,catalogue,electron,renderer,server,scripts,tests}/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', 'tests/journeys/**'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    outputFile: { json: 'out/test/units.json' },
  },
})
