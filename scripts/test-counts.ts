/** Counts passed and failed tests from the JSON reports of the two test runners. */
import { readFile } from 'node:fs/promises'
import { z } from 'zod'

export interface Count {
  passed: number
  failed: number
}

const UnitReport = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) })),
})

const JourneyReport = z.object({
  errors: z.array(z.unknown()),
  stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int() }),
})

/** Counts vitest's report. A file that failed without a failed test, because it could not be loaded, is one failure. */
export async function countUnits(file: string): Promise<Count> {
  const report = UnitReport.safeParse(await readJson(file)).data
  if (report === undefined) return { passed: 0, failed: 0 }
  const brokenFiles = report.testResults.filter(
    (one) => one.status === 'failed' && one.assertionResults.every((test) => test.status !== 'failed'),
  )
  return { passed: report.numPassedTests, failed: report.numFailedTests + brokenFiles.length }
}

/** Counts Playwright's report; a journey that passed only at a second try, and an error outside of any, is a failure. */
export async function countJourneys(file: string): Promise<Count> {
  const report = JourneyReport.safeParse(await readJson(file)).data
  if (report === undefined) return { passed: 0, failed: 0 }
  const { expected, unexpected, flaky } = report.stats
  return { passed: expected, failed: unexpected + flaky + (unexpected + flaky === 0 ? report.errors.length : 0) }
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch {
    return undefined
  }
}

/** Adds two counts. */
export function addCounts(one: Count, other: Count): Count {
  return { passed: one.passed + other.passed, failed: one.failed + other.failed }
}

/** The line that a test run ends with. */
export function closingLine({ passed, failed }: Count): string {
  return `${passed} passed, ${failed} failed`
}
