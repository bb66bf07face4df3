/** Counts passed, failed and skipped tests from the JSON reports of the two test runners. */
import { readFile } from 'node:fs/promises'
import { z } from 'zod'

export interface Count {
  passed: number
  failed: number
  skipped: number
}

const UnitReport = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) })),
})

const JourneyReport = z.object({
  errors: z.array(z.unknown()),
  stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int(), skipped: z.int() }),
})

/** Counts vitest's report. A file that failed without a failed test, because it could not be loaded, is one failure. */
export async function countUnits(file: string): Promise<Count> {
  const report = UnitReport.safeParse(await readJson(file)).data
  if (report === undefined) return { passed: 0, failed: 0, skipped: 0 }
  const brokenFiles = report.testResults.filter(
    (one) => one.status === 'failed' && one.assertionResults.every((test) => test.status !== 'failed'),
  )
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length,
    skipped: report.numPendingTests,
  }
}

/** Counts Playwright's report; a journey that passed only at a second try, and an error outside of any, is a failure. */
export async function countJourneys(file: string): Promise<Count> {
  const report = JourneyReport.safeParse(await readJson(file)).data
  if (report === undefined) return { passed: 0, failed: 0, skipped: 0 }
  const { expected, unexpected, flaky, skipped } = report.stats
  const failed = unexpected + flaky
  return { passed: expected, failed: failed + (failed === 0 ? report.errors.length : 0), skipped }
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
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
  }
}

/** The line that a test run ends with; `reasons`: what this machine lacks for those that were skipped. */
export function closingLine({ passed, failed, skipped }: Count, reasons: readonly string[]): string {
  const counted = `${passed} passed, ${failed} failed`
  if (skipped === 0) return counted
  return `${counted}, ${skipped} skipped${reasons.length === 0 ? ' that are for another kind of machine' : ` (${reasons.join('; ')})`}`
}
