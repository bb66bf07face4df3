import os from 'node:os'
import path from 'node:path'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What takes longest comes first, so that no worker ends long after the others: two that take a minute, then what begins processes,
 *  databases and windows. */
const longFirst = [
  'tests/chaos/',
  'shared/case/walks',
  'tests/printing/',
  'tests/',
  'electron/ledger/',
  'electron/',
  'scripts/',
  '',
]

class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const name = path.relative(import.meta.dirname, moduleId)
      return longFirst.findIndex((room) => name.startsWith(room))
    }
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b))
  }
}

export default defineConfig({
  test: {
    include: ['{shared,catalogue,electron,renderer,server,scripts,tests}/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', 'tests/journeys/**'],
    // Half of the time a worker waits for disks and processes: with one more than there are cores none of these idles.
    maxWorkers: os.availableParallelism() + 1,
    // A worker reads the rooms once, not once a file; no test leaves anything behind in a module.
    isolate: false,
    sequence: { sequencer: LongFirst },
    // Only so that what hangs ends: on a busy machine a test that walks every route takes more than half a minute.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    globalSetup: 'tests/server/made-once.ts',
    outputFile: { json: 'out/test/units.json' },
  },
})
