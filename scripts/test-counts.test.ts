import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addCounts, closingLine, countJourneys, countUnits } from './test-counts.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'pioneer-counts-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function report(content: unknown): Promise<string> {
  const file = path.join(folder, 'report.json')
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content))
  return file
}

test('R-HOUSE-5: a test file that could not be loaded counts as a failure', async () => {
  const file = await report({
    numPassedTests: 7,
    numFailedTests: 1,
    numPendingTests: 3,
    testResults: [
      { status: 'failed', assertionResults: [{ status: 'failed' }] },
      { status: 'failed', assertionResults: [] },
      { status: 'passed', assertionResults: [{ status: 'passed' }] },
    ],
  })
  expect(await countUnits(file)).toEqual({ passed: 7, failed: 2, skipped: 3 })
})

test('R-HOUSE-5: a journey that passed at its second try, and an error outside of any journey, count as failures', async () => {
  const flaky = await report({ errors: [], stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 2 } })
  expect(await countJourneys(flaky)).toEqual({ passed: 3, failed: 2, skipped: 2 })
  const broken = await report({
    errors: [{ message: 'no display' }],
    stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0 },
  })
  expect(await countJourneys(broken)).toEqual({ passed: 0, failed: 1, skipped: 0 })
})

test('R-HOUSE-5: a report that is missing or cut off counts nothing', async () => {
  expect(await countUnits(path.join(folder, 'none.json'))).toEqual({ passed: 0, failed: 0, skipped: 0 })
  expect(await countJourneys(await report('{"errors": ['))).toEqual({ passed: 0, failed: 0, skipped: 0 })
})

test('R-HOUSE-5: the closing line sums both parts, and says what was skipped and how it is run', () => {
  const both = addCounts({ passed: 40, failed: 0, skipped: 0 }, { passed: 2, failed: 1, skipped: 0 })
  expect(closingLine(both, ['CUPS needs root'])).toBe('42 passed, 1 failed')
  const some = addCounts(both, { passed: 0, failed: 0, skipped: 5 })
  expect(closingLine(some, ['CUPS needs root: sudo npm test', 'no pdftotext: apt-get'])).toBe(
    '42 passed, 1 failed, 5 skipped (CUPS needs root: sudo npm test; no pdftotext: apt-get)',
  )
  expect(closingLine(some, [])).toBe('42 passed, 1 failed, 5 skipped that are for another kind of machine')
})
